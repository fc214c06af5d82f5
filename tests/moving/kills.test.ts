import { expect, test } from "vitest";
import type { PlacedRow } from "../../src/ports.ts";
import { backOf, type Direction, readMarker } from "../../src/store/moving.ts";
import { type Random, seeded } from "../world/chance.ts";
import { awkwardRows, Killed, killAt, move, openWorld, putRows, rowsOf, someJobs, using, type World } from "./stores.ts";

/*
 * Moves that are killed again and again, each time at another call of one of the stores, and started again: the result is exact, and at no moment may a
 * Gnist start on a store that does not hold everything.
 */

/** @returns whether it came to its end */
const moveAndDie = async (world: World, way: Direction, random: Random, longest: number): Promise<boolean> => {
  const [at, isMade] = [random.between(1, longest), random.happens(0.5)];
  try {
    await move(world, way, ({ file, azure }) => killAt([file, azure], at, isMade));
    return true;
  } catch (fault) {
    if (!(fault instanceof Killed)) throw fault;
    return false;
  }
};

/** Expects that a store on which a Gnist may start is empty or holds everything, and that it may not start on both. */
const expectSafe = async (world: World, all: readonly PlacedRow[]): Promise<void> => {
  const open: string[] = [];
  for (const which of ["file", "azure"] as const) {
    await using(world, which, async (storage) => {
      if (await readMarker(storage.rows)) return;
      const rows = await rowsOf(storage);
      if (rows.length === 0) return;
      expect(rows).toEqual(all);
      open.push(which);
    });
  }
  expect(open.length).toBeLessThan(2);
};

const untilMoved = async (world: World, way: Direction, random: Random, all: readonly PlacedRow[]): Promise<number> => {
  for (let kills = 0; ; kills += 1) {
    if (await moveAndDie(world, way, random, 60 + 30 * kills)) return kills;
    await expectSafe(world, all);
  }
};

const markers = async (world: World) => ({
  file: (await using(world, "file", ({ rows }) => readMarker(rows)))?.state,
  azure: (await using(world, "azure", ({ rows }) => readMarker(rows)))?.state,
});

test.each([1, 2, 3, 4])(
  "a move that is killed again and again ends exactly, and so does the way back (seed %i)",
  async (seed) => {
    const random = seeded(seed);
    const world = await openWorld();
    const rows = awkwardRows(random, 150);
    await using(world, "file", async (file) => {
      await putRows(file, rows);
      await file.putJobs(someJobs(8));
    });
    const all = await using(world, "file", rowsOf);
    expect(await untilMoved(world, "to-azure", random, all)).toBeGreaterThan(0);
    expect(await using(world, "azure", rowsOf)).toEqual(all);
    expect(await using(world, "azure", (azure) => azure.countJobs())).toEqual({ people: 10, rounds: 1, poison: 2 });
    expect(await markers(world)).toEqual({ file: "left", azure: undefined });

    const changed = await using(world, "azure", async (azure) => {
      // Azure shows the jobs that were read only after a minute.
      await azure.dropJobs();
      for (const { partition, key } of all.filter(() => random.happens(0.2))) await azure.rows.commit(partition, [{ do: "delete", key }]);
      await putRows(azure, [...all.slice(-20).map((row) => ({ ...row, values: { new: seed } })), ...awkwardRows(random, 10)]);
      return rowsOf(azure);
    });
    await untilMoved(world, "to-file", random, changed);
    expect(await using(world, "file", rowsOf)).toEqual(changed);
    expect(await using(world, "file", (file) => file.countJobs())).toEqual({ people: 0, rounds: 0, poison: 0 });
    expect(await markers(world)).toEqual({ file: undefined, azure: "left" });
    await world.stop();
  },
  60_000,
);

test.each([
  ["to-azure", 5],
  ["to-azure", 6],
  ["to-file", 7],
  ["to-file", 8],
] as const)(
  "a move %s that was killed is given up by the other direction, killed or not: the half copy is gone, the source as it was (seed %i)",
  async (way, seed) => {
    const random = seeded(seed);
    const world = await openWorld();
    const [source, target] = way === "to-azure" ? (["file", "azure"] as const) : (["azure", "file"] as const);
    const rows = awkwardRows(random, 150).slice(0, 150);
    await using(world, source, (storage) => putRows(storage, rows));
    const all = await using(world, source, rowsOf);
    while (await using(world, target, async (storage) => (await rowsOf(storage)).length === 0)) {
      expect(await moveAndDie(world, way, random, 60)).toBe(false);
      await expectSafe(world, all);
    }
    await untilMoved(world, backOf(way), random, all);
    expect(await using(world, target, rowsOf)).toEqual([]);
    expect(await using(world, source, rowsOf)).toEqual(all);
    expect(await markers(world)).toEqual({ file: undefined, azure: undefined });
    await move(world, way);
    expect(await using(world, target, rowsOf)).toEqual(all);
    await world.stop();
  },
);
