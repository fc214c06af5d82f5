import { isWorkingDay, nextWorkingMorning } from "../../domain/asking/calendar.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { type Due, putDue } from "../../store/due.ts";
import { readTeam } from "../../store/team.ts";
import { afterStoringMs, type JobEnd } from "../flow.ts";

/**
 * Puts off a job on a day that is no working day of the team, until the next morning that is one. Its flow then decides by the rows as they are by
 * then, so that what is no longer true is not sent. It waits in a due row, by Gnist's clock.
 */
export const onWorkingDays =
  <J extends Due["job"]>(flow: (job: J, ports: Ports) => Promise<JobEnd>) =>
  async (job: J, ports: Ports): Promise<JobEnd> => {
    const now = ports.clock.now();
    const settings = (await readTeam(ports.rows, job.team))?.team.settings;
    if (settings === undefined || isWorkingDay(now, settings)) return flow(job, ports);
    await putDue(ports.rows, { at: nextWorkingMorning(now, settings), team: job.team, job });
    return undefined;
  };

/** The instant of a later working day at which a job goes out that is put now; undefined where it goes out at once. */
export const waitsUntil = ({ settings }: Team, now: number): number | undefined => {
  const runsAt = now + afterStoringMs;
  return isWorkingDay(runsAt, settings) ? undefined : nextWorkingMorning(runsAt, settings);
};
