/** Seeded chance: mulberry32, small and well known. One seed gives one sequence. */
export type Random = {
  /** From 0 (included) to 1 (not included). */
  fraction(): number;
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  happens(rate: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** 22 characters, as Gnist's own ids. */
  id(): string;
};

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export const seeded = (seed: number): Random => {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number) => Math.floor(fraction() * most);
  return {
    fraction,
    below,
    between: (least, most) => least + below(most - least + 1),
    // No chance is drawn for what never happens, so that a fault that is off does not disturb the others.
    happens: (rate) => rate > 0 && fraction() < rate,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    id: () => {
      let text = "";
      for (let part = 0; part < 22; part++) text += letters[below(64)];
      return text;
    },
  };
};

/** The most hits that chance alone brings in 99 of 100 plays: the binomial distribution with one in `of` for each of `tries`. */
export const mostByChance = (tries: number, of: number): number => {
  let [hits, sum] = [0, 0];
  let term = (1 - 1 / of) ** tries;
  for (; sum + term < 0.99; hits += 1) {
    sum += term;
    term *= ((tries - hits) / (hits + 1)) * (1 / of / (1 - 1 / of));
  }
  return hits;
};
