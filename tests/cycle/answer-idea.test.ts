import { beforeEach, describe, expect, test } from "vitest";
import { nextRound } from "../world/moments.ts";
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

describe("Answer by a lead", () => {
  test.each([
    ["It is solved", "adopted"],
    ["Not now", "stopped"],
  ])("%j ends a new idea as %s, with the reason in its story and the next digest", async (answer, stage) => {
    await sara.writes("#1");
    await sara.presses("Answer");
    const done = expectSay(await sara.presses("Answer", { "Your answer": answer, Reason: "A new one comes in March" }), "finished");
    expect([done.answered, done.idea.stage]).toEqual([true, stage]);
    const { steps } = expectSay(await pia.writes("#1"), "idea-story");
    expect(steps).toEqual([{ stage, event: "answer", at: expect.any(Number), why: "A new one comes in March" }]);
    await world.moveTo(nextRound.digest);
    expect(world.inTeam("digest").at(-1)?.digest.finished).toMatchObject([{ number: 1, stage }]);
  });

  test("has no answer chosen beforehand, and comes back with what was given", async () => {
    await sara.writes("#1");
    expect(expectSay(await sara.presses("Answer"), "answer-form").solved).toBeUndefined();
    const given = { say: "answer-form", reason: "In March", problem: "answer-needed" };
    expect(await press(sara, "answer-idea", { reason: "In March" })).toMatchObject(given);
    expect(await press(sara, "answer-idea", { solved: "perhaps", reason: "In March" })).toMatchObject(given);
    const unexplained = await sara.presses("Answer", { "Your answer": "Not now", Reason: " " });
    expect(unexplained).toMatchObject({ say: "answer-form", solved: false, problem: "reason-needed" });
  });

  test("can be undone, and given again", async () => {
    await sara.writes("#1");
    await sara.presses("Answer");
    await sara.presses("Answer", { "Your answer": "Not now", Reason: "In March" });
    expect(expectSay(await sara.presses("Undo"), "reopened").idea.stage).toBe("new");
    expect(expectSay(await press(sara, "answer-idea", { solved: "yes", reason: "It works" }), "finished").idea.stage).toBe("adopted");
    expect(await press(sara, "answer-idea", { solved: "no", reason: "In March" })).toMatchObject({ why: "idea-closed" });
  });

  test("is a lead's alone, and only while nobody has taken it", async () => {
    for (const person of [omar, pia, jonas])
      expect(await press(person, "answer-idea", { solved: "yes", reason: "I say so" })).toMatchObject({ why: "not-a-lead" });
    await jonas.writes("take #1");
    expect(await press(sara, "answer-idea", { solved: "yes", reason: "It works" })).toMatchObject({ why: "moved-on" });
  });
});
