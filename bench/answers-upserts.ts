import { TableClient } from "@azure/data-tables";
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
/** A row as large as an idea's, always a new one. */
const row = (one: number) => ({
  partitionKey: `${what}|${one % 100}`,
  rowKey: `idea|${String(one).padStart(22, "0")}`,
  v: 1,
  id: String(one).padStart(22, "0"),
  author: "p".repeat(22),
  createdAt: { type: "Double", value: Date.now() },
  round: "2026-W48",
  friction: `The label printer on ward ${one} jams every morning before the round.`,
  showName: false,
  stage: "new",
});
const small = (idea: ReturnType<typeof row>, name: string) => ({ partitionKey: idea.partitionKey, rowKey: `${name}|${idea.id}`, v: 1 });
const write = async () => {
  const idea = row(next++);
  if (what === "upserts") await table.upsertEntity(idea, "Replace");
  else
    await table.submitTransaction([
      ["create", idea],
      ["create", small(idea, "voice")],
      ["create", small(idea, "asked")],
    ]);
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
