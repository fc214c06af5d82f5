import { expect, test } from "vitest";
import { roundAfter } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay } from "../world/world.ts";

const [first, second, third] = [0, 1, 2].map(roundAfter);
const inChannel = { in: "channel" } as const;

const listOf = async (person: Person) => {
  const { ideas, pages } = expectSay(await person.presses("All ideas", inChannel), "all-ideas");
  return { titles: ideas.map(({ title }) => title), pages, ideas };
};

test("All ideas lists the ends that the digest told, and those since then, before the open ideas; the next digest has its own", async () => {
  const { world, omar, pia, jonas } = await aTeam();
  await world.moveTo(first?.question ?? 0);
  await omar.answers("The printer is slow");
  await pia.answers("Nobody orders gloves");
  await jonas.answers("Too many forms");
  await world.moveTo(first?.digest ?? 0);
  const finish = async (title: string) => {
    const { ideas } = await listOf(pia);
    const { number } = ideas.find((idea) => idea.title === title) ?? {};
    await pia.writes(`take #${number}`);
    await pia.writes(`done #${number} A new one came`);
  };
  await finish("The printer is slow");
  await world.moveTo(second?.question ?? 0);
  await omar.answers("The lamps flicker");
  await world.moveTo(second?.digest ?? 0);
  expect(world.inTeam("digest").at(-1)?.digest.finished).toMatchObject([{ title: "The printer is slow" }]);
  await finish("Too many forms");
  const { titles, ideas } = await listOf(jonas);
  expect(titles.slice(0, 2)).toEqual(["The printer is slow", "Too many forms"]);
  expect(titles.slice(2).sort()).toEqual(["Nobody orders gloves", "The lamps flicker"]);
  expect(ideas[0]).toMatchObject({ stage: "adopted", result: "A new one came", owner: { name: "Pia Holm" } });
  await world.moveTo(third?.question ?? 0);
  await omar.answers("The door sticks");
  await world.moveTo(third?.digest ?? 0);
  const later = await listOf(jonas);
  expect(later.titles).not.toContain("The printer is slow");
  expect(later.titles[0]).toBe("Too many forms");
});

test("All ideas leaves out what no digest has shown, and has pages where a page is full", async () => {
  const { world, sara, omar } = await aTeam();
  for (let at = 0; at < 25; at++) await omar.writes(`idea The lamp in room ${at} flickers`);
  await sara.posts();
  await world.settle();
  await omar.writes("idea Nobody has seen this one");
  const { titles, pages } = await listOf(omar);
  const more = expectSay(await omar.presses("Next", inChannel), "all-ideas").ideas.map(({ title }) => title);
  expect([titles.length, more.length, pages]).toEqual([20, 5, 2]);
  expect(new Set([...titles, ...more]).size).toBe(25);
  expect([...titles, ...more]).not.toContain("Nobody has seen this one");
});
