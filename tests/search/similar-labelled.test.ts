import { describe, expect, test } from "vitest";
import { openIndex } from "../../src/search/similar.ts";
import { labelledLanguages, measure, readLabelled, triesOf } from "./labelled.ts";

/** Texts shown wrongly, per query. */
const mostWrong = 0.1;

/** The share of pairs that is found at least. Where colleagues paraphrase with one word in common, letters cannot tell the pair from two problems with one thing. */
const leastFound = (language: string): number => below[language] ?? 0.9;
const below: Readonly<Record<string, number>> = { da: 0.75, fi: 0.8, nn: 0.85, sv: 0.8 };

describe.each(labelledLanguages)("In %s", async (language) => {
  const labelled = await readLabelled(language);

  test("60 pairs, 60 non-pairs and 150 distractors are labelled, and none stands twice", () => {
    const { pairs, nonPairs, distractors } = labelled;
    expect([pairs.length, nonPairs.length, distractors.length]).toEqual([60, 60, 150]);
    const all = [...pairs.flat(), ...nonPairs.flat(), ...distractors];
    expect(new Set(all).size).toBe(all.length);
  });

  test("most pairs of the reporting half are found, and hardly anything else is shown", () => {
    const tries = triesOf(labelled, "reporting").map(({ texts, queries }) => {
      const index = openIndex();
      for (const text of texts) index.add(text);
      return { queries, find: index.alike };
    });
    const { found, wrong } = measure(tries);
    expect(found).toBeGreaterThanOrEqual(leastFound(language));
    expect(wrong).toBeLessThanOrEqual(mostWrong);
  });
});
