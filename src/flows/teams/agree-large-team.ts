import { teamView } from "../../domain/idea/view.ts";
import { asksWeekly, rests } from "../../domain/teams/team.ts";
import { changeTeam } from "../../store/team.ts";
import { type Answer, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";

/** A lead lets the clock ask everybody in a large team. */
export const agreeLargeTeam = async (_action: unknown, { team: found, ports }: Turn): Promise<Answer> => {
  const team = await changeTeam(ports.rows, found.id, (stored) =>
    stored.largeTeamAgreed || rests(stored) ? undefined : { team: { ...stored, largeTeamAgreed: true } },
  );
  const nextPromptAt = team?.nextPromptAt;
  if (team && !asksWeekly(team) && !rests(team)) return refuse("not-weekly", team.name);
  if (nextPromptAt === undefined) return team?.archivedAt === undefined ? refuse("team-removed") : refuse("team-archived", team.name);
  return { say: "large-agreed", team: teamView(found), nextPromptAt };
};
