import { holidaysOf } from "../../domain/asking/calendar.ts";
import type { MessageOf } from "../../domain/message/index.ts";
import { endingDaysOff, type Finding } from "../../domain/overview/findings.ts";
import type { TenantStop } from "../../domain/overview/team-health.ts";
import { leadsTeam } from "../../domain/teams/substitute.ts";
import type { Team } from "../../domain/teams/team.ts";
import { type Ports, StoreFault } from "../../ports.ts";
import { readTeam } from "../../store/team.ts";
import { readListedTeams } from "../../store/tenant.ts";
import type { Answer, Scene } from "../flow.ts";
import { inTime } from "../in-time.ts";
import type { Scope, Turn } from "../right.ts";
import { maySeeEveryTeam } from "../who.ts";
import { partsAlone } from "./own-parts.ts";
import { readStatus } from "./read-status.ts";
import { readStop } from "./stop.ts";
import { teamsCard } from "./teams.ts";
import { countedSoon } from "./tenant-status.ts";

/** `status`. In a channel: its team. In chat: for a lead the team they lead, or a list of several; for an admin all teams together, or the only one. */
export const writeStatus = async (_command: unknown, scope: Scope, scene: Scene, ports: Ports): Promise<Answer> => {
  if (scope.sees === "tenant") return adminStatus(scene, ports);
  const stop = await readStop(ports, scene.tenant);
  if (scope.sees === "team") return teamCard(scope.team, stop, scope.leads, ports);
  const [only, ...others] = scope.teams;
  return only && others.length === 0 ? teamCard(only, stop, true, ports) : teamsCard(scope.teams, "mine", 0, stop, ports);
};

/** An admin's answer waits at most this long (ms) for the store and the queue: with what is left of its 3.5 s, it still says what is wrong with them. */
const adminWaitsMs = 3_000;

/** An admin learns what is wrong with Gnist's own parts also where the store or the queue does not let Gnist count the teams: then most of all. */
const adminStatus = async (scene: Scene, ports: Ports): Promise<Answer> => {
  const finding = ports.findings();
  const counting = ofAllTeams(finding, scene, ports).catch((fault: unknown) => {
    if (fault instanceof StoreFault) return undefined;
    throw fault;
  });
  return (await inTime(ports, counting, adminWaitsMs)) ?? partsAlone("not-counted", await finding);
};

const ofAllTeams = async (finding: Promise<readonly Finding[]>, scene: Scene, ports: Ports): Promise<Answer> => {
  const { tenant } = scene;
  const [stop, listed] = await Promise.all([readStop(ports, tenant), readListedTeams(ports.rows, tenant)]);
  const [only, ...others] = listed;
  if (others.length > 0) return countedSoon({ tenant, listed, stop }, finding, scene, ports);
  const team = only && (await readTeam(ports.rows, only.id))?.team;
  if (!team) return partsAlone("none", await finding);
  return withFindings(teamCard(team, stop, leadsTeam(team, scene.who.person, ports.clock.now()), ports), finding, team, ports);
};

/** Adds, for an admin, what is wrong with Gnist's own parts: no other reader could mend it. */
const withFindings = async (
  card: Promise<MessageOf<"team-status">>,
  finding: Promise<readonly Finding[]>,
  team: Team,
  ports: Ports,
): Promise<MessageOf<"team-status">> => {
  const [message, found] = await Promise.all([card, finding]);
  return { ...message, findings: [...found, ...endingDaysOff([holidaysOf(team.settings)], ports.clock.now())] };
};

export const showStatus = async (
  { page }: { readonly page?: number },
  { team, leads, scene, ports }: Turn,
  stop: TenantStop | undefined,
): Promise<Answer> => {
  const card = teamCard(team, stop, leads, ports, page);
  const isOwn = page === undefined && scene.where.kind === "chat" && (await maySeeEveryTeam(scene, ports));
  return isOwn ? withFindings(card, ports.findings(), team, ports) : card;
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
