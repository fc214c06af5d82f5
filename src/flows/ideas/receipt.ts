import type { WrittenIdea } from "../../domain/action/ideas.ts";
import { keptQuestion } from "../../domain/asking/question.ts";
import type { Idea } from "../../domain/idea/idea.ts";
import { life } from "../../domain/idea/life.ts";
import { type Shown, type SimilarIdea, teamView } from "../../domain/idea/view.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readUnrenewed } from "../digest/renew-posts.ts";
import type { Where } from "../flow.ts";

export const writtenIdea = (idea: Pick<Idea, "friction" | "proposal" | "cost" | "kind" | "showName">): WrittenIdea => ({
  friction: idea.friction,
  showName: idea.showName,
  ...(idea.proposal ? { proposal: idea.proposal } : {}),
  ...(idea.cost ? { cost: idea.cost } : {}),
  ...(idea.kind ? { kind: idea.kind } : {}),
});

/**
 * More on a receipt: a second text that was sent from its card, that the idea was changed just now, why a change does not show in its post at once, where the
 * idea was sent, and ideas that say nearly the same.
 */
type Extra = {
  readonly offered?: WrittenIdea;
  readonly edited?: boolean;
  readonly post?: MessageOf<"receipt">["post"] | undefined;
  readonly where?: Where;
  readonly similar?: readonly SimilarIdea[];
  /** The author is no member now: the ideas of the team are nothing to them. */
  readonly left?: boolean;
};

export const receipt = (team: Team, idea: Idea, when: Shown, extra: Extra): Message => ({
  say: "receipt",
  team: teamView(team),
  idea: idea.id,
  written: writtenIdea(idea),
  stage: idea.stage,
  ...keptQuestion(idea.question),
  ...when,
  shown: idea.digest !== undefined,
  edited: extra.edited ?? false,
  ...(team.lastDigest !== undefined && !extra.left && life.merge.from.includes(idea.stage) ? { mayMerge: true } : {}),
  ...(extra.similar && extra.similar.length > 0 && !extra.left ? { similar: extra.similar } : {}),
  ...(extra.post ? { post: extra.post } : {}),
  ...(extra.where?.kind === "elsewhere" ? { closes: true } : {}),
  ...(idea.number !== undefined ? { number: idea.number } : {}),
  ...(extra.offered ? { offered: extra.offered } : {}),
});

/** Why a change of an idea does not show in the team's post at once; undefined where it does. */
export const whyNotYet = async (
  { team, ports }: { readonly team: Team; readonly ports: Ports },
  idea: Pick<Idea, "id" | "digest">,
): Promise<MessageOf<"receipt">["post"]> => {
  const { fixed, isOnItsWay } = await readUnrenewed(ports, team, idea);
  if (fixed.length > 0) return "fixed";
  if (isOnItsWay) return "on-its-way";
  return rests(team) ? "rests" : undefined;
};
