import { setImmediate } from "node:timers/promises";
import MiniSearch from "minisearch";
import type { Alike, Comparable, Similar } from "../ports.ts";
import { gramsOf, wordsIn } from "./grams.ts";

/** Grams of a query that are looked up: its rarest ones. More of them cost time and find hardly more (`npm run bench -- similar`). */
const mostLookedUp = 12;

/** Texts that MiniSearch finds for a query, and that are then compared with it exactly. */
const mostCompared = 10;

/** The least likeness (0 to 1) of texts that are shown as saying the same; chosen on one half of the labelled sentences. */
export const threshold = 0.2;

/** Words that are named as the reason. */
const mostShared = 3;

/** Texts in all indexes that are kept; each takes about 6 KB. */
const mostKept = 20_000;

/** Time (ms) for which an index is built before other work has its turn. */
const sliceMs = 5;

type Vector = ReadonlyMap<string, number>;

const lengthOf = (vector: Vector): number => Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight ** 2, 0));

/** The cosine of the angle between two texts, as vectors of weighted grams: BM25, by which MiniSearch ranks, has no fixed scale for a threshold. */
const likeness = (one: Vector, other: Vector): number => {
  const product = [...one].reduce((sum, [gram, weight]) => sum + weight * (other.get(gram) ?? 0), 0);
  return product === 0 ? 0 : product / (lengthOf(one) * lengthOf(other));
};

/** An index of texts by their grams. */
export const openIndex = () => {
  const texts = new Map<string, string>();
  /** The number of texts that have a gram. */
  const counts = new Map<string, number>();
  const search = new MiniSearch<Comparable>({
    fields: ["text"],
    tokenize: (text) => [...new Set(gramsOf(text))],
    processTerm: (gram) => gram,
    searchOptions: { tokenize: (grams) => grams.split(" ") },
  });

  /** The grams of a text; the rarer a gram, the more it tells. */
  const vectorOf = (text: string): Vector =>
    new Map([...new Set(gramsOf(text))].map((gram) => [gram, Math.log(1 + texts.size / (counts.get(gram) ?? 0.5))]));

  /** The words of a text that tell most of what it has in common with a query, as it writes them and in their order. */
  const sharedWith = (query: Vector, text: string): readonly string[] => {
    const weighed = [...new Set(wordsIn(text))].map((word) => ({
      word,
      weight: gramsOf(word).reduce((sum, gram) => sum + (query.get(gram) ?? 0), 0),
    }));
    const best = weighed.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
    const shared = best.slice(0, mostShared).map(({ word }) => word);
    return weighed.flatMap(({ word }) => (shared.includes(word) ? [word] : []));
  };

  return {
    add(text: Comparable): void {
      texts.set(text.id, text.text);
      for (const gram of new Set(gramsOf(text.text))) counts.set(gram, (counts.get(gram) ?? 0) + 1);
      search.add(text);
    },

    /** The nearest texts, with their likeness to the query, however small. */
    nearest(text: string, most: number): readonly Alike[] {
      const query = vectorOf(text);
      const rarest = [...query.keys()]
        .filter((gram) => counts.has(gram))
        .sort((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0))
        .slice(0, mostLookedUp);
      return search
        .search(rarest.join(" "))
        .slice(0, mostCompared)
        .map(({ id }) => ({ id: String(id), text: texts.get(String(id)) ?? "" }))
        .map(({ id, text }) => ({ id, text, score: likeness(query, vectorOf(text)) }))
        .sort((one, other) => other.score - one.score)
        .slice(0, most)
        .map(({ id, text, score }) => ({ id, score, shared: sharedWith(query, text) }));
    },
  };
};

type Built = { readonly texts: number; readonly nearest: ReturnType<typeof openIndex>["nearest"] };

const build = async (texts: readonly Comparable[]): Promise<Built> => {
  const index = openIndex();
  let begun = performance.now();
  for (const text of texts) {
    index.add(text);
    if (performance.now() - begun < sliceMs) continue;
    await setImmediate();
    begun = performance.now();
  }
  return { texts: texts.length, nearest: index.nearest };
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
        index.texts = texts;
        dropOldest();
      },
      () => kept.delete(name),
    );
    return index;
  };

  return {
    async index(name, read) {
      const index = kept.get(name) ?? start(name, read);
      kept.delete(name);
      kept.set(name, index);
      const { nearest } = await index.built;
      return { alike: (text, count) => nearest(text, count).filter(({ score }) => score >= threshold) };
    },
  };
};
