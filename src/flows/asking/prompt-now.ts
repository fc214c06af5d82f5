import { roundTimes, weekOf } from "../../domain/asking/cadence.ts";
import { isOff } from "../../domain/asking/calendar.ts";
import { teamView } from "../../domain/idea/view.ts";
import { asksWeekly } from "../../domain/teams/team.ts";
import { readRound } from "../../store/round.ts";
import { type Answer, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";

/** Lets a lead ask the team now: this week's round comes early, and the clock then skips it. */
export const promptNow = async (_command: unknown, { team, who, now, ports }: Turn): Promise<Answer> => {
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  if (isOff(now, team.settings)) return refuse("day-off", team.name);
  const week = weekOf(now, team.settings.zone);
  const [round] = await Promise.all([
    readRound(ports.rows, team.id, week),
    ports.jobs.put({ job: "start-round", team: team.id, by: who, at: now }),
  ]);
  const digestAt = round && team.openRounds.includes(week) ? round.digestAt : roundTimes(team.settings, now).digestAt;
  return {
    say: "asking-now",
    team: teamView(team),
    digestAt,
    again: round !== undefined,
    ...(asksWeekly(team) ? {} : { notWeekly: true }),
  };
};
