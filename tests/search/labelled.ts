import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Alike, Comparable } from "../../src/ports.ts";

/**
 * Sentences as staff write them. Those of a pair say nearly the same; those of a non-pair share a word and tell of two problems. Pairs and non-pairs take turns
 * in two halves: `choosing` chose the engine's threshold, `reporting` tells how well it does. Sentences that are `unseen` were written by somebody who had not
 * seen the engine, after it was made; most of their non-pairs are two faults of one thing, which letters cannot tell apart.
 */
type TwoSentences = readonly [string, string];
type Pairs = { readonly pairs: readonly TwoSentences[]; readonly nonPairs: readonly TwoSentences[] };
type Labelled = Pairs & { readonly distractors: readonly string[]; readonly unseen: Pairs };

export type SetPart = "choosing" | "reporting" | "unseen";

const folder = join(import.meta.dirname, "labelled");

/** Languages with labelled sentences. */
export const labelledLanguages = readdirSync(folder).map((file) => basename(file, ".json"));

export const readLabelled = async (language: string): Promise<Labelled> =>
  JSON.parse(await readFile(join(folder, `${language}.json`), "utf8"));

/** The most texts that a person is shown. */
const mostShown = 3;

export type Find = (query: string, most: number) => readonly Pick<Alike, "id" | "score">[];

/** A try of an engine: the texts that it knows, and each query with the text that says the same; a non-pair's has none. */
type Try = {
  readonly texts: readonly Comparable[];
  readonly queries: readonly { readonly query: string; readonly same: string | undefined }[];
};

const everySecond = (from: 0 | 1, { pairs, nonPairs }: Pairs): Pairs => {
  const mine = <T>(all: readonly T[]): readonly T[] => all.filter((_one, at) => at % 2 === from);
  return { pairs: mine(pairs), nonPairs: mine(nonPairs) };
};

/** The tries of a part: the second sentences of pairs are asked for the first ones, and the first for the second, because colleagues write in either order. */
export const triesOf = (labelled: Labelled, part: SetPart): readonly Try[] => {
  const { pairs, nonPairs } = part === "unseen" ? labelled.unseen : everySecond(part === "choosing" ? 0 : 1, labelled);
  return ([0, 1] as const).map((asked) => {
    const known = asked === 0 ? 1 : 0;
    const both = [...pairs, ...nonPairs].map((two) => two[known]);
    return {
      texts: [...both, ...labelled.distractors].map((text) => ({ id: text, text })),
      queries: [
        ...pairs.map((pair) => ({ query: pair[asked], same: pair[known] })),
        ...nonPairs.map((two) => ({ query: two[asked], same: undefined })),
      ],
    };
  });
};

/** The share of pairs that engines find, each in its try, and the texts that they show wrongly, per query of a pair and of a non-pair. */
export const measure = (tries: readonly (Pick<Try, "queries"> & { readonly find: Find })[]) => {
  const answers = tries.flatMap(({ queries, find }) =>
    queries.map(({ query, same }) => ({ same, ids: find(query, mostShown).map(({ id }) => id) })),
  );
  const paired = answers.filter(({ same }) => same !== undefined);
  const others = answers.filter(({ same }) => same === undefined);
  const wrongPer = (some: typeof answers) =>
    some.reduce((sum, { ids, same }) => sum + ids.filter((id) => id !== same).length, 0) / Math.max(1, some.length);
  return {
    found: paired.filter(({ ids, same }) => same !== undefined && ids.includes(same)).length / Math.max(1, paired.length),
    wrongOfPairs: wrongPer(paired),
    wrongOfNonPairs: wrongPer(others),
    wrong: wrongPer(answers),
  };
};
