import { type AdaptiveCard, card, type Rendered } from "./card.ts";
import { harmless, line } from "./text.ts";

/** A sentence, sent as plain text. */
export const sentence = (text: string): Rendered => ({ text: harmless(text), summary: text });

/** A sentence as a card, where a client shows cards only. */
export const sentenceCard = (text: string): AdaptiveCard => card([line(text)]);
