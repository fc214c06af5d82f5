import { beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, expectSay, teamId } from "../world/world.ts";

let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
let idea: string;

beforeEach(async () => {
  ({ sara, omar, pia, jonas, idea } = await aTeamWithDigest());
  await jonas.writes("take #1");
});

const press = (person: Person, verb: string, more: object = {}) => person.sendsByHand({ verb, team: teamId, idea, ...more });
const last = async () => expectSay(await pia.writes("#1"), "idea-story").steps.at(-1);

describe("Stop", () => {
  test("asks for the lesson, which the team reads, and Undo takes it back", async () => {
    await jonas.writes("my actions");
    const form = expectSay(await jonas.presses("Stop"), "stop-form");
    expect([form.lesson, form.problem]).toEqual([undefined, undefined]);
    const stopped = expectSay(await jonas.presses("Stop", { Lesson: "The labels do not stick" }), "finished");
    expect(stopped.idea).toMatchObject({ stage: "stopped", lesson: "The labels do not stick" });
    expect(await last()).toMatchObject({ stage: "stopped", who: "Jonas Berg", why: "The labels do not stick" });
    expect(expectSay(await jonas.presses("Undo"), "reopened").idea).toMatchObject({ stage: "planned", owner: { name: "Jonas Berg" } });
    expect(await last()).toMatchObject({ stage: "planned" });
  });

  test.each(["planned", "testing", "checking"])(
    "is there for the owner and for a lead while it is %s, and for nobody else",
    async (stage) => {
      if (stage !== "planned") await press(jonas, "start", { due: "2026-12-18", test: "One room" });
      if (stage === "checking") await press(jonas, "test-done");
      for (const person of [omar, pia])
        expect(await press(person, "stop-idea", { lesson: "Mine" })).toMatchObject({ why: "not-the-owner" });
      await sara.writes("#1");
      await sara.presses("Stop");
      expectSay(await sara.presses("Stop", { Lesson: "Too cold" }), "finished");
      expect(await last()).toEqual(expect.not.objectContaining({ who: "Sara Lind" }));
      expect(await press(jonas, "stop-idea", { lesson: "Later" })).toMatchObject({ why: "idea-closed" });
    },
  );

  test("comes back without a lesson", async () => {
    await jonas.writes("my actions");
    await jonas.presses("Stop");
    expect(await jonas.presses("Stop", { Lesson: " " })).toMatchObject({ say: "stop-form", problem: "lesson-needed" });
    expect(await last()).toMatchObject({ stage: "planned" });
  });
});

describe("Stop and share the lesson", () => {
  beforeEach(async () => {
    await jonas.writes("test done #1");
  });

  test("offers what was written on the card as the lesson, and Back keeps all of it", async () => {
    const typed = { "Did it help?": "Nobody could join", "How many people": "4" };
    expect(expectSay(await jonas.presses("Stop and share the lesson", typed), "stop-form").lesson).toBe("Nobody could join");
    expect(expectSay(await jonas.presses("Back"), "checking").written).toEqual({ result: "Nobody could join", people: "4" });
    await jonas.presses("Stop and share the lesson");
    await jonas.presses("Stop and share the lesson");
    expect(await last()).toMatchObject({ stage: "stopped", why: "Nobody could join" });
  });

  test("takes a lesson with the press", async () => {
    expectSay(await press(jonas, "stop-idea", { share: true, lesson: "Too loud" }), "finished");
  });
});

describe("the word stop", () => {
  test("with a number and its sign asks for the lesson, or stops with the one behind it", async () => {
    expectSay(await jonas.writes("stop #1"), "stop-form");
    expectSay(await jonas.presses("Stop", { Lesson: "Too loud" }), "finished");
    await jonas.presses("Undo");
    expect(expectSay(await sara.writes("Avsluta #1: det blev för kallt"), "finished").idea.lesson).toBe("det blev för kallt");
    expect(expectSay(await jonas.writes("help"), "help").pause).toBeUndefined();
  });

  test("is the owner's and the leads'", async () => {
    expect(await pia.writes("stop #1 too loud")).toMatchObject({ why: "not-the-owner" });
    expect(await jonas.writes("stop #77")).toMatchObject({ why: "no-such-idea", about: "#77" });
  });

  test.each(["stop 1", "please stop #1", "slutt 1"])("in %j asks which is meant, and does neither before a press", async (text) => {
    expectSay(await jonas.writes(text), "stop-which");
    expect(jonas.buttons()).toEqual(["Pause", "Stop #1"]);
    expect(expectSay(await jonas.writes("help"), "help").pause).toBeUndefined();
    await jonas.writes(text);
    expectSay(await jonas.presses("Stop #1"), "stop-form");
    await jonas.writes(text);
    expectSay(await jonas.presses("Pause"), "paused");
  });

  test("alone pauses, and offers an owner the idea that is due soonest; the pause stays until Undo", async () => {
    expect(expectSay(await pia.writes("stop"), "paused").stops).toBeUndefined();
    expect(expectSay(await jonas.writes("pause"), "paused").stops).toBeUndefined();
    await jonas.writes("resume");
    expect(expectSay(await jonas.writes("stop"), "paused").stops).toMatchObject({ idea, number: 1 });
    await jonas.presses("Stop #1");
    expectSay(await jonas.presses("Stop", { Lesson: "Too loud" }), "finished");
    expect(expectSay(await jonas.writes("help"), "help").pause).toBeDefined();
    expectSay(await jonas.presses("Undo", { on: "Gnist is paused" }), "resumed");
    expect(expectSay(await jonas.writes("stop"), "paused").stops).toBeUndefined();
  });
});
