import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { lockFolder } from "./folder-lock.ts";
import { keepSaved, type Loki, type Saves } from "./saves.ts";

/** Running servers. `close` saves everything and frees the folder; whoever uses the store stops first. */
export type OpenServers = {
  readonly connectionString: string;
  readonly saves: Saves;
  /** How many rows the tables hold, counted without a look at any. */
  rows(): number;
  close(): Promise<void>;
};

/**
 * Opens Azurite's table and queue servers on a folder, in this process (store-host.ts is that process: restify alters node:http for everybody in its
 * own, and breaks them there), on free loopback ports.
 * For trials and small companies: up to some 50,000 rows without a stall, 300,000 at most. It saves every 5 s (saves.ts) and on `close`, so a power cut or
 * SIGKILL loses what was acknowledged since the last save.
 * @throws FolderInUse when another process has `dataDir` open.
 */
export async function openAzurite(dataDir: string): Promise<OpenServers> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(dataDir);
  try {
    const servers = await startServers(dataDir);
    return {
      ...servers,
      async close() {
        try {
          await servers.close();
        } finally {
          await unlock();
        }
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** The two servers without the lock. @param location the folder of the data; in memory where there is none (tests). */
export async function startServers(location: string | undefined): Promise<OpenServers> {
  // Azurite's classes are not a documented API: they were read in 3.35.0, so package.json pins that version. Its command line is no way out: it
  // sends telemetry, loses data on SIGTERM, and costs a process. Loaded only here, because a real account needs none of it.
  const azurite = createRequire(import.meta.url);
  leaveOutTelemetry(azurite);
  const { configLogger } = azurite("azurite/dist/src/common/Logger.js") as { configLogger(enable: boolean): void };
  const { default: TableConfiguration } = azurite("azurite/dist/src/table/TableConfiguration.js") as Module<TableSettings, object>;
  const { default: TableServer } = azurite("azurite/dist/src/table/TableServer.js") as Module<[object], AzuriteServer>;
  const { default: QueueConfiguration } = azurite("azurite/dist/src/queue/QueueConfiguration.js") as Module<QueueSettings, object>;
  const { default: QueueServer } = azurite("azurite/dist/src/queue/QueueServer.js") as Module<[object], AzuriteServer>;
  configLogger(false);

  const inMemory = location === undefined;
  const at = (name: string) => join(location ?? ".", name);
  /** host, port (0 for a free one), keep-alive in seconds */
  const door = ["127.0.0.1", 0, 5] as const;
  /** loose, skipApiVersionCheck (the SDKs may be newer than Azurite), cert, key, pwd, oauth, disableProductStyleUrl */
  const manners = [false, true, "", "", "", undefined, false] as const;
  const extents = [{ locationId: "Default", locationPath: at("queue-messages"), maxConcurrency: 1 }];
  const tables = new TableServer(
    new TableConfiguration(...door, at("tables.json"), false, false, undefined, undefined, ...manners, inMemory),
  );
  const queues = new QueueServer(
    new QueueConfiguration(
      ...door,
      at("queues.json"),
      at("queue-extents.json"),
      extents,
      false,
      undefined,
      false,
      undefined,
      ...manners,
      inMemory,
    ),
  );

  // A key of its own per start. Azurite's is public, and would open the store to everybody with an account on this machine.
  const account = "gnist";
  const key = randomBytes(64);
  for (const { accountDataStore } of [tables, queues]) {
    accountDataStore.accounts = { [account]: { name: account, key1: key } };
    accountDataStore.refresh = () => {};
  }

  // Files of no use are deleted at the start and then no more (the longest timer, 25 days). Each minute, as Azurite does, it would delete the texts of jobs whose
  // end is not saved yet: after a crash such a job is back without its text, and the queue answers 500 for ever.
  if (queues.gcManager) queues.gcManager.gcIntervalInMS = 2 ** 31 - 1;

  const drains = [drainOf(tables.httpServer), drainOf(queues.httpServer)];
  await tables.start();
  try {
    await queues.start();
  } catch (error) {
    await tables.close();
    throw error;
  }
  const databases = [queues.extentMetadataStore, queues.metadataStore, tables.metadataStore].flatMap((store) => store?.db ?? []);
  const saves = keepSaved(inMemory ? [] : databases);
  return {
    saves,
    rows: () => {
      const ours = tables.metadataStore.db.collections.filter(({ name }) => name.startsWith(`${account}$`));
      return ours.reduce((sum, table) => sum + table.count(), 0);
    },
    connectionString:
      `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key.toString("base64")};` +
      `TableEndpoint=${tables.getHttpServerAddress()}/${account};QueueEndpoint=${queues.getHttpServerAddress()}/${account};`,
    async close() {
      // What is being answered must be answered before the last save, or an acknowledged write would be missing from it.
      await Promise.all(drains.map((drain) => drain()));
      saves.end();
      await saves.now();
      await tables.close();
      await queues.close();
    },
  };
}

/** The servers never use their telemetry, but its package is half of all that they load, and of the time that takes. */
function leaveOutTelemetry(azurite: NodeJS.Require): void {
  const path = createRequire(azurite.resolve("azurite/package.json")).resolve("applicationinsights");
  azurite.cache[path] ??= { id: path, filename: path, loaded: true, exports: {} } as NodeJS.Module;
}

/** What is used of Azurite's untyped classes. */
type Module<Settings extends readonly unknown[], Made> = { readonly default: new (...settings: Settings) => Made };
type Door = readonly [host: string, port: number, keepAliveS: number];
type Manners = readonly [boolean, boolean, string, string, string, undefined, boolean];
type TableSettings = [...Door, string, boolean, boolean, undefined, undefined, ...Manners, inMemory: boolean];
type QueueSettings = [...Door, string, string, readonly object[], boolean, undefined, boolean, undefined, ...Manners, inMemory: boolean];
type AzuriteServer = {
  readonly httpServer: Server;
  readonly metadataStore: { readonly db: Loki };
  readonly extentMetadataStore?: { readonly db: Loki };
  readonly gcManager?: { gcIntervalInMS: number };
  readonly accountDataStore: { accounts: Record<string, { readonly name: string; readonly key1: Buffer }>; refresh: () => void };
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
};

/** Prepares to stop a server: no new connections, and at most 2 s for the answers that are being given. */
function drainOf(server: Server): () => Promise<void> {
  let stopping = false;
  server.on("request", (_request, response) => {
    // Only after its answer a kept-alive connection counts as idle.
    response.once("close", () => stopping && setImmediate(() => server.closeIdleConnections()));
  });
  return async () => {
    stopping = true;
    const drained = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeIdleConnections();
    await Promise.race([drained, wait(2_000, undefined, { ref: false })]);
  };
}
