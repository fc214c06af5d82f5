import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { lineIn, wrongWith } from "../world/log.ts";

const root = resolve(import.meta.dirname, "../..");

/** One instance of Gnist as operators run it: its own process, with nothing of ours inside. */
export type Instance = {
  readonly pid: number;
  readonly url: string;
  readonly lines: readonly string[];
  signal(name: NodeJS.Signals): void;
  stop(): Promise<number | null>;
  kill(): Promise<void>;
};

/** Arguments that `npm start` of a checkout gives to Node. */
const argumentsOf = (checkout: string): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as { readonly scripts: { readonly start: string } };
  const [, , ...given] = scripts.start.split(" ");
  return given;
};

/**
 * Starts an instance on a free port and waits until it says that it has started.
 * @param checkout another version's, if not this one. @param flags of Node
 */
export const startInstance = async (
  env: Readonly<Record<string, string>>,
  { checkout = root, flags = [] }: { readonly checkout?: string; readonly flags?: readonly string[] } = {},
): Promise<Instance> => {
  const child: ChildProcess = spawn(process.execPath, [...flags, ...argumentsOf(checkout)], {
    cwd: checkout,
    // A zone whose days off Gnist does not know, so that the weeks of a test are alike wherever they lie in the year.
    env: { PATH: process.env.PATH, PORT: "0", GNIST_TIME_ZONE: "Europe/Berlin", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const lines: string[] = [];
  const wrong: string[] = [];
  child.stderr?.on("data", (text: Buffer) => lines.push(text.toString()));
  const port = await new Promise<number>((resolve, reject) => {
    if (!child.stdout) throw new Error("no output to read");
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      if (checkout === root && line.startsWith("{")) wrong.push(...[wrongWith(lineIn(line)) ?? []].flat());
      if (line.includes('"event":"started"')) resolve(Number((JSON.parse(line) as { port: number }).port));
    });
    exited.then(() => reject(new Error(`Gnist ended before it started:\n${lines.join("\n")}`)));
  });
  const hasEnded = async (): Promise<void> => {
    await exited;
    process.off("exit", end);
    if (wrong.length > 0) throw new Error(`Lines of the log that its table has not:\n${wrong.join("\n")}`);
  };
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}/api/messages`,
    lines,
    signal: (name) => void child.kill(name),
    stop: async () => {
      child.kill("SIGTERM");
      await hasEnded();
      return child.exitCode;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await hasEnded();
    },
  };
};
