import { rm, writeFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { openAzurite } from "./azurite-servers.ts";

/**
 * The process of the embedded store, started by embedded-store.ts: `node store-host.ts <folder>`. Azurite saves every 5 s, so it must outlive a Gnist that is
 * killed: it ignores signals, and closes in order when no Gnist is connected any more. Where to find it stands in the folder, for its owner only.
 */
export type StoreInfo = { readonly port: number; readonly connectionString: string };

export const infoFile = (dataDir: string) => join(dataDir, "store.json");

/** A host that nobody has connected to closes after this long (ms). */
const lonelyMs = 20_000;

const host = async (dataDir: string): Promise<void> => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => undefined);
  const store = await openAzurite(dataDir);
  const guests = new Set<Socket>();
  let closing = false;
  const server = createServer({ allowHalfOpen: true }, (guest) => {
    if (closing) {
      guest.destroy();
      return;
    }
    guests.add(guest);
    clearTimeout(lonely);
    const leave = (then: () => void) => {
      if (!guests.delete(guest)) return;
      if (guests.size === 0) void close().then(then);
      else then();
    };
    // The guest waits for the end of its connection: when it was the last, everything is saved by then.
    guest.on("end", () => leave(() => guest.end()));
    guest.on("close", () => leave(() => undefined));
    guest.on("error", () => guest.destroy());
    guest.resume();
    guest.write("welcome\n");
  });
  const close = async () => {
    closing = true;
    server.close();
    await rm(infoFile(dataDir), { force: true });
    await store.close();
    setImmediate(() => setTimeout(() => process.exit(0), 50));
  };
  const lonely = setTimeout(() => void close(), lonelyMs);
  server.listen(0, "127.0.0.1", async () => {
    const address = server.address();
    const info: StoreInfo = { port: typeof address === "object" && address ? address.port : 0, connectionString: store.connectionString };
    await writeFile(infoFile(dataDir), JSON.stringify(info), { mode: 0o600 });
    process.stdout.write("ready\n");
  });
};

const [, program = "", dataDir] = process.argv;
if (program.endsWith("store-host.ts") && dataDir) {
  host(dataDir).catch((fault: unknown) => {
    process.stdout.write(`${fault instanceof Error ? fault.message : String(fault)}\n`, () => process.exit(1));
  });
}
