import { mostAheadMs, seenAt, type TenantPace } from "../domain/pace.ts";
import { type Delivery, type NoSlot, type Pace, type Ports, type Slot, traceOf } from "../ports.ts";
import { putPace, readPace } from "../store/pace.ts";
import { tenantPartition } from "../store/tenant.ts";
import { adjust, type CallOutcome, freshPace, paceAt, reserve } from "./rate.ts";

/**
 * The time (ms) of the tenant's pace that one reservation covers, beside twice the time that reserving takes. Longer: fewer calls of the store. Shorter: a stop
 * takes effect sooner.
 */
const reserveMs = 300;

/**
 * A call more than 12 ms behind its instant gives its slot up: sent anyway, it would exceed the rate where it lands. Of the 20 ms that it may be late
 * (pace/rate.ts), 8 are for its way.
 */
const lateMs = 12;

/** Timer lag is the smallest lag of the last five timers: a constant lag shifts all calls alike, and their spacing stays correct. */
const lagsKept = 5;

/** A call leaves at its fourth instant, however late it is, because a busy machine might else never send. */
const mostInstants = 4;

/** The longest time for reserving (ms) that `leadOf` reckons with. */
const slowestMs = 3_000;

/** The most calls under way to one tenant beyond those that were answered in the last second: few, so that an outage meets few. */
const ahead = 8;

/** The most slots given out at once, those that wait for their instant included. */
const mostGiven = 40;

/** The time (ms) after which a call comes back when the store did not answer. */
const storeAwayMs = 2_000;

/** The instant of a call: `at` (ms UTC) it may be made. `probe`: it probes a stopped tenant. */
type Instant = { readonly at: number; readonly probe: boolean };

type Waiter = { readonly calls: number; readonly urgent: boolean; give(instant: Instant | NoSlot): void };

/** This instance's state of a tenant. A restart may lose it: the store has the shared part. */
type Tenant = {
  /** The tenant's row, as this instance read or wrote it last. */
  pace: TenantPace;
  /** The time (ms) that the last two reservations took. */
  took: readonly [number, number];
  slots: Instant[];
  readonly waiting: Waiter[];
  isPumping: boolean;
  /** The first instant that this instance has not reserved, whatever instances with wrong clocks have since written into the row. */
  nextAt: number;
  given: number;
  underWay: number;
  /** The instants at which calls were answered in the last second. */
  answered: number[];
  /** Calls whose instant has come, and that wait while too many calls are under way. */
  readonly held: (() => void)[];
};

/** The time (ms) that a reservation may take: the shorter of the last two counts, so that one slow reservation does not make the store slow. */
const leadOf = ({ took }: Tenant): number => Math.min(slowestMs, 1.5 * Math.min(...took));

/**
 * The rate limiter of calls to Teams. Instances reserve instants in one row per tenant (store/pace.ts), so that all together keep the limit, and write into it
 * what Teams answers: a throttle, an outage, a stop.
 * @param limit calls a second and tenant, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 * @param stop when aborted, no more slots are given.
 */
