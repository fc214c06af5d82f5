import { Temporal } from "temporal-polyfill";
import { type RoundId, roundIdOf } from "../ids.ts";

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A moment of the week in local time; `time` is `HH:mm`. */
type WeekTime = { readonly weekday: Weekday; readonly time: string };

/** The times at which Gnist asks a team and posts its digest. */
export type Cadence = {
  readonly zone: string;
  readonly prompt: WeekTime;
  readonly everyWeeks: 1 | 2 | 4;
  /** The reminder to people who have not answered; none where missing. */
  readonly reminder?: WeekTime;
  readonly digest: WeekTime;
  /** Hours before the digest at which leads get the draft; none where missing. */
  readonly draftHours?: number;
};

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** The shortest time between the question and the digest (4 hours), and between the question and its reminder (20 hours). */
const leastToAnswerMs = 4 * hourMs;
export const leastToRemindMs = 20 * hourMs;

const local = (ms: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);

/** The ISO week of an instant, as people in the zone count it. */
export const weekOf = (ms: number, zone: string): RoundId => roundIdOf(local(ms, zone));

/** The Monday of an ISO week, in days from 1 January 1970, a Thursday; 4 January is always in the first week. */
const mondayOf = (week: RoundId): number => {
  const [year, number] = week.split("-W").map(Number) as [number, number];
  const fourth = Date.UTC(year, 0, 4) / dayMs;
  return fourth - ((fourth + 3) % 7) + 7 * (number - 1);
};

/** The ISO week that lies some weeks before another. */
export const weekBefore = (week: RoundId, weeks: number): RoundId => weekOf((mondayOf(week) - 7 * weeks) * dayMs, "UTC");

/** Whole weeks from one ISO week to another. */
export const weeksBetween = (from: RoundId, to: RoundId): number => (mondayOf(to) - mondayOf(from)) / 7;

/** Cache of `nextWeekTime`: weekday, time and zone → the next instant (`at`), which is right for every `afterMs` from `sinceMs` on and before `at`. */
const workedOut = new Map<string, { readonly sinceMs: number; readonly at: number }>();
const mostWorkedOut = 5_000;

/**
 * The first instant after `afterMs` that shows this weekday and time in the zone. Daylight saving never moves the local time: a time that the day skips moves
 * by the length of the gap, and of a time that the day has twice the first one counts.
 * Cached, because many teams share a moment, and Temporal is the slowest step of their planning.
 */
export const nextWeekTime = (moment: WeekTime, zone: string, afterMs: number): number => {
  const key = `${moment.weekday} ${moment.time} ${zone}`;
  const known = workedOut.get(key);
  if (known && known.sinceMs <= afterMs && afterMs < known.at) return known.at;
  const at = workOut(moment, zone, afterMs);
  if (workedOut.size >= mostWorkedOut) workedOut.clear();
  workedOut.set(key, { sinceMs: afterMs, at });
  return at;
};

const workOut = ({ weekday, time }: WeekTime, zone: string, afterMs: number): number => {
  const after = local(afterMs, zone);
  const days = (weekday - after.dayOfWeek + 7) % 7;
  const at = (inDays: number) =>
    after
      .toPlainDate()
      .add({ days: inDays })
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
  const first = at(days);
  return first > afterMs ? first : at(days + 7);
};

/** The next instant at which the clock asks: the first prompt time after `afterMs` that is at least `everyWeeks` weeks after the last round's week. */
export const nextPrompt = (cadence: Cadence, afterMs: number, lastRound?: RoundId): number => {
  let at = nextWeekTime(cadence.prompt, cadence.zone, afterMs);
  while (lastRound !== undefined && weeksBetween(lastRound, weekOf(at, cadence.zone)) < cadence.everyWeeks) {
    at = nextWeekTime(cadence.prompt, cadence.zone, at);
  }
  return at;
};

/** The moment of the check-in where the team has no reminder. */
const usualCheckIn: WeekTime = { weekday: 1, time: "10:00" };

/**
 * The times of a round whose question goes out at `startMs`: its reminder (only where that comes before the digest), its check-in with the owners, its draft and
 * its digest. The check-in goes out with the reminder; a round without one has it at that moment of the week all the same, on a working day.
 */
