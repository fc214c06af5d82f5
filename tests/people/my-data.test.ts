import { expect, test } from "vitest";
import type { DataLine } from "../../src/domain/message/people.ts";
import { aMonth, people } from "../store/month.ts";
import { minute } from "../world/moments.ts";
import { chatIdOf } from "../world/places.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

const dataOf = async (world: World, name: string): Promise<readonly DataLine[]> => {
  const before = world.posted.length;
  expectSay(await world.person(name).writes("my data"), "my-data-soon");
  await world.moveTo(world.now() + minute);
  const sent = world.posted.slice(before).filter(({ to, message }) => to === chatIdOf(`29:${name}`) && message.say === "my-data");
  return sent.flatMap(({ message }) => expectSay(message, "my-data").lines);
};

test("everybody reads all that they have written in a month, in their own chat, and nothing of anybody else", async () => {
  const { world } = await aMonth();
  const [sara, omar, pia, , nina] = people as unknown as readonly [string, string, string, string, string];
  const written: readonly (readonly [string, readonly string[]])[] = [
    [sara, ["names a colleague", "The contract is not ours", "Which door?"]],
    [omar, ["cleaned on Sundays", "One printer"]],
    [pia, ["The label printer jams", "The door is heavy", "The one to the yard"]],
    [nina, ["away until May"]],
  ];
  for (const [name, own] of written) {
    const lines = await dataOf(world, name);
    const text = JSON.stringify(lines);
    expect(own.filter((words) => !text.includes(words))).toEqual([]);
    const others = written.flatMap(([other, words]) => (other === name ? [] : [other, ...words]));
    // Titles of ideas are public, and so is a result that the team has been told.
    const secret = others.filter((words) => !["The label printer jams", "The door is heavy", "cleaned on Sundays"].includes(words));
    expect(secret.filter((words) => text.includes(words))).toEqual([]);
    expect(lines.some(({ group, facts }) => group === "you" && facts?.name === name)).toBe(true);
  }
  expect(new Set((await dataOf(world, pia)).map(({ group }) => group))).toEqual(
    new Set(["you", "ideas", "questions", "voices", "answered", "asked", "sent", "notes"]),
  );
});

test("a team whose settings name somebody is named once", async () => {
  const { world } = await aMonth();
  const roles = (await dataOf(world, people[0] ?? "")).filter(({ group, at }) => group === "roles" && at === undefined);
  expect(roles).toMatchObject([{ team: expect.any(String), texts: [] }]);
});

test("it comes to the chat of somebody who has written in a channel alone, so that Gnist has to open that chat", async () => {
  const { world, omar } = await aTeam();
  expectSay(await omar.writes("my data", { in: "channel" }), "my-data-soon");
  await world.moveTo(world.now() + minute);
  expect(omar.got("my-data").flatMap(({ lines }) => lines.map(({ facts }) => facts?.name))).toContain("Omar Haddad");
});
