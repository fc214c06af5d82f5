import type {
  ActionArray,
  CardElementArray,
  IActionSet,
  IAdaptiveCard,
  IChoiceSetInput,
  IContainer,
  IDateInput,
  IExecuteAction,
  IRichTextBlock,
  ISubmitAction,
  ITextBlock,
  ITextInput,
  ITextRun,
  ITimeInput,
  IToggleInput,
  IToggleVisibilityAction,
} from "@microsoft/teams.cards";
import type { ZodType } from "zod";
import { z } from "zod";
import type { ActionOf, Verb } from "../src/domain/action.ts";
import type { Choice, MessageOf, RefusalReason, Say } from "../src/domain/message.ts";
import { beginning, fits, halfWidth, normalise, oneLine } from "../src/domain/words.ts";
import type { Words } from "../src/language/index.ts";

export type AdaptiveCard = IAdaptiveCard;
export type Element = CardElementArray[number];
export type Button = ActionArray[number];

/** A message as people see it: a card, or a plain sentence where one is enough (to be sent as plain text); `summary` is the line on a lock screen. */
export type Rendered = { readonly card?: AdaptiveCard; readonly text?: string; readonly summary: string };

/** The messages that a card file shows, each with its drawing. */
export type Renderers<S extends Say> = { readonly [K in S]: (message: MessageOf<K>, words: Words) => Rendered };

/** How a card file reads back the buttons it shows, by verb. */
export type Readers<V extends Verb> = { readonly [K in V]: ZodType<ActionOf<K>> };

/** A whole card. A message in a channel may be as wide as the channel; one in a chat is as wide as a phone anyway. */
export const card = (body: readonly (Element | undefined)[], actions: readonly (Button | undefined)[] = [], wide = false): AdaptiveCard => {
  const bar = actions.filter((one) => one !== undefined);
  return {
    type: "AdaptiveCard",
    version: "1.5",
    body: body.filter((one) => one !== undefined),
    ...(bar.length > 0 ? { actions: bar } : {}),
    ...(wide ? { msteams: { width: "full" } } : {}),
  };
};

/**
 * The largest that is sent, with everything around the card, in bytes of UTF-16 as Teams counts. It allows 100 KB
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages), and 40 KB by the page on cards
 * (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format), which was its limit for years; people have been refused 70 KB.
 * For the answer to a press and for a dialog it names none: they keep the same.
 */
export const mostBytes = 40_000;
/** The rest is for what surrounds a card: ids, names of fields, the line on a lock screen. */
const mostCharacters = mostBytes / 2 - 1_000;

/** The first of several makings of a card, the richest first, that is small enough to send. */
export const fitting = <Level>(levels: readonly [Level, ...Level[]], make: (level: Level) => AdaptiveCard): AdaptiveCard => {
  let made = make(levels[0]);
  for (const level of levels.slice(1)) {
    if (JSON.stringify(made).length <= mostCharacters) break;
    made = make(level);
  }
  return made;
};

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

type Look = Omit<ITextRun, "type" | "text">;

/** One stretch of text within a line. */
export const run = (text: string, look: Look = {}): ITextRun => ({ type: "TextRun", text: harmless(text), ...look });

type Place = Pick<IRichTextBlock, "spacing" | "separator" | "id" | "isVisible" | "horizontalAlignment">;

/** A line of text, shown as it is and never as Markdown; it may hold what people wrote. */
export const line = (text: string | readonly (ITextRun | undefined)[], look: Look & Place = {}): IRichTextBlock => {
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
export const small = (text: string | readonly (ITextRun | undefined)[], place: Place = {}): IRichTextBlock =>
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

export const box = (items: readonly (Element | undefined)[], look: Partial<Omit<IContainer, "type" | "items">> = {}): IContainer => ({
  type: "Container",
  items: items.filter((one) => one !== undefined),
  ...look,
});

// Buttons

/** The data that a button sends of its own; what stands in the form comes with it. */
export type Sent = { [V in Verb]: { readonly verb: V } & Partial<Omit<ActionOf<V>, "verb">> }[Verb];

type ButtonLook = {
  readonly style?: "positive" | "destructive";
  /** Behind the three dots. */
  readonly mode?: "secondary";
  /** `none`: pressing it neither checks nor sends what stands in the form. */
  readonly inputs?: "none";
  /** Opens a dialog where the client takes the older form of the button. */
  readonly dialog?: boolean;
};

/**
 * A button that is answered in place (`Action.Execute`), with the older form (`Action.Submit`) for clients that lack it. Both send the same
 * data, the verb included: this is the only place that knows the two apart.
 */
export const button = (title: string, sent: Sent, { style, mode, inputs, dialog }: ButtonLook = {}): IExecuteAction => {
  const look = { ...(style ? { style } : {}), ...(mode ? { mode } : {}), ...(inputs ? { associatedInputs: inputs } : {}) };
  const fallback: ISubmitAction = {
    type: "Action.Submit",
    title,
    data: { ...sent, ...(dialog ? { msteams: { type: "task/fetch" } } : {}) },
    ...look,
  };
  return { type: "Action.Execute", title, verb: sent.verb, data: { ...sent }, ...look, fallback };
};

/** Shows what is hidden and hides what is shown, without asking anybody. */
export const toggle = (title: string, targetElements: string[]): IToggleVisibilityAction => ({
  type: "Action.ToggleVisibility",
  title,
  targetElements,
});

export const buttons = (all: readonly (Button | undefined)[], look: Partial<Omit<IActionSet, "type" | "actions">> = {}): IActionSet => ({
  type: "ActionSet",
  actions: all.filter((one) => one !== undefined),
  ...look,
});

/** Buttons two by two: a phone shows no more in a row without cutting their titles. */
export const rowsOf = (all: readonly (Button | undefined)[], perRow = 2): IActionSet[] => {
  const shown = all.filter((one) => one !== undefined);
  return Array.from({ length: Math.ceil(shown.length / perRow) }, (_, row) =>
    buttons(shown.slice(row * perRow, (row + 1) * perRow), { spacing: row === 0 ? "Medium" : "Small" }),
  );
};

/** A card for a dialog, where Teams takes only the older form of a button. */
export const inDialog = (shown: AdaptiveCard): AdaptiveCard => {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn);
    if (typeof value !== "object" || value === null) return value;
    const { fallback, ...rest } = value as { readonly type?: unknown; readonly fallback?: unknown };
    if (rest.type !== "Action.Execute") return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, turn(inner)]));
    if (typeof fallback !== "object" || fallback === null || !("data" in fallback)) return value;
    const { msteams: _dialog, ...data } = fallback.data as Record<string, unknown>;
    return { ...fallback, data };
  };
  return turn(shown) as AdaptiveCard;
};

