import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, stat, unlink, utimes } from "node:fs/promises";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Running servers. `close` saves everything and frees the folder; whoever uses the store stops first. */
export type OpenServers = { readonly connectionString: string; close(): Promise<void> };

/**
 * Opens Azurite's table and queue servers on a folder, in this process (store-host.ts is that process: restify alters node:http for everybody in its
 * own, and breaks them there), on free loopback ports.
 * For trials and small companies: up to some 50,000 rows without a stall, 300,000 at most. It saves every 5 s and on `close`, so a crash or
 * SIGKILL loses up to 5 s of what was acknowledged.
 * @throws Error when another process has `dataDir` open.
 */
export async function openAzurite(dataDir: string): Promise<OpenServers> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const unlock = await lock(dataDir);
  try {
    const servers = await startServers(dataDir);
    return {
      connectionString: servers.connectionString,
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

  const drains = [drainOf(tables.httpServer), drainOf(queues.httpServer)];
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
    async close() {
      // What is being answered must be answered before the last save, or an acknowledged write would be missing from it.
      await Promise.all(drains.map((drain) => drain()));
      for (const store of [tables.metadataStore, queues.metadataStore, queues.extentMetadataStore]) await saved(store?.db);
      await tables.close();
      await queues.close();
    },
  };
}

/** What is used of Azurite's untyped classes. */
type Module<Settings extends readonly unknown[], Made> = { readonly default: new (...settings: Settings) => Made };
type Door = readonly [host: string, port: number, keepAliveS: number];
type Manners = readonly [boolean, boolean, string, string, string, undefined, boolean];
type TableSettings = [...Door, string, boolean, boolean, undefined, undefined, ...Manners, inMemory: boolean];
type QueueSettings = [...Door, string, string, readonly object[], boolean, undefined, boolean, undefined, ...Manners, inMemory: boolean];
type Loki = { saveDatabase(saved: (error?: unknown) => void): void };
type AzuriteServer = {
  readonly httpServer: Server;
  readonly metadataStore: { readonly db: Loki };
  readonly extentMetadataStore?: { readonly db: Loki };
  readonly accountDataStore: { accounts: Record<string, { readonly name: string; readonly key1: Buffer }>; refresh: () => void };
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
};

/**
 * Loki's own `close` does not wait for a save that is already running; asking for one more does.
 * Measured without it: closing and exiting within the autosave left 0 of 9,900 acknowledged rows on disk, in 3 of 8 runs.
 */
function saved(db: Loki | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (db === undefined) resolve();
    else db.saveDatabase((error) => (error ? reject(error) : resolve()));
  });
}

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

/** How often the lock is touched, and when an untouched one counts as left behind, ms. */
const touchMs = 3_000;
const abandonedMs = 15_000;

/** Who holds a lock. `since` tells two processes of the same pid apart: in a container it is often the same after every start. */
type Holder = { readonly pid: number; readonly host: string; readonly since: number };

/**
 * Two processes on one folder would overwrite each other's files, so a lock file names the one that may. A crash leaves it behind: then it is
 * taken over, at once when its process is known to be dead, after 15 s untouched when it was on another machine (or container).
 * @returns what unlocks.
 */
async function lock(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, "gnist.lock");
  const me: Holder = { pid: process.pid, host: hostname(), since: Math.round(performance.timeOrigin) };
  for (;;) {
    try {
      const file = await open(path, "wx", 0o600);
      await file.writeFile(JSON.stringify(me));
      await file.close();
      break;
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
    }
    const found = await holderOf(path);
    if (found === undefined) continue;
    if (isAlive(found, me)) {
      const holder = found.holder === undefined ? "another process" : `process ${found.holder.pid} on ${found.holder.host}`;
      throw new Error(
        `The folder ${dataDir} is in use by ${holder}. Only one Gnist may use an embedded store: stop the other one, give this one a folder of its ` +
          `own, or use an Azure storage account. If the other one has crashed, try again in ${abandonedMs / 1000} s.`,
      );
    }
    await removeStale(path, me);
  }
  const touching = setInterval(() => utimes(path, new Date(), new Date()).catch(() => {}), touchMs);
  touching.unref();
  return async () => {
    clearInterval(touching);
    await removed(path);
  };
}

/** Several may find a stale lock at once. Only who holds the guard may remove it, and looks again first: it may be a new one by now. */
async function removeStale(path: string, me: Holder): Promise<void> {
  const guard = `${path}.takeover`;
  try {
    await (await open(guard, "wx", 0o600)).close();
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    const held = await holderOf(guard);
    if (held !== undefined && held.untouchedMs > abandonedMs) await removed(guard);
    else await wait(20);
    return;
  }
  try {
    const found = await holderOf(path);
    if (found !== undefined && !isAlive(found, me)) await removed(path);
  } finally {
    await removed(guard);
  }
}

type Found = { readonly text: string; readonly holder: Holder | undefined; readonly untouchedMs: number };

async function holderOf(path: string): Promise<Found | undefined> {
  try {
    const [text, { mtimeMs }] = [await readFile(path, "utf8"), await stat(path)];
    return { text, holder: parsed(text), untouchedMs: Date.now() - mtimeMs };
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** A lock that cannot be read may just be being written. */
function parsed(text: string): Holder | undefined {
  try {
    const { pid, host, since } = JSON.parse(text) as Partial<Record<string, unknown>>;
    return typeof pid === "number" && typeof host === "string" && typeof since === "number" ? { pid, host, since } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ holder, untouchedMs }: Found, me: Holder): boolean {
  if (holder === undefined || holder.host !== me.host) return untouchedMs < abandonedMs;
  if (holder.pid === me.pid) return holder.since === me.since;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

/** Removes a file; that another has done so is fine. */
async function removed(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (!isCode(error, "ENOENT")) throw error;
  });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
