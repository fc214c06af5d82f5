import { beforeEach, describe, expect, test } from "vitest";
import { minute } from "../world/moments.ts";
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

const inChannel = { in: "channel" } as const;

const top = () => world.inTeam("digest").at(-1)?.digest.top[0];

const byHand = (person: Person, verb: string, more: object = {}, where = {}) =>
  person.sendsByHand({ verb, team: teamId, idea, ...more }, where);

describe("Give it back", () => {
  const takes = async () => {
    await jonas.presses("Take or ask", inChannel);
    await jonas.presses("I'll take it", inChannel);
  };

  test("stands with Change date in the owner's chat after I'll take it in the channel, and on every card of theirs", async () => {
    const both = ["Change date", "Give it back"];
    await takes();
    expect(jonas.buttons()).toEqual(expect.arrayContaining(both));
    const cards = [() => jonas.presses("Save"), () => jonas.writes("my actions"), () => jonas.writes("#1"), () => jonas.writes("take #1")];
    for (const shows of cards) {
      await shows();
      expect(jonas.buttons()).toEqual(expect.arrayContaining(both));
    }
    await jonas.writes("done #1 cleaned");
    await jonas.presses("Undo");
    expect(jonas.buttons()).toEqual(expect.arrayContaining(both));
    await pia.writes("#1");
    expect(pia.buttons()).toEqual(["Me too"]);
    await sara.writes("done #1 a new one came");
    await sara.presses("Undo");
    expect(jonas.buttons()).toEqual(expect.arrayContaining(both));
    await jonas.writes("not me #1");
    await omar.writes("take #1");
    await sara.writes("done #1 a new one came");
    await world.toNews();
    await sara.presses("Undo");
    await world.toNews();
    expect(omar.news().at(-1)).toMatchObject({ news: "undone", reader: "author" });
    expect(omar.buttons()).toEqual(expect.arrayContaining(both));
  });

  test("needs no reason for ten minutes, and one after that, by button and by words", async () => {
    await takes();
    const taken = world.now();
    await world.moveTo(taken + 9 * minute);
    expectSay(await jonas.presses("Give it back"), "given-back");
    expect(top()?.owner).toBeUndefined();
    await jonas.writes("take #1");
    expectSay(await jonas.writes("not me #1"), "given-back");
    await jonas.writes("take #1");
    await world.moveTo(world.now() + 11 * minute);
    expect(expectSay(await jonas.presses("Give it back"), "give-back-form").problem).toBeUndefined();
    expect(expectSay(await jonas.presses("Give it back", { Reason: " " }), "give-back-form").problem).toBe("reason-needed");
    expectSay(await jonas.writes("not me #1"), "give-back-form");
    expect(top()?.owner?.name).toBe("Jonas Berg");
    expectSay(await jonas.presses("Give it back", { Reason: "I am on leave" }), "given-back");
    expect(top()?.owner).toBeUndefined();
    expect(sara.got("owner-refused").at(-1)).toMatchObject({ name: "Jonas Berg", reason: "I am on leave", owned: true });
  });

  test("without a reason is told to the leads without one, and only they read who it was", async () => {
    await jonas.writes("take #1");
    await jonas.writes("not me #1");
    const [told] = sara.got("owner-refused");
    expect(told).toMatchObject({ name: "Jonas Berg", owned: true });
    expect(told).not.toHaveProperty("reason");
    await world.toNews();
    const declined = omar.news().filter(({ news }) => news === "declined");
    expect(declined).toHaveLength(1);
    expect(JSON.stringify(declined)).not.toContain("Jonas");
  });

  test("pressed by mistake is undone with date and test, and leaves no trace in the story", async () => {
    await jonas.writes("take #1");
    await jonas.presses("Save", { Date: "2027-01-08", "Smallest test": "One room" });
    await jonas.presses("Give it back");
    const { idea } = expectSay(await jonas.presses("Undo"), "owned");
    expect(idea.owner).toEqual({ name: "Jonas Berg", due: "2027-01-08", otherYear: true, test: "One room" });
    const { steps } = expectSay(await pia.writes("#1"), "idea-story");
    expect(steps.map(({ stage, who }) => [stage, who])).toEqual([["planned", "Jonas Berg"]]);
    await world.toNews();
    expect(omar.news().map(({ news }) => news)).toEqual(["owned"]);
  });

  test("is not undone by a yes to a new request, which the story tells as such", async () => {
    await jonas.writes("take #1");
    await jonas.writes("not me #1");
    await sara.writes("ask #1 Jonas");
    expectSay(await jonas.presses("I'll take it"), "owned");
    expect(expectSay(await pia.writes("#1"), "idea-story").steps.map(({ stage }) => stage)).toEqual(["planned", "new", "planned"]);
  });

  test("is undone also while a colleague has been asked to follow, who is still asked, and says yes or not", async () => {
    await takes();
    await byHand(jonas, "start", { due: "2026-12-18", test: "one week" });
    await byHand(sara, "new-owner", { person: pia.id, due: "2026-12-18" });
    await jonas.writes("not me #1 no time");
    await jonas.presses("Undo");
    expect(top()).toMatchObject({ stage: "testing", owner: { name: "Jonas Berg", test: "one week" } });
    await world.toNews();
    expect(omar.news().map(({ news }) => news)).toEqual(["owned", "testing"]);
    expectSay(await pia.presses("I'll take it", { Date: "2027-01-08", "Smallest test": "One room" }), "owned");
    expect(top()).toMatchObject({ stage: "planned", owner: { name: "Pia Holm" } });
  });

  test("is undone while a colleague has been asked since, whose request ends with it", async () => {
    await takes();
    await jonas.writes("not me #1");
    const undo = jonas.wouldSend("Undo");
    await sara.writes("ask #1 Pia Holm");
    await jonas.sendsByHand(undo);
    expect(top()).toMatchObject({ stage: "planned", owner: { name: "Jonas Berg" } });
    const late = await byHand(pia, "accept-idea", { due: "2027-01-08" });
    expect(late).toMatchObject({ say: "refusal", why: "already-owned" });
  });

  test("pressed again, because the answer was lost, leaves an Undo that brings back date and test", async () => {
    await jonas.writes("take #1");
    await jonas.presses("Save", { Date: "2026-12-18", "Smallest test": "One room for a week" });
    await jonas.onAnotherDevice().presses("Give it back");
    const again = expectSay(await jonas.presses("Give it back"), "given-back");
    expect(again).toMatchObject({ due: "2026-12-18", test: "One room for a week", withReason: false });
    expect(expectSay(await jonas.presses("Undo"), "owned").idea.owner).toMatchObject({ due: "2026-12-18", test: "One room for a week" });
    expect(expectSay(await byHand(jonas, "give-back", { reason: "I am on leave" }), "given-back")).toMatchObject({ withReason: true });
    expect(expectSay(await byHand(jonas, "give-back"), "given-back")).toMatchObject({ withReason: true });
  });

  test("takes a reason later too, which reaches the leads once, as the card says, and nobody else", async () => {
    await jonas.writes("take #1");
    await jonas.presses("Give it back");
    for (const reason of ["I am on leave", "I am on leave", "I have no time"])
      expect(expectSay(await jonas.writes(`not me #1 ${reason}`), "given-back").withReason).toBe(true);
    expect(sara.got("owner-refused").map(({ reason }) => reason)).toEqual([undefined, "I am on leave"]);
    await world.toNews();
    expect(omar.news().map(({ news }) => news)).toEqual(["owned", "declined"]);
    expect(JSON.stringify(expectSay(await pia.writes("#1"), "idea-story"))).not.toContain("leave");
    await jonas.presses("Undo");
    await world.toNews();
    expect(omar.news().map(({ news }) => news)).toEqual(["owned", "declined", "owned"]);
    expect(expectSay(await pia.writes("#1"), "idea-story").steps.map(({ stage }) => stage)).toEqual(["planned"]);
  });

  test("is told to the leads in one message where the reason came before they heard of it", async () => {
    await jonas.writes("take #1");
    await jonas.press("Give it back");
    await jonas.writes("not me #1 I am on leave");
    expect(sara.got("owner-refused").map(({ reason }) => reason)).toEqual(["I am on leave"]);
  });

  test("undone before anybody has heard of it is told to nobody", async () => {
    await jonas.writes("take #1");
    await jonas.press("Give it back");
    await jonas.presses("Undo");
    await world.toNews();
    expect([omar.news().map(({ news }) => news), sara.got("owner-refused")]).toEqual([["owned"], []]);
  });

  test("is not undone where somebody else has taken it meanwhile, and pressed again it is answered as the first time", async () => {
    await jonas.writes("take #1");
    await jonas.onAnotherDevice().presses("Give it back");
    expectSay(await jonas.presses("Give it back"), "given-back");
    await pia.writes("take #1");
    expect(await jonas.presses("Undo")).toMatchObject({ why: "already-owned", about: "Pia Holm" });
    expect(await byHand(jonas, "give-back")).toMatchObject({ why: "already-owned" });
  });
});
