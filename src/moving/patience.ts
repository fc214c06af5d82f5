import pLimit from "p-limit";
import { type Clock, StoreFault } from "../ports.ts";

/** Retries with backoff, for a long copy whose store is slow, throttles or does not answer for a moment. */
export type Patience = {
  /** The rows of one read, and the transactions in hand at once. Each fault halves both, whether the line is slow or the store throttles. */
  readonly pace: { readonly rows: number; readonly atOnce: number };
  /** Does idempotent work, and retries after 1, 2, 4 … 64 s while the store cannot answer. @throws StoreFault */
  insist<T>(work: () => Promise<T>): Promise<T>;
};

const longestPauseMs = 64_000;

/** @param say writes a sentence for the operator */
export const openPatience = ({ wait }: Pick<Clock, "wait">, say: (line: string) => void): Patience => {
  const pace = { rows: 1_000, atOnce: 16 };
  /** Faults of calls side by side count as one. */
  let isPausing = false;
  const slowDown = (fault: StoreFault, pauseMs: number): void => {
    if (isPausing) return;
    isPausing = true;
    pace.rows = Math.max(50, Math.floor(pace.rows / 2));
    pace.atOnce = Math.max(1, Math.floor(pace.atOnce / 2));
    say(`${fault.message} Trying again in ${pauseMs / 1_000} s, more slowly.`);
  };
  return {
    pace,
    async insist(work) {
      for (let pauseMs = 1_000; ; pauseMs *= 2) {
        try {
          return await work();
        } catch (fault) {
          if (!(fault instanceof StoreFault) || pauseMs > longestPauseMs) throw fault;
          slowDown(fault, pauseMs);
        }
        await wait(pauseMs);
        isPausing = false;
      }
    },
  };
};

/** Runs work side by side, as much at once as the pace allows. */
export const openHands = ({ pace }: Patience) => {
  const limit = pLimit(pace.atOnce);
  const faults: unknown[] = [];
  /** Resolves when fewer than `most` are in hand. @throws the first fault of the work so far */
  const fewerThan = async (most: number): Promise<void> => {
    limit.concurrency = most;
    await limit(() => undefined);
    if (faults.length > 0) throw faults[0];
  };
  return {
    /** Resolves when the work is begun. @throws the first fault of earlier work */
    async take(work: () => Promise<void>): Promise<void> {
      await fewerThan(pace.atOnce);
      void limit(() => work().catch((fault: unknown) => void faults.push(fault)));
    },
    /** Resolves when all work is done. @throws the first fault of it */
    end: () => fewerThan(1),
  };
};
