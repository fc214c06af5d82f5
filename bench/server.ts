import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { startProfile, stopProfile } from "./cpu-profile.ts";

/** A bench's server in its own process. */
type Server = {
  readonly port: number;
  /** Sends the server a word and returns its answer. */
  ask<T>(word: string): Promise<T>;
  /** CPU time that the server has used, µs. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
};

/** Starts a server program of this folder, which first sends its port (`serve`). */
export const startServer = (file: string, ...args: readonly string[]): Promise<Server> => startServerIn(import.meta.dirname, file, ...args);

/** Starts one of a folder, such as that of another checkout. */
export const startServerIn = async (folder: string, file: string, ...args: readonly string[]): Promise<Server> => {
  const child = fork(join(folder, file), args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const exited = once(child, "exit");
  const ended = exited.then(() => Promise.reject(new Error(`The server "${args[0]}" has ended.`)));
  ended.catch(() => {});
  const told = async <T>(): Promise<T> =>
    (await Promise.race([once(child, "message", { signal: AbortSignal.timeout(120_000) }), ended]))[0] as T;
  const ask = <T>(word: string): Promise<T> => {
    child.send(word);
    return told<T>();
  };
  const stop = async () => {
    if (child.connected) child.disconnect();
    await exited;
  };
  try {
    const { port } = await told<{ readonly port: number }>();
    const cpu = async () => {
      const { user, system } = await ask<NodeJS.CpuUsage>("cpu");
      return user + system;
    };
    return { port, ask, cpu, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
};

/** The server's side: sends the port, then answers each word, and ends with the bench. */
export const serve = (port: number, words: Readonly<Record<string, () => unknown>> = {}): void => {
  if (!process.send) throw new Error("This is started by a bench.");
  const all: typeof words = {
    cpu: () => process.cpuUsage(),
    memory: () => process.memoryUsage.rss(),
    profile: startProfile,
    spent: stopProfile,
    ...words,
  };
  process.on("message", async (word: string) => process.send?.((await all[word]?.()) ?? {}));
  process.on("disconnect", () => process.exit(0));
  process.send({ port });
};
