import { setImmediate, setTimeout as wait } from "node:timers/promises";
import MiniSearch from "minisearch";
import type { Alike, Comparable, Similar } from "../ports.ts";
import { areAlike, gramsOf, tellingWords, wordsIn } from "./grams.ts";

/** Grams of a query that are looked up: its rarest ones. More of them cost time and find hardly more (`npm run bench -- similar`). */
const mostLookedUp = 12;

/** Texts that MiniSearch finds for a query, and that are then compared with it exactly. */
const mostCompared = 10;

/** The least likeness (0 to 1) of texts that are shown as saying the same; chosen on one half of the labelled sentences. */
export const threshold = 0.26;

/** The weight of a likeness by one word alone: texts about one thing often tell of two problems with it. */
const oneWord = 0.6;

/** Words that are named as the reason. */
const mostShared = 3;

/** Texts in all indexes that are kept; each takes about 6 KB. */
const mostKept = 20_000;

/** Longest wait (ms) of an answer for an index. */
const patienceMs = 300;

/** Time (ms) for which an index is built before other work has its turn. */
const sliceMs = 5;

type Vector = ReadonlyMap<string, number>;

const lengthOf = (vector: Vector): number => Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight ** 2, 0));

/** The cosine of the angle between two texts, as vectors of weighted grams: BM25, by which MiniSearch ranks, has no fixed scale for a threshold. */
const likeness = (one: Vector, other: Vector): number => {
  const product = [...one].reduce((sum, [gram, weight]) => sum + weight * (other.get(gram) ?? 0), 0);
  return product === 0 ? 0 : product / (lengthOf(one) * lengthOf(other));
};

/** Letters of the pieces that are looked up: shorter ones are in too many words, and longer ones in too few. */
const lookedUpSize = 4;
/** Letters of the pieces by which two texts are compared. */
const comparedSize = 3;

const lookedUp = (text: string): readonly string[] => [...new Set(tellingWords(text).flatMap((word) => gramsOf(word, lookedUpSize)))];
const compared = (text: string): readonly string[] => [...new Set(tellingWords(text).flatMap((word) => gramsOf(word, comparedSize)))];

/** The telling words of a text that are forms or parts of another text's. */
const inCommon = (text: string, other: string): readonly string[] => {
  const others = tellingWords(other);
  return tellingWords(text).filter((word) => others.some((one) => areAlike(word, one)));
};

/** An index of texts by pieces of their words. */
export const openIndex = () => {
  const texts = new Map<string, string>();
  /** The number of texts that have a piece, of either size. */
  const counts = new Map<string, number>();
  const search = new MiniSearch<Comparable>({
    fields: ["text"],
    tokenize: (text) => [...lookedUp(text)],
    processTerm: (gram) => gram,
    searchOptions: { tokenize: (grams) => grams.split(" ") },
  });

  /** The pieces of a text; the rarer a piece, the more it tells. */
  const vectorOf = (text: string): Vector =>
    new Map(compared(text).map((gram) => [gram, Math.log(1 + texts.size / (counts.get(gram) ?? 0.5))]));

  return {
    add(text: Comparable): void {
      texts.set(text.id, text.text);
      for (const gram of new Set([...lookedUp(text.text), ...compared(text.text)])) counts.set(gram, (counts.get(gram) ?? 0) + 1);
      search.add(text);
    },

    /** The nearest texts, with their likeness to the query, however small. */
    nearest(query: string, most: number): readonly Alike[] {
      const vector = vectorOf(query);
      const rarest = lookedUp(query)
        .filter((gram) => counts.has(gram))
        .sort((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0))
        .slice(0, mostLookedUp);
      return search
        .search(rarest.join(" "))
        .slice(0, mostCompared)
        .map(({ id }): Alike => {
          const text = texts.get(String(id)) ?? "";
          const common = inCommon(text, query);
          const isOneWord = Math.max(common.length, inCommon(query, text).length) < 2;
          const shared = wordsIn(text).filter((word) => common.includes(word.toLowerCase()));
          return {
            id: String(id),
            score: likeness(vector, vectorOf(text)) * (isOneWord ? oneWord : 1),
            shared: [...new Set(shared)].slice(0, mostShared),
          };
        })
        .sort((one, other) => other.score - one.score)
        .slice(0, most);
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

  const index: Similar["index"] = async (name, read) => {
    const known = kept.get(name) ?? start(name, read);
    kept.delete(name);
    kept.set(name, known);
    const { nearest } = await known.built;
    return { alike: (text, count) => nearest(text, count).filter(({ score }) => score >= threshold) };
  };

  return {
    index,
    soon: (name, read) => Promise.race([index(name, read).catch(() => undefined), wait(patienceMs, undefined, { ref: false })]),
  };
};
