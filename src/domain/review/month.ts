import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { nextWorkingTime } from "../asking/calendar.ts";
import { dateOf, startOfDate } from "../asking/local-time.ts";
import type { Settings } from "../teams/team.ts";

/** A month of a team's calendar, such as `2026-11`. */
export type Month = string;
export const monthShape = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** The month in which an instant (ms) lies in a zone. */
export const monthOf = (ms: number, zone: string): Month => dateOf(ms, zone).slice(0, 7);

/** The month some months after another; before it, where `months` is negative. */
export const monthAfter = (month: Month, months = 1): Month => Temporal.PlainYearMonth.from(month).add({ months }).toString();

/** The instants (ms) between which a month lies in a zone; `until` is not part of it. */
export const boundsOf = (month: Month, zone: string): { readonly from: number; readonly until: number } => ({
  from: startOfDate(`${month}-01`, zone),
  until: startOfDate(`${monthAfter(month)}-01`, zone),
});

/** Months since the year 0: a number that grows by one each month, by which things take turns. */
export const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** The time of day (`HH:mm`) at which a team's leads get drafts. */
const draftTime = ({ digest, draftHours = 0 }: Settings): string =>
  Temporal.PlainTime.from(digest.time).subtract({ hours: draftHours }).toString({ smallestUnit: "minute" });

/** The instant (ms) of a month's review: the time of drafts on the team's first working day after that month. */
export const reviewAt = (month: Month, settings: Settings): number =>
  nextWorkingTime(boundsOf(month, settings.zone).until, draftTime(settings), settings);
