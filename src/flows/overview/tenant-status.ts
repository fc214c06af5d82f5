import type { Message } from "../../domain/message/index.ts";
import { jobsSetAside, whyAside } from "../../domain/overview/set-aside.ts";
import type { TenantStop } from "../../domain/overview/team-health.ts";
import { tenantStatus } from "../../domain/overview/tenant-sum.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { languageOfPerson, readPerson } from "../../store/person.ts";
import { sendKey } from "../../store/send.ts";
import { readTeam } from "../../store/team.ts";
import { type ListedTeam, readListedTeams } from "../../store/tenant.ts";
import { afterStoringMs, type JobFlow, type Scene } from "../flow.ts";
import { addressIn } from "../sending/in-turn.ts";
import { afterSend } from "../sending/say-to.ts";
import { sendGuarded } from "../sending/send-once.ts";
import { readStop } from "./stop.ts";
import { mostAtOnce, readLines, zoneOfTeams } from "./teams.ts";

/** An admin waits at most this long (ms) for the count; then a job takes over. */
const waitForMs = 2_000;

const tenantCard = async (
  tenant: string,
  listed: readonly ListedTeam[],
  stop: TenantStop | undefined,
  ports: Ports,
): Promise<{ readonly message: Message }> => {
  const [read, poisoned] = await Promise.all([readLines(listed, stop, ports), ports.jobs.poisoned()]);
  const aside = jobsSetAside(poisoned, tenant, new Map(listed.map(({ id, name }) => [id, name])));
  // The engine of the queue sets such a job aside, and has no log of its own.
  for (const { reason } of poisoned) if (whyAside(reason) === "not-a-job") ports.log.warn("job-not-read", { why: reason });
  return {
    message: {
      say: "tenant-status",
      status: tenantStatus(read),
      setAside: aside,
      ...(stop ? { stop } : {}),
      zone: zoneOfTeams(read),
    },
  };
};

/** Counts the teams of a tenant while the admin waits, or in a job where that takes too long. */
export const countedSoon = async (
  listed: readonly ListedTeam[],
  stop: TenantStop | undefined,
  scene: Scene,
  ports: Ports,
): Promise<Message> => {
  const tenant = scene.tenant;
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
  // Teams may deliver a written message twice; its id lets both put a job that is told once.
  const once = scene.typed ?? ports.chance.id();
  const [team] = await Promise.all([
    firstTeam(listed, ports),
    // The delay lets Gnist store the chat that the numbers go to, also where this was the first message in it.
    ports.jobs.put({ job: "tell-status", tenant, person, once }, afterStoringMs),
  ]);
  return { say: "counting", teams: listed.length, ...(stop ? { stop } : {}), zone: team?.settings.zone ?? "UTC" };
};

/**
 * The team whose service URL, language and partition for send guards a tenant uses, since it has none of its own. It is the team with the smallest id, so that
 * every run finds the same team.
 */
const firstTeam = async (listed: readonly ListedTeam[], { rows }: Ports): Promise<Team | undefined> => {
  for (const id of listed.map(({ id }) => id).sort()) {
    const stored = await readTeam(rows, id);
    if (stored && stored.team.removedAt === undefined) return stored.team;
  }
  return undefined;
};

/** Counts all teams of a tenant and tells the admin who asked for it, in their own chat. */
export const tellStatus: JobFlow<"tell-status"> = async (job, ports) => {
  const { rows, clock, channel, log } = ports;
  const [listed, stop, chat] = await Promise.all([
    readListedTeams(rows, job.tenant),
    readStop(ports, job.tenant),
    chatOf(job.person, ports),
  ]);
  const team = await firstTeam(listed, ports);
  if (!team || !chat) {
    log.warn("status-not-told", { teams: listed.length, chat: chat !== undefined });
    return undefined;
  }
  // Counts only when the numbers can be sent, so that they are fresh.
  if (stop && stop.until > clock.now()) return { laterMs: stop.until - clock.now() };
  const { message } = await tenantCard(job.tenant, listed, stop, ports);
  const sent = await sendGuarded(ports, team, sendKey("status", job.person, job.once), {
    calls: 1,
    urgent: true,
    post: async () => ({
      delivery: await channel.post(addressIn(team, chat.id), message, chat.language ?? team.settings.language),
    }),
  });
  return afterSend(sent);
};

const chatOf = async (person: PersonId, { rows }: Ports) => {
  const { profile } = await readPerson(rows, person);
  return profile.chatId ? { id: profile.chatId, language: languageOfPerson(profile) } : undefined;
};
