import type { WrittenPlan } from "../../domain/action/owning.ts";
import { isOpen } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { proposedDue, readPlannedDue } from "../../domain/owning/due-date.ts";
import { besideIf } from "../cycle/forms.ts";
import { type Answer, refuse } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";

/** *Change date* changes the date, and how far the idea reaches; the test stays as it is. */
export const dateForm = async (action: { readonly beside?: true }, turn: IdeaTurn): Promise<Answer> =>
  isOpen(turn.stored.idea) ? besideIf(action, await formToMove(turn), turn) : refuse("idea-closed");

const formToMove = async (turn: IdeaTurn, problem?: RefusalReason): Promise<Message> => ({
  say: "date-form",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  ...proposedDue(turn.stored.idea, turn.team, turn.now),
  ...(problem ? { problem } : {}),
});

export const changeDate = async (
  action: Pick<WrittenPlan, "offered" | "reach"> & { readonly due: string },
  turn: IdeaTurn,
): Promise<Answer> => {
  const { team, who, now } = turn;
  const { reach } = action;
  const due = readPlannedDue(action, team, now);
  if ("no" in due) return formToMove(turn, due.no);
  const moved = await happen(turn, turn, { event: "plan", who, due: due.got, ...(reach ? { reach } : {}) });
  return "no" in moved ? moved.no : { say: "owned", team: teamView(team), idea: await viewOfIdea(turn, moved.got.idea), did: "moved" };
};
