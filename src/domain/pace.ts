/** Why Teams takes nothing for a whole tenant, until its admins act: the bot is not registered, was disabled, or lacks a permission. */
export const stops = ["not-registered", "disabled", "no-permission"] as const;
export type Stop = (typeof stops)[number];

/** Why Gnist sends nothing to a tenant for a while. `outage`: five calls in a row were doubtful, or could not be made. */
export const paceStops = ["throttled", "outage", ...stops] as const;
export type PaceStop = (typeof paceStops)[number];

/** How the calls to one tenant stand. Times are ms UTC. */
export type TenantPace = {
  /** The first instant that nobody has reserved. */
  readonly nextAt: number;
  /** Calls a second at `changedAt`; from then on it recovers. */
  readonly perSecond: number;
  readonly changedAt: number;
  /** No call before this instant. */
  readonly until: number;
  /** Why not; after `until` a throttled tenant goes on, any other is asked by one call whether it does. */
  readonly why?: PaceStop;
  /** Throttles, or calls that were asked in vain, in a row. */
  readonly strikes: number;
  /** Calls in a row of which nobody knows whether they arrived, or that could not be made. */
  readonly doubts: number;
};

/** Nobody reserves further ahead than this, ms. */
export const mostAheadMs = 15_000;
/** Nor is a tenant left alone for longer at once, ms: what Teams asks for is cut at as much (teams/delivery.ts). */
const mostUntilMs = 3_600_000;

/** The pace as it is now. It ignores times that lie impossibly far ahead: an instance with a wrong clock wrote them. */
export const seenAt = (pace: TenantPace, now: number): TenantPace => {
  const until = pace.until > now + mostUntilMs + mostAheadMs ? now : pace.until;
  const nextAt = pace.nextAt > Math.max(now, until) + mostAheadMs ? now : pace.nextAt;
  return until === pace.until && nextAt === pace.nextAt ? pace : { ...pace, until, nextAt, changedAt: Math.min(pace.changedAt, now) };
};
