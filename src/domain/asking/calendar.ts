import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { type Country, countries, countryOfZone } from "./country.ts";
import { dayOffIn } from "./days-off.ts";
import { dateOf, hourMs, instantOf, local, type Weekday } from "./local-time.ts";

export const quietPeriodShape = z.object({ from: z.string(), to: z.string() }).readonly();

/** Local dates (`YYYY-MM-DD`), both part of it, between which Gnist asks and tells a team nothing by itself. */
export type QuietPeriod = z.infer<typeof quietPeriodShape>;

export const holidayChoices = [...countries, "none"] as const;

/** A team's days, as its settings have them. */
export type Calendar = {
  readonly zone: string;
  /** The country whose days off the team has. Missing: that of its zone. */
  readonly holidays?: Country | "none";
  readonly quiet?: readonly QuietPeriod[];
  /** Quiet periods that an admin has set for all teams. */
  readonly quietForAll?: readonly QuietPeriod[];
};

/** The country whose days off a team has, or `none`. */
export const holidaysOf = ({ holidays, zone }: Calendar): Country | "none" => holidays ?? countryOfZone(zone) ?? "none";

/** People work until this hour on a half day off. */
const noon = 12;

/** A quiet period of which a local date is part. */
const quietOn = (date: string, { quiet = [], quietForAll = [] }: Calendar): QuietPeriod | undefined => {
  const isPart = ({ from, to }: QuietPeriod) => from <= date && date <= to;
  return quiet.find(isPart) ?? quietForAll.find(isPart);
};

/** The part of a local date on which Gnist leaves the team alone. */
const offOn = (date: string, calendar: Calendar): "whole" | "half" | undefined => {
  if (quietOn(date, calendar)) return "whole";
  const country = holidaysOf(calendar);
  return country === "none" ? undefined : dayOffIn(country, date);
};

/** Is an instant part of a day off, or of a quiet period? Weekends are neither. */
export const isOff = (ms: number, calendar: Calendar): boolean => {
  const off = offOn(dateOf(ms, calendar.zone), calendar);
  return off === "whole" || (off === "half" && local(ms, calendar.zone).hour >= noon);
};

/** A working day is Monday to Friday, or one of the days that a person has chosen, and no day off. Of a half day off the morning is one. */
const isWorking = (day: Temporal.PlainDate, calendar: Calendar, chosen: readonly Weekday[] = []): boolean => {
  const isChosen = chosen.length === 0 ? day.dayOfWeek <= 5 : chosen.some((one) => one === day.dayOfWeek);
  return isChosen && offOn(day.toString(), calendar) !== "whole";
};

const dayOf = (ms: number, { zone }: Calendar): Temporal.PlainDate => Temporal.PlainDate.from(dateOf(ms, zone));

/** Is an instant on a working day, and on a half one before it ends? */
export const isWorkingDay = (ms: number, calendar: Calendar): boolean => isWorking(dayOf(ms, calendar), calendar) && !isOff(ms, calendar);

/** The instant that shows the local time of `ms` on the `count`th working day after its day. */
export const workingDaysLater = (ms: number, count: number, calendar: Calendar): number => {
  const from = local(ms, calendar.zone);
  let day = from.toPlainDate();
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorking(day, calendar)) left -= 1;
  }
  return day.toZonedDateTime({ timeZone: calendar.zone, plainTime: from.toPlainTime() }).epochMilliseconds;
};

/** The first instant from `ms` on that shows this time (`HH:mm`) on a working day. @param chosen a person's own working days */
export const nextWorkingTime = (ms: number, time: string, calendar: Calendar, chosen: readonly Weekday[] = []): number => {
  for (let day = dayOf(ms, calendar); ; day = day.add({ days: 1 })) {
    // A quiet period is passed by at once: a team's planning looks at many moments in one.
    for (let quiet = quietOn(day.toString(), calendar); quiet; quiet = quietOn(day.toString(), calendar))
      day = Temporal.PlainDate.from(quiet.to).add({ days: 1 });
    if (!isWorking(day, calendar, chosen)) continue;
    const at = instantOf(day, time, calendar.zone);
    if (at >= ms && !isOff(at, calendar)) return at;
  }
};

/** The instant itself; on a day off, that of its local time on the next working day. */
export const movedFromOff = (ms: number, calendar: Calendar): number =>
  isOff(ms, calendar) ? nextWorkingTime(ms, local(ms, calendar.zone).toPlainTime().toString(), calendar) : ms;

/** The start of working hours on the next working day after the day of an instant. @param chosen a person's own working days */
export const nextWorkingMorning = (afterMs: number, calendar: Calendar, chosen: readonly Weekday[] = []): number => {
  const tomorrow = dayOf(afterMs, calendar).add({ days: 1 });
  return nextWorkingTime(tomorrow.toZonedDateTime(calendar.zone).epochMilliseconds, "08:00", calendar, chosen);
};

/** The moment of a person's news: the first 15:00 on a working day after an instant. @param chosen a person's own working days */
export const nextNews = (afterMs: number, calendar: Calendar, chosen: readonly Weekday[] = []): number =>
  nextWorkingTime(afterMs + 1, "15:00", calendar, chosen);

/** After this long (ms), news that could not go out waits for the next working day. */
export const newsLateMs = 2 * hourMs;

const workdayStarts = 8;
const workdayEnds = 17;

/** The hours at which a working day begins and ends. */
const hoursOf = (day: Temporal.PlainDate, calendar: Calendar): readonly [from: number, to: number] => {
  const at = (hour: number) => day.toZonedDateTime({ timeZone: calendar.zone, plainTime: { hour } }).epochMilliseconds;
  return [at(workdayStarts), at(offOn(day.toString(), calendar) === "half" ? noon : workdayEnds)];
};

/** The instant by which `hours` working hours have gone by: 08:00 to 17:00 local time, and to noon on a half day off. */
export const afterWorkingHours = (fromMs: number, hours: number, calendar: Calendar): number => {
  let leftMs = hours * hourMs;
  for (let day = dayOf(fromMs, calendar); ; day = day.add({ days: 1 })) {
    if (!isWorking(day, calendar)) continue;
    const [startsAt, endsAt] = hoursOf(day, calendar);
    const from = Math.max(fromMs, startsAt);
    const roomMs = endsAt - from;
    if (roomMs >= leftMs) return from + leftMs;
    leftMs -= Math.max(0, roomMs);
  }
};

/**
 * The end (17:00 local time, noon on a half day off) of the `count`th working day from an instant on; a day that has not ended yet counts as the first.
 * @param count 1 or more
 */
export const endOfWorkingDay = (fromMs: number, count: number, calendar: Calendar): number => {
  let left = count;
  for (let day = dayOf(fromMs, calendar); ; day = day.add({ days: 1 })) {
    const [, endsAt] = hoursOf(day, calendar);
    if (!isWorking(day, calendar) || endsAt <= fromMs) continue;
    left -= 1;
    if (left === 0) return endsAt;
  }
};
