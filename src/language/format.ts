import type { Weekday } from "../domain/asking/local-time.ts";
import type { RoundId } from "../domain/ids.ts";
import { type Language, languageFacts, type Plural } from "../domain/language.ts";
import { dayIn } from "../domain/written-time.ts";

/** A word's forms, by plural category (CLDR) of the language. */
type Forms<L extends Language> = Readonly<Record<Plural<L>, string>>;

/** Formats dates, times and numbers in one language. Instants are ms UTC and shown in the given zone. */
type Format<L extends Language> = {
  /** "Tuesday" */
  readonly weekday: (ms: number, zone: string) => string;
  /** "Tuesday 24 November"; with `otherYear` "Tuesday 24 November 2026". */
  readonly day: (ms: number, zone: string, otherYear?: boolean) => string;
  /** "13:00" */
  readonly time: (ms: number, zone: string) => string;
  /** "Fri 4 Dec" or "Fri 4 Dec 2026", from a local date; text that is no date is returned unchanged. */
  readonly date: (date: string, otherYear?: boolean) => string;
  /** "November 2026", from `2026-11`. */
  readonly month: (month: string) => string;
  /** "Tuesday", from 1 (Monday) to 7. */
  readonly nameOf: (weekday: Weekday) => string;
  /** 48, from `2026-W48`. */
  readonly week: (round: RoundId) => number;
  readonly number: (value: number) => string;
  /** With decimals, at most two, and nothing between thousands. */
  readonly decimal: (value: number) => string;
  /** The form that goes with a number: "voice" with 1, "voices" with 5. */
  readonly plural: (value: number, forms: Forms<L>) => string;
  /** The number and the form that goes with it: "1 voice", "5 voices". */
  readonly count: (value: number, forms: Forms<L>) => string;
  /** "a date, a time and a name" */
  readonly list: (things: readonly string[]) => string;
};

const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

const looks = {
  weekday: { weekday: "long" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  date: { weekday: "short", day: "numeric", month: "short" },
  day: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  dateOfYear: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export const formatOf = <L extends Language>(language: L): Format<L> => {
  const { locale } = languageFacts[language];
  // A formatter costs a hundred times more to make than to use, so they are kept: one per look and zone that a team is in.
  const made = new Map<string, Intl.DateTimeFormat>();
  const shown = (ms: number, zone: string, look: keyof typeof looks): string => {
    const key = `${look} ${zone}`;
    const formatter = made.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...looks[look] });
    made.set(key, formatter);
    return formatter.format(ms);
  };
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const number = (value: number) => numbers.format(value);
  const lists = new Intl.ListFormat(locale);
  const decimals = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 2 });
  const plural = (value: number, forms: Forms<L>) => forms[rules.select(value) as Plural<L>];
  return {
    weekday: (ms, zone) => shown(ms, zone, "weekday"),
    day: (ms, zone, otherYear) => {
      const whole = shown(ms, zone, "day").replaceAll(",", "");
      // Without its year, Intl's Danish day would lose its "den" too.
      return otherYear ? whole : whole.replace(/ \d{4}$/, "");
    },
    time: (ms, zone) => shown(ms, zone, "time"),
    date: (date, otherYear) => {
      const { year, month, day } = dayIn(date) ?? {};
      if (year === undefined || month === undefined || day === undefined) return date;
      const ms = Date.UTC(year, month - 1, day);
      // Norwegian "fre. 4. des." reads better without the dots of abbreviations. Nynorsk's "la." says too little then, and becomes "lau".
      return shown(ms, "UTC", otherYear ? "dateOfYear" : "date")
        .replaceAll(",", "")
        .replace(/^\p{L}{2}\./u, () => shown(ms, "UTC", "weekday").slice(0, 3))
        .replace(/(\p{L})\./gu, "$1");
    },
    month: (month) => shown(Date.parse(`${month}-01`), "UTC", "month"),
    nameOf: (weekday) => shown(monday + (weekday - 1) * dayMs, "UTC", "weekday"),
    week: (round) => Number(round.slice(-2)),
    number,
    decimal: (value) => decimals.format(value),
    plural,
    count: (value, forms) => `${number(value)} ${plural(value, forms)}`,
    list: (things) => lists.format(things),
  };
};
