import { expect, test } from "vitest";
import type { Idea } from "../../src/domain/idea/idea.ts";
import { endedIn, idsOnBoard, planBoard } from "../../src/domain/review/board.ts";

const anIdea = (id: string, facts: Partial<Idea> = {}): Idea => ({
  id,
  createdAt: 1,
  friction: id,
  showName: false,
  stage: "new",
  voices: 1,
  digest: "2026-W48",
  shownAt: 10,
  ...facts,
});

const owned = { stage: "testing", owner: "omar", due: "2026-12-24" } as const;
const plan = (...ideas: readonly Idea[]) => planBoard(ideas, { lastDigest: "2026-W50", since: 100, today: "2026-12-16" });

test("to check today are owned ideas whose date has come, whose test is done, or whose owner has given no sign", () => {
  const { check } = plan(
    anIdea("later", owned),
    anIdea("today", { ...owned, due: "2026-12-16" }),
    anIdea("past", { ...owned, stage: "planned", due: "2026-12-01" }),
    anIdea("tested", { ...owned, stage: "checking" }),
    anIdea("quiet", { ...owned, due: "2026-12-25", nudgedAt: 50 }),
    anIdea("free", { due: "2026-12-01" }),
  );
  expect(check).toEqual(["past", "today", "tested", "quiet"]);
});

test("an idea waits longest by the digest that showed it, and those of the latest digest have not waited", () => {
  const { waiting, choose, moreWaiting } = plan(
    anIdea("old", { shownAt: 1 }),
    anIdea("older", { shownAt: 0 }),
    anIdea("new", { digest: "2026-W50", shownAt: 90 }),
    anIdea("b", { shownAt: 20 }),
    anIdea("c", { shownAt: 21 }),
    anIdea("d", { shownAt: 22 }),
    anIdea("e", { shownAt: 23 }),
  );
  expect(waiting).toEqual(["older", "old", "b"]);
  expect(choose).toEqual(["new", "c", "d"]);
  expect(moreWaiting).toBe(1);
});

test("three to choose are quick wins first, then by voices, and never one that stands in another part", () => {
  const found = plan(
    anIdea("waits", { shownAt: 0, voices: 9 }),
    ...["n1", "n2", "n3", "n4"].map((id, at) => anIdea(id, { digest: "2026-W50", voices: at + 1 })),
    anIdea("quick", { digest: "2026-W50", effort: "small", effect: "much" }),
  );
  expect(found.choose).toEqual(["quick", "n4", "n3"]);
  expect(found.waiting).toEqual(["waits"]);
  expect(new Set(idsOnBoard(found)).size).toBe(idsOnBoard(found).length);
});

test("no idea that the team was not shown stands on it, nor one that is hidden, passed on or worth doing more of", () => {
  const { digest: _digest, ...unshown } = anIdea("unshown");
  const others = (["held", "merged", "withdrawn", "passed-on", "worth"] as const).map((stage) => anIdea(stage, { stage }));
  expect(idsOnBoard(plan(unshown, ...others))).toEqual([]);
});

test("done since last are the latest ends from an instant on, whether a digest has told them or not", () => {
  const { done } = plan(
    anIdea("before", { stage: "adopted", finishedAt: 99 }),
    anIdea("first", { stage: "stopped", finishedAt: 100 }),
    anIdea("second", { stage: "adopted", finishedAt: 200 }),
  );
  expect(done).toEqual(["second", "first"]);
  const many = Array.from({ length: 80 }, (_, at) => `idea${at}|${at}`);
  expect(endedIn([{ finished: [], told: many }], 10)).toHaveLength(50);
  expect(endedIn([{ finished: [], told: many }], 78)).toEqual(["idea79", "idea78"]);
});
