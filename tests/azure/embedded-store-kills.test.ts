import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { QueueClient } from "@azure/storage-queue";
import { expect, test } from "vitest";
import type { EmbeddedStore } from "../../src/azure/embedded-store.ts";
import { openStorage } from "../../src/azure/open-storage.ts";
import { hostOf, inFolder, insert, keepingLog, keysIn, open } from "./stores.ts";

test(
  "kill -9 and SIGTERM to Gnist's whole process group, at any moment of its writing, lose nothing that was acknowledged",
  inFolder(async (dataDir) => {
    const chance = seeded(20_261_125);
    const acknowledged: string[] = [];
    for (const [round, signal] of (["SIGKILL", "SIGTERM", "SIGKILL"] as const).entries()) {
      // The next ones start while the store is still closing behind the last ones.
      const [processes, lines] = [round === 1 ? 2 : 1, 1 + Math.floor(chance() * 400)];
      acknowledged.push(...(await writeUntilKilled(dataDir, `r${round}w`, processes, lines, signal)));
    }
    const store = await open(dataDir);
    const keys = await keysIn(store);
    const found = new Set([...keys.map((key) => `row ${key}`), ...(await messagesIn(store)).map((text) => `message ${text}`)]);
    expect(acknowledged.length).toBeGreaterThan(200);
    expect(acknowledged.filter((line) => !found.has(line))).toEqual([]);
    const other = (key: string) => key.replace(/.$/, (end) => (end === "a" ? "b" : "a"));
    expect(keys.filter((key) => !keys.includes(other(key)))).toEqual([]);
    await store.close();
  }),
  60_000,
);

test(
  "kill -9 to the store's own process costs the last seconds, as of one moment, and the next start gets over what it left behind",
  inFolder(async (dataDir) => {
    const log = keepingLog();
    const store = await open(dataDir, log);
    const { rows } = await openStorage(store);
    const queue = queueIn(store);
    await queue.create();
    const acknowledged: { readonly n: number; readonly at: number }[] = [];
    const start = performance.now();
    for (let n = 10_000; performance.now() - start < 7_500; n += 1) {
      const pair = [`${n}a`, `${n}b`];
      await rows.commit(
        "p",
        pair.map((key) => ({ do: "insert", key, values: {} })),
      );
      acknowledged.push({ n, at: performance.now() });
      await queue.sendMessage(`${n}`);
    }
    const killed = performance.now();
    process.kill(await hostOf(dataDir), "SIGKILL");
    await expect.poll(() => log.lines.map(({ level, event }) => `${level} ${event}`)).toEqual(["error store-lost"]);
    expect(store.warnings()).toEqual([expect.stringContaining("To resolve, start Gnist again.")]);
    await store.close();

    // It has left a lock, and a port that is somebody else's by now.
    expect(await readdir(dataDir)).toEqual(expect.arrayContaining(["gnist.lock", "store.json"]));
    const { port } = JSON.parse(await readFile(join(dataDir, "store.json"), "utf8")) as { port: number };
    const stranger = createServer((socket) => void socket.on("error", () => undefined).end('{"id":"another store","rows":1}\n'));
    await new Promise<void>((resolve) => stranger.listen(port, "127.0.0.1", resolve));
    const again = await open(dataDir);
    stranger.close();

    const found = new Set(await keysIn(again));
    const old = acknowledged.filter(({ at }) => at < killed - 6_000).flatMap(({ n }) => [`${n}a`, `${n}b`]);
    expect(old.length).toBeGreaterThan(20);
    expect(old.filter((key) => !found.has(key))).toEqual([]);
    // Each transaction is there whole, and behind the rows of the last one at most its message is missing.
    const last = 10_000 + found.size / 2 - 1;
    expect([...found].filter((key) => Number.parseInt(key, 10) > last)).toEqual([]);
    expect([last, last - 1]).toContain(Math.max(...(await messagesIn(again)).map(Number)));
    await insert(again, "new");
    await again.close();
  }),
  60_000,
);

/** Numbers from 0 to below 1, the same in each run. */
const seeded = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};

/** Starts writers.ts in a process group of its own, and kills that as soon as it has said so many lines. @returns what was acknowledged. */
const writeUntilKilled = async (dataDir: string, prefix: string, processes: number, lines: number, signal: NodeJS.Signals) => {
  const program = join(import.meta.dirname, "writers.ts");
  const child = spawn(process.execPath, ["--no-warnings", "--import", "tsx", program, dataDir, prefix, `${processes}`], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let isKilled = false;
  child.stdout.on("data", (text: Buffer) => {
    said += text.toString();
    if (isKilled || said.split("\n").length <= lines) return;
    isKilled = true;
    process.kill(-(child.pid ?? 0), signal);
  });
  await once(child, "close");
  // What stands behind the last line break was cut by the signal.
  return said.split("\n").slice(0, -1);
};

const queueIn = ({ connectionString }: EmbeddedStore) => new QueueClient(connectionString, "writers");

const messagesIn = async (store: EmbeddedStore): Promise<readonly string[]> => {
  const found: string[] = [];
  for (;;) {
    const { receivedMessageItems } = await queueIn(store).receiveMessages({ numberOfMessages: 32, visibilityTimeout: 60 });
    if (receivedMessageItems.length === 0) return found;
    found.push(...receivedMessageItems.map(({ messageText }) => messageText));
  }
};
