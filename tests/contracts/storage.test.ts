import { QueueClient } from "@azure/storage-queue";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openStorage } from "../../src/azure/open-storage.ts";
import type { Job } from "../../src/domain/job.ts";
import type { PlacedRow, Storage } from "../../src/ports.ts";
import { startAzurite } from "../azurite.ts";
import { openInFolder } from "../sqlite/folders.ts";
import { halvesOf } from "./halves.ts";

/* Ground on which the commands that copy a store stand. */

type Engine = { readonly storage: Storage; stop(): Promise<void> };

const engines: readonly [string, () => Promise<Engine>][] = [
  [
    "azure",
    async () => {
      const azurite = await startAzurite();
      return { storage: await openStorage(azurite), stop: azurite.stop };
    },
  ],
  ["sqlite", openInFolder],
];

const welcome: Job = { job: "welcome-team", team: "t1" };
const asking: Job = { job: "ask-members", team: "t1", round: "r1" };
const minute = 60_000;

const everyRow = async (storage: Storage, limit: number): Promise<readonly PlacedRow[]> => {
  const rows: PlacedRow[] = [];
  for (;;) {
    const page = await storage.everyRow(limit, rows.at(-1));
    if (page.length === 0) return rows;
    expect(page.length).toBeLessThanOrEqual(limit);
    rows.push(...page);
  }
};

describe.each(engines)("the whole store in %s", (_name, open) => {
  let engine: Engine;
  let storage: Storage;
  beforeAll(async () => {
    engine = await open();
    ({ storage } = engine);
  });
  afterAll(async () => {
    await storage.close();
    await engine.stop();
  });

  test("an empty store has no rows and no jobs, and works", async () => {
    expect(await everyRow(storage, 10)).toEqual([]);
    expect(await storage.everyJob()).toEqual({ jobs: [], unseen: 0 });
    expect([await halvesOf(storage), storage.warnings()]).toEqual([{ store: true, queue: true }, []]);
  });

  test("every row comes once, by partition and then key, in pages of any size", async () => {
    const partitions = ["team|it's", "team|ab", "team|a", "team", "z", "å", "😀"];
    const keys = ["b", "a|2", "a|1", "a'", "€", "😀"];
    const all: PlacedRow[] = partitions.flatMap((partition) =>
      keys.map((key) => ({ partition, key, values: { at: `${partition} ${key}`, n: 0.5, yes: true, ms: 1_795_000_000_123 } })),
    );
    for (const { partition, key, values } of all) await storage.rows.commit(partition, [{ do: "insert", key, values }]);
    const by = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
    const sorted = all.sort((a, b) => by(a.partition, b.partition) || by(a.key, b.key));
    expect(await everyRow(storage, 5)).toEqual(sorted);
    expect(await everyRow(storage, 1)).toEqual(sorted);
    expect(await everyRow(storage, 1_000)).toEqual(sorted);
  });

  test("every job that can be seen comes with its queue, also what was set aside", async () => {
    const told = Array.from({ length: 40 }, (_, n): Job => ({ ...welcome, team: `t${n}` }));
    await storage.putJobs(told.map((job) => ({ queue: "people", job, hiddenMs: 0 })));
    await storage.putJobs([
      { queue: "rounds", job: asking, hiddenMs: 0 },
      { queue: "poison", job: { job: "make-coffee" }, reason: "not a job: ø", tries: 5 },
    ]);
    expect(await storage.jobs.poisoned()).toEqual([{ job: { job: "make-coffee" }, reason: "not a job: ø", tries: 5 }]);
    const { jobs, unseen } = await storage.everyJob();
    const team = (job: unknown) => (job as { team: string }).team;
    expect(unseen).toBe(0);
    const ofPeople = jobs.filter(({ queue }) => queue === "people");
    expect(ofPeople.map(({ job }) => team(job)).sort()).toEqual(told.map(team).sort());
    expect(jobs.filter(({ queue }) => queue === "rounds")).toEqual([{ queue: "rounds", job: asking, hiddenMs: 0 }]);
    expect(jobs.filter(({ queue }) => queue === "poison")).toEqual([
      { queue: "poison", job: { job: "make-coffee" }, reason: "not a job: ø", tries: 5 },
    ]);
  });
});

