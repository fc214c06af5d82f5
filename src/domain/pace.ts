/** Why Teams takes nothing for a whole tenant, until its admins act: the bot is not registered, was disabled, or lacks a permission. */
export const stops = ["not-registered", "disabled", "no-permission"] as const;
export type Stop = (typeof stops)[number];

/** Why Gnist sends nothing to a tenant for a while. `outage`: five calls in a row were doubtful, or could not be made. */
export const paceStops = ["throttled", "outage", ...stops] as const;
export type PaceStop = (typeof paceStops)[number];

/** The rate limiter of one tenant, which all instances share. Times are ms UTC. */
export type TenantPace = {
  /** The first instant that no instance has reserved. */
  readonly nextAt: number;
  /** Calls per second at `changedAt`; from then on the rate recovers (pace/rate.ts). */
  readonly perSecond: number;
  readonly changedAt: number;
  /** No call before this instant. */
  readonly until: number;
  /** Why not. After `until`, a throttled tenant gets calls again; with any other reason one call at a time probes it (a half-open circuit breaker). */
  readonly why?: PaceStop;
  /** Throttles, or failed probes, in a row. */
  readonly strikes: number;
  /** Calls in a row that were doubtful, or that could not be made. */
  readonly doubts: number;
};

/** The furthest ahead (ms) that an instance may reserve. */
export const mostAheadMs = 15_000;
/** The longest stop at once (ms): teams/delivery.ts limits the wait that Teams asks for to one hour too. */
const mostUntilMs = 3_600_000;

/** The pace as it is now. It ignores times that lie impossibly far ahead, because an instance with a fast clock wrote them. */
export const seenAt = (pace: TenantPace, now: number): TenantPace => {
  const until = pace.until > now + mostUntilMs + mostAheadMs ? now : pace.until;
  const nextAt = pace.nextAt > Math.max(now, until) + mostAheadMs ? now : pace.nextAt;
  return until === pace.until && nextAt === pace.nextAt ? pace : { ...pace, until, nextAt, changedAt: Math.min(pace.changedAt, now) };
};
