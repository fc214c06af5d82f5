import { Temporal } from "temporal-polyfill";
import { dayNamedIn, type WrittenDay, weekdayIn } from "../day-names.ts";
import { type Language, languages } from "../language.ts";
import type { Result } from "../result.ts";
import { dayIn, type NoDay, settleDay } from "../written-time.ts";
import { mostPauseWeeks } from "./person.ts";

/** Words around the end of a pause, in one language. */
export type PausePhrases = {
  /** Before the day on which it ends, such as "until". */
  readonly until: readonly string[];
  /** Behind the day on which it ends, such as Finnish "asti". */
  readonly untilBehind?: readonly string[];
  /** Before its last day, such as "through". */
  readonly through: readonly string[];
  /** Before its length, such as "for". */
  readonly during: readonly string[];
  readonly days: readonly string[];
  readonly weeks: readonly string[];
  readonly months: readonly string[];
  /** Before the number of a week of the year. */
  readonly weekNumber: readonly string[];
  /** Small numbers in words, from one. */
  readonly counts: readonly (readonly string[])[];
  /** Names for the day after today. */
  readonly nextDay: readonly string[];
};

/** `through`: the day is the last one of the pause. */
type Last = { readonly through?: true };

/** The end of a pause as a person wrote it: a length or a day, not validated yet, or `unclear` where it could not be read. */
export type PauseEnd =
  | { readonly weeks: number }
  | { readonly days: number }
  | { readonly months: number }
  | (WrittenDay & Last)
  | ({ readonly weekday: number } & Last)
  | ({ readonly weekOfYear: number } & Last)
  | "unclear";

/** The rest of a text after the longest of these words that it begins with; undefined where it begins with none. */
const restBehind = (text: string, words: readonly string[]): string | undefined => {
  const found = words.toSorted((a, b) => b.length - a.length).find((word) => text.startsWith(`${word} `));
  return found === undefined ? undefined : text.slice(found.length + 1);
};

/** The rest of a text before one of these words at its end; undefined where it ends with none. */
export const restBefore = (text: string, words: readonly string[]): string | undefined => {
  const found = words.find((word) => text.endsWith(` ${word}`));
  return found === undefined ? undefined : text.slice(0, -found.length - 1);
};

const lengthIn = (text: string, all: readonly PausePhrases[]): PauseEnd | undefined => {
  const {
    sign,
    count = "",
    unit,
  } = /^(?<sign>[-\u2212]?)(?<count>\d+(?:[.,]\d+)?|\p{L}+)(?: ?(?<unit>\p{L}+))?$/u.exec(text)?.groups ?? {};
  const isNumber = /^\d/.test(count);
  // A number without a unit is no length.
  if (unit === undefined) return isNumber ? "unclear" : undefined;
  const inWords = all.map(({ counts }) => counts.findIndex((one) => one.includes(count)) + 1).find((one) => one > 0);
  const many = isNumber ? Number(count.replace(",", ".")) * (sign ? -1 : 1) : inWords;
  if (many === undefined) return undefined;
  for (const phrases of all) {
    if (phrases.weeks.includes(unit)) return { weeks: many };
    if (phrases.days.includes(unit)) return { days: many };
    if (phrases.months.includes(unit)) return { months: many };
  }
  return undefined;
};

const dayOf = (
  text: string,
  all: readonly PausePhrases[],
): WrittenDay | { readonly weekday: number } | { readonly days: 1 } | undefined => {
  if (all.some(({ nextDay }) => nextDay.includes(text))) return { days: 1 };
  for (const language of languages) {
    const weekday = weekdayIn(text, language);
    const found = weekday === undefined ? dayNamedIn(text, language) : { weekday };
    if (found) return found;
  }
  return dayIn(text);
};

/** The number of a week, as `50` in `week 50`, `v. 50` and `v50`. */
const weekOfYearIn = (text: string, all: readonly PausePhrases[]): number | undefined => {
  for (const word of all.flatMap(({ weekNumber }) => weekNumber)) {
    const [, number] = text.startsWith(word) ? (/^ ?(\d{1,2})$/.exec(text.slice(word.length)) ?? []) : [];
    if (number !== undefined) return Number(number);
  }
  return undefined;
};

/** Most words that are taken for an end that cannot be read; more of them are a sentence. */
const mostUnclear = 4;

/** Monday of the first week with this number, from the one that begins on `monday` on. */
const mondayOf = (weekOfYear: number, monday: Temporal.PlainDate): Temporal.PlainDate | undefined =>
  Array.from({ length: 54 }, (_, more) => monday.add({ weeks: more })).find((one) => one.weekOfYear === weekOfYear);

/** The end that stands behind `pause`, in small letters and in whatever language; undefined where it is none. */
export const pauseEndIn = (text: string, languagesOf: readonly { readonly language: Language; readonly phrases: PausePhrases }[]) => {
  const all = languagesOf.map(({ phrases }) => phrases);
  const wordsOf = (which: "until" | "untilBehind" | "through" | "during") => all.flatMap((phrases) => phrases[which] ?? []);
  const last = restBehind(text, wordsOf("through"));
  const end = last ?? restBehind(text, wordsOf("until")) ?? restBefore(text, wordsOf("untilBehind"));
  const day = dayOf(end ?? text, all);
  if (day) return last !== undefined && !("days" in day) ? { ...day, through: true as const } : day;
  const weekOfYear = weekOfYearIn(end ?? text, all);
  // `pause week 50` may mean until then or during it.
  if (weekOfYear !== undefined)
    return end === undefined ? "unclear" : { weekOfYear, ...(last === undefined ? {} : { through: true as const }) };
  const length = lengthIn(restBehind(text, wordsOf("during")) ?? end ?? text, all);
  if (length) return length;
  const isUnclear = /^# ?\d/.test(text) || (end !== undefined && end.split(" ").length <= mostUnclear);
  return isUnclear ? "unclear" : undefined;
};

/** The local date on which a pause ends, or why there is none. A weekday, and a week with its Monday, is the next such one. @param today the local date */
export const settlePause = (end: PauseEnd, today: string): Result<string, NoDay | "bad-pause"> => {
  if (end === "unclear") return { no: "bad-pause" };
  const from = Temporal.PlainDate.from(today);
  const [many] = "weeks" in end ? [end.weeks] : "days" in end ? [end.days] : "months" in end ? [end.months] : [];
  if (many !== undefined && !(Number.isInteger(many) && many >= 1 && many <= 7 * mostPauseWeeks)) return { no: "bad-pause" };
  const last = from.add({ weeks: mostPauseWeeks });
  const add = (length: Temporal.DurationLike): Result<string, "bad-pause"> => {
    const until = from.add(length);
    return Temporal.PlainDate.compare(until, last) > 0 ? { no: "bad-pause" } : { got: until.toString() };
  };
  if ("weeks" in end) return add({ weeks: end.weeks });
  if ("days" in end) return add({ days: end.days });
  if ("months" in end) return add({ months: end.months });
  const more = end.through ? 1 : 0;
  if ("weekday" in end) return add({ days: ((end.weekday - from.dayOfWeek + 6) % 7) + 1 + more });
  if ("weekOfYear" in end) {
    // The last week may be the present one.
    const monday = mondayOf(end.weekOfYear, from.add({ days: 8 - from.dayOfWeek - 7 * more }));
    return monday ? { got: monday.add({ weeks: more }).toString() } : { no: "bad-pause" };
  }
  const day = settleDay(end, today);
  if ("no" in day) return day;
  if (day.got === today && more === 0) return { no: "past-date" };
  return { got: Temporal.PlainDate.from(day.got).add({ days: more }).toString() };
};
