import { Temporal } from "temporal-polyfill";
import type { Language } from "../language.ts";
import { type PauseEnd, type PausePhrases, pauseEndIn, restBefore, settlePause } from "../people/pause-end.ts";
import type { Result } from "../result.ts";
import { type NoDay, readDay } from "../written-time.ts";

/** A substitute as a lead wrote them: a name, and the last day, which is not validated yet. */
export type WrittenSubstitute = { readonly name: string; readonly until: PauseEnd };

/** A longer text before the day is no name, but a sentence. */
const mostOfName = 6;

/** Reads `Omar Haddad until 12 December`. Undefined where no day stands behind a name. */
export const substituteIn = (
  text: string,
  languagesOf: readonly { readonly language: Language; readonly phrases: PausePhrases }[],
): WrittenSubstitute | undefined => {
  const words = text.split(" ");
  const before = languagesOf.flatMap(({ phrases }) => [...phrases.until, ...phrases.through]);
  const behind = languagesOf.flatMap(({ phrases }) => phrases.untilBehind ?? []);
  const found = words.flatMap((_, at): WrittenSubstitute[] => {
    const end = words.slice(at).join(" ").toLowerCase();
    if (at === 0 || at > mostOfName || !(before.some((word) => end.startsWith(`${word} `)) || restBefore(end, behind))) return [];
    const until = pauseEndIn(end, languagesOf);
    return until ? [{ name: words.slice(0, at).join(" "), until }] : [];
  });
  // A name may itself have a word such as "till" in it.
  return found.find(({ until }) => until !== "unclear") ?? found[0];
};

/** Reasons not to take a last day; a substitute stands in for a year at most. */
type NoLastDay = Exclude<NoDay, "far-date"> | "far-substitute";

const within = (day: Result<string, NoDay>, today: string): Result<string, NoLastDay> => {
  if ("no" in day) return { no: day.no === "far-date" ? "far-substitute" : day.no };
  const last = Temporal.PlainDate.from(today).add({ years: 1 });
  return Temporal.PlainDate.compare(day.got, last) > 0 ? { no: "far-substitute" } : day;
};

/** A day without a year that comes only after this many months has just passed. */
const longAhead = 10;
const monthsTo = (day: Temporal.PlainDate, today: string) => Temporal.PlainDate.from(today).until(day, { largestUnit: "months" }).months;

/** The last day (`YYYY-MM-DD`) that a lead wrote: it belongs to the substitution, and of a week its Sunday. @param today the local date */
export const settleLastDay = (written: PauseEnd, today: string): Result<string, NoLastDay> => {
  const isDay = written !== "unclear" && ("day" in written || "weekday" in written || "weekOfYear" in written);
  const after = settlePause(isDay ? { ...written, through: true } : written, today);
  if ("no" in after) return after.no === "bad-pause" ? { no: "bad-date" } : within({ no: after.no }, today);
  const last = Temporal.PlainDate.from(after.got).subtract({ days: isDay ? 1 : 0 });
  const isPassed = isDay && "day" in written && written.year === undefined && monthsTo(last, today) >= longAhead;
  return isPassed ? { no: "past-date" } : within({ got: last.toString() }, today);
};

/** The last day that a form names. @param today the local date */
export const readLastDay = (text: string, today: string): Result<string, NoLastDay> => within(readDay(text, today), today);
