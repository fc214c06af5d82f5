import { expect, test } from "vitest";
import { planDigest } from "../../src/domain/digest.ts";
import type { Idea } from "../../src/domain/idea.ts";

/** What one column of a row holds. */
const mostCharacters = 32_768;

test("a digest of a team with thousands of ideas can be stored, and what is new beyond it waits for the next one", () => {
  const ideas = (stage: Idea["stage"], digest?: string): Idea[] =>
    Array.from({ length: 2_000 }, (_, at) => {
      const facts = { author: "p", createdAt: at, friction: "x", showName: false, stage, voices: 1, finishedAt: at + 1 };
      return { id: String(at).padStart(22, stage), ...facts, ...(digest ? { digest } : {}) };
    });
  const fresh = ideas("new");
  const plan = planDigest([...fresh, ...ideas("planned", "2026-W40"), ...ideas("adopted", "2026-W40")], 0);
  for (const list of [plan.fresh, plan.open, plan.finished]) {
    expect(list.length).toBeGreaterThan(1_000);
    expect(JSON.stringify(list).length).toBeLessThanOrEqual(mostCharacters);
  }
  const shown = new Set(plan.fresh);
  const after = fresh.map((one) => (shown.has(one.id) ? { ...one, digest: "2026-W48" } : one));
  expect(planDigest(after, 0).fresh).toHaveLength(2_000 - plan.fresh.length);
});
