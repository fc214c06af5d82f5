import type { QuietPeriod } from "../asking/calendar.ts";
import { dateOf, dayMs } from "../asking/local-time.ts";

/** The most quiet periods of a team, and of all teams. */
export const mostQuiet = 3;

/** The longest quiet period, and how far ahead it may lie, in days. */
const longestDays = 184;
const farthestDays = 2 * 366;

/** Quiet periods as a form writes them: `2027-07-01/2027-07-31`, with a space between two. */
export const writtenQuiet = (periods: readonly QuietPeriod[] = []): string => periods.map(({ from, to }) => `${from}/${to}`).join(" ");

/** The quiet periods that a form has written, in the order of their dates. A period without a last day is one day long. */
export const quietIn = (written: string): readonly QuietPeriod[] =>
  written
    .split(" ")
    .filter((period) => period !== "")
    .map((period) => {
      const [from = "", to = ""] = period.split("/");
      return { from, to: to || from };
    })
    .sort((one, other) => (one.from < other.from ? -1 : 1));

const isDate = (date: string): boolean => {
  const ms = Date.parse(date);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date) && date.length === 10;
};

const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** Can these quiet periods be kept? */
export const isQuietFit = (written: string, now: number, zone: string): boolean => {
  const periods = quietIn(written);
  const isFit = ({ from, to }: QuietPeriod): boolean =>
    isDate(from) && isDate(to) && from <= to && daysFrom(from, to) < longestDays && daysFrom(dateOf(now, zone), to) <= farthestDays;
  return periods.length <= mostQuiet && periods.every(isFit);
};
