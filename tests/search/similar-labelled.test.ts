import { describe, expect, test } from "vitest";
import { openIndex, threshold } from "../../src/search/similar.ts";
import { halfOf, labelledLanguages, measure, readLabelled } from "./labelled.ts";

/** `npm run bench -- similar` tells the figures. One more text shown wrongly in ten queries than today is a fault. */
const mostWrong = 0.2;

describe.each(labelledLanguages)("In %s", async (language) => {
  const labelled = await readLabelled(language);

  test("60 pairs, 60 non-pairs and 150 distractors are labelled, and none stands twice", () => {
    const { pairs, nonPairs, distractors } = labelled;
    expect([pairs.length, nonPairs.length, distractors.length]).toEqual([60, 60, 150]);
    const all = [...pairs.flat(), ...nonPairs.flat(), ...distractors];
    expect(new Set(all).size).toBe(all.length);
  });

  test("nine of ten pairs of the reporting half are found, and hardly anything else is shown", () => {
    const half = halfOf(labelled, "reporting");
    const index = openIndex();
    for (const text of half.texts) index.add(text);
    const { found, wrong } = measure(half, (query, most) => index.nearest(query, most).filter(({ score }) => score >= threshold));
    expect(found).toBeGreaterThanOrEqual(0.9);
    expect(wrong).toBeLessThanOrEqual(mostWrong);
  });
});
