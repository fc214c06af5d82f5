/** Facts that can be read again, kept for a short time by their key: a bounded memory that no promise rests on. */
export type Recent<T> = { get(key: string, read: () => Promise<T>): Promise<T>; forget(key: string): void };

/** @param keepMs how long a fact is believed @param most how many are kept; the oldest go first @param worth whether a fact is kept at all */
export const recent = <T>(now: () => number, keepMs: number, most: number, worth: (fact: T) => boolean): Recent<T> => {
  const kept = new Map<string, { readonly at: number; readonly fact: T }>();
  return {
    get: async (key, read) => {
      const found = kept.get(key);
      if (found && now() - found.at < keepMs) return found.fact;
      const fact = await read();
      if (!worth(fact)) return fact;
      kept.delete(key);
      kept.set(key, { at: now(), fact });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return fact;
    },
    forget: (key) => void kept.delete(key),
  };
};
