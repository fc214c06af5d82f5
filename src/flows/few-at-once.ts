import pLimit from "p-limit";

/** Runs some work for each, in order, `most` at once. After a fault nothing more is begun. @returns what came of each, in the same order */
export const fewAtOnce = async <T, R>(all: readonly T[], run: (one: T) => Promise<R>, most = 10): Promise<readonly R[]> => {
  const limit = pLimit(most);
  try {
    return await limit.map(all, run);
  } catch (fault) {
    limit.clearQueue();
    throw fault;
  }
};
