import { expect, test } from "vitest";
import type { Message } from "../../src/domain/message/index.ts";
import { textOf } from "../world/cards.ts";
import { hour, thisRound, week } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { everyRow } from "../world/rows.ts";
import { aTeam, expectSay, generalChannel, teamId, type World } from "../world/world.ts";

/* The result of one team goes to the leads of others whose ideas are like it, and nothing of theirs comes back. */

const offer = "Offer to other teams";
const theirs = "Printer for the labels jams in the mornings";
const lines = { test: "Clean the roller on Sundays", result: "Yes. No jams for two weeks." };

/** Adds a team whose first member leads it, and whose last has written ideas that its post shows. */
const addsTeam = async (world: World, name: string, members: readonly string[], ideas: readonly string[]): Promise<string> => {
  const id = await world.addsTeam(name, members);
  const [lead, author] = [members[0] ?? "", members.at(-1) ?? ""].map(world.person) as [Person, Person];
  for (const idea of ideas) await author.writes(`idea ${idea}`);
  await lead.posts();
  return id;
};

/** Two ideas of the first team are adopted, in their numbers' order; further teams have ideas like the first, or not. */
const fiveTeams = async () => {
  const { world, sara, omar, jonas } = await aTeam();
  await world.moveTo(thisRound.question);
  const { idea } = expectSay(await omar.answers("The label printer jams every morning, says Pia Holm"), "receipt");
  const south = await addsTeam(world, "South clinic", ["Eva Ek", "Kim Ek", "Li Ek"], [theirs]);
  await world.person("Kim Ek").presses("I lead this team", { in: "South clinic" });
  await world.person("Eva Ek").presses("Yes, they lead");
  await addsTeam(world, "East clinic", ["Ola Öst"], ["The bikes have no lamps"]);
  await addsTeam(world, "West clinic", ["Vera Väst"], ["The label printer jams in the morning"]);
  await world.person("Vera Väst").sets({ "Results between teams": "None" });
  await addsTeam(world, "Attic", ["Ada Ask"], ["Our label printer jams each morning"]);
  await world.receive({ happened: "team-archived", place: world.channelNamed("Attic") });
  await world.moveTo(thisRound.digest);
  await jonas.writes("take #1");
  await jonas.presses("Save", { "Smallest test": `${lines.test}, ${"and once more ".repeat(10)}` });
  await jonas.writes("done #1 Yes, says Pia Holm");
  // Their own team has an open idea like it too.
  await jonas.writes("idea The label printer jams in the morning too");
  await sara.posts();
  const people = { eva: world.person("Eva Ek"), kim: world.person("Kim Ek"), li: world.person("Li Ek") };
  return { world, sara, omar, jonas, idea, south, ...people };
};

const shown = (person: Person): string => JSON.stringify(person.sees().map(({ message, card }) => [message, card]));
const latest = (person: Person): Message | undefined => person.sees().at(-1)?.message;

