/** Parses days and times as people write them and clients send them. */
import { Temporal } from "temporal-polyfill";
import { dayNamedIn, type WrittenDay } from "./day-names.ts";
import { languages } from "./language.ts";
import type { Result } from "./result.ts";
import { halfWidth } from "./words.ts";

/** Reasons not to take a written day: it is no day, it lies in the past, or more than two years ahead. */
export type NoDay = "bad-date" | "past-date" | "far-date";

/**
 * `2026-12-24`, `2026/12/24` and `20261224`, each without regard to a time of day after it; `24.12.2026`, `24. 12.`, `24/12`; and with dashes only
 * `24-12-2026`. Nordic people write `den` or `d.` before a day.
 */
const dayForms = [
  /^(?<year>\d{4})(?<sign>[-./])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?:[t ](?:[01]?\d|2[0-4]):[0-5]\d\S*)?$/i,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:t(?:[01]\d|2[0-4])[0-5]\d\S*)?$/i,
  /^(?<day>\d{1,2})(?:\. ?|\/)(?<month>\d{1,2})(?:(?:\. ?|\/| )(?<year>\d{4}|\d\d)?)?$/,
  /^(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})$/,
];

/** Dashes that look like a hyphen. */
const dashes = /[\u2010-\u2015\u2212]/g;

/** The day that a text names, if it is one. */
export const dayIn = (text: string): WrittenDay | undefined => {
  const written = halfWidth(text)
    .replace(dashes, "-")
    .trim()
    .replace(/^(?:den |d\.? ?)(?=\d)/i, "");
  for (const form of dayForms) {
    const { day, month, year } = form.exec(written)?.groups ?? {};
    if (day === undefined) continue;
    return {
      day: Number(day),
      month: Number(month),
      ...(year === undefined ? {} : { year: Number(year.length === 2 ? `20${year}` : year) }),
    };
  }
  return undefined;
};

/**
 * The local date (`YYYY-MM-DD`) that a written day means, or why there is none. It is never before today, nor more than two years after.
 * @param today the local date
 */
export const settleDay = ({ day, month, year }: WrittenDay, today: string): Result<string, NoDay> => {
  const first = Temporal.PlainDate.from(today);
  const last = first.add({ years: 2 });
  const years = year === undefined ? [first.year, first.year + 1, first.year + 2] : [year];
  const dates = years.flatMap((one) => {
    try {
      return [Temporal.PlainDate.from({ year: one, month, day }, { overflow: "reject" })];
    } catch {
      return [];
    }
  });
  const date = dates.find((one) => Temporal.PlainDate.compare(one, first) >= 0);
  if (!date) return { no: dates.length === 0 ? "bad-date" : "past-date" };
  return Temporal.PlainDate.compare(date, last) > 0 ? { no: "far-date" } : { got: date.toString() };
};

/** The day that a text names by its month, in whatever language. */
const dayNamed = (text: string): WrittenDay | undefined =>
  languages.map((language) => dayNamedIn(text.trim().toLowerCase(), language)).find((day) => day !== undefined);

/** The local date that a text means, or why there is none. @param today the local date */
export const readDay = (text: string, today: string): Result<string, NoDay> => {
  const written = dayIn(text) ?? dayNamed(text);
  return written ? settleDay(written, today) : { no: "bad-date" };
};

/** Halves of the day as Android clients write them, in the languages of their phones. */
const halves = { am: 0, fm: 0, pm: 12, em: 12 } as const;
const isHalf = (half: string): half is keyof typeof halves => Object.hasOwn(halves, half);

/**
 * The time of day (`HH:mm`) that a text means, if it is one: `13:00`, `13.00`, `kl. 13`, `1300`, `1:00 PM`, `01:00 p.m.`, `13:00:00`. Some clients send the
 * time in the format of the phone, https://github.com/microsoft/AdaptiveCards/issues/4892; others turn the field into plain text.
 */
export const readTime = (text: string): string | undefined => {
  const written = halfWidth(text)
    .trim()
    .replace(/^kl(?:o|ockan|okken)?\.?\s*(?=\d)/i, "")
    .replace(/^(\d\d)(\d\d)$/, "$1:$2");
  const found = /^(\d{1,2})(?:[:.](\d\d)(?:[:.]\d\d(?:[.,]\d+)?)?)?\s*(?:([apfe])\.?\s?m\.?)?$/i.exec(written);
  const [, hour = "", minute = "00", letter = ""] = found ?? [];
  const half = `${letter.toLowerCase()}m`;
  const isOfTwelve = isHalf(half);
  const told = Number(hour);
  if (!found || Number(minute) > 59 || told > 23 || (isOfTwelve && (told < 1 || told > 12))) return undefined;
  const hours = isOfTwelve ? (told % 12) + halves[half] : told;
  return `${String(hours).padStart(2, "0")}:${minute}`;
};
