import type { TeamId } from "../../domain/ids.ts";
import { roleIn } from "../../domain/settings/act.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { noteAct } from "../../store/act.ts";
import { insertExport } from "../../store/exported.ts";
import type { FileOffer } from "../../store/file.ts";
import { afterStoringMs } from "../flow.ts";

/**
 * Notes that a lead has got the whole of an export of all that the team has. A team that keeps until exported then counts its months from here, and a job takes the words out
 * of the copies that were withdrawn before it. Again, with the same instant, it changes nothing.
 * @param at the instant (ms) before which everything is in the export: that at which it began to read
 */
export const noteExport = async ({ rows, jobs }: Pick<Ports, "rows" | "jobs">, team: TeamId, at: number): Promise<void> => {
  await jobs.put({ job: "blank-copies", team }, afterStoringMs);
  await insertExport(rows, team, at);
};

/**
 * Notes for admins that a person begins to take an export: by which role, and nothing of what is in it. It is noted before the first byte goes, because somebody
 * who breaks off just before the end has read nearly all of it.
 */
export const noteTaking = async (
  { tenant, team, person, asAdmin }: Pick<FileOffer, "tenant" | "person" | "asAdmin"> & { readonly team?: Team },
  ports: Ports,
): Promise<void> => {
  const at = ports.clock.now();
  const across = { role: asAdmin ? "admin" : "coordinator", did: "measures-exported" } as const;
  const act = team ? ({ role: roleIn(team, person, false, at), did: "exported", team: team.id } as const) : across;
  await noteAct(ports.rows, tenant, { at, who: person, ...act }, ports.chance.id());
};
