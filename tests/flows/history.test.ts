import { describe, expect, test } from "vitest";
import { endedId, fillYears } from "../store/years.ts";
import { rowsOnPage } from "../world/gate.ts";
import { nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

/*
 * A press costs as much in year five as in the first week. The tests count its rows, pages and calls with and without years of history behind
 * the team.
 */

type Team = Awaited<ReturnType<typeof aTeam>>;

/** A team whose first digest is posted and whose second draft is out, with `ended` ended ideas in its history. */
const startTeam = async (ended: number): Promise<Team> => {
  const team = await aTeam();
  const { world, sara, omar, pia, jonas } = team;
  await fillYears(world.ports.rows, teamId, { ended, people: [sara, omar, pia, jonas].map(({ id }) => id), until: world.now() });
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await pia.answers("Nobody knows who orders gloves");
  for (const idea of ["The door sticks", "Too many forms"]) await pia.writes(`idea ${idea}`);
  await world.moveTo(thisRound.digest);
  await world.moveTo(nextRound.question);
  await jonas.answers("The lamps flicker");
  await world.moveTo(nextRound.draft);
  return team;
};

type Cost = { readonly calls: number; readonly rows: number; readonly pages: number };

const costOf = async (world: World, act: () => Promise<unknown>): Promise<Cost> => {
  await world.settle();
  world.calls.length = 0;
  await act();
  await world.settle();
  const read = world.calls.filter(({ name }) => name === "get" || name === "list");
  return {
    // The clock's own looks at what is due come as often as time is moved.
    calls: world.calls.filter(({ partition, name }) => !partition.startsWith("due|") && name !== "take").length,
    rows: read.reduce((sum, { rows }) => sum + rows, 0),
    pages: read.reduce((sum, { rows }) => sum + Math.max(1, Math.ceil(rows / rowsOnPage)), 0),
  };
};

const inChannel = { in: "channel" } as const;
const onPrinter = { in: "channel", on: "The printer is slow" } as const;
const writing = (text: string, who: (team: Team) => Person) => async (team: Team) => () => who(team).write(text);

/** Acts of people with all their consequences: each function prepares an act, and returns it. */
const acts: Readonly<Record<string, (team: Team) => Promise<() => Promise<unknown>>>> = {
  "Me too":
    async ({ jonas }) =>
    () =>
      jonas.press("Me too", onPrinter),
  "Me too again":
    async ({ omar }) =>
    () =>
      omar.press("Me too", onPrinter),
  "Take or ask":
    async ({ jonas }) =>
    () =>
      jonas.press("Take or ask", onPrinter),
  "I'll take it": async ({ jonas }) => {
    await jonas.presses("Take or ask", onPrinter);
    return () => jonas.press("I'll take it", inChannel);
  },
  "All ideas":
    async ({ jonas }) =>
    () =>
      jonas.press("All ideas", inChannel),
  "the digest again": async ({ jonas }) => {
    await jonas.presses("All ideas", inChannel);
    return () => jonas.press("Back", inChannel);
  },
  Edit: async ({ omar }) => {
    await omar.presses("Edit");
    return () => omar.press("Save", { [line]: "Slower" });
  },
  Withdraw:
    async ({ omar }) =>
    () =>
      omar.press("Withdraw"),
  "a draft's title": async ({ sara }) => {
    await sara.presses("Change", { on: "The lamps flicker" });
    return () => sara.press("Save", { Title: "Lamps" });
  },
  "the draft": async ({ sara }) => {
    await sara.presses("Change", { on: "The lamps flicker" });
    return () => sara.press("Back");
  },
  settings: writing("settings", ({ sara }) => sara),
  "my ideas": writing("my ideas", ({ omar }) => omar),
  "my actions": writing("my actions", ({ omar }) => omar),
  digest: writing("digest", ({ omar }) => omar),
  "#1": writing("#1", ({ jonas }) => jonas),
  "withdraw #1": writing("withdraw #1", ({ pia }) => pia),
  "take #1": writing("take #1", ({ jonas }) => jonas),
  status: writing("status", ({ sara }) => sara),
  "the next digest":
    async ({ world }) =>
    () =>
      world.moveTo(nextRound.digest),
  "the next question":
    async ({ world }) =>
    async () => {
      await world.moveTo(nextRound.digest);
      await world.moveTo(roundAfter(2).question);
    },
};

/** Rows of a person's own list, of which one page is read however long it is; in spare time, the ideas on it once more (note-sent.ts). */
const mayGrow: Readonly<Record<string, Cost>> = { "my ideas": { calls: 120, rows: 90, pages: 120 } };

describe("costs as much with 1,200 ended ideas behind the team as with none", () => {
  test.each(Object.entries(acts))("%s", async (name, act) => {
    const [first, later] = await Promise.all([startTeam(0), startTeam(1_200)]);
    const [before, after] = [await costOf(first.world, await act(first)), await costOf(later.world, await act(later))];
    const most = mayGrow[name] ?? before;
    expect(after.calls).toBeLessThanOrEqual(most.calls);
    expect(after.rows).toBeLessThanOrEqual(most.rows);
    expect(after.pages).toBeLessThanOrEqual(most.pages);
    expect(before.calls).toBeGreaterThan(0);
  });
});

test("a press reads its idea, the post it was pressed on with its ideas and their people, the team and the person, and no list", async () => {
  const { world, jonas } = await startTeam(0);
  world.calls.length = 0;
  await jonas.press("Me too", onPrinter);
  const lists = world.calls.filter(({ name, partition }) => name === "list" && partition === `team|${teamId}`);
  expect(lists).toEqual([]);
});

test("my ideas come in pages, to the oldest and back", async () => {
  const { omar } = await startTeam(200);
  const pages: string[][] = [];
  let page = expectSay(await omar.write("my ideas"), "my-ideas");
  for (;;) {
    pages.push(page.ideas.map(({ idea }) => idea.id));
    if (page.older === undefined) break;
    page = expectSay(await omar.press("Next"), "my-ideas");
    expect(page.later).toBe(true);
  }
  expect(Math.max(...pages.map((ids) => ids.length))).toBe(10);
  const own = Array.from({ length: 200 }, (_, at) => endedId(199 - at)).filter((_, at) => (199 - at) % 4 === 1);
  expect(pages.flat().slice(1)).toEqual(own);
});
