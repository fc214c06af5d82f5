import { expect, test } from "vitest";
import { endName, idsIn, mostInDigest, planDigest } from "../../src/domain/digest/plan.ts";
import type { Idea } from "../../src/domain/idea/idea.ts";

test("a digest of a team with thousands of ideas holds a bounded number, counts the others, and says them apart", () => {
  const ideas = (stage: Idea["stage"], digest?: string): Idea[] =>
    Array.from({ length: 2_000 }, (_, at) => {
      const facts = { author: "p", createdAt: at, friction: "x", showName: false, stage, voices: 1, finishedAt: at + 1 };
      return { id: String(at).padStart(22, stage), ...facts, ...(digest ? { digest } : {}) };
    });
  const plan = planDigest([...ideas("new"), ...ideas("planned", "2026-W40"), ...ideas("adopted", "2026-W40")], new Set());
  expect(idsIn(plan)).toHaveLength(mostInDigest);
  const { fresh, open, finished, moreFresh, moreOpen, moreFinished } = plan;
  expect([fresh.length + moreFresh, open.length + moreOpen, finished.length + moreFinished]).toEqual([2_000, 2_000, 2_000]);
});

test("an idea that ended before the team was shown it stands among what ended", () => {
  const idea = { id: "i", author: "p", createdAt: 1, friction: "x", showName: false, stage: "adopted", voices: 1, finishedAt: 2 } as const;
  expect(planDigest([idea], new Set())).toMatchObject({ fresh: [], finished: ["i"] });
});

test("an end is told once, also where its idea stays in the lists, and more ends than one row holds are told by the digest after", () => {
  const ideas = Array.from({ length: 600 }, (_, at): Idea => {
    const facts = { author: "p", createdAt: 1, friction: "x", showName: false, voices: 1, number: at, digest: "2026-W40" };
    return { id: `i${String(at).padStart(3, "0")}`, ...facts, stage: "adopted", finishedAt: 2 };
  });
  const first = planDigest(ideas, new Set());
  const left = ideas.filter((idea, at) => at === 0 || !first.told.includes(endName(idea)));
  const second = planDigest(left, new Set(first.told));
  expect([first.told.length, second.finished.length + second.moreFinished, second.told.length]).toEqual([500, 100, 101]);
  expect(planDigest(left, new Set(second.told))).toMatchObject({ finished: [], moreFinished: 0 });
});
