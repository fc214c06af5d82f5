import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import type { Comparable } from "../src/ports.ts";
import { openIndex, threshold } from "../src/search/similar.ts";
import { type Find, labelledLanguages, measure, readLabelled, type SetPart, triesOf } from "../tests/search/labelled.ts";
import { seeded } from "../tests/world/chance.ts";
import { type Figure, median, saveResult } from "./result.ts";

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

const indexOf = (texts: readonly Comparable[]) => {
  const index = openIndex();
  for (const text of texts) index.add(text);
  return index;
};

/** MiniSearch as it comes, which has no threshold. */
const plainOf = (texts: readonly Comparable[]): Find => {
  const search = new MiniSearch<Comparable>({ fields: ["text"] });
  search.addAll(texts);
  return (query, most) =>
    search
      .search(query)
      .slice(0, most)
      .map(({ id, score }) => ({ id: String(id), score }));
};

const qualityIn = async (language: string): Promise<readonly Figure[]> => {
  const labelled = await readLabelled(language);
  const measured = (part: SetPart, findIn: (texts: readonly Comparable[]) => Find) =>
    measure(triesOf(labelled, part).map(({ texts, queries }) => ({ queries, find: findIn(texts) })));
  const mineOf = (texts: readonly Comparable[]): Find => indexOf(texts).alike;
  const mine = measured("reporting", mineOf);
  const both = (one: typeof mine) =>
    `${percent(one.found)}; ${one.wrong.toFixed(2)} (${one.wrongOfPairs.toFixed(2)} beside a match, ${one.wrongOfNonPairs.toFixed(2)} without one)`;
  return [
    [`${language}: found; wrongly shown a query`, both(mine), "90 %; 0.10"],
    [`${language}: MiniSearch as it comes`, both(measured("reporting", plainOf)), ""],
    [`${language}: unseen sentences, mostly two faults of one thing where they do not match`, both(measured("unseen", mineOf)), ""],
    [`${language}: MiniSearch on these`, both(measured("unseen", plainOf)), ""],
  ];
};

/** Texts shown wrongly, per query, by which the threshold is chosen. */
const mostWrong = 0.1;

/** The least threshold, in hundredths, by which the choosing halves of all languages together show no more wrongly. */
const choose = async (): Promise<number> => {
  const sets = await Promise.all(labelledLanguages.map(readLabelled));
  const tries = sets.flatMap((set) => triesOf(set, "choosing")).map(({ texts, queries }) => ({ queries, index: indexOf(texts) }));
  const wrongBy = (least: number): number =>
    measure(tries.map(({ queries, index }) => ({ queries, find: (query, most) => index.alike(query, most, least) }))).wrong;
  let hundredths = 10;
  while (wrongBy(hundredths / 100) > mostWrong) hundredths += 1;
  return hundredths / 100;
};

/** Frees what nothing holds, so that the heap tells what an index takes. */
setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

const timed = [1_000, 3_000, 10_000] as const;
const queriesEach = 200;

/** Sentences made of the beginnings and ends of labelled ones, so that their words are as common and as rare as in these. */
const manyTexts = async (count: number): Promise<readonly Comparable[]> => {
  const sets = await Promise.all(labelledLanguages.map(readLabelled));
  const sentences = sets.flatMap(({ pairs, nonPairs, distractors }) => [...pairs.flat(), ...nonPairs.flat(), ...distractors]);
  const { pick } = seeded(13);
  return Array.from({ length: count }, (_one, at) => {
    const [begin, end] = [pick(sentences).split(" "), pick(sentences).split(" ")];
    return { id: String(at), text: [...begin.slice(0, Math.ceil(begin.length / 2)), ...end.slice(Math.floor(end.length / 2))].join(" ") };
  });
};

/** The time of a query, and the cost of an index, at each size. */
const speed = async (): Promise<readonly Figure[]> => {
  const [first = 0, , last = 0] = timed;
  const texts = await manyTexts(last);
  const queries = texts.slice(-queriesEach).map(({ text }) => text);
  const built: { readonly count: number; readonly ms: number; readonly bytes: number; readonly index: ReturnType<typeof openIndex> }[] = [];
  for (const count of timed) {
    collect();
    await setImmediate();
    const before = process.memoryUsage().heapUsed;
    const from = performance.now();
    const index = indexOf(texts.slice(0, count));
    const ms = performance.now() - from;
    collect();
    built.push({ count, ms, bytes: process.memoryUsage().heapUsed - before, index });
  }
  const took = new Map<number, number[]>(timed.map((count) => [count, []]));
  // The sizes take turns, so that other work on the machine meets all of them.
  for (const query of queries)
    for (const { count, index } of built) {
      const from = performance.now();
      index.alike(query, 3);
      took.get(count)?.push(performance.now() - from);
    }
  const middle = (count: number) => median(took.get(count) ?? []);
  return [
    ...built.map(
      ({ count, ms, bytes }): Figure => [
        `${count.toLocaleString("en")} ideas: median query; build; heap`,
        `${middle(count).toFixed(2)} ms; ${(ms / 1_000).toFixed(2)} s; ${(bytes / 1e6).toFixed(0)} MB`,
        count === last ? "3 ms" : "",
      ],
    ),
    [
      `query in ${last.toLocaleString("en")} over ${first.toLocaleString("en")} ideas`,
      (middle(last) / middle(first)).toFixed(1),
      `less than ${last / first}`,
    ],
  ];
};

/** Similar ideas: `npm run bench -- similar`. Quality on the reporting half of the labelled sentences, then speed, in one run. About a minute. */
export const benchSimilar = async (): Promise<void> => {
  const quality = [];
  for (const language of labelledLanguages) quality.push(...(await qualityIn(language)));
  await saveResult("Similar ideas", "npm run bench -- similar", [
    ["threshold; the one that the choosing halves give", `${threshold}; ${await choose()}`, "equal"],
    ...quality,
    ...(await speed()),
  ]);
};
