import { isOpen } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { dueFrom, readDueDate } from "../../domain/owning/due-date.ts";
import { besideIf } from "../cycle/forms.ts";
import { type Answer, refuse } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";

/** *Change date* changes the date alone; the test stays as it is. */
export const dateForm = async (action: { readonly beside?: true }, turn: IdeaTurn): Promise<Answer> =>
  isOpen(turn.stored.idea) ? besideIf(action, await formToMove(turn), turn) : refuse("idea-closed");

const formToMove = async (turn: IdeaTurn, problem?: RefusalReason): Promise<Message> => ({
  say: "date-form",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  due: dueFrom(turn.stored.idea.due, turn.team, turn.now),
  ...(problem ? { problem } : {}),
});

export const changeDate = async (action: { readonly due: string }, turn: IdeaTurn): Promise<Answer> => {
  const { team, who, now } = turn;
  const due = readDueDate(action.due, team, now);
  if ("no" in due) return formToMove(turn, due.no);
  const moved = await happen(turn, turn, { event: "plan", who, due: due.got });
  return "no" in moved ? moved.no : { say: "owned", team: teamView(team), idea: await viewOfIdea(turn, moved.got.idea), did: "moved" };
};
