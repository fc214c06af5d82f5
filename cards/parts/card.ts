import type { ActionArray, CardElementArray, IAdaptiveCard, IContainer } from "@microsoft/teams.cards";
import type { ZodType } from "zod";
import type { ActionOf, Verb } from "../../src/domain/action/index.ts";
import type { MessageOf, Say } from "../../src/domain/message/index.ts";
import type { Words } from "../../src/language/index.ts";

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
export const mostCardBytes = 40_000;
/** The rest is for what surrounds a card: ids, names of fields, the line on a lock screen. */
const mostCharacters = mostCardBytes / 2 - 1_000;

/** The first of several makings of a card, the richest first, that is small enough to send. */
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
