import { beforeEach, describe, expect, test } from "vitest";
import { day, hour, minute, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
});

const inChannel = { in: "channel" } as const;
const top = () => world.inTeam("digest")[0]?.digest.top[0];
const due = "2026-12-18";
const test1 = "Smallest test";
/** A request that gets no yes waits for three working days: it ends at 17:00 in Stockholm. */
const requestEnds = thisRound.digest + 2 * day + 4 * hour;

describe("owning", () => {
  beforeEach(() => world.moveTo(thisRound.digest));

  test("until somebody accepts the team reads that somebody was asked, and no name; then the author hears who owns it", async () => {
    await pia.writes("#1");
    await pia.presses("Take or ask");
    const press = pia.wouldSend("Ask", { Person: "Jonas Berg", Date: due });
    // As Teams' people picker sends it in a large team, by the Entra id.
    expectSay(await pia.sendsByHand({ ...press, person: jonas.entraId }), "owner-asked");
    expect(top()).toMatchObject({ ownerAsked: true });
    expect(JSON.stringify(world.inTeam("digest"))).not.toContain("Jonas");
    expect(jonas.got("owner-request").length).toBeGreaterThan(0);
    const owned = expectSay(await jonas.presses("I'll take it", { Date: due, [test1]: "One room, one week" }), "owned");
    expect(owned.idea.owner).toEqual({ name: "Jonas Berg", due, test: "One room, one week" });
    expect(top()?.owner?.name).toBe("Jonas Berg");
    await world.toNews();
    expect(omar.news()).toMatchObject([{ news: "owned", reader: "author" }]);
  });

  test("while a request runs, a lead alone asks somebody else, and nobody finds out by asking who was asked", async () => {
    await sara.writes("ask #1 Jonas Berg");
    for (const name of ["Omar Haddad", "Jonas Berg"]) expect(await pia.writes(`ask #1 ${name}`)).toMatchObject({ why: "already-asked" });
    expectSay(await sara.writes("ask #1 Jonas Berg"), "owner-asked");
    await jonas.presses("Not me");
    expectSay(await jonas.presses("Not me", { Reason: "I am on leave" }), "declined");
    expectSay(await sara.writes("ask #1 Pia Holm"), "owner-asked");
    await world.moveTo(requestEnds);
    expectSay(await pia.writes("ask #1 Omar Haddad"), "owner-asked");
    expectSay(await pia.writes("ask #1 Omar Haddad"), "owner-asked");
    expect([jonas, pia, omar].map((person) => person.got("owner-request").length)).toEqual([1, 1, 1]);
  });

  test("a lead who asks again whoever said no sends them a new card, once; to anybody else the no still looks like silence", async () => {
    await pia.writes("ask #1 Jonas Berg");
    await jonas.presses("Not me");
    await jonas.presses("Not me", { Reason: "I am on leave" });
    expectSay(await pia.writes("ask #1 Jonas Berg"), "owner-asked");
    expect(jonas.got("owner-request")).toHaveLength(1);
    for (let times = 0; times < 2; times += 1) expectSay(await sara.writes("ask #1 Jonas Berg"), "owner-asked");
    expect(jonas.got("owner-request")).toHaveLength(2);
    expectSay(await jonas.presses("I'll take it"), "owned");
  });

  test("whoever asks somebody who cannot be reached reads that they are to tell them, in the channel too", async () => {
    await jonas.takesGnistAway();
    expect(await sara.writes("ask #1 Jonas Berg")).toMatchObject({ say: "owner-asked", name: "Jonas Berg", notReached: true });
    await pia.takesGnistAway();
    await sara.presses("Take or ask", inChannel);
    const ask = { ...inChannel, Person: "Pia Holm", Date: due };
    expect(await sara.presses("Ask", ask)).toMatchObject({ say: "owner-asked", name: "Pia Holm", notReached: true });
    expect([jonas, pia].map((person) => person.got("owner-request"))).toEqual([[], []]);
    await pia.writes("take #1");
    expect(top()?.owner?.name).toBe("Pia Holm");
  });

  test("a no needs a reason, which the lead alone sees; to everybody else it looks like silence until the third working day ends", async () => {
    await sara.writes("ask #1 Jonas Berg");
    await jonas.presses("Not me");
    const why = "Reason";
    expect(expectSay(await jonas.presses("Not me", { [why]: " " }), "owner-request").problem).toBe("reason-needed");
    expectSay(await jonas.presses("Not me", { [why]: "I am on leave" }), "declined");
    expect(sara.got("owner-refused")).toMatchObject([{ name: "Jonas Berg", reason: "I am on leave" }]);
    await world.toNews();
    expect(omar.news()).toEqual([]);
    await world.moveTo(requestEnds - minute);
    expect(top()).toMatchObject({ ownerAsked: true });
    await world.moveTo(requestEnds);
    expect(top()).toMatchObject({ ownerAsked: false });
    expect(expectSay(await omar.writes("#1"), "idea-story").steps).toEqual([]);
  });

  test("the end of a request shows in every post; a press renews the latest and the one that was pressed, however many show the idea", async () => {
    await world.moveTo(nextRound.question);
    await pia.answers("Nobody knows who orders gloves");
    await world.moveTo(nextRound.digest - hour);
    const shown = () =>
      world
        .inTeam("digest")
        .flatMap(({ digest }) =>
          [...digest.top, ...digest.open].filter(({ number }) => number === 1).map(({ ownerAsked, owner }) => owner?.name ?? ownerAsked),
        );
    await sara.writes("ask #1 Jonas Berg");
    expect(shown()).toEqual([true]);
    await world.moveTo(nextRound.digest);
    expect(shown()).toEqual([true, true]);
    await world.moveTo(nextRound.digest + 8 * day);
    expect(shown()).toEqual([false, false]);
    await jonas.writes("take #1");
    expect(shown()).toEqual([false, "Jonas Berg"]);
    await jonas.writes("not me #1 I am on leave");
    expect(shown()).toEqual([false, false]);
  });

  test("I'll take it takes at once, the chat asks for date and test, and nobody can take it after", async () => {
    for (const person of [pia, jonas]) await person.presses("Take or ask", inChannel);
    const late = pia.wouldSend("I'll take it", inChannel);
    const post = expectSay(await jonas.presses("I'll take it", inChannel), "digest");
    expect(post.digest.top[0]?.owner?.due).toBe("2026-12-15");
    expect(jonas.got("owner-plan")).toHaveLength(1);
    // From a screen that does not show the new post yet.
    expect(await pia.sendsByHand(late, inChannel)).toMatchObject({ why: "already-owned", about: "Jonas Berg" });
  });

  test("done tells the author, and the next digest shows what came of it", async () => {
    await jonas.writes("take #1");
    expect(await pia.writes("done #1 fixed")).toMatchObject({ why: "not-the-owner" });
    expectSay(await jonas.writes("done #1"), "finish-form");
    expectSay(await jonas.presses("Save", { "What came of it": "a new printer came" }), "finished");
    await world.toNews();
    expect(omar.news().map(({ news }) => news)).toEqual(["owned", "done"]);
    await world.moveTo(nextRound.digest);
    expect(world.inTeam("digest").at(-1)?.digest.finished).toMatchObject([{ number: 1, result: "a new printer came" }]);
  });

  test("a number that nobody has, and a name that fits two, are answered in a sentence", async () => {
    expect(await pia.writes("take #99")).toMatchObject({ why: "no-such-idea", about: "#99" });
    world.join("Jonas Lund");
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
    expect(await pia.writes("ask #1 Jonas")).toMatchObject({ why: "several-members" });
    const nobody = await pia.writes(`ask #1 ${"x".repeat(58)}👍🏽👍🏽👍🏽`);
    expect(nobody).toMatchObject({ why: "no-such-member", about: `${"x".repeat(58)}👍🏽…` });
    expectSay(await pia.writes("#1"), "idea-story");
  });

  test("an owner who presses I'll take it again keeps the date that was agreed", async () => {
    await jonas.writes("take #1");
    await jonas.presses("Save", { Date: "2027-03-01" });
    await jonas.writes("take #1");
    expect(expectSay(await jonas.writes("my actions"), "my-actions").actions[0]?.idea.owner?.due).toBe("2027-03-01");
    expect(jonas.got("owner-plan")).toHaveLength(1);
  });
});

test("withdrawing and taking it back leaves an idea where it stood, and its story names no author", async () => {
  expectSay(await omar.presses("Withdraw"), "withdrawn");
  await omar.presses("Undo");
  await world.moveTo(thisRound.digest);
  expect(JSON.stringify(await pia.writes("#1"))).not.toContain("Omar");
  await omar.writes("idea Too many forms");
  await sara.writes("draft");
  await sara.changes("Too many forms", "Hold back", { Reason: "Later" });
  const mine = async () => expectSay(await omar.writes("my ideas"), "my-ideas").ideas.find(({ idea }) => idea.title === "Too many forms");
  await mine();
  await omar.presses("Open", { on: "Too many forms" });
  expectSay(await omar.presses("Withdraw"), "withdrawn");
  await omar.presses("Undo");
  expect((await mine())?.idea.stage).toBe("held");
});
