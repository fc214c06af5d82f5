import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { day, hour, nextRound, roundAfter } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, expectSay, teamId, type World } from "../world/world.ts";

/* A quiet idea: its owner gets one nudge two working days after the check-in, and two working days later the leads hear of it. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
/** Monday 10:00, Wednesday 10:00, Friday 10:00. */
const checkIn = nextRound.reminder;
const nudge = checkIn + 2 * day;
const told = nudge + 2 * day;

beforeEach(async () => {
  const team = await aTeamWithDigest("The printer jams");
  ({ world, sara, omar, pia, jonas } = team);
  await jonas.writes("take #1");
  await jonas.sendsByHand({ verb: "start", team: teamId, idea: team.idea, due: "2026-12-18", test: "one week" });
  await world.moveTo(nextRound.question);
  for (const person of [sara, omar, pia, jonas]) await person.writes("nothing");
  await world.moveTo(checkIn);
});

const nudges = (person: Person) => person.got("check-in").filter(({ why }) => why === "nudge");

test("without a sign, the owner gets one nudge, and the leads then one card", async () => {
  await world.moveTo(nudge - hour);
  expect(nudges(jonas)).toEqual([]);
  await world.moveTo(nudge);
  expect(nudges(jonas).map(({ ideas }) => ideas.map(({ idea }) => idea.title))).toEqual([["The printer jams"]]);
  await world.moveTo(told - hour);
  expect(sara.got("quiet-idea")).toEqual([]);
  await world.moveTo(told);
  expect(sara.got("quiet-idea").map(({ name, idea }) => [name, idea.title])).toEqual([["Jonas Berg", "The printer jams"]]);
});

test("a nudge that was due on a Friday, while Gnist was down, waits for Monday", async () => {
  const team = await aTeamWithDigest("The printer jams");
  await team.jonas.writes("take #1");
  await team.world.moveTo(nextRound.question);
  await team.jonas.writes("nothing");
  // Down from the check-in's Monday until Wednesday, so that the nudge is due on Friday at 10:00; down again until Saturday.
  await team.world.moveTo(checkIn - hour);
  await team.world.moveTo(nudge);
  expect(team.jonas.got("check-in")).toHaveLength(1);
  await team.world.moveTo(told - hour);
  await team.world.moveTo(told + day);
  expect(nudges(team.jonas)).toEqual([]);
  await team.world.moveTo(told + 3 * day);
  expect(nudges(team.jonas)).toHaveLength(1);
});

test("leads hear of a quiet idea on a working day, also where Gnist was down on the Friday", async () => {
  for (const at of [nudge, told - hour, told + day]) await world.moveTo(at);
  expect(sara.got("quiet-idea")).toEqual([]);
  await world.moveTo(told + 3 * day);
  expect(sara.got("quiet-idea")).toHaveLength(1);
});

test("a quiet spell has one nudge and one card, however many rounds it lasts", async () => {
  for (let weeks = 2; weeks < 5; weeks += 1) await world.moveTo(roundAfter(weeks).reminder + 3 * hour);
  await world.moveTo(roundAfter(5).question);
  expect([nudges(jonas).length, sara.got("quiet-idea").length]).toEqual([1, 1]);
});

test.each([
  ["On track", () => jonas.presses("On track")],
  [
    "a new date",
    () =>
      jonas
        .writes("take #1")
        .then(() => jonas.presses("Change date"))
        .then(() => jonas.presses("Save", { Date: "2027-01-08" })),
  ],
])("%s is a sign, and the next quiet spell begins anew", async (_what, sign) => {
  await sign();
  await world.moveTo(told);
  expect([nudges(jonas).length, sara.got("quiet-idea").length]).toEqual([0, 0]);
  for (const at of [roundAfter(2).question, roundAfter(2).reminder, roundAfter(2).reminder + 2 * day + hour]) await world.moveTo(at);
  expect(nudges(jonas)).toHaveLength(1);
});

test("a sign after the nudge spares the leads", async () => {
  await world.moveTo(nudge);
  await jonas.presses("On track");
  await world.moveTo(told + hour);
  expect(sara.got("quiet-idea")).toEqual([]);
});

test("who pauses after the check-in gets no nudge", async () => {
  await jonas.writes("pause");
  await world.moveTo(told);
  expect(nudges(jonas)).toEqual([]);
});

