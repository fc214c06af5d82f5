import { beforeEach, describe, expect, test } from "vitest";
import { nextRound, roundAfter } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
let idea: string;

beforeEach(async () => {
  ({ world, sara, omar, pia, jonas, idea } = await aTeamWithDigest());
  await jonas.writes("take #1");
});

const press = (person: Person, verb: string, more: object = {}) => person.sendsByHand({ verb, team: teamId, idea, ...more });
const story = async () => expectSay(await pia.writes("#1"), "idea-story").steps;

describe("Test done", () => {
  test("is answered with the checking card, by a button and by words, and that card comes again", async () => {
    await press(jonas, "start", { due: "2026-12-18", test: "One room" });
    await jonas.writes("my actions");
    const card = expectSay(await jonas.presses("Test done"), "checking");
    expect([card.owns, card.problem, card.idea.stage]).toEqual([true, undefined, "checking"]);
    expect(jonas.buttons()).toEqual(["Adopt", "Adjust and test again", "Stop and share the lesson", "Change date", "Give it back"]);
    expectSay(await jonas.writes("test done #1"), "checking");
    await jonas.writes("my actions");
    expectSay(await jonas.presses("How did it go?"), "checking");
    expect((await story()).map(({ stage }) => stage)).toEqual(["planned", "testing", "checking"]);
  });

  test("needs no start before it, and is the owner's alone", async () => {
    for (const person of [sara, omar, pia]) expect(await person.writes("test done #1")).toMatchObject({ why: "not-the-owner" });
    expectSay(await jonas.writes("test done #1"), "checking");
  });
});

test("the checking card is shown in no other stage", async () => {
  expect(await press(jonas, "show-checking")).toMatchObject({ why: "moved-on" });
  await jonas.writes("done #1 cleaned on Sundays");
  expect(await press(jonas, "show-checking")).toMatchObject({ why: "idea-closed" });
});

describe("Adopt", () => {
  beforeEach(async () => {
    await jonas.writes("test done #1");
  });

  test("keeps whether it helped and what it saves, and the team reads the result", async () => {
    const inputs = { "Did it help?": "No queue on Mondays", "Minutes a week, per person": "１5", "How many people": "1 2" };
    const done = expectSay(await jonas.presses("Adopt", inputs), "finished");
    expect(done.idea).toMatchObject({ stage: "adopted", result: "No queue on Mondays", minutes: 15, people: 12 });
    expect((await story()).at(-1)).toMatchObject({ stage: "adopted", who: "Jonas Berg", why: "No queue on Mondays" });
    expectSay(await press(jonas, "adopt", { result: "again" }), "finished");
    expect((await story()).filter(({ stage }) => stage === "adopted")).toHaveLength(1);
  });

  test.each(["1,200", "1.200", "1\u00A0200"])("takes %j people as 1200, in the form in which some language writes it", async (people) => {
    const done = expectSay(await jonas.presses("Adopt", { "Did it help?": "Yes", "How many people": people }), "finished");
    expect(done.idea.people).toBe(1200);
  });

  test("needs no numbers, but comes back without a word on whether it helped, with what was typed", async () => {
    const back = expectSay(await jonas.presses("Adopt", { "Minutes a week, per person": "15" }), "checking");
    expect([back.problem, back.written]).toEqual(["check-needed", { minutes: "15" }]);
    expectSay(await jonas.presses("Adopt", { "Did it help?": "Yes", "Minutes a week, per person": "" }), "finished");
  });

  test.each([
    ["-5", "3"],
    ["fifteen", ""],
    ["7.5", "2"],
    ["1.20", "1,2,3"],
    ["2401", ""],
    ["999999999999", "1"],
    ["", "10001"],
    ["0x10", "1"],
    ["10", "all of us"],
  ])("%j minutes for %j people are no numbers, and stay to be changed", async (minutes, people) => {
    const typed = { "Did it help?": "Yes", "Minutes a week, per person": minutes, "How many people": people };
    const back = expectSay(await jonas.presses("Adopt", typed), "checking");
    expect(back.problem).toBe("bad-numbers");
    expect(back.written).toEqual({ result: "Yes", ...(minutes ? { minutes } : {}), ...(people ? { people } : {}) });
    expect((await story()).at(-1)?.stage).toBe("checking");
  });

  test("is also a lead's, who cannot test again in the owner's place, and nobody else's", async () => {
    expect(await press(pia, "adopt", { result: "Yes" })).toMatchObject({ why: "not-the-owner" });
    await sara.writes("#1");
    await sara.presses("How did it go?");
    expect(sara.buttons()).toEqual(["Adopt", "Stop and share the lesson"]);
    expect(await press(sara, "adjust", { due: "2026-12-18", test: "Two rooms" })).toMatchObject({ why: "not-the-owner" });
    expectSay(await sara.presses("Adopt", { "Did it help?": "Yes, the night shift" }), "finished");
  });

  test("Undo brings it back to where it was checked, for another end", async () => {
    await jonas.presses("Adopt", { "Did it help?": "Yes", "How many people": "3" });
    const back = expectSay(await jonas.presses("Undo"), "reopened");
    expect([back.undone, back.idea.stage, back.idea.people]).toEqual([true, "checking", undefined]);
    expectSay(await jonas.presses("How did it go?"), "checking");
  });
});

