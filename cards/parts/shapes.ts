import { z } from "zod";
import { digestIdShape as digestId, longIdShape as longId, roundIdShape as round, teamIdShape as teamId } from "../../src/domain/ids.ts";
import type { RefusalReason } from "../../src/domain/message/refusal.ts";
import { beginning, fits, halfWidth, normalise, oneLine } from "../../src/domain/words.ts";

/** Tags of mentions and quotations, which people paste into a form along with a copied text. */
const leftOver = /<\/?(?:at|quoted)(?:\s[^<>]*|\/)?>/gi;

/** Teams leaves an empty input out of the data. */
const typed = z.string().default("");
const atMost = <T extends z.ZodType<string>>(text: T, words: typeof normalise, longest: number, told: number) =>
  text.transform((text) => words(text.replace(leftOver, ""))).refine((text) => fits(text, longest), { params: { told } });

/**
 * A text that people typed.
 * @param longest in characters as people see them
 * @param told the limit that a refusal names (`notRead` in index.ts), where forms accept less than is read here
 */
export const aText = (longest: number, told = longest) => atMost(typed, normalise, longest, told);
/** A text, or nothing where the card with the button had no input for it. */
export const aTextIfAny = (longest: number) => atMost(z.string(), normalise, longest, longest).exactOptional();

/** A title: one line. */
export const aLine = (longest: number) => atMost(typed, oneLine, longest, longest);
/** A title, or nothing where the form had no input for it. */
export const aLineIfAny = (longest: number) => atMost(z.string(), oneLine, longest, longest).exactOptional();

/** A choice or a setting as the client sends it, or "". The flow checks whether it is a valid value. */
export const choice = z
  .string()
  .catch("")
  .transform((text) => beginning(oneLine(text), 300));
/** Effort and effect, which older forms lack, and which Teams leaves out where nothing is chosen. */
export const weight = { effort: choice.exactOptional(), effect: choice.exactOptional() };
/** A whole number of one to six digits; -1 for all else, because `Number` would also accept 1e3, 0x10 and 1.5. */
export const wholeNumber = z
  .union([z.number().transform(String), z.string()])
  .transform((text) => halfWidth(text).trim())
  .transform((digits) => (/^\d{1,6}$/.test(digits) ? Number(digits) : -1))
  .catch(-1);
/** The pressed card is still needed. */
export const beside = { beside: z.literal(true).exactOptional() };
/** An instant (ms UTC) that a card carries. */
export const instant = z.int().nonnegative();
/** A page number, from 0. */
export const pageUpTo = (last: number) => wholeNumber.refine((page) => page >= 0 && page <= last);
/** The reason that `notRead` (index.ts) gives for an unreadable form; without one it says that the form is old. */
export const toldAs = (told: RefusalReason) => ({ params: { told } });

export const ideaInTeam = { team: teamId, idea: longId };

/** The name of a coordinators' post: the moment and the nonce of the step that passed the idea on. */
export const passedId = z.string().regex(/^\d{13}\|[\w-]{1,22}$/);

/** The step that an *Undo* takes back. Older cards do not name it. */
export const stepToUndo = {
  step: z
    .string()
    .regex(/^step\|[\w-]{22}\|\d{13}\|[\w-]{1,22}$/)
    .exactOptional(),
};

export const ideaInPost = { team: teamId, idea: longId, digest: digestId.exactOptional() };

export { digestId, longId, longId as secret, round, teamId };
