import type { ActionOf } from "../../domain/action/index.ts";
import { type Idea, isFinished } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Answer } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { besideIf } from "./forms.ts";

/** *Reopen* by a lead, with a reason, which the people behind the idea read. */
export const reopen = async (action: ActionOf<"reopen">, turn: IdeaTurn): Promise<Answer> => {
  const { who, stored } = turn;
  const { reason = "" } = action;
  if (reason === "" && isFinished(stored.idea)) return besideIf(action, await reopenForm(action, turn), turn);
  const reopened = await happen(turn, turn, { event: "reopen", who, why: reason });
  return "no" in reopened ? reopened.no : openAgain(turn, reopened.got.idea);
};

const reopenForm = async ({ reason }: ActionOf<"reopen">, turn: IdeaTurn): Promise<Message> => ({
  say: "reopen-form",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  ...(reason === undefined ? {} : { problem: "reason-needed" }),
});

/** *Undo* of an end: the idea is where it was. */
export const undoEnd = async ({ step }: { readonly step?: string }, turn: IdeaTurn): Promise<Answer> => {
  const undone = await happen(turn, turn, { event: "undo-end", who: turn.who, leads: turn.leads, ...(step ? { step } : {}) });
  return "no" in undone ? undone.no : openAgain(turn, undone.got.idea, true);
};

const openAgain = async (turn: IdeaTurn, idea: Idea, undone = false): Promise<Message> => ({
  say: "reopened",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn, idea),
  ...(undone ? { undone: true } : {}),
  ...(idea.owner === turn.who ? { owns: true } : {}),
});
