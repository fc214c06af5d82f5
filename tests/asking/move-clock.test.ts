import { beforeEach, expect, test } from "vitest";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, type World } from "../world/world.ts";

/* `next` on one's own machine. */

let world: World;
let sara: Person;
let jonas: Person;

beforeEach(async () => {
  ({ world, sara, jonas } = await aTeamWithDigest());
  world.runLocally();
  const { clock } = world.ports;
  Object.assign(clock, { hands: { read: async () => undefined, moveTo: (at) => world.moveTo(at) } } satisfies Partial<typeof clock>);
  await sara.writes("ask #1 Jonas Berg");
});

const next = async () => {
  const said = await sara.writes("next");
  return said?.say === "clock-moved" ? said.what : said;
};

const nextThings = async () => {
  const things: unknown[] = [];
  for (let times = 0; times < 8; times++) things.push(await next());
  return things;
};

test("passes by the end of a request that somebody has said yes to", async () => {
  await jonas.presses("I'll take it");
  const things = await nextThings();
  expect(things).toContain("start-round");
  expect(things).not.toContain("end-request");
});

test("stops at the end of a request that was declined: the idea needs an owner again", async () => {
  await jonas.presses("Not me");
  await jonas.presses("Not me", { Reason: "I am on leave" });
  expect(await nextThings()).toContain("end-request");
});

test("passes by the time of a digest that a lead has posted before", async () => {
  await jonas.writes("idea The door sticks");
  while ((await next()) !== "send-draft");
  await sara.posts();
  expect(world.inTeam("digest")).toHaveLength(2);
  expect(await next()).toBe("start-round");
});
