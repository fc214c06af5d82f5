import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { test } from "vitest";
import { type Cadence, nextPrompt, nextWeekTime, roundTimes, weekOf, weeksBetween } from "../../src/domain/asking/cadence.ts";
import {
  afterWorkingHours,
  type Calendar,
  endOfWorkingDay,
  holidayChoices,
  nextNews,
  nextWorkingMorning,
  type QuietPeriod,
  workingDaysLater,
} from "../../src/domain/asking/calendar.ts";
import { countryOfZone } from "../../src/domain/asking/country.ts";
import { dayOffIn } from "../../src/domain/asking/days-off.ts";
import { dateOf, instantOf, local, type Weekday, weekdayOf } from "../../src/domain/asking/local-time.ts";
import { isDayOff, momentFrom, momentInstead, nextRoundFrom } from "../../src/domain/asking/own-moment.ts";
import { type OwnTimes, weekdays } from "../../src/domain/people/own-times.ts";
import { isTooSoonAfter } from "../../src/flows/asking/last-asked.ts";
import { day, hour, minute } from "../world/moments.ts";

/* Drawn calendars: a team's times, its days off and quiet periods, and a person's own choices, over two months of any year. `npm run test:calendars` draws 20,000 of them. */

const runs = Number(process.env.CALENDARS ?? 200);

/** Zones of the five countries, without daylight saving, with half an hour of it, and with a gap at midnight. */
const zones = ["Europe/Stockholm", "Europe/Oslo", "Europe/Copenhagen", "Europe/Helsinki", "Europe/Mariehamn"];
const farZones = ["UTC", "Asia/Kolkata", "Australia/Lord_Howe", "America/Nuuk", "America/New_York"];

const dateAt = (number: number): string => Temporal.PlainDate.from("2026-01-01").add({ days: number }).toString();
/** Days of eleven years, one more than the table of days off has. */
const dayNumbers = fc.integer({ min: 0, max: 4016 });

const quietPeriods = (near: number): fc.Arbitrary<QuietPeriod[]> =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: near - 30, max: near + 80 }),
        fc.oneof({ weight: 7, arbitrary: fc.integer({ min: 0, max: 20 }) }, fc.integer({ min: 0, max: 183 })),
      )
      .map(([from, days]) => ({ from: dateAt(from), to: dateAt(from + days) })),
    { maxLength: 3 },
  );

const weekday = fc.constantFrom(...weekdays);
const time = fc
  .oneof({ weight: 3, arbitrary: fc.integer({ min: 7 * 4, max: 17 * 4 }) }, fc.integer({ min: 0, max: 95 }))
  .map((quarters) => new Date(quarters * 15 * minute).toISOString().slice(11, 16));
const weekTime = fc.record({ weekday, time });

/** `part`: where between two moments the test looks. */
type Drawn = { readonly cadence: Cadence; readonly own: OwnTimes; readonly from: number; readonly part: number };

const drawn: fc.Arbitrary<Drawn> = dayNumbers.chain((near) =>
  fc.record({
    part: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    from: fc.integer({ min: 0, max: day / minute - 1 }).map((minutes) => Date.parse("2026-01-01") + near * day + minutes * minute),
    cadence: fc.record(
      {
        zone: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...zones) }, fc.constantFrom(...farZones)),
        holidays: fc.constantFrom(...holidayChoices),
        quiet: quietPeriods(near),
        quietForAll: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, quietPeriods(near)),
        prompt: weekTime,
        everyWeeks: fc.constantFrom<(1 | 2 | 4)[]>(1, 1, 2, 4),
        reminder: weekTime,
        digest: weekTime,
        draftHours: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(1, 2, 4, 8, 24) }, fc.integer({ min: 1, max: 72 })),
      },
      { requiredKeys: ["zone", "quiet", "quietForAll", "prompt", "everyWeeks", "digest"] },
    ),
    own: fc.oneof(
      fc.constant({}),
      fc.record({
        askDay: fc.oneof(fc.constant<0>(0), weekday),
        askTime: fc.oneof(fc.constant(""), time),
        workingDays: fc.uniqueArray(weekday, { maxLength: 6 }),
        askEvery: fc.constantFrom<(1 | 2 | 4)[]>(1, 1, 2, 4),
      }),
    ),
  }),
);