describe("the leads", () => {
  beforeEach(() => world.moveTo(told));

  test("ask again: the owner gets the check-in once more, and without a word the leads hear it again", async () => {
    expect(expectSay(await sara.presses("Ask again"), "quiet-idea").how).toBe("asked-again");
    expect(jonas.got("check-in").filter(({ why }) => why === "again")).toHaveLength(1);
    await world.moveTo(told + 4 * day + hour);
    expect(sara.got("quiet-idea")).toHaveLength(2);
  });

  test("ask again on a Saturday: the owner gets it on Monday at eight, and the card says so", async () => {
    await world.moveTo(told + day);
    expect(expectSay(await sara.presses("Ask again"), "quiet-idea").asksAt).toBe(told + 3 * day - 2 * hour);
    await world.moveTo(told + 3 * day - 3 * hour);
    expect(jonas.got("check-in").filter(({ why }) => why === "again")).toEqual([]);
    await world.moveTo(told + 3 * day - hour);
    expect(jonas.got("check-in").filter(({ why }) => why === "again")).toHaveLength(1);
    await world.moveTo(told + 4 * day);
    expect(sara.got("quiet-idea")).toHaveLength(1);
    await world.moveTo(told + 5 * day);
    expect(sara.got("quiet-idea")).toHaveLength(2);
  });

  test("read that Gnist cannot ask an owner who has blocked it", async () => {
    await jonas.takesGnistAway();
    expect(expectSay(await sara.presses("Ask again"), "quiet-idea").how).toBe("not-reached");
    expect(jonas.got("check-in").filter(({ why }) => why === "again")).toEqual([]);
  });

  test("read that Gnist cannot ask an owner who has paused, and can once they have resumed", async () => {
    await jonas.writes("pause");
    const said = expectSay(await sara.presses("Ask again"), "quiet-idea");
    expect([said.how, JSON.stringify(render(said, "en")).toLowerCase().includes("pause")]).toEqual(["not-reached", false]);
    expect(jonas.got("check-in").filter(({ why }) => why === "again")).toEqual([]);
    await jonas.writes("resume");
    expect(expectSay(await sara.presses("Ask again"), "quiet-idea").how).toBe("asked-again");
    expect(jonas.got("check-in").filter(({ why }) => why === "again")).toHaveLength(1);
  });

  test("ask again in vain an owner who pauses before the Monday on which they were to be asked", async () => {
    await world.moveTo(told + day);
    await sara.presses("Ask again");
    await jonas.writes("pause");
    await world.moveTo(told + 4 * day);
    expect(jonas.got("check-in").filter(({ why }) => why === "again")).toEqual([]);
  });

  test("read on an old card that somebody else owns it now", async () => {
    const press = sara.wouldSend("Ask again");
    await sara.presses("New owner");
    await sara.presses("Ask", { Person: "Pia Holm", Date: "2027-01-08" });
    await pia.presses("I'll take it", { Date: "2027-01-08", "Smallest test": "One week" });
    expect(expectSay(await sara.sendsByHand(press), "quiet-idea")).toMatchObject({ how: "other-owner", name: "Pia Holm" });
    expect([jonas, pia].flatMap((one) => one.got("check-in").filter(({ why }) => why === "again"))).toEqual([]);
  });

  test("read that the owner has answered, where they ask again afterwards", async () => {
    await jonas.presses("On track");
    expect(expectSay(await sara.presses("Ask again"), "quiet-idea").how).toBe("answered");
    expect(jonas.got("check-in").filter(({ why }) => why === "again")).toEqual([]);
  });

  test("ask a new owner: the old one stays until that person accepts", async () => {
    await sara.presses("New owner");
    expectSay(await sara.presses("Ask", { Person: "Pia Holm", Date: "2027-01-08" }), "owner-asked");
    expect(expectSay(await omar.writes("#1"), "idea-story").idea.owner?.name).toBe("Jonas Berg");
    await pia.presses("I'll take it", { Date: "2027-01-08", "Smallest test": "One week" });
    expect(expectSay(await omar.writes("#1"), "idea-story").idea.owner?.name).toBe("Pia Holm");
  });

  test("keep the owner where the person says no", async () => {
    await sara.presses("New owner");
    await sara.presses("Ask", { Person: "Pia Holm", Date: "2027-01-08" });
    await pia.presses("Not me");
    await pia.presses("Not me", { Reason: "No time" });
    expect(expectSay(await omar.writes("#1"), "idea-story").idea.owner?.name).toBe("Jonas Berg");
    await sara.presses("New owner", { on: "Pia Holm" });
    expect(sara.got("new-owner-form")).toHaveLength(2);
  });
});

test("a draft leads to the card of an owner who has been quiet for two rounds, with all that a lead can do", async () => {
  const quietSince = roundAfter(4);
  for (let weeks = 2; weeks < 4; weeks += 1) await world.moveTo(roundAfter(weeks).reminder + 3 * hour);
  await world.moveTo(quietSince.question);
  await omar.answers("The door is heavy");
  await world.moveTo(quietSince.draft);
  expect(expectSay(sara.got("draft").at(-1), "draft").coach).toMatchObject({ about: "quiet", idea: { title: "The printer jams" } });
  const before = sara.got("quiet-idea").length;
  await sara.presses("Open", { on: "no word from" });
  expect(sara.got("quiet-idea").length).toBe(before + 1);
  expect(sara.got("draft").at(-1)?.coach).toBeDefined();
  expect(sara.buttons()).toEqual(["Ask again", "New owner", "Pass on", "Stop", "See what happened"]);
  await jonas.writes("on track #1");
  await sara.presses("Open", { on: "no word from" });
  expect(sara.got("quiet-idea").at(-1)?.how).toBe("answered");
});

test("a draft leads to a call for help that has waited a round, with New owner and Pass on", async () => {
  await jonas.writes("need help #1 A key to the cupboard");
  const later = roundAfter(3);
  await world.moveTo(later.question);
  await omar.answers("The door is heavy");
  await world.moveTo(later.draft);
  expect(expectSay(sara.got("draft").at(-1), "draft").coach).toMatchObject({ about: "help" });
  await sara.presses("Open", { on: "asked you for help" });
  expect(sara.got("needs-help").map(({ line }) => line)).toEqual(["A key to the cupboard", "A key to the cupboard"]);
  expect(sara.buttons()).toEqual(["New owner", "Pass on", "See what happened"]);
});
