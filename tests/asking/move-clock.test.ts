import { beforeEach, expect, test } from "vitest";
import { minute } from "../world/moments.ts";
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
  return said?.say === "clock-moved" ? said.what : [];
};

const nextThings = async () => {
  const things: string[] = [];
  for (let times = 0; times < 8; times++) things.push(...(await next()));
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
  while (!(await next()).includes("send-draft"));
  await sara.posts();
  expect(world.inTeam("digest")).toHaveLength(2);
  expect(await next()).toEqual(["start-round"]);
});

const news = async () => (await nextThings()).filter((thing) => thing === "send-news");

test("passes by the news of others", async () => {
  await jonas.presses("I'll take it");
  expect(await news()).toEqual([]);
});

test("stops at news of the person who writes", async () => {
  await sara.writes("me too #1");
  await jonas.presses("I'll take it");
  expect(await news()).toEqual(["send-news"]);
});

/** Moves on to the next moment at which this is due, and lists all that is due then. */
const until = async (thing: string) => {
  for (;;) {
    const things = await next();
    if (things.some((one) => one === thing)) return things;
  }
};

test("names all that is due at a moment, and no check-in where nobody owns an idea", async () => {
  expect(await until("remind-round")).toEqual(["remind-round"]);
  await jonas.writes("take #1");
  expect(await until("remind-round")).toEqual(["check-in", "remind-round"]);
});

/** The moments that an idea makes in the week after its check-in. */
const afterCheckIn = async (owner: Person, answer?: string) => {
  await owner.writes("take #1");
  await until("check-in");
  await world.moveTo(world.ports.clock.now() + minute);
  if (answer !== undefined) await owner.writes(answer);
  const things: string[] = [];
  for (let now = await next(); !now.includes("check-in"); now = await next()) things.push(...now);
  return things.filter((thing) => thing === "nudge" || thing === "tell-quiet");
};

test("stops where the leads hear of a quiet owner, and passes by the nudge to that owner", async () => {
  expect(await afterCheckIn(jonas)).toEqual(["tell-quiet"]);
});

test("stops at the nudge to the person who writes", async () => {
  expect(await afterCheckIn(sara)).toEqual(["nudge", "tell-quiet"]);
});

test("passes by nudge and leads where the owner has answered", async () => {
  expect(await afterCheckIn(sara, "on track #1")).toEqual([]);
});
