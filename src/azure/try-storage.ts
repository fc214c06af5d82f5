import type { QueueClient } from "@azure/storage-queue";
import { lanes } from "../domain/job.ts";
import type { Rows } from "../ports.ts";
import { azureRows } from "./azure-rows.ts";
import { aWrite, callAzure, statusOf, why } from "./call-azure.ts";
import { clients, queueNames, type StorageSettings } from "./open-storage.ts";

/** The end of a try: it worked, the table or queue is not made yet, or Azure's answer or the lack of one. */
type TryEnd = "works" | "missing" | { readonly status: number | undefined; readonly code: string | undefined; readonly say: string };

export type TriedStorage = {
  readonly table: TryEnd;
  readonly queues: TryEnd;
  /** How far the clock of this machine is ahead of Azure's, ms. */
  readonly offMs?: number;
  /** The rows, where the table is there and this identity may use it. */
  readonly rows?: Rows;
};

/** The queue's message of a try stays hidden until a second before Azure deletes it by itself, should this process die before it does so. */
const messageLife = { visibilityTimeout: 9, messageTimeToLive: 10 };

const place = { partitionKey: "doctor", rowKey: "doctor" };

/**
 * Tries what Gnist needs of a storage account, and makes neither table nor queue: it writes a row and deletes it, and puts a hidden message into each queue and
 * deletes it. Never rejects.
 */
export async function tryStorage(settings: StorageSettings): Promise<TriedStorage> {
  let offMs: number | undefined;
  const noteTime = (answer: { readonly headers: { get(name: string): string | undefined } }) => {
    const time = Date.parse(answer.headers.get("date") ?? "");
    if (!Number.isNaN(time)) offMs = Date.now() - time;
  };
  const { table, queueAt } = await clients(settings);
  const writeRow = async () => {
    await callAzure("row of the doctor", aWrite, (abortSignal) =>
      table.upsertEntity(place, "Replace", { abortSignal, onResponse: noteTime }),
    );
    await callAzure("row of the doctor", aWrite, (abortSignal) => table.deleteEntity(place.partitionKey, place.rowKey, { abortSignal }));
  };
  const [tableEnd, ...queueEnds] = await Promise.all([
    endOf(writeRow),
    ...lanes.map((lane) => endOf(() => putMessage(queueAt(queueNames[lane])))),
  ]);
  return {
    table: tableEnd,
    queues: queueEnds.find((end) => typeof end === "object") ?? queueEnds.find((end) => end === "missing") ?? "works",
    ...(offMs === undefined ? {} : { offMs }),
    ...(tableEnd === "works" ? { rows: azureRows(table) } : {}),
  };
}

const putMessage = async (queue: QueueClient): Promise<void> => {
  const { messageId, popReceipt } = await callAzure("message of the doctor", aWrite, (abortSignal) =>
    queue.sendMessage("doctor", { ...messageLife, abortSignal }),
  );
  await callAzure("message of the doctor", aWrite, (abortSignal) => queue.deleteMessage(messageId, popReceipt, { abortSignal }));
};

const endOf = async (attempt: () => Promise<void>): Promise<TryEnd> => {
  try {
    await attempt();
    return "works";
  } catch (fault) {
    const cause = fault instanceof Error ? fault.cause : fault;
    const { status, code = codeInBody(cause) } = statusOf(cause);
    if (status === 404) return "missing";
    return { status, code, say: status !== undefined && code !== undefined ? `${status} ${code}` : why(cause) };
  }
};

/** The code of a refusal before the table is reached, which the SDK for tables (13.3.2) leaves in the answer. */
const codeInBody = (cause: unknown): string | undefined => {
  const { response } = (cause ?? {}) as { readonly response?: { readonly bodyAsText?: string | null } };
  return /(?:<Code>|"code":\s*")(\w+)/i.exec(response?.bodyAsText ?? "")?.[1];
};
