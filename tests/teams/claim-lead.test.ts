import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { audience } from "../../src/domain/message/audience.ts";
import { readTeam } from "../../src/store/team.ts";
import { minute, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, generalChannel, teamId, type World } from "../world/world.ts";

/* The leads of a team, and how a team whose leads have left comes to one. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
let eva: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam("Eva Ek"));
  eva = world.person("Eva Ek");
});

const leads = async () => (await readTeam(world.ports.rows, teamId))?.team.leads;
const inChannel = { in: "channel" } as const;
const claims = (person: Person) => person.presses("I lead this team", inChannel);
const yes = "Yes, they lead";
/** In the channel, beside the words of who says that they lead. */
const confirms = (person: Person, { name }: Person) => person.presses(yes, { in: "channel", on: name });

/** Teams says so, and it has not been looked into yet. */
const saysLeft = async ({ name, teamsId, entraId }: Person) => {
  world.roster.splice(
    world.roster.findIndex((one) => one.name === name),
    1,
  );
  await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId, entraId }] });
};

const leaves = async (person: Person) => {
  await saysLeft(person);
  await world.moveTo(world.now() + minute);
};

describe("in a team whose last lead has left", () => {
  test("the longest-standing member who owns an idea is asked, and nobody else", async () => {
    await world.moveTo(thisRound.question);
    for (const person of [pia, jonas]) await person.writes(`idea ${person.name} waits for the printer`);
    await world.moveTo(thisRound.digest);
    await jonas.presses("Take or ask", { in: "channel", on: "Jonas Berg waits" });
    await jonas.presses("I'll take it", { in: "channel" });
    world.join("Nina Ny");
    const nina = world.person("Nina Ny");
    await world.receive({ happened: "team-changed", place: world.inChannel });
    await world.moveTo(nextRound.question);
    await nina.presses("Take or ask", { in: "channel", on: "Pia Holm waits" });
    await nina.presses("I'll take it", { in: "channel" });
    await leaves(sara);
    expect(await leads()).toEqual([]);
    expect(jonas.got("lead-wanted")).toMatchObject([{ owns: true }]);
    expect([nina.got("lead-wanted"), world.inTeam("lead-wanted")]).toEqual([[], []]);
  });

  test("everybody is, in the channel, where nobody owns an idea; and again in a round that finds no lead four weeks later", async () => {
    await leaves(sara);
    expect(world.inTeam("lead-wanted")).toMatchObject([{ owns: false }]);
    for (const weeks of [0, 1, 2, 3]) await world.moveTo(roundAfter(weeks).question);
    expect(world.inTeam("lead-wanted")).toHaveLength(1);
    await world.moveTo(roundAfter(4).question);
    expect(world.inTeam("lead-wanted")).toHaveLength(2);
  });

  test("everybody is asked once where a round begins as it is found out, and anew when the next lead has left too", async () => {
    await saysLeft(sara);
    await world.put({ job: "find-lead", team: teamId, once: thisRound.id, openly: true });
    await world.moveTo(world.now() + minute);
    await Promise.all(["one", "two"].map((once) => world.put({ job: "find-lead", team: teamId, once, openly: true })));
    await world.settle();
    expect(world.inTeam("lead-wanted")).toHaveLength(1);
    await claims(omar);
    for (const person of [pia, jonas]) await confirms(person, omar);
    expect(await leads()).toEqual([omar.id]);
    await leaves(omar);
    expect(world.inTeam("lead-wanted")).toHaveLength(2);
  });

  test("everybody is asked by a second run of a job that was cut off before it asked", async () => {
    await world.moveTo(thisRound.question);
    world.trouble.set(generalChannel, { outcome: "later", afterMs: minute, cause: "again", detail: "429" });
    await leaves(sara);
    expect(world.inTeam("lead-wanted")).toEqual([]);
    world.trouble.clear();
    await world.moveTo(world.now() + 2 * minute);
    expect(world.inTeam("lead-wanted")).toHaveLength(1);
  });

  test("two other members make a lead of who says so: neither one, nor themselves, nor somebody who did not say so", async () => {
    await leaves(sara);
    expectSay(await claims(omar), "lead-asked");
    expect(await leads()).toEqual([]);
    expect(world.inTeam("lead-claim")).toMatchObject([{ name: "Omar Haddad", openly: true }]);
    const forged = { ...pia.wouldSend(yes, inChannel), person: eva.id };
    expect(await confirms(omar, omar)).toMatchObject({ why: "not-a-lead" });
    expect(await jonas.sendsByHand(forged, inChannel)).toMatchObject({ why: "not-a-lead" });
    for (let presses = 0; presses < 2; presses++)
      expect(await confirms(pia, omar)).toMatchObject({ say: "lead-half", name: "Omar Haddad", more: 1 });
    expect(await leads()).toEqual([]);
    expect(await confirms(jonas, omar)).toMatchObject({ say: "lead-now", name: "Omar Haddad" });
    expect(await leads()).toEqual([omar.id]);
  });

  test("an admin does, where one is set who can be reached, and members do not", async () => {
    world.makeAdmin("Ada Min");
    const ada = world.person("Ada Min");
    await ada.writes("help");
    await leaves(sara);
    expectSay(await claims(omar), "lead-asked");
    expect(ada.got("lead-claim")).toMatchObject([{ name: "Omar Haddad" }]);
    expect(world.inTeam("lead-claim")).toEqual([]);
    for (const member of [pia, jonas]) expect(await member.sendsByHand(ada.wouldSend(yes), inChannel)).toMatchObject({ why: "not-a-lead" });
    expectSay(await ada.presses(yes), "lead-now");
    expect(await leads()).toEqual([omar.id]);
  });

  test("an admin who cannot be reached keeps nobody waiting: two members do", async () => {
    world.makeAdmin("Ada Min");
    await leaves(sara);
    expectSay(await claims(omar), "lead-asked");
    expect(world.inTeam("lead-claim")).toHaveLength(1);
    await confirms(pia, omar);
    expectSay(await confirms(jonas, omar), "lead-now");
  });

  test("two who say so at once do not both lead: the second is put to the first", async () => {
    await leaves(sara);
    await Promise.all([omar, pia].map((person) => person.press("I lead this team", inChannel)));
    await world.settle();
    expect(await leads()).toEqual([]);
    for (const person of [omar, pia]) await confirms(jonas, person);
    const said = await Promise.all([omar, pia].map(({ name }) => eva.press(yes, { in: "channel", on: name })));
    await world.settle();
    const [lead] = (await leads()) ?? [];
    expect(await leads()).toHaveLength(1);
    const [first, second] = lead === omar.id ? [omar, pia] : [pia, omar];
    expect(said.map(({ say }) => say).sort()).toEqual(["lead-asked", "lead-now"]);
    expect(first.got("lead-claim")).toMatchObject([{ name: second.name }]);
  });

  test("who is alone in it leads with one press", async () => {
    for (const person of [pia, jonas, eva, sara]) await leaves(person);
    expectSay(await claims(omar), "you-lead");
    expect(await leads()).toEqual([omar.id]);
  });
});

