import type { ActionOf } from "../../domain/action/index.ts";
import { ownedStages } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Answer } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { besideIf, checkOf, ended } from "./forms.ts";

type StopWanted = Omit<ActionOf<"stop-idea">, "verb" | "team" | "idea">;

/** *Stop*, and *Stop and share the lesson* on the checking card, whose words are offered as the lesson. */
export const stopIdea = async (action: StopWanted, turn: IdeaTurn): Promise<Answer> => {
  const { who, leads, stored } = turn;
  const { lesson = "" } = action;
  if (lesson === "" && ownedStages.includes(stored.idea.stage)) return besideIf(action, await stopForm(action, turn), turn);
  const stopped = await happen(turn, turn, { event: "stop", who, leads, why: lesson });
  return "no" in stopped ? stopped.no : ended(turn, stopped.got.idea);
};

/** `stop #42` and the lesson; without the lesson, the form asks for it. */
export const stopByNumber = ({ rest }: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> =>
  stopIdea(rest === "" ? {} : { lesson: rest }, turn);

const stopForm = async (action: StopWanted, turn: IdeaTurn): Promise<Message> => ({
  say: "stop-form",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  owns: turn.stored.idea.owner === turn.who,
  ...(action.share ? { checked: checkOf(action) } : {}),
  ...(action.share && action.result ? { lesson: action.result } : {}),
  ...(action.lesson === undefined ? {} : { problem: "lesson-needed" }),
});
