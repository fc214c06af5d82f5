import { beforeEach, describe, expect, test } from "vitest";
import { day, hour, minute, nextRound, second, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, expectSay, teamId, type World } from "../world/world.ts";

/* Requests to own, news for leads and the like wait for a working day in the team's zone, and are then decided again. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
let idea: string;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas, idea } = await aTeamWithDigest());
});

/** Noon of the Saturday after the digest, and the Monday's 08:00. */
const saturday = thisRound.digest + 4 * day;
const monday = Date.parse("2026-12-07T07:00:00Z");
const midnight = Date.parse("2026-12-04T23:00:00Z");

describe("on a Saturday", () => {
  beforeEach(() => world.moveTo(saturday));

  test("a request to own waits for Monday at eight, and the answer says so", async () => {
    expect(expectSay(await pia.writes("ask #1 Jonas Berg"), "owner-asked").asksAt).toBe(monday);
    await world.moveTo(monday - minute);
    expect(jonas.got("owner-request")).toEqual([]);
    await world.moveTo(monday);
    expect(jonas.got("owner-request")).toHaveLength(1);
  });

  test("so does a request to a new owner", async () => {
    await omar.writes("take #1");
    const press = { verb: "new-owner", team: teamId, idea, person: pia.id, due: "2026-12-18" };
    expect(expectSay(await sara.sendsByHand(press), "owner-asked").asksAt).toBe(monday);
    expect(pia.got("owner-request")).toEqual([]);
    await world.moveTo(monday);
    expect(pia.got("owner-request")).toHaveLength(1);
  });

  test("its three working days begin on the Monday", async () => {
    await pia.writes("ask #1 Jonas Berg");
    await world.moveTo(Date.parse("2026-12-09T15:59:00Z"));
    expect(await pia.writes("ask #1 Omar Haddad")).toMatchObject({ why: "already-asked" });
    await world.moveTo(Date.parse("2026-12-09T16:00:00Z"));
    expectSay(await pia.writes("ask #1 Omar Haddad"), "owner-asked");
  });

  test("a request for an idea that somebody else has taken by Monday is not sent", async () => {
    await pia.writes("ask #1 Jonas Berg");
    await omar.writes("take #1");
    await world.moveTo(monday);
    expect(jonas.got("owner-request")).toEqual([]);
    expect(omar.got("owner-plan").length).toBeGreaterThan(0);
  });

  test("what answers a person's own press comes at once", async () => {
    await omar.presses("Take or ask", { in: "channel" });
    await omar.presses("I'll take it", { in: "channel" });
    expect(omar.got("owner-plan")).toHaveLength(1);
  });

  test("leads hear of a refusal on Monday, once, and whom they have named by then hears it in their place", async () => {
    await world.moveTo(saturday);
    await pia.writes("take #1");
    await pia.writes("not me #1 I am on leave");
    await world.moveTo(monday - minute);
    expect(sara.got("owner-refused")).toEqual([]);
    await sara.writes("substitute Omar until friday");
    await world.moveTo(monday);
    expect([sara.got("owner-refused").length, omar.got("owner-refused").length]).toEqual([0, 1]);
  });

  test("nobody is asked who leads the team, and the answer says when", async () => {
    expect(expectSay(await pia.presses("I lead this team", { in: "channel" }), "lead-asked").asksAt).toBe(monday);
    await world.moveTo(monday - minute);
    expect(sara.got("lead-claim")).toEqual([]);
    await world.moveTo(monday);
    expect(sara.got("lead-claim")).toHaveLength(1);
  });

  test("a substitute has their rights at once and hears it on Monday, if it is still so", async () => {
    expect(expectSay(await sara.writes("substitute Omar until friday"), "substitute-set").tellsAt).toBe(monday);
    expectSay(await omar.writes("settings"), "settings");
    await sara.writes("substitute Pia until sunday");
    await world.moveTo(nextRound.question);
    expect([omar, pia].flatMap((one) => [...one.got("substitute"), ...one.got("substitute-over")])).toEqual([]);
  });
});

test("a request just before midnight on a Friday, which would go out on Saturday, says that it waits", async () => {
  await world.moveTo(midnight - 10 * second);
  // The test's clock has moved on to less than three seconds before midnight.
  expect(expectSay(await pia.writes("ask #1 Jonas Berg"), "owner-asked").asksAt).toBe(monday);
  await world.moveTo(monday - minute);
  expect(jonas.got("owner-request")).toEqual([]);
  await world.moveTo(monday);
  expect(jonas.got("owner-request")).toHaveLength(1);
});

test("on a Friday night a request goes out at once, because the day is a working day", async () => {
  await world.moveTo(midnight - 2 * hour);
  expect(expectSay(await pia.writes("ask #1 Jonas Berg"), "owner-asked").asksAt).toBeUndefined();
  expect(jonas.got("owner-request")).toHaveLength(1);
});

test("the weekend is the team's own, also over the start of summer time", async () => {
  await world.moveTo(Date.parse("2027-03-27T22:30:00Z"));
  await pia.writes("ask #1 Jonas Berg");
  await world.moveTo(Date.parse("2027-03-29T05:59:00Z"));
  expect(jonas.got("owner-request")).toEqual([]);
  await world.moveTo(Date.parse("2027-03-29T06:00:00Z"));
  expect(jonas.got("owner-request")).toHaveLength(1);
});
