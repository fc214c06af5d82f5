import { openSqlite } from "../src/sqlite/open-sqlite.ts";
import { threeRows } from "./answers-parts.ts";
import { percentile } from "./presser.ts";

/**
 * Bare writes of one process, for the bench of answers: `answers-upserts.ts <upserts|transactions> <folder of the store> <at once> <warm-up ms> <ms>`. A transaction makes
 * three rows, as an answer does. Says its figures over IPC.
 */

const [, , what = "upserts", folder = "", atOnce = "50", warmUpMs = "0", ms = "0"] = process.argv;
const { rows } = await openSqlite(folder);

let next = 0;
const write = async () => {
  const one = next++;
  const changes = threeRows(one);
  await rows.commit(`${what}|${one % 100}`, what === "upserts" ? changes.slice(0, 1) : changes);
};

const run = async (forMs: number) => {
  const tookMs: number[] = [];
  const started = performance.now();
  const keepOn = async () => {
    while (performance.now() < started + forMs) {
      const at = performance.now();
      await write();
      tookMs.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: Number(atOnce) }, keepOn));
  return { answers: tookMs.length, perSecond: (1_000 * tookMs.length) / (performance.now() - started), p99Ms: percentile(tookMs, 0.99) };
};

await run(Number(warmUpMs));
const cpu = process.cpuUsage();
const figures = await run(Number(ms));
const { user, system } = process.cpuUsage(cpu);
process.send?.({ ...figures, cpuMicros: (user + system) / figures.answers });
process.disconnect?.();
