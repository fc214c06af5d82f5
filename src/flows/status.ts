import { type RoundId, weekOf } from "../domain/cadence.ts";
import { typedIdOf } from "../domain/ids.ts";
import type { Message } from "../domain/message.ts";
import type { PersonId } from "../domain/person.ts";
import {
  type RoundStatus,
  setAside,
  stopOf,
  type TeamLine,
  type TenantStop,
  teamLine,
  teamSetAside,
  teamStatus,
  tenantStatus,
} from "../domain/status.ts";
import type { Team } from "../domain/team.ts";
import { type Ports, StoreFault, traceOf } from "../ports.ts";
import { readAside, settingAside } from "../store/aside.ts";
import { readDigest } from "../store/digests.ts";
import { languageOfPerson, readMembers, readPerson } from "../store/people.ts";
import { readAsks, readRound } from "../store/rounds.ts";
import { sendKey } from "../store/sends.ts";
import { readTeam } from "../store/teams.ts";
import { type ListedTeam, readListedTeams, readPace } from "../store/tenants.ts";
import { type Answer, afterStoringMs, type JobFlow, refuse, type Scene } from "./flow.ts";
import { inBatches } from "./in-batches.ts";
import type { Scope, Turn } from "./right.ts";
import { addressOf, afterSend, sendGuarded } from "./send.ts";
import { leadsTeam } from "./who.ts";

/** So many teams are counted while a person waits; of more, or of a slower store, they hear in a moment. */
const mostAtOnce = 60;
const waitForMs = 2_000;

/** Teams read side by side. */
const sideBySide = 20;

const teamsOnPage = 20;

const tenantOf = (scene: Scene) => scene.place.address.tenantId;

const readStop = async ({ rows, clock }: Ports, tenant: string): Promise<TenantStop | undefined> =>
  stopOf((await readPace(rows, tenant))?.pace, clock.now());

/** `status`: in a channel of its team; in chat of the team that somebody leads, or of the one there is; for admins of all teams together. */
export const writeStatus = async (_command: unknown, scope: Scope, scene: Scene, ports: Ports): Promise<Answer> => {
  const tenant = tenantOf(scene);
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
  return team ? teamCard(team, stop, leadsTeam(team, scene.who.person), ports) : refuse("team-removed");
};

export const showStatus = async (
  { page }: { readonly page?: number },
  { team, leads, ports }: Turn,
  stop: TenantStop | undefined,
): Promise<Answer> => teamCard(team, stop, leads, ports, page);

/** Whether the tenant of a team is stopped. */
export const readStopOf = async ({ team }: { readonly team: string }, ports: Ports): Promise<TenantStop | undefined> => {
  const stored = await readTeam(ports.rows, team);
  return stored && readStop(ports, stored.team.tenantId);
};

/** `teams`: every team of the tenant. */
export const writeTeams = (_command: unknown, _scope: Scope, scene: Scene, ports: Ports): Promise<Answer> => everyTeam(0, scene, ports);

/** A page of the list. */
export const showTeams = async ({ page }: { readonly page: number }, scope: Scope, scene: Scene, ports: Ports): Promise<Answer> =>
  scope.sees === "mine"
    ? teamsCard(scope.teams, "mine", page, await readStop(ports, tenantOf(scene)), ports)
    : everyTeam(page, scene, ports);

const everyTeam = async (page: number, scene: Scene, ports: Ports): Promise<Message> => {
  const tenant = tenantOf(scene);
  const [listed, stop] = await Promise.all([readListedTeams(ports.rows, tenant), readStop(ports, tenant)]);
  return teamsCard(listed, "tenant", page, stop, ports);
};

const teamCard = async (team: Team, stop: TenantStop | undefined, leads: boolean, ports: Ports, page?: number): Promise<Message> => ({
  say: "team-status",
  status: await readStatus(team, stop, ports),
  leads,
  ...(stop ? { stop } : {}),
  ...(page === undefined ? {} : { page }),
});

/** A team's latest round may be this week's before the team says so: while everybody in it gets their row. */
const readStatus = async (team: Team, stop: TenantStop | undefined, { rows, clock }: Ports) => {
  const now = clock.now();
  const weeks = [...new Set([weekOf(now, team.settings.zone), ...(team.lastRound ? [team.lastRound] : [])])];
  const read = async (week: RoundId) => {
    const [round, asks] = await Promise.all([readRound(rows, team.id, week), readAsks(rows, team.id, week)]);
    return round ? [{ round, asks }] : [];
  };
  const [rounds, members, digest, aside] = await Promise.all([
    Promise.all(weeks.map(read)),
    readMembers(rows, team.id),
    team.lastDigest ? readDigest(rows, team.id, team.lastDigest) : undefined,
    readAside(rows, team.id),
  ]);
  const [latest] = rounds.flat();
  const found = { round: latest?.round, asks: latest?.asks ?? [], members, digest, setAside: teamSetAside(aside) };
  return teamStatus(team, found, stop, now);
};

