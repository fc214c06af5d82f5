import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { type Answer, refuse } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import { keepingTest } from "../owning/ready-tests.ts";
import type { IdeaTurn } from "../right.ts";
import { ended } from "./forms.ts";

export const finishForm = async (_action: unknown, turn: IdeaTurn): Promise<Answer> => refusalWithoutOwner(turn) ?? formToFinish(turn);

/** Refuses to finish an idea without an owner: it ends with what its owner tried. */
const refusalWithoutOwner = ({ stored }: IdeaTurn): Message | undefined =>
  stored.idea.stage === "new" ? refuse("needs-owner") : undefined;

const formToFinish = async (turn: IdeaTurn, problem?: "result-needed"): Promise<Message> => ({
  say: "finish-form",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  ...(problem ? { problem } : {}),
});

export const finishIdea = (action: { readonly result: string }, turn: IdeaTurn): Promise<Answer> => finish(turn, action.result);

/** `done #42 and the result`; without the result, the form asks for it. */
export const doneByNumber = async (command: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> =>
  command.rest === "" ? (refusalWithoutOwner(turn) ?? formToFinish(turn)) : finish(turn, command.rest);

const finish = async (turn: IdeaTurn, why: string): Promise<Message> => {
  if (why === "") return formToFinish(turn, "result-needed");
  const done = await happen(turn, turn, { event: "done", who: turn.who, leads: turn.leads, why }, keepingTest(turn));
  return "no" in done ? done.no : ended(turn, done.got.idea);
};
