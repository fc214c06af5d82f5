import type { Ports } from "../ports.ts";

/** The result of work that a person waits for; undefined where it takes longer (ms). */
export const inTime = async <T>({ clock }: Pick<Ports, "clock">, work: Promise<T>, withinMs: number): Promise<T | undefined> => {
  const isInTime = new AbortController();
  try {
    return await Promise.race([work, clock.wait(withinMs, isInTime.signal).then(() => undefined)]);
  } finally {
    isInTime.abort();
  }
};
