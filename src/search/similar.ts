import { setImmediate, setTimeout as wait } from "node:timers/promises";
import MiniSearch from "minisearch";
import type { Alike, Comparable, Similar, SimilarIndex } from "../ports.ts";
import { gramsOf, tellingWords } from "./grams.ts";
import { meaningsIn } from "./meanings.ts";
import { sharingWith } from "./sharing.ts";

/** Grams of a query that are looked up: its rarest ones. More of them cost time and find hardly more (`npm run bench -- similar`). */
const mostLookedUp = 12;

/** Texts that MiniSearch finds for a query, and that are then compared with it exactly. */
const mostCompared = 10;

/** The least likeness (0 to 1) of texts that are shown as saying the same: chosen on one half of the labelled sentences (`npm run bench -- similar`). */
export const threshold = 0.21;

/** The least part of the nearest text's likeness that others need to be shown beside it. The query itself may be among the texts, and is not meant. */
const besideNearest = 0.7;

/** The part of a likeness that counts where texts share one word: they are often about one thing and tell of two problems with it. */
const oneShared = 0.4;

/** The part of a likeness that counts, by the number of shared words. Two make it whole. */
const partBy = (count: number): number => (count <= 1 ? oneShared * count : Math.min(1, oneShared + (1 - oneShared) * (count - 1)));

/** Texts in all indexes that are kept; each takes about 6 KB. */
const mostKept = 20_000;

/** Longest wait (ms) of an answer for an index. */
const patienceMs = 300;

/** Time (ms) for which an index is built before other work has its turn. */
const sliceMs = 5;

/** A text as weighted pieces. */
type Vector = { readonly weights: ReadonlyMap<string, number>; readonly length: number };

/** The cosine of the angle between two texts: BM25, by which MiniSearch ranks, has no fixed scale for a threshold. */
const likeness = (one: Vector, other: Vector): number => {
  let product = 0;
  for (const [gram, weight] of one.weights) product += weight * (other.weights.get(gram) ?? 0);
  return product === 0 ? 0 : product / (one.length * other.length);
};

/** Letters of the pieces that are looked up: shorter ones are in too many words, and longer ones in too few. */
const lookedUpSize = 4;
/** Letters of the pieces by which two texts are compared; a mark stands for a letter before each word, so that its beginning weighs more than its ending. */
const comparedSize = 3;

/** The number of pieces that a meaning weighs as much as, where two texts say it in other words. */
const piecesOfMeaning = 4;

/** The number of texts that a piece counts for which is in none: it tells less than a rare one, because it may be a slip. */
const ofUnknown = 4;

const lookedUp = (text: string): readonly string[] => [
  ...new Set(tellingWords(text).flatMap((word) => gramsOf(word, lookedUpSize))),
  ...meaningsIn(text).keys(),
];
const compared = (text: string): readonly string[] => [...new Set(tellingWords(text).flatMap((word) => gramsOf(`^${word}`, comparedSize)))];

/** An index of texts by pieces of their words. */
export const openIndex = () => {
  const texts = new Map<string, string>();
  /** The number of texts that have a piece, of either size, or a meaning. */
  const counts = new Map<string, number>();
  const search = new MiniSearch<Comparable>({
    fields: ["text"],
    tokenize: (text) => [...lookedUp(text)],
    processTerm: (gram) => gram,
    searchOptions: { tokenize: (grams) => grams.split(" ") },
  });

  /** The rarer a piece or a meaning, the more it tells. */
  const weightOf = (piece: string): number => Math.log(1 + texts.size / (counts.get(piece) ?? ofUnknown));

  const vectorOf = (text: string): Vector => {
    const weights = new Map(compared(text).map((gram) => [gram, weightOf(gram)]));
    return { weights, length: Math.hypot(...weights.values()) };
  };

  return {
    add(text: Comparable): void {
      texts.set(text.id, text.text);
      for (const gram of new Set([...lookedUp(text.text), ...compared(text.text)])) counts.set(gram, (counts.get(gram) ?? 0) + 1);
      search.add(text);
    },

    /** The texts that say nearly the same as the query, the nearest first. */
    alike(query: string, most: number, least = threshold): readonly Alike[] {
      const [vector, sharing] = [vectorOf(query), sharingWith(query)];
      const rarest = lookedUp(query)
        .filter((gram) => counts.has(gram))
        .sort((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0))
        .slice(0, mostLookedUp);
      const near = search
        .search(rarest.join(" "))
        .slice(0, mostCompared)
        .map(({ id }): Alike => {
          const text = texts.get(String(id)) ?? "";
          const { count, words, meanings } = sharing(text);
          const other = vectorOf(text);
          const meant = meanings.reduce((sum, meaning) => sum + piecesOfMeaning * weightOf(meaning) ** 2, 0);
          const alike = Math.min(1, likeness(vector, other) + meant / (vector.length * other.length));
          return { id: String(id), score: alike * partBy(count), shared: words };
        })
        .sort((one, other) => other.score - one.score);
      const nearest = near.find(({ id }) => texts.get(id) !== query);
      const enough = Math.max(least, besideNearest * (nearest?.score ?? 0));
      return near.filter(({ score }) => score >= enough).slice(0, most);
    },
  };
};

type Built = SimilarIndex & { readonly texts: number };

const build = async (texts: readonly Comparable[]): Promise<Built> => {
  const index = openIndex();
  let begun = performance.now();
  for (const text of texts) {
    index.add(text);
    if (performance.now() - begun < sliceMs) continue;
    await setImmediate();
    begun = performance.now();
  }
  return { texts: texts.length, alike: index.alike };
};

/** Similar texts by MiniSearch over pieces of words. @param most texts that are kept; the index that was used longest ago goes first */
export const openSimilar = (most = mostKept): Similar => {
  /** Indexes in the order of their last use; one that is being built has no texts yet. */
  const kept = new Map<string, { readonly built: Promise<Built>; texts: number }>();

  const dropOldest = (): void => {
    let texts = [...kept.values()].reduce((sum, index) => sum + index.texts, 0);
    for (const [name, index] of kept) {
      if (texts <= most || kept.size === 1) return;
      kept.delete(name);
      texts -= index.texts;
    }
  };

  const start = (name: string, read: () => Promise<readonly Comparable[]>) => {
    const index = { built: read().then(build), texts: 0 };
    index.built.then(
      ({ texts }) => {
        index.texts = Math.max(1, texts);
        dropOldest();
      },
      () => kept.delete(name),
    );
    return index;
  };

  const index: Similar["index"] = async (name, read) => {
    const known = kept.get(name) ?? start(name, read);
    kept.delete(name);
    kept.set(name, known);
    return known.built;
  };

  return {
    index,
    soon: (name, read) => Promise.race([index(name, read).catch(() => undefined), wait(patienceMs, undefined, { ref: false })]),
  };
};
