import type { RoundId } from "../domain/cadence.ts";
import type { IdeaId } from "../domain/idea.ts";
import { personIdOf } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import { type Member, type PersonId, type Standing, standings } from "../domain/person.ts";
import type { TeamId } from "../domain/team.ts";
import type { Change, Rows } from "../ports.ts";
import { kinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { teamPartition } from "./teams.ts";
import { under } from "./under.ts";

export type Profile = Of<typeof kinds.profile>;

/** `isNew`: nothing has been kept of them yet. `left`: teams that they have left, or are guests in. */
export type Person = {
  readonly profile: Profile;
  readonly teams: readonly TeamId[];
  readonly left: readonly TeamId[];
  readonly isNew: boolean;
};

const personPartition = (person: PersonId) => `person|${person}`;

const keyIn = (standing: Standing, person: PersonId) => `${standing}|${person}`;

/** The language to speak with somebody: their own choice, else what their Teams uses. */
export const languageOfPerson = (person: Pick<Profile, "language" | "seenLanguage">): Language | undefined =>
  person.language ?? person.seenLanguage;

/** A person's profile, without their teams: one row, where `readPerson` asks for a range. */
export const readProfile = async (rows: Rows, person: PersonId): Promise<Profile | undefined> => {
  const partition = personPartition(person);
  const row = await rows.get(partition, "profile");
  return row && decode(kinds.profile, partition, row);
};

export const readPerson = async (store: Rows, person: PersonId): Promise<Person> => {
  const partition = personPartition(person);
  const all = await store.list(partition, { from: "profile", to: "team}" });
  const profile = all.find((row) => row.key === "profile");
  const rows = all.filter((row) => row.key.startsWith("team|"));
  const teams = rows.map((row) => row.key.slice("team|".length));
  const known = decodeAll(kinds.teamOfPerson, partition, rows);
  return {
    isNew: profile === undefined,
    profile: profile ? decode(kinds.profile, partition, profile) : {},
    teams: teams.filter((_team, at) => !known[at]?.left),
    left: teams.filter((_team, at) => known[at]?.left),
  };
};

/** A member of the team; nobody who is a guest in it or has left. */
export const readMember = (rows: Rows, team: TeamId, person: PersonId): Promise<Member | undefined> =>
  readStanding(rows, team, "member", person);

const readStanding = async (rows: Rows, team: TeamId, standing: Standing, person: PersonId): Promise<Member | undefined> => {
  const row = await rows.get(teamPartition(team), keyIn(standing, person));
  return row && { ...decode(kinds[standing], teamPartition(team), row), person, standing };
};

/** Somebody the team knows or has known, whatever they are now. */
export const readAnybody = async (rows: Rows, team: TeamId, person: PersonId): Promise<Member | undefined> => {
  const found = await Promise.all(standings.map((standing) => readStanding(rows, team, standing, person)));
  return found.find((one) => one !== undefined);
};

/** Somebody who was a member of the team and is a guest in it now, or has left it at `leftAt` (ms). */
export const readGone = async (
  rows: Rows,
  team: TeamId,
  person: PersonId,
): Promise<
  { readonly standing: "guest" } | { readonly standing: "left"; readonly leftAt: number; readonly saidLeftAt?: number } | undefined
> => {
  const partition = teamPartition(team);
  const [member, guest, left] = await Promise.all(standings.map((standing) => rows.get(partition, keyIn(standing, person))));
  if (member) return undefined;
  return guest ? { standing: "guest" } : left && { standing: "left", ...decode(kinds.left, partition, left) };
};

/** The members of the team: guests and those who left are not among them. */
export const readMembers = (rows: Rows, team: TeamId): Promise<readonly Member[]> => readAllOf(rows, team, "member");

/** Everybody the team has ever seen, for the reading of its roster. */
export const readEverybody = async (rows: Rows, team: TeamId): Promise<readonly Member[]> =>
  (await Promise.all(standings.map((standing) => readAllOf(rows, team, standing)))).flat();

const readAllOf = async (rows: Rows, team: TeamId, standing: Standing): Promise<readonly Member[]> => {
  const found = await rows.list(teamPartition(team), under(standing));
  const members = decodeAll(kinds[standing], teamPartition(team), found);
  return members.map((member, at) => ({ ...member, person: found[at]?.key.slice(standing.length + 1) ?? "", standing }));
};

/**
 * Writes a person of the team anew, whatever they were before (`was`): who becomes a guest or leaves keeps their row under another key, so that the row
 * `member|…` is there for members alone.
 * @param at the instant (ms) of this reading of the roster, kept of who has left
 */
export const putMember = (member: Member, was: Standing | undefined, at: number): readonly Change[] => {
  const { person, standing } = member;
  const values = standing === "left" ? encode(kinds.left, { ...member, leftAt: at }) : encode(kinds[standing], member);
  return [
    ...(was && was !== standing ? [{ do: "delete", key: keyIn(was, person) } as const] : []),
    { do: "put", key: keyIn(standing, person), values },
  ];
};

/** Sets some facts of a member and leaves the others. It fails where they are no member: with no facts, it proves that they are one. */
export const mergeMember = (person: PersonId, facts: Partial<Member>): Change => mergeStanding("member", person, facts);

/** Sets some facts of somebody who is a member, or a guest, or has left. */
export const mergeStanding = (standing: Standing, person: PersonId, facts: Partial<Member>): Change => ({
  do: "merge",
  key: keyIn(standing, person),
  values: encode(kinds.member, facts),
});

/** Notes that somebody whom Teams names by its own id alone is this person. @param alone the id that `personIdOf` makes of Teams' own id */
export const putKnownAs = async (rows: Rows, alone: PersonId, person: PersonId): Promise<void> => {
  await rows.commit(personPartition(alone), [{ do: "put", key: "known-as", values: encode(kinds.knownAs, { person }) }]);
};

/** The person whom Teams names, also where it gives its own id alone. */
export const personNamed = async (
  tenantId: string,
  named: { readonly entraId?: string; readonly teamsId: string },
  rows: Rows,
): Promise<PersonId> => {
  const person = personIdOf(tenantId, named);
  return named.entraId === undefined ? ((await readKnownAs(rows, person)) ?? person) : person;
};

/** The person whom Teams has named by its own id alone. */
export const readKnownAs = async (rows: Rows, alone: PersonId): Promise<PersonId | undefined> => {
  const partition = personPartition(alone);
  const row = await rows.get(partition, "known-as");
  return row && decode(kinds.knownAs, partition, row).person;
};

export const joinTeam = async (rows: Rows, person: PersonId, team: TeamId): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "put", key: `team|${team}`, values: encode(kinds.teamOfPerson, {}) }]);
};

