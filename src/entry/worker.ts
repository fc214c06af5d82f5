import pLimit from "p-limit";
import type { Job, Lane } from "../domain/job.ts";
import type { JobEnd } from "../flows/flow.ts";
import { type Ports, StoreFault, type Taken, traceOf, Unstorable } from "../ports.ts";
import { noteSetAside, settingAside } from "../store/aside.ts";
import { jobs as routes } from "./jobs.ts";

/** A job is hidden this long (ms), and again and again while it is worked on: when its instance dies, another has it within this time. */
const hiddenMs = 30_000;
const hideAgainMs = 10_000;
/** A fault of ours that stays is set aside within the hour. */
const mostTries = 40;
/** Coming back later counts as a try in the queue; after so many the job is put anew, so that a week of throttling is no fault. */
const mostLaters = 10;

/** Jobs in hand at once. */
const atOnce: Readonly<Record<Lane, number>> = { people: 16, rounds: 16 };

/** Runs a job through its flow; once more where it met rows that cannot be read and were set aside. */
export const runJob = (job: Job, ports: Ports): Promise<JobEnd> => {
  const flow = routes[job.job] as (job: Job, ports: Ports) => Promise<JobEnd>;
  return settingAside(ports, () => flow(job, ports));
};

/** Runs one taken job to its end: done, back for later, or after too many faults aside with its reason. The one place where a job's fault is caught. */
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
    // A store that is away is nobody's poison, however long it is away; what it will never take is set aside at once.
    const isPoison = fault instanceof Unstorable || (taken.tries >= mostTries && !(fault instanceof StoreFault));
    const laterMs = Math.min(60_000, 1_000 * 2 ** taken.tries);
    const how = isPoison ? ({ outcome: "set-aside" } as const) : ({ outcome: "failed", laterMs } as const);
    ports.log.error("job-ended", { ...how, ...facts(), ...traceOf(fault) });
    await (isPoison ? giveUp(taken, ports, traceOf(fault).fault) : taken.later(laterMs)).catch(() => undefined);
  }
};

/** A job that cannot be done leaves its lane, and its team is told first, so that a crash in between loses no word of it. */
const giveUp = async (taken: Taken, ports: Ports, why: string): Promise<void> => {
  await noteSetAside(ports, taken.job, why).catch((fault: unknown) =>
    ports.log.warn("set-aside-not-noted", { job: taken.job.job, ...traceOf(fault) }),
  );
  await taken.poison(why);
};

type Hiding = { busy: Promise<unknown> | undefined };

/** A long job stays this instance's as long as it is worked on. */
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

/** The end of a job must come after the last hiding of it. */
const endHiding = async (ended: AbortController, hiding: Hiding): Promise<void> => {
  ended.abort();
  await hiding.busy;
};

/** Takes and runs the jobs of a lane until stopped, a bounded number at once; then finishes what is in hand. */
export const runWorker = async (ports: Ports, lane: Lane, idleMs: number, stop: AbortSignal): Promise<void> => {
  const limit = pLimit(atOnce[lane]);
  while (!stop.aborted) {
    let taken: readonly Taken[] = [];
    try {
      taken = await ports.jobs.take(lane, atOnce[lane] - limit.activeCount, hiddenMs);
    } catch (fault) {
      ports.log.error("jobs-not-taken", { lane, ...traceOf(fault) });
    }
    for (const one of taken) void limit(() => work(one, ports));
    // A turn behind those in hand comes when one of them has ended.
    if (limit.activeCount >= atOnce[lane]) await limit(() => undefined);
    else if (taken.length === 0) await ports.clock.wait(idleMs, stop);
  }
  // With one at once, a turn comes when all of them have ended.
  limit.concurrency = 1;
  await limit(() => undefined);
};
