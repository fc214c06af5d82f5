import { describe, expect, test } from "vitest";
import { openIndex } from "../../src/search/similar.ts";
import { labelledLanguages, measure, readLabelled, type SetPart, triesOf } from "./labelled.ts";

/** Texts shown wrongly, per query. */
const mostWrong = 0.1;

/** The share of pairs that is found at least. Where colleagues paraphrase with one word in common, letters cannot tell the pair from two problems with one thing. */
const leastFound = (language: string): number => below[language] ?? 0.9;
const below: Readonly<Record<string, number>> = { da: 0.8, fi: 0.85, nn: 0.85 };

/** Measures of sentences that nobody chose by, so that words which are mended for others are seen to serve these too. */
const unseen = { found: 0.7, wrongOfPairs: 0.2 };

describe.each(labelledLanguages)("In %s", async (language) => {
  const labelled = await readLabelled(language);

  test("60 pairs, 60 non-pairs and 150 distractors are labelled, and none stands twice", () => {
    const { pairs, nonPairs, distractors, unseen: others } = labelled;
    expect([pairs.length, nonPairs.length, distractors.length]).toEqual([60, 60, 150]);
    expect([others.pairs.length, others.nonPairs.length]).toEqual([30, 30]);
    const all = [...[labelled, others].flatMap((two) => [...two.pairs.flat(), ...two.nonPairs.flat()]), ...distractors];
    expect(new Set(all).size).toBe(all.length);
  });

  const measured = (part: SetPart) =>
    measure(
      triesOf(labelled, part).map(({ texts, queries }) => {
        const index = openIndex();
        for (const text of texts) index.add(text);
        return { queries, find: index.alike };
      }),
    );

  test("most pairs of the reporting half are found, and hardly anything else is shown", () => {
    const { found, wrong } = measured("reporting");
    expect(found).toBeGreaterThanOrEqual(leastFound(language));
    expect(wrong).toBeLessThanOrEqual(mostWrong);
  });

  test("most pairs of unseen sentences are found, and hardly anything else beside them", () => {
    const { found, wrongOfPairs } = measured("unseen");
    expect(found).toBeGreaterThanOrEqual(unseen.found);
    expect(wrongOfPairs).toBeLessThanOrEqual(unseen.wrongOfPairs);
  });
});
