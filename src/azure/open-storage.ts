import { setTimeout as wait } from "node:timers/promises";
import { TableClient } from "@azure/data-tables";
import { QueueClient } from "@azure/storage-queue";
import { type Lane, lanes } from "../domain/job.ts";
import { type Storage, StoreFault } from "../ports.ts";
import { azureJobs, placedJobsOf } from "./azure-jobs.ts";
import { azureRows, everyRowOf } from "./azure-rows.ts";
import { aRead, callAzure, statusOf, why } from "./call-azure.ts";

const tableName = "Gnist";
export const queueNames: Readonly<Record<Lane, string>> = { people: "gnist-jobs", rounds: "gnist-rounds" };
export const poisonName = "gnist-jobs-poison";

/** This room makes its own retries (call-azure.ts), because the SDKs' know no deadline. */
const tableOptions = { retryOptions: { maxRetries: 0 } };
const queueOptions = { retryOptions: { maxTries: 1 } };

/** Where the storage is: a connection string with its key or, better, an account name: Gnist then signs in as its managed identity. */
export type StorageSettings = { readonly connectionString: string } | { readonly account: string };

/** Opens the storage account and creates Gnist's table and queues where they are missing. @throws StoreFault that says what to do. */
export async function openStorage(settings: StorageSettings): Promise<Storage> {
  const { table, queueAt } = await clients(settings);
  const queues = { people: queueAt(queueNames.people), rounds: queueAt(queueNames.rounds) };
  const poison = queueAt(poisonName);
  await Promise.all([
    patiently(`table ${tableName}`, (abortSignal) => table.createTable({ abortSignal })),
    ...lanes.map((lane) => patiently(`queue ${queueNames[lane]}`, (abortSignal) => queues[lane].createIfNotExists({ abortSignal }))),
    patiently(`queue ${poisonName}`, (abortSignal) => poison.createIfNotExists({ abortSignal })),
  ]);
  const rows = azureRows(table);
  return {
    rows,
    jobs: azureJobs(queues, poison, rows),
    everyRow: everyRowOf(table),
    ...placedJobsOf(queues, poison),
    check: () => ({
      store: works(rows.get("check", "check")),
      queue: works(callAzure("check of the queue", aRead, (abortSignal) => queues.people.getProperties({ abortSignal }))),
    }),
    warnings: () => [],
    close: async () => undefined,
  };
}

const works = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  );

/** Clients of the account, which make no call yet. */
export async function clients(settings: StorageSettings): Promise<{ table: TableClient; queueAt: (name: string) => QueueClient }> {
  if ("connectionString" in settings) {
    const { connectionString } = settings;
    return {
      // Plain HTTP is allowed for Azurite only, whose connection string names an http endpoint.
      table: TableClient.fromConnectionString(connectionString, tableName, {
        ...tableOptions,
        allowInsecureConnection: /TableEndpoint=http:/i.test(connectionString),
      }),
      queueAt: (name) => new QueueClient(connectionString, name, queueOptions),
    };
  }
  const { account } = settings;
  // Loaded only here: it is large, and not needed with a connection string.
  const { DefaultAzureCredential } = await import("@azure/identity");
  const credential = new DefaultAzureCredential();
  return {
    table: new TableClient(`https://${account}.table.core.windows.net`, tableName, credential, tableOptions),
    queueAt: (name) => new QueueClient(`https://${account}.queue.core.windows.net/${name}`, credential, queueOptions),
  };
}

/**
 * Creates a table or a queue. It retries after 0.25, 0.5, 1, 2 and 4 s while the reason may pass: no answer, 5xx, 429, or 409 because another instance is
 * creating it or Azure is still deleting an old one (TableBeingDeleted, QueueBeingDeleted).
 */
async function patiently(what: string, create: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  for (let pauseMs = 250; ; pauseMs *= 2) {
    try {
      await create(AbortSignal.timeout(10_000));
      return;
    } catch (cause) {
      const { status } = statusOf(cause);
      const passing = status === undefined || status === 409 || status === 429 || status >= 500;
      if (!passing || pauseMs > 4_000) {
        throw new StoreFault(
          `The ${what} could not be opened: ${why(cause)}. To resolve, check the storage account's name or connection string, its firewall, and that ` +
            "Gnist's identity has the roles Storage Table Data Contributor and Storage Queue Data Contributor (new roles take some minutes).",
          { cause },
        );
      }
      await wait(pauseMs);
    }
  }
}
