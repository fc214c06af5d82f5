/** What the tests of the embedded store share. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { type EmbeddedStore, openEmbeddedStore } from "../../src/azure/embedded-store.ts";
import { openStorage } from "../../src/azure/open-storage.ts";
import type { Log } from "../../src/ports.ts";

type Line = { readonly level: keyof Log; readonly event: string; readonly facts: Record<string, unknown> | undefined };

/** A log that keeps its lines. */
export const keepingLog = (): Log & { readonly lines: readonly Line[] } => {
  const lines: Line[] = [];
  const keep = (level: keyof Log) => (event: string, facts?: Record<string, unknown>) => void lines.push({ level, event, facts });
  return { lines, info: keep("info"), warn: keep("warn"), error: keep("error") };
};

export const open = (dataDir: string, log: Log = keepingLog()) => openEmbeddedStore(dataDir, log);

/** The process of the store. */
export const hostOf = async (dataDir: string): Promise<number> =>
  (JSON.parse(await readFile(join(dataDir, "gnist.lock"), "utf8")) as { pid: number }).pid;

/** Runs a test in a folder of its own, which no process uses any more when it has passed. */
export const inFolder = (run: (dataDir: string) => Promise<void>) => async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "gnist-store-"));
  try {
    await run(dataDir);
    await expect.poll(() => readdir(dataDir), { timeout: 5_000 }).not.toContain("gnist.lock");
  } finally {
    await hostOf(dataDir).then(
      (host) => process.kill(host, "SIGKILL"),
      () => undefined,
    );
    await rm(dataDir, { recursive: true, force: true });
  }
};

export const insert = async ({ connectionString }: EmbeddedStore, ...keys: readonly string[]) => {
  const { rows } = await openStorage({ connectionString });
  for (const key of keys) expect(await rows.commit("p", [{ do: "insert", key, values: {} }])).toBe("done");
};

export const keysIn = async ({ connectionString }: EmbeddedStore) =>
  (await (await openStorage({ connectionString })).rows.list("p", { from: "!", to: "~" })).map(({ key }) => key);
