/**
 * `npm run holidays`: writes the days off of ten years into src/domain/asking/days-off-table.ts.
 *
 * The dates come from date-holidays (https://github.com/commenthol/date-holidays), whose data is under CC BY-SA 3.0, as its LICENSE says; its package.json names
 * CC BY 3.0. `supplement` adds the days that it lacks, and corrects those that public workplaces keep otherwise. Gnist reads the table alone: the package knows
 * no half days, and takes 40 MB of disk.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import { type Country, countries } from "../src/domain/asking/country.ts";

const years = Array.from({ length: 10 }, (_, at) => 2026 + at);

/** Days that the library counts for less, and on which public workplaces in Sweden close at noon: the days before Epiphany, Good Friday, May Day and All Saints' Day. */
const halfDays: ReadonlySet<string> = new Set(["trettondagsafton", "skärtorsdagen", "valborgsmässoafton", "allhelgonaafton"]);

type Weight = "whole" | "half";

/** Further days, as month and day, or as days before Easter. */
const supplement: { readonly [C in Country]: Readonly<Record<string, Weight>> } = {
  SE: {},
  // Public workplaces close at noon on the Wednesday before Easter.
  NO: { "easter-4": "half" },
  // Agreements make Constitution Day, Christmas Eve and New Year's Eve days off. Many workplaces close at noon on the first of May.
  DK: { "05-01": "half", "06-05": "whole", "12-24": "whole", "12-31": "whole" },
  // The library has the banks' day off: public workplaces close at noon.
  FI: { "12-31": "half" },
  // Åland has the days of Finland, and the day of its self-government.
  AX: { "06-09": "whole", "12-31": "half" },
};

const daysOff = (country: Country, year: number): string => {
  const listed = new Holidays(country === "AX" ? "FI" : country).getHolidays(year);
  const dayIn = (date: string) => date.slice(5, 10);
  const easter = Temporal.PlainDate.from(listed.find(({ rule }) => rule === "easter")?.date.slice(0, 10) ?? "");
  const before = (days: number) => dayIn(easter.subtract({ days }).toString());
  const ofType = (type: string) => listed.filter((day) => day.type === type).map(({ date }) => [dayIn(date), "whole"] as const);
  const further = Object.entries(supplement[country]).map(([rule, weight]) => {
    const [, days] = /^easter-(\d)$/.exec(rule) ?? [];
    return [days === undefined ? rule : before(Number(days)), weight] as const;
  });
  const halves = listed.filter(({ name }) => halfDays.has(name)).map(({ date }) => [dayIn(date), "half"] as const);
  // The later of two weights counts. Easter Eve lies between days off, so that nobody who works on Saturdays expects a question then.
  const weights = new Map<string, Weight>([...halves, ...ofType("bank"), ...further, [before(1), "whole"], ...ofType("public")]);
  return [...weights]
    .map(([day, weight]) => (weight === "half" ? `${day}½` : day))
    .sort()
    .join(" ");
};

/** The source of the table. */
export const tableSource = (): string => `import type { Country } from "./country.ts";

/*
 * Written by \`npm run holidays\`: do not edit. The dates are taken from date-holidays, https://github.com/commenthol/date-holidays, which has them from articles of
 * Wikipedia that its files data/countries/*.yaml name, with changes: scripts/holidays.ts adds and corrects days. Their licence, and so that of this table, is
 * CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/).
 */

/** Days off by country and year, as month and day; \`½\` marks a half day off, which begins at noon. */
export const daysOffTable: { readonly [C in Country]: Readonly<Record<number, string>> } = {
${countries
  .map(
    (country) => `  ${country}: {
${years.map((year) => `    ${year}: "${daysOff(country, year)}",`).join("\n")}
  },`,
  )
  .join("\n")}
};
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(join(import.meta.dirname, "../src/domain/asking/days-off-table.ts"), tableSource());
  console.log(`The days off of ${years[0]} to ${years.at(-1)} are written.`);
}
