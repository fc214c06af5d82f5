import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { runWorker } from "../../src/entry/worker.ts";
import { freePace } from "../../src/memory/free-pace.ts";
import { memoryJobs } from "../../src/memory/memory-jobs.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import type { Channel, Ports } from "../../src/ports.ts";
import { openSimilar } from "../../src/search/similar.ts";
import { openTestLog } from "../world/log.ts";

test("a worker has at most sixteen jobs in hand, takes another when one has ended, and finishes what is in hand before it stops", async () => {
  const clock = { now: () => 0, wait: () => turn() };
  const jobs = memoryJobs(clock);
  const { log, logged } = openTestLog();
  const held: (() => void)[] = [];
  const rows = memoryRows();
  const ports: Ports = {
    rows: {
      ...rows,
      get: async (...given) => {
        await new Promise<void>((go) => held.push(go));
        return rows.get(...given);
      },
    },
    jobs,
    channel: {} as Channel,
    pace: freePace,
    clock,
    chance: { id: () => "", fraction: () => 0 },
    similar: openSimilar(),
    findings: async () => [],
    log,
  };
  for (let at = 0; at < 40; at++) await jobs.put({ job: "welcome-team", team: `team${at}abc` });
  const stop = new AbortController();
  let hasStopped = false;
  const running = runWorker(ports, "people", 1, stop.signal).then(() => {
    hasStopped = true;
  });
  const turns = async () => {
    for (let at = 0; at < 20; at++) await turn();
  };
  await turns();
  expect(held).toHaveLength(16);
  for (const go of held.splice(0, 3)) go();
  await turns();
  expect([logged.length, held.length]).toEqual([3, 16]);
  stop.abort();
  held.shift()?.();
  await turns();
  expect([logged.length, held.length, hasStopped]).toEqual([4, 15, false]);
  for (const go of held.splice(0)) go();
  await running;
  expect(logged.filter(({ event, facts }) => event === "job-ended" && facts.outcome === "done")).toHaveLength(19);
});
