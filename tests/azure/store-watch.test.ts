import { beforeEach, expect, test } from "vitest";
import { type StoreWatch, watchStore } from "../../src/azure/store-watch.ts";

const logged: (readonly unknown[])[] = [];
let watch: StoreWatch;
beforeEach(() => {
  logged.length = 0;
  watch = watchStore({
    info: (...line) => void logged.push(["info", ...line]),
    warn: (...line) => void logged.push(["warn", ...line]),
    error: (...line) => void logged.push(["error", ...line]),
  });
});
const hear = (...counts: readonly number[]) => counts.forEach((rows) => void watch.hear({ rows }));

test("below four fifths of the limit nothing is said", () => {
  hear(0, 39_999);
  expect([watch.warnings(), logged]).toEqual([[], []]);
});

test("from four fifths on, the warning says how full it is and what to do, and the log says it once", () => {
  hear(39_999, 41_200, 41_300, 52_000);
  const say = (rows: string) =>
    `The embedded store holds ${rows} of about 50,000 rows: beyond that it answers ever more slowly. ` +
    'To resolve, move to an Azure storage account, see "Set it up for real" in README.md.';
  expect(watch.warnings()).toEqual([say("52,000")]);
  expect(logged).toEqual([["warn", "store-size", { rows: 41_200, limit: 50_000, say: say("41,200") }]]);
});

test("rows that come and go at the mark are no new crossing; rows that come back after it was clearly below are", () => {
  hear(40_000, 39_999, 40_000);
  expect(logged).toHaveLength(1);
  hear(39_999);
  expect(watch.warnings()).toEqual([]);
  hear(37_999, 40_000);
  expect(logged).toHaveLength(2);
});

test("a save that fails is said while it lasts, and logged when it begins and ends", () => {
  const unsaved = "The embedded store cannot write to /data: the disk is full (ENOSPC). To resolve, make room.";
  watch.hear({ rows: 1, unsaved });
  watch.hear({ rows: 2, unsaved });
  const say = `${unsaved} Until then what is new is in memory alone; saving it is tried every few seconds.`;
  expect(watch.warnings()).toEqual([say]);
  watch.hear({ rows: 2 });
  expect(watch.warnings()).toEqual([]);
  expect(logged).toEqual([
    ["error", "store-unsaved", { say }],
    ["info", "store-saved"],
  ]);
});

test("a store that has ended is said and logged", () => {
  watch.lose();
  expect(watch.warnings()).toEqual([expect.stringContaining("To resolve, start Gnist again.")]);
  expect(logged).toEqual([["error", "store-lost", { say: watch.warnings()[0] }]]);
});
