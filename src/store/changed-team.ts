import type { TeamId } from "../domain/ids.ts";
import type { ChangedTeam } from "../domain/settings/teams-change.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode } from "./record.ts";
import { teamPartition } from "./team.ts";

const keyOf = (change: string) => `changed|${change}`;

/** Reads what a change for many teams has changed in one of them. */
export const readChangedTeam = async (rows: Rows, team: TeamId, change: string): Promise<ChangedTeam | undefined> => {
  const row = await rows.get(teamPartition(team), keyOf(change));
  return row && decode(rowKinds.changed, teamPartition(team), row);
};

export const putChangedTeam = (change: string, values: ChangedTeam): Change => ({
  do: "put",
  key: keyOf(change),
  values: encode(rowKinds.changed, values),
});
