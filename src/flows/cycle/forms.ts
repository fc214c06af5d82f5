import type { WrittenCheck } from "../../domain/action/cycle.ts";
import type { Message } from "../../domain/message/index.ts";
import { type Answer, asNewMessage } from "../flow.ts";
import type { IdeaTurn } from "../right.ts";

/** An answer that leaves the pressed card where it is, if that one asked for it. */
export const besideIf = ({ beside }: { readonly beside?: true }, message: Message, { scene }: IdeaTurn): Answer =>
  beside ? asNewMessage(message, scene) : message;

/** The part of a press that was typed on the checking card. */
export const checkOf = ({ result, minutes, people }: WrittenCheck): WrittenCheck => ({
  ...(result ? { result } : {}),
  ...(minutes ? { minutes } : {}),
  ...(people ? { people } : {}),
});
