import { beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, expectSay, personId, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
let idea: string;

beforeEach(async () => {
  ({ world, sara, omar, pia, jonas, idea } = await aTeamWithDigest());
});

const inChannel = { in: "channel" } as const;

const byHand = (person: Person, verb: string, more: object = {}, where = {}) =>
  person.sendsByHand({ verb, team: teamId, idea, ...more }, where);

describe("Take or ask", () => {
  test("stands beside Me too, two buttons an idea, and opens I'll take it and Ask for a person and a date", async () => {
    expect(pia.buttons(inChannel)).toEqual(["Me too", "Take or ask"]);
    expectSay(await pia.presses("Take or ask", inChannel), "take-or-ask");
    expect(pia.buttons(inChannel)).toEqual(["Ask", "Back", "I'll take it"]);
    expectSay(await pia.presses("Ask", { ...inChannel, Person: "Jonas Berg", Date: "2026-12-18" }), "digest");
    expect(jonas.got("owner-request")).toMatchObject([{ due: "2026-12-18" }]);
  });

  test("lets a lead answer a new idea, and nobody else", async () => {
    expectSay(await sara.presses("Take or ask", inChannel), "take-or-ask");
    expect(sara.buttons(inChannel)).toEqual(["Ask", "Answer", "Pass on", "Back", "I'll take it"]);
    expectSay(await sara.presses("Answer", inChannel), "answer-form");
    expect(pia.buttons(inChannel)).not.toContain("Answer");
  });

  test("is the one way in the story, among all ideas, and where an owner has said no or has left", async () => {
    await pia.writes("#1");
    expect(pia.buttons()).toEqual(["Me too", "Take or ask"]);
    await pia.writes("idea Nobody knows who orders gloves");
    await sara.writes("digest now");
    await pia.presses("All ideas", inChannel);
    expect(pia.buttons(inChannel)).toEqual(["Back", "Me too", "Take or ask"]);
    await jonas.writes("take #1");
    await jonas.writes("not me #1 I am on leave");
    expect(sara.buttons()).toEqual(["Take or ask", "See what happened"]);
    await sara.presses("Take or ask");
    expectSay(await sara.presses("I'll take it"), "owned");
  });

  test("says whose it is, shows its owner that it is theirs, and offers nobody but a lead to ask while somebody is asked", async () => {
    await omar.writes("ask #1 Jonas");
    expect(expectSay(await pia.writes("ask #1"), "take-or-ask").mayAsk).toBe(false);
    expect(pia.buttons()).toEqual(["I'll take it"]);
    expect(expectSay(await sara.writes("ask #1"), "take-or-ask").mayAsk).toBe(true);
    await jonas.writes("take #1");
    expect(await byHand(pia, "take-or-ask")).toMatchObject({ why: "already-owned", about: "Jonas Berg" });
    expectSay(await byHand(jonas, "take-or-ask"), "owned");
  });

  test("is what the buttons of older cards lead to: Assign opens it and asks, and I'll take it takes at once", async () => {
    const { digest } = world.inTeam("digest").at(-1) ?? {};
    const onPost = { digest: digest?.id };
    expectSay(await byHand(pia, "assign-form", onPost, inChannel), "take-or-ask");
    const asked = { ...onPost, person: personId("Jonas Berg"), due: "2026-12-18" };
    expectSay(await byHand(pia, "assign-owner", asked, inChannel), "digest");
    expect(jonas.got("owner-request")).toHaveLength(1);
    expect(expectSay(await byHand(pia, "take-idea", onPost, inChannel), "digest").digest.top[0]?.owner?.name).toBe("Pia Holm");
  });

  test("is said as ask, and as assign by whoever is used to that", async () => {
    expectSay(await sara.writes("assign #1 Jonas"), "owner-asked");
    expectSay(await sara.writes("ask #1 Pia"), "owner-asked");
    expect([jonas, pia].map((person) => person.got("owner-request").length)).toEqual([1, 1]);
  });
});
