import { z } from "zod";
import {
  boardIdShape as boardId,
  digestIdShape as digestId,
  longIdShape as longId,
  roundIdShape as round,
  teamIdShape as teamId,
} from "../../src/domain/ids.ts";
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
/** A switch as the client sends it; missing where the card had none. */
export const onOff = z
  .enum(["true", "false"])
  .transform((value) => value === "true")
  .exactOptional();
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
/** Longest number (characters) that is read: what cannot be one comes back as it was typed. */
export const longestNumber = 40;
/** A number as a person typed it. A text that is far too long for one comes back shortened. */
export const typedNumber = z.string().transform((text) => beginning(oneLine(text), longestNumber));
/** A page number, from 0. */
export const pageUpTo = (last: number) => wholeNumber.refine((page) => page >= 0 && page <= last);
/** The reason that `notRead` (index.ts) gives for an unreadable form; without one it says that the form is old. */
export const toldAs = (told: RefusalReason) => ({ params: { told } });

export const ideaInTeam = { team: teamId, idea: longId };

/** The input on a check-in for the number of one of its ideas. */
export const numberInputId = (idea: string): string => `number-${idea}`;
const numberInput = new RegExp(`^${numberInputId("([\\w-]{22})")}$`);

/** A press of a check-in: its shape, and the reader that gathers its inputs by idea. */
export const onCheckIn = { since: instant.exactOptional(), numbers: z.record(longId, typedNumber).exactOptional(), ...beside };
export const gatheringNumbers = <T>(press: z.ZodType<T>): z.ZodType<T> =>
  z.preprocess((sent) => {
    const found = Object.entries(sent as object).flatMap(([key, value]) => {
      const [, idea] = numberInput.exec(key) ?? [];
      return idea === undefined ? [] : [[idea, value]];
    });
    return found.length === 0 ? sent : { ...(sent as object), numbers: Object.fromEntries(found) };
  }, press);

/** The name of a coordinators' post: the moment and the nonce of the step that passed the idea on. */
export const passedId = z.string().regex(/^\d{13}\|[\w-]{1,22}$/);

/** The step that an *Undo* takes back. Older cards do not name it. */
export const stepToUndo = {
  step: z
    .string()
    .regex(/^step\|[\w-]{22}\|\d{13}\|[\w-]{1,22}$/)
    .exactOptional(),
};

/** The digest or the board whose button was pressed. */
const inPost = { digest: digestId.exactOptional(), board: boardId.exactOptional() };

export const ideaInPost = { team: teamId, idea: longId, ...inPost };

export { boardId, digestId, longId, longId as secret, round, teamId };
