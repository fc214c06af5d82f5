import { beforeEach, describe, expect, test } from "vitest";
import { hour, minute } from "../world/moments.ts";
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
});

const press = (person: Person, verb: string, more: object = {}) => person.sendsByHand({ verb, team: teamId, idea, ...more });
const steps = async () => expectSay(await pia.writes("#1"), "idea-story").steps;

describe("Reopen", () => {
  test.each(["done #1 it works", "stop #1 too loud"])(
    "by a lead after %j gives it back to its owner, with a reason in the story",
    async (end) => {
      await jonas.writes("take #1");
      await jonas.writes(end);
      await sara.writes("#1");
      expectSay(await sara.presses("Reopen"), "reopen-form");
      expect(await sara.presses("Reopen", { Reason: " " })).toMatchObject({ say: "reopen-form", problem: "reason-needed" });
      const open = expectSay(await sara.presses("Reopen", { Reason: "It came back" }), "reopened");
      expect(open.undone).toBeUndefined();
      expect(open.idea).toMatchObject({ stage: "planned", owner: { name: "Jonas Berg" } });
      expect((await steps()).slice(-2)).toMatchObject([{}, { stage: "planned", who: "Jonas Berg", why: "It came back" }]);
      expectSay(await jonas.writes("test done #1"), "checking");
    },
  );

  test("of an idea that a lead answered makes it new", async () => {
    await press(sara, "answer-idea", { solved: "no", reason: "In March" });
    const data = { reason: "It cannot wait" };
    expect(expectSay(await press(sara, "reopen", data), "reopened").idea.stage).toBe("new");
    expectSay(await press(sara, "reopen", data), "reopened");
    expect((await steps()).map(({ stage }) => stage)).toEqual(["stopped", "new"]);
  });

  test("is a lead's alone, and of what has ended", async () => {
    expect(await press(sara, "reopen", { reason: "Why not" })).toMatchObject({ why: "moved-on" });
    await jonas.writes("take #1");
    await jonas.writes("done #1 it works");
    for (const person of [omar, pia, jonas])
      expect(await press(person, "reopen", { reason: "It came back" })).toMatchObject({ why: "not-a-lead" });
  });

  test("of an idea whose owner has left the team sets it free", async () => {
    await jonas.writes("take #1");
    await jonas.writes("done #1 it works");
    world.roster.splice(
      world.roster.findIndex(({ name }) => name === "Jonas Berg"),
      1,
    );
    await world.receive({
      happened: "team-changed",
      place: world.inChannel,
      left: [{ teamsId: "29:Jonas Berg", entraId: "entra-Jonas Berg" }],
    });
    await world.moveTo(world.now() + minute);
    await press(sara, "reopen", { reason: "It came back" });
    await world.moveTo(world.now() + 2 * hour);
    expect(expectSay(await pia.writes("#1"), "idea-story").idea).toMatchObject({ stage: "new" });
  });
});

describe("Undo of an end", () => {
  const stageNow = async () => expectSay(await pia.writes("#1"), "idea-story").idea.stage;
  const stopsAfterUndo = async () => {
    await jonas.writes("take #1");
    await jonas.writes("done #1 cleaned");
    const undo = jonas.wouldSend("Undo");
    await jonas.presses("Undo");
    const stop = { stop: await sara.writes("stop #1 The rooms are closed now"), undo };
    expectSay(stop.stop, "finished");
    return stop;
  };

  test("undoes only the end that its card tells, by the owner and by a lead", async () => {
    const { undo } = await stopsAfterUndo();
    for (const person of [jonas, sara]) expect(await person.sendsByHand(undo)).toMatchObject({ say: "refusal", why: "moved-on" });
    expect(await stageNow()).toBe("stopped");
    expect(expectSay(await sara.presses("Undo"), "reopened").undone).toBe(true);
    expect(await stageNow()).toBe("planned");
  });

  test.each(["undo-end", "reopen-idea"])(
    "on an older card, which does not say for which end it stands (%s), is for the person who ended it, and for leads",
    async (verb) => {
      await stopsAfterUndo();
      expect(await press(jonas, verb)).toMatchObject({ say: "refusal", why: "moved-on" });
      expectSay(await press(sara, verb), "reopened");
      await jonas.writes("done #1 cleaned again");
      expectSay(await press(jonas, verb), "reopened");
      await jonas.writes("done #1 cleaned at last");
      expectSay(await press(sara, verb), "reopened");
    },
  );
});
