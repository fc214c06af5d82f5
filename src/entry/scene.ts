import { personIdOf, typedIdOf } from "../domain/ids.ts";
import type { Incoming, Place } from "../domain/incoming.ts";
import type { RecentTeam, Scene, Where } from "../flows/flow.ts";
import { whenShown } from "../flows/ideas/idea-form.ts";
import type { Ports } from "../ports.ts";
import { type Person, personNamed, readPerson } from "../store/person.ts";
import { readTeam } from "../store/team.ts";
import type { Recent } from "./recent.ts";

/** Settings and caches from which scenes are made. */
export type SceneSettings = {
  readonly local: boolean;
  readonly url?: string;
  readonly zone: string;
  readonly admins: readonly string[];
  /** People who wrote or pressed a moment ago, as they were read then. */
  readonly people: Recent<Person>;
  /** Teams that people answered for a moment ago, as they were read then. */
  readonly teams: Recent<RecentTeam | undefined>;
};

/** An activity with a person behind it. */
export type Done = Extract<Incoming, { who: unknown }>;

/** Names the person behind an activity, also where Teams gives no Entra id: the store then knows them by Teams' own id. */
export const named = async <I extends Done>(incoming: I, { rows }: Ports): Promise<I> => {
  const { who, place } = incoming;
  return who.entraId === undefined
    ? { ...incoming, who: { ...who, person: await personNamed(place.address.tenantId, who, rows) } }
    : incoming;
};

/** Place and name of an activity, where it is a written message. */
export const triedOf = (incoming: Done): Pick<Scene, "where" | "typed"> => {
  const { place } = incoming;
  const isTyped = incoming.happened === "wrote" && incoming.activity !== "";
  return { where: whereOf(place), ...(isTyped ? { typed: typedIdOf(place.address.conversationId, incoming.activity) } : {}) };
};

export const sceneOf = (
  incoming: Done,
  ports: Ports,
  { local, url, zone, admins, people, teams }: SceneSettings,
  secret: () => string = () => ports.chance.id(),
): Scene => {
  const { who, place } = incoming;
  const { person, entraId } = who;
  const tenant = place.address.tenantId;
  let reading: Promise<Person> | undefined;
  return {
    who,
    tenant,
    ...triedOf(incoming),
    text: incoming.happened === "wrote" ? incoming.text : "",
    secret,
    local,
    ...(url === undefined ? {} : { url }),
    zone,
    admins: admins.map((admin) => personIdOf(tenant, { teamsId: "", entraId: admin })),
    isAdmin: entraId !== undefined && admins.includes(entraId.toLowerCase()),
    leadsAreAdmins: local && admins.length === 0,
    person: () => {
      // A failed read is not cached: `settingAside` moves the damaged row away, and the work that read it runs again.
      reading ??= people
        .get(person, () => readPerson(ports.rows, person))
        .catch((fault: unknown) => {
          reading = undefined;
          throw fault;
        });
      return reading;
    },
    isCached: () => people.has(person),
    team: (id) => teams.get(id, () => readKnownTeam(id, ports)),
    forgetPerson: () => people.forget(person),
  };
};

export const whereOf = (place: Place): Where => {
  if (place.kind === "channel") {
    const { team, channelId, ownMembers } = place;
    return { kind: "channel", team, channelId, ...(ownMembers ? { ownMembers } : {}) };
  }
  return place.kind === "chat" || place.near === undefined ? { kind: place.kind } : { kind: place.kind, near: place.near };
};

const readKnownTeam = async (id: string, ports: Ports): Promise<RecentTeam | undefined> => {
  const stored = await readTeam(ports.rows, id);
  return stored && { team: stored.team, shown: await whenShown(stored.team, ports) };
};