/* The calendar once more, by hand: what is off, and what is a working day. */

const partOff = (date: string, { zone, holidays = countryOfZone(zone), quiet = [], quietForAll = [] }: Calendar) => {
  if ([...quiet, ...quietForAll].some(({ from, to }) => from <= date && date <= to)) return "whole";
  return holidays === undefined || holidays === "none" ? undefined : dayOffIn(holidays, date);
};
const timeOf = (ms: number, zone: string): string => local(ms, zone).toPlainTime().toString().slice(0, 5);
const isOff = (ms: number, calendar: Calendar): boolean => {
  const part = partOff(dateOf(ms, calendar.zone), calendar);
  return part === "whole" || (part === "half" && timeOf(ms, calendar.zone) >= "12:00");
};
const later = (date: string, days: number): string => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
const weekdayIn = (date: string): number => new Date(date).getUTCDay() || 7;
const at = (date: string, time: string, zone: string): number => instantOf(Temporal.PlainDate.from(date), time, zone);
/** Does an instant show a time, or stand where a gap of daylight saving has moved it? */
const shows = (ms: number, time: string, zone: string): boolean =>
  timeOf(ms, zone) === time || [-1, 0].some((days) => at(later(dateOf(ms, zone), days), time, zone) === ms);
const datesBetween = (from: number, to: number, zone: string): readonly string[] => {
  const dates: string[] = [];
  for (let date = dateOf(from, zone); date <= dateOf(to, zone); date = later(date, 1)) dates.push(date);
  return dates;
};

/** A planned moment, or that of the first working day after it where it is off; undefined where that is more than a week later. */
const movedWithinAWeek = (planned: number, time: string, calendar: Calendar): number | undefined => {
  if (!isOff(planned, calendar)) return planned;
  const moments = datesBetween(planned, planned + 8 * day, calendar.zone).map((date) =>
    weekdayIn(date) <= 5 ? at(date, time, calendar.zone) : 0,
  );
  const moment = moments.find((one) => one > planned && !isOff(one, calendar));
  return moment === undefined || moment - planned > 7 * day ? undefined : moment;
};

const iso = (ms: number | undefined) => (ms === undefined ? "none" : new Date(ms).toISOString());
/** Says what is wrong with an instant. */
const must = (isSo: boolean, what: string, ...moments: readonly (number | undefined)[]): void => {
  if (!isSo) throw new Error(`${what}: ${moments.map(iso).join(", ")}`);
};

/** Rounds of one drawn calendar. */
const rounds = 4;

/** The clock asks the team on no day off, once in its weeks, at its time, and leaves no question out that could be asked. @returns the moments of the rounds */
const roundsOf = ({ cadence, from, part }: Drawn): readonly number[] => {
  const { zone, prompt, everyWeeks, digest, draftHours = 0 } = cadence;
  const starts: number[] = [];
  let after = from;
  let last: string | undefined;
  while (starts.length < rounds) {
    const start = nextPrompt(cadence, after, last);
    const isTooSoon = (ms: number) => last !== undefined && weeksBetween(last, weekOf(ms, zone)) < everyWeeks;
    must(start > after, "the clock stands still", after, start);
    must(!isOff(start, cadence), "asked on a day off", start);
    must(shows(start, prompt.time, zone), "asked at another time", start);
    must(!isTooSoon(start), "asked too often", after, start);
    const between = Math.min(after + Math.floor((start - after) * part), start - 1);
    must(nextPrompt(cadence, between, last) === start, "the promise changes", between, start);
    for (let planned = nextWeekTime(prompt, zone, after - 9 * day); planned < start; planned = nextWeekTime(prompt, zone, planned)) {
      const moment = movedWithinAWeek(planned, prompt.time, cadence);
      if (moment === undefined || moment <= after || moment >= start || isTooSoon(moment)) continue;
      const digestAt = nextWeekTime(digest, zone, moment + Math.max(4, draftHours) * hour - 1);
      must(movedWithinAWeek(digestAt, digest.time, cadence) === undefined, "left out", planned, moment, start);
    }
    starts.push(start);
    after = start;
    last = weekOf(start, zone);
  }
  return starts;
};

