import { beforeEach, describe, expect, test } from "vitest";
import { readTeam } from "../../src/store/team.ts";
import { hour, minute, monday, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
});

const shownTo = (person: Person) => JSON.stringify(world.posted.filter(({ to }) => to === person.chatId));
const inChannel = { in: "channel" } as const;
const substitutes = async () => (await readTeam(world.ports.rows, teamId))?.team.substitutes ?? [];
const mayLead = async (person: Person) => (await person.writes("digest here", { in: "channel" }))?.say !== "refusal";
/** Midnight at the end of a day in Stockholm, in winter. */
const endOf = (date: string) => Date.parse(`${date}T23:00:00Z`);

describe("a substitute", () => {
  test("has a lead's rights until the end of the day, and not a minute longer; the lead keeps theirs", async () => {
    expect(await omar.writes("draft")).toMatchObject({ why: "not-a-lead" });
    expect(expectSay(await sara.writes("substitute Omar until 2026-12-01"), "substitute-set")).toMatchObject({
      name: "Omar Haddad",
      until: "2026-12-01",
    });
    await world.moveTo(thisRound.question);
    await jonas.answers("The printer is slow");
    for (const person of [sara, omar]) expectSay(await person.writes("draft"), "draft");
    await world.moveTo(endOf("2026-12-01") - minute);
    expect(await mayLead(omar)).toBe(true);
    await world.moveTo(endOf("2026-12-01"));
    expect(await mayLead(omar)).toBe(false);
    expect(await mayLead(sara)).toBe(true);
  });

  test("gets the draft and the leads' cards instead of the lead, until that day has ended", async () => {
    await sara.writes("substitute Omar until 1 December");
    await world.moveTo(thisRound.question);
    await jonas.answers("The printer is slow");
    await world.moveTo(thisRound.draft);
    expect([sara.got("draft").length, omar.got("draft").length]).toEqual([0, 1]);
    await world.moveTo(thisRound.digest);
    await pia.writes("ask #1 Jonas Berg");
    await jonas.presses("Not me");
    await jonas.presses("Not me", { Reason: "I am on leave" });
    await world.settle();
    expect([sara.got("owner-refused").length, omar.got("owner-refused").length]).toEqual([0, 1]);
    await world.moveTo(nextRound.question);
    await jonas.writes("idea the door sticks");
    await world.moveTo(nextRound.draft);
    expect([sara.got("draft").length, omar.got("draft").length]).toEqual([1, 0]);
  });

  test("hears it in their own chat, once, and hears that it is over when the lead takes it back", async () => {
    await sara.writes("substitute Omar until friday");
    await sara.writes("substitute Omar until friday");
    expect(omar.got("substitute")).toMatchObject([{ name: "Sara Lind", until: "2026-11-27" }]);
    expectSay(await sara.presses("Undo"), "substitute-ended");
    await world.settle();
    expect(omar.got("substitute-over")).toMatchObject([{ name: "Sara Lind" }]);
    expect(await mayLead(omar)).toBe(false);
    await world.moveTo(thisRound.draft);
    expect(omar.got("substitute-over")).toHaveLength(1);
  });

  test("whom another one replaces hears it, and Undo brings them back until their own day", async () => {
    await sara.writes("substitute Omar until 4 December");
    await sara.writes("substitute Pia until 2 December");
    expect(omar.got("substitute-over")).toHaveLength(1);
    expect(pia.got("substitute")).toHaveLength(1);
    expect(expectSay(await sara.presses("Undo"), "substitute-set")).toMatchObject({ name: "Omar Haddad", until: "2026-12-04" });
    await world.settle();
    expect(pia.got("substitute-over")).toHaveLength(1);
    expect(omar.got("substitute").at(-1)).toMatchObject({ until: "2026-12-04" });
  });

  test("who blocks Gnist gets no cards: they come to the lead, who is told", async () => {
    world.trouble.set(omar.chatId, { outcome: "refused", why: "blocked", detail: "" });
    await world.moveTo(thisRound.question);
    await jonas.answers("The printer is slow");
    expect(expectSay(await sara.writes("substitute Omar until 1 December"), "substitute-set")).toMatchObject({ notReached: true });
    await world.moveTo(thisRound.draft);
    expect(sara.got("draft")).toHaveLength(1);
  });

  test("who leaves the team leads it no more, and the lead is told and gets the cards again", async () => {
    await sara.writes("substitute Omar until 4 December");
    await world.moveTo(thisRound.question);
    await jonas.answers("The printer is slow");
    world.roster.splice(
      world.roster.findIndex(({ name }) => name === "Omar Haddad"),
      1,
    );
    await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId: omar.teamsId, entraId: omar.entraId }] });
    await world.moveTo(world.now() + minute);
    expect(await substitutes()).toEqual([]);
    expect(sara.got("substitute-left")).toMatchObject([{ name: "Omar Haddad" }]);
    expect(await mayLead(omar)).toBe(false);
    await world.moveTo(thisRound.draft);
    expect([sara.got("draft").length, omar.got("draft").length]).toEqual([1, 0]);
  });

  test("of a lead who no longer leads is a member again, and hears it", async () => {
    await sara.sets({ "Team leads": ["Sara Lind", "Pia Holm"] });
    await sara.writes("substitute Omar until 4 December");
    await pia.sets({ "Team leads": ["Pia Holm"] });
    await world.settle();
    expect(await substitutes()).toEqual([]);
    expect(omar.got("substitute-over")).toHaveLength(1);
    expect(await mayLead(omar)).toBe(false);
  });

  test("cannot hand it on, and is not asked whether they lead the team when they say so", async () => {
    await sara.writes("substitute Omar until 4 December");
    expect(await omar.writes("substitute Pia until 3 December")).toMatchObject({ why: "own-substitute" });
    await omar.presses("I lead this team", inChannel);
    await world.settle();
    expect([sara.got("lead-claim").length, omar.got("lead-claim").length]).toEqual([1, 0]);
    expect((await readTeam(world.ports.rows, teamId))?.team.leads).toHaveLength(1);
  });
});

