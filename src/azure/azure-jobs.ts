import { Buffer } from "node:buffer";
import type { DequeuedMessageItem, QueueClient } from "@azure/storage-queue";
import { type Job, jobShape, type Lane, laneOf, lanes } from "../domain/job.ts";
import { type Jobs, type PlacedJob, type Poisoned, type Rows, type Storage, StoreFault, type Taken } from "../ports.ts";
import { refuseLater } from "../store/form.ts";
import { checkedJson, checkTake, hiddenSeconds, longestKept, mostJobBytes } from "../store/limits.ts";
import { aRead, aWrite, callAzure, once, statusOf } from "./call-azure.ts";

/**
 * Jobs on Azure queues. A job that Gnist cannot do goes to the poison queue as `{ reason, tries, job }` (or `text`, where it is no job).
 * Messages are Base64 of JSON and never expire. Hiding times are rounded up to whole seconds.
 * A `put` or `poison` whose answer is lost is made again and may then be there twice, as "at least once" allows.
 * @param queues one for each lane; they and `poison` are made with `retryOptions: { maxTries: 1 }`; this file repeats the calls that may be repeated.
 * @param rows say whether a job that cannot be read is a later release's, and stays in its queue
 */
export function azureJobs(queues: Readonly<Record<Lane, QueueClient>>, poison: QueueClient, rows: Pick<Rows, "get">): Jobs {
  async function take(queue: QueueClient, message: DequeuedMessageItem): Promise<Taken | undefined> {
    const read = toJob(message.messageText);
    const taken = takenFrom(
      queue,
      poison,
      message,
      "job" in read ? { job: read.job } : { text: message.messageText.slice(0, longestKept) },
    );
    if ("job" in read) return { job: read.job, ...taken };
    try {
      await refuseLater(rows);
      await taken.poison(read.reason);
    } catch (error) {
      // The jobs taken along with it must still reach the caller; this one comes back, and is moved then if it may be.
      if (!(error instanceof StoreFault)) throw error;
    }
    return undefined;
  }

  return {
    async put(job, afterMs = 0) {
      const text = toBase64(checkedJson(job));
      const options = { messageTimeToLive: -1, visibilityTimeout: hiddenSeconds(afterMs, 0) };
      await callAzure(`put of ${job.job}`, aWrite, (abortSignal) => queues[laneOf(job)].sendMessage(text, { ...options, abortSignal }));
    },

    async take(lane, max, hiddenMs) {
      const queue = queues[lane];
      checkTake(max);
      const options = { numberOfMessages: max, visibilityTimeout: hiddenSeconds(hiddenMs, 1) };
      // Tried once: the worker asks again anyway, and a lost answer only hides its jobs for `hiddenMs`.
      const answer = await callAzure("take", once, (abortSignal) => queue.receiveMessages({ ...options, abortSignal }));
      const taken = await Promise.all(answer.receivedMessageItems.map((message) => take(queue, message)));
      return taken.filter((one) => one !== undefined);
    },

    async forget(ids) {
      const seen = new Set<string>();
      for (let before = -1; seen.size > before; ) {
        before = seen.size;
        const options = { numberOfMessages: 32, visibilityTimeout: copyingS };
        const answer = await callAzure("look at every job set aside", once, (abortSignal) =>
          poison.receiveMessages({ ...options, abortSignal }),
        );
        for (const { messageId, messageText, popReceipt } of answer.receivedMessageItems) {
          seen.add(messageId);
          const text = Buffer.from(messageText, "base64").toString("utf8");
          if (!ids.some((id) => text.includes(id))) continue;
          await callAzure("delete of a job set aside", once, (abortSignal) => poison.deleteMessage(messageId, popReceipt, { abortSignal }));
        }
      }
    },

    async poisoned() {
      const answer = await callAzure("look at the poisoned jobs", aRead, (abortSignal) =>
        poison.peekMessages({ numberOfMessages: 32, abortSignal }),
      );
      return answer.peekedMessageItems.map(({ messageText }) => toPoisoned(messageText));
    },
  };
}

/** The time (s) for which a job stays hidden after it was read to be copied, or to forget a person. */
const copyingS = 60;

