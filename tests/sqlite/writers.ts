import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";

/** A process that writes, and what it has said so far. */
export type Writer = {
  readonly child: ChildProcess;
  readonly lines: readonly string[] /** Resolves to the line, from now on, that is such a one for the last of `times`. */;
  until(line: RegExp, times?: number): Promise<string>;
  kill(): Promise<void>;
};

/** Starts writer.ts. @param limitKb the largest size of a file that the system lets it write, as a full disk would; none where there is none. */
export const startWriter = (folder: string, name: string, callers: number, limitKb?: number): Writer => {
  const program = [process.execPath, "--import", "tsx", join(import.meta.dirname, "writer.ts"), folder, name, String(callers)];
  const [command = "", ...args] = limitKb === undefined ? program : ["bash", "-c", `ulimit -f ${limitKb}; exec "$@"`, "bash", ...program];
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  if (child.stdout)
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  // All that it has said is read when its output is closed.
  const closed = once(child, "close");
  return {
    child,
    lines,
    until: (wanted, times = 1) => {
      let left = times;
      return new Promise((resolve, reject) => {
        const look = () => {
          const line = lines.at(-1) ?? "";
          if (wanted.test(line)) left -= 1;
          if (left > 0) return;
          waiting.delete(look);
          resolve(line);
        };
        waiting.add(look);
        exited.then(() => reject(new Error(`The writer has ended: ${lines.slice(-3).join(" | ")}`)));
      });
    },
    async kill() {
      child.kill("SIGKILL");
      await closed;
      process.off("exit", end);
    },
  };
};

/** Compares what writers said was acknowledged with what is in the store. */
export const compare = async (folder: string, lines: readonly string[]) => {
  const storage = await openSqlite(folder);
  try {
    const keys = new Set((await storage.rows.list("p", { from: "", to: "~" })).map(({ key }) => key));
    const { jobs } = await storage.everyJob();
    const teams = new Set(jobs.map(({ job }) => (job as { team: string }).team));
    const [done, put] = ["done ", "job "].map((word) =>
      lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length)),
    );
    const other = (key: string) => key.replace(/.$/, (end) => (end === "a" ? "b" : "a"));
    return {
      acknowledged: (done?.length ?? 0) + (put?.length ?? 0),
      lost: [
        ...(done ?? []).filter((key) => !keys.has(`${key}-a`) || !keys.has(`${key}-b`)),
        ...(put ?? []).filter((key) => !teams.has(key)),
      ],
      halves: [...keys].filter((key) => !keys.has(other(key))),
    };
  } finally {
    await storage.close();
  }
};
