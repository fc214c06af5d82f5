import { afterEach, beforeEach, expect, test } from "vitest";
import { openStorage } from "../../src/azure/open-storage.ts";
import { doctorPlace } from "../../src/domain/doctor-place.ts";
import type { Clock, Rows } from "../../src/ports.ts";
import { keepAlive } from "../../src/store/alive.ts";
import { rowKinds } from "../../src/store/kinds.ts";
import { putMarker, readMarker } from "../../src/store/moving.ts";
import { encode } from "../../src/store/record.ts";
import { startProxy } from "../azure/proxy.ts";
import { seeded } from "../world/chance.ts";
import { awkwardRows, hasty, jobsOf, Killed, killAt, move, openWorld, putRows, rowsOf, someJobs, using, type World } from "./stores.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.stop());

const fill = (which: "file" | "azure", count: number) =>
  using(world, which, async (storage) => {
    await putRows(storage, awkwardRows(seeded(count), count).slice(0, count));
    return rowsOf(storage);
  });

test("everything goes to Azure and comes back to a file as it was: awkward rows, jobs of each queue, hidden ones and those set aside", async () => {
  const [rows, jobs] = [awkwardRows(seeded(1), 2_000), someJobs(40)];
  await using(world, "file", async (file) => {
    await putRows(file, rows);
    await file.putJobs(jobs);
  });
  const before = await using(world, "file", rowsOf);
  expect(before).toHaveLength(rows.length);
  const there = await move(world, "to-azure");
  expect(await using(world, "azure", rowsOf)).toEqual(before);
  expect(await using(world, "azure", (azure) => azure.countJobs())).toEqual({ people: 42, rounds: 1, poison: 2 });

  const another = await openWorld();
  const elsewhere: World = { ...world, folder: another.folder, file: another.file };
  const back = await move(elsewhere, "to-file");
  expect(await using(elsewhere, "file", rowsOf)).toEqual(before);
  expect(jobsOf((await using(elsewhere, "file", (file) => file.everyJob())).jobs)).toEqual(jobsOf(jobs));
  await another.stop();

  const [hash, hashBack] = [there, back].map(
    (lines) => /Done\. .* holds everything: 2,001 rows \(SHA-256 (\w{64})\) and 45 jobs\./.exec(lines.join("\n"))?.[1],
  );
  expect(hash).toBeDefined();
  expect(hashBack).toBe(hash);
  expect(there).not.toContainEqual(expect.stringMatching(/^Waiting/));
  expect(there).toContainEqual(expect.stringMatching(/^Copied 2,001 of 2,001 rows \(100 %\), \d+\.\d s$/));
  expect(there).toContainEqual(expect.stringMatching(/^ {2}\d+ rows of the kind idea$/));
}, 30_000);

test("moved back, a store holds what the other one holds, and nothing that was withdrawn there", async () => {
  const all = await fill("file", 300);
  // A doctor that was killed has left its row in both, which makes no store one in use.
  const { partition, key } = doctorPlace;
  for (const which of ["file", "azure"] as const)
    await using(world, which, (storage) => putRows(storage, [{ partition, key, values: { which } }]));
  expect(await move(world, "to-azure")).toContainEqual(expect.stringContaining("holds everything: 300 rows"));
  expect(await using(world, "azure", (azure) => azure.rows.get(partition, key))).toMatchObject({ values: { which: "azure" } });
  await using(world, "azure", async (azure) => {
    for (const { partition, key } of all.slice(0, 100)) await azure.rows.commit(partition, [{ do: "delete", key }]);
    for (const { partition, key } of all.slice(100, 110))
      await azure.rows.commit(partition, [{ do: "put", key, values: { words: "new" } }]);
    await putRows(azure, [{ partition: "zz", key: "new", values: {} }]);
  });
  const there = await using(world, "azure", rowsOf);
  await move(world, "to-file");
  expect(await using(world, "file", rowsOf)).toEqual(there);
  expect(there).toHaveLength(201);
  expect(await move(world, "to-file")).toEqual([
    expect.stringMatching(/^The Azure account gnist has been moved to the folder .*Nothing is left to do\.$/),
  ]);
});

