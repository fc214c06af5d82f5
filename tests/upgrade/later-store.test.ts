import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openStorage } from "../../src/azure/open-storage.ts";
import { release, storeForm } from "../../src/domain/release.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import { loadDriver } from "../../src/sqlite/driver.ts";
import { fileName } from "../../src/sqlite/folder.ts";
import { keepAlive } from "../../src/store/alive.ts";
import { startAzurite } from "../azurite.ts";
import { hasty, move, openWorld } from "../moving/stores.ts";
import { startInstance } from "../week/gnist-process.ts";
import { marks, laterSays as sentence, useLater } from "./later.ts";

/*
 * A store that a later release of Gnist has used: this Gnist refuses it on both engines with a sentence that says how to go on, and changes nothing in it.
 */

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

test("a Gnist marks an empty Azure account with its form, and starts on none that a later release has marked, which stays as it was", async () => {
  const { connectionString, stop } = await startAzurite();
  const { rows, everyRow } = await openStorage({ connectionString });
  // In processes of their own: restify changes the requests to all servers of its process, Azurite's too.
  const start = () => startInstance({ AZURE_STORAGE_CONNECTION_STRING: connectionString });
  expect(await (await start()).stop()).toBe(0);
  expect(await everyRow(10)).toEqual(marks);
  await useLater({ rows });
  const before = await everyRow(10);
  await expect(start()).rejects.toThrow(sentence);
  expect(await everyRow(10)).toEqual(before);
  await stop();
}, 60_000);

test("an instance on an Azure account stops within half a minute when a later release begins to use the account", async () => {
  const rows = memoryRows();
  const told: string[][] = [];
  vi.useFakeTimers();
  try {
    const end = await keepAlive({ rows, log }, "older", (why, say) => void told.push([why, say]));
    await useLater({ rows });
    await vi.advanceTimersByTimeAsync(90_000);
    expect(told).toEqual([["store-later", expect.stringMatching(sentence)]]);
    await end();
  } finally {
    vi.useRealTimers();
  }
});

test.each(["to-azure", "to-file"] as const)("nothing of a later release is moved %s, and neither store is changed", async (way) => {
  const world = await openWorld();
  const from = await (way === "to-azure" ? world.file() : world.azure());
  await useLater(from.storage);
  await from.storage.close();
  await expect(move(world, way, undefined, hasty)).rejects.toThrow(sentence);
  // Past Gnist's own way to open a file, which refuses it.
  const file = loadDriver().open(join(world.folder, fileName), { readOnly: true });
  expect(file.prepare("select count(*) as count from rows").get()).toEqual({ count: way === "to-azure" ? 2 : 0 });
  file.close();
  expect((await (await world.azure()).storage.everyRow(10)).length).toBe(way === "to-azure" ? 0 : 2);
  await world.stop();
});

test("a job that only the later release knows stays in the queue, until that release takes it", async () => {
  const world = await openWorld();
  for (const side of [await world.file(), await world.azure()]) {
    const { storage } = side;
    const job = { job: "ask-the-moon", team: "t" };
    const { jobs } = storage;
    const take = () => jobs.take("people", 1, 1_000);
    await storage.putJobs([{ queue: "people", job, hiddenMs: 0 }]);
    await useLater(storage);
    expect(await take()).toEqual([]);
    expect(await storage.countJobs(), side.where).toMatchObject({ people: 1, poison: 0 });
    await storage.close();
  }
  await world.stop();
});

test("a store on which a Gnist has only started is empty for a move, and gets the mark of the store that is moved to it", async () => {
  const world = await openWorld();
  const mark = { v: 1, form: storeForm, by: release };
  const file = await world.file();
  await file.storage.rows.commit("release", [{ do: "put", key: "release", values: { ...mark, by: "0.0.9" } }]);
  await file.storage.rows.commit("clock", [{ do: "put", key: "ahead", values: { v: 1, ms: 5 } }]);
  await file.storage.close();
  const azure = await world.azure();
  await azure.storage.rows.commit("release", [{ do: "put", key: "release", values: mark }]);
  await move(world, "to-azure");
  expect((await azure.storage.rows.get("release", "release"))?.values).toEqual({ ...mark, by: "0.0.9" });
  await world.stop();
});
