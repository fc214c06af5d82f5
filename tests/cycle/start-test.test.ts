import { beforeEach, describe, expect, test } from "vitest";
import { day } from "../world/moments.ts";
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

const top = () => world.inTeam("digest").at(-1)?.digest.top[0];
const press = (person: Person, verb: string, more: object = {}) => person.sendsByHand({ verb, team: teamId, idea, ...more });
const stages = async () => expectSay(await pia.writes("#1"), "idea-story").steps.map(({ stage }) => stage);

describe("Started", () => {
  test("asks for the smallest test and the date where they are missing, and acts with both", async () => {
    const form = expectSay(await jonas.presses("Started"), "test-form");
    expect([form.problem, form.checked]).toEqual([undefined, undefined]);
    const started = expectSay(await jonas.presses("Started", { "Smallest test": "One room", Date: "2026-12-18" }), "owned");
    expect([started.did, started.idea.stage, started.idea.owner?.test]).toEqual(["started", "testing", "One room"]);
    expect(top()).toMatchObject({ stage: "testing", owner: { due: "2026-12-18", test: "One room" } });
    expect(await stages()).toEqual(["planned", "testing"]);
  });

  test("acts at once where the plan is there, also on a day past its date, and twice is once", async () => {
    await jonas.writes("my actions");
    await jonas.presses("Save", { "Smallest test": "One room", Date: "2026-12-04" });
    await world.moveTo(world.now() + 14 * day);
    await jonas.writes("my actions");
    const data = jonas.wouldSend("Started");
    expect(expectSay(await jonas.presses("Started"), "owned").idea.owner?.isPast).toBe(true);
    expect(expectSay(await jonas.sendsByHand(data), "owned").did).toBe("started");
    expect(await stages()).toEqual(["planned", "testing"]);
  });

  test("comes back with a day that cannot be, and keeps the test that was typed", async () => {
    await jonas.presses("Started");
    const form = await jonas.presses("Started", { "Smallest test": "One room", Date: "2020-01-01" });
    expect(form).toMatchObject({ say: "test-form", problem: "past-date", test: "One room" });
    expect(await press(jonas, "start", { test: " ", due: "2026-12-18" })).toMatchObject({ say: "test-form", problem: "plan-needed" });
    expect(await stages()).toEqual(["planned"]);
  });

  test("is refused to everybody else, and in another stage, in words", async () => {
    for (const person of [sara, omar, pia]) expect(await press(person, "start")).toMatchObject({ why: "not-the-owner" });
    await jonas.writes("test done #1");
    expect(await press(jonas, "start", { due: "2026-12-18", test: "One room" })).toMatchObject({ why: "moved-on" });
    await jonas.writes("done #1 cleaned on Sundays");
    expect(await press(jonas, "start", { due: "2026-12-18", test: "One room" })).toMatchObject({ why: "idea-closed" });
  });
});

test("a card that is still needed stays, and the answer comes beside it", async () => {
  expect(await press(jonas, "start", { beside: true })).toMatchObject({ say: "sent-beside" });
  expectSay(jonas.got("test-form").at(-1), "test-form");
});

test("an owner's cards name the step that comes next first, and what an owner can always do", async () => {
  const buttons = async () => {
    await jonas.writes("my actions");
    return jonas.buttons();
  };
  const always = ["Change date", "Give it back", "Stop", "Why does this happen?", "Count something"];
  expect(await buttons()).toEqual(["Started", ...always]);
  await press(jonas, "start", { due: "2026-12-18", test: "One room" });
  expect(await buttons()).toEqual(["Test done", ...always]);
  await jonas.presses("Test done");
  expect(await buttons()).toEqual(["How did it go?", ...always]);
});
