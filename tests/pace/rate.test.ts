import { describe, expect, test } from "vitest";
import { seenAt, type TenantPace } from "../../src/domain/pace.ts";
import { adjust, freshPace, paceAt, reserve } from "../../src/pace/rate.ts";

const limit = 50;
const now = 1_000_000;
const fresh = freshPace(limit);

const afterCall = (pace: TenantPace, call: Parameters<typeof adjust>[1], at = now, probe = false) =>
  adjust(pace, call, { probe, now: at, limit, fraction: 0 });
const times = (count: number, pace: TenantPace, call: Parameters<typeof adjust>[1], at = now) =>
  Array.from({ length: count }).reduce<TenantPace>((before) => afterCall(before, call, at), pace);
const nothing = { outcome: "nothing" } as const;
const well = { outcome: "well" } as const;

test("reserved instants come in even steps, and the next ones follow them", () => {
  const first = reserve(fresh, now, 3, limit);
  if (!("at" in first)) throw new Error("none");
  expect(first.at.map((at) => Math.round((at - now) * 10) / 10)).toEqual([0, 20.4, 40.8]);
  const next = reserve(first.pace, now, 1, limit);
  expect("at" in next && Math.round((next.at[0] ?? 0) - now)).toBe(61);
});

test("in any second fewer calls than the limit are reserved", () => {
  let pace = fresh;
  const all: number[] = [];
  for (let at = now; at < now + 10_000; at += 100) {
    const some = reserve(pace, at, 5, limit);
    if (!("at" in some)) throw new Error("none");
    all.push(...some.at);
    pace = some.pace;
  }
  const inSecond = (from: number) => all.filter((at) => at >= from && at < from + 1_000).length;
  expect(Math.max(...all.map(inSecond))).toBeLessThanOrEqual(limit);
});

describe("a throttle", () => {
  test("stops the tenant for as long as Teams says, and others that were on their way change nothing", () => {
    const throttled = afterCall(fresh, { outcome: "throttled", afterMs: 30_000 });
    expect(reserve(throttled, now + 29_999, 1, limit)).toEqual({ until: now + 30_000, why: "throttled" });
    const more = times(20, throttled, { outcome: "throttled", afterMs: 29_990 }, now + 10);
    expect(more).toEqual(throttled);
    expect("at" in reserve(throttled, now + 30_000, 1, limit)).toBe(true);
  });

  test("of 60 s is forgotten 10 s later: 90 % of the pace is back, also after a second one in a row", () => {
    const throttled = afterCall(fresh, { outcome: "throttled", afterMs: 60_000 });
    expect(paceAt(throttled, now + 60_000, limit)).toBeGreaterThanOrEqual(0.9 * limit);
    const again = afterCall(throttled, { outcome: "throttled", afterMs: 60_000 }, now + 60_100);
    expect(paceAt(again, now + 120_100, limit)).toBeLessThan(0.8 * limit);
    expect(paceAt(again, now + 130_100, limit)).toBeGreaterThanOrEqual(0.9 * limit);
  });

  test("is not ended by good news of a call that left before it", () => {
    const doubted = afterCall(fresh, nothing);
    const throttled = { ...afterCall(doubted, { outcome: "throttled", afterMs: 30_000 }), doubts: 1 };
    const later = afterCall(throttled, well, now + 100);
    expect(reserve(later, now + 1_000, 1, limit)).toEqual({ until: now + 30_000, why: "throttled" });
  });

  test("without a time makes waits that grow, and are bounded", () => {
    let pace = fresh;
    let at = now;
    const waits: number[] = [];
    for (let strike = 0; strike < 20; strike++) {
      pace = afterCall(pace, { outcome: "throttled", afterMs: 0 }, at);
      waits.push(pace.until - at);
      at = pace.until;
    }
    expect(waits.slice(0, 4)).toEqual([500, 1_000, 2_000, 4_000]);
    expect(Math.max(...waits)).toBe(30_000);
    expect(paceAt(pace, at, limit)).toBeGreaterThanOrEqual(0.1 * limit);
    expect(afterCall(pace, well, at + 3_000).strikes).toBe(0);
  });
});

describe("a row that a clock which is ahead has written", () => {
  const hour = 3_600_000;
  const cut = {
    ...fresh,
    nextAt: now + 48 * hour,
    until: now + 48 * hour,
    perSecond: 5,
    changedAt: now + 48 * hour,
    why: "throttled",
  } as const;

  test("is taken as if it had been written now", () => {
    const seen = seenAt(cut, now);
    expect("at" in reserve(seen, now, 1, limit)).toBe(true);
    expect(paceAt(seen, now + 60_000, limit)).toBeGreaterThanOrEqual(0.9 * limit);
  });

  test("a little ahead is left alone, as is the longest throttle that Teams can name", () => {
    const long = afterCall(fresh, { outcome: "throttled", afterMs: hour });
    for (const pace of [long, { ...fresh, nextAt: now + 10_000 }]) expect(seenAt(pace, now - 1_000)).toBe(pace);
  });
});

describe("an outage", () => {
  test("is five calls in a row without an answer; one answer in between, and it is none", () => {
    expect(times(4, fresh, nothing).why).toBeUndefined();
    expect(times(4, afterCall(times(4, fresh, nothing), well), nothing).why).toBeUndefined();
    expect(times(5, fresh, nothing)).toMatchObject({ why: "outage", until: now + 5_000 });
  });

  test("waits no longer because calls that left before it end without an answer too", () => {
    const out = times(5, fresh, nothing);
    expect(times(20, out, nothing, now + 100).until).toBe(out.until);
    expect(afterCall(out, { outcome: "stopped", why: "disabled" }, now + 100)).toBe(out);
  });

  test("is ended by one call that asks, and nobody else calls meanwhile", () => {
    const out = times(5, fresh, nothing);
    const probe = reserve(out, now + 5_000, 10, limit);
    if (!("at" in probe)) throw new Error("none");
    expect([probe.at.length, probe.probe]).toEqual([1, true]);
    expect(reserve(probe.pace, now + 5_001, 1, limit)).toMatchObject({ why: "outage" });
    const over = afterCall(probe.pace, well, now + 5_100, true);
    expect(over.why).toBeUndefined();
    expect("at" in reserve(over, now + 5_200, 1, limit)).toBe(true);
  });

  test("that lasts is asked about ever more seldom, at least every minute", () => {
    let pace = times(5, fresh, nothing);
    const waits: number[] = [];
    for (let tries = 0; tries < 10; tries++) {
      const probe = reserve(pace, pace.until, 1, limit);
      if (!("at" in probe)) throw new Error("none");
      const at = probe.at[0] ?? 0;
      pace = afterCall(probe.pace, nothing, at, true);
      waits.push(pace.until - at);
    }
    expect(waits.slice(0, 3)).toEqual([10_000, 20_000, 40_000]);
    expect(Math.max(...waits)).toBe(60_000);
  });
});

test("what concerns the tenant stops it at once, until one call gets through", () => {
  const stopped = afterCall(fresh, { outcome: "stopped", why: "disabled" });
  expect(reserve(stopped, now + 59_000, 1, limit)).toEqual({ until: now + 60_000, why: "disabled" });
  expect(reserve(stopped, now + 60_000, 1, limit)).toMatchObject({ probe: true });
  expect(afterCall(stopped, well, now + 60_100, true).why).toBeUndefined();
});
