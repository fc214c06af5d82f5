import { beforeEach, describe, expect, test } from "vitest";
import { readCoordinators } from "../../src/store/tenant.ts";
import { nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, tenantId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let nina: Person;

/** Sara leads the north, where she works with Omar and others; Nina leads the office. */
beforeEach(async () => {
  ({ world, sara, omar } = await aTeam());
  await world.addsTeam("Office", ["Nina Ny", "Kim Ek"]);
  nina = world.person("Nina Ny");
});

const office = { in: "Office" } as const;
const listed = async () => (await readCoordinators(world.ports.rows, tenantId)).map(({ name }) => name);
const prompts = (person: Person) => person.got("idea-form").filter(({ why }) => why === "prompt").length;
/** All that the office and its lead have seen. */
const seen = () => [...nina.sees(office), ...nina.sees()].map(({ message }) => message.say);

describe("coordinators here", () => {
  test("makes a channel the coordinators', and the clock asks that team no more", async () => {
    expectSay(await nina.writes("coordinators here", office), "coordinators-here");
    expect(await listed()).toEqual(["Office"]);
    const before = seen();
    for (const { question, digest } of [thisRound, nextRound]) {
      await world.moveTo(question);
      await world.moveTo(digest);
    }
    expect(seen()).toEqual(before);
    expect(prompts(omar)).toBe(2);
  });

  test("is for leads, in a channel", async () => {
    expect(await world.person("Kim Ek").writes("coordinators here", office)).toMatchObject({ why: "not-a-lead" });
    expect(await nina.writes("coordinators here")).toMatchObject({ why: "channel-only" });
    expect(await listed()).toEqual([]);
  });

  test("leaves prompt now, which says that nobody else asks", async () => {
    await nina.writes("coordinators here", office);
    expect(expectSay(await nina.writes("prompt now", office), "asking-now").notWeekly).toBe(true);
    expect(prompts(nina)).toBe(1);
    await nina.answers("The list is long");
    await world.moveTo(thisRound.digest);
    expect(nina.sees(office).map(({ message }) => message.say)).toContain("digest");
    await world.moveTo(nextRound.digest);
    expect(prompts(nina)).toBe(1);
  });

  test("can be undone: the clock asks again, and other teams are no longer offered the team", async () => {
    await nina.writes("coordinators here", office);
    expectSay(await nina.presses("Undo", office), "coordinators-ended");
    expect(await listed()).toEqual([]);
    await world.moveTo(thisRound.question);
    expect(prompts(nina)).toBe(1);
  });

  test("undone, leaves a team that its leads had not asked weekly as it was, also after a move to another channel", async () => {
    await nina.sets({ "Ask this team weekly": "false" });
    for (const _time of [1, 2]) await nina.writes("coordinators here", office);
    expect(expectSay(await nina.presses("Undo", office), "coordinators-ended").isAskedWeekly).toBe(false);
    expect(expectSay(await nina.writes("settings"), "settings").written.asksWeekly).toBe(false);
    await world.moveTo(nextRound.digest);
    expect(prompts(nina)).toBe(0);
  });

  test("an idea that is sent in such a team is promised the next digest, and no date", async () => {
    await nina.writes("coordinators here", office);
    const { digestAt, rests } = expectSay(await nina.writes("idea: The list is long"), "receipt");
    expect([digestAt, rests]).toEqual([undefined, undefined]);
  });
});

describe("the list of coordinators", () => {
  test.each([
    ["team-archived", "team-unarchived"],
    ["removed-from-team", "added-to-team"],
  ] as const)("lacks a team from %s to %s", async (gone, back) => {
    await nina.writes("coordinators here", office);
    const place = world.channelNamed("Office");
    await world.receive({ happened: gone, place } as never);
    expect(await listed()).toEqual([]);
    await world.receive({ happened: back, place, who: nina.who } as never);
    expect(await listed()).toEqual(["Office"]);
  });
});

describe("the settings", () => {
  test("offer the offices of the tenant, and keep the chosen one", async () => {
    await sara.writes("settings");
    expect(expectSay(await sara.presses("Where"), "settings").offices).toEqual([]);
    await nina.writes("coordinators here", office);
    expect(expectSay(await sara.sets({ Coordinators: "Office" }), "settings").saved).toBe(true);
    const [chosen] = expectSay(await sara.writes("settings"), "settings").offices;
    expect([chosen?.name, expectSay(await sara.writes("settings"), "settings").written.coordinators]).toEqual(["Office", chosen?.id]);
    // No office can choose itself.
    expect(expectSay(await nina.writes("settings"), "settings").offices).toEqual([]);
  });

  test("switch the weekly question off and on", async () => {
    await sara.sets({ "Ask this team weekly": "false" });
    await world.moveTo(nextRound.digest);
    expect(prompts(omar)).toBe(0);
    expect(expectSay(await sara.sets({ "Ask this team weekly": "true" }), "settings").nextPromptAt).toBe(roundAfter(2).question);
    await world.moveTo(roundAfter(2).question);
    expect(prompts(omar)).toBe(1);
  });

  test("saved from a card of an earlier version keep both", async () => {
    await nina.writes("coordinators here", office);
    await sara.sets({ "Ask this team weekly": "false", Coordinators: "Office" });
    await sara.writes("settings");
    await sara.presses("When");
    const { group: _group, asksWeekly: _weekly, ...old } = sara.wouldSend("Save", { "Question: time": "09:00" });
    const { written } = expectSay(await sara.sendsByHand(old), "settings");
    expect([written.promptTime, written.asksWeekly, written.coordinators === ""]).toEqual(["09:00", false, false]);
  });

  test("refuse a team that takes no ideas", async () => {
    await sara.writes("settings");
    await sara.presses("Where");
    const form = sara.wouldSend("Save");
    expect(await sara.sendsByHand({ ...form, coordinators: "nowhere_" })).toMatchObject({ problem: "bad-settings" });
  });
});
