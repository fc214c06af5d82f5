import type { Weight, WrittenWeight } from "../../domain/action/digest.ts";
import type { Weighed } from "../../domain/idea/event.ts";
import { effects, efforts, isOpen } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import { type Answer, refuse } from "../flow.ts";
import type { IdeaTurn } from "../right.ts";
import { viewOfIdea } from "./about-idea.ts";
import { happen } from "./happen.ts";

/** Effort and effect as forms show them. */
export const weightOf = ({ effort, effect }: Weight): Weight => ({ ...(effort ? { effort } : {}), ...(effect ? { effect } : {}) });

/** The guesses that were changed on a form since it opened; undefined where none was. */
export const changedWeight = ({ effort, effect, was }: Partial<WrittenWeight>): Weighed | undefined => {
  const newEffort = [...efforts, "none" as const].find((one) => one === effort && one !== was?.effort);
  const newEffect = [...effects, "none" as const].find((one) => one === effect && one !== was?.effect);
  if (newEffort === undefined && newEffect === undefined) return undefined;
  return { ...(newEffort ? { effort: newEffort } : {}), ...(newEffect ? { effect: newEffect } : {}) };
};

/** *Effort and effect*: the owner's form. */
export const weighForm = async (_action: unknown, turn: IdeaTurn): Promise<Answer> =>
  isOpen(turn.stored.idea) ? { say: "weigh-form", team: teamView(turn.team), idea: await viewOfIdea(turn) } : refuse("idea-closed");

export const weighIdea = async (written: WrittenWeight, turn: IdeaTurn): Promise<Answer> => {
  const { team, who, leads } = turn;
  const weighed = await happen(turn, turn, { event: "weigh", who, leads, ...changedWeight(written) });
  return "no" in weighed
    ? weighed.no
    : { say: "owned", team: teamView(team), idea: await viewOfIdea(turn, weighed.got.idea), did: "weighed" };
};
