import type { Country } from "../asking/country.ts";
import { lastYearOfDaysOff } from "../asking/days-off.ts";

/**
 * A thing about Gnist's own parts that somebody has to mend, or will have to. A running Gnist tells it to admins in `status`, and the doctor prints it, under
 * one name and in one sentence of each language.
 */
export type Finding =
  /** The table of days off ends with this year: afterwards Gnist asks people on days off. */
  | { readonly finding: "days-off-end"; readonly countries: readonly Country[]; readonly year: number }
  /** The disk of the store in a file has less free space (MB) than it needs. */
  | { readonly finding: "disk-low"; readonly freeMb: number; readonly neededMb: number }
  /** The store takes nothing. */
  | { readonly finding: "store-down" }
  | { readonly finding: "queue-down" }
  /** People get files by OneDrive, because Gnist does not know its own address. */
  | { readonly finding: "no-url" }
  /** The clock of this machine is off, in seconds: positive where it is fast. */
  | { readonly finding: "clock-off"; readonly seconds: number };

/** The countries whose days off Gnist soon knows no longer, or knows no longer, by the year after which that is so: from a year before its end on. @param holidays as teams have them */
export const endingDaysOff = (holidays: readonly (Country | "none")[], now: number): readonly Finding[] => {
  const countries = [...new Set(holidays)].filter((one) => one !== "none");
  const soon = countries.filter((country) => new Date(now).getUTCFullYear() >= lastYearOfDaysOff(country));
  const years = [...new Set(soon.map(lastYearOfDaysOff))].sort();
  return years.map((year) => ({ finding: "days-off-end", countries: soon.filter((one) => lastYearOfDaysOff(one) === year), year }));
};

const mb = 1024 * 1024;

/** Free space (bytes) that a small store needs too: its log may grow to 32 MB, and a backup may lie beside it. */
const leastFree = 100 * mb;

/** Where words are erased, the whole file is written anew, which takes as much free space as the file has; a disk with less than twice that is soon too full. */
export const lowDisk = ({ freeBytes, fileBytes }: { readonly freeBytes: number; readonly fileBytes: number }): readonly Finding[] =>
  freeBytes >= Math.max(leastFree, 2 * fileBytes)
    ? []
    : [{ finding: "disk-low", freeMb: Math.floor(freeBytes / mb), neededMb: Math.ceil(Math.max(leastFree, 2 * fileBytes) / mb) }];

/** A clock that is off by less does no harm: tokens and the store's own checks allow for minutes. */
const mostOffMs = 60_000;

/** @param offMs how far the clock of this machine is ahead of another's, ms */
export const offClock = (offMs: number | undefined): readonly Finding[] =>
  offMs === undefined || Math.abs(offMs) <= mostOffMs ? [] : [{ finding: "clock-off", seconds: Math.round(offMs / 1_000) }];
