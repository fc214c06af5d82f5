import { expect, test } from "vitest";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import { claimDue, type Due, putDue, readDueJobs } from "../../src/store/due.ts";

/*
 * The clock that turns a due row into a job, where some are wrong.
 */

const now = Date.parse("2026-11-26T12:00:00Z");
const due: Due = { at: now - 1_000, team: "t1234567", job: { job: "post-digest", team: "t1234567", round: "2026-W48", at: now - 1_000 } };

test.each([
  ["a moment ago", 1_000, false],
  ["half a minute ago", 31_000, true],
  ["in an hour, by an instance whose clock is ahead and that has died", -3_600_000, true],
])("a row that was claimed %s", async (_when, agoMs, mine) => {
  const rows = memoryRows();
  await putDue(rows, due);
  const claimed = async (at: number) => {
    const [read] = (await readDueJobs(rows, now)).due;
    return read && claimDue(rows, read, at);
  };
  expect(await claimed(now - agoMs)).toBe(true);
  expect(await claimed(now)).toBe(mine);
});
