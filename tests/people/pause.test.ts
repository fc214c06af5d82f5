import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { untilResumed } from "../../src/domain/people/person.ts";
import { readPerson } from "../../src/store/person.ts";
import { day, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

/* Words that people write to be left in peace. The moment is the Thursday of the question, in Stockholm. */

let world: World;
let pia: Person;
beforeEach(async () => {
  ({ world, pia } = await aTeam());
  await world.moveTo(thisRound.question);
});

const dateOf = (ms = 0) => new Date(ms).toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });

test.each([
  ["pause until friday", "2026-11-27"],
  ["stop friday", "2026-11-27"],
  // It is Thursday: the next one.
  ["pausa till torsdag", "2026-12-03"],
  ["pause til onsdag", "2026-12-02"],
  ["pausa till och med onsdag", "2026-12-03"],
  ["pause til 24. desember", "2026-12-24"],
  ["pausa till 24 december", "2026-12-24"],
  ["pause until May 1", "2027-05-01"],
  ["pause until tomorrow", "2026-11-27"],
  ["pausa i 2 veckor", "2026-12-10"],
  ["stop 2 weeks", "2026-12-10"],
  ["pause 3 days", "2026-11-29"],
  ["pause i 3 måneder", "2027-02-26"],
  ["pause until week 50", "2026-12-07"],
  ["pausa till vecka 50", "2026-12-07"],
  ["pause til uke 2", "2027-01-11"],
  ["pausa till och med v. 50", "2026-12-14"],
  // It is week 48.
  ["pause through week 48", "2026-11-30"],
  ["pause friday please", "2026-11-27"],
  ["Gnist, stop until friday", "2026-11-27"],
])("%s lasts until %s, and the answer says so", async (text, date) => {
  const paused = expectSay(await pia.writes(text), "paused");
  expect([dateOf(paused.until), paused.otherYear ?? false]).toEqual([date, date.startsWith("2027")]);
});

test.each(["stop", "unsubscribe", "sluta", "avsluta", "stopp", "slutt", "pause"])(
  "%s pauses at once, and Undo takes it back",
  async (word) => {
    const paused = expectSay(await pia.writes(word), "paused");
    expect(paused.until).toBeUndefined();
    expectSay(await pia.presses("Undo"), "resumed");
    await world.moveTo(nextRound.question);
    expect(pia.got("idea-form").filter(({ round }) => round === nextRound.id)).toHaveLength(1);
  },
);

test("Undo behind a pause that was written brings back the pause that it replaced, until that one is over", async () => {
  const first = expectSay(await pia.writes("pause until 24 december"), "paused");
  expectSay(await pia.writes("pause friday"), "paused");
  expect(expectSay(await pia.presses("Undo"), "paused").until).toBe(first.until);
  expect(expectSay(await pia.writes("help"), "help").pause?.until).toBe(first.until);
  expectSay(await pia.writes("stop"), "paused");
  await world.moveTo((first.until ?? 0) + day);
  expectSay(await pia.presses("Undo"), "resumed");
});

test("Undo behind a pause that replaced one without an end brings that one back", async () => {
  await pia.writes("stop");
  await pia.writes("pause friday");
  expect(expectSay(await pia.presses("Undo"), "paused").until).toBeUndefined();
});

test.each([
  "stop gnist",
  "Stopp, Gnist!",
  "sluta gnist",
  "please stop",
  "stop please",
  "stop it",
  "Gnist, stopp!",
  "snälla sluta nu",
  "sluta med det här",
  "Can you please stop asking me?",
  "vær så snill, slutt",
])("%s is a pause, and never offered to the team as an idea", async (text) => {
  expectSay(await pia.writes(text), "paused");
});

test.each([
  ["paus fredg", "Paus fredag"],
  ["pause today", "Pause"],
  ["pause 2 wekes", "Pause 2 weeks"],
  ["pausa nästa vecka", "Pausa"],
  ["stopp alarmen", "Stopp"],
])("%s is offered as %s, or as an idea where it is one", async (text, title) => {
  expectSay(await pia.writes(text), "did-you-mean");
  expect(pia.buttons()).toEqual([title, "It is an idea"]);
  expectSay(await pia.presses(title), "paused");
});

