import type { Member } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { askGuard, type StoredAsk } from "../../store/ask.ts";
import type { Round } from "../../store/round.ts";
import { toMember } from "../sending/say-to.ts";
import { type SendResult, sendOnce } from "../sending/send-once.ts";
import { offerTo } from "./less-often.ts";
import { questionTo } from "./question.ts";

/** Sends a person the question of a round, at most once. @param addedBy the name of the person who added Gnist, for somebody's first question */
export const askOne = async (
  ports: Ports,
  { team, round, ask }: { readonly team: Team; readonly round: Round; readonly ask: StoredAsk },
  member: Member,
  addedBy: string | undefined,
): Promise<SendResult> => {
  const first = member.askedSince === round.id ? { first: addedBy ? { addedBy } : {} } : {};
  const message = await questionTo(ports, "prompt", { team, round, ask }, member, { ...first, ...offerTo(member, team, round.id) });
  return sendOnce(ports, team, askGuard(ask.round, ask.person), ask, toMember(ports, team, member, message, false));
};
