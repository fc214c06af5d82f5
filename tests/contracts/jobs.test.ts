import { QueueClient } from "@azure/storage-queue";
import { afterAll, beforeAll, describe, type ExpectStatic, test } from "vitest";
import { azureJobs } from "../../src/azure/azure-jobs.ts";
import type { Job } from "../../src/domain/job.ts";
import { memoryJobs } from "../../src/memory/memory-jobs.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import { type Jobs, Unstorable } from "../../src/ports.ts";
import { startAzurite } from "../azurite.ts";
import { openInFolder } from "../sqlite/folders.ts";

/** A fresh queue; `left` counts its jobs. */
type Queue = { jobs: Jobs; left(): Promise<number> };
type Engine = { queue(): Promise<Queue>; stop(): Promise<void> };

const engines: readonly [string, () => Promise<Engine>][] = [
  [
    "memory",
    async () => ({
      async queue() {
        const jobs = memoryJobs({ now: Date.now });
        return { jobs, left: async () => jobs.left().length };
      },
      stop: async () => {},
    }),
  ],
  [
    "azure",
    async () => {
      const azurite = await startAzurite();
      let queues = 0;
      return {
        async queue() {
          queues += 1;
          const open = (name: string) => new QueueClient(azurite.connectionString, name, { retryOptions: { maxTries: 1 } });
          const [queue, rounds, poison] = [open(`jobs-${queues}`), open(`rounds-${queues}`), open(`jobs-${queues}-poison`)];
          await Promise.all([queue.create(), rounds.create(), poison.create()]);
          return {
            jobs: azureJobs({ people: queue, rounds }, poison, memoryRows()),
            left: async () => (await queue.getProperties()).approximateMessagesCount ?? 0,
          };
        },
        stop: azurite.stop,
      };
    },
  ],
  [
    "sqlite",
    async () => {
      const stops: (() => Promise<void>)[] = [];
      return {
        async queue() {
          const { storage, stop } = await openInFolder();
          stops.push(stop);
          const inLane = async () => (await storage.everyJob()).jobs.filter(({ queue }) => queue === "people");
          return { jobs: storage.jobs, left: async () => (await inLane()).length };
        },
        stop: async () => {
          for (const stop of stops) await stop();
        },
      };
    },
  ],
];

const welcome: Job = { job: "welcome-team", team: "t1" };
const asking = { job: "send-test", team: "t1", person: "Åse 🫐", once: "1" } as const satisfies Job;
const minute = 60_000;

