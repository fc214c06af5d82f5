import { type Job, jobShape, jobWithout, type Lane, laneOf } from "../domain/job.ts";
import type { Clock, Jobs, Poisoned } from "../ports.ts";
import { checkedJson, checkTake, hiddenSeconds } from "../store/limits.ts";

type QueuedJob = { readonly lane: Lane; text: string; visibleAt: number; tries: number };

/**
 * Jobs in memory, for tests and benches. Time is the clock's; hiding times are rounded up to whole seconds, as in Azure.
 * `left`: the jobs still queued, hidden or not, in the order of their putting. `nextAt`: the instant at which the first job of a lane becomes, or became,
 * visible.
 */
export function memoryJobs(clock: Pick<Clock, "now">): Jobs & { left(): readonly Job[]; nextAt(lane: Lane): number | undefined } {
  const messages = new Set<QueuedJob>();
  const poisoned: Poisoned[] = [];

  function takenFrom(message: QueuedJob) {
    // The last taker holds the job; calls by earlier takers do nothing, as with Azure's pop receipts.
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
        const visibleAt = clock.now() + hiddenMs(afterMs, 0);
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
      messages.add({ lane: laneOf(job), text: checkedJson(job), visibleAt: clock.now() + hiddenMs(afterMs, 0), tries: 0 });
    },

    async take(lane, max, forMs) {
      checkTake(max);
      const visibleAt = clock.now() + hiddenMs(forMs, 1);
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

    async forget(ids) {
      const isTheirs = (job: unknown) => ids.some((id) => JSON.stringify(job).includes(id));
      for (const message of messages) {
        const job: Job = JSON.parse(message.text);
        const left = isTheirs(job) ? jobWithout(job, ids) : job;
        if (left) message.text = JSON.stringify(left);
        else messages.delete(message);
      }
      poisoned.splice(0, poisoned.length, ...poisoned.filter((one) => !isTheirs(one)));
    },

    left: () => [...messages].map(({ text }) => JSON.parse(text)),
    nextAt: (lane) => {
      let first: number | undefined;
      for (const message of messages)
        if (message.lane === lane && (first === undefined || message.visibleAt < first)) first = message.visibleAt;
      return first;
    },
    poisoned: async () => poisoned.slice(0, 32),
  };
}

const hiddenMs = (ms: number, least: 0 | 1) => 1000 * hiddenSeconds(ms, least);
