import { holidaysOf } from "../../domain/asking/calendar.ts";
import type { Country } from "../../domain/asking/country.ts";
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

/** Up to this many teams are counted while a person waits. For more, or with a slower store, Gnist says that it counts and sends the numbers later. */
export const mostAtOnce = 60;

/** Teams read side by side. */
const sideBySide = 20;

const teamsOnPage = 20;

/** `teams`: every team of the tenant. */
export const writeTeams = (_command: unknown, scene: Scene, ports: Ports): Promise<Answer> => everyTeam(0, scene, ports);

/** Another page of the list. */
export const showTeams = async ({ page }: { readonly page: number }, scope: Scope, scene: Scene, ports: Ports): Promise<Answer> =>
  scope.sees === "mine" ? teamsCard(scope.teams, "mine", page, await readStop(ports, scene.tenant), ports) : everyTeam(page, scene, ports);

const everyTeam = async (page: number, scene: Scene, ports: Ports): Promise<Message> => {
  const tenant = scene.tenant;
  const [listed, stop] = await Promise.all([readListedTeams(ports.rows, tenant), readStop(ports, tenant)]);
  return teamsCard(listed, "tenant", page, stop, ports);
};

/** `holidays`: the country whose days off the team has; missing where its rows cannot be read. */
type TeamWithRound = { readonly line: TeamLine; readonly round?: RoundStatus | undefined; readonly holidays?: Country | "none" };

/** The countries whose days off these teams have. */
export const holidaysIn = (read: readonly TeamWithRound[]) => read.flatMap(({ holidays }) => holidays ?? []);

/**
 * Reads a team's line in a list. A team with damaged rows is shown as unreadable, so that the others can be read; a team that Gnist was removed from is left
 * out.
 */
const readLine = async (listed: ListedTeam | Team, stop: TenantStop | undefined, ports: Ports): Promise<readonly TeamWithRound[]> => {
  const { id, name } = listed;
  try {
    const team = "settings" in listed ? listed : (await readTeam(ports.rows, id))?.team;
    if (!team || team.removedAt !== undefined) return [];
    const status = await settingAside(ports, () => readStatus(team, stop, ports));
    return [{ line: teamLine(status, stop), round: status.round, holidays: holidaysOf(team.settings) }];
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

/** Zone in which times of a whole tenant are shown: that of the first team that could be read. */
export const zoneOfTeams = (lines: readonly TeamWithRound[]): string =>
  lines.find(({ line }) => line.health.how !== "unreadable")?.line.team.zone ?? "UTC";
