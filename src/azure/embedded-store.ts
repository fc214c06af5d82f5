import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { connect, type Socket } from "node:net";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { infoFile, type StoreInfo } from "./store-host.ts";

/** A connection to the embedded store. `close` leaves it; when this was the last Gnist, everything is saved before it resolves. */
export type EmbeddedStore = { readonly connectionString: string; close(): Promise<void> };

/** A store that is being started or closed by somebody else is waited for this long (ms). */
const patienceMs = 20_000;

/**
 * Gnist's own store: Azurite in a small process of its own (store-host.ts), shared by every Gnist on this folder and outliving each of them. For trials and
 * small teams: up to some 50,000 rows without a stall. A `kill` of Gnist loses nothing; a power cut, or a kill of the store itself, up to 5 s.
 * @throws Error with a sentence that says what to do
 */
export const openEmbeddedStore = async (folder: string): Promise<EmbeddedStore> => {
  const dataDir = resolve(folder);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const until = Date.now() + patienceMs;
  for (;;) {
    const open = await joinHost(dataDir);
    if (open) return open;
    const said = await startHost(dataDir);
    // Another host has the folder: it is just starting, and will be found, or just closing, and will be gone.
    if (said !== "ready" && Date.now() > until) throw new Error(said);
    if (said !== "ready") await wait(200);
  }
};

const joinHost = async (dataDir: string): Promise<EmbeddedStore | undefined> => {
  const info = await readInfo(dataDir);
  if (!info) return undefined;
  const socket = connect({ port: info.port, host: "127.0.0.1", allowHalfOpen: true });
  const welcomed = await Promise.race([
    once(socket, "data").then(
      () => true,
      () => false,
    ),
    once(socket, "close").then(
      () => false,
      () => false,
    ),
    wait(2_000, false, { ref: false }),
  ]);
  if (!welcomed) {
    socket.destroy();
    return undefined;
  }
  socket.on("error", () => undefined);
  socket.resume();
  return { connectionString: info.connectionString, close: () => leave(socket) };
};

const leave = async (socket: Socket): Promise<void> => {
  if (socket.destroyed) return;
  const ended = once(socket, "end");
  socket.end();
  await Promise.race([ended, once(socket, "close"), wait(10_000, undefined, { ref: false })]);
  socket.destroy();
};

const readInfo = async (dataDir: string): Promise<StoreInfo | undefined> => {
  try {
    return JSON.parse(await readFile(infoFile(dataDir), "utf8")) as StoreInfo;
  } catch {
    return undefined;
  }
};

/** Starts a host in a session of its own, so that what is sent to Gnist's process group does not reach it. Resolves to what it says first. */
const startHost = async (dataDir: string): Promise<string> => {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const program = fileURLToPath(new URL("./store-host.ts", import.meta.url));
  const child = spawn(process.execPath, ["--no-warnings", "--import", loader, program, dataDir], {
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const said = await Promise.race([
    once(child.stdout, "data").then(([text]) => String(text).trim()),
    once(child, "exit").then(() => "The embedded store did not start."),
  ]);
  child.stdout.destroy();
  child.unref();
  return said;
};
