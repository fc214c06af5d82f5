import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { openStorage } from "../../src/azure/open-storage.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import type { Log } from "../../src/ports.ts";
import { keepAlive, readAlive } from "../../src/store/alive.ts";
import { type Marker, putMarker } from "../../src/store/moving.ts";
import { startAzurite } from "../azurite.ts";
import { startInstance } from "../week/gnist-process.ts";

const at = Date.parse("2026-11-26T12:00:00Z");
const left: Marker = { state: "left", way: "to-file", move: "m", other: "the folder", at };
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

test("a Gnist says in an Azure account that it runs, as long as it does, and nothing is left when it ends or was refused", async () => {
  const { connectionString, stop } = await startAzurite();
  const { rows, everyRow } = await openStorage({ connectionString });
  // In a process of its own: restify changes the requests to all servers of its process, Azurite's too.
  const start = () => startInstance({ AZURE_STORAGE_CONNECTION_STRING: connectionString });
  const running = await start();
  onTestFinished(running.kill);
  expect((await readAlive(rows)).instances).toBe(1);
  await putMarker(rows, left);
  await expect(start()).rejects.toThrow("The store was moved to the folder");
  expect((await readAlive(rows)).instances).toBe(1);
  await putMarker(rows, undefined);
  expect(await running.stop()).toBe(0);
  expect((await everyRow(10)).map(({ partition }) => partition)).toEqual(["release"]);
  await stop();
}, 60_000);

describe("an instance", () => {
  beforeEach(() => void vi.useFakeTimers({ now: at }));
  afterEach(() => void vi.useRealTimers());

  test("that says nothing for 90 s seems to be dead, and after an hour the next one that starts deletes its row", async () => {
    const rows = memoryRows();
    await keepAlive({ rows, log }, "sleeps", () => undefined);
    vi.clearAllTimers();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await readAlive(rows)).toEqual({ instances: 1, forMs: 30_000, silent: new Map() });
    await vi.advanceTimersByTimeAsync(30_000);
    const tag = (await rows.get("alive", "instance|sleeps"))?.tag;
    expect(await readAlive(rows)).toEqual({ instances: 0, forMs: 0, silent: new Map([["instance|sleeps", tag]]) });
    const endFirst = await keepAlive({ rows, log }, "runs", () => undefined);
    await endFirst();
    expect(await rows.get("alive", "instance|sleeps")).toBeDefined();
    await vi.advanceTimersByTimeAsync(3_600_000 - 90_000);
    const end = await keepAlive({ rows, log }, "runs", () => undefined);
    await vi.advanceTimersByTimeAsync(600_000);
    expect((await rows.list("alive", { from: "", to: "~" })).map(({ key }) => key)).toEqual(["instance|runs"]);
    expect(await readAlive(rows)).toMatchObject({ instances: 1 });
    await end();
    expect(await rows.list("alive", { from: "", to: "~" })).toEqual([]);
  });

  test("that wakes on a store which was moved meanwhile is told so once, with what to do", async () => {
    const rows = memoryRows();
    const told: string[] = [];
    const end = await keepAlive({ rows, log }, "wakes", (_why, say) => told.push(say));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(told).toEqual([]);
    await putMarker(rows, left);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(told).toEqual([expect.stringMatching(/^The store was moved to the folder at .*To resolve/)]);
    await end();
  });
});
