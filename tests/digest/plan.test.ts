import { describe, expect, test } from "vitest";
import { digestView, endName, hasNews, idsIn, mostInDigest, planDigest } from "../../src/domain/digest/plan.ts";
import type { Idea } from "../../src/domain/idea/idea.ts";
import type { Team } from "../../src/domain/teams/team.ts";

test("a digest of a team with thousands of ideas holds a bounded number, counts the others, and says them apart", () => {
  const ideas = (stage: Idea["stage"], digest?: string): Idea[] =>
    Array.from({ length: 2_000 }, (_, at) => {
      const facts = { author: "p", createdAt: at, friction: "x", showName: false, stage, voices: 1, finishedAt: at + 1 };
      return { id: String(at).padStart(22, stage), ...facts, ...(digest ? { digest } : {}) };
    });
  const shown = (["planned", "passed-on", "adopted", "stopped"] as const).flatMap((stage) => ideas(stage, "2026-W40"));
  const plan = planDigest([...ideas("new"), ...ideas("worth"), ...shown], new Set());
  expect(idsIn(plan)).toHaveLength(mostInDigest);
  const { fresh, open, passed, finished, moreFresh, moreOpen, morePassed, moreFinished, moreStopped } = plan;
  expect([plan.worth.length, plan.moreWorth]).toEqual([3, 1_997]);
  expect([fresh.length + moreFresh, open.length + moreOpen, passed.length + morePassed]).toEqual([2_000, 2_000, 2_000]);
  expect(finished.length + moreFinished + moreStopped).toBe(4_000);
  // A lesson has as much room as a result.
  expect(moreStopped).toBe(moreFinished);
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

describe("a post", () => {
  const team = { id: "t", name: "North clinic", settings: { zone: "Europe/Stockholm" } } as Team;
  const at = Date.parse("2026-12-01T09:00:00Z");
  const idea = (id: string, stage: Idea["stage"], more: Partial<Idea> = {}): Idea => ({
    id,
    author: "p",
    createdAt: 1,
    friction: id,
    showName: false,
    voices: 1,
    stage,
    digest: "2026-W40",
    ...more,
  });
  /** An idea before its first digest. */
  const without = ({ digest: _digest, ...rest }: Idea): Idea => rest;
  const shown = (ideas: readonly Idea[], before: readonly Idea[] = ideas) => {
    const digest = { id: "2026-W48", week: "2026-W48", plan: planDigest(before, new Set()) };
    const { top, open, passed, finished } = digestView(digest, ideas, new Map(), team, at);
    return [top, open, passed, finished].map((some) => some.map(({ id }) => id));
  };

  test("shows an idea where it belongs by now, wherever it stood when the digest was made", () => {
    const before = [
      idea("new", "new", { digest: "2026-W48" }),
      idea("open", "testing"),
      idea("passed", "passed-on"),
      idea("stopped", "stopped", { finishedAt: 5 }),
    ];
    const stages = (...now: Idea["stage"][]) => before.map((one, which) => ({ ...one, stage: now[which] ?? "new" }));
    const unshown = before.map((one) => (one.id === "new" ? without(one) : one));
    expect(shown(before, unshown)).toEqual([["new"], ["open"], ["passed"], ["stopped"]]);
    expect(shown(stages("passed-on", "passed-on", "passed-on", "planned"), unshown)).toEqual([
      [],
      ["stopped"],
      ["new", "open", "passed"],
      [],
    ]);
    expect(shown(stages("stopped", "adopted", "adopted", "stopped"), unshown)).toEqual([[], [], [], ["open", "passed", "new", "stopped"]]);
    expect(shown(stages("merged", "withdrawn", "new", "adopted"), unshown)).toEqual([[], ["passed"], [], ["stopped"]]);
  });

  test("says that an answer is late on the day after its date, and shows the soonest first", () => {
    const ideas = [
      idea("none", "passed-on"),
      idea("today", "passed-on", { contact: "Eva", answerBy: "2026-12-01" }),
      idea("late", "passed-on", { contact: "Eva", answerBy: "2026-11-30" }),
    ];
    const digest = { id: "2026-W48", week: "2026-W48", plan: planDigest(ideas, new Set()) };
    expect(digestView(digest, ideas, new Map(), team, at).passed.map(({ passed }) => passed)).toEqual([
      { contact: "Eva", answerBy: "2026-11-30", isLate: true },
      { contact: "Eva", answerBy: "2026-12-01" },
      {},
    ]);
    expect(hasNews(digest.plan)).toBe(false);
  });

  test("is made of an idea that was passed on before the team was shown it: it is new to the team", () => {
    const passed = idea("passed", "passed-on");
    const plan = planDigest([without(passed)], new Set());
    expect(hasNews(plan)).toBe(true);
    expect(digestView({ id: "2026-W48", week: "2026-W48", plan }, [passed], new Map(), team, at)).toMatchObject({
      top: [],
      passed: [{ id: "passed" }],
    });
  });
});
