import { type Job, jobShape, type Lane, laneOf } from "../domain/job.ts";
import type { Clock, Jobs, Poisoned } from "../ports.ts";

type Message = { readonly lane: Lane; readonly text: string; visibleAt: number; tries: number };

const sevenDays = 7 * 24 * 60 * 60;

/**
 * Jobs in memory, for tests and benches. Time is the clock's; hiding times are rounded up to whole seconds, as Azure does.
 * `left` is what is still queued, hidden or not, in the order of its putting; `nextAt` is the instant at which a lane has, or had, something to be seen.
 */
export function memoryJobs(clock: Pick<Clock, "now">): Jobs & { left(): readonly Job[]; nextAt(lane: Lane): number | undefined } {
  const messages = new Set<Message>();
  const poisoned: Poisoned[] = [];

  function takenFrom(message: Message) {
    // Whoever took it last holds it; the others' calls do nothing, as with Azure's pop receipts.
    const { tries } = message;
    const isOurs = () => messages.has(message) && message.tries === tries;
    const remove = () => {
      if (isOurs()) messages.delete(message);
    };
    return {
      tries,
      async done() {
        remove();
      },
      async later(afterMs: number) {
        const visibleAt = clock.now() + hidden(afterMs, 0);
        if (isOurs()) message.visibleAt = visibleAt;
      },
      async poison(reason: string) {
        poisoned.push({ reason, tries, job: JSON.parse(message.text) });
        remove();
      },
    };
  }

  return {
    async put(job, afterMs = 0) {
      messages.add({ lane: laneOf(job), text: JSON.stringify(job), visibleAt: clock.now() + hidden(afterMs, 0), tries: 0 });
    },

    async take(lane, max, hiddenMs) {
      if (!Number.isInteger(max) || max < 1 || max > 32) throw new Error(`${max} jobs asked for; 1 to 32 are given at a time.`);
      const visibleAt = clock.now() + hidden(hiddenMs, 1);
      const visible = [...messages].filter((message) => message.lane === lane && message.visibleAt <= clock.now()).slice(0, max);
      const taken = [];
      for (const message of visible) {
        message.tries += 1;
        message.visibleAt = visibleAt;
        const read = jobShape.safeParse(JSON.parse(message.text));
        if (read.success) taken.push({ job: read.data, ...takenFrom(message) });
        else await takenFrom(message).poison(`not a job: ${read.error.issues.map(({ message }) => message).join("; ")}`);
      }
      return taken;
    },

    left: () => [...messages].map(({ text }) => JSON.parse(text)),
    nextAt: (lane) => {
      const inLane = [...messages].filter((message) => message.lane === lane);
      return inLane.length === 0 ? undefined : Math.min(...inLane.map(({ visibleAt }) => visibleAt));
    },
    poisoned: async () => poisoned.slice(0, 32),
  };
}

/** In ms, whole seconds. */
function hidden(ms: number, least: 0 | 1): number {
  const seconds = Math.max(least, Math.ceil(ms / 1000));
  if (!(ms >= 0) || seconds > sevenDays) throw new Error(`A job can be hidden for 0 ms to 7 days, not for ${ms} ms.`);
  return seconds * 1000;
}
