import type { TeamId } from "../../domain/ids.ts";
import { keptAfterLeavingMs } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { deleteTeam, deleteTeamRows } from "../../store/erase.ts";
import { readTeam, type StoredTeam } from "../../store/team.ts";
import { afterStoringMs, type JobFlow } from "../flow.ts";

/** Pages of rows that one run of the job deletes. */
const pagesInRun = 20;

/** Deletes a team that Gnist was removed from 30 days ago, and its people who are in no other team. A team to which Gnist was added again stays. */
export const eraseTeam: JobFlow<"erase-team"> = async ({ team: id }, ports) => {
  const { rows, jobs, log } = ports;
  for (let pages = 0; pages < pagesInRun; pages += 1) {
    const removed = await readRemoved(id, ports);
    if (!removed) return undefined;
    if (await deleteTeamRows(rows, removed.team)) continue;
    await jobs.put({ job: "clear-erased" }, afterStoringMs);
    // It may have been added again since it was read.
    if (!(await deleteTeam(rows, removed))) continue;
    log.info("team-erased", { team: id });
    return undefined;
  }
  return { laterMs: 0 };
};

const readRemoved = async (id: TeamId, { rows, clock }: Ports): Promise<StoredTeam | undefined> => {
  const stored = await readTeam(rows, id);
  const removedAt = stored?.team.removedAt;
  return removedAt !== undefined && removedAt + keptAfterLeavingMs <= clock.now() ? stored : undefined;
};
