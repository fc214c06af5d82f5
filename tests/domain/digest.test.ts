import { expect, test } from "vitest";
import { idsIn, mostInDigest, planDigest } from "../../src/domain/digest.ts";
import type { Idea } from "../../src/domain/idea.ts";

test("a digest of a team with thousands of ideas holds a bounded number, counts the others, and says them apart", () => {
  const ideas = (stage: Idea["stage"], digest?: string): Idea[] =>
    Array.from({ length: 2_000 }, (_, at) => {
      const facts = { author: "p", createdAt: at, friction: "x", showName: false, stage, voices: 1, finishedAt: at + 1 };
      return { id: String(at).padStart(22, stage), ...facts, ...(digest ? { digest } : {}) };
    });
  const plan = planDigest([...ideas("new"), ...ideas("planned", "2026-W40"), ...ideas("adopted", "2026-W40")], 0);
  expect(idsIn(plan)).toHaveLength(mostInDigest);
  const { fresh, open, finished, moreFresh, moreOpen, moreFinished } = plan;
  expect([fresh.length + moreFresh, open.length + moreOpen, finished.length + moreFinished]).toEqual([2_000, 2_000, 2_000]);
});

test("an idea that ended before the team was shown it stands among what ended", () => {
  const idea = { id: "i", author: "p", createdAt: 1, friction: "x", showName: false, stage: "adopted", voices: 1, finishedAt: 2 } as const;
  expect(planDigest([idea], 100)).toMatchObject({ fresh: [], finished: ["i"] });
});