export const openPace = (
  { rows, clock, chance, log }: Pick<Ports, "rows" | "clock" | "chance" | "log">,
  limit: number,
  stop: AbortSignal,
): Pace => {
  const tenants = new Map<string, Tenant>();
  /** The lags (ms) of the last timers. */
  const lags: number[] = [];

  const tenantOf = (id: string): Tenant => {
    const known = tenants.get(id);
    if (known) return known;
    const pace = freshPace(limit);
    const fresh: Tenant = {
      pace,
      took: [0, 0],
      slots: [],
      waiting: [],
      isPumping: false,
      nextAt: 0,
      given: 0,
      underWay: 0,
      answered: [],
      held: [],
    };
    tenants.set(id, fresh);
    return fresh;
  };

  /** Changes the tenant's row by compare-and-set, again where another instance was quicker. @returns the `made` of the change that was stored */
  const change = async <T>(id: string, by: (pace: TenantPace) => { readonly pace: TenantPace; readonly made: T }): Promise<T> => {
    for (;;) {
      const stored = await readPace(rows, id);
      if (stored && !stored.pace) log.error("pace-unreadable", { tenant: id });
      const before = seenAt(stored?.pace ?? freshPace(limit), clock.now());
      const { pace, made } = by(before);
      const done = pace === before ? "done" : await rows.commit(tenantPartition(id), [putPace(pace, stored?.tag)]);
      if (done !== "done") continue;
      tenantOf(id).pace = pace;
      return made;
    }
  };

  /** Reserves instants for the calls that wait here, once it is time to. @returns why no call may leave, if so */
  const fill = async (id: string, tenant: Tenant, least: number): Promise<NoSlot | undefined> => {
    const places = mostGiven - tenant.given;
    const wanted = tenant.waiting.slice(0, places).reduce((sum, { calls }) => sum + calls, 0) - tenant.slots.length;
    const leadMs = leadOf(tenant);
    const aheadMs = reserveMs + 2 * leadMs;
    const started = clock.now();
    const reserved = await change<{ readonly earlyMs: number } | ReturnType<typeof reserve>>(id, (row) => {
      const now = clock.now();
      const own = tenant.nextAt <= now + mostAheadMs ? tenant.nextAt : 0;
      const pace = { ...row, nextAt: Math.max(row.nextAt, own) };
      const earlyMs = pace.nextAt - aheadMs - now;
      if (earlyMs > 0 && pace.until <= now) return { pace: row, made: { earlyMs } };
      const most = Math.max(least, Math.ceil((paceAt(pace, now, limit) * aheadMs) / 1000));
      const made = reserve(pace, now, Math.min(wanted, most), limit, now + leadMs);
      return { pace: "pace" in made ? made.pace : row, made };
    });
    if ("earlyMs" in reserved) {
      // Jitter, so that instances do not all reserve at the same moment.
      await clock.wait(reserved.earlyMs + (chance.fraction() * reserveMs) / 3, stop);
      return undefined;
    }
    if ("at" in reserved && !reserved.probe) tenant.nextAt = tenant.pace.nextAt;
    if ("until" in reserved) return { afterMs: Math.max(0, reserved.until - clock.now()), why: reserved.why };
    const now = clock.now();
    tenant.took = [Math.max(0, now - started), tenant.took[0]];
    // An instant that passed during the reservation is lost; the next reservation starts later (`took`).
    const inTime = reserved.at.filter((at) => reserved.probe || at >= now - lateMs);
    tenant.slots.push(...inTime.map((at) => ({ at, probe: reserved.probe })));
    return undefined;
  };

  const refuseAll = (tenant: Tenant, no: NoSlot): void => {
    for (const { give } of tenant.waiting.splice(0)) give(no);
  };

  const pump = async (id: string, tenant: Tenant): Promise<void> => {
    if (tenant.isPumping) return;
    tenant.isPumping = true;
    try {
      for (let next = tenant.waiting[0]; next && tenant.given < mostGiven; next = tenant.waiting[0]) {
        const now = clock.now();
        tenant.slots = tenant.slots.filter(({ at, probe }) => probe || at >= now - lateMs);
        const [slot] = tenant.slots;
        if (slot && (slot.probe || tenant.slots.length >= next.calls)) {
          tenant.slots.splice(0, slot.probe ? 1 : next.calls);
          tenant.waiting.shift();
          tenant.given += 1;
          next.give(slot);
        } else {
          const no = await fill(id, tenant, next.calls);
          if (no) refuseAll(tenant, no);
        }
      }
    } catch (fault) {
      // Nobody awaits `pump`: after any fault it refuses the calls that wait, and their senders come again.
      log.warn("pace-not-reserved", { tenant: id, ...traceOf(fault) });
      refuseAll(tenant, { afterMs: storeAwayMs, why: "store" });
    } finally {
      tenant.isPumping = false;
    }
  };

  const answeredLately = (tenant: Tenant): number => {
    const since = clock.now() - 1_000;
    tenant.answered = tenant.answered.filter((at) => at > since);
    return tenant.answered.length;
  };

  const pause = async (ms: number): Promise<void> => {
    if (ms > 0) await clock.wait(ms);
  };

  const granted = (id: string, tenant: Tenant, first: Instant, calls: number): Slot => {
    let instant = first;
    let left = false;
    // The wait is no longer than an instance may reserve ahead, also when this clock has been set back meanwhile.
    const near = (ms: number) => pause(Math.min(mostAheadMs, instant.at - ms - clock.now()));
    /** Gets another instant for a call that is late. False where there is none for now. */
    const another = async (): Promise<boolean> => {
      if (stop.aborted) return false;
      tenant.given -= 1;
      const given = await new Promise<Instant | NoSlot>((give) => {
        tenant.waiting.unshift({ calls, urgent: true, give });
        void pump(id, tenant);
      });
      if (!("at" in given)) tenant.given += 1;
      // A probe of a stopped tenant must begin as a probe, and this call did not: another call gets it.
      else if (given.probe) tenant.slots.unshift(given);
      else {
        instant = given;
        return true;
      }
      return false;
    };
    return {
      probe: first.probe,
      // A store that is slow to reserve is also slow to write the intent before the call.
      near: (ms) => near(Math.max(ms, leadOf(tenant))),
      ready: async () => {
        for (let instants = 1; ; instants++) {
          const waits = instant.at > clock.now();
          await near(0);
          if (waits && lags.push(clock.now() - instant.at) > lagsKept) lags.shift();
          const latestMs = lateMs + (waits ? Math.max(0, Math.min(...lags)) : 0);
          for (let again = false; tenant.underWay >= ahead + answeredLately(tenant); again = true)
            await new Promise<void>((go) => (again ? tenant.held.unshift(go) : tenant.held.push(go)));
          if (!first.probe && tenant.pace.why && tenant.pace.until > clock.now()) return false;
          if (first.probe || instants === mostInstants || clock.now() <= instant.at + latestMs) break;
          if (!(await another())) return false;
        }
        left = true;
        tenant.underWay += 1;
        return true;
      },
      end: async (delivery) => {
        tenant.given -= 1;
        if (left) tenant.underWay -= 1;
        const call = delivery && outcomeOf(delivery);
        if (call?.outcome === "well") tenant.answered.push(clock.now());
        for (const go of tenant.held.splice(0, 2)) go();
        void pump(id, tenant);
        if (call) await note(id, tenant, call, first.probe);
      },
    };
  };

  const note = async (id: string, tenant: Tenant, call: CallOutcome, probe: boolean): Promise<void> => {
    // Most calls end well and cost nothing here, also where another instance has seen trouble since: that one's own calls will end it.
    if (call.outcome === "well" && adjust(tenant.pace, call, { probe, now: clock.now(), limit, fraction: 0 }) === tenant.pace) return;
    const before = tenant.pace.why;
    try {
      await change(id, (pace) => {
        const adjusted = adjust(pace, call, { probe, now: clock.now(), limit, fraction: chance.fraction() });
        return { pace: adjusted, made: undefined };
      });
    } catch (fault) {
      // The call is over, and its sender knows the outcome. This news of the tenant is lost; the next call brings it again.
      log.warn("pace-not-noted", { tenant: id, ...traceOf(fault) });
      return;
    }
    const { why, until } = tenant.pace;
    const now = clock.now();
    if (why && until > now) tenant.slots = [];
    if (why === before) return;
    if (why) log.warn("tenant-stopped", { tenant: id, why, forMs: Math.max(0, Math.round(until - now)) });
    else log.info("tenant-resumed", { tenant: id });
  };

  stop.addEventListener("abort", () => {
    for (const tenant of tenants.values()) refuseAll(tenant, { afterMs: 0, why: "stopping" });
  });

  return {
    slot(id, calls, urgent) {
      if (stop.aborted) return Promise.resolve({ afterMs: 0, why: "stopping" });
      const tenant = tenantOf(id);
      return new Promise((resolve) => {
        const give = (given: Instant | NoSlot) => resolve("at" in given ? granted(id, tenant, given, calls) : given);
        const firstPatient = tenant.waiting.findIndex((one) => !one.urgent);
        tenant.waiting.splice(urgent && firstPatient >= 0 ? firstPatient : tenant.waiting.length, 0, { calls, urgent, give });
        void pump(id, tenant);
      });
    },
  };
};

/** The news that a call brings of its tenant, if any. */
const outcomeOf = (delivery: Delivery): CallOutcome | undefined => {
  switch (delivery.outcome) {
    case "sent":
    case "refused":
      return { outcome: "well" };
    case "doubtful":
      return { outcome: "nothing" };
    case "stopped":
      return { outcome: "stopped", why: delivery.why };
    case "later":
      if (delivery.cause === "throttled") return { outcome: "throttled", afterMs: delivery.told ? delivery.afterMs : 0 };
      return delivery.cause === "unreachable" ? { outcome: "nothing" } : undefined;
  }
};
