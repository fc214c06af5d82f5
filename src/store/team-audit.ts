import type { TeamId } from "../domain/ids.ts";
import type { Change, Rows } from "../ports.ts";
import { countdown } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decodeAll, encode, type Of } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

type TeamAudit = Of<typeof rowKinds.teamAudit>;

/** Notes what a person changed. @param nonce names the change, so that it is noted once */
export const putTeamAudit = (audit: TeamAudit, nonce: string): Change => ({
  do: "put",
  key: `audit|${countdown(audit.at)}|${nonce}`,
  values: encode(rowKinds.teamAudit, audit),
});

/** The latest changes of a team's settings, the newest first. */
export const readTeamAudits = async (rows: Rows, team: TeamId, most: number): Promise<readonly TeamAudit[]> =>
  decodeAll(rowKinds.teamAudit, teamPartition(team), await rows.list(teamPartition(team), under("audit"), most));
