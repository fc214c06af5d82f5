import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedStore } from "../src/azure/embedded-store.ts";
import { openStorage } from "../src/azure/open-storage.ts";

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** Does something with an empty folder of its own, which is removed afterwards. */
export const inAFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "gnist-bench-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Does something with a fresh embedded store: Azurite in a process of its own, saving to the disk as ever. */
export const inAStore = <T>(work: (connectionString: string) => Promise<T>): Promise<T> =>
  inAFolder(async (folder) => {
    const store = await openEmbeddedStore(folder, quiet);
    try {
      await openStorage({ connectionString: store.connectionString });
      return await work(store.connectionString);
    } finally {
      await store.close();
    }
  });

/** Does something with a fresh Azurite in a process of its own that keeps its rows in memory: unlike the embedded store it never stands still to save them. */
export const inAzurite = async <T>(work: (connectionString: string) => Promise<T>): Promise<T> => {
  const child = fork(join(import.meta.dirname, "azurite-process.ts"), { execArgv: ["--import", "tsx"] });
  try {
    const ended = once(child, "exit").then(() => Promise.reject(new Error("Azurite has ended.")));
    ended.catch(() => undefined);
    const [{ connectionString }] = (await Promise.race([once(child, "message"), ended])) as [{ readonly connectionString: string }];
    return await work(connectionString);
  } finally {
    if (child.connected) child.disconnect();
  }
};