// Inputs: every one has a label, every required one says what is missing

type Required = { readonly missing?: string };
const required = (missing: string | undefined) => (missing === undefined ? {} : { isRequired: true, errorMessage: missing });

export const textInput = (
  id: string,
  label: string,
  look: Required & {
    readonly value?: string | undefined;
    readonly longest: number;
    readonly hint?: string;
    readonly oneLine?: boolean;
  },
): ITextInput => ({
  type: "Input.Text",
  id,
  label,
  isMultiline: !look.oneLine,
  maxLength: look.longest,
  ...(look.hint ? { placeholder: look.hint } : {}),
  ...(look.value ? { value: look.value } : {}),
  ...required(look.missing),
});

export const dateInput = (id: string, label: string, value: string, missing?: string): IDateInput => ({
  type: "Input.Date",
  id,
  label,
  ...(value ? { value } : {}),
  ...required(missing),
});

export const timeInput = (id: string, label: string, value: string, missing: string): ITimeInput => ({
  type: "Input.Time",
  id,
  label,
  value,
  ...required(missing),
});

export const toggleInput = (id: string, title: string, on: boolean): IToggleInput => ({
  type: "Input.Toggle",
  id,
  title,
  value: String(on),
  wrap: true,
});

/**
 * Where Teams' people picker searches: everybody at work, which it does in a chat with the bot and in a dialog, or whoever is in the channel that the card
 * stands in. In a chat with the bot there is nobody else. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
 */
export type People = "organisation" | "channel";
const datasets: Record<People, string> = {
  organisation: "graph.microsoft.com/users",
  channel: "graph.microsoft.com/users?scope=currentContext",
};

export const choiceInput = (
  id: string,
  label: string,
  choices: readonly Choice[],
  look: Required & {
    readonly value?: string | undefined;
    readonly hint?: string;
    readonly expanded?: boolean;
    readonly several?: boolean;
    /** Teams' own people picker searches beside these choices, where the client has it; it sends the Entra id. */
    readonly people?: People;
  } = {},
): IChoiceSetInput => ({
  type: "Input.ChoiceSet",
  id,
  label,
  style: look.expanded ? "expanded" : "compact",
  choices: choices.map((choice) => ({ title: harmless(choice.name), value: choice.id })),
  wrap: true,
  ...(look.several ? { isMultiSelect: true } : {}),
  ...(look.people ? { "choices.data": { type: "Data.Query", dataset: datasets[look.people] } } : {}),
  ...(look.hint ? { placeholder: look.hint } : {}),
  ...(look.value ? { value: look.value } : {}),
  ...required(look.missing),
});

// Reading back

/** Mark-up of a mention or a quotation that came along with a copied text; a form has none of its own. */
const leftOver = /<\/?(?:at|quoted)(?:\s[^<>]*|\/)?>/gi;

/** Nothing at all arrives with an input that was left empty. */
const typed = z.string().default("");
const atMost = (words: typeof normalise, longest: number, told: number) =>
  typed.transform((text) => words(text.replace(leftOver, ""))).refine((text) => fits(text, longest), { params: { told } });

/**
 * A text that people typed, in characters as they see them.
 * @param told the length that they are told of a longer text (`notRead` in index.ts), where another is read than may be sent
 */
export const aText = (longest: number, told = longest) => atMost(normalise, longest, told);
/** A title: one line. */
export const aLine = (longest: number) => atMost(oneLine, longest, longest);
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
/** Why a form is not read, for `notRead` in index.ts: without it, the form is an old one. */
export const toldAs = (told: RefusalReason) => ({ params: { told } });
/** Ids, by the shapes that stand beside their making. */
export {
  digestIdShape as digestId,
  longIdShape as longId,
  longIdShape as secret,
  roundIdShape as round,
  teamIdShape as teamId,
} from "../src/domain/ids.ts";
