import { expect, test } from "vitest";
import { languages } from "../../src/domain/language.ts";
import { wordsOf } from "../../src/language/words.ts";

const tuesday = Date.parse("2026-11-24T12:00:00Z");
const zone = "Europe/Stockholm";

test("Moments are written as people say them, in the team's zone", () => {
  expect(languages.map((language) => wordsOf(language).format.at(tuesday, zone))).toEqual([
    "Tuesday 24 November at 13:00",
    "tisdag 24 november kl. 13:00",
    "tirsdag 24. november kl. 13:00",
  ]);
  expect(wordsOf("en").format.at(tuesday, "Europe/Helsinki")).toBe("Tuesday 24 November at 14:00");
});

test("Dates, weeks and counts are short", () => {
  expect(languages.map((language) => wordsOf(language).by("2026-12-04"))).toEqual(["by Fri 4 Dec", "klart fre 4 dec", "ferdig fre 4. des"]);
  expect(languages.map((language) => wordsOf(language).week("2026-W04"))).toEqual(["week 4", "vecka 4", "uke 4"]);
  expect(languages.map((language) => wordsOf(language).voices(1))).toEqual(["1 voice", "1 röst", "1 stemme"]);
  expect(languages.map((language) => wordsOf(language).voices(5))).toEqual(["5 voices", "5 röster", "5 stemmer"]);
  expect(wordsOf("en").by("soon")).toBe("by soon");
});

test("A date of another year is written with its year, and what was stored in other forms is written alike", () => {
  expect(languages.map((language) => wordsOf(language).by("2027-12-04", true))).toEqual([
    "by Sat 4 Dec 2027",
    "klart lör 4 dec 2027",
    "ferdig lør 4. des 2027",
  ]);
  expect(languages.map((language) => wordsOf(language).format.day(tuesday, zone, true))).toEqual([
    "Tuesday 24 November 2026",
    "tisdag 24 november 2026",
    "tirsdag 24. november 2026",
  ]);
  expect(["20261204", "2026-12-04T00:00:00"].map((due) => wordsOf("en").by(due))).toEqual(["by Fri 4 Dec", "by Fri 4 Dec"]);
});
