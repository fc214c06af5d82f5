import { type RoundId, roundIdOf } from "../ids.ts";
import { type Calendar, movedFromOff, nextWorkingTime } from "./calendar.ts";
import { dayMs, hourMs, instantOf, local, type Weekday } from "./local-time.ts";

/** A moment of the week in local time; `time` is `HH:mm`. */
type WeekTime = { readonly weekday: Weekday; readonly time: string };

/** The times at which Gnist asks a team and posts its digest. */
export type Cadence = Calendar & {
  readonly prompt: WeekTime;
  readonly everyWeeks: 1 | 2 | 4;
  /** The reminder to people who have not answered; none where missing. */
  readonly reminder?: WeekTime;
  readonly digest: WeekTime;
  /** Hours before the digest at which leads get the draft; none where missing. */
  readonly draftHours?: number;
};

/** The shortest time between the question and the digest (4 hours), and between the question and its reminder (20 hours). */
const leastToAnswerMs = 4 * hourMs;
export const leastToRemindMs = 20 * hourMs;

/** The ISO week of an instant, as people in the zone count it. */
export const weekOf = (ms: number, zone: string): RoundId => roundIdOf(local(ms, zone));

/** Midnight (UTC) at the start of the ISO week that an instant lies in there. */
export const startOfWeek = (ms: number): number => {
  const day = Math.floor(ms / dayMs);
  return (day - ((day + 3) % 7)) * dayMs;
};

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
  const at = (inDays: number) => instantOf(after.toPlainDate().add({ days: inDays }), time, zone);
  const first = at(days);
  return first > afterMs ? first : at(days + 7);
};

/**
 * A moment that days off or a quiet period would move further than this (ms) is left out instead: nobody wants the questions of five summer weeks on the first
 * day of work, and ideas do not wait for a digest that long.
 */
const mostMovedMs = 7 * dayMs;

const isMovedTooFar = (ms: number, calendar: Calendar): boolean => movedFromOff(ms, calendar) - ms > mostMovedMs;

/**
 * The next instant at which the clock asks: the first prompt time that lies after `afterMs`, moved to the next working day where it falls on a day off, and at
 * least `everyWeeks` weeks after the last round's week. It leaves out a question whose digest could not come within a week of its time.
 */
export const nextPrompt = (cadence: Cadence, afterMs: number, lastRound?: RoundId): number => {
  const { zone, prompt, everyWeeks } = cadence;
  for (let planned = nextWeekTime(prompt, zone, afterMs - mostMovedMs - dayMs); ; planned = nextWeekTime(prompt, zone, planned)) {
    if (isMovedTooFar(planned, cadence)) continue;
    const at = movedFromOff(planned, cadence);
    const isDue = at > afterMs && (lastRound === undefined || weeksBetween(lastRound, weekOf(at, zone)) >= everyWeeks);
    if (isDue && !isMovedTooFar(plannedDigest(cadence, at), cadence)) return at;
  }
};

/** The weekly time of the digest of a round that starts at `startMs`, on whatever day it falls. */
const plannedDigest = ({ zone, digest, draftHours = 0 }: Cadence, startMs: number): number =>
  nextWeekTime(digest, zone, startMs + Math.max(leastToAnswerMs, draftHours * hourMs) - 1);

/** The moment of the check-in where the team has no reminder. */
const usualCheckIn: WeekTime = { weekday: 1, time: "10:00" };

/**
 * The times of a round whose question goes out at `startMs`: its reminder (only where that comes before the digest), its check-in with the owners, its draft and
 * its digest. The check-in goes out with the reminder; a round without one has it at that moment of the week all the same, on a working day. Each time that
 * falls on a day off moves to the next working day, and they keep their order.
 */
export const roundTimes = (
  cadence: Cadence,
  startMs: number,
): { remindAt?: number; checkInAt: number; draftAt?: number; digestAt: number } => {
  const { zone, reminder, digest, draftHours = 0 } = cadence;
  const plannedAt = plannedDigest(cadence, startMs);
  const plannedReminder = reminder && nextWeekTime(reminder, zone, startMs + leastToRemindMs - 1);
  const remindAt = plannedReminder !== undefined && plannedReminder < plannedAt ? movedFromOff(plannedReminder, cadence) : undefined;
  const plannedDraft = plannedAt - draftHours * hourMs;
  const wasBefore = plannedReminder !== undefined && plannedReminder < plannedDraft;
  /** The digest after `ms`, at its time on a working day. */
  const digestAfter = (ms: number) => nextWorkingTime(ms + 1, digest.time, cadence);
  let digestAt = movedFromOff(plannedAt, cadence);
  const draftBefore = (digestAt: number) => movedFromOff(digestAt - draftHours * hourMs, cadence);
  let draftAt = draftBefore(digestAt);
  // A reminder or a draft that days off have moved behind what comes after it takes that along.
  if (remindAt !== undefined && (remindAt >= digestAt || (wasBefore && remindAt >= draftAt))) {
    digestAt = digestAfter(Math.max(digestAt, remindAt + draftHours * hourMs));
    draftAt = draftBefore(digestAt);
  }
  while (draftHours > 0 && draftAt >= digestAt) {
    digestAt = digestAfter(draftAt);
    draftAt = draftBefore(digestAt);
  }
  const { time, ...moment } = reminder ?? usualCheckIn;
  return {
    digestAt,
    checkInAt: remindAt ?? nextWorkingTime(nextWeekTime({ ...moment, time }, zone, startMs), time, cadence),
    ...(remindAt !== undefined ? { remindAt } : {}),
    ...(draftHours > 0 ? { draftAt } : {}),
  };
};
