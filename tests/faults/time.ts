import type { Clock } from "../../src/ports.ts";

/** An instance that gets events. A dead one loses them, and a frozen one gets them when it thaws. */
export type Life = { readonly name: string; state: "up" | "frozen" | "dead"; readonly held: Event[] };

type Kind = "timer" | "answer";

type Event = {
  readonly at: number;
  readonly seq: number;
  readonly kind: Kind;
  readonly label: string;
  readonly life: Life | undefined;
  readonly act: () => void;
  cancelled: boolean;
};

/** A look for work that comes again and again; most find nothing. */
type Look = { at: number; readonly everyMs: number; readonly life: Life; readonly act: () => void; cancelled: boolean };

const isBefore = (a: Event, b: Event) => a.at < b.at || (a.at === b.at && a.seq < b.seq);

/** A binary heap of events, by time and then by order of creation. */
const openHeap = () => {
  const heap: Event[] = [];
  return {
    first: (): Event | undefined => heap[0],
    push(event: Event): void {
      let at = heap.length;
      heap.push(event);
      while (at > 0) {
        const above = (at - 1) >> 1;
        const parent = heap[above] as Event;
        if (!isBefore(event, parent)) break;
        heap[at] = parent;
        at = above;
      }
      heap[at] = event;
    },
    pop(): Event | undefined {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      let at = 0;
      for (;;) {
        let under = 2 * at + 1;
        if (under >= heap.length) break;
        if (under + 1 < heap.length && isBefore(heap[under + 1] as Event, heap[under] as Event)) under += 1;
        if (!isBefore(heap[under] as Event, last)) break;
        heap[at] = heap[under] as Event;
        at = under;
      }
      heap[at] = last;
      return first;
    },
  };
};

/** Most steps at one instant; a run that takes more is an endless loop. */
const mostSteps = 1_000_000;

/** A microtask of its own costs less than `queueMicrotask`, which makes an object for the debugger at each call. */
const settled = Promise.resolve();

/** Number of last events kept, to be shown with a failure. */
const keptEvents = 4_000;

export type Time = ReturnType<typeof openTime>;

/**
 * Virtual time: one event at a time, and all its microtasks before the next. Nothing else moves, so one seed always gives
 * one run.
 * @param watch sees every event as it happens.
 */
