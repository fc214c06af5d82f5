import pLimit from "p-limit";

/** Queue for work that nobody waits for: a few pieces run at a time, so that they never crowd out an answer that a person waits for. */
export type Spare = (work: () => Promise<unknown>) => void;

/**
 * @param atOnce how many pieces run at the same time; none of them may reject
 * @param most how many may wait; further pieces are dropped
 */
export const spareTime = (atOnce: number, most: number): Spare => {
  const limit = pLimit(atOnce);
  return (work) => {
    if (limit.pendingCount < most) void limit(work);
  };
};
