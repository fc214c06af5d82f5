import type { readConfig } from "../config.ts";
import { type Country, countries, countryOfZone } from "../domain/asking/country.ts";
import { lastYearOfDaysOff } from "../domain/asking/days-off.ts";
import { oldNode } from "../domain/node.ts";
import { endingDaysOff } from "../domain/overview/findings.ts";
import { loadDriver } from "../sqlite/driver.ts";
import { broken, type CheckEnd, ok } from "./check-end.ts";
import { faultSaid, findingSaid } from "./say.ts";

export const checkSettings = (read: ReturnType<typeof readConfig>): CheckEnd => {
  if ("config" in read)
    return ok(`all can be read; ${read.config.local ? "Gnist runs locally, without Teams" : `a ${read.config.bot.MicrosoftAppType} bot`}`);
  const { problems } = read;
  return broken(
    problems.length === 1 ? "one setting is wrong or missing" : `${problems.length} settings are wrong or missing`,
    "Gnist does not start with them.",
    ...problems,
  );
};

/** Whether this Node can run Gnist. */
export const checkNode = (version: string): CheckEnd => {
  const old = oldNode(version);
  return old ? broken(old.say, old.tested, old.mend) : ok(`Node ${version}`);
};

/** Whether an SQLite is there that is new enough. */
export const checkSqlite = (load: typeof loadDriver = loadDriver): CheckEnd => {
  try {
    const database = load().open(":memory:");
    const { version } = database.prepare("select sqlite_version() as version").get() as { readonly version: string };
    database.close();
    return ok(`SQLite ${version}`);
  } catch (fault) {
    return faultSaid(fault, "Gnist keeps what people write in a file of SQLite.");
  }
};

/** Whether the table of days off goes on for a year, for the country of new teams and those of the others. */
export const checkDaysOff = (zone: string, now: number, known: readonly Country[] = countries): CheckEnd => {
  const [first] = endingDaysOff(known, now);
  if (first?.finding === "days-off-end")
    return findingSaid(
      first,
      first.year < new Date(now).getUTCFullYear() ? "broken" : "warning",
      "Nobody wants a question on a day off. The table comes with Gnist, and npm run holidays writes further years.",
    );
  const own = countryOfZone(zone);
  const year = Math.min(...known.map(lastYearOfDaysOff));
  return ok(`known to the end of ${year}${own ? "" : "; new teams have a zone without them, only weekends are off"}`);
};
