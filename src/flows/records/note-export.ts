import type { TeamId } from "../../domain/ids.ts";
import type { Ports } from "../../ports.ts";
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
