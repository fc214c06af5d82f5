import { beforeEach, expect, test } from "vitest";
import { en } from "../../src/language/en/index.ts";
import { readIdeas } from "../../src/store/idea.ts";
import { textOf } from "../world/cards.ts";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, teamId, type World } from "../world/world.ts";

/* A receipt and its form promise no digest to an idea that a lead holds back, and no later digest to a change that shows at once. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
});

const ideaOf = async (words: string) =>
  (await readIdeas(world.ports.rows, teamId)).find(({ idea }) => idea.friction === words)?.idea.id ?? "";
const holds = async (words: string) =>
  sara.sendsByHand({ verb: "hold-idea", team: teamId, idea: await ideaOf(words), reason: "names a colleague" });
const putsBack = async (words: string) => sara.sendsByHand({ verb: "release-idea", team: teamId, idea: await ideaOf(words) });

const newest = (person: Person) => textOf(person.sees().at(-1)?.card ?? {});
const { heldWhat } = en.news;
const promises = /Your team sees it on|It is in the digest/;

test("a held idea is told as such, before any digest and after one: opened, edited, withdrawn and put back", async () => {
  await omar.answers("The printer is slow");
  const isTold = () => {
    expect(newest(omar)).toContain(heldWhat);
    expect(newest(omar)).not.toMatch(promises);
  };
  const looks = async () => {
    await omar.writes("my ideas");
    await omar.presses("Open");
    isTold();
    await omar.presses("Edit");
    isTold();
    await omar.presses("Save", { [line]: "The printer is slow" });
    isTold();
    await omar.presses("Withdraw");
    await omar.presses("Undo");
    isTold();
  };
  await holds("The printer is slow");
  await looks();
  await putsBack("The printer is slow");
  await world.moveTo(thisRound.digest);
  await holds("The printer is slow");
  await looks();
});

test("a change of an idea that stands in a digest shows there at once, as its form says", async () => {
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.digest);
  await omar.writes("my ideas");
  await omar.presses("Open");
  await omar.presses("Edit");
  expect(newest(omar)).toContain("It is #1. It is in the digest, and a change shows there too.");
  expect(newest(omar)).not.toContain("Your team sees it on");
});

test("a held idea for a colleague is told as such, before a digest and after one", async () => {
  const isTold = async () => {
    await holds("The stairs are dark");
    await omar.presses("Withdraw", { on: "The stairs are dark" });
    await omar.presses("Undo");
    expect(newest(omar)).toContain(heldWhat);
    expect(newest(omar)).not.toMatch(/Your team sees it|is in the digest\./);
    await putsBack("The stairs are dark");
  };
  await omar.writes("idea for a colleague: The stairs are dark");
  await isTold();
  await world.moveTo(thisRound.digest);
  await isTold();
});

const threeWriteWithoutTrace = async () => {
  await sara.sets({ "Without a trace: smallest group": "3" });
  for (const [person, text] of [
    [omar, "The lift is slow"],
    [pia, "The rota is unfair"],
    [jonas, "Meetings start late"],
  ] as const) {
    await person.presses("Add details");
    await person.presses("Send", { [line]: text, "Without a trace": "true" });
  }
};

test("a held text without a trace is told as such", async () => {
  await threeWriteWithoutTrace();
  await world.moveTo(thisRound.digest);
  await holds("The lift is slow");
  await omar.presses("See what happened");
  expect(newest(omar)).toContain(heldWhat);
  expect(newest(omar)).not.toContain("A change shows in the post");
});

test("a text without a trace that only leads read, in their draft, is not said to have been shown to the team", async () => {
  await threeWriteWithoutTrace();
  await world.moveTo(thisRound.draft);
  expect(JSON.stringify(sara.got("draft").at(-1))).toContain("The lift is slow");
  const isAwaited = () => {
    expect(newest(omar)).toContain("Your team sees it on Tuesday 1 December.");
    expect(newest(omar)).not.toContain("Your team has been shown it");
  };
  await omar.presses("See what happened");
  isAwaited();
  await omar.presses("Edit");
  await omar.presses("Save", { [line]: "The lift is very slow" });
  isAwaited();
  await omar.presses("Withdraw");
  await omar.presses("Undo");
  isAwaited();
  await world.moveTo(thisRound.digest);
  await omar.presses("See what happened");
  expect(newest(omar)).toContain("Your team has been shown it: it is #");
});
