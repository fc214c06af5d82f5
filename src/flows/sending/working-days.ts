import { isWorkingDay, nextWorkingTime } from "../../domain/asking/cadence.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { type Due, putDue } from "../../store/due.ts";
import { readTeam } from "../../store/team.ts";
import { afterStoringMs, type JobEnd } from "../flow.ts";

/** Start of the working day, at which messages go out that have waited for it. */
const morning = "08:00";

/** A job that a due row can hold, so that it waits by Gnist's clock and not hidden in a queue. */
type WaitingJob = Due["job"];

/**
 * Puts off a job on a day that is no working day in the team's zone, until the next morning that is one. Its flow then decides by the rows as they are by
 * then, so that what is no longer true is not sent.
 */
export const onWorkingDays =
  <J extends WaitingJob>(flow: (job: J, ports: Ports) => Promise<JobEnd>) =>
  async (job: J, ports: Ports): Promise<JobEnd> => {
    const now = ports.clock.now();
    const zone = (await readTeam(ports.rows, job.team))?.team.settings.zone;
    if (zone === undefined || isWorkingDay(now, zone)) return flow(job, ports);
    await putDue(ports.rows, { at: nextWorkingTime(now, morning, zone), team: job.team, job });
    return undefined;
  };

/** The instant of a later working day at which a job goes out that is put now; undefined where it goes out at once. */
export const waitsUntil = ({ settings: { zone } }: Team, now: number): number | undefined => {
  const runsAt = now + afterStoringMs;
  return isWorkingDay(runsAt, zone) ? undefined : nextWorkingTime(runsAt, morning, zone);
};
