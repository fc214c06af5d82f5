/** Changes that a variety makes to the words of its language, in any part of them. */
export type Otherwise<T> = {
  readonly [K in keyof T]?: T[K] extends ((...given: never[]) => unknown) | string | readonly unknown[] ? T[K] : Otherwise<T[K]>;
};

type WordTree = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is WordTree => typeof value === "object" && value !== null && !Array.isArray(value);

const changed = (words: WordTree, otherwise: WordTree): WordTree => {
  const parts = Object.entries(otherwise).map(([key, value]) => {
    const one = words[key];
    return [key, isPart(one) && isPart(value) ? changed(one, value) : value] as const;
  });
  return { ...words, ...Object.fromEntries(parts) };
};

/** The words of a variety: those of its language, but for what it says otherwise. */
export const saidOtherwise = <T extends WordTree>(words: T, otherwise: Otherwise<T>): T => changed(words, otherwise) as T;
