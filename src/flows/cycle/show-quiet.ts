import { type Idea, ownedStages } from "../../domain/idea/idea.ts";
import { teamView, whysOf } from "../../domain/idea/view.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import { type Answer, asNewMessage, refuse } from "../flow.ts";
import { type IdeaInTeam, viewOfIdea } from "../ideas/about-idea.ts";
import type { IdeaTurn } from "../right.ts";

/** The leads' card on a quiet idea, as it now is. */
export const quietCard = async (
  found: IdeaInTeam,
  idea: Idea,
  more: Pick<MessageOf<"quiet-idea">, "how" | "asksAt"> = {},
): Promise<MessageOf<"quiet-idea">> => {
  const { owner = "" } = idea;
  const name = (await found.names).get(owner) ?? "";
  return { say: "quiet-idea", team: teamView(found.team), idea: await viewOfIdea(found, idea), owner, name, ...whysOf(idea), ...more };
};

/** The leads' card on an owner: they have called for `help`, or have given no sign of work. Undefined where that is no longer so. */
export const cardOnOwner = async (about: "quiet" | "help", found: IdeaInTeam): Promise<Message | undefined> => {
  const { idea } = found.stored;
  const { owner, help, stage, toldQuietAt } = idea;
  if (owner === undefined || !ownedStages.includes(stage)) return undefined;
  if (about === "quiet") return toldQuietAt === undefined ? undefined : quietCard(found, idea);
  if (!help) return undefined;
  const name = (await found.names).get(owner) ?? "";
  const line = help.why ? { line: help.why } : {};
  return { say: "needs-help", team: teamView(found.team), idea: await viewOfIdea(found), name, ...line, ...whysOf(idea) };
};

/** The press of a draft's line on a quiet owner, or on one who needs help: the card comes beside the draft. */
export const showQuiet = async ({ help }: { readonly help?: true }, turn: IdeaTurn): Promise<Answer> => {
  const { stage } = turn.stored.idea;
  if (!ownedStages.includes(stage)) return refuse(stage === "new" ? "needs-owner" : "idea-closed");
  const card = await cardOnOwner(help ? "help" : "quiet", turn);
  // Without one, they have given a sign since the draft.
  return asNewMessage(card ?? (await quietCard(turn, turn.stored.idea, { how: "answered" })), turn.scene);
};