test("a lead who left may do nothing more", async () => {
  await omar.writes("idea The printer is slow");
  await sara.writes("draft");
  expectSay(await sara.presses("Change"), "change-form");
  await leaves(sara);
  await world.moveTo(thisRound.question);
  expect(await sara.presses("Back")).toMatchObject({ say: "refusal", why: "not-in-team" });
});

test("where leads have left and who added Gnist is there, they confirm, and lead again with one press", async () => {
  await claims(omar);
  await sara.presses(yes);
  await sara.sets({ "Team leads": ["Omar Haddad"] });
  await leaves(omar);
  expect(await leads()).toEqual([]);
  expectSay(await claims(pia), "lead-asked");
  expect(sara.got("lead-claim")).toMatchObject([{ name: "Omar Haddad" }, { name: "Pia Holm" }]);
  expect(await jonas.sendsByHand(sara.wouldSend(yes), inChannel)).toMatchObject({ why: "not-a-lead" });
  expectSay(await claims(sara), "you-lead");
  expect(await leads()).toEqual([sara.id]);
});

test("a claim does not wait for a lead who cannot be reached", async () => {
  world.trouble.set(sara.chatId, { outcome: "refused", why: "blocked", detail: "403" });
  await world.moveTo(thisRound.question);
  expectSay(await claims(omar), "lead-asked");
  expect(world.inTeam("lead-claim")).toMatchObject([{ name: "Omar Haddad", openly: true }]);
  await confirms(pia, omar);
  expectSay(await confirms(jonas, omar), "lead-now");
  expect(await leads()).toEqual([sara.id, omar.id]);
});

