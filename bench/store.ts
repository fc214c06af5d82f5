import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs `work` with an empty folder, which is removed afterwards. */
export const inAFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "gnist-bench-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Runs `work` with a fresh Azurite, in memory and in its own process. */
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