describe("Adjust and test again", () => {
  test("plans the next cycle, and the story keeps both with what came of the first", async () => {
    await press(jonas, "start", { due: "2026-12-18", test: "One room" });
    await jonas.writes("test done #1");
    const typed = { "Did it help?": "Half of us", "How many people": "3" };
    const form = expectSay(await jonas.presses("Adjust and test again", typed), "test-form");
    expect([form.checked, form.test, form.problem]).toEqual([{ result: "Half of us", people: "3" }, undefined, undefined]);
    expect(expectSay(await jonas.presses("Back"), "checking").written).toEqual({ result: "Half of us", people: "3" });
    await jonas.presses("Adjust and test again");
    const plan = { "Smallest test": "Two rooms", Date: "2027-01-08" };
    const again = expectSay(await jonas.presses("Adjust and test again", plan), "owned");
    expect(again).toMatchObject({
      did: "adjusted",
      idea: { stage: "planned", cycle: 2, owner: { due: "2027-01-08", test: "Two rooms" } },
    });
    await jonas.presses("Started");
    await jonas.presses("Test done");
    await press(jonas, "adjust", { due: "2027-02-08", test: "All rooms" });
    const steps = await story();
    expect(steps.map(({ stage }) => stage)).toEqual(["planned", "testing", "checking", "planned", "testing", "checking", "planned"]);
    expect(steps[3]).toMatchObject({ who: "Jonas Berg", why: "Half of us" });
    expect(expectSay(await pia.writes("#1"), "idea-story").idea.cycle).toBe(3);
  });

  test("comes back without a test or with a day that cannot be, and counts once however often it is pressed", async () => {
    await jonas.writes("test done #1");
    expect(await press(jonas, "adjust", { due: "2020-01-01", test: "Two rooms" })).toMatchObject({
      problem: "past-date",
      test: "Two rooms",
    });
    expect(await press(jonas, "adjust", { due: "2027-01-08" })).toMatchObject({ say: "test-form", problem: "plan-needed" });
    for (const _press of [1, 2])
      expect(await press(jonas, "adjust", { due: "2027-01-08", test: "Two rooms" })).toMatchObject({ say: "owned", idea: { cycle: 2 } });
    await jonas.presses("Started");
    expect(await press(jonas, "adjust", { due: "2027-01-08", test: "Three rooms" })).toMatchObject({ why: "moved-on" });
  });
});

test("an idea in its second cycle is open in the digests, and among the finished ones once it is adopted", async () => {
  await jonas.writes("test done #1");
  await press(jonas, "adjust", { due: "2027-01-08", test: "Two rooms" });
  await world.moveTo(nextRound.question);
  await omar.answers("The door is heavy");
  await world.moveTo(nextRound.digest);
  expect(world.inTeam("digest").at(-1)?.digest.open).toMatchObject([{ number: 1, cycle: 2 }]);
  await jonas.writes("test done #1");
  await jonas.presses("Adopt", { "Did it help?": "Yes" });
  await world.moveTo(roundAfter(2).digest);
  expect(world.inTeam("digest").at(-1)?.digest.finished).toMatchObject([{ number: 1, stage: "adopted", result: "Yes" }]);
});
