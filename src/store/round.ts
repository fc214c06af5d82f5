import type { RoundId, TeamId } from "../domain/ids.ts";
import type { Team } from "../domain/teams/team.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** One turn of the cadence for one team. */
export type Round = Of<typeof rowKinds.round> & { readonly id: RoundId };

const roundKey = (round: RoundId) => `round|${round}`;

export const readRound = async (rows: Rows, team: TeamId, round: RoundId): Promise<Round | undefined> => {
  const row = await rows.get(teamPartition(team), roundKey(round));
  return row && { ...decode(rowKinds.round, teamPartition(team), row), id: round };
};

/** The rounds of a team whose digest has not been posted, the longest open first. The team may still name one that was set aside: it is not among them. */
export const readOpenRounds = async (rows: Rows, team: Pick<Team, "id" | "openRounds">): Promise<readonly Round[]> =>
  (await Promise.all(team.openRounds.map((round) => readRound(rows, team.id, round)))).flatMap((round) => round ?? []);

/** The rounds of a team since a week. */
export const readRoundsSince = async (rows: Rows, team: TeamId, since: RoundId): Promise<readonly Round[]> => {
  const found = await rows.list(teamPartition(team), { ...under("round"), from: roundKey(since) });
  const rounds = decodeAll(rowKinds.round, teamPartition(team), found);
  return rounds.map((round, at) => ({ ...round, id: found[at]?.key.slice("round|".length) ?? "" }));
};

export const insertRound = (round: Round): Change => ({ do: "insert", key: roundKey(round.id), values: encode(rowKinds.round, round) });

export const putRound = (round: Round): Change => ({ do: "put", key: roundKey(round.id), values: encode(rowKinds.round, round) });

export const mergeRound = (id: RoundId, facts: Partial<Omit<Round, "id">>): Change => ({
  do: "merge",
  key: roundKey(id),
  values: encode(rowKinds.round, facts),
});
