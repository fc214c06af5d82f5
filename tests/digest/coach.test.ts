import { describe, expect, test } from "vitest";
import { coachOf } from "../../src/domain/digest/coach.ts";
import type { Idea } from "../../src/domain/idea/idea.ts";
import { defaultSettings } from "../../src/domain/settings/default-settings.ts";
import type { Team } from "../../src/domain/teams/team.ts";
import { day, monday, roundAfter, week } from "../world/moments.ts";
import { aTeam, expectSay } from "../world/world.ts";

const now = monday + 40 * week;
const zone = "Europe/Stockholm";
const team = (everyWeeks: 1 | 2 | 4 = 1): Team =>
  ({ id: "t", name: "North clinic", settings: { ...defaultSettings(zone, "en"), everyWeeks } }) as Team;
const idea = (id: string, more: Partial<Idea>): Idea => ({
  id,
  author: "p",
  createdAt: now - 60 * day,
  shownAt: now - 30 * day,
  friction: "x",
  showName: false,
  stage: "new",
  voices: 1,
  number: 1,
  digest: "2026-W40",
  ...more,
});
const owned = (id: string, more: Partial<Idea>) => idea(id, { stage: "testing", owner: "o", last: { event: "start", step: "s" }, ...more });

const unanswered = [idea("a", { shownAt: now - 21 * day }), idea("b", { shownAt: now - 36 * day })];
const quiet = owned("c", { heardAt: now - 30 * day, toldQuietAt: now - 14 * day });
const help = owned("d", { help: { why: "no time", at: now - 7 * day } });
const late = idea("e", { stage: "passed-on", last: { event: "promise", step: "s" }, contact: "Eva", answerBy: "2027-08-01" });

describe("the coach's line", () => {
  test("is about one thing: a first answer before a quiet owner, that before a call for help, and that before a late answer", () => {
    const all = [late, help, quiet, ...unanswered];
    expect(coachOf(all, team(), now)).toMatchObject({ about: "first-answer", count: 2, weeks: 3, idea: { id: "b" } });
    expect(coachOf(all.slice(0, 3), team(), now)).toMatchObject({ about: "quiet", count: 1, weeks: 4, idea: { id: "c" } });
    expect(coachOf(all.slice(0, 2), team(), now)).toMatchObject({ about: "help", count: 1, idea: { id: "d" } });
    expect(coachOf(all.slice(0, 1), team(), now)).toMatchObject({ about: "late", count: 1, idea: { id: "e" } });
    expect(coachOf([], team(), now)).toBeUndefined();
  });

  test("names one of those that one digest showed by no order in which they were written", () => {
    const shownAt = now - 21 * day;
    const written = (first: string, second: string) =>
      [idea(first, { shownAt, createdAt: 1 }), idea(second, { shownAt, createdAt: 2 })] as const;
    expect(coachOf(written("a", "b"), team(), now)?.idea.id).toBe("a");
    expect(coachOf(written("b", "a"), team(), now)?.idea.id).toBe("a");
  });

  test("counts owners where it speaks of owners", () => {
    const other = { owner: "other" };
    const helps = [help, { ...help, id: "f" }, { ...help, id: "g", ...other }];
    expect(coachOf(helps.slice(0, 2), team(), now)).toMatchObject({ about: "help", count: 1 });
    expect(coachOf(helps, team(), now)).toMatchObject({ about: "help", count: 2 });
    expect(coachOf([quiet, { ...quiet, id: "f" }], team(), now)).toMatchObject({ about: "quiet", count: 1 });
  });

  const without = <K extends keyof Idea>(one: Idea, fact: K): Idea =>
    Object.fromEntries(Object.entries(one).filter(([key]) => key !== fact)) as Idea;

  test.each<{ readonly what: string; readonly one: Idea; readonly everyWeeks?: 1 | 2 | 4 }>([
    { what: "was shown less than three weeks ago, whenever it was written", one: idea("a", { shownAt: now - 20 * day }) },
    { what: "the team has not been shown", one: without(idea("a", {}), "shownAt") },
    { what: "somebody had, who gave it back", one: idea("a", { last: { event: "give-back", who: "o", step: "s" } }) },
    { what: "was held back, as its author knows", one: idea("a", { toldHeld: "s" }) },
    { what: "has an owner who is quiet, of which the leads heard less than two rounds ago", one: quiet, everyWeeks: 2 },
    { what: "has a quiet owner, and somebody has been asked to be the new one", one: { ...quiet, request: "r" } },
    { what: "has an owner who asked for help less than a round ago", one: help, everyWeeks: 2 },
    { what: "waits for an answer that is due today", one: { ...late, answerBy: new Date(now).toISOString().slice(0, 10) } },
    { what: "waits for an answer without a date", one: without(late, "answerBy") },
  ])("is not about an idea that $what", ({ one, everyWeeks }) => {
    expect(coachOf([one], team(everyWeeks), now)).toBeUndefined();
  });
});

test("a draft says how many ideas have waited three weeks for a first answer, and one press asks for the answer to the one that has waited longest", async () => {
  const { world, sara, omar, pia, jonas } = await aTeam();
  const [first, , , fourth] = [0, 1, 2, 3].map(roundAfter);
  await world.moveTo(first?.question ?? 0);
  await omar.answers("The printer is slow");
  await world.moveTo(first?.reminder ?? 0);
  await pia.answers("Nobody orders gloves");
  await jonas.answers("Too many forms");
  await world.moveTo(first?.digest ?? 0);
  await jonas.writes("take #1");
  await world.moveTo(fourth?.question ?? 0);
  await omar.answers("The lamps flicker");
  await world.moveTo(fourth?.draft ?? 0);
  const draft = expectSay(sara.got("draft").at(-1), "draft");
  expect(draft.coach).toMatchObject({ about: "first-answer", count: 2, weeks: 3 });
  await sara.presses("Answer now");
  const waiting = draft.coach?.idea;
  expect(sara.got("answer-form").at(-1)).toMatchObject({ idea: { id: waiting?.id } });
  await sara.presses("Answer", { "Your answer": "It is solved", Reason: "A new printer came" });
  // The draft still stands, and is renewed by the next press on it.
  const renewed = expectSay(await sara.writes("draft"), "draft");
  expect(renewed.coach).toMatchObject({ about: "first-answer", count: 1 });
  expect(renewed.digest.finished).toMatchObject([{ id: waiting?.id, result: "A new printer came" }]);
});
