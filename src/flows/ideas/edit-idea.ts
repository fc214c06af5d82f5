import type { WrittenIdea } from "../../domain/action/ideas.ts";
import type { ActionOf } from "../../domain/action/index.ts";
import { type Idea, isOpen } from "../../domain/idea/idea.ts";
import { type Shown, teamView } from "../../domain/idea/view.ts";
import type { IdeaForm } from "../../domain/message/ideas.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readUnrenewed } from "../digest/renew-posts.ts";
import { type Answer, refuse, startReading } from "../flow.ts";
import type { IdeaTurn } from "../right.ts";
import type { NotKept } from "../route.ts";
import { happen } from "./happen.ts";
import { problemInIdea, whenShown } from "./idea-form.ts";
import { receipt, writtenIdea } from "./receipt.ts";
import { unread } from "./submit-idea.ts";

/** Likewise the form of an edit. */
export const formToSaveAgain = ({ team, idea, written }: Omit<ActionOf<"save-idea">, "verb">, problem: NotKept): Message => ({
  say: "idea-form",
  why: "edit",
  team: unread(team),
  idea,
  written,
  problem,
});

/** An idea can be changed by its author as long as it is open, or held back. */
const mayChange = (idea: Idea): Message | undefined => (isOpen(idea) || idea.stage === "held" ? undefined : refuse("idea-closed"));

const formToEdit = (turn: IdeaTurn, when: Shown, written: WrittenIdea, problem?: IdeaForm["problem"]): Message => ({
  say: "idea-form",
  why: "edit",
  team: teamView(turn.team),
  idea: turn.stored.idea.id,
  ...when,
  written,
  ...(problem ? { problem } : {}),
});

export const editIdea = async (_action: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { idea } = turn.stored;
  return mayChange(idea) ?? formToEdit(turn, await whenShown(turn.team, turn.ports), writtenIdea(idea));
};

export const showReceipt = async (_action: unknown, { team, stored, ports }: IdeaTurn): Promise<Answer> =>
  receipt(team, stored.idea, await whenShown(team, ports), { isFixed: await isFixed(team, stored.idea, ports) });

export const isFixed = async (team: Team, idea: Idea, ports: Ports): Promise<boolean> =>
  (await readUnrenewed(ports, team, idea)).fixed.length > 0;

export const saveIdea = async ({ written }: { readonly written: WrittenIdea }, turn: IdeaTurn): Promise<Answer> => {
  const { team, ports } = turn;
  const problem = problemInIdea(written);
  const when = startReading(whenShown(team, ports));
  if (problem) return formToEdit(turn, await when, written, problem);
  const fixed = startReading(isFixed(team, turn.stored.idea, ports));
  const edited = await happen(turn, turn, { event: "edit", words: written });
  return "no" in edited ? edited.no : receipt(team, edited.got.idea, await when, { edited: true, isFixed: await fixed });
};
