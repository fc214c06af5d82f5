import type { Country } from "./country.ts";
import { daysOffTable } from "./days-off-table.ts";

/** The part of a day off on which nobody works: the `whole` day, or the `half` of it from noon. */
type DayOff = "whole" | "half";

const parsed = (country: Country): ReadonlyMap<string, DayOff> =>
  new Map(
    Object.entries(daysOffTable[country]).flatMap(([year, days]) =>
      days.split(" ").map((day) => [`${year}-${day.slice(0, 5)}`, day.endsWith("½") ? "half" : "whole"] as const),
    ),
  );

const all: { readonly [C in Country]: ReadonlyMap<string, DayOff> } = {
  SE: parsed("SE"),
  NO: parsed("NO"),
  DK: parsed("DK"),
  FI: parsed("FI"),
  AX: parsed("AX"),
};

/** Is a local date (`YYYY-MM-DD`) a day off in a country? After the last year of the table none is, until `npm run holidays` has written further years. */
export const dayOffIn = (country: Country, date: string): DayOff | undefined => all[country].get(date);

/** The last year in which Gnist knows the days off of a country. */
export const lastYearOfDaysOff = (country: Country): number => Math.max(...Object.keys(daysOffTable[country]).map(Number));
