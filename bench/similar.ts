import { setImmediate } from "node:timers/promises";
import MiniSearch from "minisearch";
import type { Comparable } from "../src/ports.ts";
import { openIndex, threshold } from "../src/search/similar.ts";
import { type Find, halfOf, labelledLanguages, measure, readLabelled } from "../tests/search/labelled.ts";
import { seeded } from "../tests/world/chance.ts";
import { type Figure, median, saveResult } from "./result.ts";

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** Gnist's engine with its threshold, and MiniSearch as it comes, which has none. */
const enginesOf = (texts: readonly Comparable[]): { readonly ours: Find; readonly plain: Find } => {
  const index = openIndex();
  for (const text of texts) index.add(text);
  const search = new MiniSearch<Comparable>({ fields: ["text"] });
  search.addAll(texts);
  return {
    ours: (query, most) => index.nearest(query, most).filter(({ score }) => score >= threshold),
    plain: (query, most) =>
      search
        .search(query)
        .slice(0, most)
        .map(({ id, score }) => ({ id: String(id), score })),
  };
};

const qualityIn = async (language: string): Promise<readonly Figure[]> => {
  const half = halfOf(await readLabelled(language), "reporting");
  const { ours, plain } = enginesOf(half.texts);
  const [mine, theirs] = [measure(half, ours), measure(half, plain)];
  const both = (one: typeof mine) =>
    `${percent(one.found)}; ${one.wrong.toFixed(2)} (${one.wrongOfPairs.toFixed(2)} beside a match, ${one.wrongOfNonPairs.toFixed(2)} without one)`;
  return [
    [`${language}: found; wrongly shown a query`, both(mine), "90 %; 0.10"],
    [`${language}: MiniSearch as it comes`, both(theirs), ""],
  ];
};

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

/** Similar ideas: `npm run bench -- similar`. Quality on the reporting half of the labelled sentences, then speed, in one run. About a minute. */
export const benchSimilar = async (): Promise<void> => {
  const quality = [];
  for (const language of labelledLanguages) quality.push(...(await qualityIn(language)));
  const texts = await manyTexts(Math.max(...timed));
  const queries = (await manyTexts(timed[timed.length - 1] ?? 0)).slice(-queriesEach).map(({ text }) => text);
  const built: { readonly count: number; readonly ms: number; readonly bytes: number; readonly index: ReturnType<typeof openIndex> }[] = [];
  for (const count of timed) {
    globalThis.gc?.();
    await setImmediate();
    const before = process.memoryUsage().heapUsed;
    const from = performance.now();
    const index = openIndex();
    for (const text of texts.slice(0, count)) index.add(text);
    const ms = performance.now() - from;
    globalThis.gc?.();
    built.push({ count, ms, bytes: process.memoryUsage().heapUsed - before, index });
  }
  const took = new Map<number, number[]>(timed.map((count) => [count, []]));
  // The sizes take turns, so that other work on the machine meets all of them.
  for (const query of queries)
    for (const { count, index } of built) {
      const from = performance.now();
      index.nearest(query, 3);
      took.get(count)?.push(performance.now() - from);
    }
  const middle = (count: number) => median(took.get(count) ?? []);
  const [first = 0, , last = 0] = timed;
  await saveResult("Similar ideas", "npm run bench -- similar", [
    ...quality,
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
  ]);
};
