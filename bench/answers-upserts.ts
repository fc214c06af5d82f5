import { TableClient } from "@azure/data-tables";
import { percentile } from "./presser.ts";

/** Bare upserts with one client, for the bench of answers: `answers-upserts.ts <connection string> <at once> <warm-up ms> <ms>`. Says its figures over IPC. */

const [, , connectionString = "", atOnce = "50", warmUpMs = "0", ms = "0"] = process.argv;
const table = TableClient.fromConnectionString(connectionString, "Gnist", {
  retryOptions: { maxRetries: 0 },
  allowInsecureConnection: true,
});

let next = 0;
/** A row as large as an idea's, always a new one. */
const upsert = async () => {
  const one = next++;
  await table.upsertEntity(
    {
      partitionKey: `bench|${one % 100}`,
      rowKey: `idea|${String(one).padStart(22, "0")}`,
      v: 1,
      id: String(one).padStart(22, "0"),
      author: "p".repeat(22),
      createdAt: { type: "Double", value: Date.now() },
      round: "2026-W48",
      friction: `The label printer on ward ${one} jams every morning before the round.`,
      showName: false,
      stage: "new",
    },
    "Replace",
  );
};

const run = async (forMs: number) => {
  const tookMs: number[] = [];
  const started = performance.now();
  const keepOn = async () => {
    while (performance.now() < started + forMs) {
      const at = performance.now();
      await upsert();
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