export const openTime = (startAt: number, watch?: (line: string) => void) => {
  const events = openHeap();
  const looks: Look[] = [];
  const kept: string[] = [];
  let now = startAt;
  let seq = 0;
  let count = 0;
  let hash = 0x811c9dc5;
  /** Before this instant nothing can be found by looking; see `quietUntil`. */
  let quietUntil: () => number = () => now;

  const note = (line: string): void => {
    count += 1;
    for (let at = 0; at < line.length; at++) hash = Math.imul(hash ^ line.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ (now % 0xffff_ffff), 0x01000193);
    kept[count % keptEvents] = line;
    stamps[count % keptEvents] = now;
    watch?.(`${new Date(now).toISOString()} ${line}`);
  };
  const stamps: number[] = [];

  const happen = (event: Event): void => {
    const { life } = event;
    if (event.cancelled || life?.state === "dead") return;
    if (life?.state === "frozen") {
      life.held.push(event);
      return;
    }
    if (event.label !== "") note(event.label);
    event.act();
  };

  /** The next look, moved on as long as nobody can find anything: looking in vain changes nothing, and most of a week is that. */
  const nextLook = (before: number): Look | undefined => {
    let next: Look | undefined;
    for (const look of looks) if (!look.cancelled && (next === undefined || look.at < next.at)) next = look;
    if (next === undefined || next.at >= before) return undefined;
    const until = Math.min(before, quietUntil());
    if (until <= next.at) return next;
    for (const look of looks) if (look.at < until) look.at += Math.ceil((until - look.at) / look.everyMs) * look.everyMs;
    return nextLook(before);
  };

  /** Runs the next event; false if there is none before `end`. */
  const step = (end: number): boolean => {
    while (events.first()?.cancelled) events.pop();
    const event = events.first();
    const before = Math.min(event?.at ?? Number.POSITIVE_INFINITY, end + 1);
    const look = nextLook(before);
    if (look) {
      looks.splice(looks.indexOf(look), 1);
      now = Math.max(now, look.at);
      if (look.life.state === "frozen") look.life.held.push({ ...asEvent(look), seq: seq++ });
      else if (look.life.state === "up") look.act();
      return true;
    }
    if (event === undefined || event.at > end) return false;
    events.pop();
    now = Math.max(now, event.at);
    happen(event);
    return true;
  };

  const asEvent = (look: Look): Event => ({
    at: look.at,
    seq: 0,
    kind: "timer",
    label: "",
    life: look.life,
    act: look.act,
    cancelled: look.cancelled,
  });

  const time = {
    now: () => now,
    /** Something happens after `ms`, to an instance where one is named. @param label what is seen of it in the trace; nothing where empty */
    after(ms: number, label: string, act: () => void, life?: Life, kind: Kind = "answer"): Event {
      const event = { at: now + Math.max(0, Math.trunc(ms)), seq: seq++, kind, label, life, act, cancelled: false };
      events.push(event);
      return event;
    },
    at: (at: number, label: string, act: () => void, life?: Life) => time.after(at - now, label, act, life),
    /** An instance looks for work after `everyMs`; the look is left out where it would find nothing. */
    look(everyMs: number, life: Life, act: () => void): Look {
      const look = { at: now + everyMs, everyMs, life, act, cancelled: false };
      looks.push(look);
      return look;
    },
    /** @param until the instant before which no look can find anything */
    looksFind(until: () => number): void {
      quietUntil = until;
    },
    note,
    freeze(life: Life): void {
      life.state = "frozen";
    },
    /** Continues as a process does: first its overdue timers, then the answers that have arrived. */
    thaw(life: Life): void {
      life.state = "up";
      const held = life.held.splice(0);
      for (const kind of ["timer", "answer"] as const)
        for (const { label, act, cancelled } of held.filter((event) => event.kind === kind)) {
          if (!cancelled) time.after(0, label, act, life, kind);
        }
    },
    /** Lets virtual time go by until an instant. */
    async run(end: number): Promise<void> {
      await new Promise<void>((ended, failed) => {
        let steps = 0;
        const later = () => process.nextTick(go);
        const go = (): void => {
          try {
            steps += 1;
            if (steps > mostSteps) throw new Error(`${mostSteps} steps, and it is only ${new Date(now).toISOString()}`);
            if (!step(end)) {
              now = Math.max(now, end);
              ended();
            } else if (steps % 2_000 === 0) setImmediate(go);
            // A tick that is asked for from a microtask comes when all microtasks are done; it is three times as quick as an immediate.
            else void settled.then(later);
          } catch (fault) {
            failed(fault as Error);
          }
        };
        process.nextTick(go);
      });
    },
    /** Runs with equal hashes are equal. */
    trace: () => ({ hash: (hash >>> 0).toString(16).padStart(8, "0"), events: count, seq }),
    /** The last events, the oldest first. */
    last: (): readonly string[] =>
      Array.from({ length: Math.min(count, keptEvents) }, (_, back) => (count - Math.min(count, keptEvents) + back + 1) % keptEvents).map(
        (at) => `${new Date(stamps[at] ?? 0).toISOString()} ${kept[at]}`,
      ),
  };
  return time;
};

/** An instance's clock. It may be wrong, and its waits last as long as the instance is frozen. */
export type OwnClock = Clock & { aheadMs: number };

/**
 * @param looks how often it looks for work: waits of just that length, under its own stop, are looks.
 */
export const openClock = (time: Time, life: Life, looks: { readonly everyMs: readonly number[]; readonly stop: AbortSignal }): OwnClock => {
  /** Waits that end when the instance stops. A listener for each would cost more than the waits. */
  const stoppable = new Set<() => void>();
  looks.stop.addEventListener("abort", () => {
    for (const end of stoppable) end();
    stoppable.clear();
  });
  const clock: OwnClock = {
    aheadMs: 0,
    now: () => time.now() + clock.aheadMs,
    wait: (ms, stop) =>
      new Promise((resolve) => {
        if (stop?.aborted) return resolve();
        // As Node's timers: whole ms, at least one.
        const wholeMs = Math.max(1, Math.trunc(ms));
        if (stop === looks.stop) {
          const end = () => {
            stoppable.delete(end);
            pending.cancelled = true;
            resolve();
          };
          const pending = looks.everyMs.includes(ms) ? time.look(wholeMs, life, end) : time.after(wholeMs, "", end, life, "timer");
          stoppable.add(end);
        } else if (stop) {
          const onAbort = () => {
            timer.cancelled = true;
            resolve();
          };
          const timer = time.after(
            wholeMs,
            "",
            () => {
              stop.removeEventListener("abort", onAbort);
              resolve();
            },
            life,
            "timer",
          );
          stop.addEventListener("abort", onAbort, { once: true });
        } else time.after(wholeMs, "", resolve, life, "timer");
      }),
  };
  return clock;
};
