import { beforeEach, describe, expect, test } from "vitest";
import { en } from "../../src/language/en/index.ts";
import { buttonsOf, type Card } from "../world/cards.ts";
import { minute } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, expectSay, personId, teamId, type World } from "../world/world.ts";

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

const titlesOf = (card: Card | undefined) => (card ? buttonsOf(card).map(({ title }) => title) : []);

const lastCard = (person: Person, where: { readonly in?: string } = {}) => person.sees(where).findLast(({ card }) => card)?.card;

const byHand = (person: Person, verb: string, more: object = {}, where = {}) =>
  person.sendsByHand({ verb, team: teamId, idea, ...more }, where);

describe("Take or ask", () => {
  test("stands beside Me too, two buttons an idea, and opens I'll take it and Ask for a person and a date", async () => {
    expect(titlesOf(lastCard(pia, inChannel))).toEqual(["Me too", "Take or ask"]);
    expectSay(await pia.presses("Take or ask", inChannel), "take-or-ask");
    expect(titlesOf(lastCard(pia, inChannel))).toEqual(["Ask", "Back", "I'll take it"]);
    expectSay(await pia.presses("Ask", { ...inChannel, Person: "Jonas Berg", Date: "2026-12-18" }), "digest");
    expect(jonas.got("owner-request")).toMatchObject([{ due: "2026-12-18" }]);
  });

  test("is the one way in the story, among all ideas, and where an owner has said no or has left", async () => {
    await pia.writes("#1");
    expect(titlesOf(lastCard(pia))).toEqual(["Me too", "Take or ask"]);
    await pia.writes("idea Nobody knows who orders gloves");
    await sara.writes("digest now");
    await pia.presses("All ideas", inChannel);
    expect(titlesOf(lastCard(pia, inChannel))).toEqual(["Back", "Me too", "Take or ask"]);
    await jonas.writes("take #1");
    await jonas.writes("not me #1 I am on leave");
    expect(titlesOf(lastCard(sara))).toEqual(["Take or ask", "See what happened"]);
    await sara.presses("Take or ask");
    expectSay(await sara.presses("I'll take it"), "owned");
  });

  test("says whose it is, shows its owner that it is theirs, and offers nobody but a lead to ask while somebody is asked", async () => {
    await omar.writes("ask #1 Jonas");
    expect(expectSay(await pia.writes("ask #1"), "take-or-ask").mayAsk).toBe(false);
    expect(titlesOf(lastCard(pia))).toEqual(["I'll take it"]);
    expect(expectSay(await sara.writes("ask #1"), "take-or-ask").mayAsk).toBe(true);
    await jonas.writes("take #1");
    expect(await byHand(pia, "take-or-ask")).toMatchObject({ why: "already-owned", about: "Jonas Berg" });
    expectSay(await byHand(jonas, "take-or-ask"), "owned");
  });

  test("is what the buttons of older cards lead to: Assign opens it and asks, and I'll take it takes at once", async () => {
    const { digest } = world.inTeam("digest").at(-1) ?? {};
    const onPost = { digest: digest?.id };
    expectSay(await byHand(pia, "assign-form", onPost, inChannel), "take-or-ask");
    const asked = { ...onPost, person: personId("Jonas Berg"), due: "2026-12-18" };
    expectSay(await byHand(pia, "assign-owner", asked, inChannel), "digest");
    expect(jonas.got("owner-request")).toHaveLength(1);
    expect(expectSay(await byHand(pia, "take-idea", onPost, inChannel), "digest").digest.top[0]?.owner?.name).toBe("Pia Holm");
  });

  test("is said as ask, and as assign by whoever is used to that", async () => {
    expectSay(await sara.writes("assign #1 Jonas"), "owner-asked");
    expectSay(await sara.writes("ask #1 Pia"), "owner-asked");
    expect([jonas, pia].map((person) => person.got("owner-request").length)).toEqual([1, 1]);
  });
});