/** A round's reminder, check-in, draft and digest come in their order and on no day off. */
const checkTimes = ({ cadence }: Drawn, start: number): void => {
  const { zone, reminder, digest, draftHours = 0 } = cadence;
  const { remindAt, checkInAt, draftAt, digestAt } = roundTimes(cadence, start);
  const all = [start, remindAt, checkInAt, draftAt, digestAt];
  must(
    all.slice(1).every((one) => one === undefined || !isOff(one, cadence)),
    "on a day off",
    ...all,
  );
  must(digestAt - start >= 4 * hour && shows(digestAt, digest.time, zone), "digest", ...all);
  const wanted = digestAt - draftHours * hour;
  must((draftAt === undefined) === (draftHours === 0), "draft", ...all);
  if (draftAt !== undefined) {
    must(start <= draftAt && draftAt < digestAt, "draft after digest", ...all);
    // Days off part a draft from its digest only where the hours before the digest are off themselves.
    must(draftAt === wanted || isOff(wanted, cadence), "draft too far from its digest", ...all);
  }
  if (remindAt === undefined) must(checkInAt > start && weekdayOf(checkInAt, zone) <= 5, "check-in", ...all);
  else {
    must(remindAt - start >= 20 * hour && remindAt < digestAt && checkInAt === remindAt, "reminder", ...all);
    const wasBefore =
      reminder &&
      nextWeekTime(reminder, zone, start + 20 * hour - 1) < nextWeekTime(digest, zone, start + 4 * hour - 1) - draftHours * hour;
    if (draftAt !== undefined && wasBefore) must(remindAt < draftAt, "draft before reminder", ...all);
  }
  if (reminder) must(shows(checkInAt, reminder.time, zone), "at another time", ...all);
};

/** A person is asked in every round that comes to them, at a moment of their own, on no day off of theirs, and once in their weeks. */
const checkPerson = ({ cadence, own, part }: Drawn, starts: readonly number[]): void => {
  const { zone, everyWeeks, prompt } = cadence;
  const { askDay = 0, askTime = "", workingDays = [], askEvery = 1 } = own;
  const isTheirs = (ms: number) => workingDays.length === 0 || workingDays.includes(weekdayOf(ms, zone));
  must(nextRoundFrom(cadence, starts[0] ?? 0) === starts[1], "another next round", ...starts);
  const weeks: string[] = [];
  for (const [which, start] of starts.slice(0, -1).entries()) {
    const moment = momentFrom(own, cadence, start);
    must(moment >= start, "asked before the round", start, moment);
    must(!isOff(moment, cadence) && isTheirs(moment) && !isDayOff(own, moment, cadence), "a person asked on a day off", moment);
    if (askTime) must(shows(moment, askTime, zone), "a person asked at another hour", moment);
    if (askDay && (workingDays.length === 0 || workingDays.includes(askDay)))
      must(weekdayOf(moment, zone) === askDay, "a person asked on another day", moment);
    const isMovedToWeekend = moment > start && workingDays.length === 0 && askDay === 0 && weekdayOf(moment, zone) > 5;
    must(!isMovedToWeekend || weekdayOf(moment, zone) === prompt.weekday, "a person asked on a weekend", start, moment);
    const awaited = start + Math.floor((moment - start) * part);
    must(momentInstead(own, cadence, start, awaited) === moment, "a person's moment moves", moment, awaited);
    const late = moment + Math.floor(part * 9 * day);
    const instead = momentInstead(own, cadence, moment, late);
    must(
      instead === moment ? dateOf(late, zone) === dateOf(moment, zone) : instead >= late,
      "a moment that is over",
      moment,
      late,
      instead,
    );
    must(!isOff(instead, cadence) && isTheirs(instead), "a person asked late on a day off", late, instead);
    const inWeek = weekOf(moment, zone);
    if (moment < (starts[which + 1] ?? 0) && !weeks.includes(inWeek) && !isTooSoonAfter(own, weeks.at(-1), inWeek)) weeks.push(inWeek);
  }
  // Without days off nobody is left out.
  const isPlain = datesBetween((starts[0] ?? 0) - 8 * day, (starts.at(-1) ?? 0) + 8 * day, zone).every((date) => !partOff(date, cadence));
  if (isPlain && askEvery <= everyWeeks) must(weeks.length === starts.length - 1, `asked in ${weeks.join()} alone`, ...starts);
};

