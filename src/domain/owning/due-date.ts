import { dateOf } from "../asking/cadence.ts";
import type { Result } from "../result.ts";
import type { Team } from "../teams/team.ts";
import { type NoDay, readDay } from "../written-time.ts";

/** The due date that a person wrote, by the team's calendar, or why it is refused. */
export const readDueDate = (written: string, team: Team, now: number): Result<string, NoDay> =>
  readDay(written, dateOf(now, team.settings.zone));

/** The agreed due date, or the default where it is missing, has passed or is no valid date. */
export const dueFrom = (agreed: string | undefined, team: Team, now: number): string => {
  const read = readDueDate(agreed ?? "", team, now);
  return "got" in read ? read.got : defaultDue(team, now);
};

/** The default due date of an idea taken now, `YYYY-MM-DD`. */
export const defaultDue = (team: Team, now: number): string => dateOf(now + team.settings.daysToDue * 86_400_000, team.settings.zone);
