import type { PersonId } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { readAnybody } from "../../store/member.ts";
import type { Person } from "../../store/person.ts";
import { readTeam } from "../../store/team.ts";
import type { JobEnd } from "../flow.ts";
import { addressIn, inTurn } from "./in-turn.ts";

/** Delay (ms) after which Gnist asks again for a chat of which Teams gave no clear answer. */
const askAgainMs = 5_000;

/**
 * Finds a person's own chat: the one in which they wrote or pressed, or which Gnist opened to ask them. For somebody who has written in a channel alone, Gnist
 * opens it, because the answer there has promised a message in it.
 */
export const ownChatOf = async (
  person: PersonId,
  { profile, teams, left }: Person,
  ports: Ports,
): Promise<{ readonly got: string } | { readonly no: JobEnd }> => {
  if (profile.chatId !== undefined) return { got: profile.chatId };
  for (const id of [...teams, ...left]) {
    const [stored, known] = await Promise.all([readTeam(ports.rows, id), readAnybody(ports.rows, id, person)]);
    if (!stored || stored.team.removedAt !== undefined || !known) continue;
    if (known.chatId !== undefined) return { got: known.chatId };
    const { team } = stored;
    const opened = await inTurn(ports, team, () =>
      ports.channel.openChat({ address: addressIn(team, team.teamsId), teamsId: known.teamsId }),
    );
    if ("got" in opened) return opened;
    const { no } = opened;
    return { no: no.outcome === "refused" ? undefined : { laterMs: no.outcome === "later" ? no.afterMs : askAgainMs } };
  }
  return { no: undefined };
};
