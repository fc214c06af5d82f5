/** Cache of facts that can be read again, each kept for a short time by its key. It is bounded, and nothing relies on a fact being in it. */
export type Recent<T> = {
  get(key: string, read: () => Promise<T>): Promise<T>;
  /** Is the fact cached, so that `get` reads nothing? */
  has(key: string): boolean;
  forget(key: string): void;
};

/**
 * @param keepMs how long a fact is believed
 * @param most how many facts are kept; the oldest go first
 * @param worth whether a fact is kept at all
 */
export const recent = <T>(now: () => number, keepMs: number, most: number, worth: (fact: T) => boolean): Recent<T> => {
  const kept = new Map<string, { readonly at: number; readonly fact: T }>();
  const found = (key: string) => {
    const one = kept.get(key);
    return one && now() - one.at < keepMs ? one : undefined;
  };
  return {
    get: async (key, read) => {
      const known = found(key);
      if (known) return known.fact;
      const fact = await read();
      if (!worth(fact)) return fact;
      kept.delete(key);
      kept.set(key, { at: now(), fact });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return fact;
    },
    has: (key) => found(key) !== undefined,
    forget: (key) => void kept.delete(key),
  };
};
