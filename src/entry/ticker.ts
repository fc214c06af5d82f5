import type { FactsOf } from "../domain/log-events.ts";
import { fewAtOnce } from "../flows/few-at-once.ts";
import { type Log, type Ports, traceOf, Unstorable } from "../ports.ts";
import { setRowAside } from "../store/aside.ts";
import { claimDue, dropDue, readDueJobs, type StoredDue } from "../store/due.ts";

/** Due rows that are turned into jobs side by side. */
const atOnce = 8;

/**
 * Turns due rows into jobs, the oldest first. Every instance ticks, and none is the leader. The instance that claims a row (compare-and-set) puts its job and
 * then drops the row. After a crash in between, another instance claims the row again 30 s later: a job may be put twice, which jobs tolerate, and is never
 * lost.
 */
export const tick = async ({ rows, jobs, clock, log }: Ports, stop?: AbortSignal): Promise<number> => {
  const read = await readDueJobs(rows, clock.now());
  for (const damaged of read.damaged) await alone(log, {}, setRowAside({ rows, log }, damaged));
  const putJob = async (one: StoredDue): Promise<void> => {
    if (!(await claimDue(rows, one, clock.now()))) return;
    await jobs.put(one.job);
    await dropDue(rows, one);
    log.info("due-row-ended", { outcome: "done", job: one.job.job, team: one.team, lateMs: clock.now() - one.at });
  };
  const turn = async (one: StoredDue): Promise<void> => {
    if (!stop?.aborted) await alone(log, { job: one.job.job, team: one.team }, putJob(one));
  };
  await fewAtOnce(read.due, turn, atOnce);
  return read.due.length;
};

/**
 * Waits for the work on one row. Where the store will never take its result (`Unstorable`), the fault is logged and the row stays, so that no other row waits
 * behind it.
 */
const alone = async (log: Log, facts: Pick<FactsOf<"error", "due-row-ended">, "job" | "team">, work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (fault) {
    if (!(fault instanceof Unstorable)) throw fault;
    log.error("due-row-ended", { outcome: "failed", ...facts, ...traceOf(fault) });
  }
};

/** Ticks until stopped. A fault is logged, and the next tick tries again. @param ticking the tick, as it is watched */
export const runTicker = async (ports: Ports, everyMs: number, stop: AbortSignal, beat: () => void, ticking = tick): Promise<void> => {
  while (!stop.aborted) {
    const begun = performance.now();
    const ms = () => Math.round(performance.now() - begun);
    try {
      await ports.clock.hands?.read();
      const due = await ticking(ports, stop);
      if (due > 0) ports.log.info("tick-ended", { outcome: "done", due, ms: ms() });
      beat();
    } catch (fault) {
      ports.log.error("tick-ended", { outcome: "failed", ms: ms(), ...traceOf(fault) });
    }
    await ports.clock.wait(everyMs, stop);
  }
};
