import type { ActionArray, CardElementArray, IAdaptiveCard, IContainer } from "@microsoft/teams.cards";
import type { ZodType } from "zod";
import type { ActionOf, Verb } from "../../src/domain/action/index.ts";
import type { MessageOf, Say } from "../../src/domain/message/index.ts";
import type { Words } from "../../src/language/index.ts";

export type AdaptiveCard = IAdaptiveCard;
export type Element = CardElementArray[number];
export type Button = ActionArray[number];

/** A card of Teams' own about a file. The answer to it comes as an invoke of its own. */
export type FileCard = { readonly contentType: string; readonly contentUrl?: string; readonly name: string; readonly content: object };

/**
 * A message ready to send: a card, or plain text where a sentence is enough. `summary` is the line on a lock screen. `file`: it goes as a card of Teams' own, which
 * stands in a person's chat alone, and the text is for those who cannot see it.
 */
export type Rendered = { readonly card?: AdaptiveCard; readonly file?: FileCard; readonly text?: string; readonly summary: string };

/** A card file's renderers, by message. */
export type Renderers<S extends Say> = { readonly [K in S]: (message: MessageOf<K>, words: Words) => Rendered };

/** A card file's schemas for presses, by verb. */
export type Readers<V extends Verb> = { readonly [K in V]: ZodType<ActionOf<K>> };

/** A whole card. @param wide fills the width of a channel; in a chat Teams keeps every card narrow */
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
 * Largest message that Gnist sends, in bytes of UTF-16 (as Teams counts), the activity around the card included. Teams documents 100 KB for messages
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages) and 40 KB on the page on cards
 * (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format). Teams has refused messages of 70 KB, so 40 KB counts here.
 * Teams documents no limit for the answer to a press or for a dialog; Gnist applies this one.
 */
export const mostCardBytes = 40_000;
/** Longest JSON of a card, in UTF-16 units. The 1,000 units left are for the activity around it: ids, names of fields, the summary. */
const mostCharacters = mostCardBytes / 2 - 1_000;

/** Makes a card at each detail level, the richest first, until one is small enough to send; the last level is sent whatever its size. */
export const fitting = <Level>(levels: readonly [Level, ...Level[]], make: (level: Level) => AdaptiveCard): AdaptiveCard => {
  let made = make(levels[0]);
  for (const level of levels.slice(1)) {
    if (JSON.stringify(made).length <= mostCharacters) break;
    made = make(level);
  }
  return made;
};

export const box = (items: readonly (Element | undefined)[], look: Partial<Omit<IContainer, "type" | "items">> = {}): IContainer => ({
  type: "Container",
  items: items.filter((one) => one !== undefined),
  ...look,
});

/** A card for a dialog. Dialogs take only `Action.Submit`, so each button is replaced by its fallback. */
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
