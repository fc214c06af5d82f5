import type { Clock, Jobs, Taken } from "../../src/ports.ts";

/**
 * The queues of a storage account in the time of a test: Azure hides a message by its own clock, which stands for no test. So each message is visible at once
 * there, and this one holds back those whose time has not come.
 */
export const queueInTime =
  (jobs: Jobs) =>
  (clock: Pick<Clock, "now">): Jobs => {
    const visibleAt = new Map<string, number>();
    const hide = (job: unknown, afterMs: number) => visibleAt.set(JSON.stringify(job), clock.now() + afterMs);
    const inTime = ({ job, tries, done, later, poison }: Taken): Taken => ({
      job,
      tries: Math.min(tries, 1),
      done,
      poison,
      later: async (afterMs) => {
        hide(job, afterMs);
        await later(0);
      },
    });
    return {
      ...jobs,
      put: async (job, afterMs = 0) => {
        hide(job, afterMs);
        await jobs.put(job);
      },
      take: async (lane, max) => {
        const taken: Taken[] = [];
        const waiting: Taken[] = [];
        for (let some = await jobs.take(lane, max, 60_000); some.length > 0; some = await jobs.take(lane, max, 60_000))
          for (const one of some) ((visibleAt.get(JSON.stringify(one.job)) ?? 0) <= clock.now() ? taken : waiting).push(one);
        await Promise.all(waiting.map((one) => one.later(0)));
        return taken.map(inTime);
      },
    };
  };
