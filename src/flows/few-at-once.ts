import pLimit from "p-limit";

/** Runs work for each item, in order, at most `most` at once. After a fault no further work starts. @returns the results, in the order of the items */
export const fewAtOnce = async <T, R>(all: readonly T[], run: (one: T) => Promise<R>, most = 10): Promise<readonly R[]> => {
  const limit = pLimit(most);
  try {
    return await limit.map(all, run);
  } catch (fault) {
    limit.clearQueue();
    throw fault;
  }
};