/** Reads, puts, counts and deletes the jobs of all queues, for a move. */
export function placedJobsOf(
  queues: Readonly<Record<Lane, QueueClient>>,
  poison: QueueClient,
): Pick<Storage, "everyJob" | "putJobs" | "countJobs" | "dropJobs"> {
  const all = { ...queues, poison };
  const names = [...lanes, "poison"] as const;

  async function countJobs() {
    const counts = { people: 0, rounds: 0, poison: 0 };
    for (const name of names) {
      const properties = await callAzure("count of jobs", aRead, (abortSignal) => all[name].getProperties({ abortSignal }));
      counts[name] = properties.approximateMessagesCount ?? 0;
    }
    return counts;
  }

  /** Takes jobs until no visible one is left: Azure gives at most 32 at a time, and the first ones again when they are not hidden. */
  async function takeAll(queue: QueueClient, found: Map<string, string>): Promise<void> {
    for (let before = -1; found.size > before; ) {
      before = found.size;
      const answer = await callAzure("look at every job", once, (abortSignal) =>
        queue.receiveMessages({ numberOfMessages: 32, visibilityTimeout: copyingS, abortSignal }),
      );
      for (const { messageId, messageText } of answer.receivedMessageItems) found.set(messageId, messageText);
    }
  }

  return {
    countJobs,

    async everyJob(whileHidden) {
      const found = { people: new Map<string, string>(), rounds: new Map<string, string>(), poison: new Map<string, string>() };
      for (;;) {
        for (const name of names) await takeAll(all[name], found[name]);
        const counts = await countJobs();
        const unseen = names.reduce((sum, name) => sum + Math.max(0, counts[name] - found[name].size), 0);
        if (unseen > 0 && whileHidden) {
          await whileHidden(unseen);
          continue;
        }
        const ofLanes = lanes.flatMap((queue) =>
          [...found[queue].values()].map((text): PlacedJob => ({ queue, job: toContent(text), hiddenMs: 0 })),
        );
        const aside = [...found.poison.values()].map((text): PlacedJob => ({ queue: "poison", ...toPoisoned(text) }));
        return { jobs: [...ofLanes, ...aside], unseen };
      }
    },

    async dropJobs() {
      for (const name of names) await callAzure("delete of all jobs", aWrite, (abortSignal) => all[name].clearMessages({ abortSignal }));
    },

    async putJobs(jobs) {
      for (const one of jobs) {
        const [queue, text, hiddenMs] =
          one.queue === "poison"
            ? [poison, toPoison({ reason: one.reason, tries: one.tries, job: one.job }), 0]
            : [queues[one.queue], toBase64(JSON.stringify(one.job)), one.hiddenMs];
        const options = { messageTimeToLive: -1, visibilityTimeout: hiddenSeconds(hiddenMs, 0) };
        await callAzure("put of a copied job", aWrite, (abortSignal) => queue.sendMessage(text, { ...options, abortSignal }));
      }
    },
  };
}

/** The parsed JSON of a message; where it is none, the beginning of its text. */
function toContent(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64").toString("utf8"));
  } catch {
    return text.slice(0, longestKept);
  }
}

/** Calls on a taken message. Once another worker has it, they do nothing. */
function takenFrom(queue: QueueClient, poison: QueueClient, message: DequeuedMessageItem, content: { job: Job } | { text: string }) {
  /** The pop receipt changes with every update; only the newest one counts. */
  let receipt = message.popReceipt;
  const remove = () =>
    callAzure("delete of a job", aWrite, (abortSignal) => ifStillOurs(queue.deleteMessage(message.messageId, receipt, { abortSignal })));

  return {
    tries: message.dequeueCount,
    async done() {
      await remove();
    },
    async later(afterMs: number) {
      const hidden = hiddenSeconds(afterMs, 0);
      const update = (abortSignal: AbortSignal) => queue.updateMessage(message.messageId, receipt, undefined, hidden, { abortSignal });
      const answer = await callAzure("update of a job", aWrite, (abortSignal) => ifStillOurs(update(abortSignal)));
      receipt = answer?.popReceipt ?? receipt;
    },
    async poison(reason: string) {
      const text = toPoison({ reason, tries: message.dequeueCount, ...content });
      // In this order: a crash in between leaves it in both queues rather than in neither.
      await callAzure("put of a poisoned job", aWrite, (abortSignal) => poison.sendMessage(text, { messageTimeToLive: -1, abortSignal }));
      await remove();
    },
  };
}

/** Undefined when the message is gone (404 MessageNotFound) or was taken by another (400 PopReceiptMismatch). */
async function ifStillOurs<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const { code } = statusOf(error);
    if (code === "MessageNotFound" || code === "PopReceiptMismatch") return undefined;
    throw error;
  }
}

function toBase64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}

/** The text of a poisoned job. A job of the largest size leaves no room for the reason: then only the job's beginning is kept. */
function toPoison({ reason, tries, ...content }: { reason: string; tries: number; job?: unknown; text?: string }): string {
  const whole = JSON.stringify({ reason: reason.slice(0, longestKept), tries, ...content });
  if (Buffer.byteLength(whole) <= mostJobBytes) return toBase64(whole);
  return toBase64(JSON.stringify({ reason: reason.slice(0, longestKept), tries, text: JSON.stringify(content).slice(0, longestKept) }));
}

function toPoisoned(text: string): Poisoned {
  try {
    const { reason, tries, job, text: unread } = JSON.parse(Buffer.from(text, "base64").toString("utf8")) as Poisoned & { text?: string };
    return { reason, tries, job: job ?? unread };
  } catch {
    return { reason: "not what was set aside by Gnist", tries: 0, job: undefined };
  }
}

function toJob(text: string): { job: Job } | { reason: string } {
  try {
    const read = jobShape.safeParse(JSON.parse(Buffer.from(text, "base64").toString("utf8")));
    if (read.success) return { job: read.data };
    return { reason: `not a job: ${read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}` };
  } catch {
    return { reason: "not a job: not JSON in Base64" };
  }
}
