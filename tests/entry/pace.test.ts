import { describe, expect, test } from "vitest";
import { openPace } from "../../src/entry/pace.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import type { Delivery, Rows } from "../../src/ports.ts";
import { tenantPartition } from "../../src/store/tenants.ts";
import { openTime, seeded } from "../faults/time.ts";

/*
 * The pace of calls with several instances, in virtual time: forty callers each, a store that takes a while, and Teams that answers after 50 ms.
 */

const startAt = Date.parse("2026-11-26T12:00:00Z");
const tenant = "tenant";
const second = 1_000;

type Answer = (at: number) => Delivery;
const sent: Delivery = { outcome: "sent", messageId: "" };

const startWorld = (storeMs: number | ((at: number) => number), answer: Answer = () => sent) => {
  const time = openTime(startAt);
  const random = seeded(1);
  const rows = memoryRows();
  const wait = (ms: number) => new Promise<void>((go) => void time.after(ms, "", go));
  const slow = async <T>(act: () => Promise<T>): Promise<T> => {
    const ms = (typeof storeMs === "number" ? storeMs : storeMs(time.now())) / 2;
    await wait(ms);
    const value = await act();
    await wait(ms);
    return value;
  };
  const far: Rows = {
    get: (...given) => slow(() => rows.get(...given)),
    list: (...given) => slow(() => rows.list(...given)),
    commit: (...given) => slow(() => rows.commit(...given)),
  };
  const logged: string[] = [];
  const note = (event: string) => void logged.push(event);
  const ports = {
    rows: far,
    chance: { id: () => "", fraction: random.fraction },
    log: { info: note, warn: note, error: note },
  };
  const calls: number[] = [];
  const probes: number[] = [];
  const instance = (clock = { aheadMs: 0 }): AbortController => {
    const stop = new AbortController();
    const now = () => time.now() + clock.aheadMs;
    const pace = openPace({ ...ports, clock: { now, wait } }, 50, stop.signal);
    const call = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const slot = await pace.slot(tenant, 1, false);
        if (!("ready" in slot)) {
          await wait(Math.max(10, slot.afterMs));
          continue;
        }
        await slot.near(150);
        // Its intent.
        await far.get("", "");
        if (!(await slot.ready())) {
          await slot.end();
          continue;
        }
        calls.push(time.now());
        if (slot.probe) probes.push(time.now());
        const delivery = answer(time.now());
        await wait(50);
        await slot.end(delivery);
      }
    };
    for (let callers = 0; callers < 40; callers++) void call();
    return stop;
  };
  return {
    rows,
    calls,
    probes,
    logged,
    instance,
    run: (ms: number) => time.run(time.now() + ms),
    perSecond: (fromMs: number, toMs: number) =>
      calls.filter((at) => at >= startAt + fromMs && at < startAt + toMs).length / ((toMs - fromMs) / second),
    most: (windowMs: number) => Math.max(...calls.map((from, at) => calls.slice(at).filter((one) => one < from + windowMs).length)),
  };
};

describe("three instances together", () => {
  test.each([
    [5, 0.96],
    [50, 0.96],
    [150, 0.8],
    [500, 0.2],
  ])("keep the limit with a store that takes %i ms a call, and use at least %f of it", async (storeMs, share) => {
    const world = startWorld(storeMs);
    for (let count = 0; count < 3; count++) world.instance();
    await world.run(40 * second);
    expect(world.perSecond(10 * second, 40 * second)).toBeGreaterThanOrEqual(share * 50);
    expect(world.most(second)).toBeLessThanOrEqual(50);
  });

  test.each([
    [100, 0.96],
    [200, 0.95],
    [400, 0.88],
    [1_000, 0.74],
  ])("keep the limit with a store that stands still for %i ms of every four seconds, and use at least %f of it", async (stillMs, share) => {
    const world = startWorld((at) => Math.max(5, stillMs - ((at - startAt) % (4 * second))));
    for (let count = 0; count < 3; count++) world.instance();
    await world.run(60 * second);
    expect(world.most(second)).toBeLessThanOrEqual(50);
    expect(world.perSecond(10 * second, 60 * second)).toBeGreaterThanOrEqual(share * 50);
  });

  test("stop for as long as Teams says, and are back at 90 % ten seconds after", async () => {
    const world = startWorld(5, (at) =>
      at - startAt > 10 * second && at - startAt < 70 * second
        ? { outcome: "later", cause: "throttled", told: true, afterMs: startAt + 70 * second - at, detail: "429" }
        : sent,
    );
    for (let count = 0; count < 3; count++) world.instance();
    await world.run(100 * second);
    expect(world.perSecond(11 * second, 70 * second)).toBe(0);
    expect(world.perSecond(79 * second, 81 * second)).toBeGreaterThanOrEqual(0.9 * 50);
  });

  test("meet an outage with few calls, ask one at a time, and go on when it is over", async () => {
    const isOut = (at: number) => at - startAt > 10 * second && at - startAt < 130 * second;
    const world = startWorld(5, (at) => (isOut(at) ? { outcome: "doubtful", detail: "502" } : sent));
    for (let count = 0; count < 3; count++) world.instance();
    await world.run(220 * second);
    const during = world.calls.filter(isOut).length;
    const asked = world.probes.filter(isOut).length;
    expect([during - asked <= 40, asked >= 2, asked <= 10]).toEqual([true, true, true]);
    expect(world.perSecond(205 * second, 220 * second)).toBeGreaterThanOrEqual(0.9 * 50);
  });
});

test("a row that cannot be read costs nobody their place: it is said in the log, and written anew", async () => {
  const world = startWorld(5);
  await world.rows.commit(tenantPartition(tenant), [{ do: "insert", key: "pace", values: { why: "something-new", nextAt: "soon" } }]);
  world.instance();
  await world.run(10 * second);
  expect(world.perSecond(2 * second, 10 * second)).toBeGreaterThanOrEqual(0.9 * 50);
  expect(world.logged).toContain("pace-unreadable");
});

describe("a clock that is wrong", () => {
  test("holds nobody else up: an instance days behind goes on at once after one that is ahead", async () => {
    const world = startWorld(5);
    const ahead = world.instance({ aheadMs: 2 * 24 * 3600 * second });
    await world.run(5 * second);
    ahead.abort();
    world.instance();
    await world.run(10 * second);
    expect(world.perSecond(6 * second, 15 * second)).toBeGreaterThanOrEqual(0.9 * 50);
  });

  test("and is set back by an hour holds its own instance up for a few seconds at most", async () => {
    const world = startWorld(5);
    const clock = { aheadMs: 0 };
    world.instance(clock);
    await world.run(5 * second);
    clock.aheadMs = -3600 * second;
    await world.run(30 * second);
    expect(world.perSecond(20 * second, 35 * second)).toBeGreaterThanOrEqual(0.9 * 50);
  });
});
