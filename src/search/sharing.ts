import { gramsOf, tellingWords, wordsIn } from "./grams.ts";
import { longestWord, type Tie, tieOf } from "./kinship.ts";
import { meaningsIn } from "./meanings.ts";

/** Words that are named as the reason. */
const mostNamed = 3;

/** The part of a shared word that a meaning counts for which two texts say in other words. */
const ofMeaning = 0.75;

/** Letters in a row that words must have in common to be compared. */
const fewestInCommon = 3;

type Kin = Tie & { readonly word: string; readonly other: string };

type Groups<T> = ReadonlyMap<string, readonly T[]>;

const groupBy = <T>(all: readonly T[], keysOf: (one: T) => readonly string[]): Groups<T> => {
  const groups = new Map<string, T[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  return groups;
};

const gramsIn = (word: string): readonly string[] => [...new Set(gramsOf(word.slice(0, longestWord), fewestInCommon))];

/** The words of two texts that are kin, the nearest first. */
const pairsOf = (words: readonly string[], others: Groups<string>): readonly Kin[] =>
  words
    .flatMap((word) => {
      const near = new Set(gramsIn(word).flatMap((gram) => others.get(gram) ?? []));
      return [...near].flatMap((other): readonly Kin[] => {
        const tie = tieOf(word, other);
        return tie === undefined ? [] : [{ ...tie, word, other }];
      });
    })
    .sort((one, next) => next.strength - one.strength || next.letters - one.letters);

const meet = (one: number, next: number, { letters }: Tie, { letters: nextLetters }: Tie): boolean =>
  one < next + nextLetters && next < one + letters;

/** Each stretch of letters counts once: *kloaklugt* is kin to *lugter* and to *kloak*, but *skriven* not to both *skrivaren* and *skriva*. */
const apartOf = (pairs: readonly Kin[]): readonly Kin[] => {
  const apart: Kin[] = [];
  for (const pair of pairs) {
    const isTaken = apart.some(
      (one) =>
        (one.word === pair.word && meet(one.at, pair.at, one, pair)) ||
        (one.other === pair.other && meet(one.otherAt, pair.otherAt, one, pair)),
    );
    if (!isTaken) apart.push(pair);
  }
  return apart;
};

const small = (words: readonly string[]): readonly string[] => words.map((word) => word.toLowerCase());

/** Words that stand side by side. */
const sideBySide = (words: readonly string[]): readonly (readonly [string, string])[] =>
  words.slice(1).map((word, at) => [words[at] ?? "", word]);

/**
 * The words that a text shares with a query: how many, and those that tell it best, as the text writes them. `meanings` are those that the two say in other words.
 */
type Sharing = { readonly count: number; readonly words: readonly string[]; readonly meanings: readonly string[] };

/** Tells of each text what it shares with the query. */
export const sharingWith = (query: string): ((text: string) => Sharing) => {
  const others = groupBy(tellingWords(query), gramsIn);
  const meant = meaningsIn(query);
  const asked = new Set(sideBySide(small(wordsIn(query))).map(String));
  return (text) => {
    const pairs = apartOf(pairsOf(tellingWords(text), others));
    const all = wordsIn(text);
    // English writes words such as *meeting room* apart, and they tell no more than one.
    const kin = groupBy(pairs, ({ word }) => [word]);
    const areTogether = sideBySide(small(all)).some(([one, next]) =>
      kin.get(one)?.some((left) => kin.get(next)?.some((right) => asked.has(String([left.other, right.other])))),
    );
    const meanings = [...meaningsIn(text)].filter(([mark, its]) => {
      const theirs = meant.get(mark);
      return theirs !== undefined && !pairs.some(({ word, other }) => its.includes(word) && theirs.includes(other));
    });
    const count = pairs.reduce((sum, { strength }) => sum + strength, 0) + ofMeaning * meanings.length;
    const best = pairs.filter(({ strength }) => strength === pairs[0]?.strength).map(({ word }) => word);
    const named = new Set([...best, ...meanings.flatMap(([, its]) => its)]);
    return {
      count: areTogether ? count - 1 : count,
      words: [...new Set(all.filter((word) => named.has(word.toLowerCase())))].slice(0, mostNamed),
      meanings: meanings.map(([mark]) => mark),
    };
  };
};