describe("the word", () => {
  test.each([
    ["substitute Omar until 22 November", "past-date"],
    ["substitute Omar until 2027-11-24", "far-substitute"],
    ["substitute Omar until 2030-01-01", "far-substitute"],
    ["substitute Omar until 31.2.", "bad-date"],
    ["substitute Nina until friday", "no-such-member"],
    ["substitute Sara until friday", "not-oneself"],
  ])("%s is refused", async (text, why) => {
    expect(await sara.writes(text)).toMatchObject({ say: "refusal", why });
    expect(await substitutes()).toEqual([]);
  });

  test("asks for the whole name where several fit, and a guest is nobody it finds", async () => {
    for (const name of ["Kim Ek", "Kim Berg"]) world.join(name);
    world.join("Gina Guest", true);
    await world.receive({ happened: "team-changed", place: world.inChannel });
    await world.moveTo(monday + hour);
    expect(await sara.writes("substitute Kim until friday")).toMatchObject({ why: "several-members" });
    expect(await sara.writes("substitute Gina until friday")).toMatchObject({ why: "no-such-member" });
  });

  test.each([
    ["substitute Omar until today's date, 23.11.", "bad-date", undefined],
    ["substitute omar haddad until 23.11.", undefined, "2026-11-23"],
    ["Substitute @Omar Haddad till week 50!", undefined, "2026-12-13"],
    ["substitute Omar through friday", undefined, "2026-11-27"],
    ["substitute Omar until tomorrow", undefined, "2026-11-24"],
    ["ersättare Omar till och med 12 december", undefined, "2026-12-12"],
    ["ersättare Omar till v 50", undefined, "2026-12-13"],
    ["stedfortreder Omar til og med 12. desember", undefined, "2026-12-12"],
    ["stedfortreder Omar fram til fredag", undefined, "2026-11-27"],
  ])("%s", async (text, why, until) => {
    const said = await sara.writes(text);
    if (until === undefined) expect([said.say, "why" in said && said.why]).not.toContain("substitute-set");
    else expect(expectSay(said, "substitute-set")).toMatchObject({ name: "Omar Haddad", until });
    expect(why === undefined).toBe(until !== undefined);
  });

  test("a sentence that only begins like it stays an idea", async () => {
    expect((await jonas.writes("substitute teachers never know where the keys are"))?.say).not.toBe("refusal");
  });
});

