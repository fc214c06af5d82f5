import type { Idea } from "../../domain/idea/idea.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { spreads } from "../../domain/teams/team.ts";
import { isShown } from "../ideas/same-thing.ts";
import type { Turn } from "../right.ts";

/** Why the result of an idea cannot be offered to other teams. */
export const whyNotSpread = ({ team, leads }: Pick<Turn, "team" | "leads">, idea: Idea): RefusalReason | undefined => {
  if (!leads) return "not-a-lead";
  if (idea.stage !== "adopted" || !isShown(idea)) return "not-adopted";
  return spreads(team) ? undefined : "spread-off";
};

/** May the reader offer the result of this idea to other teams? */
export const maySpread = (turn: Pick<Turn, "team" | "leads">, idea: Idea): boolean => whyNotSpread(turn, idea) === undefined;
