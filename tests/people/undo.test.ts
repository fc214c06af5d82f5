import { beforeEach, expect, test } from "vitest";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.digest);
});

const merges = async () => {
  await pia.writes("idea Ink costs far too much");
  await pia.presses("Same thing");
  expectSay(await pia.presses("Same thing", { "Same thing as": "#1 The printer is slow" }), "idea-merged");
  await world.settle();
};
const voices = async () => expectSay(await sara.writes("#1"), "idea-story").idea.voices;

test.each(["undo", "ångra", "angre"])("%s takes back the last merge of the person who writes it, once", async (word) => {
  await merges();
  expect(await voices()).toBe(2);
  expect(await omar.writes(word)).toMatchObject({ why: "nothing-to-undo" });
  expectSay(await pia.writes(word), "receipt");
  await world.settle();
  expect(await voices()).toBe(1);
  expect(await pia.writes(word)).toMatchObject({ why: "nothing-to-undo" });
});

test("undo of a lead takes back the merge that they made", async () => {
  await pia.writes("idea Ink costs far too much");
  await sara.writes("draft");
  await sara.presses("Change", { on: "Ink costs far too much" });
  await sara.presses("Same thing", { "Same thing as": "#1 The printer is slow" });
  await world.settle();
  expectSay(await sara.writes("undo"), "idea-unmerged");
  await world.settle();
  expect(await voices()).toBe(1);
});

test("undo means the last of the two: after a later withdrawal it says where the words are, after a later merge it takes that back", async () => {
  await merges();
  await pia.writes("idea Nobody orders gloves");
  await pia.presses("Withdraw");
  expect(await pia.writes("undo")).toMatchObject({ why: "undo-on-card" });
  expect(await voices()).toBe(2);
  await merges();
  expectSay(await pia.writes("undo"), "receipt");
});

test("undo takes back a merge before it ends a pause", async () => {
  await pia.writes("pause");
  await merges();
  expectSay(await pia.writes("undo"), "receipt");
  expectSay(await pia.writes("undo"), "resumed");
});
