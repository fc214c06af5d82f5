import { noteAct } from "../../store/act.ts";
import { readTeam } from "../../store/team.ts";
import { readTeamAudit } from "../../store/team-audit.ts";
import type { JobFlow } from "../flow.ts";

/** Copies a note of a team to the audit that admins read, which stays when the team's rows are deleted. */
export const keepAct: JobFlow<"keep-act"> = async ({ team: id, note }, { rows }) => {
  const [stored, audit] = await Promise.all([readTeam(rows, id), readTeamAudit(rows, id, note)]);
  if (!stored || !audit) return undefined;
  await noteAct(rows, stored.team.tenantId, { ...audit, did: "settings", team: id }, note.split("|")[2] ?? "");
  return undefined;
};
