import type { QueueClient } from "@azure/storage-queue";
import { doctorPlace } from "../domain/doctor-place.ts";
import { lanes } from "../domain/job.ts";
import type { Rows } from "../ports.ts";
import { azureRows } from "./azure-rows.ts";
import { aFirstCall, aWrite, callAzure, statusOf } from "./call-azure.ts";
import { clients, poisonName, queueNames, type StorageSettings } from "./open-storage.ts";

/** The end of a try: it worked, the table or queue is not made yet, or Azure's answer or the lack of one. */
type TryEnd = "works" | "missing" | { readonly status: number | undefined; readonly code: string | undefined; readonly say: string };

export type TriedStorage = {
  readonly table: TryEnd;
  readonly queues: TryEnd;
  /** Why Gnist may not use what is in the account: it was moved, or a later release has written it. Then nothing was written. */
  readonly unusable?: string;
  /** How far the clock of this machine is ahead of Azure's, ms. */
  readonly offMs?: number;
  /** The rows, where the table is there and this identity may use it. */
  readonly rows?: Rows;
};

/** The message of a try stays hidden until a second before Azure deletes it by itself, should this process die before it does so. */
const messageLife = { visibilityTimeout: 9, messageTimeToLive: 10 };

const place = { partitionKey: doctorPlace.partition, rowKey: doctorPlace.key };

/**
 * Tries what Gnist needs of a storage account, and makes neither table nor queue: it writes a row and deletes it, looks at each queue, and puts a hidden message
 * into the queue of jobs that were set aside and deletes it. No worker takes jobs from there. Never rejects.
 * @param whyUnusable says why Gnist may not use these rows; it never rejects
 */
export async function tryStorage(
  settings: StorageSettings,
  whyUnusable: (rows: Rows) => Promise<string | undefined>,
): Promise<TriedStorage> {
  let offMs: number | undefined;
  const noteTime = (answer: { readonly headers: { get(name: string): string | undefined } }) => {
    const time = Date.parse(answer.headers.get("date") ?? "");
    if (!Number.isNaN(time)) offMs = Date.now() - time;
  };
  try {
    const { table, queueAt } = await clients(settings);
    const rows = azureRows(table);
    const { partitionKey, rowKey } = place;
    const isThere = await endOf(() =>
      callAzure("look of the doctor", aFirstCall, (abortSignal) =>
        table.getEntity(partitionKey, rowKey, { abortSignal, onResponse: noteTime }),
      ),
    );
    const unusable = isThere === "works" ? await whyUnusable(rows) : undefined;
    const noted = offMs === undefined ? {} : { offMs };
    if (unusable !== undefined) return { table: "works", queues: "works", unusable, ...noted };
    const writeRow = async () => {
      await callAzure("row of the doctor", aWrite, (abortSignal) => table.upsertEntity(place, "Replace", { abortSignal }));
      await callAzure("row of the doctor", aWrite, (abortSignal) => table.deleteEntity(partitionKey, rowKey, { abortSignal }));
    };
    const [tableEnd, ...queueEnds] = await Promise.all([
      isThere === "works" ? endOf(writeRow) : isThere,
      endOf(() => putMessage(queueAt(poisonName))),
      ...lanes.map((lane) =>
        endOf(() => callAzure("queue", aFirstCall, (abortSignal) => queueAt(queueNames[lane]).getProperties({ abortSignal }))),
      ),
    ]);
    return {
      table: tableEnd,
      queues: queueEnds.find((end) => typeof end === "object") ?? queueEnds.find((end) => end === "missing") ?? "works",
      ...noted,
      ...(tableEnd === "works" ? { rows } : {}),
    };
  } catch (fault) {
    // The SDKs refuse the settings themselves.
    const refused = { status: undefined, code: "settings", say: fault instanceof Error ? fault.name : "fault" };
    return { table: refused, queues: refused };
  }
}

const putMessage = async (queue: QueueClient): Promise<void> => {
  const { messageId, popReceipt } = await callAzure("message of the doctor", aFirstCall, (abortSignal) =>
    queue.sendMessage("doctor", { ...messageLife, abortSignal }),
  );
  await callAzure("message of the doctor", aWrite, (abortSignal) => queue.deleteMessage(messageId, popReceipt, { abortSignal }));
};

const endOf = async (attempt: () => Promise<unknown>): Promise<TryEnd> => {
  try {
    await attempt();
    return "works";
  } catch (fault) {
    const cause = fault instanceof Error ? fault.cause : fault;
    const { status, code = codeInBody(cause) } = statusOf(cause);
    if (status === 404) return code === "ResourceNotFound" ? "works" : "missing";
    const { name, message } = cause instanceof Error ? cause : { name: "fault", message: "" };
    // Entra's code alone: what a sign-in says holds ids, and names of people and tenants.
    const said = [status, code ?? /AADSTS\d+/.exec(message)?.[0]].filter((part) => part !== undefined);
    return { status, code, say: said.join(" ") || name };
  }
};

/** The code of a refusal before the table is reached, which the SDK for tables (13.3.2) leaves in the answer. */
const codeInBody = (cause: unknown): string | undefined => {
  const { response } = (cause ?? {}) as { readonly response?: { readonly bodyAsText?: string | null } };
  return /(?:<Code>|"code":\s*")(\w+)/i.exec(response?.bodyAsText ?? "")?.[1];
};
