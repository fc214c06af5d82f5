import { personIdOf, type TeamId } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { mergeMember } from "./member.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

export type Profile = Of<typeof rowKinds.profile>;

/** `isNew`: the person has no profile yet. `left`: teams that they have left, or are guests in. */
export type Person = {
  readonly profile: Profile;
  readonly teams: readonly TeamId[];
  readonly left: readonly TeamId[];
  readonly isNew: boolean;
};

export const personPartition = (person: PersonId) => `person|${person}`;

/** The language in which Gnist writes to a person: their own choice, else that of their Teams client. */
export const languageOfPerson = (person: Pick<Profile, "language" | "seenLanguage">): Language | undefined =>
  person.language ?? person.seenLanguage;

/** Reads a person's profile without their teams: one row, where `readPerson` reads a range. */
export const readProfile = async (rows: Rows, person: PersonId): Promise<Profile | undefined> => {
  const partition = personPartition(person);
  const row = await rows.get(partition, "profile");
  return row && decode(rowKinds.profile, partition, row);
};

export const readPerson = async (store: Rows, person: PersonId): Promise<Person> => {
  const partition = personPartition(person);
  const all = await store.list(partition, { from: "profile", to: "team}" });
  const profile = all.find((row) => row.key === "profile");
  const rows = all.filter((row) => row.key.startsWith("team|"));
  const teams = rows.map((row) => row.key.slice("team|".length));
  const known = decodeAll(rowKinds.teamOfPerson, partition, rows);
  return {
    isNew: profile === undefined,
    profile: profile ? decode(rowKinds.profile, partition, profile) : {},
    teams: teams.filter((_team, at) => !known[at]?.left),
    left: teams.filter((_team, at) => known[at]?.left),
  };
};

/** Stores the alias of a person whom Teams has named by its own id alone. @param alone the id that `personIdOf` makes of Teams' own id */
export const putKnownAs = async (rows: Rows, alone: PersonId, person: PersonId): Promise<void> => {
  await rows.commit(personPartition(alone), [{ do: "put", key: "known-as", values: encode(rowKinds.knownAs, { person }) }]);
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

/** The person behind an alias. */
export const readKnownAs = async (rows: Rows, alone: PersonId): Promise<PersonId | undefined> => {
  const partition = personPartition(alone);
  const row = await rows.get(partition, "known-as");
  return row && decode(rowKinds.knownAs, partition, row).person;
};

export const joinTeam = async (rows: Rows, person: PersonId, team: TeamId): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "put", key: `team|${team}`, values: encode(rowKinds.teamOfPerson, {}) }]);
};

export const leaveTeam = async (rows: Rows, person: PersonId, team: TeamId): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "put", key: `team|${team}`, values: encode(rowKinds.teamOfPerson, { left: true }) }]);
};

/** Deletes a person's rows about a team that is to keep nothing of them. */
export const dropTeamOfPerson = async (rows: Rows, person: PersonId, team: TeamId): Promise<void> => {
  const partition = personPartition(person);
  const waiting = await rows.list(partition, under(`news|${team}`));
  for (const key of [`team|${team}`, ...waiting.map((row) => row.key)]) await rows.commit(partition, [{ do: "delete", key }]);
};

/**
 * Notes on a person's rows in all their teams whether they are in several, so that rounds claim their week. The row in the calling team is written last: after
 * a crash before it, the next reading of the roster looks again.
 */
export const noteSeveral = async (rows: Rows, person: PersonId, team: TeamId): Promise<boolean> => {
  const others = (await readPerson(rows, person)).teams.filter((other) => other !== team);
  const inSeveralTeams = others.length > 0;
  const note = (where: TeamId) => rows.commit(teamPartition(where), [mergeMember(person, { inSeveralTeams })]);
  await Promise.all(others.map(note));
  await note(team);
  return inSeveralTeams;
};

/** Claims the welcome of a person. True for the first call alone, so Gnist welcomes them at most once. */
export const claimWelcome = async (rows: Rows, person: PersonId): Promise<boolean> =>
  (await rows.commit(personPartition(person), [{ do: "insert", key: "welcomed", values: encode(rowKinds.welcomed, {}) }])) === "done";

/**
 * Stores facts that a person chose or that Gnist learned of them, and copies into each of their teams those that a send there needs. It writes only the given
 * facts, so that two writes at once do not undo each other.
 */
export const saveProfile = async (rows: Rows, id: PersonId, person: Person, facts: Profile): Promise<void> => {
  const values = encode(rowKinds.profile, facts);
  const write = (how: "merge" | "insert") => rows.commit(personPartition(id), [{ do: how, key: "profile", values }]);
  const profile = async () => {
    const first = person.isNew ? "insert" : "merge";
    if ((await write(first)) !== "done") await write(person.isNew ? "merge" : "insert");
  };
  await Promise.all([profile(), ...person.teams.map((team) => rows.commit(teamPartition(team), [mergeMember(id, facts)]))]);
};
