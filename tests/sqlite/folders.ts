import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Storage } from "../../src/ports.ts";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";

/** An empty folder for a store, and what removes it. */
export const makeFolder = async (): Promise<{ readonly folder: string; remove(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), "gnist-sqlite-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};

/** A store in a folder of its own, both gone when it is stopped. */
export const openInFolder = async (): Promise<{ readonly storage: Storage; readonly folder: string; stop(): Promise<void> }> => {
  const { folder, remove } = await makeFolder();
  const storage = await openSqlite(folder);
  return {
    storage,
    folder,
    async stop() {
      await storage.close();
      await remove();
    },
  };
};
