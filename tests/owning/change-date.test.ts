import { beforeEach, describe, expect, test } from "vitest";
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

const top = () => world.inTeam("digest").at(-1)?.digest.top[0];

const byHand = (person: Person, verb: string, more: object = {}, where = {}) =>
  person.sendsByHand({ verb, team: teamId, idea, ...more }, where);

describe("Change date", () => {
  beforeEach(async () => {
    await jonas.writes("take #1");
    await jonas.presses("Save", { "Smallest test": "One room" });
  });

  test("changes the date alone, in every post, and adds nothing to the story", async () => {
    expectSay(await jonas.presses("Change date"), "date-form");
    expect(expectSay(await jonas.presses("Save", { Date: "2026-12-30" }), "owned").did).toBe("moved");
    expect(top()?.owner).toMatchObject({ due: "2026-12-30", test: "One room" });
    expect(expectSay(await pia.writes("#1"), "idea-story").steps).toHaveLength(1);
  });

  test("comes back with a day that cannot be, and is refused to everybody else in words", async () => {
    await jonas.presses("Change date");
    expect(await jonas.presses("Save", { Date: "2020-01-01" })).toMatchObject({ say: "date-form", problem: "past-date" });
    for (const verb of ["date-form", "change-date"])
      expect(await byHand(sara, verb, { due: "2026-12-30" })).toMatchObject({ why: "not-the-owner" });
    await omar.writes("withdraw");
    expect(await byHand(jonas, "date-form")).toMatchObject({ why: "idea-closed" });
  });
});
