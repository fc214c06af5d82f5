import pLimit from "p-limit";

/** Work that nobody waits for, a few at a time, so that it never crowds out an answer that somebody does wait for. */
export type Spare = (work: () => Promise<unknown>) => void;

/** @param atOnce how much is in hand at the same time @param most how much may wait; what comes then is not done. A piece of work must not reject. */
export const spareTime = (atOnce: number, most: number): Spare => {
  const limit = pLimit(atOnce);
  return (work) => {
    if (limit.pendingCount < most) void limit(work);
  };
};