export const roundTimes = (
  cadence: Cadence,
  startMs: number,
): { remindAt?: number; checkInAt: number; draftAt?: number; digestAt: number } => {
  const { zone, reminder, digest, draftHours } = cadence;
  const digestAt = nextWeekTime(digest, zone, startMs + Math.max(leastToAnswerMs, (draftHours ?? 0) * hourMs) - 1);
  const mayRemindAt = reminder && nextWeekTime(reminder, zone, startMs + leastToRemindMs - 1);
  const remindAt = mayRemindAt !== undefined && mayRemindAt < digestAt ? mayRemindAt : undefined;
  const { time, ...moment } = reminder ?? usualCheckIn;
  return {
    digestAt,
    checkInAt: remindAt ?? nextWorkingTime(nextWeekTime({ ...moment, time }, zone, startMs), time, zone),
    ...(remindAt !== undefined ? { remindAt } : {}),
    ...(draftHours ? { draftAt: digestAt - draftHours * hourMs } : {}),
  };
};

/** The weekday of an instant. */
export const weekdayOf = (ms: number, zone: string): Weekday => local(ms, zone).dayOfWeek as Weekday;

/** The instant that shows the local time of `ms` some days later. */
export const daysLater = (ms: number, days: number, zone: string): number => local(ms, zone).add({ days }).epochMilliseconds;

/** A working day is Monday to Friday; to a person who has chosen their working days, it is one of those. */
const isWorking = ({ dayOfWeek }: { readonly dayOfWeek: number }, chosen: readonly Weekday[] = []): boolean =>
  chosen.length === 0 ? dayOfWeek <= 5 : chosen.some((one) => one === dayOfWeek);

/** Is the local day of an instant a working day? */
export const isWorkingDay = (ms: number, zone: string): boolean => isWorking(local(ms, zone));

/** The instant that shows the local time of `ms` on the `count`th working day after its day. */
export const workingDaysLater = (ms: number, count: number, zone: string): number => {
  const from = local(ms, zone);
  let day = from.toPlainDate();
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorking(day)) left -= 1;
  }
  return day.toZonedDateTime({ timeZone: zone, plainTime: from.toPlainTime() }).epochMilliseconds;
};

/** The first instant from `ms` on that shows this time (`HH:mm`) on a working day. @param chosen a person's own working days */
export const nextWorkingTime = (ms: number, time: string, zone: string, chosen: readonly Weekday[] = []): number => {
  for (let day = local(ms, zone).toPlainDate(); ; day = day.add({ days: 1 })) {
    const at = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
    if (isWorking(day, chosen) && at >= ms) return at;
  }
};

/** The start of working hours on the next working day after the day of an instant. @param chosen a person's own working days */
export const nextWorkingMorning = (afterMs: number, zone: string, chosen: readonly Weekday[] = []): number => {
  const tomorrow = local(afterMs, zone).toPlainDate().add({ days: 1 });
  return nextWorkingTime(tomorrow.toZonedDateTime(zone).epochMilliseconds, "08:00", zone, chosen);
};

/** The moment of a person's news: the first 15:00 on a working day after an instant. @param chosen a person's own working days */
export const nextNews = (afterMs: number, zone: string, chosen: readonly Weekday[] = []): number =>
  nextWorkingTime(afterMs + 1, "15:00", zone, chosen);

/** After this long (ms), news that could not go out waits for the next working day. */
export const newsLateMs = 2 * hourMs;

const workdayStarts = 8;
const workdayEnds = 17;

/** The instant by which `hours` working hours have gone by: Monday to Friday, 08:00 to 17:00 local time. */
export const afterWorkingHours = (fromMs: number, hours: number, zone: string): number => {
  let leftMs = hours * hourMs;
  for (let day = local(fromMs, zone).toPlainDate(); ; day = day.add({ days: 1 })) {
    if (!isWorking(day)) continue;
    const at = (hour: number) => day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds;
    const from = Math.max(fromMs, at(workdayStarts));
    const roomMs = at(workdayEnds) - from;
    if (roomMs >= leftMs) return from + leftMs;
    leftMs -= Math.max(0, roomMs);
  }
};

/** The end (17:00 local time) of the `count`th working day from an instant on; a day that has not ended yet counts as the first. @param count 1 or more */
export const endOfWorkingDay = (fromMs: number, count: number, zone: string): number => {
  let left = count;
  for (let day = local(fromMs, zone).toPlainDate(); ; day = day.add({ days: 1 })) {
    const endsAt = day.toZonedDateTime({ timeZone: zone, plainTime: { hour: workdayEnds } }).epochMilliseconds;
    if (!isWorking(day) || endsAt <= fromMs) continue;
    left -= 1;
    if (left === 0) return endsAt;
  }
};

/** Midnight at the start of a local date (`YYYY-MM-DD`). */
export const startOfDate = (date: string, zone: string): number => Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;

/** Midnight at the end of a local date (`YYYY-MM-DD`): the first instant that is not part of it. */
export const endOfDate = (date: string, zone: string): number =>
  Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;

/** The local date (`YYYY-MM-DD`) of an instant. */
export const dateOf = (ms: number, zone: string): string => local(ms, zone).toPlainDate().toString();

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
