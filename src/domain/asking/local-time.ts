import { Temporal } from "temporal-polyfill";

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export const local = (ms: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);

/**
 * The instant at which a day shows a time (`HH:mm`) in a zone. A time that the day skips moves by the length of the gap; of a time that it has twice the first
 * counts.
 */
export const instantOf = (day: Temporal.PlainDate, time: string, zone: string): number =>
  day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;

/** The weekday of an instant. */
export const weekdayOf = (ms: number, zone: string): Weekday => local(ms, zone).dayOfWeek as Weekday;

/** Midnight at the start of a local date (`YYYY-MM-DD`). */
export const startOfDate = (date: string, zone: string): number => Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;

/** Midnight at the end of a local date (`YYYY-MM-DD`): the first instant that is not part of it. */
export const endOfDate = (date: string, zone: string): number =>
  Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;

/** Cache of `localDayOf` by zone and UTC day: at every renewal of a post, each idea asks for the day of its writing and for today. */
const localDays = new Map<string, LocalDay[]>();
const mostLocalDays = 5_000;

/** A local day, counted from 1 January 1970, and the instants between which it lies; `toMs` is not part of it. */
type LocalDay = { readonly number: number; readonly fromMs: number; readonly toMs: number };

const localDayOf = (ms: number, zone: string): number => {
  const key = `${zone} ${Math.floor(ms / dayMs)}`;
  const known = localDays.get(key) ?? [];
  for (const { number, fromMs, toMs } of known) if (fromMs <= ms && ms < toMs) return number;
  const date = local(ms, zone).toPlainDate();
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  const number = Date.UTC(date.year, date.month - 1, date.day) / dayMs;
  if (localDays.size >= mostLocalDays) localDays.clear();
  localDays.set(key, [...known, { number, fromMs: startOf(date), toMs: startOf(date.add({ days: 1 })) }]);
  return number;
};

/** The local date (`YYYY-MM-DD`) of an instant. @param daysLater the date so many days later, whatever clocks do meanwhile */
export const dateOf = (ms: number, zone: string, daysLater = 0): string =>
  new Date((localDayOf(ms, zone) + daysLater) * dayMs).toISOString().slice(0, 10);

/** Does a local date (`YYYY-MM-DD`) lie in another year than an instant? */
export const isOfOtherYear = (date: string, ms: number, zone: string): boolean =>
  Number(date.slice(0, 4)) !== new Date(localDayOf(ms, zone) * dayMs).getUTCFullYear();

/** Whole local days between two instants. */
export const daysBetween = (fromMs: number, toMs: number, zone: string): number => localDayOf(toMs, zone) - localDayOf(fromMs, zone);

/** Is this a zone name that the machine knows? */
export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** The listed name of a time zone, whatever case and spaces a person writes it with. An unknown name comes back as written, with `_` for each space. */
export const zoneNamed = (written: string): string => {
  const name = written.trim().replaceAll(" ", "_");
  return Intl.supportedValuesOf("timeZone").find((zone) => zone.toLowerCase() === name.toLowerCase()) ?? name;
};
