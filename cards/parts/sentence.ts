import type { Rendered } from "./card.ts";
import { harmless } from "./text.ts";

/** A sentence, sent as plain text. */
export const sentence = (text: string): Rendered => ({ text: harmless(text), summary: harmless(text) });
