import type { Message } from "../../domain/message/index.ts";
import { type RoundStatus, type TeamLine, type TenantStop, teamLine } from "../../domain/overview/team-health.ts";
import type { Team } from "../../domain/teams/team.ts";
import { type Ports, StoreFault, traceOf } from "../../ports.ts";
import { settingAside } from "../../store/aside.ts";
import { readTeam } from "../../store/team.ts";
import { type ListedTeam, readListedTeams } from "../../store/tenant.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { type Answer, refuse, type Scene } from "../flow.ts";
import type { Scope } from "../right.ts";
import { readStatus } from "./read-status.ts";
import { readStop } from "./stop.ts";

/** So many teams are counted while a person waits; of more, or of a slower store, they hear in a moment. */
export const mostAtOnce = 60;

/** Teams read side by side. */
const sideBySide = 20;

const teamsOnPage = 20;

/** `teams`: every team of the tenant. */
export const writeTeams = (_command: unknown, _scope: Scope, scene: Scene, ports: Ports): Promise<Answer> => everyTeam(0, scene, ports);

/** A page of the list. */
export const showTeams = async ({ page }: { readonly page: number }, scope: Scope, scene: Scene, ports: Ports): Promise<Answer> =>
  scope.sees === "mine" ? teamsCard(scope.teams, "mine", page, await readStop(ports, scene.tenant), ports) : everyTeam(page, scene, ports);

const everyTeam = async (page: number, scene: Scene, ports: Ports): Promise<Message> => {
  const tenant = scene.tenant;
  const [listed, stop] = await Promise.all([readListedTeams(ports.rows, tenant), readStop(ports, tenant)]);
  return teamsCard(listed, "tenant", page, stop, ports);
};

type TeamWithRound = { readonly line: TeamLine; readonly round?: RoundStatus | undefined };

/** A team in a list. One whose rows are damaged is shown as that, and keeps nobody from reading the others; one that was removed is left out. */
const readLine = async (listed: ListedTeam | Team, stop: TenantStop | undefined, ports: Ports): Promise<readonly TeamWithRound[]> => {
  const { id, name } = listed;
  try {
    const team = "settings" in listed ? listed : (await readTeam(ports.rows, id))?.team;
    if (!team || team.removedAt !== undefined) return [];
    const status = await settingAside(ports, () => readStatus(team, stop, ports));
    return [{ line: teamLine(status, stop), round: status.round }];
  } catch (fault) {
    if (fault instanceof StoreFault) throw fault;
    ports.log.warn("team-not-read", { team: id, ...traceOf(fault) });
    return [{ line: { team: { id, name, zone: "UTC" }, health: { how: "unreadable" } } }];
  }
};

export const readLines = async (
  all: readonly (ListedTeam | Team)[],
  stop: TenantStop | undefined,
  ports: Ports,
): Promise<readonly TeamWithRound[]> => (await fewAtOnce(all, (one) => readLine(one, stop, ports), sideBySide)).flat();

export const teamsCard = async (
  all: readonly (ListedTeam | Team)[],
  whose: "tenant" | "mine",
  wanted: number,
  stop: TenantStop | undefined,
  ports: Ports,
): Promise<Message> => {
  if (all.length === 0) return refuse("no-team");
  const pages = Math.ceil(all.length / teamsOnPage);
  const page = Math.min(wanted, pages - 1);
  const lines = await readLines(all.slice(page * teamsOnPage, (page + 1) * teamsOnPage), stop, ports);
  return {
    say: "teams",
    whose,
    teams: lines.map(({ line }) => line),
    count: all.length,
    page,
    pages,
    ...(stop ? { stop } : {}),
    zone: zoneOfTeams(lines),
  };
};

/** Times that concern a whole tenant are shown as the first team has them. */
export const zoneOfTeams = (lines: readonly TeamWithRound[]): string =>
  lines.find(({ line }) => line.health.how !== "unreadable")?.line.team.zone ?? "UTC";