describe("confirmations of a time without a lead", () => {
  const half = async (person = omar, by = pia) => {
    expectSay(await claims(person), "lead-asked");
    expectSay(await confirms(by, person), "lead-half");
  };
  /** On the post that has stood in the channel since. */
  const again = async (person = omar, by = jonas) => {
    expect(await confirms(by.onAnotherDevice(), person)).not.toMatchObject({ say: "lead-now" });
    expect(await leads()).toEqual([]);
  };

  const saraIsAway = async () => {
    world.trouble.set(sara.chatId, { outcome: "refused", why: "blocked", detail: "403" });
    await world.moveTo(thisRound.question);
  };
  const saraIsBack = async () => {
    world.trouble.clear();
    expectSay(await sara.writes("settings"), "settings");
  };

  test("end when another lead is chosen in the settings", async () => {
    await saraIsAway();
    await half();
    await saraIsBack();
    await sara.sets({ "Team leads": ["Eva Ek"] });
    for (const person of [sara, eva]) await leaves(person);
    await again();
  });

  test("end when Gnist is added again", async () => {
    await leaves(sara);
    await half();
    await world.receive({ happened: "removed-from-team", place: world.inChannel });
    await world.added(eva.name);
    await leaves(eva);
    await again();
  });

  test("end when another becomes lead", async () => {
    await leaves(sara);
    await half();
    await half(eva);
    expectSay(await confirms(jonas, eva), "lead-now");
    await leaves(eva);
    await again();
  });

  test("end when a lead who is back says no", async () => {
    await saraIsAway();
    await half();
    await saraIsBack();
    // The button of the card that leads get; a claim that is put to the channel has none.
    const { verb: _, ...claim } = sara.wouldSend(yes, inChannel);
    expectSay(await sara.sendsByHand({ ...claim, verb: "refuse-lead" }), "lead-not");
    await leaves(sara);
    await again();
  });

  test("end when who said so leaves, and count no more when they are back", async () => {
    await leaves(sara);
    await half();
    await leaves(omar);
    world.join(omar.name);
    await world.receive({ happened: "team-changed", place: world.inChannel });
    await world.moveTo(world.now() + minute);
    await again();
    expectSay(await claims(omar), "lead-asked");
    await again();
  });

  test("are counted while who gave them is a member", async () => {
    await leaves(sara);
    await half();
    await leaves(pia);
    expect(await confirms(jonas, omar)).toMatchObject({ say: "lead-half", more: 1 });
    expectSay(await confirms(eva, omar), "lead-now");
  });
});

test("a lead who presses it again is told so alone and by no name, for a press need not tell one; the welcome stays for the others", async () => {
  const data = sara.wouldSend("I lead this team", inChannel);
  const reply = await world.receive({ happened: "pressed", who: { ...sara.who, name: "" }, place: world.inChannel, data });
  const { say } = expectSay(reply?.message, "you-lead");
  expect(audience[say]).toBe("one");
  expect(reply && JSON.stringify(render(reply.message, "en").card)).toContain("You already lead North clinic.");
});
