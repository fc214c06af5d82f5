/** Parses the weekdays and months that people write in each language, by their names from Intl. */
import { type Language, type LanguageFacts, languageFacts } from "./language.ts";
import { plainSpellings } from "./plain-letters.ts";

/** A day as a person wrote it. The day need not exist; without a year it is the next one. */
export type WrittenDay = { readonly day: number; readonly month: number; readonly year?: number };

type CalendarNames = { readonly weekdays: readonly string[]; readonly months: readonly string[] };

const known = new Map<Language, CalendarNames>();

/** The names of weekdays and months in a language, in small letters. */
export const namesIn = (language: Language): CalendarNames => {
  const made = known.get(language);
  if (made) return made;
  const written = (part: "weekday" | "month", dates: readonly number[]) => {
    const format = new Intl.DateTimeFormat(languageFacts[language].locale, { timeZone: "UTC", [part]: "long" });
    return dates.map((date) => format.format(date).toLowerCase());
  };
  const names = {
    // 1 January 2024 was a Monday.
    weekdays: written(
      "weekday",
      Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day)),
    ),
    months: written(
      "month",
      Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1)),
    ),
  };
  known.set(language, names);
  return names;
};

/** The number of a name in a list, from 1. Three letters and more of its beginning are enough: "fri", "sept". */
const placeOf = (written: string, names: readonly string[], language: Language): number | undefined => {
  const { caseEndings = [] }: LanguageFacts = languageFacts[language];
  const isIn = (name: string) => name.startsWith(written) || caseEndings.some((ending) => written === name + ending);
  const at = written.length < 3 ? -1 : names.findIndex((name) => [name, ...plainSpellings(name)].some(isIn));
  return at < 0 ? undefined : at + 1;
};

/** The weekday that a text names, from 1 (Monday) to 7. */
export const weekdayIn = (text: string, language: Language): number | undefined =>
  placeOf(text.replace(/\.$/, ""), namesIn(language).weekdays, language);

/** `24 December`, `Thursday the 24th of December 2026`, `den 24:e december`, `d. 24. dec.`; `December 24, 2026`, `joulukuun 24. päivään`. */
const forms = [
  /^(?:(?!the |den |d\.? )(?<weekday>\p{L}+)\.?,? )?(?:the |den |d\.? ?)?(?<day>\d{1,2})(?:\.|:[ea]|st|nd|rd|th)? ?(?:of )?(?<month>\p{L}+)\.?(?:,? (?<year>\d{4}))?$/u,
  /^(?<month>\p{L}+)\.? (?<day>\d{1,2})(?:st|nd|rd|th|\.)?(?: päivä(?:än|nä)?)?(?:,? (?<year>\d{4}))?$/u,
];

/** The day that a text in lower case names by its month. */
export const dayNamedIn = (text: string, language: Language): WrittenDay | undefined => {
  for (const form of forms) {
    const { weekday, day, month = "", year } = form.exec(text)?.groups ?? {};
    const named = placeOf(month, namesIn(language).months, language);
    if (named === undefined || (weekday !== undefined && weekdayIn(weekday, language) === undefined)) continue;
    return { day: Number(day), month: named, ...(year === undefined ? {} : { year: Number(year) }) };
  }
  return undefined;
};
