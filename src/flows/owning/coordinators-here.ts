import { teamView } from "../../domain/idea/view.ts";
import { omit } from "../../domain/omit.ts";
import { asksWeekly, isOffice, type Team } from "../../domain/teams/team.ts";
import { listTeam, unlistCoordinators } from "../../store/tenant.ts";
import { movePrompt, withNextPrompt } from "../asking/prompt-time.ts";
import { type Answer, forTeam, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { noteForAdmins } from "../settings/note-changes.ts";
import { catchingUp } from "../teams/rest-team.ts";

/**
 * `coordinators here`, written in a channel by a lead: what other teams pass on to this team comes there from now on. A team that becomes an office by this is
 * asked weekly no more. Not where people of other teams would read them.
 */
export const coordinatorsHere = async (_command: unknown, { team, who, scene, now, ports }: Turn): Promise<Answer> => {
  const { channelId, ownMembers } = scene.where.kind === "channel" ? scene.where : {};
  if (channelId === undefined) return refuse("channel-only");
  if (ownMembers === "shared") return refuse("shared-channel");
  const opened = (stored: Team): Team => {
    if (stored.coordinatorsIn !== undefined) return { ...stored, coordinatorsIn: channelId };
    const was = asksWeekly(stored) ? {} : { wasNotWeekly: true as const };
    return withNextPrompt({ ...stored, coordinatorsIn: channelId, ...was, settings: { ...stored.settings, asksWeekly: false } }, now);
  };
  // Listed first: a team in the list that is no office yet is refused where its own row is read.
  await listTeam(ports.rows, opened(team));
  const id = ports.chance.id();
  await movePrompt(ports, team, opened, (after, stored) => noteForAdmins(stored, after, { who, now, scene }, id, ports));
  return forTeam(team, { say: "coordinators-here", team: teamView(team), isAskedWeekly: asksWeekly(opened(team)) });
};

/**
 * *Undo* of `coordinators here`: the team takes no more ideas, and is asked weekly again where it was before. It can still answer ideas that were passed on to it
 * before.
 */
export const endCoordinators = async (_action: unknown, { team, who, scene, now, ports }: Turn): Promise<Answer> => {
  const ended = (stored: Team): Team => {
    if (stored.coordinatorsIn === undefined) return stored;
    const settings = stored.wasNotWeekly ? stored.settings : omit(stored.settings, "asksWeekly");
    return withNextPrompt({ ...omit(stored, "coordinatorsIn", "wasNotWeekly"), settings }, now);
  };
  const id = ports.chance.id();
  const note = (after: Team, stored: Team) => noteForAdmins(stored, after, { who, now, scene }, id, ports);
  await catchingUp(team.id, ports, () => movePrompt(ports, team, ended, note));
  if (isOffice(team)) await unlistCoordinators(ports.rows, team);
  return forTeam(team, { say: "coordinators-ended", team: teamView(team), isAskedWeekly: asksWeekly(ended(team)) });
};
