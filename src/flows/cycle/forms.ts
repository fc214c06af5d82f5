import type { WrittenCheck } from "../../domain/action/cycle.ts";
import type { Idea } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { type Answer, asNewMessage } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import type { IdeaTurn } from "../right.ts";
import { maySpread } from "../spread/may-spread.ts";

/** An answer that leaves the pressed card where it is, if that one asked for it. */
export const besideIf = ({ beside }: { readonly beside?: true }, message: Message, { scene }: IdeaTurn): Answer =>
  beside ? asNewMessage(message, scene) : message;

/** The part of a press that was typed on the checking card. */
export const checkOf = ({ result, minutes, people }: WrittenCheck): WrittenCheck => ({
  ...(result ? { result } : {}),
  ...(minutes ? { minutes } : {}),
  ...(people ? { people } : {}),
});

/** An idea has ended; its *Undo* stands for this end. */
export const ended = async (turn: IdeaTurn, idea: Idea): Promise<Message> => ({
  say: "finished",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn, idea),
  ...(idea.last?.event === "answer" ? { answered: true } : {}),
  ...(idea.last ? { step: idea.last.step } : {}),
  // The card may stand in the channel, where others would press in vain.
  ...(turn.scene.where.kind === "chat" && maySpread(turn, idea) ? { maySpread: true } : {}),
});
