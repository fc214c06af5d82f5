import { z } from "zod";
import { digestIdShape as digestId, longIdShape as longId, roundIdShape as round, teamIdShape as teamId } from "../../src/domain/ids.ts";
import type { RefusalReason } from "../../src/domain/message/refusal.ts";
import { beginning, fits, halfWidth, normalise, oneLine } from "../../src/domain/words.ts";

// Reading back

/** Mark-up of a mention or a quotation that came along with a copied text; a form has none of its own. */
const leftOver = /<\/?(?:at|quoted)(?:\s[^<>]*|\/)?>/gi;

/** Nothing at all arrives with an input that was left empty. */
const typed = z.string().default("");
const atMost = <T extends z.ZodType<string>>(text: T, words: typeof normalise, longest: number, told: number) =>
  text.transform((text) => words(text.replace(leftOver, ""))).refine((text) => fits(text, longest), { params: { told } });

/**
 * A text that people typed, in characters as they see them.
 * @param told the length that they are told of a longer text (`notRead` in index.ts), where another is read than may be sent
 */
export const aText = (longest: number, told = longest) => atMost(typed, normalise, longest, told);
/** A text, or nothing where the button stood on a card without an input for it. */
export const aTextIfAny = (longest: number) => atMost(z.string(), normalise, longest, longest).exactOptional();

/** A title: one line. */
export const aLine = (longest: number) => atMost(typed, oneLine, longest, longest);
/** A title that need not be on the form. */
export const aLineIfAny = (longest: number) => atMost(z.string(), oneLine, longest, longest).exactOptional();

/** A choice or a setting as the client writes it, or empty; whether it means anything is the flow's to say. */
export const choice = z
  .string()
  .catch("")
  .transform((text) => beginning(oneLine(text), 300));
/** A whole number, by its digits alone; -1 for whatever is none: it might be rounded, or read as one that nobody meant. */
export const wholeNumber = z
  .union([z.number().transform(String), z.string()])
  .transform((text) => halfWidth(text).trim())
  .transform((digits) => (/^\d{1,6}$/.test(digits) ? Number(digits) : -1))
  .catch(-1);
/** A page of a list that is turned over, from 0. */
export const pageUpTo = (last: number) => wholeNumber.refine((page) => page >= 0 && page <= last);
/** Why a form is not read, for `notRead` in index.ts: without it, the form is an old one. */
export const toldAs = (told: RefusalReason) => ({ params: { told } });

export const ideaInTeam = { team: teamId, idea: longId };

export const ideaInPost = { team: teamId, idea: longId, digest: digestId.exactOptional() };

/** Ids, by the shapes that stand beside their making. */
export { digestId, longId, longId as secret, round, teamId };
