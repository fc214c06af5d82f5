import { personIdOf } from "../../domain/ids.ts";
import type { Place } from "../../domain/incoming.ts";
import type { Ports } from "../../ports.ts";
import { type Profile, putKnownAs, readProfile, saveProfile } from "../../store/person.ts";
import type { Scene } from "../flow.ts";
import { keepAddress } from "../teams/keep-address.ts";
import { teamsOf } from "../who.ts";
import { planEraseAlone } from "./erase-left.ts";
import { isErased } from "./unless-erased.ts";

/**
 * Keeps what an activity tells of a person: their chat and the language of their Teams. A person who writes can be reached again, so that an earlier refusal is
 * forgotten.
 */
export const rememberPerson = async (scene: Scene, place: Place, ports: Ports): Promise<void> => {
  const person = await scene.person();
  const facts = newsOf(person.profile, scene, place);
  if (!facts) return;
  const { who, tenant } = scene;
  // Of a person who had everything deleted, nothing is kept until they come back.
  if (await isErased(scene, ports)) return;
  if (person.isNew && who.entraId !== undefined) await putKnownAs(ports.rows, personIdOf(tenant, { teamsId: who.teamsId }), who.person);
  // Their teams come first: after a crash in between, the address is still new and all teams are told again.
  if (facts.serviceUrl !== undefined) for (const team of person.teams) await keepAddress(team, place.address, ports);
  await saveProfile(ports.rows, scene.who.person, person, facts);
  scene.forgetPerson();
};

/** Remembers a person after an answer that read nothing of them. One row tells whether there is anything to keep, and most often there is not. */
export const rememberAnswerer = async (scene: Scene, place: Place, ports: Ports): Promise<void> => {
  const profile = scene.isCached() ? undefined : await readProfile(ports.rows, scene.who.person);
  if (!profile || newsOf(profile, scene, place)) await rememberPerson(scene, place, ports);
};

/** The facts in an activity that are not stored yet. */
const newsOf = (profile: Profile, { who }: Scene, place: Place): Profile | undefined => {
  const chatId = place.kind === "chat" ? place.address.conversationId : profile.chatId;
  const seenLanguage = who.language ?? profile.seenLanguage;
  // A channel's address is that of its team, which may be another one in a tenant that is spread over the world.
  const serviceUrl = place.kind === "chat" ? place.address.serviceUrl : profile.serviceUrl;
  const hasMoved = serviceUrl !== profile.serviceUrl;
  if (chatId === profile.chatId && seenLanguage === profile.seenLanguage && !hasMoved && !profile.unreachable) return undefined;
  return {
    unreachable: "",
    ...(chatId ? { chatId } : {}),
    ...(seenLanguage ? { seenLanguage } : {}),
    ...(hasMoved && serviceUrl ? { serviceUrl } : {}),
  };
};

/** Notes that Gnist was added to a person's own chat, or removed from it. */
export const setReachable = async (
  happened: "added-to-person" | "removed-from-person",
  scene: Scene,
  place: Place,
  ports: Ports,
): Promise<void> => {
  if (await isErased(scene, ports)) return;
  const here = { chatId: place.address.conversationId, unreachable: "" };
  if (happened === "added-to-person") return saveFacts(scene, ports, here);
  await planEraseAlone(scene, ports);
  await saveFacts(scene, ports, { unreachable: "not-installed" });
};

export const saveFacts = async (scene: Scene, ports: Ports, facts: Profile): Promise<void> => {
  await saveProfile(ports.rows, scene.who.person, await scene.person(), facts);
  scene.forgetPerson();
};

export const zoneOfPerson = async (scene: Scene, ports: Ports) => (await teamsOf(scene, ports))[0]?.settings.zone ?? "UTC";