test("an adopted result goes to the leads of a team with an idea like it, once and without a name, and is taken back with all its words", async () => {
  const { world, sara, omar, jonas, idea, south, eva, kim, li } = await fiveTeams();
  await jonas.writes("#1");
  expect(jonas.buttons()).not.toContain(offer);
  await sara.writes("#1");
  await sara.presses(offer);
  const form = expectSay(latest(sara), "spread-form");
  expect(form.written).toEqual({
    title: "The label printer jams every morning, says Pia Holm",
    test: expect.stringMatching(/^Clean the roller on Sundays, .+…$/),
    result: "Yes, says Pia Holm",
  });
  // A long test comes in cut, so that the form can be sent as it is.
  expect(form.written.test.length).toBeLessThanOrEqual(120);
  // The lead leaves out words of the idea: they are not named as the reason either.
  const typed = { Title: "Our printer jams", "Smallest test": lines.test, "Did it help?": lines.result };
  expectSay(await sara.presses(offer, typed), "spread");
  const [tip] = eva.got("tip");
  expect(tip).toMatchObject({ lines: { title: typed.Title, ...lines }, idea: { title: theirs } });
  expect(tip?.shared).toEqual(["Printer", "jams"]);
  for (const lead of [eva, kim]) {
    expect(lead.got("tip")).toHaveLength(1);
    for (const secret of ["Pia", "Omar", "Sara", "Jonas", "North", idea, teamId]) expect(shown(lead)).not.toContain(secret);
  }
  expect(sara.got("tip")).toEqual([]);
  for (const name of ["Ola Öst", "Vera Väst", "Ada Ask", "Li Ek"]) expect(world.person(name).got("tip")).toEqual([]);

  const old = kim.wouldSend("Try it here");
  expectSay(await sara.presses("Undo"), "spread-back");
  for (const lead of [eva, kim]) {
    expect([lead.got("tip").length, lead.got("tip-over").length]).toEqual([0, 1]);
    expect(shown(lead)).not.toContain("roller");
  }
  expectSay(await kim.sendsByHand(old), "tip-over");
  await sara.presses(offer);
  await sara.presses(offer, typed);
  // Each job comes twice.
  const [row] = await world.ports.rows.list(`team|${teamId}`, { from: "spread|", to: "spread}" });
  await world.put({ job: "spread", team: teamId, idea });
  await world.put({ job: "give-tip", team: south, from: teamId, idea, since: Number(row?.values.at) });
  await world.settle();
  for (const lead of [eva, kim]) expect(lead.got("tip")).toHaveLength(1);

  expectSay(await kim.presses("Not for us"), "tip");
  expect(expectSay(await eva.presses("Try it here"), "tip").did).toBe("refused");
  await eva.presses("Undo");
  // Both leads answer at once: each sees what counts.
  const sent = [eva.wouldSend("Try it here"), kim.onAnotherDevice().wouldSend("Not for us")];
  const answers: Message[] = [];
  await world.waitsIn(async () => {
    answers.push(...(await Promise.all([eva.sendsByHand(sent[0]), kim.sendsByHand(sent[1])])));
  });
  expect(answers.map((message) => expectSay(message, "tip").did)).toEqual(["refused", "refused"]);
  await eva.sendsByHand({ ...sent[1], verb: "undo-refusal" });
  expect(expectSay(await eva.presses("Try it here"), "tip").did).toBe("tried");
  expect(expectSay(await kim.onAnotherDevice().presses("Not for us"), "tip").did).toBe("tried");
  expectSay(latest(eva), "take-or-ask");
  await eva.presses("Ask", { Person: "Li Ek" });
  expect(li.got("owner-request")[0]?.tip).toBe(lines.test);
  expect(textOf(li.sees().at(-1)?.card ?? {})).toContain("another team has tried this");
  const ofNorth = world.posted.filter(({ to }) => [sara, omar, jonas].some(({ chatId }) => chatId === to) || to === generalChannel);
  for (const told of ["Eva", "Kim", "Li Ek", "South", theirs])
    expect(JSON.stringify(ofNorth.map(({ message }) => message))).not.toContain(told);
  expect(li.news()).toEqual([]);

  // Another end, before a job has seen that the first one is undone.
  await jonas.press("Undo");
  await jonas.writes("done #1 It still jams");
  for (const lead of [eva, kim]) expect([lead.got("tip").length, lead.got("tip-over").length]).toEqual([0, 2]);
  expect(li.got("owner-request")[0]).not.toHaveProperty("tip");
  await sara.writes("#1");
  await sara.presses("Reopen");
  await sara.presses("Reopen", { Reason: "It jams again" });
  await omar.writes("withdraw #1");
  for (const person of [eva, kim, li]) expect(shown(person)).not.toMatch(/roller|No jams|withdrawn/);
  expect(JSON.stringify(await everyRow(world))).not.toContain("No jams");
});

test("a team gets two tips in a week; the next waits for its turn", async () => {
  const { world, sara, omar } = await aTeam();
  const frictions = [
    "The label printer jams every morning",
    "Nobody finds the keys to the medicine cupboard",
    "The parking permit takes three forms",
  ];
  const [other, eva] = ["South clinic", world.person("Eva Ek")];
  await addsTeam(world, other, ["Eva Ek", "Li Ek"], frictions);
  await addsTeam(world, "East clinic", ["Ola Öst"], frictions.slice(2));
  for (const friction of frictions) await omar.writes(`idea ${friction}`);
  await sara.posts();
  const shares = async (number: number) => {
    await omar.writes(`take #${number}`);
    await omar.writes(`done #${number} Solved`);
    await sara.writes(`#${number}`);
    await sara.presses(offer);
    await sara.presses(offer);
  };
  for (const number of [1, 2, 3]) await shares(number);
  expect(eva.got("tip")).toHaveLength(2);
  expect(world.person("Ola Öst").got("tip")).toHaveLength(1);
  await world.moveTo(world.now() + week + hour);
  expect(new Set(eva.got("tip").map(({ idea }) => idea.title))).toEqual(new Set(frictions));

  // Nothing more goes out of a team that shares no results any more.
  const late = await addsTeam(world, "Late clinic", ["Ida Is"], frictions.slice(0, 1));
  await sara.sets({ "Results between teams": "None" });
  const offers = await world.ports.rows.list(`team|${teamId}`, { from: "spread|", to: "spread}" });
  for (const { key, values } of offers)
    await world.put({ job: "give-tip", team: late, from: teamId, idea: key.split("|")[1] ?? "", since: Number(values.at) });
  await world.settle();
  expect(world.person("Ida Is").got("tip")).toEqual([]);
});
