import type { TeamId } from "../domain/ids.ts";
import type { Change, Rows } from "../ports.ts";
import { countdown } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

export type TeamAudit = Of<typeof rowKinds.teamAudit>;

/** The key of a note. @param nonce names the change, so that it is noted once */
export const teamAuditKey = (at: number, nonce: string): string => `audit|${countdown(at)}|${nonce}`;

export const putTeamAudit = (key: string, audit: TeamAudit): Change => ({ do: "put", key, values: encode(rowKinds.teamAudit, audit) });

export const readTeamAudit = async (rows: Rows, team: TeamId, key: string): Promise<TeamAudit | undefined> => {
  const row = await rows.get(teamPartition(team), key);
  return row && decode(rowKinds.teamAudit, teamPartition(team), row);
};

/** The latest changes of a team's settings, the newest first. */
export const readTeamAudits = async (rows: Rows, team: TeamId, most: number): Promise<readonly TeamAudit[]> =>
  decodeAll(rowKinds.teamAudit, teamPartition(team), await rows.list(teamPartition(team), under("audit"), most));
