import { expect, test } from "vitest";
import { openStorage } from "../../src/azure/open-storage.ts";
import type { PlacedRow, Storage } from "../../src/ports.ts";
import { startAzurite } from "../azurite.ts";
import { everybodyIsErased } from "../people/erased-play.ts";
import { aMonth } from "../store/month.ts";
import { expectKept, years } from "../teams/drop-old-play.ts";
import { queueInTime } from "./queue-in-time.ts";
import { withSparedReads } from "./spared-reads.ts";

/* A holder of the storage account reads every row of its table and every message of its queues, those of the poison queue too. */

/** Every row and every message, as one text. */
const everythingIn = async (storage: Storage): Promise<string> => {
  const rows: PlacedRow[] = [];
  for (let page = await storage.everyRow(1_000); page.length > 0; page = await storage.everyRow(1_000, rows.at(-1))) rows.push(...page);
  const { jobs, unseen } = await storage.everyJob();
  expect(unseen).toBe(0);
  return JSON.stringify([rows, jobs]);
};

/** Azurite keeps its state in its modules, so that one serves all tests of a file. */
const inAccount = async (play: (storage: Storage) => Promise<void>): Promise<void> => {
  const azurite = await startAzurite();
  const storage = await openStorage(azurite);
  try {
    await play({ ...storage, ...withSparedReads(storage) });
  } finally {
    await storage.close();
    await azurite.stop();
  }
};

test("in Azure no row and no message leads to people who had everything deleted, or holds a text of theirs that had to go", async () => {
  await inAccount(async (storage) => {
    const { world } = await aMonth(storage.rows, queueInTime(storage.jobs));
    await everybodyIsErased(world, async (traces) => {
      const text = await everythingIn(storage);
      return traces.filter((trace) => text.includes(trace));
    });
  });
}, 180_000);

test("in Azure no row and no message holds what is older than a team keeps, and everything younger is there", async () => {
  await inAccount(async (storage) => {
    const play = await years(3, 20, { rows: storage.rows, jobs: queueInTime(storage.jobs) });
    const text = await everythingIn(storage);
    await expectKept(play, (words) => text.includes(words));
  });
}, 180_000);
