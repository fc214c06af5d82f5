import { beforeEach, describe, expect, test } from "vitest";
import { minute, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam("Eva Ek"));
});

const isRead = async (...left: readonly Person[]) => {
  const gone = left.map(({ teamsId, entraId }) => ({ teamsId, entraId }));
  await world.receive({ happened: "team-changed", place: world.inChannel, ...(gone.length > 0 ? { left: gone } : {}) });
  await world.moveTo(world.now() + minute);
};

describe("the draft of somebody who leads the team no more", () => {
  beforeEach(async () => {
    await sara.sets({ "Team leads": ["Sara Lind", "Pia Holm"] });
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await world.moveTo(thisRound.draft);
    expect(pia.got("draft")).toHaveLength(1);
  });

  const ends = {
    "was taken out by another lead": () => sara.sets({ "Team leads": ["Sara Lind"] }),
    "has left the team": async () => {
      world.roster.splice(
        world.roster.findIndex(({ name }) => name === pia.name),
        1,
      );
      await isRead(pia);
    },
  };

  test.each(Object.entries(ends))("shows no words any more, and no new ones: who %s", async (_how, end) => {
    await end();
    expect(pia.got("draft")).toEqual([]);
    await jonas.writes("idea Nobody knows who orders gloves");
    await omar.presses("Edit");
    await omar.presses("Save", { [line]: "The printer is slower" });
    expect(JSON.stringify(pia.sees())).not.toMatch(/gloves|slower/);
    expect(JSON.stringify(sara.sees())).toMatch(/gloves/);
  });
});

describe("a lead whom a roster shows as a guest", () => {
  const shows = async (isGuest: boolean) => {
    const at = world.roster.findIndex(({ name }) => name === sara.name);
    world.roster.splice(at, 1, { ...(world.roster[at] ?? { teamsId: sara.teamsId, name: sara.name }), isGuest });
    await isRead();
  };

  test("leads the team again where the next reading shows a member, and nobody was asked who leads it", async () => {
    await shows(true);
    await shows(false);
    expectSay(await sara.writes("settings"), "settings");
    expect(world.inTeam("lead-wanted")).toEqual([]);
  });

  test("leads it no more where a reading an hour later still does", async () => {
    await shows(true);
    await world.moveTo(world.now() + 61 * minute);
    expect(world.inTeam("lead-wanted")).toHaveLength(1);
  });
});

test("an idea that is held back after the team was shown it is nobody's to read but its author's, its owner's and the leads'", async () => {
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.digest);
  await pia.writes("idea Nobody orders gloves");
  await sara.writes("draft");
  await sara.changes("The printer is slow", "Hold back", { Reason: "It names a colleague" });
  expect(await pia.writes("#1")).toMatchObject({ say: "refusal", why: "no-such-idea" });
  for (const reader of [sara, omar]) expectSay(await reader.writes("#1"), "idea-story");
});
