/**
 * A program for the tests of the file: `writer.ts <folder> <name> <callers>`. Its callers write without end, two rows per transaction and a job, and print each
 * acknowledged write as a line. When the store refuses, it prints the reason and tries again later.
 */
import { setTimeout as wait } from "node:timers/promises";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";

const [, , folder = "", name = "", callers = "1"] = process.argv;
const { rows, jobs } = await openSqlite(folder);
// To a pipe this is written at once: what it has taken is not lost with this process.
const say = (line: string) => void process.stdout.write(`${line}\n`);
say("open");

const write = async (caller: number): Promise<void> => {
  for (let n = 0; ; n += 1) {
    const key = `${name}-${caller}-${n}`;
    try {
      const end = await rows.commit("p", [
        { do: "insert", key: `${key}-a`, values: { words: "Blåbær ".repeat(20) } },
        { do: "insert", key: `${key}-b`, values: {} },
      ]);
      say(`${end} ${key}`);
      if (n % 10 > 0) continue;
      await jobs.put({ job: "welcome-team", team: key });
      say(`job ${key}`);
    } catch (fault) {
      say(`fault ${(fault as Error).name}: ${(fault as Error).message}`);
      await wait(20);
    }
  }
};
await Promise.all(Array.from({ length: Number(callers) }, (_, caller) => write(caller)));
