import pLimit from "p-limit";
import type { Job, Lane } from "../domain/job.ts";
import type { JobEnd } from "../flows/flow.ts";
import { type Ports, StoreFault, type Taken, traceOf, Unstorable } from "../ports.ts";
import { noteSetAside, settingAside } from "../store/aside.ts";
import { jobs as routes } from "./jobs.ts";

/**
 * Lease of a job (ms): the queue hides a taken job this long, and the worker renews the lease every 10 s. When its instance dies, another takes it within this
 * time.
 */
const hiddenMs = 30_000;
const hideAgainMs = 10_000;
/** A job that fails this many times is set aside. With the waits between its tries that is within the hour. */
const mostTries = 40;
/** Each return to the queue counts as a try. After this many the job is put as a new one, so that a week of throttling does not count as a fault. */
const mostLaters = 10;

/** Jobs of a lane that run at once in one instance. */
const atOnce: Readonly<Record<Lane, number>> = { people: 16, rounds: 16 };

/** Runs a job's flow. Where the flow meets damaged rows, they are set aside and it runs again. */
export const runJob = (job: Job, ports: Ports): Promise<JobEnd> => {
  const flow = routes[job.job] as (job: Job, ports: Ports) => Promise<JobEnd>;
  return settingAside(ports, () => flow(job, ports));
};

/**
 * Runs one taken job to its end: done, put back for later, or set aside with its reason after too many faults. Every fault of a job is caught here and nowhere
 * else.
 */
export const work = async (taken: Taken, ports: Ports): Promise<void> => {
  const { job } = taken;
  const begun = performance.now();
  const facts = () => ({
    job: job.job,
    ...("team" in job ? { team: job.team } : {}),
    attempt: taken.tries,
    ms: Math.round(performance.now() - begun),
  });
  const ended = new AbortController();
  const hiding = keepHidden(taken, ports, ended.signal);
  try {
    const outcome = await runJob(job, ports);
    await endHiding(ended, hiding);
    if (outcome && taken.tries < mostLaters) await taken.later(outcome.laterMs);
    else {
      if (outcome) await ports.jobs.put(job, outcome.laterMs);
      await taken.done();
    }
    const how = outcome ? ({ outcome: "later", laterMs: Math.round(outcome.laterMs) } as const) : ({ outcome: "done" } as const);
    ports.log.info("job-ended", { ...how, ...facts() });
  } catch (fault) {
    await endHiding(ended, hiding);
    // An outage of the store never makes a job poison, however long it lasts. A job whose result the store will never take is set aside at once.
    const isPoison = fault instanceof Unstorable || (taken.tries >= mostTries && !(fault instanceof StoreFault));
    const laterMs = Math.min(60_000, 1_000 * 2 ** taken.tries);
    const how = isPoison ? ({ outcome: "set-aside" } as const) : ({ outcome: "failed", laterMs } as const);
    ports.log.error("job-ended", { ...how, ...facts(), ...traceOf(fault) });
    await (isPoison ? giveUp(taken, ports, traceOf(fault).fault) : taken.later(laterMs)).catch(() => undefined);
  }
};

/** Sets a job aside that cannot be done. The note to its team comes first, so that a crash in between does not lose it. */
const giveUp = async (taken: Taken, ports: Ports, why: string): Promise<void> => {
  await noteSetAside(ports, taken.job, why).catch((fault: unknown) =>
    ports.log.warn("set-aside-not-noted", { job: taken.job.job, ...traceOf(fault) }),
  );
  await taken.poison(why);
};

type Hiding = { busy: Promise<unknown> | undefined };

/** Renews the lease of a job for as long as it is worked on. */
const keepHidden = (taken: Taken, { clock, log }: Ports, ended: AbortSignal): Hiding => {
  const hiding: Hiding = { busy: undefined };
  const hide = async (): Promise<void> => {
    for (;;) {
      await clock.wait(hideAgainMs, ended);
      if (ended.aborted) return;
      hiding.busy = taken
        .later(hiddenMs)
        .catch((fault: unknown) => log.warn("job-not-kept-hidden", { job: taken.job.job, ...traceOf(fault) }));
      await hiding.busy;
      hiding.busy = undefined;
    }
  };
  void hide();
  return hiding;
};

/** Stops the renewals and waits for the one in flight: the end of a job must come after its last renewal. */
const endHiding = async (ended: AbortController, hiding: Hiding): Promise<void> => {
  ended.abort();
  await hiding.busy;
};

/** Takes and runs the jobs of a lane until stopped, a bounded number at once; then finishes those in hand. @param working the work, as it is watched */
export const runWorker = async (ports: Ports, lane: Lane, idleMs: number, stop: AbortSignal, working = work): Promise<void> => {
  const limit = pLimit(atOnce[lane]);
  while (!stop.aborted) {
    let taken: readonly Taken[] = [];
    try {
      taken = await ports.jobs.take(lane, atOnce[lane] - limit.activeCount, hiddenMs);
    } catch (fault) {
      ports.log.error("jobs-not-taken", { lane, ...traceOf(fault) });
    }
    for (const one of taken) void limit(() => working(one, ports));
    // The limiter runs this empty turn as soon as one of the jobs in hand has ended.
    if (limit.activeCount >= atOnce[lane]) await limit(() => undefined);
    else if (taken.length === 0) await ports.clock.wait(idleMs, stop);
  }
  // With a concurrency of 1, the limiter runs this empty turn only after all jobs have ended.
  limit.concurrency = 1;
  await limit(() => undefined);
};
