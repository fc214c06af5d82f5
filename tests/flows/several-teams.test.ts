import { beforeEach, describe, expect, test } from "vitest";
import { expectSay, personId, startWorld, teamId, teamsTeamId } from "./world.ts";

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

describe("a team that has claimed somebody's week and does not ask them", () => {
  /** The team that has Omar's question, or is to have it; Sara is in both as well. */
  const claiming = async () => {
    const row = await world.ports.rows.get(`person|${personId("Omar Haddad")}`, `week|${week}`);
    return String(row?.values.team);
  };
  const remove = async (team: string) => {
    const id = team === teamId ? teamsTeamId : "19:South clinic@thread.tacv2";
    const place = { ...world.inChannel, team, teamsTeamId: id, channelId: id };
    await world.receive({ happened: "removed-from-team", place });
  };
  const held = { outcome: "later", afterMs: 6 * 3_600_000, cause: "throttled", detail: "429" } as const;

  test("because it was removed meanwhile has no claim: the other team that starts later asks them", async () => {
    await world.put({ job: "start-round", team: south, at: Date.parse(thursday), by: personId("Sara Lind") });
    world.trouble.set("a:Omar Haddad", held);
    await world.moveTo("2026-11-24T12:00:00Z");
    expect(await claiming()).toBe(south);
    await remove(south);
    world.trouble.clear();
    await world.moveTo(thursday);
    await world.moveTo("2026-11-26T20:00:00Z");
    expect(prompts("Omar Haddad").map(({ team }) => team.id)).toEqual([teamId]);
  });

  test("though both began at once is followed by the other after four hours, and never asks them as well", async () => {
    world.trouble.set("a:Omar Haddad", held);
    await world.moveTo(thursday);
    const first = await claiming();
    await remove(first);
    world.trouble.clear();
    await world.moveTo("2026-11-26T16:05:00Z");
    await world.moveTo("2026-11-27T12:00:00Z");
    expect(prompts("Omar Haddad").map(({ team }) => team.id)).toEqual([first === teamId ? south : teamId]);
    expect([prompts("Sara Lind").length, prompts("Nina Ny").length + prompts("Pia Holm").length]).toEqual([1, 2]);
  });

  test("and then would is kept from it", async () => {
    world.trouble.set("a:Omar Haddad", held);
    await world.moveTo(thursday);
    const first = await claiming();
    await world.moveTo("2026-11-26T16:05:00Z");
    world.trouble.clear();
    await world.moveTo("2026-11-27T12:00:00Z");
    expect(prompts("Omar Haddad")).toHaveLength(1);
    expect(prompts("Omar Haddad")[0]?.team.id).not.toBe(first);
  });
});
