import type { WrittenCheck } from "../../domain/action/cycle.ts";
import type { ActionOf } from "../../domain/action/index.ts";
import { countOf } from "../../domain/idea/count.ts";
import { type Idea, isOpen } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { readSaved } from "../../domain/owning/saved-time.ts";
import { type Answer, refuse } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import { keepingTest } from "../owning/ready-tests.ts";
import type { IdeaTurn } from "../right.ts";
import { besideIf, checkOf, ended } from "./forms.ts";

/** *Test done* is answered with the checking card: did it help, and then one of three ends. */
export const testDone = async (action: { readonly beside?: true }, turn: IdeaTurn): Promise<Answer> => {
  const tested = await happen(turn, turn, { event: "test-done", who: turn.who }, keepingTest(turn));
  return "no" in tested ? tested.no : besideIf(action, await checkingCard(turn, {}, undefined, tested.got.idea), turn);
};

export const showChecking = async (action: ActionOf<"show-checking">, turn: IdeaTurn): Promise<Answer> => {
  const { idea } = turn.stored;
  if (idea.stage !== "checking") return refuse(isOpen(idea) ? "moved-on" : "idea-closed");
  return besideIf(action, await checkingCard(turn, checkOf(action)), turn);
};

const checkingCard = async (
  turn: IdeaTurn,
  written: WrittenCheck,
  problem?: RefusalReason,
  idea: Idea = turn.stored.idea,
): Promise<Message> => ({
  say: "checking",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn, idea),
  ...countOf(idea, turn.team.settings.zone),
  written,
  owns: idea.owner === turn.who,
  ...(problem ? { problem } : {}),
});

/** *Adopt* needs to know whether the test helped, and whom; the numbers may be left empty. */
export const adopt = async (action: WrittenCheck, turn: IdeaTurn): Promise<Answer> => {
  const { who, leads, stored } = turn;
  const why = action.result ?? "";
  const saved = readSaved(action);
  const problem = why === "" ? "check-needed" : "no" in saved ? saved.no : undefined;
  if (stored.idea.stage === "checking" && problem) return checkingCard(turn, checkOf(action), problem);
  const adopted = await happen(turn, turn, { event: "adopt", who, leads, why, ...("got" in saved ? saved.got : {}) });
  return "no" in adopted ? adopted.no : ended(turn, adopted.got.idea);
};
