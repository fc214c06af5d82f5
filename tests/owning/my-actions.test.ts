import { beforeEach, expect, test } from "vitest";
import { en } from "../../src/language/en/index.ts";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, expectSay } from "../world/world.ts";

let sara: Person;
let omar: Person;
let jonas: Person;

beforeEach(async () => {
  ({ sara, omar, jonas } = await aTeamWithDigest());
});

test("an owner of twelve ideas turns the pages of my actions, and every row of each has its buttons", async () => {
  for (let at = 0; at < 11; at += 1) await omar.writes(`idea Number ${at}`);
  await sara.writes("digest now");
  for (let number = 1; number <= 12; number += 1) await jonas.writes(`take #${number}`);
  const rows = () => jonas.buttons().filter((title) => title === en.buttons.giveBack).length;
  const first = expectSay(await jonas.writes("my actions"), "my-actions");
  expect([first.actions.length, rows(), first.pages]).toEqual([8, 8, 2]);
  const second = expectSay(await jonas.presses("Next"), "my-actions");
  expect([second.actions.length, rows()]).toEqual([4, 4]);
  expect(new Set([...first.actions, ...second.actions].map(({ idea }) => idea.number)).size).toBe(12);
  expectSay(await jonas.presses("Give it back", { on: `#${second.actions[0]?.idea.number} ` }), "given-back");
});
