/** Runs a few at a time. */
export const inBatches = async <T, R>(all: readonly T[], run: (one: T) => Promise<R>, atOnce = 10): Promise<readonly R[]> => {
  const made: R[] = [];
  for (let at = 0; at < all.length; at += atOnce) made.push(...(await Promise.all(all.slice(at, at + atOnce).map(run))));
  return made;
};
