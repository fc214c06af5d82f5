import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { createRequire } from "node:module";

/** Azurite in this process: its connection string, and its end. */
type Azurite = { readonly connectionString: string; stop(): Promise<void> };

/**
 * A fresh Azurite (tables and queues), in memory and on free ports of this process, for the contracts, lost answers and one week.
 * Its classes are not a documented API: they were read in 3.35.0, so package.json pins that version. Its command line sends telemetry and costs a process.
 */
export async function startAzurite(): Promise<Azurite> {
  const azurite = createRequire(import.meta.url);
  leaveOutTelemetry(azurite);
  const { configLogger } = azurite("azurite/dist/src/common/Logger.js") as { configLogger(enable: boolean): void };
  const { default: TableConfiguration } = azurite("azurite/dist/src/table/TableConfiguration.js") as Module<TableSettings, object>;
  const { default: TableServer } = azurite("azurite/dist/src/table/TableServer.js") as Module<[object], AzuriteServer>;
  const { default: QueueConfiguration } = azurite("azurite/dist/src/queue/QueueConfiguration.js") as Module<QueueSettings, object>;
  const { default: QueueServer } = azurite("azurite/dist/src/queue/QueueServer.js") as Module<[object], AzuriteServer>;
  configLogger(false);

  /** host, port (0 for a free one), keep-alive in seconds */
  const listenOptions = ["127.0.0.1", 0, 5] as const;
  /** loose, skipApiVersionCheck (the SDKs may be newer than Azurite), cert, key, pwd, oauth, disableProductStyleUrl */
  const commonOptions = [false, true, "", "", "", undefined, false] as const;
  const extents = [{ locationId: "Default", locationPath: "queue-messages", maxConcurrency: 1 }];
  const inMemory = true;
  const tables = new TableServer(
    new TableConfiguration(...listenOptions, "tables.json", false, false, undefined, undefined, ...commonOptions, inMemory),
  );
  const queues = new QueueServer(
    new QueueConfiguration(
      ...listenOptions,
      "queues.json",
      "queue-extents.json",
      extents,
      false,
      undefined,
      false,
      undefined,
      ...commonOptions,
      inMemory,
    ),
  );

  // A key of its own per start: Azurite's is public, and would open it to everybody on this machine.
  const account = "gnist";
  const key = randomBytes(64);
  for (const { accountDataStore } of [tables, queues]) {
    accountDataStore.accounts = { [account]: { name: account, key1: key } };
    accountDataStore.refresh = () => {};
  }

  await tables.start();
  try {
    await queues.start();
  } catch (error) {
    await tables.close();
    throw error;
  }
  return {
    connectionString:
      `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key.toString("base64")};` +
      `TableEndpoint=${tables.getHttpServerAddress()}/${account};QueueEndpoint=${queues.getHttpServerAddress()}/${account};`,
    async stop() {
      for (const { httpServer } of [tables, queues]) httpServer.closeAllConnections();
      await tables.close();
      await queues.close();
    },
  };
}

/** Replaces the telemetry package, which the servers never use: it is half of the code that they load, and of the loading time. */
function leaveOutTelemetry(azurite: NodeJS.Require): void {
  const path = createRequire(azurite.resolve("azurite/package.json")).resolve("applicationinsights");
  azurite.cache[path] ??= { id: path, filename: path, loaded: true, exports: {} } as NodeJS.Module;
}

/** The part of Azurite's untyped classes that is used. */
type Module<Settings extends readonly unknown[], Made> = { readonly default: new (...settings: Settings) => Made };
type ListenOptions = readonly [host: string, port: number, keepAliveS: number];
type CommonOptions = readonly [boolean, boolean, string, string, string, undefined, boolean];
type TableSettings = [...ListenOptions, string, boolean, boolean, undefined, undefined, ...CommonOptions, inMemory: boolean];
type QueueSettings = [
  ...ListenOptions,
  string,
  string,
  readonly object[],
  boolean,
  undefined,
  boolean,
  undefined,
  ...CommonOptions,
  inMemory: boolean,
];
type AzuriteServer = {
  readonly httpServer: Server;
  readonly accountDataStore: { accounts: Record<string, { readonly name: string; readonly key1: Buffer }>; refresh: () => void };
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
};
