import { beforeEach, expect, test } from "vitest";
import { expectSay, personId, startWorld, teamId } from "./world.ts";

const thursday = "2026-11-26T12:00:00Z";
const nextThursday = "2026-12-03T12:00:00Z";
const week = "2026-W48";

let world: Awaited<ReturnType<typeof startWorld>>;
let south: string;

// Sara and Omar are in both teams, Pia and Jonas in the north alone, Nina in the south alone.
beforeEach(async () => {
  world = await startWorld();
  await world.added("Sara Lind");
  south = await world.addsTeam("South clinic", ["Sara Lind", "Omar Haddad", "Nina Ny"]);
});

const prompts = (name: string) => world.got(name, "idea-form").filter(({ why }) => why === "prompt");

const send = (name: string, forTeam: string, friction = "The printer is slow") => {
  const form = prompts(name).at(-1);
  return world.presses(name, { verb: "submit-idea", team: form?.team.id, secret: form?.secret, round: form?.round, friction, forTeam });
};

/** How many rows of a round there are that count as asked, and as answered. */
const counts = async (team: string) => {
  const rows = await world.ports.rows.list(`team|${team}`, { from: `asked|${week}|`, to: `asked|${week}}` });
  const counted = rows.filter(({ values }) => values.answer !== "elsewhere");
  return [counted.length, counted.filter(({ values }) => values.answer === "idea").length];
};

test("somebody in two teams is asked once a week, and may choose the team on the card", async () => {
  await world.moveTo(thursday);
  expect(["Sara Lind", "Omar Haddad", "Pia Holm", "Nina Ny"].map((name) => prompts(name).length)).toEqual([1, 1, 1, 1]);
  expect(
    prompts("Omar Haddad")[0]
      ?.teams?.map(({ name }) => name)
      .sort(),
  ).toEqual(["North clinic", "South clinic"]);
  expect(prompts("Pia Holm")[0]?.teams).toBeUndefined();
  await world.moveTo(nextThursday);
  expect(prompts("Omar Haddad")).toHaveLength(2);
});

test("they count as asked in the chosen team only, and are reminded by neither", async () => {
  await world.moveTo(thursday);
  const own = prompts("Omar Haddad")[0]?.team.id ?? "";
  const other = own === teamId ? south : teamId;
  const before = { own: await counts(own), other: await counts(other) };
  expect(expectSay(await send("Omar Haddad", other), "receipt").team.id).toBe(other);
  expect(await counts(own)).toEqual([(before.own[0] ?? 0) - 1, before.own[1]]);
  expect(await counts(other)).toEqual([(before.other[0] ?? 0) + 1, (before.other[1] ?? 0) + 1]);
  await world.moveTo("2026-11-30T09:00:00Z");
  expect(world.got("Omar Haddad", "idea-form").filter(({ why }) => why === "reminder")).toHaveLength(0);
});

test("a team that asks later in the same week neither asks them again nor leaves them out where they chose it", async () => {
  await world.moveTo("2026-11-24T12:00:00Z");
  await world.writes("Sara Lind", "prompt now", "channel");
  expect(prompts("Omar Haddad")).toHaveLength(1);
  expect(prompts("Nina Ny")).toHaveLength(0);
  expectSay(await send("Omar Haddad", south), "receipt");
  await world.moveTo(thursday);
  expect(prompts("Omar Haddad")).toHaveLength(1);
  expect(prompts("Nina Ny")).toHaveLength(1);
  const rows = await world.ports.rows.list(`team|${south}`, { from: `asked|${week}|`, to: `asked|${week}}` });
  expect(rows.find(({ key }) => key.endsWith(personId("Omar Haddad")))?.values).toMatchObject({ answer: "idea" });
});

test("the same card sent for one team and then for the other is stored once", async () => {
  await world.moveTo(thursday);
  const first = expectSay(await send("Omar Haddad", south), "receipt");
  const second = expectSay(await send("Omar Haddad", teamId, "Nobody orders gloves"), "receipt");
  expect(second).toMatchObject({ idea: first.idea, team: { id: south }, offered: { friction: "Nobody orders gloves" } });
  expect(expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas).toHaveLength(1);
});

test("who joins a second team later is asked once a week from then on", async () => {
  await world.moveTo(thursday);
  const west = await world.addsTeam("West clinic", ["Pia Holm", "Nina Ny"]);
  expect(west).not.toBe(south);
  await world.moveTo(nextThursday);
  await world.moveTo("2026-12-10T12:00:00Z");
  expect(["Pia Holm", "Nina Ny"].map((name) => prompts(name).length)).toEqual([3, 3]);
});
