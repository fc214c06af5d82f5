import { TableClient, type TableEntity } from "@azure/data-tables";
import { threeRows } from "./answers-parts.ts";
import { percentile } from "./presser.ts";

/**
 * Bare writes with one client, for the bench of answers: `answers-upserts.ts <upserts|transactions> <connection string> <at once> <warm-up ms> <ms>`. A transaction makes
 * three rows, as an answer does. Says its figures over IPC.
 */

const [, , what = "upserts", connectionString = "", atOnce = "50", warmUpMs = "0", ms = "0"] = process.argv;
const table = TableClient.fromConnectionString(connectionString, "Gnist", {
  retryOptions: { maxRetries: 0 },
  allowInsecureConnection: true,
});

let next = 0;
const write = async () => {
  const one = next++;
  const actions = threeRows(`${what}|${one % 100}`, one);
  if (what === "upserts") await table.upsertEntity(actions[0]?.[1] as TableEntity, "Replace");
  else await table.submitTransaction(actions);
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
