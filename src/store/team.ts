import type { TeamId } from "../domain/ids.ts";
import type { Team } from "../domain/teams/team.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode } from "./record.ts";

/** The partition of a team. Rows that change together stand in it together, because a transaction covers one partition. */
export const teamPartition = (team: TeamId) => `team|${team}`;

const teamKey = "team";

export type StoredTeam = { readonly team: Team; readonly tag: string };

export const readTeam = async (rows: Rows, id: TeamId): Promise<StoredTeam | undefined> => {
  const row = await rows.get(teamPartition(id), teamKey);
  return row && { team: decode(rowKinds.team, teamPartition(id), row), tag: row.tag };
};

export const insertTeam = (team: Team): Change => ({ do: "insert", key: teamKey, values: encode(rowKinds.team, team) });

export const putTeam = (team: Team, tag: string): Change => ({ do: "put", key: teamKey, values: encode(rowKinds.team, team), tag });

/** The new state of a team, with further changes of its partition. */
type Changed = { readonly team: Team; readonly also?: readonly Change[] };

/**
 * Changes a team with optimistic concurrency: a compare-and-set on its row, again on the fresh row where another write was quicker. `also` changes other rows
 * of its partition in the same transaction. `undefined` from `change` leaves the team as it is; `known` spares the first read.
 * @returns the team as it now stands, or undefined where there is none.
 * @throws Error where a row that `also` changes is not there: a further try would fail too
 */
export const changeTeam = async (
  rows: Rows,
  id: TeamId,
  change: (team: Team) => Changed | undefined | Promise<Changed | undefined>,
  known?: StoredTeam,
): Promise<Team | undefined> => {
  for (let stored = known ?? (await readTeam(rows, id)); ; stored = await readTeam(rows, id)) {
    if (!stored) return undefined;
    const changed = await change(stored.team);
    if (!changed) return stored.team;
    const commit = await rows.commit(teamPartition(id), [putTeam(changed.team, stored.tag), ...(changed.also ?? [])]);
    if (commit === "done") return changed.team;
    if (commit === "missing" && changed.also?.length) throw new Error("a row that changes with its team is not there");
  }
};
