import { randomUUID } from "node:crypto";
import { access, rm, writeFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { type OpenServers, openAzurite } from "./azurite-servers.ts";
import { folderFault, isCode } from "./folder-fault.ts";
import { FolderInUse } from "./folder-lock.ts";

/**
 * The process of the embedded store, started by embedded-store.ts: `node store-host.ts <folder>`. It saves every 5 s, so it must outlive a Gnist that is
 * killed: it ignores signals, and closes in order when no Gnist is connected any more. Where to find it stands in the folder, for its owner only.
 * `id` is new with each start: what a crash left behind may name a port that is somebody else's by now.
 */
export type StoreInfo = { readonly id: string; readonly port: number; readonly connectionString: string };

export const infoFile = (dataDir: string) => join(dataDir, "store.json");

/** A line that every Gnist hears: as its welcome, when something changes, and as goodbye. `unsaved` says why the last save failed. */
export type StoreWord = { readonly id: string; readonly rows: number; readonly unsaved?: string };

/** A host that nobody has connected to closes after this long (ms). */
const lonelyMs = 20_000;

/** How often it looks whether there is news for its guests, and tries again to save what must be saved before it closes, ms. */
const newsMs = 1_000;
const againMs = 2_000;

const host = async (dataDir: string): Promise<void> => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => undefined);
  // Also in a folder that others may look into.
  process.umask(0o077);
  const store = await openAzurite(dataDir);
  try {
    await receive(dataDir, store);
  } catch (fault) {
    await rm(infoFile(dataDir), { force: true }).catch(() => undefined);
    await store.close().catch(() => undefined);
    throw fault;
  }
};

/** Lets guests in. Resolves when the folder says where. */
const receive = async (dataDir: string, store: OpenServers): Promise<void> => {
  const id = randomUUID();
  const guests = new Set<Socket>();
  let closing: Promise<void> | undefined;

  const word = (): string => {
    const fault = store.saves.fault();
    const said: StoreWord = { id, rows: store.rows(), ...(fault ? { unsaved: folderFault(dataDir, fault) ?? String(fault) } : {}) };
    return `${JSON.stringify(said)}\n`;
  };
  let told = "";
  setInterval(() => {
    const news = word();
    if (news !== told) for (const guest of guests) guest.write(news);
    told = news;
  }, newsMs);

  /** What cannot be saved is kept for the next Gnist, until there is room or the folder is gone. While it saves, somebody may come. */
  const closeIfEmpty = async (): Promise<void> => {
    clearTimeout(later);
    const fault = await store.saves.now().catch((cause: unknown) => cause);
    if (guests.size > 0) return;
    if (fault && !(await isGone(dataDir))) {
      later = setTimeout(closeIfEmpty, againMs);
      return;
    }
    closing ??= close();
    await closing;
  };
  const close = async () => {
    server.close();
    await rm(infoFile(dataDir), { force: true }).catch(() => undefined);
    await store.close().catch(() => undefined);
    // Whoever waits is told first.
    setTimeout(() => process.exit(0), 50);
  };

  const server = createServer({ allowHalfOpen: true }, (guest) => {
    if (closing) {
      guest.destroy();
      return;
    }
    guests.add(guest);
    clearTimeout(later);
    const leave = async () => {
      if (guests.delete(guest) && guests.size === 0) await closeIfEmpty();
    };
    // The guest waits for the end of its connection: when it was the last, everything is saved by then, or it hears why not.
    guest.on("end", () => void leave().then(() => guest.end(word())));
    guest.on("close", () => void leave());
    guest.on("error", () => guest.destroy());
    guest.resume();
    guest.write(word());
  });
  let later = setTimeout(closeIfEmpty, lonelyMs);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const info: StoreInfo = { id, port, connectionString: store.connectionString };
  await writeFile(infoFile(dataDir), JSON.stringify(info), { mode: 0o600 });
};

const isGone = (dataDir: string): Promise<boolean> =>
  access(dataDir).then(
    () => false,
    (error: unknown) => isCode(error, "ENOENT"),
  );

/** Its first line tells who started it how that went: `ready`, or `busy` or `failed` with a sentence. */
const [, program = "", dataDir] = process.argv;
if (program.endsWith("store-host.ts") && dataDir) {
  const say = (line: string, then?: () => void) => process.stdout.write(`${line}\n`, then);
  // Nobody listens any more after that.
  process.stdout.on("error", () => undefined);
  host(dataDir).then(
    () => say("ready"),
    (fault: unknown) => {
      const why = folderFault(dataDir, fault) ?? (fault instanceof Error ? fault.message : String(fault));
      say(`${fault instanceof FolderInUse ? "busy" : "failed"} ${why}`, () => process.exit(1));
    },
  );
}
