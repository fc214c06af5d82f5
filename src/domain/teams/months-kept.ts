import { dayMs, local } from "../asking/local-time.ts";
import { shardOf, type TeamId } from "../ids.ts";
import type { Team } from "./team.ts";

/** The months that a team's rows are kept where nobody has chosen; the numbers to choose from; and the bounds of what can be stored. */
const usualMonths = 24;
export const monthChoices = [3, 6, 12, 24, 36, 60, 120] as const;
const monthBounds = [3, 120] as const;

export const isMonths = (months: number): boolean => months >= monthBounds[0] && months <= monthBounds[1];

/** The months that its leads have chosen. */
export const monthsKeptOf = ({ settings }: Pick<Team, "settings">): number => settings.monthsKept ?? usualMonths;

/** The months that count for a team: as its leads have chosen, and no more than an admin allows. @param most missing where no admin has said */
export const monthsKeptWithin = (team: Pick<Team, "settings">, most: number | undefined): number =>
  Math.min(monthsKeptOf(team), most ?? monthBounds[1]);

/** Does the team keep ideas, steps and posts until an export has included them? */
export const keepsUntilExported = ({ settings }: Pick<Team, "settings">): boolean => settings.keepUntilExported === true;

/** The mark of a message to people whose words such a team keeps. */
export const untilExported = (team: Pick<Team, "settings">): { readonly untilExported?: true } =>
  keepsUntilExported(team) ? { untilExported: true } : {};

/**
 * The instant (ms) before which ideas and posts are too old. In a team that keeps until exported it is its last export of before the months: what changed after
 * that was first exported within the months, or never. @param exports instants of exports
 */
export const recordBefore = (team: Pick<Team, "settings">, before: number, exports: readonly number[]): number =>
  keepsUntilExported(team) ? Math.max(0, ...exports.filter((at) => at < before)) : before;

/** The months that admins read what was done: at least as many as usual, also where teams keep their rows for less. */
export const auditMonths = (most: number | undefined): number => Math.max(usualMonths, most ?? usualMonths);

/** The instant (ms) some calendar months before another, at the same time of the day in a zone. */
export const monthsBefore = (ms: number, months: number, zone: string): number => local(ms, zone).subtract({ months }).epochMilliseconds;

export const weekMs = 7 * dayMs;
/** A Sunday at midnight UTC. */
const aSunday = 3 * dayMs;

/** The next instant (ms) after another at which a team deletes what it keeps no longer: once a week, in the night to Sunday, each team at a minute of its own. */
export const nextDropAt = (team: TeamId, after: number): number => {
  const first = aSunday + shardOf(team, 4 * 60) * 60_000;
  return first + (Math.floor((after - first) / weekMs) + 1) * weekMs;
};
