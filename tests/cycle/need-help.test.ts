import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { hour } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, expectSay, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let pia: Person;
let jonas: Person;

beforeEach(async () => {
  ({ world, sara, pia, jonas } = await aTeamWithDigest("The printer jams"));
});

const textOf = (message: Message) => JSON.stringify(render(message, "en"));

const leaves = async ({ name, teamsId, entraId }: Person) => {
  world.roster.splice(
    world.roster.findIndex((one) => one.name === name),
    1,
  );
  await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId, entraId }] });
  await world.settle();
};

describe("Need help", () => {
  test("gives the leads New owner and Pass on", async () => {
    await jonas.writes("take #1");
    await jonas.writes("need help #1 A key");
    expect(sara.got("needs-help")).toHaveLength(1);
    expect(sara.buttons()).toEqual(expect.arrayContaining(["New owner", "Pass on"]));
  });

  test("in a team without a lead says that there is nobody to tell", async () => {
    await jonas.writes("take #1");
    await leaves(sara);
    await world.moveTo(world.now() + 2 * hour);
    const said = expectSay(await jonas.writes("need help #1 A key"), "help-asked");
    expect(textOf(said)).toContain("Nobody leads this team");
    expect(textOf(said)).not.toMatch(/You are the only team lead|I have told the team leads/);
  });

  test("of the only lead tells nobody, and offers to ask a new owner", async () => {
    await sara.writes("take #1");
    const said = expectSay(await sara.writes("need help #1"), "help-asked");
    expect(textOf(said)).toContain("You are the only team lead");
    expect(sara.got("needs-help")).toEqual([]);
    expectSay(await sara.presses("New owner"), "sent-beside");
    expectSay(await sara.presses("Ask", { Person: "Pia Holm", Date: "2027-01-08" }), "owner-asked");
    expect(pia.buttons()).toContain("Not me");
  });
});
