import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, constants, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { connect, type Socket } from "node:net";
import { resolve } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Log } from "../ports.ts";
import { folderFault } from "./folder-fault.ts";
import { infoFile, type StoreInfo, type StoreWord } from "./store-host.ts";
import { watchStore } from "./store-watch.ts";

/** A connection to the embedded store. */
export type EmbeddedStore = {
  readonly connectionString: string;
  /** How many rows it held when it last said so, about a second ago. */
  rows(): number;
  /** What is wrong with it or soon will be, each with what to do. */
  warnings(): readonly string[];
  /** Leaves it. When this was the last Gnist, everything is saved before it resolves. @throws Error that says why it could not be. */
  close(): Promise<void>;
};

/** A store that is being started or closed by somebody else is waited for this long, its welcome and its goodbye this long, ms. */
const patienceMs = 20_000;
const welcomeMs = 2_000;
const goodbyeMs = 15_000;

/**
 * Gnist's own store: Azurite in a small process of its own (store-host.ts), shared by every Gnist on this folder and outliving each of them. For trials and
 * small teams: up to some 50,000 rows without a stall. A `kill` of Gnist loses nothing; a power cut, or a kill of the store itself, the last seconds.
 * @throws Error with a sentence that says what to do
 */
export const openEmbeddedStore = async (folder: string, log: Log): Promise<EmbeddedStore> => {
  const dataDir = resolve(folder);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.W_OK);
  } catch (fault) {
    throw new Error(folderFault(dataDir, fault) ?? String(fault), { cause: fault });
  }
  const until = Date.now() + patienceMs;
  for (;;) {
    const open = await joinHost(dataDir, log);
    if (open) return open;
    const [said = "", sentence = ""] = (await startHost(dataDir)).split(/ (.*)/s);
    // Busy: another host has the folder. It is just starting, and will be found, or just closing, and will be gone.
    if (said === "failed" || (said === "busy" && Date.now() > until)) throw new Error(sentence);
    if (said === "busy") await wait(200);
  }
};

/** Connects to the host that the folder tells of, if it is still that one which answers there. */
const joinHost = async (dataDir: string, log: Log): Promise<EmbeddedStore | undefined> => {
  const info = await readInfo(dataDir);
  if (!info) return undefined;
  const socket = connect({ port: info.port, host: "127.0.0.1", allowHalfOpen: true });
  const lines = createInterface({ input: socket }).on("error", () => undefined);
  const welcome = await new Promise<StoreWord | undefined>((resolve) => {
    lines.once("line", (line) => resolve(readWord(line)));
    socket.on("error", () => undefined).once("close", () => resolve(undefined));
    socket.setTimeout(welcomeMs, () => resolve(undefined));
  });
  socket.setTimeout(0);
  if (welcome?.id !== info.id) {
    socket.destroy();
    return undefined;
  }
  return guestOf(socket, lines, info.connectionString, welcome, log);
};

const guestOf = (socket: Socket, lines: Interface, connectionString: string, welcome: StoreWord, log: Log): EmbeddedStore => {
  const watch = watchStore(log);
  let word = welcome;
  watch.hear(word);
  lines.on("line", (line) => {
    word = readWord(line) ?? word;
    watch.hear(word);
  });
  let leaving = false;
  const gone = new Promise<true>((resolve) => {
    for (const event of ["end", "close"] as const) socket.once(event, () => resolve(true));
  });
  void gone.then(() => {
    socket.destroy();
    if (!leaving) watch.lose();
  });
  return {
    connectionString,
    rows: () => word.rows,
    warnings: watch.warnings,
    async close() {
      if (leaving || socket.destroyed) return;
      leaving = true;
      socket.end();
      const isGone = await Promise.race([gone, wait(goodbyeMs, false, { ref: false })]);
      socket.destroy();
      if (!isGone) throw new Error("The embedded store is still being saved; its process goes on by itself.");
      if (word.unsaved !== undefined)
        throw new Error(`What is new in the embedded store is not saved; its process stays, and tries until it is. ${word.unsaved}`);
    },
  };
};

const readInfo = async (dataDir: string): Promise<StoreInfo | undefined> => {
  try {
    const { id, port, connectionString } = JSON.parse(await readFile(infoFile(dataDir), "utf8")) as Partial<StoreInfo>;
    return id && port && connectionString ? { id, port, connectionString } : undefined;
  } catch {
    // Missing, or just being written.
    return undefined;
  }
};

const readWord = (line: string): StoreWord | undefined => {
  try {
    return JSON.parse(line) as StoreWord;
  } catch {
    return undefined;
  }
};

/** Starts a host in a session of its own, so that what is sent to Gnist's process group does not reach it. Resolves to its first line. */
const startHost = async (dataDir: string): Promise<string> => {
  // Without the half of tsx that would read all of Azurite's CommonJS for TypeScript.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm")).href;
  const program = fileURLToPath(new URL("./store-host.ts", import.meta.url));
  const child = spawn(process.execPath, ["--no-warnings", "--import", loader, program, dataDir], {
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const said = await Promise.race([
    once(child.stdout, "data").then(([text]) => String(text).trim()),
    // Not at its exit: what it said may not have been read by then.
    once(child, "close").then(
      ([code]) => `failed The embedded store ended before it was ready (${code}). To see why, run: node --import tsx ${program} ${dataDir}`,
    ),
  ]);
  child.stdout.destroy();
  child.unref();
  return said;
};
