import type { IContainer, IRichTextBlock, ITextBlock, ITextRun } from "@microsoft/teams.cards";
import type { RefusalReason } from "../../src/domain/message/refusal.ts";
import { atBeginning } from "../../src/language/both.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "./card.ts";

const hidden = "\u200B";

/**
 * Escapes text that people wrote. It drops control and bidirectional override characters, and puts a zero-width space into each beginning of a mention,
 * template expression, date function or link, so that no client interprets it. See tests/cards/hostile.test.ts.
 */
export const harmless = (text: string): string => (suspect.test(text) ? disarmed(text) : text);

/** Fast check: a card has dozens of texts, and few of them need escaping. */
const suspect = /[\p{Cc}\u202A-\u202E\u2066-\u2069]|<\/?at\b|\$\{|\{\{|\]\(|:\/\//iu;

const disarmed = (text: string): string =>
  text
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (found) => (found === "\n" || found === "\t" ? found : ""))
    .replace(/<(?=\/?at\b)/gi, `<${hidden}`)
    .replace(/\$(?=\{)/g, `$${hidden}`)
    .replace(/\{(?=\{)/g, `{${hidden}`)
    .replace(/\](?=\()/g, `]${hidden}`)
    .replace(/:(?=\/\/)/g, `:${hidden}`);

type TextLook = Omit<ITextRun, "type" | "text">;

/** A run of text with one look, within a line. */
export const run = (text: string, look: TextLook = {}): ITextRun => ({ type: "TextRun", text: harmless(text), ...look });

type Layout = Pick<IRichTextBlock, "spacing" | "separator" | "id" | "isVisible" | "horizontalAlignment">;

/** A line of text that Teams never reads as Markdown, so that it may hold words of people. */
export const line = (text: string | readonly (ITextRun | undefined)[], look: TextLook & Layout = {}): IRichTextBlock => {
  const { spacing, separator, id, isVisible, horizontalAlignment, ...rest } = look;
  return {
    type: "RichTextBlock",
    inlines: typeof text === "string" ? [run(text, rest)] : text.filter((one) => one !== undefined),
    ...(spacing ? { spacing } : {}),
    ...(separator ? { separator } : {}),
    ...(id ? { id } : {}),
    ...(isVisible === undefined ? {} : { isVisible }),
    ...(horizontalAlignment ? { horizontalAlignment } : {}),
  };
};

/** An address of ours, unlike texts of people without any sign that nobody sees: somebody copies it. */
export const ownAddress = (address: string): IRichTextBlock => ({
  type: "RichTextBlock",
  inlines: [{ type: "TextRun", text: address, weight: "Bolder" }],
});

/** Capitalises a phrase of ours that begins a line. */
export const capital = (text: string): string => atBeginning(text, (one) => one.charAt(0).toUpperCase() + one.slice(1));

/** A time of day, `HH:mm`, as a language writes it. A text that is none stays as it is. */
export const clockTime = (time: string, words: Words): string => {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  return hour === undefined ? time : words.format.time(Date.UTC(2024, 0, 1, Number(hour), Number(minute)), "UTC");
};

/** A quiet line: small and subtle. */
export const small = (text: string | readonly (ITextRun | undefined)[], place: Layout = {}): IRichTextBlock =>
  typeof text === "string" ? line(text, { size: "Small", isSubtle: true, ...place }) : line(text, place);

/** A heading in our own words. Teams reads this element as Markdown, so it must never hold words of people. */
export const heading = (text: string, look: Partial<Omit<ITextBlock, "type" | "text">> = {}): ITextBlock => ({
  type: "TextBlock",
  text,
  wrap: true,
  size: "Large",
  weight: "Bolder",
  style: "heading",
  ...look,
});

export const subheading = (text: string, look: Partial<Omit<ITextBlock, "type" | "text">> = {}): ITextBlock =>
  heading(text, { size: "Medium", spacing: "Large", ...look });

/** The problem with a form, shown above it. */
export const problemLine = (text: string | undefined): IContainer | undefined =>
  text === undefined
    ? undefined
    : { type: "Container", style: "attention", spacing: "Small", items: [line(text, { weight: "Bolder", color: "Attention" })] };

export const goodLine = (text: string): IContainer => ({
  type: "Container",
  style: "good",
  spacing: "Small",
  items: [line(text, { weight: "Bolder", color: "Good" })],
});

/** "First question: Thursday 26 November at 13:00", with the answer in bold. */
export const fact = (what: string, answer: string): Element =>
  line([run(`${what}: `, { isSubtle: true }), run(answer, { weight: "Bolder" })], { spacing: "Small" });

export const refusalLine = (problem: RefusalReason | undefined, words: Words) => problemLine(problem && words.refusals[problem]());
