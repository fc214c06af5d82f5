import type { Ports } from "../ports.ts";
import { dropDue, readDue } from "../store/due.ts";

/**
 * Turns what is due into jobs. Every instance ticks, none is special: the job is put first and the due row dropped after it, so a crash in between
 * puts the job twice, which a job allows, and never loses it.
 */
export const tick = async ({ rows, jobs, clock, log }: Ports): Promise<number> => {
  const due = await readDue(rows, clock.now());
  for (const one of due) {
    await jobs.put(one.job);
    await dropDue(rows, one);
    log.info("tick", { job: one.job.job, team: one.team, lateMs: clock.now() - one.at });
  }
  return due.length;
};

/** Ticks until stopped. A fault of the store is logged and the next tick tries again. */
export const runTicker = async (ports: Ports, everyMs: number, stop: AbortSignal, beat: () => void): Promise<void> => {
  while (!stop.aborted) {
    try {
      await ports.clock.hands?.read();
      await tick(ports);
      beat();
    } catch (fault) {
      ports.log.error("tick", { fault: String(fault) });
    }
    await ports.clock.wait(everyMs, stop);
  }
};