test("who has written stop is not asked, and undo in words asks again", async () => {
  await pia.writes("stop");
  await world.moveTo(nextRound.question);
  expect(pia.got("idea-form").filter(({ round }) => round === nextRound.id)).toEqual([]);
  expectSay(await pia.writes("undo"), "resumed");
  expect(await pia.writes("undo")).toMatchObject({ why: "nothing-to-undo" });
});

test.each([
  ["pause #42", "bad-pause"],
  ["pause week 50", "bad-pause"],
  ["paus vecka 50", "bad-pause"],
  ["paus v50", "bad-pause"],
  ["pause uke 50", "bad-pause"],
  ["pause until week 60", "bad-pause"],
  ["pause 2", "bad-pause"],
  ["pause 0 weeks", "bad-pause"],
  ["pause 800 days", "bad-pause"],
  ["pause 1,5 weeks", "bad-pause"],
  ["pause until next friday", "bad-pause"],
  ["pause until 31 february", "bad-date"],
  ["pause until 24 december 2031", "far-date"],
  ["pause until 24 november 2026", "past-date"],
])("%s is answered in words, and pauses nothing", async (text, why) => {
  expect(await pia.writes(text)).toMatchObject({ say: "refusal", why });
  expect(expectSay(await pia.writes("help"), "help").pause).toBeUndefined();
});

test("help says that somebody has paused and until when, with Resume, in their own chat alone", async () => {
  const paused = expectSay(await pia.writes("pause until 24 december"), "paused");
  const { pause } = expectSay(await pia.writes("help"), "help");
  expect(pause?.until).toBe(paused.until);
  expect(expectSay(await pia.writes("help", { in: "channel" }), "help").pause).toBeUndefined();
  expectSay(await pia.presses("Resume"), "resumed");
  expect(expectSay(await pia.writes("help"), "help").pause).toBeUndefined();
});

test("help says nothing of a pause that is over", async () => {
  await pia.writes("pause until tomorrow");
  await world.moveTo(world.now() + day);
  expect(expectSay(await pia.writes("help"), "help").pause).toBeUndefined();
});

describe("a pause that is written on the Monday before", () => {
  beforeEach(async () => {
    ({ world, pia } = await aTeam());
  });

  const pausedUntil = async () => (await readPerson(world.ports.rows, pia.id)).profile.pausedUntil;

  test.each([
    ["pause 0 weeks", "bad-pause"],
    ["pause -2 weeks", "bad-pause"],
    ["pause 105 weeks", "bad-pause"],
    ["pause 4000000000 weeks", "bad-pause"],
    ["pausa 0 veckor", "bad-pause"],
    ["pause 1.5 weeks", "bad-pause"],
    ["pause -1", "bad-pause"],
    ["pause 2", "bad-pause"],
    ["pause until 2026-11-22", "past-date"],
    ["pause until 2026-11-23", "past-date"],
    ["pause until 23.11", "past-date"],
    ["pause until 1999-01-01", "past-date"],
    ["pause until 2028-11-24", "far-date"],
    ["pause until 9999-12-31", "far-date"],
    ["pause until 31.2", "bad-date"],
  ])("%j pauses nobody, and is answered: %s", async (text, why) => {
    expect(await pia.writes(text)).toEqual({ say: "refusal", why });
    expect(await pausedUntil()).toBeUndefined();
  });

  test.each([
    ["pause 1 week", "2026-11-29T23:00:00Z", false],
    ["pause 104 weeks", "2028-11-19T23:00:00Z", true],
    ["pause until 24.12", "2026-12-23T23:00:00Z", false],
    ["pause until 22.11", "2027-11-21T23:00:00Z", true],
    ["pause until 20280101", "2027-12-31T23:00:00Z", true],
  ])("%j ends at %s, and says the year where it is another one", async (text, end, otherYear) => {
    const said = expectSay(await pia.writes(text), "paused");
    expect(Math.abs((said.until ?? 0) - Date.parse(end))).toBeLessThan(60_000);
    expect(await pausedUntil()).toBe(said.until);
    expect(said.otherYear ?? false).toBe(otherYear);
    expect(/ 202\d\.$/.test(render(said, "en").summary)).toBe(otherYear);
  });

  test("without an end lasts until they resume", async () => {
    expect(expectSay(await pia.writes("pause"), "paused").until).toBeUndefined();
    expect(await pausedUntil()).toBe(untilResumed);
  });
});
