import type { IContainer, IRichTextBlock, ITextBlock, ITextRun } from "@microsoft/teams.cards";
import type { RefusalReason } from "../../src/domain/message/refusal.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "./card.ts";

// Text

const hidden = "\u200B";

/**
 * Makes harmless what a person wrote: characters that turn text around go, and whatever a client could take for a mention, a template expression,
 * a date function or a link is broken by a character that nobody sees. See tests/cards/hostile.test.ts.
 */
export const harmless = (text: string): string => (suspect.test(text) ? disarmed(text) : text);

/** Whether there is anything to break: most texts have nothing, and there are dozens in a card. */
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

/** One stretch of text within a line. */
export const run = (text: string, look: TextLook = {}): ITextRun => ({ type: "TextRun", text: harmless(text), ...look });

type Layout = Pick<IRichTextBlock, "spacing" | "separator" | "id" | "isVisible" | "horizontalAlignment">;

/** A line of text, shown as it is and never as Markdown; it may hold what people wrote. */
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

/** For a phrase of ours that begins a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A quiet line: small and subtle. */
export const small = (text: string | readonly (ITextRun | undefined)[], place: Layout = {}): IRichTextBlock =>
  typeof text === "string" ? line(text, { size: "Small", isSubtle: true, ...place }) : line(text, place);

/** Our own words in large, never what people wrote: this is the one Markdown element. */
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

/** A fault of the form, visible above it. */
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

/** "First question: Thursday 26 November at 13:00", the answer standing out. */
export const fact = (what: string, answer: string): Element =>
  line([run(`${what}: `, { isSubtle: true }), run(answer, { weight: "Bolder" })], { spacing: "Small" });

export const refusalLine = (problem: RefusalReason | undefined, words: Words) => problemLine(problem && words.refusals[problem]());
