import type { ActionOf } from "../../domain/action/index.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Answer } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { besideIf, ended } from "./forms.ts";

/** *Answer* by a lead ends a new idea: it is solved, or it cannot be done now. Neither answer is chosen beforehand. */
export const answerIdea = async (action: ActionOf<"answer-idea">, turn: IdeaTurn): Promise<Answer> => {
  const { who, stored } = turn;
  const { solved, reason = "" } = action;
  if (stored.idea.stage === "new" && (solved === undefined || reason === "")) return besideIf(action, await answerForm(action, turn), turn);
  const answered = await happen(turn, turn, { event: "answer", who, as: "lead", solved: solved ?? false, why: reason });
  return "no" in answered ? answered.no : ended(turn, answered.got.idea);
};

/** The form with what was given; a first press has given nothing, and so has no problem. */
const answerForm = async ({ solved, reason }: ActionOf<"answer-idea">, turn: IdeaTurn): Promise<Message> => ({
  say: "answer-form",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  ...(solved === undefined ? {} : { solved }),
  ...(reason ? { reason } : {}),
  ...(solved === undefined && reason === undefined ? {} : { problem: solved === undefined ? "answer-needed" : "reason-needed" }),
});