test("a difference is found, whatever has written it, and named by the kind of its row and no more", async () => {
  await using(world, "file", (file) =>
    putRows(file, [{ partition: "team|secret-team", key: "idea|secret-idea", values: { v: 1, at: 1 } }]),
  );
  const plant = (partition: string, key: string) =>
    move(world, "to-azure", ({ file }) => {
      const { storage } = file;
      // Rows are copied, and not yet compared.
      const everyJob: typeof storage.everyJob = async (whileHidden) => {
        await using(world, "azure", (azure) => azure.rows.commit(partition, [{ do: "put", key, values: { v: 1, at: 2 } }]));
        return storage.everyJob(whileHidden);
      };
      file.storage = { ...storage, everyJob };
    });
  await expect(plant("team|secret-team", "idea|secret-idea")).rejects.toThrow(
    /^(?!.*secret)The copy is not the same\. The first row that differs is of the kind "idea", and has other values in each.*1 row with SHA-256.*run the command again/,
  );
  await expect(plant("person|secret-person", "profile")).rejects.toThrow(
    /^(?!.*secret).*kind "profile", and is in the Azure account gnist alone.*2 rows with/,
  );
  expect(await using(world, "file", ({ rows }) => readMarker(rows))).toMatchObject({ state: "leaving" });
  expect(await using(world, "azure", ({ rows }) => readMarker(rows))).toMatchObject({ state: "filling" });
  await move(world, "to-azure");
  expect(await using(world, "azure", rowsOf)).toEqual(await using(world, "file", rowsOf));
});

test("a target that holds rows or jobs of its own is refused and left as it is", async () => {
  await fill("file", 20);
  const own = await fill("azure", 10);
  await expect(move(world, "to-azure")).rejects.toThrow(/^The Azure account gnist is not empty.*To resolve, name an empty store/);
  expect(await using(world, "azure", rowsOf)).toEqual(own);
  for (const which of ["file", "azure"] as const) expect(await using(world, which, ({ rows }) => readMarker(rows))).toBeUndefined();

  await using(world, "azure", async (azure) => {
    for (const { partition, key } of own) await azure.rows.commit(partition, [{ do: "delete", key }]);
    await azure.jobs.put({ job: "welcome-team", team: "t1" }, 60_000);
  });
  await expect(move(world, "to-azure")).rejects.toThrow("is not empty");
});

test("an Azure account on which a Gnist runs is refused in both directions, also when that Gnist starts at the last moment", async () => {
  const all = await fill("file", 20);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const start = (name: string) => using(world, "azure", ({ rows }) => keepAlive({ rows, log }, name, () => undefined));
  const ends = [await start("one"), await start("two")];
  await expect(move(world, "to-azure")).rejects.toThrow(
    /^The Azure account gnist is in use: 2 Gnists run on it\. To resolve, stop every Gnist.*After a crash, wait for (90|89) s/,
  );
  await ends[0]?.();
  await expect(move(world, "to-file")).rejects.toThrow("is in use: one Gnist runs on it.");
  await ends[1]?.();

  let late: () => Promise<void> = async () => undefined;
  const startingLate = move(world, "to-azure", ({ azure }) => {
    const { storage } = azure;
    const countJobs = async () => {
      late = await start("late");
      return storage.countJobs();
    };
    azure.storage = { ...storage, countJobs };
  });
  await expect(startingLate).rejects.toThrow("is in use: one Gnist runs on it.");
  for (const which of ["file", "azure"] as const) expect(await using(world, which, ({ rows }) => readMarker(rows))).toBeUndefined();
  await late();
  await move(world, "to-azure");
  expect(await using(world, "azure", rowsOf)).toEqual(all);
});

