import type { TeamId } from "../domain/ids.ts";
import { type Member, type PersonId, type Standing, standings } from "../domain/people/person.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

const keyAs = (standing: Standing, person: PersonId) => `${standing}|${person}`;

/** A member of the team; nobody who is a guest in it or has left. */
export const readMember = (rows: Rows, team: TeamId, person: PersonId): Promise<Member | undefined> =>
  readStanding(rows, team, "member", person);

const readStanding = async (rows: Rows, team: TeamId, standing: Standing, person: PersonId): Promise<Member | undefined> => {
  const row = await rows.get(teamPartition(team), keyAs(standing, person));
  return row && { ...decode(rowKinds[standing], teamPartition(team), row), person, standing };
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
  const [member, guest, left] = await Promise.all(standings.map((standing) => rows.get(partition, keyAs(standing, person))));
  if (member) return undefined;
  return guest ? { standing: "guest" } : left && { standing: "left", ...decode(rowKinds.left, partition, left) };
};

/** The members of the team: guests and those who left are not among them. */
export const readMembers = (rows: Rows, team: TeamId): Promise<readonly Member[]> => readAllOf(rows, team, "member");

/** Everybody the team has ever seen, for the reading of its roster. */
export const readEverybody = async (rows: Rows, team: TeamId): Promise<readonly Member[]> =>
  (await Promise.all(standings.map((standing) => readAllOf(rows, team, standing)))).flat();

const readAllOf = async (rows: Rows, team: TeamId, standing: Standing): Promise<readonly Member[]> => {
  const found = await rows.list(teamPartition(team), under(standing));
  const members = decodeAll(rowKinds[standing], teamPartition(team), found);
  return members.map((member, at) => ({ ...member, person: found[at]?.key.slice(standing.length + 1) ?? "", standing }));
};

/**
 * Writes a person of the team anew, whatever they were before (`was`): who becomes a guest or leaves keeps their row under another key, so that the row
 * `member|…` is there for members alone.
 * @param at the instant (ms) of this reading of the roster, kept of who has left
 */
export const putMember = (member: Member, was: Standing | undefined, at: number): readonly Change[] => {
  const { person, standing } = member;
  const values = standing === "left" ? encode(rowKinds.left, { ...member, leftAt: at }) : encode(rowKinds[standing], member);
  return [
    ...(was && was !== standing ? [{ do: "delete", key: keyAs(was, person) } as const] : []),
    { do: "put", key: keyAs(standing, person), values },
  ];
};

/** Sets some facts of a member and leaves the others. It fails where they are no member: with no facts, it proves that they are one. */
export const mergeMember = (person: PersonId, facts: Partial<Member>): Change => mergeStanding("member", person, facts);

/** Sets some facts of somebody who is a member, or a guest, or has left. */
export const mergeStanding = (standing: Standing, person: PersonId, facts: Partial<Member>): Change => ({
  do: "merge",
  key: keyAs(standing, person),
  values: encode(rowKinds.member, facts),
});
