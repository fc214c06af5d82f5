import { test as base, describe, type ExpectStatic } from "vitest";
import { openStorage } from "../../src/azure/open-storage.ts";
import type { Job } from "../../src/domain/job.ts";
import { type Change, type Commit, type Row, type Storage, StoreFault, Unstorable } from "../../src/ports.ts";
import { startAzurite } from "../azurite.ts";
import { halvesOf } from "../contracts/halves.ts";
import { type Fate, startProxy } from "./proxy.ts";

const welcome: Job = { job: "welcome-team", team: "t1" };
const minute = 60_000;

type World = {
  proxy: Awaited<ReturnType<typeof startProxy>>;
  storage: Storage;
  commit(...changes: Change[]): Promise<Commit>;
  row(key: string): Promise<Row | undefined>;
};

/** Each test has its own Azurite and proxy, so that tests that wait can wait concurrently. */
const test = base.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
  world: async ({}, use) => {
    const azurite = await startAzurite();
    const proxy = await startProxy(azurite.connectionString);
    const storage = await openStorage({ connectionString: proxy.connectionString });
    proxy.calls = 0;
    await use({
      proxy,
      storage,
      commit: (...changes) => storage.rows.commit("p", changes),
      row: (key) => storage.rows.get("p", key),
    });
    proxy.stop();
    await azurite.stop();
  },
});

async function timed<T>(call: Promise<T>): Promise<{ ms: number; ended: T | unknown }> {
  const start = performance.now();
  const ended = await call.catch((error: unknown) => error);
  return { ms: performance.now() - start, ended };
}

describe.concurrent("when the answer to a write is lost, the write is made a second time, and", () => {
  test.concurrent("an insert meets its own row: exists, to be told from another's by a nonce", async ({ world, expect }) => {
    const { proxy, commit, row } = world;
    proxy.next = ["lose"];
    expect(await commit({ do: "insert", key: "a", values: { nonce: "mine" } })).toBe("exists");
    expect((await row("a"))?.values).toEqual({ nonce: "mine" });
  });

  test.concurrent("a merge with a tag meets its own new tag: changed, although it was made", async ({ world, expect }) => {
    const { proxy, commit, row } = world;
    await commit({ do: "insert", key: "a", values: { n: 1 } });
    const change: Change = { do: "merge", key: "a", values: { n: 2 }, tag: (await row("a"))?.tag ?? "" };
    proxy.next = ["lose"];
    expect(await commit(change)).toBe("changed");
    expect((await row("a"))?.values).toEqual({ n: 2 });
  });

  test.concurrent("a delete meets nothing: missing, although it was its own doing", async ({ world, expect }) => {
    const { proxy, commit, row } = world;
    await commit({ do: "insert", key: "a", values: {} });
    proxy.next = ["lose"];
    expect(await commit({ do: "delete", key: "a" })).toBe("missing");
    expect(await row("a")).toBeUndefined();
  });

  test.concurrent("a transaction meets itself in its first change: exists, or missing where that is a delete", async ({
    world,
    expect,
  }) => {
    const { proxy, commit, row } = world;
    const inserts: Change[] = [
      { do: "insert", key: "a", values: {} },
      { do: "insert", key: "b", values: {} },
    ];
    proxy.next = ["lose"];
    expect(await commit(...inserts)).toBe("exists");
    expect(await row("b")).toBeDefined();
    proxy.next = ["lose"];
    expect(await commit({ do: "delete", key: "a" }, { do: "insert", key: "c", values: {} })).toBe("missing");
    expect(await row("c")).toBeDefined();
  });

  test.concurrent("a put, and a merge without a tag, are simply done", async ({ world, expect }) => {
    const { proxy, commit, row } = world;
    proxy.next = ["lose"];
    expect(await commit({ do: "put", key: "a", values: { n: 1 } })).toBe("done");
    proxy.next = ["lose"];
    expect(await commit({ do: "merge", key: "a", values: { n: 2 } })).toBe("done");
    expect((await row("a"))?.values).toEqual({ n: 2 });
  });

  test.concurrent("a job is there twice, its end is its end, and its postponement does not throw", async ({ world, expect }) => {
    const { proxy, storage } = world;
    proxy.next = ["lose"];
    await storage.jobs.put(welcome);
    const [first, second, ...others] = await storage.jobs.take("people", 32, minute);
    expect(others).toEqual([]);
    proxy.next = ["lose"];
    await first?.done();
    proxy.next = ["lose"];
    await second?.later(minute);
    expect(await storage.jobs.take("people", 32, minute)).toEqual([]);
  });

  test.concurrent("when both answers are lost it is a fault, and nobody knows", async ({ world, expect }) => {
    const { proxy, commit, row } = world;
    proxy.next = ["lose", "lose"];
    await expect(commit({ do: "insert", key: "a", values: {} })).rejects.toThrow(StoreFault);
    expect(proxy.calls).toBe(2);
    expect(await row("a")).toBeDefined();
  });
});

test.concurrent("a read whose answer is lost is asked again", async ({ world, expect }) => {
  const { proxy, storage, commit, row } = world;
  await commit({ do: "insert", key: "a", values: { n: 1 } });
  proxy.next = ["lose"];
  expect((await row("a"))?.values).toEqual({ n: 1 });
  proxy.next = ["lose"];
  expect(await storage.rows.list("p", { from: "a", to: "b" })).toHaveLength(1);
});

