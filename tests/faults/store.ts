import { lanes } from "../../src/domain/job.ts";
import { memoryJobs } from "../../src/memory/memory-jobs.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import { type Change, type Commit, type Jobs, type Rows, StoreFault, type Taken } from "../../src/ports.ts";
import type { Random } from "../world/chance.ts";
import type { Life, Time } from "./time.ts";

/** Rates of faults of calls to the store or the queue. */
export type StoreRates = {
  /** The call fails before it has any effect. */
  readonly failed: number;
  /** The call takes effect, and its answer is lost. */
  readonly lost: number;
  /** The call takes effect, and its answer is lost inside the SDK, which repeats the call and finds its own change. */
  readonly echoed: number;
  /** The caller gives up, and the request still takes effect later. */
  readonly late: number;
  /** A job put twice. */
  readonly doubled: number;
  /** Jobs taken whose answer is lost: they stay hidden until their time is up. */
  readonly takeLost: number;
  /** The end of a job is lost, before or after it took effect. */
  readonly doneLost: number;
};

export const wellStore: StoreRates = { failed: 0, lost: 0, echoed: 0, late: 0, doubled: 0, takeLost: 0, doneLost: 0 };

/** The longest a call may take (ms), as in azure/call-azure.ts. */
const callMs = 2_200;

/** Probability that a dead instance's request still arrives. */
const arrivesAfterDeath = 0.5;

/** A step of sending a message, as the store sees it, or a change of due rows. */
type StoreStep =
  | "due-asked"
  | "intent-asked"
  | "intent-written"
  | "intent-answered"
  | "outcome-asked"
  | "outcome-written"
  | "outcome-answered";

const isIntent = (state: string) => state.startsWith("intent|");

/** The send whose state a commit changes, named by its row; a reminder is marked, because it shares the row of its question. */
const sendIn = (changes: readonly Change[]): { readonly guard: string; readonly state: string } | undefined => {
  for (const change of changes) {
    if (change.do === "delete") continue;
    const { delivery, reminder } = change.values;
    if (typeof delivery === "string") return { guard: change.key, state: delivery };
    if (typeof reminder === "string") return { guard: reminderOf(change.key), state: reminder };
  }
  return undefined;
};

export const reminderOf = (key: string) => `${key} reminder`;

export type Store = ReturnType<typeof openStore>;

