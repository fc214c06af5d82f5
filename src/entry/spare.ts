/** Work that nobody waits for, a few at a time, so that it never crowds out an answer that somebody does wait for. */
export type Spare = (work: () => Promise<unknown>) => void;

/** @param atOnce how much is in hand at the same time @param most how much may wait; what comes then is not done. A piece of work must not reject. */
export const spareTime = (atOnce: number, most: number): Spare => {
  const waiting: (() => Promise<unknown>)[] = [];
  let running = 0;
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    running += 1;
    for (let next: typeof work | undefined = work; next; next = waiting.shift()) await next();
    running -= 1;
  };
  return (work) => {
    if (running < atOnce) void run(work);
    else if (waiting.length < most) waiting.push(work);
  };
};
