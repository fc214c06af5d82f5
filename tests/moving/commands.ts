import { type ChildProcess, execFile } from "node:child_process";
import { resolve } from "node:path";

/** A command as operators run it, in a process of its own. */
type Run = {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | string; readonly out: string; readonly err: string }>;
};

export const start = (script: "move-store" | "backup", args: readonly string[], env: Readonly<Record<string, string>>): Run => {
  let child: ChildProcess | undefined;
  const ended = new Promise<{ code: number | string; out: string; err: string }>((done) => {
    child = execFile(
      process.execPath,
      ["--import", "tsx", `scripts/${script}.ts`, ...args],
      { cwd: resolve(import.meta.dirname, "../.."), env: { PATH: process.env.PATH, ...env } },
      (fault, out, err) => done({ code: fault ? (fault.code ?? fault.signal ?? "") : 0, out, err }),
    );
  });
  if (!child) throw new Error("no process");
  return { child, ended };
};

export const run = (...given: Parameters<typeof start>) => start(...given).ended;