test.concurrent("jobs whose answer is lost are not asked for again, and come back when their hiding ends", async ({ world, expect }) => {
  const { proxy, storage } = world;
  await storage.jobs.put(welcome);
  proxy.calls = 0;
  proxy.next = ["lose"];
  await expect(storage.jobs.take("people", 32, 1_000)).rejects.toThrow(StoreFault);
  expect(proxy.calls).toBe(1);
  await expect.poll(() => storage.jobs.take("people", 32, minute), { timeout: 5_000 }).toMatchObject([{ job: welcome, tries: 2 }]);
});

test.concurrent("a connection that is dropped, or a store that is busy, once, is not noticed", async ({ world, expect }) => {
  const { proxy, commit, row } = world;
  for (const fate of ["reset", "busy"] as const) {
    proxy.next = [fate];
    expect(await commit({ do: "insert", key: fate, values: {} }), fate).toBe("done");
    proxy.next = [fate];
    expect(await row(fate), fate).toBeDefined();
  }
});

test.concurrent("a read on a silently dead connection is asked again in time", async ({ world, expect }) => {
  const { proxy, commit, row } = world;
  await commit({ do: "insert", key: "a", values: {} });
  proxy.next = ["silent"];
  const { ms, ended } = await timed(row("a"));
  expect(ended).toMatchObject({ key: "a" });
  expect(ms).toBeLessThan(2_500);
});

test.concurrent("a 400 that says nothing of what was given, and each that answers a read, is an outage, not a refusal for good", async ({
  world,
  expect,
}) => {
  const { proxy, storage, commit, row } = world;
  const writes: readonly (() => Promise<unknown>)[] = [
    () => commit({ do: "insert", key: "a", values: {} }),
    () => commit({ do: "insert", key: "a", values: {} }, { do: "put", key: "b", values: {} }),
    () => storage.jobs.put(welcome),
  ];
  const reads: readonly (() => Promise<unknown>)[] = [
    () => row("a"),
    () => storage.rows.list("p", { from: "a", to: "b" }),
    () => storage.everyRow(10),
    () => storage.jobs.take("people", 1, minute),
    () => storage.countJobs(),
  ];
  const ends = async (fate: Fate, calls: typeof reads) => {
    for (const call of calls) {
      proxy.next = [fate];
      const { ended } = await timed(call());
      expect(ended, `${fate}: ${call}`).toBeInstanceOf(StoreFault);
      expect((ended as StoreFault).message).toContain(": 4");
    }
  };
  for (const fate of ["no-token", "page"] as const) await ends(fate, [...writes, ...reads]);
  for (const fate of ["refuse", "too-large"] as const) await ends(fate, reads);
});

test.concurrent("what Azure refuses for good is Unstorable and asked once, not an outage", async ({ world, expect }) => {
  const { proxy, storage, commit } = world;
  for (const [fate, said] of [
    ["refuse", ": 400 "],
    ["too-large", ": 413 "],
  ] as const) {
    const calls: readonly (() => Promise<unknown>)[] = [
      () => commit({ do: "insert", key: "voice|secret", values: { words: "secret" } }),
      () => storage.jobs.put(welcome),
    ];
    for (const call of calls) {
      proxy.calls = 0;
      proxy.next = [fate];
      const { ended } = await timed(call());
      expect(ended).toBeInstanceOf(Unstorable);
      expect((ended as Unstorable).message).toMatch(new RegExp(`^(?!.*secret).*${said}`));
      expect(proxy.calls).toBe(1);
    }
  }
});

describe.concurrent("within 2.5 s everything is a StoreFault that keeps its cause", () => {
  const calls: readonly [string, (storage: Storage) => Promise<unknown>][] = [
    ["get", (storage) => storage.rows.get("p|secret", "a|secret")],
    ["list", (storage) => storage.rows.list("p", { from: "a", to: "b" })],
    [
      "commit of one change",
      (storage) => storage.rows.commit("p|secret", [{ do: "insert", key: "a|secret", values: { words: "a secret idea" } }]),
    ],
    [
      "commit of two changes",
      (storage) =>
        storage.rows.commit("p", [
          { do: "insert", key: "a", values: { words: "a secret idea" } },
          { do: "put", key: "b", values: {} },
        ]),
    ],
    ["put", (storage) => storage.jobs.put(welcome)],
    ["take", (storage) => storage.jobs.take("people", 1, minute)],
  ];

  async function expectFaults(storage: Storage, expect: ExpectStatic) {
    const check = halvesOf(storage);
    await Promise.all(
      calls.map(async ([name, call]) => {
        const { ms, ended } = await timed(call(storage));
        expect(ended, name).toBeInstanceOf(StoreFault);
        expect((ended as StoreFault).cause, name).toBeDefined();
        expect((ended as StoreFault).message, name).not.toContain("secret");
        expect(ms, name).toBeLessThan(2_500);
      }),
    );
    expect(await check).toEqual({ store: false, queue: false });
  }

  test.concurrent("when the store does not answer", async ({ world, expect }) => {
    const { proxy, storage } = world;
    proxy.otherwise = "silent";
    await expectFaults(storage, expect);
  });

  test.concurrent("when the store is busy and asks for half a minute", async ({ world, expect }) => {
    const { proxy, storage } = world;
    proxy.otherwise = "busy";
    await expectFaults(storage, expect);
    expect(proxy.calls).toBeLessThanOrEqual(2 * (calls.length + 2));
  });

  test.concurrent("when the store is down", async ({ world, expect }) => {
    const { proxy, storage } = world;
    proxy.stop();
    await expectFaults(storage, expect);
  });
});
