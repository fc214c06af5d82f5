import type { PaceStop, Stop, TenantPace } from "../domain/pace.ts";

/** The outcome of a call, as far as the tenant's pace is concerned. */
export type CallOutcome =
  | { readonly outcome: "well" }
  /** `afterMs` is 0 where Teams does not say how long. */
  | { readonly outcome: "throttled"; readonly afterMs: number }
  | { readonly outcome: "nothing" }
  | { readonly outcome: "stopped"; readonly why: Stop };

/** After this many calls in a row without an answer the tenant stops. */
const mostDoubts = 5;

/**
 * The share of the limit that the pace aims at: calls that leave in even steps arrive a little unevenly, and the limit holds for any second. Where 50 calls in
 * any second are allowed, the 51st comes 1,020 ms after the first: a call may arrive 20 ms late without being one too many in a second.
 */
const share = 0.98;

/** Recovery after a throttle, as shares of the limit: 6 % in each second up to 93 %, then 0.3 %, because the next throttle is near there. */
const soonShare = 0.93;
const soonPerSecond = 0.06;
const slowlyPerSecond = 0.003;

/** The factor by which the first, the second and any later throttle in a row cuts the pace. */
const cuts = [0.94, 0.75, 0.5] as const;
const leastShare = 0.1;

const mostStrikes = 10;
const firstThrottleMs = 500;
const longestThrottleMs = 30_000;
const firstOutageMs = 5_000;
const longestOutageMs = 60_000;
/** The time (ms) that one probe of a stopped tenant gets: longer than any one call, so that one call at a time probes. */
const askingMs = 20_000;
/** The first and the longest time (ms) between probes where only an admin can end the stop, who needs a while. */
const firstStopMs = 60_000;
const longestStopMs = 300_000;

export const freshPace = (limit: number): TenantPace => ({
  nextAt: 0,
  perSecond: limit * share,
  changedAt: 0,
  until: 0,
  strikes: 0,
  doubts: 0,
});

/** Calls per second at an instant. */
export const paceAt = ({ perSecond, changedAt }: TenantPace, now: number, limit: number): number => {
  const since = Math.max(0, now - changedAt) / 1000;
  const soon = Math.max(0, soonShare - perSecond / limit) / soonPerSecond;
  const fast = Math.min(since, soon) * soonPerSecond;
  const slow = Math.max(0, since - soon) * slowlyPerSecond;
  return Math.min(limit * share, perSecond + (fast + slow) * limit);
};

/**
 * Reserves instants in even steps, none before `earliest`; or says until when the tenant is stopped. After a stop other than a throttle it gives one instant,
 * for a probe.
 */
export const reserve = (
  pace: TenantPace,
  now: number,
  count: number,
  limit: number,
  earliest = now,
):
  | { readonly pace: TenantPace; readonly at: readonly number[]; readonly probe: boolean }
  | { readonly until: number; readonly why: PaceStop } => {
  if (pace.until > now && pace.why) return { until: pace.until, why: pace.why };
  if (pace.why && pace.why !== "throttled") return { pace: { ...pace, until: now + askingMs }, at: [now], probe: true };
  const stepMs = 1000 / paceAt(pace, now, limit);
  const from = Math.max(earliest, pace.nextAt);
  return {
    pace: { ...pace, nextAt: from + count * stepMs },
    at: Array.from({ length: count }, (_, one) => from + one * stepMs),
    probe: false,
  };
};

const doubled = (firstMs: number, times: number, longestMs: number) => Math.min(longestMs, firstMs * 2 ** times);

/**
 * The pace after a call; the same object where nothing changes.
 * `probe`: the call probed a stopped tenant. A doubtful or refused call that was no probe left before the stop, and changes nothing; one that succeeds ends the
 * stop.
 * `fraction`: chance, from 0 to 1, for jitter: waits that Teams does not name are up to a quarter longer, so that instances do not come back as one.
 */
export const adjust = (
  pace: TenantPace,
  call: CallOutcome,
  { probe, now, limit, fraction }: { readonly probe: boolean; readonly now: number; readonly limit: number; readonly fraction: number },
): TenantPace => {
  const strikes = Math.min(mostStrikes, pace.strikes + 1);
  const isStopped = pace.why !== undefined && pace.why !== "throttled";
  switch (call.outcome) {
    case "well": {
      if (isStopped) return { ...freshPace(limit), nextAt: pace.nextAt, perSecond: limit / 2, changedAt: now };
      // A call that left before a throttle says nothing of the time after it.
      if (pace.doubts === 0 && (pace.strikes === 0 || now < pace.until + 2_000)) return pace;
      if (now < pace.until + 2_000) return { ...pace, doubts: 0 };
      const { why: _over, ...rest } = pace;
      return { ...rest, doubts: 0, strikes: 0 };
    }
    case "throttled": {
      const waitMs = Math.max(call.afterMs, doubled(firstThrottleMs, pace.strikes, longestThrottleMs) * (1 + fraction / 4));
      const until = Math.max(pace.until, now + waitMs);
      // Calls under way at a throttle are refused too: they are part of the same throttle.
      if (pace.until > now)
        return until - pace.until < 100 ? pace : { ...pace, until, changedAt: until, nextAt: Math.max(pace.nextAt, until) };
      const cut = cuts[Math.min(pace.strikes, cuts.length - 1)] ?? leastShare;
      const perSecond = Math.max(limit * leastShare, paceAt(pace, now, limit) * cut);
      return { ...pace, perSecond, changedAt: until, until, nextAt: Math.max(pace.nextAt, until), why: "throttled", strikes, doubts: 0 };
    }
    case "nothing": {
      const doubts = pace.doubts + 1;
      if (isStopped && !probe) return pace;
      if (isStopped) return { ...pace, doubts, strikes, until: now + doubled(firstOutageMs, strikes, longestOutageMs) };
      if (doubts < mostDoubts) return { ...pace, doubts };
      return { ...pace, doubts, strikes: 0, why: "outage", until: now + firstOutageMs };
    }
    case "stopped":
      if (isStopped && !probe) return pace;
      return { ...pace, why: call.why, doubts: 0, strikes, until: now + doubled(firstStopMs, Math.max(0, strikes - 1), longestStopMs) };
  }
};
