import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { fixturesIn } from "../cards/fixtures.ts";
import type { Card } from "../world/cards.ts";
import { type Form, formsOf } from "./bodies.ts";
import { aStep, openPlay, type Step, type Tally } from "./steps.ts";
import { cleanWeek, heal } from "./week.ts";
import { aFirstRound, type FuzzDoor, openFuzzDoor, startHostileWorld } from "./world.ts";

/*
 * Bodies that no client of Teams sends and requests that no browser makes, over the real door, and answers that no document promises, from a real Connector on a
 * loopback port. Each world plays `stepsInWorld` of them; then clean weeks must run in it, and every row must be readable. `npm run test:fuzz` plays 50,000 bodies.
 *
 *   FUZZ=50000 FUZZ_SEED=7 npx vitest run --project long tests/hostile/fuzz.test.ts
 *
 * fast-check prints the seed and the path of a failure: FUZZ_SEED and FUZZ_PATH repeat that world alone, and with FUZZ_SHORTEN=1 it looks for the fewest steps that
 * fail too, which takes a while.
 */

const bodies = Number(process.env.FUZZ ?? 450);
const seed = Number(process.env.FUZZ_SEED ?? 1);
const path = process.env.FUZZ_PATH;
const stepsInWorld = 230;
const isLong = bodies > 5_000;
/** Worlds after which the heap is as large as it gets. */
const warm = 10;

let door: FuzzDoor;
let journeys: readonly Form[];
const unseen: string[] = [];
/** The messages that Gnist has answered with, or the button where the log names no message: many, if mutated bodies come further than the door. */
const said = new Set<unknown>();
/** The places that requests have met, with the statuses of their answers. */
const heard = new Set<string>();
const note = (fault: unknown) => void unseen.push(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));

beforeAll(async () => {
  process.on("unhandledRejection", note).on("uncaughtException", note);
  door = await openFuzzDoor();
  const cards = (await fixturesIn("en")).flatMap(({ message }) => render(message, "en").card ?? []);
  journeys = cards.flatMap((card) => formsOf(card as unknown as Card));
}, 60_000);

afterAll(async () => {
  process.off("unhandledRejection", note).off("uncaughtException", note);
  await door.close();
});

/** Plays one world to its end. @throws Error that says what went wrong */
const play = async (steps: readonly Step[], tally: Tally): Promise<void> => {
  door.logged.length = 0;
  const world = await startHostileWorld(door, seed);
  const nothingIsWrong = (where: string) => {
    const errors = door.logged.filter(({ level }) => level === "error");
    if (errors.length > 0) throw new Error(`${where}: the log has ${JSON.stringify(errors.slice(0, 3))}`);
    if (door.wrong.length > 0) throw new Error(`${where}: lines of the log that its table has not: ${door.wrong.splice(0).join("; ")}`);
    if (unseen.length > 0) throw new Error(`${where}: nobody caught ${unseen.splice(0).join("; ")}`);
    for (const { event, facts } of door.logged) if (event === "answer-ended") said.add(facts.said ?? facts.what);
    door.logged.length = 0;
  };
  try {
    await aFirstRound(world);
    nothingIsWrong("before the first step");
    const played = openPlay(world, journeys, tally, heard);
    for (const step of steps) {
      await played.step(step);
      nothingIsWrong(`after ${JSON.stringify(step).slice(0, 1_000)}`);
    }
    expect(await world.unreadable()).toEqual([]);
    await heal(world);
    // The first week heals what time heals, such as a roster that was cut; the second must be as any other.
    await cleanWeek(world);
    expect(await cleanWeek(world)).toEqual([]);
    nothingIsWrong("in the clean weeks");
    expect([await world.unreadable(), await world.poisoned()]).toEqual([[], []]);
  } finally {
    await world.stop();
  }
};

/** Bytes of the heap that are still reached. */
const heap = (): number => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
};

const megabytes = (size: number) => `${(size / 2 ** 20).toFixed(1)} MB`;

test(
  "No body and no answer breaks the door, a row, or a team's week",
  async () => {
    const tally: Tally = { activity: 0, form: 0, page: 0, answer: 0, request: 0 };
    const sum = () => Object.values(tally).reduce((all, one) => all + one, 0);
    const began = performance.now();
    const tell = (what: string) => isLong && process.stdout.write(`${Math.round((performance.now() - began) / 1000)} s: ${what}\n`);
    let worlds = 0;
    let first = 0;
    const isWhole = () => sum() >= bodies;
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: stepsInWorld, maxLength: stepsInWorld, size: "max" }), async (steps) => {
        // With a path, fast-check plays that world first, and then others.
        if (path === undefined ? isWhole() : worlds > 0) return;
        await play(steps, tally);
        worlds += 1;
        if (isLong && worlds === warm) first = heap();
        const now = megabytes(process.memoryUsage().heapUsed);
        if (worlds % 10 === 0) tell(`${sum()} of ${bodies} bodies in ${worlds} worlds, seed ${seed}, ${JSON.stringify(tally)}, ${now}`);
      }),
      {
        seed,
        numRuns: Math.ceil(bodies / (stepsInWorld / 2)),
        ...(path === undefined ? {} : { path }),
        endOnFailure: process.env.FUZZ_SHORTEN === undefined,
      },
    );
    if (path !== undefined) return;
    for (const sort of Object.values(tally)) expect(sort).toBeGreaterThan(0);
    expect(said.size).toBeGreaterThan(30);
    for (const place of ["page", "file", "results"]) for (const status of [200, 404]) expect(heard).toContain(`${place} ${status}`);
    expect(heard).toContain("results 304");
    expect(sum()).toBeGreaterThanOrEqual(bodies);
    if (isLong) {
      const last = heap();
      tell(`heap after ${warm} worlds ${megabytes(first)}, after ${worlds} ${megabytes(last)}; ${said.size} kinds of messages`);
      expect(last).toBeLessThan(1.3 * first + 20 * 2 ** 20);
    }
  },
  isLong ? 4 * 3_600_000 : 60_000,
);
