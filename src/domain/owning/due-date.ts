import type { WrittenPlan } from "../action/owning.ts";
import { dateOf } from "../asking/local-time.ts";
import type { Idea, Reach } from "../idea/idea.ts";
import type { Result } from "../result.ts";
import type { Team } from "../teams/team.ts";
import { type NoDay, readDay } from "../written-time.ts";

/** The due date that a person wrote, by the team's calendar, or why it is refused. */
export const readDueDate = (written: string, team: Team, now: number): Result<string, NoDay> =>
  readDay(written, dateOf(now, team.settings.zone));

/** The agreed due date, or the default where it is missing, has passed or is no valid date. */
export const dueFrom = (agreed: string | undefined, team: Team, now: number, reach?: Reach): string => {
  const read = readDueDate(agreed ?? "", team, now);
  return "got" in read ? read.got : defaultDue(team, now, reach);
};

/** The fewest days to the first date of new ground, unless the team gives every idea fewer. */
const fewestDays = 3;

/** The default due date of an idea taken now, `YYYY-MM-DD`. New ground gets half of the team's days. */
export const defaultDue = ({ settings }: Team, now: number, reach?: Reach): string => {
  const { daysToDue, zone } = settings;
  const days = reach === "new-ground" ? Math.min(daysToDue, Math.max(fewestDays, Math.floor(daysToDue / 2))) : daysToDue;
  return dateOf(now, zone, days);
};

/** The date that a form shows to an owner; `offered`: the owner has chosen none, so that this one is the form's own. */
export const proposedDue = (
  { due, takenAt, reach }: Pick<Idea, "due" | "takenAt" | "reach">,
  team: Team,
  now: number,
): { readonly due: string; readonly offered?: string } => {
  const shown = dueFrom(due, team, now, reach);
  const isChosen = shown === due && due !== defaultDue(team, takenAt ?? now, reach);
  return { due: shown, ...(isChosen ? {} : { offered: shown }) };
};

/** Reads the date of a plan. New ground gets its earlier date where the owner has left the date that the form offered. */
export const readPlannedDue = ({ due = "", offered, reach }: WrittenPlan, team: Team, now: number): Result<string, NoDay> => {
  const read = readDueDate(due, team, now);
  if ("no" in read || reach !== "new-ground" || read.got !== offered) return read;
  const sooner = defaultDue(team, now, reach);
  return read.got < sooner ? read : { got: sooner };
};