type Read = { readonly line: TeamLine; readonly round?: RoundStatus | undefined };

/** A team in a list. One whose rows are damaged is shown as that, and keeps nobody from reading the others; one that was removed is left out. */
const readLine = async (listed: ListedTeam | Team, stop: TenantStop | undefined, ports: Ports): Promise<readonly Read[]> => {
  const { id, name } = listed;
  try {
    const team = "settings" in listed ? listed : (await readTeam(ports.rows, id))?.team;
    if (!team || team.removedAt !== undefined) return [];
    const status = await settingAside(ports, () => readStatus(team, stop, ports));
    return [{ line: teamLine(status, stop), round: status.round }];
  } catch (fault) {
    if (fault instanceof StoreFault) throw fault;
    ports.log.warn("status", { team: id, ...traceOf(fault) });
    return [{ line: { team: { id, name, zone: "UTC" }, health: { how: "unreadable" } } }];
  }
};

const readLines = async (all: readonly (ListedTeam | Team)[], stop: TenantStop | undefined, ports: Ports): Promise<readonly Read[]> =>
  (await inBatches(all, (one) => readLine(one, stop, ports), sideBySide)).flat();

const teamsCard = async (
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
    zone: zoneOf(lines),
  };
};

/** Times that concern a whole tenant are shown as the first team has them. */
const zoneOf = (lines: readonly Read[]): string => lines.find(({ line }) => line.health.how !== "unreadable")?.line.team.zone ?? "UTC";

const tenantCard = async (
  tenant: string,
  listed: readonly ListedTeam[],
  stop: TenantStop | undefined,
  ports: Ports,
): Promise<{ readonly message: Message }> => {
  const [read, poisoned] = await Promise.all([readLines(listed, stop, ports), ports.jobs.poisoned()]);
  return {
    message: {
      say: "tenant-status",
      status: tenantStatus(read),
      setAside: setAside(poisoned, tenant, new Map(listed.map(({ id, name }) => [id, name]))),
      ...(stop ? { stop } : {}),
      zone: zoneOf(read),
    },
  };
};

/** The teams of a tenant counted while the admin waits, or in a job where that takes too long. */
const countedSoon = async (listed: readonly ListedTeam[], stop: TenantStop | undefined, scene: Scene, ports: Ports): Promise<Message> => {
  const tenant = tenantOf(scene);
  if (listed.length <= mostAtOnce) {
    const inTime = new AbortController();
    try {
      const counted = await Promise.race([tenantCard(tenant, listed, stop, ports), ports.clock.wait(waitForMs, inTime.signal)]);
      if (counted) return counted.message;
    } finally {
      inTime.abort();
    }
  }
  const { person } = scene.who;
  // Teams may deliver what was written twice.
  const once = scene.activity ? typedIdOf(scene.place.address.conversationId, scene.activity) : ports.chance.id();
  const [team] = await Promise.all([
    firstTeam(listed, ports),
    // By then the chat that the answer goes to is known, also where this was the first word in it.
    ports.jobs.put({ job: "tell-status", tenant, person, once }, afterStoringMs),
  ]);
  return { say: "counting", teams: listed.length, ...(stop ? { stop } : {}), zone: team?.settings.zone ?? "UTC" };
};

/** The team that lends what a tenant has not: a service URL, a language, a place for a guard. The same one, whatever the teams are called. */
const firstTeam = async (listed: readonly ListedTeam[], { rows }: Ports): Promise<Team | undefined> => {
  for (const id of listed.map(({ id }) => id).sort()) {
    const stored = await readTeam(rows, id);
    if (stored && stored.team.removedAt === undefined) return stored.team;
  }
  return undefined;
};

/** All teams of a tenant counted, told to the admin who asked for it, in their own chat. */
export const tellStatus: JobFlow<"tell-status"> = async (job, ports) => {
  const { rows, clock, channel, log } = ports;
  const [listed, stop, chat] = await Promise.all([
    readListedTeams(rows, job.tenant),
    readStop(ports, job.tenant),
    chatOf(job.person, ports),
  ]);
  const team = await firstTeam(listed, ports);
  if (!team || !chat) {
    log.warn("tell-status", { teams: listed.length, chat: chat !== undefined });
    return undefined;
  }
  // Counted when it can be said.
  if (stop && stop.until > clock.now()) return { laterMs: stop.until - clock.now() };
  const { message } = await tenantCard(job.tenant, listed, stop, ports);
  const sent = await sendGuarded(ports, team, sendKey("status", job.person, job.once), {
    calls: 1,
    urgent: true,
    post: async () => ({
      delivery: await channel.post(addressOf(team, chat.id), message, chat.language ?? team.settings.language),
    }),
  });
  return afterSend(sent);
};

const chatOf = async (person: PersonId, { rows }: Ports) => {
  const { profile } = await readPerson(rows, person);
  return profile.chatId ? { id: profile.chatId, language: languageOfPerson(profile) } : undefined;
};
