import { describe, expect, test } from "vitest";
import type { TenantPace } from "../../src/domain/pace.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import { freshPace } from "../../src/pace/rate.ts";
import { openPace } from "../../src/pace/slots.ts";
import type { Delivery, Rows } from "../../src/ports.ts";
import { putPace, readPace } from "../../src/store/pace.ts";
import { tenantPartition } from "../../src/store/tenant.ts";
import { openTime } from "../faults/time.ts";
import { seeded } from "../world/chance.ts";

/*
 * The rate limiter with several instances, in virtual time: forty callers each, a slow store, and a Teams that answers after 50 ms.
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
    forget: (...given) => slow(() => rows.forget(...given)),
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
  /** @param timersMs lag of the instance's timers */
  const instance = (clock = { aheadMs: 0 }, { timersMs = 0, callers = 40 } = {}): AbortController => {
    const stop = new AbortController();
    const now = () => time.now() + clock.aheadMs;
    const pace = openPace({ ...ports, clock: { now, wait: (ms) => wait(ms + timersMs) } }, 50, stop.signal);
    const call = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const slot = await pace.slot(tenant, 1, false);
        if (!("ready" in slot)) {
          await wait(Math.max(10, slot.afterMs));
          continue;
        }
        await slot.near(150);
        // Its intent.
        await far.get("intent", "intent");
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
    for (let caller = 0; caller < callers; caller++) void call();
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
    [5, 0.98],
    [50, 0.98],
    [150, 0.88],
    [500, 0.26],
  ])("keep the limit with a store that takes %i ms a call, and use at least %f of it", async (storeMs, share) => {
    const world = startWorld(storeMs);
    for (let count = 0; count < 3; count++) world.instance();
    await world.run(40 * second);
    expect(world.perSecond(10 * second, 40 * second)).toBeGreaterThanOrEqual(share * 50);
    expect(world.most(second)).toBeLessThanOrEqual(50);
  });

  test.each([
    [100, 0.98],
    [200, 0.97],
    [400, 0.92],
    [1_000, 0.75],
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

test("a machine on which every timer is late does not wait for one instant after another", async () => {
  for (const timersMs of [40, 100, 400]) {
    const world = startWorld(5);
    for (let count = 0; count < 3; count++) world.instance({ aheadMs: 0 }, { timersMs });
    await world.run(40 * second);
    expect(world.perSecond(10 * second, 40 * second)).toBeGreaterThanOrEqual((timersMs < 150 ? 0.9 : 0.2) * 50);
  }
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

  test.each([5, 16, 3600])("beside another one, %i s apart: each keeps the limit at least by itself", async (apart) => {
    const world = startWorld(5);
    for (let count = 0; count < 2; count++) world.instance({ aheadMs: count * apart * second });
    await world.run(40 * second);
    expect(world.most(second)).toBeLessThanOrEqual(2 * 50);
    expect(world.perSecond(10 * second, 40 * second)).toBeGreaterThanOrEqual(0.9 * 50);
  });

  test("and is set back by an hour in the middle of a call holds that call up for half a minute at most", async () => {
    const world = startWorld(5);
    const clock = { aheadMs: 0 };
    world.instance(clock, { callers: 1 });
    await world.run(5 * second);
    clock.aheadMs = -3600 * second;
    await world.run(60 * second);
    expect(world.perSecond(36 * second, 65 * second)).toBeGreaterThanOrEqual(4);
  });
});

/** One instance whose clock and store a test holds in its hands. */
const openOne = () => {
  const time = openTime(startAt);
  const rows = memoryRows();
  const hands: { aheadMs: number; reads: number; reading: () => void } = { aheadMs: 0, reads: 0, reading: () => undefined };
  const stop = new AbortController();
  const pace = openPace(
    {
      rows: {
        ...rows,
        get: (...given) => {
          hands.reads += 1;
          hands.reading();
          return rows.get(...given);
        },
      },
      clock: {
        now: () => time.now() + hands.aheadMs,
        wait: (ms, until) => new Promise<void>((go) => (until?.aborted ? go() : void time.after(Math.max(1, ms), "", go))),
      },
      chance: { id: () => "", fraction: () => 0.5 },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    },
    50,
    stop.signal,
  );
  const slot = async () => {
    const given = await pace.slot(tenant, 1, false);
    if (!("ready" in given)) throw new Error(`no slot: ${given.why}`);
    return given;
  };
  /** Another instance writes this into the row. */
  const write = async (facts: Partial<TenantPace>) => {
    const stored = await readPace(rows, tenant);
    await rows.commit(tenantPartition(tenant), [putPace({ ...(stored?.pace ?? freshPace(50)), ...facts }, stored?.tag)]);
  };
  /** Runs an act and moves time until it ends. @returns its value and duration, ms */
  const play = async <T>(act: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> => {
    let ended: { readonly value: T; readonly ms: number } | undefined;
    const from = time.now();
    const acting = act().then((value) => {
      ended = { value, ms: time.now() - from };
    });
    for (let seconds = 0; seconds < 7_200 && !ended; seconds++) await time.run(time.now() + second);
    if (!ended) throw new Error("it never ends");
    await acting;
    return ended;
  };
  const wait = (ms: number) => new Promise<void>((go) => void time.after(ms, "", go));
  return { hands, stop, pace, slot, write, play, wait, now: time.now };
};

test("a clock that is set back by an hour holds a call that has its slot, and the reserving of one, up for seconds", async () => {
  const { hands, slot, play } = openOne();
  const call = async () => {
    const given = await slot();
    hands.aheadMs -= 3600 * second;
    await given.near(150);
    const ready = await given.ready();
    await given.end();
    return ready;
  };
  const first = await play(call);
  expect([first.value, first.ms <= 31 * second]).toEqual([true, true]);
  // In the middle of the reading of the row.
  hands.reading = () => {
    hands.aheadMs -= 3600 * second;
    hands.reading = () => undefined;
  };
  const slots = async () => {
    for (let count = 0; count < 60; count++) await (await slot()).end();
  };
  expect((await play(slots)).ms).toBeLessThanOrEqual(31 * second);
});

describe("a call whose instant has gone by", () => {
  /** Its intent took 200 ms. */
  const late = async (one: ReturnType<typeof openOne>) => {
    const given = await one.slot();
    await one.wait(200);
    return given;
  };

  test("leaves all the same where that is a few ms ago, and gets another one after 12 ms", async () => {
    const waited = async (lateMs: number) => {
      const one = openOne();
      const { value } = await one.play(async () => {
        const given = await one.slot();
        await one.wait(lateMs);
        const from = one.now();
        await given.ready();
        return one.now() - from;
      });
      return value;
    };
    expect([await waited(12), await waited(13)]).toEqual([0, 7]);
  });

  test("gets another one", async () => {
    const one = openOne();
    expect((await one.play(async () => (await late(one)).ready())).value).toBe(true);
  });

  test("does not go, and asks nothing of the store, while Gnist ends", async () => {
    const one = openOne();
    const { value } = await one.play(async () => {
      const given = await late(one);
      one.stop.abort();
      one.hands.reads = 0;
      return [await given.ready(), one.hands.reads];
    });
    expect(value).toEqual([false, 0]);
  });

  test("does not use up the one call that asks whether a stopped tenant goes again", async () => {
    const one = openOne();
    const { value } = await one.play(async () => {
      const given = await late(one);
      await one.write({ why: "outage", until: one.now() - 10, doubts: 5 });
      const ready = await given.ready();
      await given.end();
      return [ready, (await one.slot()).probe];
    });
    expect(value).toEqual([false, true]);
  });

  test("and meets a throttle gives its place back, no more and no less", async () => {
    const one = openOne();
    const { value } = await one.play(async () => {
      for (let times = 0; times < 5; times++) {
        const given = await late(one);
        const until = one.now() + second;
        await one.write({ why: "throttled", until, strikes: 1 });
        if (await given.ready()) throw new Error("it went");
        await given.end();
        await one.wait(2 * second);
      }
      let places = 0;
      for (let wanted = 0; wanted < 60; wanted++) void one.slot().then(() => places++);
      await one.wait(10 * second);
      return places;
    });
    expect(value).toBe(40);
  });
});