test("a Gnist whose clock is two minutes behind is noticed by the word it says, and one that says none holds the move up for 35 s", async () => {
  const all = await fill("file", 20);
  const sayWord = () =>
    using(world, "azure", ({ rows }) =>
      rows.commit("alive", [{ do: "put", key: "instance|behind", values: encode(rowKinds.alive, { at: Date.now() - 120_000 }) }]),
    );
  const waits: number[] = [];
  const whileWaiting = (work: () => Promise<unknown>): Clock => ({
    now: hasty.now,
    async wait(ms) {
      waits.push(ms);
      await work();
    },
  });
  const inUse = "The Azure account gnist is in use: one Gnist runs on it. To resolve, stop every Gnist that uses it, and try again.";
  await sayWord();
  await expect(move(world, "to-azure", undefined, whileWaiting(sayWord))).rejects.toThrow(inUse);
  expect(waits).toEqual([35_000]);
  // At the last moment: it saw no marker yet.
  const late = move(
    world,
    "to-azure",
    ({ azure }) => {
      const { storage } = azure;
      const commit: Rows["commit"] = async (partition, changes) => {
        if (partition === "moving" && changes[0]?.do === "put") await sayWord();
        return storage.rows.commit(partition, changes);
      };
      azure.storage = { ...storage, rows: { ...storage.rows, commit } };
    },
    whileWaiting(async () => undefined),
  );
  await expect(late).rejects.toThrow(inUse);
  for (const which of ["file", "azure"] as const) expect(await using(world, which, ({ rows }) => readMarker(rows))).toBeUndefined();
  const lines = await move(
    world,
    "to-azure",
    undefined,
    whileWaiting(async () => undefined),
  );
  expect(lines[0]).toMatch(/^Waiting 35 s to see whether /);
  expect(waits).toEqual([35_000, 35_000, 35_000]);
  expect(await using(world, "azure", rowsOf)).toEqual(all);
});

test("a store that is moved or half a copy of another is not taken for one of this move", async () => {
  await fill("file", 20);
  await expect(move(world, "to-file")).rejects.toThrow(/^The Azure account gnist holds nothing that could be moved\. To resolve/);
  await expect(move(world, "to-azure", ({ file, azure }) => killAt([file, azure], 30, true))).rejects.toThrow(Killed);
  const another = await openWorld();
  const elsewhere: World = { ...world, folder: another.folder, file: another.file };
  await using(elsewhere, "file", (file) => putRows(file, awkwardRows(seeded(9), 5)));
  const half = /^The Azure account gnist is half a copy of the folder .*To resolve, name the folder .* as the other store/;
  await expect(move(elsewhere, "to-azure")).rejects.toThrow(half);
  await expect(move(elsewhere, "to-file")).rejects.toThrow(half);
  const otherAccount = async () => ({ ...(await another.azure()), where: "the Azure account other" });
  await expect(move({ ...world, azure: otherAccount }, "to-azure")).rejects.toThrow(
    /^The folder .* is being moved to the Azure account gnist since .*name the Azure account gnist as the other store, and finish that move or give it up/,
  );
  await move(world, "to-azure");
  await using(world, "azure", async ({ rows }) => {
    await putMarker(rows, { state: "leaving", way: "to-file", move: "another", other: "the folder of somebody else", at: 0 });
  });
  await expect(move(elsewhere, "to-azure")).rejects.toThrow(
    /^The Azure account gnist is being moved to the folder of somebody else itself/,
  );
  await expect(move(elsewhere, "to-file")).rejects.toThrow(/^The Azure account gnist is being moved to the folder of somebody else since/);
  await expect(move(world, "to-azure")).rejects.toThrow(
    /^The folder .* was moved to the Azure account gnist at .*name the store that Gnist uses now/,
  );
  await another.stop();
});

test("an account that throttles, drops connections and loses answers slows the move down, and is exact in the end", async () => {
  const all = await fill("file", 400);
  const proxy = await startProxy(world.connectionString);
  const shaky: World = {
    ...world,
    azure: async () => ({ storage: await openStorage({ connectionString: proxy.connectionString }), where: "the Azure account gnist" }),
  };
  const random = seeded(3);
  const fates = () => Array.from({ length: 400 }, () => (random.happens(0.15) ? random.pick(["lose", "reset", "busy"] as const) : "pass"));
  await shaky.azure();
  proxy.next = fates();
  const lines = await move(shaky, "to-azure");
  expect(await using(world, "azure", rowsOf)).toEqual(all);
  expect(lines).toContainEqual(expect.stringMatching(/^Azure storage: .*Trying again in \d+ s, more slowly\.$/));
  await using(world, "azure", async (azure) => {
    for (const { partition, key } of all.slice(0, 200)) await azure.rows.commit(partition, [{ do: "delete", key }]);
  });
  proxy.next = fates();
  await move(shaky, "to-file");
  expect(await using(world, "file", rowsOf)).toEqual(all.slice(200));
  await using(world, "file", async (file) => {
    for (const { partition, key } of all.slice(200, 350)) await file.rows.commit(partition, [{ do: "delete", key }]);
  });
  proxy.next = fates();
  await move(shaky, "to-azure");
  expect(await using(world, "azure", rowsOf)).toEqual(all.slice(350));
  proxy.stop();
});
