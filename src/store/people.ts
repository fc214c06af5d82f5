import { z } from "zod";
import type { RoundId } from "../domain/cadence.ts";
import { type Language, languages } from "../domain/language.ts";
import type { Member, PersonId } from "../domain/person.ts";
import type { TeamId } from "../domain/team.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { decode, encode } from "./record.ts";
import { teamPartition } from "./teams.ts";

/** What a person has chosen for themselves, in all their teams. */
export type Profile = {
  readonly chatId?: string;
  /** Chosen with `language`. */
  readonly language?: Language;
  /** The one their Teams used last. */
  readonly seenLanguage?: Language;
  /** 0 when they are asked again. */
  readonly pausedUntil?: number;
  /** Why Teams refuses messages to them, until they write again; empty when it no longer does. */
  readonly unreachable?: string;
};

/** `isNew`: nothing has been kept of them yet. */
export type Person = { readonly profile: Profile; readonly teams: readonly TeamId[]; readonly isNew: boolean };

const profileShape = z.object({
  chatId: z.string().optional(),
  language: z.enum(languages).optional(),
  seenLanguage: z.enum(languages).optional(),
  pausedUntil: z.number().optional(),
  unreachable: z.string().optional(),
});

const memberShape = z.object({
  person: z.string(),
  teamsId: z.string(),
  name: z.string(),
  isGuest: z.boolean(),
  several: z.boolean().optional(),
  chatId: z.string().optional(),
  language: z.enum(languages).optional(),
  seenLanguage: z.enum(languages).optional(),
  pausedUntil: z.number().optional(),
  askedSince: z.string().optional(),
  leftAt: z.number().optional(),
  unreachable: z.string().optional(),
});

const personPartition = (person: PersonId) => `person|${person}`;
const memberKey = (person: PersonId) => `member|${person}`;

/** The range of all rows whose key begins with `prefix` and a bar. */
export const under = (prefix: string) => ({ from: `${prefix}|`, to: `${prefix}}` });

/** The language to speak with somebody: their own choice, else what their Teams uses. */
export const languageOfPerson = (person: Pick<Profile, "language" | "seenLanguage">): Language | undefined =>
  person.language ?? person.seenLanguage;

/** What is kept of a person, without their teams: one row, where `readPerson` asks for a range. */
export const readProfile = async (rows: Rows, person: PersonId): Promise<Profile | undefined> => {
  const row = await rows.get(personPartition(person), "profile");
  return row && (decode(profileShape, row) as Profile);
};

export const readPerson = async (rows: Rows, person: PersonId): Promise<Person> => {
  const all = await rows.list(personPartition(person), { from: "profile", to: "team}" });
  const profile = all.find((row) => row.key === "profile");
  return {
    isNew: profile === undefined,
    profile: profile ? (decode(profileShape, profile) as Profile) : {},
    teams: all.filter((row) => row.key.startsWith("team|")).map((row) => row.key.slice("team|".length)),
  };
};

const asMember = (row: Row): Member => decode(memberShape, row) as Member;

export const readMember = async (rows: Rows, team: TeamId, person: PersonId): Promise<Member | undefined> => {
  const row = await rows.get(teamPartition(team), memberKey(person));
  return row && asMember(row);
};

/** Everybody the team has ever seen, those who left included. */
export const readMembers = async (rows: Rows, team: TeamId): Promise<readonly Member[]> =>
  (await rows.list(teamPartition(team), under("member"))).map(asMember);

export const putMember = (member: Member): Change => ({ do: "put", key: memberKey(member.person), values: encode(member) });

/** Sets some facts of a member and leaves the others; the row must exist. */
export const mergeMember = (person: PersonId, facts: Partial<Member>): Change => ({
  do: "merge",
  key: memberKey(person),
  values: encode(facts),
});

export const joinTeam = async (rows: Rows, person: PersonId, team: TeamId): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "put", key: `team|${team}`, values: encode({}) }]);
};

export const leaveTeam = async (rows: Rows, person: PersonId, team: TeamId): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "delete", key: `team|${team}` }]);
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

const weekShape = z.object({ team: z.string(), chose: z.string().optional() });

/** For which team somebody in several is asked in a week, and which one they chose instead. */
export type Week = z.infer<typeof weekShape>;

const weekKey = (week: RoundId) => `week|${week}`;

/** Claims somebody's week for a team, unless another team has it. */
export const claimWeek = async (rows: Rows, person: PersonId, week: RoundId, team: TeamId): Promise<Week> => {
  const key = weekKey(week);
  if ((await rows.commit(personPartition(person), [{ do: "insert", key, values: encode({ team }) }])) === "done") return { team };
  const row = await rows.get(personPartition(person), key);
  return row ? decode(weekShape, row) : { team };
};

/** They were asked for one team and chose another: they count there. */
export const choseTeam = async (rows: Rows, person: PersonId, week: RoundId, team: TeamId): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "merge", key: weekKey(week), values: encode({ chose: team }) }]);
};

/** Claims a form for a team, so that it is sent for one team only. @returns the team that has it */
export const claimForm = async (rows: Rows, person: PersonId, nonce: string, team: TeamId): Promise<TeamId> => {
  const key = `form|${nonce}`;
  const claimed = await rows.commit(personPartition(person), [{ do: "insert", key, values: encode({ team }) }]);
  if (claimed === "done") return team;
  const row = await rows.get(personPartition(person), key);
  return typeof row?.values.team === "string" ? row.values.team : team;
};

/** True for the first who asks: a person is welcomed once. */
export const claimWelcome = async (rows: Rows, person: PersonId): Promise<boolean> =>
  (await rows.commit(personPartition(person), [{ do: "insert", key: "welcomed", values: encode({}) }])) === "done";

/**
 * Keeps what a person chose or what was learned of them, and copies into each of their teams what a send there needs. Only the given facts are written, so that
 * two that are learned at once do not undo each other.
 */
export const saveProfile = async (rows: Rows, id: PersonId, person: Person, facts: Profile): Promise<void> => {
  const write = (how: "merge" | "insert") => rows.commit(personPartition(id), [{ do: how, key: "profile", values: encode(facts) }]);
  const profile = async () => {
    const first = person.isNew ? "insert" : "merge";
    if ((await write(first)) !== "done") await write(person.isNew ? "merge" : "insert");
  };
  await Promise.all([profile(), ...person.teams.map((team) => rows.commit(teamPartition(team), [mergeMember(id, facts)]))]);
};
