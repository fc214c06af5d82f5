import type { TeamId } from "../../domain/ids.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { roleIn } from "../../domain/settings/act.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { noteAct } from "../../store/act.ts";
import { insertExport } from "../../store/exported.ts";
import { afterStoringMs } from "../flow.ts";

/**
 * Notes that a lead has got an export of all that the team has. A team that keeps until exported then counts its months from here, and a job takes the words out
 * of the copies that were withdrawn before it. Again, with the same instant, it changes nothing.
 * @param at the instant (ms) before which everything is in the export: that at which it began to read
 */
export const noteExport = async ({ rows, jobs }: Pick<Ports, "rows" | "jobs">, team: TeamId, at: number): Promise<void> => {
  await jobs.put({ job: "blank-copies", team }, afterStoringMs);
  await insertExport(rows, team, at);
};

/** Notes an export whose file a lead has taken whole; admins read that it was done, by which role, and nothing of what is in it. */
export const noteTaken = async (
  { team, person, at }: { readonly team: Team; readonly person: PersonId; readonly at: number },
  ports: Ports,
): Promise<void> => {
  const role = roleIn(team, person, false, at);
  await noteExport(ports, team.id, at);
  await noteAct(ports.rows, team.tenantId, { at: ports.clock.now(), who: person, role, did: "exported", team: team.id }, ports.chance.id());
};
