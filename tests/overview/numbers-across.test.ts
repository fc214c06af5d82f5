import { beforeEach, describe, expect, test } from "vitest";
import { adoptionSteps } from "../../src/domain/overview/measures.ts";
import { tenantPartition } from "../../src/store/tenant.ts";
import { day, hour, monday, nextRound, thisRound, week } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, tenantId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let ada: Person;
let nina: Person;
const five = ["Eva Ek", "Leila Ek", "Nils Ek", "Bo Ek", "By Ek"];

/** A team of four, one of five and an office of one, in which Nina is a coordinator. */
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
  world.makeAdmin("Ada Min");
  [ada, nina] = [world.person("Ada Min"), world.person("Nina Ny")];
  await world.addsTeam("East clinic", five);
  await world.addsTeam("Office", ["Nina Ny"]);
  await nina.writes("coordinators here", { in: "Office" });
});

const across = async (person = ada) => expectSay(await person.writes("numbers"), "numbers-across");
const list = async () => {
  await across();
  return expectSay(await ada.presses("List of teams"), "numbers-teams");
};
/** The Monday after the digests of a round. */
const mondayAfter = (round: number) => monday + (round + 2) * week;

/** Everybody of the east and one of the north write. */
const aRound = async () => {
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  for (const name of five) await world.person(name).answers(`Trouble of ${name}`);
  await world.moveTo(thisRound.digest);
};

describe("numbers of all teams", () => {
  test("count a week when it is over, and a small team only together with others", async () => {
    await aRound();
    expect(await across()).toMatchObject({ sum: { ideas: 0 }, steps: [0, 0, 0, 0] });
    await world.moveTo(mondayAfter(0));
    const said = await across();
    // The four people of the north are too few, alone.
    expect(said).toMatchObject({ teams: 3, until: "2026-W49", steps: [2, 2, 2, 0] });
    expect(said.sum).toMatchObject({ ideas: 5, turnout: { is: "exactly", answered: 5, asked: 5 } });
    expect(said.small).toBeUndefined();
    expect(JSON.stringify(said)).not.toMatch(/printer|Trouble|Eva/);
  });

  test("join small teams of five people or more together, and say nothing of one of them", async () => {
    await world.addsTeam("West clinic", ["Wim Ek", "Wil Ek"]);
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await world.person("Wim Ek").answers("Nobody orders gloves");
    await world.moveTo(thisRound.digest);
    await world.moveTo(mondayAfter(0));
    expect(await across()).toMatchObject({ small: { teams: 2, ideas: 2, ended: 0 }, sum: { ideas: 2 } });
    const teams = await list();
    expect(teams.teams.map(({ name }) => name)).toEqual(["East clinic"]);
    expect(teams.unnamed).toBe(3);
  });

  test("move with no single answer: two looks of one week are alike, whatever is answered and closed between them", async () => {
    await aRound();
    await world.moveTo(mondayAfter(0));
    const looks = async () => {
      const own = await nina.writes("numbers");
      return [await across(), own, await nina.presses("All teams"), await list()];
    };
    const before = await looks();
    await world.moveTo(mondayAfter(0) + day + hour);
    await omar.writes("idea One more");
    await sara.posts();
    await pia.writes("take #1");
    expect(await looks()).toEqual(before);
  });

  test("are in the order of names, not of results, with the step that each team has taken", async () => {
    await world.addsTeam("Ache clinic", ["Ab Ek", "Ac Ek", "Ad Ek", "Ae Ek", "Af Ek"]);
    await aRound();
    await world.person("Eva Ek").writes("take #1");
    await world.person("Eva Ek").writes("done #1 mended");
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.digest);
    await world.moveTo(mondayAfter(1));
    const { teams } = await list();
    expect(teams.map(({ name, steps, sum }) => [name, adoptionSteps[steps - 1], sum.ideas, sum.adopted])).toEqual([
      ["Ache clinic", "asked", 0, 0],
      ["East clinic", "result", 5, 1],
    ]);
    expect((await across()).steps).toEqual([3, 2, 2, 1]);
  });

  test("show twelve weeks, and a step that was taken before them", async () => {
    await aRound();
    await world.moveTo(mondayAfter(0));
    expect((await across()).sum.ideas).toBe(5);
    await world.moveTo(mondayAfter(12));
    const later = await across();
    expect([later.sum.ideas, later.steps[2]]).toEqual([0, 2]);
  });
});

describe("who may look", () => {
  test("that take long to count come to the chat of a coordinator who has written in a channel alone", async () => {
    await world.put({ job: "tell-numbers", tenant: tenantId, person: nina.id, once: "asked-in-a-channel" });
    await world.settle();
    expect(nina.got("numbers-across")).toHaveLength(1);
  });

  test("an admin and a coordinator, and nobody else: a coordinator in their own team reads that first", async () => {
    await aRound();
    await world.moveTo(mondayAfter(0));
    const own = expectSay(await nina.writes("numbers"), "numbers");
    expect([own.team.name, own.mayLookAcross]).toEqual(["Office", true]);
    expectSay(await nina.presses("All teams"), "numbers-across");
    expect(expectSay(await sara.writes("numbers"), "numbers").mayLookAcross).toBeUndefined();
    const press = { verb: "numbers-across" };
    for (const one of [sara, omar, world.person("Eve Evil")])
      for (const sent of [press, { verb: "numbers-teams", page: 0 }])
        expect(await one.sendsByHand(sent)).toMatchObject({ say: "refusal", why: "not-across" });
    await nina.writes("coordinators here", { in: "Office" });
    await nina.presses("Undo", { in: "Office" });
    expect(await nina.sendsByHand(press)).toMatchObject({ why: "not-across" });
  });

  test("an admin who is in no team sees all teams at once, and a team's own numbers never", async () => {
    await across(ada);
    expect(await ada.writes("numbers", { in: "channel" })).toMatchObject({ say: "numbers-across" });
  });
});

test("a team that Gnist was removed from is in no list, and its rows go with it", async () => {
  await aRound();
  await world.moveTo(mondayAfter(0));
  const place = world.channelNamed("East clinic");
  await world.receive({ happened: "removed-from-team", place });
  await world.settle();
  expect((await across()).sum.ideas).toBe(0);
  await world.moveTo(world.now() + 31 * day);
  const rows = await world.ports.rows.list(tenantPartition(tenantId), { from: "measures|", to: "measures}" });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ key }) => key.includes(place.team))).toEqual([]);
});
