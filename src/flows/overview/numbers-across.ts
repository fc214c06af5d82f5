import { startOfWeek, weekOf } from "../../domain/asking/cadence.ts";
import { dayMs } from "../../domain/asking/local-time.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import {
  type AcrossNumbers,
  acrossNumbers,
  fewestPeople,
  type Measures,
  sumOf,
  type TeamNumbers,
  type WeekMeasures,
} from "../../domain/overview/measures.ts";
import type { Ports } from "../../ports.ts";
import { everyMeasures, readMeasures } from "../../store/measures.ts";
import { type ListedTeam, readListedTeams } from "../../store/tenant.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { type Answer, afterStoringMs, type JobFlow, refuse, type Scene } from "../flow.ts";
import { inTime } from "../in-time.ts";
import { readStop } from "./stop.ts";
import { countedWithinMs, firstListed, tellAdmin } from "./tell-admin.ts";

const weeksShown = 12;

/** The twelve weeks that are over. The week that runs is left out, so that the rows of all teams appear at the same moment. */
const shownWeeks = (now: number) => {
  const until = startOfWeek(now);
  return { from: until - weeksShown * 7 * dayMs, until, week: weekOf(until - 1, "UTC") };
};

type Weeks = ReturnType<typeof shownWeeks>;

const isShown = ({ round, at }: Measures, { from, until }: Weeks): boolean => round !== undefined && at >= from && at < until;

/** Reads the rows of all teams once. */
export const readAcross = async (tenant: string, listed: readonly ListedTeam[], { rows, clock }: Ports): Promise<AcrossNumbers> => {
  const weeks = shownWeeks(clock.now());
  const teams = new Set(listed.map(({ id }) => id));
  const steps = new Map<TeamId, number>();
  const counted: WeekMeasures[] = [];
  for await (const page of everyMeasures(rows, tenant, weeks.from, weeks.until))
    for (const { team, measures } of page) {
      if (!teams.has(team)) continue;
      // The newest row of a team comes first.
      if (!steps.has(team)) steps.set(team, measures.steps);
      if (isShown(measures, weeks)) counted.push({ team, week: weekOf(measures.at, "UTC"), measures });
    }
  return acrossNumbers(counted, { until: weeks.week, teams: teams.size, steps: [...steps.values()] });
};

const acrossCard = async (tenant: string, listed: readonly ListedTeam[], ports: Ports): Promise<Message> => ({
  say: "numbers-across",
  ...(await readAcross(tenant, listed, ports)),
});

/** Up to this many teams are counted while a person waits: a year of them is some twenty pages of rows. */
const mostWaitedFor = 400;

/** Numbers of all teams together: at once, or in the person's own chat where counting takes long. */
export const showAcross = async (_asked: unknown, scene: Scene, ports: Ports): Promise<Answer> => {
  const { tenant } = scene;
  const listed = await readListedTeams(ports.rows, tenant);
  if (listed.length === 0) return refuse("no-team");
  const counted = listed.length > mostWaitedFor ? undefined : await inTime(ports, acrossCard(tenant, listed, ports), countedWithinMs);
  if (counted) return counted;
  const { person } = scene.who;
  const once = scene.typed ?? ports.chance.id();
  const [team, stop] = await Promise.all([
    firstListed(listed, ports),
    readStop(ports, tenant),
    ports.jobs.put({ job: "tell-numbers", tenant, person, once }, afterStoringMs),
  ]);
  return { say: "counting", teams: listed.length, ...(stop ? { stop } : {}), zone: team?.settings.zone ?? "UTC" };
};

/** Counts the numbers of all teams and tells the person who asked for them, in their own chat. */
export const tellNumbers: JobFlow<"tell-numbers"> = (job, ports) =>
  tellAdmin(ports, { ...job, what: "numbers" }, (listed) => acrossCard(job.tenant, listed, ports));

const teamsOnPage = 20;
/** More rows than a team writes in the weeks that are shown and the one that runs. */
const mostRows = 2 * (weeksShown + 1);

const readTeamNumbers = async ({ id, name }: ListedTeam, tenant: string, weeks: Weeks, ports: Ports): Promise<readonly TeamNumbers[]> => {
  const rows = (await readMeasures(ports.rows, tenant, id, mostRows)).map(({ measures }) => measures);
  const rounds = rows.filter((one) => one.people >= fewestPeople && isShown(one, weeks));
  const [newest] = rounds;
  return newest ? [{ id, name, sum: sumOf(rounds), steps: newest.steps }] : [];
};

/** A page of the teams, by name and never by rank. Rounds of fewer than five people stand under no team's name. */
export const showTeamNumbers = async ({ page: wanted }: { readonly page: number }, scene: Scene, ports: Ports): Promise<Answer> => {
  const listed = await readListedTeams(ports.rows, scene.tenant);
  if (listed.length === 0) return refuse("no-team");
  const weeks = shownWeeks(ports.clock.now());
  const pages = Math.ceil(listed.length / teamsOnPage);
  const page = Math.min(wanted, pages - 1);
  const here = listed.slice(page * teamsOnPage, (page + 1) * teamsOnPage);
  const teams = (await fewAtOnce(here, (one) => readTeamNumbers(one, scene.tenant, weeks, ports))).flat();
  return {
    say: "numbers-teams",
    teams,
    unnamed: here.length - teams.length,
    until: weeks.week,
    count: listed.length,
    page,
    pages,
  };
};

/** The numbers of every team that has any, as the pages of the list show them, a page at a time. */
export async function* everyTeamNumbers(
  tenant: string,
  listed: readonly ListedTeam[],
  ports: Ports,
): AsyncGenerator<readonly (TeamNumbers & { readonly until: string })[]> {
  const weeks = shownWeeks(ports.clock.now());
  for (let from = 0; from < listed.length; from += teamsOnPage) {
    const here = listed.slice(from, from + teamsOnPage);
    const numbers = await fewAtOnce(here, (one) => readTeamNumbers(one, tenant, weeks, ports));
    yield numbers.flat().map((one) => ({ ...one, until: weeks.week }));
  }
}