/** Working days, mornings, hours and news are counted as on the calendar on the wall. */
const checkDays = ({ cadence, own: { workingDays = [] }, from, part }: Drawn): void => {
  const { zone } = cadence;
  const isTheirs = (date: string) => (workingDays.length === 0 ? weekdayIn(date) <= 5 : workingDays.includes(weekdayIn(date) as Weekday));
  const isMorning = (date: string) => partOff(date, cadence) !== "whole" && isTheirs(date);
  const morning = nextWorkingMorning(from, cadence, workingDays);
  const [today = "", ...days] = datesBetween(from, morning, zone);
  must(morning === at(days.find(isMorning) ?? today, "08:00", zone) && days.length > 0, "morning", from, morning);
  const news = nextNews(from, cadence, workingDays);
  const newsAt = datesBetween(from, news, zone)
    .filter((date) => isTheirs(date) && !partOff(date, cadence))
    .map((date) => at(date, "15:00", zone));
  must(newsAt.find((one) => one > from) === news, "news", from, news);

  const count = 1 + Math.floor(part * 5);
  const isWorkday = (date: string) => weekdayIn(date) <= 5 && partOff(date, cadence) !== "whole";
  const endOf = (date: string) => at(date, partOff(date, cadence) === "half" ? "12:00" : "17:00", zone);
  const counted = workingDaysLater(from, count, cadence);
  must(isWorkday(dateOf(counted, zone)), "no working day", counted);
  must(datesBetween(from, counted, zone).slice(1).filter(isWorkday).length === count, `${count} working days`, from, counted);
  const ends = endOfWorkingDay(from, count, cadence);
  must(ends === endOf(dateOf(ends, zone)), "no end of a day", ends);
  const ended = datesBetween(from, ends, zone).filter((date) => isWorkday(date) && endOf(date) > from);
  must(ended.length === count, `the end of ${count} working days`, from, ends);
  const until = afterWorkingHours(from, 3 * count, cadence);
  const worked = datesBetween(from, until, zone)
    .filter(isWorkday)
    .map((date) => Math.max(0, Math.min(until, endOf(date)) - Math.max(from, at(date, "08:00", zone))));
  must(worked.reduce((all, one) => all + one, 0) === 3 * count * hour, `${3 * count} working hours`, from, until);
};

test("in every drawn calendar each moment comes, in its order, on no day off, and nobody is asked twice in a week", {
  timeout: 600_000,
}, () => {
  const property = fc.property(drawn, (one) => {
    const starts = roundsOf(one);
    for (const start of [...starts.slice(0, 1), one.from]) checkTimes(one, start);
    checkPerson(one, starts);
    checkDays(one);
  });
  fc.assert(property, { numRuns: runs, seed: 13 });
});