describe.each(engines)("the jobs of a store in %s", (_name, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(async () => {
    await engine.storage.close();
    await engine.stop();
  });

  test("are counted by their queues, and all deleted, hidden ones and those set aside too", async () => {
    const { storage } = engine;
    expect(await storage.countJobs()).toEqual({ people: 0, rounds: 0, poison: 0 });
    await storage.jobs.put(welcome);
    await storage.jobs.put(welcome, minute);
    await storage.jobs.put(asking, minute);
    await storage.putJobs([
      { queue: "poison", job: { job: "make-coffee" }, reason: "not a job: ø", tries: 5 },
      { queue: "poison", job: undefined, reason: "nobody knows", tries: 0 },
    ]);
    expect(await storage.countJobs()).toEqual({ people: 2, rounds: 1, poison: 2 });
    await storage.dropJobs();
    expect(await storage.countJobs()).toEqual({ people: 0, rounds: 0, poison: 0 });
    expect(await storage.everyJob()).toEqual({ jobs: [], unseen: 0 });
  });
});

test("a message of another program, as large as Azure takes it, is copied with its beginning, which each store takes", async () => {
  const [azurite, file] = [await startAzurite(), await openInFolder()];
  const azure = await openStorage(azurite);
  await new QueueClient(azurite.connectionString, "gnist-jobs").sendMessage("x".repeat(64_000));
  const { jobs } = await azure.everyJob();
  expect(jobs).toEqual([{ queue: "people", job: "x".repeat(8_000), hiddenMs: 0 }]);
  for (const storage of [azure, file.storage]) {
    await storage.dropJobs();
    await storage.putJobs(jobs);
    expect((await storage.everyJob()).jobs).toEqual(jobs);
  }
  await azurite.stop();
  await file.stop();
});

describe("a hidden job", () => {
  test("in Azure is waited for, where the caller waits, and what was read before is not there twice", async () => {
    const azurite = await startAzurite();
    const storage = await openStorage(azurite);
    await storage.jobs.put(welcome, 1_000);
    await storage.jobs.put(welcome);
    await storage.jobs.put(asking);
    const unseen: number[] = [];
    // The message read before is hidden now, so the queue shows only the delayed one, once its time has come.
    const queue = new QueueClient(azurite.connectionString, "gnist-jobs");
    const { jobs } = await storage.everyJob(async (hidden) => {
      unseen.push(hidden);
      await vi.waitUntil(async () => (await queue.peekMessages()).peekedMessageItems.length > 0, { timeout: 5_000 });
    });
    expect(jobs.map(({ queue }) => queue).sort()).toEqual(["people", "people", "rounds"]);
    expect(unseen).toEqual([1]);
    await azurite.stop();
  });

  test("in Azure is counted, because it cannot be read", async () => {
    const azurite = await startAzurite();
    const storage = await openStorage(azurite);
    await storage.jobs.put(welcome, minute);
    await storage.jobs.put(asking);
    expect(await storage.everyJob()).toEqual({ jobs: [{ queue: "rounds", job: asking, hiddenMs: 0 }], unseen: 1 });
    await azurite.stop();
  });

  test("in the file is read with what is left of its time, and hidden for that long where it is put", async () => {
    const [from, to] = [await openInFolder(), await openInFolder()];
    await from.storage.jobs.put(welcome, minute);
    await from.storage.jobs.put(asking, 1_000);
    const { jobs, left } = await vi.waitFor(
      async () => {
        const { jobs, unseen } = await from.storage.everyJob();
        expect(unseen).toBe(0);
        const left = jobs.map((one) => ("hiddenMs" in one ? one.hiddenMs : 0)).sort((a, b) => a - b);
        expect(left[0]).toBeLessThan(1_000);
        return { jobs, left };
      },
      { interval: 1 },
    );
    expect(left[1]).toBeLessThan(minute);
    expect(left[1]).toBeGreaterThan(minute - 1_000);
    await to.storage.putJobs(jobs);
    expect(await to.storage.jobs.take("people", 32, minute)).toEqual([]);
    await expect.poll(() => to.storage.jobs.take("rounds", 32, minute), { timeout: 3_000, interval: 50 }).toMatchObject([{ job: asking }]);
    for (const { stop } of [from, to]) await stop();
  });
});
