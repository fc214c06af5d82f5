import { expect, test, vi } from "vitest";
import { callsABeat, costsPage, costTable, countedWeek } from "../../scripts/costs.ts";
import { tableOn } from "../../scripts/register.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import type { Rows } from "../../src/ports.ts";
import { beatMs, keepAlive } from "../../src/store/alive.ts";
import { minute, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import { startWorld } from "../world/world.ts";
import { read } from "./templates.ts";

/* The costs of a month in Azure, which `npm run costs` writes into the guide. */

test("a week of a team of 50 makes as many calls and jobs as the guide's costs count", async () => {
  const names = Array.from({ length: countedWeek.members }, (_, at) => `Person ${at}`);
  const world = await startWorld(names);
  await world.added("Person 0");
  await world.moveTo(thisRound.question);
  const answering = names.slice(0, 30);
  const sayIn = (week: number, at: number) => `Week ${week}: thing ${at} of ${names.length} gets in the way`;
  for (const [at, name] of answering.entries()) await world.person(name).answers(sayIn(1, at));
  await world.moveTo(nextRound.question - minute);
  world.calls.length = 0;
  await world.moveTo(nextRound.question);
  for (const [at, name] of answering.entries()) await world.person(name).answers(sayIn(2, at));
  await world.moveTo(nextRound.digest);
  // The digest shows the newest first, whose author has no button.
  for (const name of answering.slice(0, -1))
    await world.person(name).presses("Me too", { in: "channel", on: sayIn(2, answering.length - 1) });
  await world.moveTo(roundAfter(2).question - minute);
  const jobs = world.calls.filter(({ name }) => name === "put").length;
  const looks = world.calls.filter(({ name, partition }) => name === "list" && partition.startsWith("due|")).length;
  expect({ members: names.length, tableCalls: world.calls.length - jobs - looks, jobs }).toEqual(countedWeek);
});

test("a heartbeat makes as many calls as the costs count", async () => {
  let calls = 0;
  const counted = new Proxy(memoryRows(), {
    get: (rows, name: keyof Rows) => {
      calls += 1;
      return rows[name];
    },
  });
  vi.useFakeTimers();
  try {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const end = await keepAlive({ rows: counted, log }, "idle", () => undefined);
    await vi.advanceTimersByTimeAsync(beatMs / 2);
    calls = 0;
    await vi.advanceTimersByTimeAsync(10 * beatMs);
    expect(calls).toBe(10 * callsABeat);
    await end();
  } finally {
    vi.useRealTimers();
  }
});

test("the guide's table of costs is the one that npm run costs writes", () => {
  const table = costTable();
  expect(tableOn(read(costsPage), table)).toBe(table);
});
