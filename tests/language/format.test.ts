import { expect, test } from "vitest";
import { type Words, wordsOf } from "../../src/language/index.ts";
import { wholeLanguages } from "./whole-languages.ts";

const tuesday = Date.parse("2026-11-24T12:00:00Z");
const zone = "Europe/Stockholm";

/** Something said in every language. */
const inAll = (say: (words: Words) => string) => Object.fromEntries(wholeLanguages.map((language) => [language, say(wordsOf(language))]));

test("Moments are written as people say them, in the team's zone", () => {
  expect(inAll(({ format }) => format.at(tuesday, zone))).toEqual({
    en: "Tuesday 24 November at 13:00",
    sv: "tisdag 24 november kl. 13:00",
    nb: "tirsdag 24. november kl. 13:00",
    nn: "tysdag 24. november kl. 13:00",
    da: "tirsdag den 24. november kl. 13.00",
    fi: "tiistaina 24. marraskuuta klo 13.00",
  });
  expect(wordsOf("en").format.at(tuesday, "Europe/Helsinki")).toBe("Tuesday 24 November at 14:00");
  expect(wordsOf("sv-FI").format.at(tuesday, zone)).toBe("tisdag 24 november kl. 13.00");
});

test("Dates, weeks and counts are short", () => {
  expect(inAll((words) => words.by("2026-12-04"))).toEqual({
    en: "by Fri 4 Dec",
    sv: "klart senast fre 4 dec",
    nb: "ferdig innen fre 4. des",
    nn: "ferdig innan fre 4. des",
    da: "færdig senest fre 4. dec",
    fi: "valmis viimeistään pe 4.12.",
  });
  expect(inAll((words) => words.week("2026-W04"))).toEqual({
    en: "week 4",
    sv: "vecka 4",
    nb: "uke 4",
    nn: "veke 4",
    da: "uge 4",
    fi: "viikko 4",
  });
  expect(inAll((words) => words.voices(1))).toEqual({
    en: "1 voice",
    sv: "1 röst",
    nb: "1 stemme",
    nn: "1 stemme",
    da: "1 stemme",
    fi: "1 ääni",
  });
  expect(inAll((words) => words.voices(5))).toEqual({
    en: "5 voices",
    sv: "5 röster",
    nb: "5 stemmer",
    nn: "5 stemmer",
    da: "5 stemmer",
    fi: "5 ääntä",
  });
  expect(wordsOf("en").by("soon")).toBe("by soon");
});

test("A date of another year is written with its year, and what was stored in other forms is written alike", () => {
  expect(inAll((words) => words.by("2027-12-04", true))).toEqual({
    en: "by Sat 4 Dec 2027",
    sv: "klart senast lör 4 dec 2027",
    nb: "ferdig innen lør 4. des 2027",
    nn: "ferdig innan lau 4. des 2027",
    da: "færdig senest lør 4. dec 2027",
    fi: "valmis viimeistään la 4.12.2027",
  });
  expect(inAll((words) => words.format.day(tuesday, zone, true))).toEqual({
    en: "Tuesday 24 November 2026",
    sv: "tisdag 24 november 2026",
    nb: "tirsdag 24. november 2026",
    nn: "tysdag 24. november 2026",
    da: "tirsdag den 24. november 2026",
    fi: "tiistaina 24. marraskuuta 2026",
  });
  expect(["20261204", "2026-12-04T00:00:00"].map((due) => wordsOf("en").by(due))).toEqual(["by Fri 4 Dec", "by Fri 4 Dec"]);
});

test("One of something is not said as many", () => {
  expect(inAll(({ voices }) => voices(1))).toEqual({
    en: "1 voice",
    sv: "1 röst",
    nb: "1 stemme",
    nn: "1 stemme",
    da: "1 stemme",
    fi: "1 ääni",
  });
  expect([1, 2].map(wordsOf("fi").checkIn.more)).toEqual([expect.stringMatching(/^Ja 1 muu\./), expect.stringMatching(/^Ja 2 muuta\./)]);
  expect([1, 2].map(wordsOf("sv").changeTeams.chosen)).toEqual(["Valt: 1 team.", "Valda: 2 team."]);
  expect(wordsOf("en").status.counting(1)).toBe("I am counting 1 team. The answer will be here in a moment.");
  expect(wordsOf("en").status.countingLater(1)).toMatch(/^I am counting 1 team, /);
});