describe("Give it back", () => {
  const takes = async () => {
    await jonas.presses("Take or ask", inChannel);
    await jonas.presses("I'll take it", inChannel);
  };

  test("stands with Change date in the owner's chat after I'll take it in the channel, and on every card of theirs", async () => {
    const both = ["Change date", "Give it back"];
    await takes();
    expect(titlesOf(lastCard(jonas))).toEqual(expect.arrayContaining(both));
    const cards = [() => jonas.presses("Save"), () => jonas.writes("my actions"), () => jonas.writes("#1"), () => jonas.writes("take #1")];
    for (const shows of cards) {
      await shows();
      expect(titlesOf(lastCard(jonas))).toEqual(expect.arrayContaining(both));
    }
    await jonas.writes("done #1 cleaned");
    await jonas.presses("Undo");
    expect(titlesOf(lastCard(jonas))).toEqual(expect.arrayContaining(both));
    await pia.writes("#1");
    expect(titlesOf(lastCard(pia))).toEqual(["Me too"]);
    await sara.writes("done #1 a new one came");
    await sara.presses("Undo");
    expect(titlesOf(lastCard(jonas))).toEqual(expect.arrayContaining(both));
    await jonas.writes("not me #1");
    await omar.writes("take #1");
    await sara.writes("done #1 a new one came");
    await sara.presses("Undo");
    expect(omar.got("author-news").at(-1)).toMatchObject({ news: "reopened", reader: "author" });
    expect(titlesOf(lastCard(omar))).toEqual(expect.arrayContaining(both));
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
    expect(JSON.stringify(omar.got("author-news").filter(({ news }) => news === "declined"))).not.toContain("Jonas");
  });

  test("pressed by mistake is undone with date and test, and leaves no trace in the story", async () => {
    await jonas.writes("take #1");
    await jonas.presses("Save", { Date: "2027-01-08", "Smallest test": "One room" });
    await jonas.presses("Give it back");
    const { idea } = expectSay(await jonas.presses("Undo"), "owned");
    expect(idea.owner).toEqual({ name: "Jonas Berg", due: "2027-01-08", otherYear: true, test: "One room" });
    const { steps } = expectSay(await pia.writes("#1"), "idea-story");
    expect(steps.map(({ stage, who }) => [stage, who])).toEqual([["planned", "Jonas Berg"]]);
    expect(omar.got("author-news").map(({ news }) => news)).toEqual(["owned", "declined", "owned"]);
  });

  test("is not undone by a yes to a new request, which the story tells as such", async () => {
    await jonas.writes("take #1");
    await jonas.writes("not me #1");
    await sara.writes("ask #1 Jonas");
    expectSay(await jonas.presses("I'll take it"), "owned");
    expect(expectSay(await pia.writes("#1"), "idea-story").steps.map(({ stage }) => stage)).toEqual(["planned", "new", "planned"]);
  });

  test("undone before anybody has heard of it is told to nobody", async () => {
    await jonas.writes("take #1");
    await jonas.press("Give it back");
    await jonas.presses("Undo");
    expect([omar.got("author-news").map(({ news }) => news), sara.got("owner-refused")]).toEqual([["owned"], []]);
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

describe("Change date", () => {
  beforeEach(async () => {
    await jonas.writes("take #1");
    await jonas.presses("Save", { "Smallest test": "One room" });
  });

  test("changes the date alone, in every post, and adds nothing to the story", async () => {
    expectSay(await jonas.presses("Change date"), "date-form");
    expect(expectSay(await jonas.presses("Save", { Date: "2026-12-30" }), "owned").moved).toBe(true);
    expect(top()?.owner).toMatchObject({ due: "2026-12-30", test: "One room" });
    expect(expectSay(await pia.writes("#1"), "idea-story").steps).toHaveLength(1);
  });

  test("comes back with a day that cannot be, and is refused to everybody else in words", async () => {
    await jonas.presses("Change date");
    expect(await jonas.presses("Save", { Date: "2020-01-01" })).toMatchObject({ say: "date-form", problem: "past-date" });
    for (const verb of ["date-form", "change-date"])
      expect(await byHand(sara, verb, { due: "2026-12-30" })).toMatchObject({ why: "not-the-owner" });
    await omar.writes("withdraw");
    expect(await byHand(jonas, "date-form")).toMatchObject({ why: "idea-closed" });
  });
});

test("an owner of twelve ideas turns the pages of my actions, and every row of each has its buttons", async () => {
  for (let at = 0; at < 11; at += 1) await omar.writes(`idea Number ${at}`);
  await sara.writes("digest now");
  for (let number = 1; number <= 12; number += 1) await jonas.writes(`take #${number}`);
  const rows = () => titlesOf(lastCard(jonas)).filter((title) => title === en.buttons.giveBack).length;
  const first = expectSay(await jonas.writes("my actions"), "my-actions");
  expect([first.actions.length, rows(), first.pages]).toEqual([10, 10, 2]);
  const second = expectSay(await jonas.presses("Next"), "my-actions");
  expect([second.actions.length, rows()]).toEqual([2, 2]);
  expect(new Set([...first.actions, ...second.actions].map(({ idea }) => idea.number)).size).toBe(12);
  expectSay(await jonas.presses("Give it back", { on: `#${second.actions[0]?.idea.number} ` }), "given-back");
});
