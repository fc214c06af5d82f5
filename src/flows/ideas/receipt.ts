import type { WrittenIdea } from "../../domain/action/ideas.ts";
import type { Idea } from "../../domain/idea/idea.ts";
import { type Shown, teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Team } from "../../domain/teams/team.ts";

export const writtenIdea = (idea: Idea): WrittenIdea => ({
  friction: idea.friction,
  showName: idea.showName,
  ...(idea.proposal ? { proposal: idea.proposal } : {}),
  ...(idea.cost ? { cost: idea.cost } : {}),
  ...(idea.kind ? { kind: idea.kind } : {}),
});

/** A receipt's words beside the idea: a second text that was sent from its card, that it was changed just now, and that a post shows it which cannot be changed. */
type Extra = { readonly offered?: WrittenIdea; readonly edited?: boolean; readonly isFixed?: boolean };

export const receipt = (team: Team, idea: Idea, when: Shown, extra: Extra): Message => ({
  say: "receipt",
  team: teamView(team),
  idea: idea.id,
  written: writtenIdea(idea),
  stage: idea.stage,
  ...when,
  shown: idea.digest !== undefined,
  edited: extra.edited ?? false,
  ...(extra.isFixed ? { isFixed: true } : {}),
  ...(idea.number !== undefined ? { number: idea.number } : {}),
  ...(extra.offered ? { offered: extra.offered } : {}),
});
