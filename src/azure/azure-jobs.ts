import { Buffer } from "node:buffer";
import type { DequeuedMessageItem, QueueClient } from "@azure/storage-queue";
import { type Job, jobShape, type Lane, laneOf } from "../domain/job.ts";
import { type Jobs, type Poisoned, StoreFault, type Taken } from "../ports.ts";
import { aRead, ask, aWrite, once, refusal } from "./ask.ts";

/** Azure's longest hiding time, seconds. https://learn.microsoft.com/rest/api/storageservices/put-message */
const sevenDays = 7 * 24 * 60 * 60;

/** A text of at most 48 KiB fits a message once it is Base64 (64 KiB); what is kept of a message that nobody can read stays far below. */
const longestKept = 8_000;

/**
 * Jobs on an Azure queue, and what nobody can do on its poison queue as `{ reason, tries, job }` (or `text`, where it is no job).
 * Messages are Base64 of JSON and never expire. Hiding times are rounded up to whole seconds.
 * A `put` or `poison` whose answer is lost is made again and may then be there twice, as "at least once" allows.
 * @param queues one for each lane; they and `poison` are made with `retryOptions: { maxTries: 1 }`; this file repeats what may be repeated.
 */
export function azureJobs(queues: Readonly<Record<Lane, QueueClient>>, poison: QueueClient): Jobs {
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
      await taken.poison(read.reason);
    } catch (error) {
      // The jobs taken along with it must still reach the caller; this one comes back and is moved then.
      if (!(error instanceof StoreFault)) throw error;
    }
    return undefined;
  }

  return {
    async put(job, afterMs = 0) {
      const options = { messageTimeToLive: -1, visibilityTimeout: seconds(afterMs, 0) };
      await ask(`put of ${job.job}`, aWrite, (abortSignal) => queues[laneOf(job)].sendMessage(toText(job), { ...options, abortSignal }));
    },

    async take(lane, max, hiddenMs) {
      const queue = queues[lane];
      if (!Number.isInteger(max) || max < 1 || max > 32) throw new Error(`${max} jobs asked for; Azure gives 1 to 32 at a time.`);
      const options = { numberOfMessages: max, visibilityTimeout: seconds(hiddenMs, 1) };
      // Asked once: the worker asks again anyway, and a lost answer only hides its jobs for `hiddenMs`.
      const answer = await ask("take", once, (abortSignal) => queue.receiveMessages({ ...options, abortSignal }));
      const taken = await Promise.all(answer.receivedMessageItems.map((message) => take(queue, message)));
      return taken.filter((one) => one !== undefined);
    },

    async poisoned() {
      const answer = await ask("look at the poisoned jobs", aRead, (abortSignal) =>
        poison.peekMessages({ numberOfMessages: 32, abortSignal }),
      );
      return answer.peekedMessageItems.map(({ messageText }) => toPoisoned(messageText));
    },
  };
}

/** What can be done with a taken message. When another worker has it by now, it is that worker's, and nothing happens here. */
function takenFrom(queue: QueueClient, poison: QueueClient, message: DequeuedMessageItem, content: { job: Job } | { text: string }) {
  /** Changes with every update; only the newest one counts. */
  let receipt = message.popReceipt;
  const remove = () =>
    ask("delete of a job", aWrite, (abortSignal) => ifStillOurs(queue.deleteMessage(message.messageId, receipt, { abortSignal })));

  return {
    tries: message.dequeueCount,
    async done() {
      await remove();
    },
    async later(afterMs: number) {
      const hidden = seconds(afterMs, 0);
      const update = (abortSignal: AbortSignal) => queue.updateMessage(message.messageId, receipt, undefined, hidden, { abortSignal });
      const answer = await ask("update of a job", aWrite, (abortSignal) => ifStillOurs(update(abortSignal)));
      receipt = answer?.popReceipt ?? receipt;
    },
    async poison(reason: string) {
      const text = toText({ reason: reason.slice(0, longestKept), tries: message.dequeueCount, ...content });
      // In this order: a crash in between leaves it in both queues rather than in neither.
      await ask("put of a poisoned job", aWrite, (abortSignal) => poison.sendMessage(text, { messageTimeToLive: -1, abortSignal }));
      await remove();
    },
  };
}

/** Undefined when the message is gone (404 MessageNotFound) or was taken by another (400 PopReceiptMismatch). */
async function ifStillOurs<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const { code } = refusal(error);
    if (code === "MessageNotFound" || code === "PopReceiptMismatch") return undefined;
    throw error;
  }
}

function toText(content: object): string {
  return Buffer.from(JSON.stringify(content), "utf8").toString("base64");
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

function seconds(ms: number, least: 0 | 1): number {
  const whole = Math.max(least, Math.ceil(ms / 1000));
  if (!(ms >= 0) || whole > sevenDays) throw new Error(`A job can be hidden for 0 ms to 7 days, not for ${ms} ms.`);
  return whole;
}
