import { dayMs } from "../../domain/asking/local-time.ts";
import type { Message } from "../../domain/message/index.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { dropSaid, type Said } from "../../store/said.ts";
import { readTeam } from "../../store/team.ts";
import type { JobEnd } from "../flow.ts";
import { sayInstead, sayInsteadInChannel } from "../sending/say-to.ts";
import { longestSendMs } from "../sending/send-once.ts";

/**
 * Puts other messages in place of some about an idea, in people's chats and in channels.
 * @param team the idea's team
 * @param instead makes the message that stands there from now on; undefined where the old one stays
 */
export const putInstead = async (
  ports: Ports,
  team: Team,
  all: readonly Said[],
  instead: (sentBy: Team, said: Said) => Promise<Message | undefined>,
): Promise<JobEnd> => {
  let laterMs = 0;
  for (const said of all) {
    // A message that is on its way may still hold the words.
    if (ports.clock.now() - (said.sendingSince ?? 0) < longestSendMs) laterMs = Math.max(laterMs, longestSendMs);
    if (said.messageId === undefined) continue;
    const sentBy = said.team === team.id ? team : (await readTeam(ports.rows, said.team))?.team;
    if (sentBy) {
      const message = await instead(sentBy, said);
      if (!message) continue;
      // Teams changes nothing in the channel of an archived team.
      const later =
        said.channel === undefined
          ? await sayInstead(ports, sentBy, said.person, said.messageId, message)
          : rests(sentBy)
            ? { laterMs: dayMs }
            : await sayInsteadInChannel(ports, sentBy, said.channel, said.messageId, message);
      if (later) {
        laterMs = Math.max(laterMs, later.laterMs);
        continue;
      }
    }
    await dropSaid(ports.rows, team.id, said);
  }
  return laterMs > 0 ? { laterMs } : undefined;
};
