import { expect, test } from "vitest";
import { countries } from "../../src/domain/asking/country.ts";
import { languages } from "../../src/domain/language.ts";
import { endingDaysOff, type Finding, lowDisk, offClock } from "../../src/domain/overview/findings.ts";
import { ownParts } from "../../src/entry/own-parts.ts";
import { sayFinding } from "../../src/language/findings.ts";
import { wordsOf } from "../../src/language/index.ts";

const mb = 1024 * 1024;

/** A clock by which no wait ends. */
const clock = { now: () => 0, wait: () => new Promise<void>(() => undefined) };
const says = async (works: boolean) => works;

test("the table of days off is told of in its last year and after it, for the countries that somebody has", () => {
  expect(endingDaysOff(countries, Date.UTC(2034, 11, 31, 23))).toEqual([]);
  expect(endingDaysOff(["FI", "none", "FI"], Date.UTC(2035, 0, 1))).toEqual([{ finding: "days-off-end", countries: ["FI"], year: 2035 }]);
  expect(endingDaysOff(countries, Date.UTC(2040, 0, 1))).toEqual([{ finding: "days-off-end", countries, year: 2035 }]);
  expect(endingDaysOff(["none"], Date.UTC(2040, 0, 1))).toEqual([]);
});

test("a disk needs twice the size of the store, and 100 MB in any case; a clock may be off by a minute", () => {
  expect(lowDisk({ freeBytes: 100 * mb, fileBytes: 50 * mb })).toEqual([]);
  expect(lowDisk({ freeBytes: 99 * mb, fileBytes: 1 })).toEqual([{ finding: "disk-low", freeMb: 99, neededMb: 100 }]);
  expect(lowDisk({ freeBytes: 399 * mb, fileBytes: 200 * mb })).toEqual([{ finding: "disk-low", freeMb: 399, neededMb: 400 }]);
  expect([offClock(undefined), offClock(-60_000), offClock(60_000)]).toEqual([[], [], []]);
  expect(offClock(-61_000)).toEqual([{ finding: "clock-off", seconds: -61 }]);
});

test("a running Gnist knows the state of its store, its disk, its clock and its address, and a disk that cannot be asked is no fault", async () => {
  const asked = (store: boolean, queue: boolean, more: object = {}) =>
    ownParts({
      storage: { check: () => ({ store: says(store), queue: says(queue) }), ...more },
      clock,
      offMs: () => undefined,
      hasUrl: true,
    })();
  expect(await asked(true, true)).toEqual([]);
  expect(await asked(true, false)).toEqual([{ finding: "queue-down" }]);
  expect(await asked(false, false, { space: async () => Promise.reject(new Error("EIO")) })).toEqual([{ finding: "store-down" }]);
  const worst = ownParts({
    clock,
    storage: { check: () => ({ store: says(true), queue: says(true) }), space: async () => ({ freeBytes: mb, fileBytes: mb }) },
    offMs: () => 400_000,
    hasUrl: false,
  });
  expect((await worst()).map(({ finding }) => finding)).toEqual(["disk-low", "clock-off", "no-url"]);
});

test("each finding has a sentence and its remedy in every language", () => {
  const all: readonly Finding[] = [
    { finding: "store-down" },
    { finding: "queue-down" },
    { finding: "disk-low", freeMb: 340, neededMb: 1_200 },
    { finding: "clock-off", seconds: -420 },
    { finding: "no-url" },
    { finding: "days-off-end", countries: ["SE", "AX"], year: 2035 },
  ];
  const said = languages.flatMap((language) => all.map((finding) => sayFinding(finding, wordsOf(language))));
  for (const { what, mend } of said) expect([what, mend]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
  expect(sayFinding({ finding: "clock-off", seconds: -420 }, wordsOf("en")).what).toBe(
    "The clock of my machine is off by 7 minutes. With more than five, I cannot sign in to Teams.",
  );
});