// Azurite's clock cannot be moved, so these tests wait concurrently for the shortest real hiding time (1 s).
describe.concurrent.each(engines)("jobs in %s", (name, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.stop());

  /** Takes as soon as there is something to take. */
  async function takeWhenVisible(expect: ExpectStatic, { jobs }: Queue, hiddenMs = minute) {
    let taken = await jobs.take("people", 32, hiddenMs);
    const seen = async () => {
      if (taken.length === 0) taken = await jobs.take("people", 32, hiddenMs);
      return taken.length;
    };
    await expect.poll(seen, { timeout: 5_000, interval: 50 }).toBeGreaterThan(0);
    return taken;
  }

  test("a job is taken as it was put, and hidden from the others", async ({ expect }) => {
    const { jobs } = await engine.queue();
    await jobs.put(asking);
    expect(await jobs.take("people", 1, minute)).toMatchObject([{ job: asking, tries: 1 }]);
    expect(await jobs.take("people", 1, minute)).toEqual([]);
  });

  test("at most as many are taken as were asked for", async ({ expect }) => {
    const { jobs } = await engine.queue();
    for (let n = 0; n < 5; n += 1) await jobs.put(welcome);
    expect(await jobs.take("people", 3, minute)).toHaveLength(3);
    expect(await jobs.take("people", 32, minute)).toHaveLength(2);
  });

  test("a job put for later is hidden until it is due", async ({ expect }) => {
    const queue = await engine.queue();
    const put = Date.now();
    await queue.jobs.put(welcome, 1_000);
    expect(await queue.jobs.take("people", 1, minute)).toEqual([]);
    await takeWhenVisible(expect, queue);
    // Azurite's timestamps have whole milliseconds, and its second starts when it reads the request.
    expect(Date.now() - put).toBeGreaterThanOrEqual(990);
  });

  test("a job that is done does not come back", async ({ expect }) => {
    const { jobs, left } = await engine.queue();
    await jobs.put(welcome);
    for (const taken of await jobs.take("people", 1, minute)) await taken.done();
    expect(await left()).toBe(0);
  });

  test("a job that is not done comes back, and its tries are counted", async ({ expect }) => {
    const queue = await engine.queue();
    await queue.jobs.put(welcome);
    expect(await queue.jobs.take("people", 1, 1_000)).toMatchObject([{ tries: 1 }]);
    expect(await takeWhenVisible(expect, queue)).toMatchObject([{ job: welcome, tries: 2 }]);
  });

  test("a job put back for later is seen again then, unchanged, and not before", async ({ expect }) => {
    const queue = await engine.queue();
    await queue.jobs.put(asking);
    for (const taken of await queue.jobs.take("people", 1, minute)) await taken.later(1_000);
    expect(await queue.jobs.take("people", 1, minute)).toEqual([]);
    expect(await takeWhenVisible(expect, queue)).toMatchObject([{ job: asking, tries: 2 }]);
  });

  test("a job put back for now is seen at once", async ({ expect }) => {
    const { jobs } = await engine.queue();
    await jobs.put(welcome);
    for (const taken of await jobs.take("people", 1, minute)) await taken.later(0);
    expect(await jobs.take("people", 1, minute)).toMatchObject([{ tries: 2 }]);
  });

  test("whoever takes long may hide the job again and again, and is still the one to finish it", async ({ expect }) => {
    const { jobs, left } = await engine.queue();
    await jobs.put(welcome);
    for (const taken of await jobs.take("people", 1, 1_000)) {
      await taken.later(minute);
      await taken.later(2 * minute);
      await taken.done();
    }
    expect(await left()).toBe(0);
  });

  test("whoever was too slow can no longer touch a job that another has taken", async ({ expect }) => {
    const queue = await engine.queue();
    await queue.jobs.put(welcome);
    const slow = await queue.jobs.take("people", 1, 1_000);
    const quick = await takeWhenVisible(expect, queue);
    for (const taken of slow) {
      await taken.later(0);
      await taken.done();
    }
    expect(await queue.left()).toBe(1);
    expect(await queue.jobs.take("people", 1, minute)).toEqual([]);
    for (const taken of quick) await taken.done();
    expect(await queue.left()).toBe(0);
    for (const taken of slow) {
      await taken.later(0);
      await taken.done();
    }
  });

  test("a poisoned job is kept with the reason, and does not come back", async ({ expect }) => {
    const { jobs, left } = await engine.queue();
    await jobs.put(asking);
    for (const taken of await jobs.take("people", 1, minute)) await taken.poison("it failed 5 times: ø");
    expect(await left()).toBe(0);
    expect(await jobs.poisoned()).toEqual([{ reason: "it failed 5 times: ø", tries: 1, job: asking }]);
  });

  test("a job that was set aside is forgotten with the person whom it names, and a queued one where the queue can be read", async ({
    expect,
  }) => {
    const { jobs } = await engine.queue();
    await jobs.put(asking);
    for (const taken of await jobs.take("people", 1, minute)) await taken.poison("it failed");
    await jobs.put(asking);
    await jobs.put({ job: "post-digest", team: "t1", by: asking.person });
    await jobs.forget([asking.person]);
    expect(await jobs.poisoned()).toEqual([]);
    const left = (await jobs.take("people", 32, minute)).map(({ job }) => job);
    if (name === "azure") expect(left).toHaveLength(2);
    else expect(left).toEqual([{ job: "post-digest", team: "t1" }]);
  });

  test("what is no job goes to poison with the reason, and the good ones beside it are taken", async ({ expect }) => {
    const { jobs, left } = await engine.queue();
    await jobs.put({ job: "make-coffee" } as unknown as Job);
    await jobs.put(welcome);
    await jobs.put({ job: "send-test", team: "t1" } as unknown as Job);
    expect(await jobs.take("people", 32, minute)).toMatchObject([{ job: welcome }]);
    expect(await left()).toBe(1);
    const reason = expect.stringContaining("not a job: ");
    expect(await jobs.poisoned()).toMatchObject([{ reason }, { reason }]);
  });

  test("of ten workers at once each job reaches one", async ({ expect }) => {
    const { jobs } = await engine.queue();
    const put = Array.from({ length: 60 }, (_, n) => `t${n}`);
    await Promise.all(put.map((team) => jobs.put({ job: "welcome-team", team })));
    const taken = await Promise.all(Array.from({ length: 10 }, () => jobs.take("people", 32, minute)));
    expect(
      taken
        .flat()
        .map(({ job }) => "team" in job && job.team)
        .sort(),
    ).toEqual([...put].sort());
  });

  test("each lane has its own jobs: what somebody waits for is never behind a round", async ({ expect }) => {
    const { jobs } = await engine.queue();
    const asking: Job = { job: "ask-members", team: "t1", round: "r1" };
    await jobs.put(asking);
    await jobs.put(welcome);
    expect(await jobs.take("people", 32, minute)).toMatchObject([{ job: welcome }]);
    expect(await jobs.take("rounds", 32, minute)).toMatchObject([{ job: asking }]);
  });

  test("a job of 48 KiB is taken as it was put, and set aside with a long reason; a larger one is refused for good", async ({ expect }) => {
    const { jobs, left } = await engine.queue();
    const jobOf = (bytes: number): Job => ({
      ...asking,
      once: "x".repeat(bytes - Buffer.byteLength(JSON.stringify({ ...asking, once: "" }))),
    });
    await expect(jobs.put(jobOf(48 * 1024 + 1))).rejects.toThrow(Unstorable);
    await jobs.put(jobOf(48 * 1024));
    const taken = await jobs.take("people", 1, minute);
    expect(taken).toMatchObject([{ job: jobOf(48 * 1024) }]);
    for (const one of taken) await one.poison("ø".repeat(9_000));
    expect(await left()).toBe(0);
    expect(await jobs.poisoned()).toMatchObject([{ reason: expect.stringContaining("øøø"), tries: 1 }]);
  });

  test("the line ends of Unicode are words like others", async ({ expect }) => {
    const { jobs } = await engine.queue();
    const job: Job = { ...asking, once: "one\u2028two\u2029three\u0085four" };
    await jobs.put(job);
    expect(await jobs.take("people", 1, minute)).toMatchObject([{ job }]);
  });

  test("more than 32 jobs, more than 7 days, or a time before now is a fault of the program", async ({ expect }) => {
    const { jobs, left } = await engine.queue();
    const week = 7 * 24 * 60 * minute;
    await expect(jobs.take("people", 33, minute)).rejects.toThrow(Unstorable);
    await expect(jobs.take("people", 33, minute)).rejects.toThrow("1 to 32");
    await expect(jobs.take("people", 0, minute)).rejects.toThrow("1 to 32");
    await expect(jobs.put(welcome, week + 1)).rejects.toThrow("7 days");
    await expect(jobs.put(welcome, -1)).rejects.toThrow("7 days");
    await jobs.put(welcome, week);
    expect(await left()).toBe(1);
  });
});