export const leaveTeam = async (rows: Rows, person: PersonId, team: TeamId): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "put", key: `team|${team}`, values: encode(kinds.teamOfPerson, { left: true }) }]);
};

/**
 * Notes on a person's rows in all their teams that they are in several, so that rounds know to claim their week. The note of the one who looks is written last:
 * a crash before it lets the next reading of the roster look again.
 */
export const noteSeveral = async (rows: Rows, person: PersonId, team: TeamId): Promise<boolean> => {
  const others = (await readPerson(rows, person)).teams.filter((other) => other !== team);
  const several = others.length > 0;
  const note = (where: TeamId) => rows.commit(teamPartition(where), [mergeMember(person, { several })]);
  await Promise.all(others.map(note));
  await note(team);
  return several;
};

/** `tag`: of the row as it was read; missing where the claim has just been made. */
type Week = Of<typeof kinds.week> & { readonly tag?: string };

const weekKey = (week: RoundId) => `week|${week}`;

/** Claims somebody's week for a team, unless another team has it. */
export const claimWeek = async (rows: Rows, person: PersonId, week: RoundId, team: TeamId): Promise<Week> => {
  const key = weekKey(week);
  const partition = personPartition(person);
  if ((await rows.commit(partition, [{ do: "insert", key, values: encode(kinds.week, { team }) }])) === "done") return { team };
  const row = await rows.get(partition, key);
  return row ? { ...decode(kinds.week, partition, row), tag: row.tag } : { team };
};

/** Hands somebody's week over to another team. False where the claim has changed since it was read. */
export const takeWeek = async (rows: Rows, person: PersonId, week: RoundId, team: TeamId, tag: string): Promise<boolean> =>
  (await rows.commit(personPartition(person), [{ do: "merge", key: weekKey(week), tag, values: encode(kinds.week, { team }) }])) === "done";

/** They were asked for one team and chose another: they count there. */
export const choseTeam = async (rows: Rows, person: PersonId, week: RoundId, team: TeamId): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "merge", key: weekKey(week), values: encode(kinds.week, { chose: team }) }]);
};

/** Claims a form for a team, so that it is sent for one team only. @param form its name, `formIdOf` @returns the team that has it */
export const claimForm = async (rows: Rows, person: PersonId, form: string, team: TeamId): Promise<TeamId> => {
  const key = `form|${form}`;
  const partition = personPartition(person);
  if ((await rows.commit(partition, [{ do: "insert", key, values: encode(kinds.form, { team }) }])) === "done") return team;
  const row = await rows.get(partition, key);
  return row ? decode(kinds.form, partition, row).team : team;
};

/** Takes back the claim of a form that was not stored. */
export const releaseForm = async (rows: Rows, person: PersonId, form: string): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "delete", key: `form|${form}` }]);
};

/** Remembers under which id a typed message is kept as an idea. @param typed its name, `typedIdOf` @returns the id it already has, where Teams delivers it again */
export const claimTyped = async (rows: Rows, person: PersonId, typed: string, idea: IdeaId): Promise<IdeaId> => {
  const key = `typed|${typed}`;
  const partition = personPartition(person);
  if ((await rows.commit(partition, [{ do: "insert", key, values: encode(kinds.typed, { idea }) }])) === "done") return idea;
  const row = await rows.get(partition, key);
  return row ? decode(kinds.typed, partition, row).idea : idea;
};

/** Forgets a typed message, whether it is remembered or not. */
export const forgetTyped = async (rows: Rows, person: PersonId, typed: string): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "delete", key: `typed|${typed}` }]);
};

/** True for the first who asks: a person is welcomed once. */
export const claimWelcome = async (rows: Rows, person: PersonId): Promise<boolean> =>
  (await rows.commit(personPartition(person), [{ do: "insert", key: "welcomed", values: encode(kinds.welcomed, {}) }])) === "done";

/**
 * Keeps what a person chose or what was learned of them, and copies into each of their teams what a send there needs. Only the given facts are written, so that
 * two that are learned at once do not undo each other.
 */
export const saveProfile = async (rows: Rows, id: PersonId, person: Person, facts: Profile): Promise<void> => {
  const values = encode(kinds.profile, facts);
  const write = (how: "merge" | "insert") => rows.commit(personPartition(id), [{ do: how, key: "profile", values }]);
  const profile = async () => {
    const first = person.isNew ? "insert" : "merge";
    if ((await write(first)) !== "done") await write(person.isNew ? "merge" : "insert");
  };
  await Promise.all([profile(), ...person.teams.map((team) => rows.commit(teamPartition(team), [mergeMember(id, facts)]))]);
};
