import type { Job } from "../domain/job.ts";
import { type Ports, StoreFault, type Taken } from "../ports.ts";
import { jobs as routes } from "./routes.ts";

/** A job is hidden this long (ms) while it is worked on; a longer one may be taken by another instance too, which a job allows. */
const hiddenMs = 60_000;
const atOnce = 16;
/** Coming back later counts as a try too, so this is generous; a fault of ours that stays is set aside within the hour. */
const mostTries = 40;

export type Outcome = undefined | { readonly laterMs: number };

/** Runs a job through its flow. */
export const runJob = (job: Job, ports: Ports): Promise<Outcome> => {
  const flow = routes[job.job] as (job: Job, ports: Ports) => Promise<Outcome>;
  return flow(job, ports);
};

/** Runs one taken job to its end: done, back for later, or after too many faults aside with its reason. The one place where a job's fault is caught. */
export const work = async (taken: Taken, ports: Ports): Promise<void> => {
  const { job } = taken;
  try {
    const outcome = await runJob(job, ports);
    if (outcome) await taken.later(outcome.laterMs);
    else await taken.done();
  } catch (fault) {
    ports.log.error("job", { job: job.job, team: job.team, tries: taken.tries, fault: String(fault) });
    // A store that is away is nobody's poison, however long it is away.
    const poisoned = taken.tries >= mostTries && !(fault instanceof StoreFault);
    await (poisoned ? taken.poison(String(fault)) : taken.later(Math.min(60_000, 1_000 * 2 ** taken.tries))).catch(() => undefined);
  }
};

/** Takes and runs jobs until stopped, a bounded number at once; then finishes what is in hand. */
export const runWorker = async (ports: Ports, idleMs: number, stop: AbortSignal): Promise<void> => {
  const running = new Set<Promise<void>>();
  while (!stop.aborted) {
    let taken: readonly Taken[] = [];
    try {
      taken = await ports.jobs.take(atOnce - running.size, hiddenMs);
    } catch (fault) {
      ports.log.error("take", { fault: String(fault) });
    }
    for (const one of taken) {
      const run = work(one, ports).finally(() => running.delete(run));
      running.add(run);
    }
    if (running.size >= atOnce) await Promise.race(running);
    else if (taken.length === 0) await ports.clock.wait(idleMs, stop);
  }
  await Promise.all(running);
};