describe("in the settings", () => {
  test("a lead chooses a substitute and their last day, and later nobody", async () => {
    expect(await sara.sets({ Substitute: "Omar Haddad", Until: "2026-12-04" })).toMatchObject({ saved: true });
    await world.settle();
    expect(await substitutes()).toMatchObject([{ person: omar.who.person, until: "2026-12-04" }]);
    expect(omar.got("substitute")).toHaveLength(1);
    await sara.sets({ "Days to get something done, unless someone chooses a date": "7" });
    expect(omar.got("substitute")).toHaveLength(1);
    await sara.sets({ Substitute: "–" });
    await world.settle();
    expect(await substitutes()).toEqual([]);
    expect(omar.got("substitute-over")).toHaveLength(1);
  });

  test.each([
    ["a day alone", { Until: "2026-12-04" }],
    ["a person alone", { Substitute: "Omar Haddad" }],
    ["a day that has passed", { Substitute: "Omar Haddad", Until: "2026-11-22" }],
    ["a day more than a year ahead", { Substitute: "Omar Haddad", Until: "2027-11-24" }],
  ])("%s is refused in words, and nothing is saved", async (_, how) => {
    expect(await sara.sets({ ...how, "People not asked": ["Pia Holm"] })).toMatchObject({ saved: false, problem: "bad-substitute" });
    expect((await readTeam(world.ports.rows, teamId))?.team).toMatchObject({ settings: { notAsked: [] } });
    expect(await substitutes()).toEqual([]);
  });

  test("nobody is offered as their own substitute, and only a lead sees the choice, for themselves alone", async () => {
    await sara.writes("substitute Omar until 4 December");
    expect(expectSay(await omar.writes("settings"), "settings").standIn).toBeUndefined();
    expect(await omar.sets({ "Draft to the leads": "No draft" })).toMatchObject({ saved: true });
    expect(await substitutes()).toHaveLength(1);
    expect(expectSay(await sara.writes("substitute"), "settings").standIn?.now).toEqual({ person: omar.who.person, until: "2026-12-04" });
  });

  test("what a lead wrote meanwhile stays, where their form does not change it", async () => {
    await sara.writes("settings");
    await sara.presses("Who");
    const sent = sara.wouldSend("Save", { "People not asked": ["Pia Holm"] });
    await sara.writes("substitute Omar until 4 December");
    await sara.sendsByHand(sent);
    expect(await substitutes()).toHaveLength(1);
  });
});

test("the end of the day is the team's own midnight, also where the clock has changed and after a change of the zone", async () => {
  await world.moveTo(Date.parse("2027-03-26T09:00:00Z"));
  await sara.writes("substitute Omar until 28 March");
  await world.moveTo(Date.parse("2027-03-28T21:59:00Z"));
  expect(await mayLead(omar)).toBe(true);
  await world.moveTo(Date.parse("2027-03-28T22:00:00Z"));
  expect(await mayLead(omar)).toBe(false);
  await sara.writes("substitute Omar until 30 March");
  await sara.sets({ "Time zone": "UTC" });
  await world.moveTo(Date.parse("2027-03-30T23:59:00Z"));
  expect(await mayLead(omar)).toBe(true);
  await world.moveTo(Date.parse("2027-03-31T00:00:00Z"));
  expect(await mayLead(omar)).toBe(false);
});

test("a draft in a substitute's chat shows no ideas any more when their last day has ended", async () => {
  await sara.writes("substitute Omar until 30 November");
  await sara.sets({ "Draft to the leads": "24 hours before the digest" });
  await world.moveTo(thisRound.question);
  await jonas.answers("The printer is slow");
  await world.moveTo(endOf("2026-11-30") - minute);
  expect(shownTo(omar)).toContain("The printer is slow");
  await world.moveTo(endOf("2026-11-30"));
  expect(shownTo(omar)).not.toContain("The printer is slow");
});
