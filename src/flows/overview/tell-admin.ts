import type { Message } from "../../domain/message/index.ts";
import type { TenantStop } from "../../domain/overview/team-health.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { languageOfPerson, readPerson } from "../../store/person.ts";
import { sendKey } from "../../store/send.ts";
import { readTeam } from "../../store/team.ts";
import { type ListedTeam, readListedTeams } from "../../store/tenant.ts";
import type { JobEnd } from "../flow.ts";
import { addressIn } from "../sending/in-turn.ts";
import { ownChatOf } from "../sending/own-chat.ts";
import { afterSend } from "../sending/say-to.ts";
import { sendGuarded } from "../sending/send-once.ts";
import { readStop } from "./stop.ts";

/** An admin waits at most this long (ms) for numbers of many teams; then a job sends them. */
export const countedWithinMs = 2_000;

/**
 * The team whose service URL, language and partition for send guards a tenant uses, since it has none of its own. It is the team with the smallest id, so that
 * every run finds the same team.
 */
export const firstListed = async (listed: readonly ListedTeam[], { rows }: Ports): Promise<Team | undefined> => {
  for (const id of listed.map(({ id }) => id).sort()) {
    const stored = await readTeam(rows, id);
    if (stored && stored.team.removedAt === undefined) return stored.team;
  }
  return undefined;
};

/**
 * Tells an admin something in their own chat, at most once under its name.
 * @param make runs only when it can be sent, so that its numbers are fresh
 */
export const tellAdmin = async (
  ports: Ports,
  to: { readonly tenant: string; readonly person: PersonId; readonly what: string; readonly once: string },
  make: (listed: readonly ListedTeam[], stop: TenantStop | undefined) => Promise<Message | undefined>,
): Promise<JobEnd> => {
  const { rows, clock, channel, log } = ports;
  const [listed, stop, known] = await Promise.all([
    readListedTeams(rows, to.tenant),
    readStop(ports, to.tenant),
    readPerson(rows, to.person),
  ]);
  if (stop && stop.until > clock.now()) return { laterMs: stop.until - clock.now() };
  const team = await firstListed(listed, ports);
  const chat = team ? await ownChatOf(to.person, known, ports) : { no: undefined };
  if (!team || "no" in chat) {
    const later = "no" in chat ? chat.no : undefined;
    if (!later) log.warn("status-not-told", { teams: listed.length, chat: known.profile.chatId !== undefined });
    return later;
  }
  const message = await make(listed, stop);
  if (!message) return undefined;
  const sent = await sendGuarded(ports, team, sendKey(to.what, to.person, to.once), {
    calls: 1,
    urgent: true,
    post: async () => ({
      delivery: await channel.post(addressIn(team, chat.got), message, languageOfPerson(known.profile) ?? team.settings.language),
    }),
  });
  return afterSend(sent);
};
