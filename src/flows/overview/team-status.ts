import { holidaysOf } from "../../domain/asking/calendar.ts";
import type { MessageOf } from "../../domain/message/index.ts";
import { endingDaysOff } from "../../domain/overview/findings.ts";
import type { TenantStop } from "../../domain/overview/team-health.ts";
import { leadsTeam } from "../../domain/teams/substitute.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readTeam } from "../../store/team.ts";
import { readListedTeams } from "../../store/tenant.ts";
import { type Answer, refuse, type Scene } from "../flow.ts";
import type { Scope, Turn } from "../right.ts";
import { maySeeEveryTeam } from "../who.ts";
import { readStatus } from "./read-status.ts";
import { readStop } from "./stop.ts";
import { teamsCard } from "./teams.ts";
import { countedSoon } from "./tenant-status.ts";

/** `status`. In a channel: its team. In chat: for a lead the team they lead, or a list of several; for an admin all teams together, or the only one. */
export const writeStatus = async (_command: unknown, scope: Scope, scene: Scene, ports: Ports): Promise<Answer> => {
  const tenant = scene.tenant;
  const [stop, listed] = await Promise.all([readStop(ports, tenant), scope.sees === "tenant" ? readListedTeams(ports.rows, tenant) : []]);
  if (scope.sees === "team") return teamCard(scope.team, stop, scope.leads, ports);
  if (scope.sees === "mine") {
    const [only, ...others] = scope.teams;
    return only && others.length === 0 ? teamCard(only, stop, true, ports) : teamsCard(scope.teams, "mine", 0, stop, ports);
  }
  const [only, ...others] = listed;
  if (!only) return refuse("no-team");
  if (others.length > 0) return countedSoon(listed, stop, scene, ports);
  const team = (await readTeam(ports.rows, only.id))?.team;
  return team
    ? withFindings(teamCard(team, stop, leadsTeam(team, scene.who.person, ports.clock.now()), ports), team, ports)
    : refuse("team-removed");
};

/** Adds, for an admin, what is wrong with Gnist's own parts: no other reader could mend it. */
const withFindings = async (card: Promise<MessageOf<"team-status">>, team: Team, ports: Ports): Promise<MessageOf<"team-status">> => {
  const [message, found] = await Promise.all([card, ports.findings()]);
  return { ...message, findings: [...found, ...endingDaysOff([holidaysOf(team.settings)], ports.clock.now())] };
};

export const showStatus = async (
  { page }: { readonly page?: number },
  { team, leads, scene, ports }: Turn,
  stop: TenantStop | undefined,
): Promise<Answer> => {
  const card = teamCard(team, stop, leads, ports, page);
  const isOwn = page === undefined && scene.where.kind === "chat" && (await maySeeEveryTeam(scene, ports));
  return isOwn ? withFindings(card, team, ports) : card;
};

/** Reads why Gnist sends nothing to a team's tenant, if that is so. */
export const readStopOf = async ({ team }: { readonly team: string }, ports: Ports): Promise<TenantStop | undefined> => {
  const stored = await readTeam(ports.rows, team);
  return stored && readStop(ports, stored.team.tenantId);
};

const teamCard = async (
  team: Team,
  stop: TenantStop | undefined,
  leads: boolean,
  ports: Ports,
  page?: number,
): Promise<MessageOf<"team-status">> => ({
  say: "team-status",
  status: await readStatus(team, stop, ports, leads),
  leads,
  ...(stop ? { stop } : {}),
  ...(page === undefined ? {} : { page }),
});
