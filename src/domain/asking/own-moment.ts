import { type OwnTimes, weekdays } from "../people/own-times.ts";
import { type Cadence, dateOf, daysLater, nextWorkingTime, type Weekday, weekdayOf } from "./cadence.ts";

/** Is the local day of an instant none of the working days that the person has chosen? */
export const isDayOff = ({ workingDays = [] }: OwnTimes, ms: number, zone: string): boolean =>
  workingDays.length > 0 && !workingDays.includes(weekdayOf(ms, zone));

/** The days on which a person may be asked. Working days come before a chosen day that is none of them. */
const askDays = ({ askDay = 0, workingDays = [] }: OwnTimes): readonly Weekday[] => {
  const allowed = workingDays.length === 0 ? weekdays : workingDays;
  return askDay !== 0 && allowed.includes(askDay) ? [askDay] : allowed;
};

type Times = Pick<Cadence, "zone" | "prompt">;

/** The first instant from `fromMs` on that shows the person's hour, else their team's, on a day on which they may be asked. */
export const ownMoment = (own: OwnTimes, { zone, prompt }: Times, fromMs: number): number =>
  nextWorkingTime(fromMs, own.askTime || prompt.time, zone, askDays(own));

/** A person without an hour of their own is asked at any moment of a day on which they may be asked. */
const isOwnMoment = (own: OwnTimes, times: Times, ms: number): boolean =>
  own.askTime ? ownMoment(own, times, ms) === ms : askDays(own).includes(weekdayOf(ms, times.zone));

/** The moment at which a round that starts at `startMs` asks a person: at once, or the first that suits them. */
export const momentFrom = (own: OwnTimes, times: Times, startMs: number): number =>
  isOwnMoment(own, times, startMs) ? startMs : ownMoment(own, times, startMs);

/**
 * The moment that takes the place of a planned one: the planned one itself while its day lasts, or a later one, because the person has chosen otherwise since,
 * or Gnist was down until the day was over.
 */
export const momentInstead = (own: OwnTimes, times: Times, plannedMs: number, now: number): number => {
  const planned = momentFrom(own, times, plannedMs);
  return planned >= now || dateOf(planned, times.zone) === dateOf(now, times.zone) ? planned : momentFrom(own, times, now);
};

/** The instant from which the next round could begin: a person whose moment comes no sooner is left to that one. */
export const nextRoundFrom = ({ zone, everyWeeks }: Pick<Cadence, "zone" | "everyWeeks">, startMs: number): number =>
  daysLater(startMs, 7 * everyWeeks, zone);
