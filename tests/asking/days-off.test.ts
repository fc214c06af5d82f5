import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tableSource } from "../../scripts/holidays.ts";
import { type Country, countries } from "../../src/domain/asking/country.ts";
import { dayOffIn } from "../../src/domain/asking/days-off.ts";

test("The table is what npm run holidays writes", async () => {
  const written = await readFile(join(import.meta.dirname, "../../src/domain/asking/days-off-table.ts"), "utf8");
  expect(written).toBe(tableSource());
});

/**
 * Whole days off as the countries' own calendars and agreements have them, written by hand: SE lag 1989:253 and semesterlagen § 3 a, NO lov 1995-02-24-12 and
 * 1947-04-26-1, DK folkekirkens helligdage and the agreements of municipalities and regions, FI laki 388/1937 and KVTES, AX självstyrelsedagen. Easter Sunday
 * is 5 April 2026, 28 March 2027 and 16 April 2028.
 */
const official: { readonly [C in Country]: readonly string[] } = {
  SE: [
    "2026: 1/1 6/1 3/4 4/4 5/4 6/4 1/5 14/5 24/5 6/6 19/6 20/6 31/10 24/12 25/12 26/12 31/12",
    "2027: 1/1 6/1 26/3 27/3 28/3 29/3 1/5 6/5 16/5 6/6 25/6 26/6 6/11 24/12 25/12 26/12 31/12",
    "2028: 1/1 6/1 14/4 15/4 16/4 17/4 1/5 25/5 4/6 6/6 23/6 24/6 4/11 24/12 25/12 26/12 31/12",
  ],
  NO: [
    "2026: 1/1 2/4 3/4 4/4 5/4 6/4 1/5 14/5 17/5 24/5 25/5 24/12 25/12 26/12 31/12",
    "2027: 1/1 25/3 26/3 27/3 28/3 29/3 1/5 6/5 16/5 17/5 24/12 25/12 26/12 31/12",
    "2028: 1/1 13/4 14/4 15/4 16/4 17/4 1/5 17/5 25/5 4/6 5/6 24/12 25/12 26/12 31/12",
  ],
  DK: [
    "2026: 1/1 2/4 3/4 4/4 5/4 6/4 14/5 24/5 25/5 5/6 24/12 25/12 26/12 31/12",
    "2027: 1/1 25/3 26/3 27/3 28/3 29/3 6/5 16/5 17/5 5/6 24/12 25/12 26/12 31/12",
    "2028: 1/1 13/4 14/4 15/4 16/4 17/4 25/5 4/6 5/6 24/12 25/12 26/12 31/12",
  ],
  FI: [
    "2026: 1/1 6/1 3/4 4/4 5/4 6/4 1/5 14/5 24/5 19/6 20/6 31/10 6/12 24/12 25/12 26/12",
    "2027: 1/1 6/1 26/3 27/3 28/3 29/3 1/5 6/5 16/5 25/6 26/6 6/11 6/12 24/12 25/12 26/12",
    "2028: 1/1 6/1 14/4 15/4 16/4 17/4 1/5 25/5 4/6 23/6 24/6 4/11 6/12 24/12 25/12 26/12",
  ],
  AX: [
    "2026: 1/1 6/1 3/4 4/4 5/4 6/4 1/5 14/5 24/5 9/6 19/6 20/6 31/10 6/12 24/12 25/12 26/12",
    "2027: 1/1 6/1 26/3 27/3 28/3 29/3 1/5 6/5 16/5 9/6 25/6 26/6 6/11 6/12 24/12 25/12 26/12",
    "2028: 1/1 6/1 14/4 15/4 16/4 17/4 1/5 25/5 4/6 9/6 23/6 24/6 4/11 6/12 24/12 25/12 26/12",
  ],
};

const halves: { readonly [C in Country]: readonly string[] } = {
  SE: ["2026: 5/1 2/4 30/4 30/10", "2027: 5/1 25/3 30/4 5/11", "2028: 5/1 13/4 30/4 3/11"],
  NO: ["2026: 1/4", "2027: 24/3", "2028: 12/4"],
  DK: ["2026: 1/5", "2027: 1/5", "2028: 1/5"],
  FI: ["2026: 31/12", "2027: 31/12", "2028: 31/12"],
  AX: ["2026: 31/12", "2027: 31/12", "2028: 31/12"],
};

const datesIn = (list: string): readonly string[] => {
  const [year = "", days = ""] = list.split(": ");
  return days.split(" ").map(
    (day) =>
      `${year}-${day
        .split("/")
        .reverse()
        .map((part) => part.padStart(2, "0"))
        .join("-")}`,
  );
};

const found = (country: Country, year: string, part: string): readonly string[] => {
  const first = Date.UTC(Number(year), 0, 1);
  const dates = Array.from({ length: 366 }, (_, at) => new Date(first + at * 86_400_000).toISOString().slice(0, 10));
  return dates.filter((date) => date.startsWith(year) && dayOffIn(country, date) === part);
};

describe.each(countries)("In %s", (country) => {
  test.each(official[country])("whole days off of %s are those of the official calendar", (list) => {
    expect(found(country, list.slice(0, 4), "whole")).toEqual(datesIn(list));
  });

  test.each(halves[country])("half days off of %s begin at noon", (list) => {
    expect(found(country, list.slice(0, 4), "half")).toEqual(datesIn(list));
  });
});

test("The table ends with the year 2035", () => {
  expect([dayOffIn("SE", "2035-12-24"), dayOffIn("SE", "2036-12-24")]).toEqual(["whole", undefined]);
});
