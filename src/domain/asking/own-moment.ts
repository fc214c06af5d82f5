import { type OwnTimes, weekdays } from "../people/own-times.ts";
import { type Cadence, nextPrompt, weekOf } from "./cadence.ts";
import { type Calendar, isOff, nextWorkingTime } from "./calendar.ts";
import { dateOf, type Weekday, weekdayOf } from "./local-time.ts";

/** Is an instant on none of the working days that the person has chosen, or on a day off of their team? */
export const isDayOff = ({ workingDays = [] }: OwnTimes, ms: number, calendar: Calendar): boolean =>
  (workingDays.length > 0 && !workingDays.includes(weekdayOf(ms, calendar.zone))) || isOff(ms, calendar);

/** The days on which a person may be asked. Working days come before a chosen day that is none of them. */
const askDays = ({ askDay = 0, workingDays = [] }: OwnTimes): readonly Weekday[] => {
  const allowed = workingDays.length === 0 ? weekdays : workingDays;
  return askDay !== 0 && allowed.includes(askDay) ? [askDay] : allowed;
};

/** The days to which a person's question is moved: without days of their own, Monday to Friday and the day of their team. */
const movedDays = (own: OwnTimes, { prompt }: Cadence): readonly Weekday[] => {
  const days = askDays(own);
  return days.length < weekdays.length ? days : weekdays.filter((day) => day <= 5 || day === prompt.weekday);
};

/** The first instant from `fromMs` on that shows the person's hour, else their team's, on a day on which they may be asked. */
export const ownMoment = (own: OwnTimes, cadence: Cadence, fromMs: number): number =>
  nextWorkingTime(fromMs, own.askTime || cadence.prompt.time, cadence, movedDays(own, cadence));

/** A person without an hour of their own is asked at any moment of a day on which they may be asked. */
const isOwnMoment = (own: OwnTimes, cadence: Cadence, ms: number): boolean =>
  own.askTime ? ownMoment(own, cadence, ms) === ms : askDays(own).includes(weekdayOf(ms, cadence.zone)) && !isOff(ms, cadence);

/** The moment at which a round that starts at `startMs` asks a person: at once, or the first that suits them. */
export const momentFrom = (own: OwnTimes, cadence: Cadence, startMs: number): number =>
  isOwnMoment(own, cadence, startMs) ? startMs : ownMoment(own, cadence, startMs);

/**
 * The moment that takes the place of a planned one: the planned one itself while its day lasts, or a later one, because the person has chosen otherwise since,
 * or Gnist was down until the day was over.
 */
export const momentInstead = (own: OwnTimes, cadence: Cadence, plannedMs: number, now: number): number => {
  const planned = momentFrom(own, cadence, plannedMs);
  return planned >= now || dateOf(planned, cadence.zone) === dateOf(now, cadence.zone) ? planned : momentFrom(own, cadence, now);
};

/** The instant from which the next round could begin: a person whose moment comes no sooner is left to that one. */
export const nextRoundFrom = (cadence: Cadence, startMs: number): number => nextPrompt(cadence, startMs, weekOf(startMs, cadence.zone));

/** The moment of a question of a round that waits for a person's own time: by the choices and the hour that hold now, where that comes before the next round. */
export const waitingMoment = (own: OwnTimes, cadence: Cadence, plannedMs: number, now: number, nextMs: number): number => {
  const atHour = ownMoment(own, cadence, plannedMs);
  return momentInstead(own, cadence, atHour < nextMs ? atHour : plannedMs, now);
};
