import { ownedStages } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { type Answer, asNewMessage, refuse } from "../flow.ts";
import { type IdeaInTeam, viewOfIdea } from "../ideas/about-idea.ts";
import type { IdeaTurn } from "../right.ts";

/** The leads' card on an owner: they have called for `help`, or have given no sign of work. Undefined where that is no longer so. */
export const cardOnOwner = async (about: "quiet" | "help", found: IdeaInTeam): Promise<Message | undefined> => {
  const { owner, help, stage, toldQuietAt } = found.stored.idea;
  if (owner === undefined || !ownedStages.includes(stage)) return undefined;
  const name = (await found.names).get(owner) ?? "";
  const shown = { team: teamView(found.team), idea: await viewOfIdea(found), name };
  if (about === "quiet") return toldQuietAt === undefined ? undefined : { say: "quiet-idea", ...shown };
  return help && { say: "needs-help", ...shown, ...(help.why ? { line: help.why } : {}) };
};

/** The press of a draft's line on a quiet owner, or on one who needs help: the card comes beside the draft. */
export const showQuiet = async ({ help }: { readonly help?: true }, turn: IdeaTurn): Promise<Answer> => {
  const { owner, stage } = turn.stored.idea;
  if (!ownedStages.includes(stage)) return refuse(stage === "new" ? "needs-owner" : "idea-closed");
  const card = await cardOnOwner(help ? "help" : "quiet", turn);
  if (card) return asNewMessage(card, turn.scene);
  // They have given a sign since the draft.
  const name = (owner && (await turn.names).get(owner)) ?? "";
  const answered: Message = { say: "quiet-idea", team: teamView(turn.team), idea: await viewOfIdea(turn), name, how: "answered" };
  return asNewMessage(answered, turn.scene);
};
