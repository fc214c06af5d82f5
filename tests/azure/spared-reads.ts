import { laneOf } from "../../src/domain/job.ts";
import type { Jobs, Rows, Taken } from "../../src/ports.ts";

/**
 * Rows and jobs of a storage account without the reads that would find nothing. The clock of a test world looks at every shard of due rows and at every lane
 * after each press, which was more than half of all calls. Everything must be written through what this returns.
 */
export const withSparedReads = ({
  rows,
  jobs,
}: {
  readonly rows: Rows;
  readonly jobs: Jobs;
}): { readonly rows: Rows; readonly jobs: Jobs } => {
  const due = new Map<string, Set<string>>();
  const isDue = (partition: string) => partition.startsWith("due|");
  const dueIn = (shard: string): Set<string> => {
    const keys = due.get(shard) ?? new Set();
    due.set(shard, keys);
    return keys;
  };
  const queued = new Map<string, number>();
  const count = (lane: string, more: number) => void queued.set(lane, (queued.get(lane) ?? 0) + more);
  const counted = (taken: Taken): Taken => ({
    ...taken,
    done: async () => {
      await taken.done();
      count(laneOf(taken.job), -1);
    },
    poison: async (reason) => {
      await taken.poison(reason);
      count(laneOf(taken.job), -1);
    },
  });
  return {
    rows: {
      ...rows,
      list: async (partition, range, limit) =>
        isDue(partition) && ![...dueIn(partition)].some((key) => key >= range.from && key < range.to)
          ? []
          : rows.list(partition, range, limit),
      commit: async (partition, changes) => {
        const outcome = await rows.commit(partition, changes);
        if (isDue(partition) && outcome === "done")
          for (const change of changes) {
            if (change.do === "delete") dueIn(partition).delete(change.key);
            else dueIn(partition).add(change.key);
          }
        return outcome;
      },
    },
    jobs: {
      ...jobs,
      put: async (job, afterMs) => {
        await jobs.put(job, afterMs);
        count(laneOf(job), 1);
      },
      take: async (lane, max, hiddenMs) => ((queued.get(lane) ?? 0) === 0 ? [] : (await jobs.take(lane, max, hiddenMs)).map(counted)),
    },
  };
};
