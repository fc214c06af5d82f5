import { dateOf, isOfOtherYear, startOfDate } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import { personIdOf } from "../domain/ids.ts";
import type { Message } from "../domain/message.ts";
import { mostPauseWeeks, untilResumed } from "../domain/person.ts";
import { settleDay } from "../domain/written-time.ts";
import type { Ports } from "../ports.ts";
import { claimWelcome, type Profile, putKnownAs, readPerson, readProfile, saveProfile } from "../store/people.ts";
import { type ActionFlow, type Answer, type CommandFlow, refuse, type Scene } from "./flow.ts";
import { keepAddress } from "./keep-address.ts";
import { leadsTeam, teamsOf } from "./who.ts";

/** A welcome for somebody who added Gnist for themselves; once, though Teams tells it twice. */
export const welcomePerson = async (scene: Scene, ports: Ports): Promise<Answer | undefined> => {
  if (!(await claimWelcome(ports.rows, scene.who.person))) return undefined;
  const [team] = await teamsOf(scene, ports);
  return { say: "welcome-person", local: scene.local, ...(team ? { team: teamView(team) } : {}) };
};

export const help: CommandFlow<"help"> = async (_command, scene, ports) => {
  const teams = await teamsOf(scene, ports);
  const [team] = teams;
  const lead = teams.some((one) => leadsTeam(one, scene.who.person));
  return {
    say: "help",
    lead,
    admin: scene.isAdmin || (scene.leadsAreAdmins && lead),
    local: scene.local,
    ...(team ? { team: teamView(team) } : {}),
  };
};

/**
 * Keeps what an activity tells of a person: their chat and the language their Teams uses. Whoever writes can be reached again, so an earlier refusal is forgotten.
 */
export const rememberPerson = async (scene: Scene, ports: Ports): Promise<void> => {
  const person = await scene.person();
  const facts = newsOf(person.profile, scene);
  if (!facts) return;
  const { who, place } = scene;
  const { tenantId } = place.address;
  if (person.isNew && who.entraId !== undefined) await putKnownAs(ports.rows, personIdOf(tenantId, { teamsId: who.teamsId }), who.person);
  // Their teams first: a crash in between finds the address still new, and tells them all again.
  if (facts.serviceUrl !== undefined) for (const team of person.teams) await keepAddress(team, place.address, ports);
  await saveProfile(ports.rows, scene.who.person, person, facts);
  scene.forgetPerson();
};

/** Remembers after an answer, which has read nothing of them: one row tells whether there is anything to keep, and most often there is not. */
export const rememberAnswerer = async (scene: Scene, ports: Ports): Promise<void> => {
  const profile = scene.isHeard() ? undefined : await readProfile(ports.rows, scene.who.person);
  if (!profile || newsOf(profile, scene)) await rememberPerson(scene, ports);
};

/** News in the activity that is not kept yet. */
const newsOf = (profile: Profile, { who, place }: Scene): Profile | undefined => {
  const chatId = place.kind === "chat" ? place.address.conversationId : profile.chatId;
  const seenLanguage = who.language ?? profile.seenLanguage;
  // A channel's team has an address of its own, which may be another one in a tenant that is spread over the world.
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

/** Gnist was added to, or taken away from, a person's own chat. */
export const setReachable = async (happened: "added-to-person" | "removed-from-person", scene: Scene, ports: Ports): Promise<void> => {
  const here = { chatId: scene.place.address.conversationId, unreachable: "" };
  await save(scene, ports, happened === "removed-from-person" ? { unreachable: "not-installed" } : here);
};

const save = async (scene: Scene, ports: Ports, facts: Profile): Promise<void> => {
  await saveProfile(ports.rows, scene.who.person, await readPerson(ports.rows, scene.who.person), facts);
  scene.forgetPerson();
};

const zoneOf = async (scene: Scene, ports: Ports) => (await teamsOf(scene, ports))[0]?.settings.zone ?? "UTC";

const weekMs = 7 * 86_400_000;

/** `pause`, `pause 2 weeks`, `pause until 24.12.`: no questions until then, or until `resume`. */
export const writePause: CommandFlow<"pause"> = async (command, scene, ports) => {
  const { date } = command;
  if (!date) return pauseFor(undefined, scene, ports);
  if ("weeks" in date) {
    const isLongEnough = Number.isInteger(date.weeks) && date.weeks >= 1 && date.weeks <= mostPauseWeeks;
    return isLongEnough ? pauseFor(date.weeks, scene, ports) : refuse("bad-pause");
  }
  const zone = await zoneOf(scene, ports);
  const today = dateOf(ports.clock.now(), zone);
  const day = settleDay(date, today);
  if ("no" in day) return refuse(day.no);
  if (day.got === today) return refuse("past-date");
  const until = startOfDate(day.got, zone);
  await save(scene, ports, { pausedUntil: until });
  return paused(until, zone, ports);
};

const paused = (until: number, zone: string, ports: Ports): Message => ({
  say: "paused",
  zone,
  until,
  ...(isOfOtherYear(dateOf(until, zone), ports.clock.now(), zone) ? { otherYear: true } : {}),
});

/** *Pause* at once; the card that answers offers an end, and *Resume*. */
export const pause: ActionFlow<"pause"> = (action, scene, ports) => pauseFor(action.weeks, scene, ports);

const pauseFor = async (weeks: number | undefined, scene: Scene, ports: Ports): Promise<Message> => {
  const until = weeks === undefined ? undefined : ports.clock.now() + weeks * weekMs;
  const [zone] = await Promise.all([zoneOf(scene, ports), save(scene, ports, { pausedUntil: until ?? untilResumed })]);
  return until === undefined ? { say: "paused", zone } : paused(until, zone, ports);
};

const resumed = async (scene: Scene, ports: Ports): Promise<Message> => {
  const [teams] = await Promise.all([teamsOf(scene, ports), save(scene, ports, { pausedUntil: 0 })]);
  const [team] = teams;
  return {
    say: "resumed",
    ...(team ? { team: teamView(team) } : {}),
    ...(team?.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
  };
};

export const resume: ActionFlow<"resume"> = (_action, scene, ports) => resumed(scene, ports);
export const writeResume: CommandFlow<"resume"> = (_command, scene, ports) => resumed(scene, ports);

/** `language svenska`; alone, it says which there are. */
export const setLanguage: CommandFlow<"language"> = async (command, scene, ports) => {
  const { language } = command;
  if (!language) return { say: "which-language" };
  await save(scene, ports, { language });
  return { message: { say: "language-set", language }, language };
};
