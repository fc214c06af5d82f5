import type { RoundId, Weekday } from "../domain/cadence.ts";

/** Dates, times and numbers as one language writes them; instants are ms UTC, shown in the team's zone. */
export type Format = {
  /** "Tuesday" */
  readonly weekday: (ms: number, zone: string) => string;
  /** "Tuesday 24 November" */
  readonly day: (ms: number, zone: string) => string;
  /** "13:00" */
  readonly time: (ms: number, zone: string) => string;
  /** "Fri 4 Dec", from a local date `YYYY-MM-DD`; other texts come back as they are. */
  readonly date: (date: string) => string;
  /** "Tuesday", from 1 (Monday) to 7. */
  readonly nameOf: (weekday: Weekday) => string;
  /** 48, from `2026-W48`. */
  readonly week: (round: RoundId) => number;
  readonly number: (value: number) => string;
  /** The form that goes with a number, the number in front: "1 voice", "5 voices". */
  readonly count: (value: number, one: string, other: string) => string;
};

const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

export const formatOf = (locale: string): Format => {
  const shown = (ms: number, zone: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(ms);
  const plurals = new Intl.PluralRules(locale);
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  return {
    weekday: (ms, zone) => shown(ms, zone, { weekday: "long" }),
    day: (ms, zone) => shown(ms, zone, { weekday: "long", day: "numeric", month: "long" }).replaceAll(",", ""),
    time: (ms, zone) => shown(ms, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    date: (date) => {
      const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T12:00:00Z`) : Number.NaN;
      if (Number.isNaN(ms)) return date;
      // "fre. 4. des." reads better without the dots of its shortened words.
      return shown(ms, "UTC", { weekday: "short", day: "numeric", month: "short" })
        .replaceAll(",", "")
        .replace(/(\p{L})\./gu, "$1");
    },
    nameOf: (weekday) => shown(monday + (weekday - 1) * dayMs, "UTC", { weekday: "long" }),
    week: (round) => Number(round.slice(-2)),
    number,
    count: (value, one, other) => `${number(value)} ${plurals.select(value) === "one" ? one : other}`,
  };
};
