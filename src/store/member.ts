import type { TeamId } from "../domain/ids.ts";
import { type Member, type PersonId, type Standing, standings } from "../domain/people/person.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

const keyAs = (standing: Standing, person: PersonId) => `${standing}|${person}`;

/** Reads a member of the team; undefined for a guest, and for a person who has left. */
export const readMember = (rows: Rows, team: TeamId, person: PersonId): Promise<Member | undefined> =>
  readStanding(rows, team, "member", person);

const readStanding = async (rows: Rows, team: TeamId, standing: Standing, person: PersonId): Promise<Member | undefined> => {
  const row = await rows.get(teamPartition(team), keyAs(standing, person));
  return row && { ...decode(rowKinds[standing], teamPartition(team), row), person, standing };
};

/** Reads a person whom the team knows, whatever their standing. */
export const readAnybody = async (rows: Rows, team: TeamId, person: PersonId): Promise<Member | undefined> => {
  const found = await Promise.all(standings.map((standing) => readStanding(rows, team, standing, person)));
  return found.find((one) => one !== undefined);
};

/** The standing of a person who is a guest in the team, or has left it at `leftAt` (ms); undefined for a member. */
export const readGone = async (
  rows: Rows,
  team: TeamId,
  person: PersonId,
): Promise<
  { readonly standing: "guest" } | { readonly standing: "left"; readonly leftAt: number; readonly saidLeftAt?: number } | undefined
> => {
  const partition = teamPartition(team);
  const [member, guest, left] = await Promise.all(standings.map((standing) => rows.get(partition, keyAs(standing, person))));
  if (member) return undefined;
  return guest ? { standing: "guest" } : left && { standing: "left", ...decode(rowKinds.left, partition, left) };
};

/** The members of the team: guests and those who left are not among them. */
export const readMembers = (rows: Rows, team: TeamId): Promise<readonly Member[]> => readAllOf(rows, team, "member");

/** Everybody whom the team has ever seen, for the reading of its roster. */
export const readEverybody = async (rows: Rows, team: TeamId): Promise<readonly Member[]> =>
  (await Promise.all(standings.map((standing) => readAllOf(rows, team, standing)))).flat();

const readAllOf = async (rows: Rows, team: TeamId, standing: Standing): Promise<readonly Member[]> => {
  const found = await rows.list(teamPartition(team), under(standing));
  const members = decodeAll(rowKinds[standing], teamPartition(team), found);
  return members.map((member, at) => ({ ...member, person: found[at]?.key.slice(standing.length + 1) ?? "", standing }));
};

/**
 * Writes a person of the team anew, whose standing was `was`. The row of a person who becomes a guest or leaves moves to another key, so that only members have
 * a row `member|…`.
 * @param at the instant (ms) of this reading of the roster, kept for a person who has left
 */
export const putMember = (member: Member, was: Standing | undefined, at: number): readonly Change[] => {
  const { person, standing } = member;
  const values = standing === "left" ? encode(rowKinds.left, { ...member, leftAt: at }) : encode(rowKinds[standing], member);
  return [
    ...(was && was !== standing ? [{ do: "delete", key: keyAs(was, person) } as const] : []),
    { do: "put", key: keyAs(standing, person), values },
  ];
};

/** Sets some facts of a member and leaves the others. The merge fails where the person is no member: without facts, it proves that they are one. */
export const mergeMember = (person: PersonId, facts: Partial<Member>): Change => mergeStanding("member", person, facts);

/** Sets some facts of a person with this standing. */
export const mergeStanding = (standing: Standing, person: PersonId, facts: Partial<Member>): Change => ({
  do: "merge",
  key: keyAs(standing, person),
  values: encode(rowKinds.member, facts),
});