/** Rows and jobs in memory behind a slow network that fails. A call takes effect in one instant, and its answer comes later. */
export const openStore = (time: Time, random: Random) => {
  const base = memoryRows();
  const queue = memoryJobs(time);
  let rates = wellStore;
  let downUntil = 0;
  /** How many sends an instance began and has not ended, by instance and guard row: it may try one message twice at once. */
  const inFlight = new Map<Life, Map<string, number>>();
  /** Guard rows of sends in which something broke: these alone may be doubtful. */
  const broken = new Set<string>();
  /** Faults that the send of a guard row met. */
  const faults = new Map<string, number>();
  let onStep: (step: StoreStep, life: Life, key: string) => void = () => undefined;
  const dueKeys = new Set<string>();
  /** Cached first due row; undefined when it must be found again. */
  let firstDue: number | undefined;

  const leg = () => random.between(1, 8);
  const flying = (life: Life): Map<string, number> => {
    const known = inFlight.get(life) ?? new Map<string, number>();
    inFlight.set(life, known);
    return known;
  };
  const begins = (life: Life, row: string): void => void flying(life).set(row, (flying(life).get(row) ?? 0) + 1);
  const ends = (life: Life, row: string): void => {
    const left = (flying(life).get(row) ?? 0) - 1;
    if (left > 0) flying(life).set(row, left);
    else flying(life).delete(row);
  };

  /** A call from an instance to the store and back. `again` makes it a second time, as the SDK does. */
  const call = <T>(life: Life, what: string, fate: Fate, apply: () => Promise<T>, instead?: T): Promise<T> =>
    new Promise((resolve, reject) => {
      // The instance was killed within a step: the rest of the step must not run.
      if (life.state === "dead") return;
      const fail = (ms: number, why: string) => time.after(ms, `${life.name} ${what}: ${why}`, () => reject(new StoreFault(why)), life);
      const answer = (made: Promise<T>) =>
        made.then(
          (value) => void time.after(leg(), "", () => resolve(value), life),
          (fault: unknown) => void time.after(leg(), "", () => reject(fault as Error), life),
        );
      if (time.now() < downUntil) {
        fail(random.happens(0.5) ? callMs : random.between(2, 80), "store down");
        return;
      }
      if (fate === "failed") {
        fail(random.between(2, 400), "failed");
        return;
      }
      if (fate === "late") fail(callMs, "no answer");
      time.after(fate === "late" ? random.between(callMs, 3 * callMs) : leg(), "", () => {
        if (life.state === "dead" && !random.happens(arrivesAfterDeath)) return;
        if (time.now() < downUntil) {
          if (fate !== "late") fail(random.between(2, callMs), "store down");
          return;
        }
        const made = apply();
        if (fate === "lost") {
          made.catch(() => undefined);
          if (instead === undefined) fail(random.between(20, callMs), "answer lost");
          else answer(Promise.resolve(instead));
        } else if (fate === "echoed") {
          made.catch(() => undefined);
          time.after(60 + leg(), "", () => answer(apply()));
        } else if (fate === "late") made.catch(() => undefined);
        else answer(made);
      });
    });

  type Fate = "well" | "failed" | "lost" | "echoed" | "late";
  const fateOfRead = (): Fate => (random.happens(rates.failed) ? "failed" : "well");
  const fateOfWrite = (): Fate => {
    if (random.happens(rates.failed)) return "failed";
    if (random.happens(rates.lost)) return "lost";
    if (random.happens(rates.echoed)) return "echoed";
    return random.happens(rates.late) ? "late" : "well";
  };

  const noteDue = (partition: string, changes: readonly Change[]): void => {
    if (!partition.startsWith("due|")) return;
    firstDue = undefined;
    for (const { do: how, key } of changes) {
      if (how === "delete") dueKeys.delete(key);
      else if (how !== "merge" && !key.startsWith("aside|")) dueKeys.add(key);
    }
  };

  const commitOnce = async (life: Life, partition: string, changes: readonly Change[], what: string): Promise<Commit> => {
    const made = await base.commit(partition, changes);
    if (made === "done") noteDue(partition, changes);
    time.note(`${life.name} ${what} ${made}`);
    return made;
  };

  const named = (changes: readonly Change[]): string => {
    const [first] = changes;
    const state = sendIn(changes)?.state;
    return `${first?.do} ${first?.key}${changes.length > 1 ? ` and ${changes.length - 1}` : ""}${state ? ` ${state}` : ""}`;
  };

  /** Records sends in flight, so that a check can tell whether a fault explains a doubt. */
  const commit = async (life: Life, partition: string, changes: readonly Change[]): Promise<Commit> => {
    const what = `${partition} ${named(changes)}`;
    const send = sendIn(changes);
    if (partition.startsWith("due|")) onStep("due-asked", life, changes[0]?.key ?? "");
    const fate = fateOfWrite();
    if (!send) return call(life, what, fate, () => commitOnce(life, partition, changes, what));
    const row = `${partition} ${send.guard}`;
    const step = isIntent(send.state) ? "intent" : "outcome";
    if (step === "intent") begins(life, row);
    onStep(`${step}-asked`, life, row);
    if (fate === "late") broken.add(row);
    try {
      const made = await call(life, what, fate, async () => {
        const done = await commitOnce(life, partition, changes, what);
        onStep(`${step}-written`, life, row);
        return done;
      });
      if (step === "outcome" || (made !== "done" && fate !== "echoed")) ends(life, row);
      else if (made !== "done") noteFault(row);
      onStep(`${step}-answered`, life, row);
      return made;
    } catch (fault) {
      noteFault(row);
      throw fault;
    }
  };

  /** Gnist recovers from one lost answer: it reads an intent again, or writes an outcome again. A send with more faults counts as broken. */
  const noteFault = (row: string): void => {
    const met = (faults.get(row) ?? 0) + 1;
    faults.set(row, met);
    if (met >= 2) broken.add(row);
  };

  const rowsFor = (life: Life): Rows => ({
    get: async (partition, key) => {
      try {
        return await call(life, `get ${key}`, fateOfRead(), () => base.get(partition, key));
      } catch (fault) {
        for (const guard of [`${partition} ${key}`, reminderOf(`${partition} ${key}`)]) if (flying(life).has(guard)) noteFault(guard);
        throw fault;
      }
    },
    list: (partition, range, limit) => call(life, `list ${partition}`, fateOfRead(), () => base.list(partition, range, limit)),
    commit: (partition, changes) => commit(life, partition, changes),
    forget: () => call(life, "forget", fateOfRead(), () => base.forget()),
  });

  const noted = <T>(life: Life, what: string, made: Promise<T>): Promise<T> => {
    time.note(`${life.name} ${what}`);
    return made;
  };

  const takenBy = (life: Life, taken: Taken): Taken => {
    const { job, tries } = taken;
    const end = (what: string, apply: () => Promise<void>): Promise<void> => {
      const lost = random.happens(rates.doneLost);
      const fate = lost ? (random.happens(0.5) ? "failed" : "lost") : fateOfRead();
      return call(life, `${what} ${job.job}`, fate, () => noted(life, `${what} ${job.job}`, apply()));
    };
    return {
      job,
      tries,
      done: () => end("done", () => taken.done()),
      later: (afterMs) => end("later", () => taken.later(afterMs)),
      poison: (reason) => end("poison", () => taken.poison(reason)),
    };
  };

  const jobsFor = (life: Life): Jobs => ({
    put: (job, afterMs) => {
      const doubled = random.happens(rates.doubled);
      const put = () => noted(life, `put ${job.job}`, queue.put(job, afterMs));
      return call(life, `put ${job.job}`, doubled ? "echoed" : fateOfWrite(), put);
    },
    take: async (lane, max, hiddenMs) => {
      const lost = random.happens(rates.takeLost);
      const take = async () => {
        const taken = await queue.take(lane, max, hiddenMs);
        if (taken.length > 0) time.note(`${life.name} takes ${taken.map(({ job }) => job.job).join(" ")}`);
        return taken;
      };
      const taken = await call(life, `take ${lane}`, lost ? "lost" : fateOfRead(), take, lost && random.happens(0.5) ? [] : undefined);
      return taken.map((one) => takenBy(life, one));
    },
    forget: (ids) => call(life, "forget", fateOfWrite(), () => noted(life, "forget", queue.forget(ids))),
    poisoned: () => call(life, "poisoned", fateOfRead(), () => queue.poisoned()),
  });

  return {
    rowsFor,
    jobsFor,
    /** The rows, read without the faulty network. */
    base,
    queue,
    broken: broken as ReadonlySet<string>,
    setRates(fresh: StoreRates): void {
      rates = fresh;
    },
    downFor(ms: number): void {
      downUntil = time.now() + ms;
      time.note(`the store is down for ${ms} ms`);
    },
    isDown: () => time.now() < downUntil,
    well(): void {
      rates = wellStore;
      downUntil = 0;
    },
    /** Marks an instance's sends in flight as broken. */
    breaks(life: Life): void {
      for (const row of flying(life).keys()) broken.add(row);
    },
    flyingOn: (life: Life): number => flying(life).size,
    steps(watch: typeof onStep): void {
      onStep = watch;
    },
    /** The instant at which the first job becomes visible. */
    firstJob: (): number => Math.min(...lanes.map((lane) => queue.nextAt(lane) ?? Number.POSITIVE_INFINITY)),
    /** The instant of the first due row, without the unreadable rows. */
    firstDue(unreadable: ReadonlySet<string>): number {
      if (firstDue !== undefined) return firstDue;
      firstDue = Number.POSITIVE_INFINITY;
      for (const key of dueKeys) if (!unreadable.has(key)) firstDue = Math.min(firstDue, Date.parse(key.slice(0, key.indexOf("|"))));
      return firstDue;
    },
    dueKeys: dueKeys as ReadonlySet<string>,
  };
};
