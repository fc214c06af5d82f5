import type { IActionSet, IExecuteAction, IOpenUrlAction, ISubmitAction, IToggleVisibilityAction } from "@microsoft/teams.cards";
import type { ActionOf, Verb } from "../../src/domain/action/index.ts";
import { isInBoth } from "../../src/language/both.ts";
import type { AdaptiveCard, Button } from "./card.ts";
import { harmless } from "./text.ts";

/** The data that a button carries; Teams adds the form's inputs to it. */
export type Sent = { [V in Verb]: { readonly verb: V } & Partial<Omit<ActionOf<V>, "verb">> }[Verb];

type ButtonLook = {
  readonly style?: "positive" | "destructive";
  /** Shows the button behind the three dots. */
  readonly mode?: "secondary";
  /** `none`: Teams neither validates nor sends the form's inputs. */
  readonly inputs?: "none";
  /** Opens a dialog where the client takes the older form of the button. */
  readonly dialog?: boolean;
  /** Is read aloud with the title, where several buttons of a card share one. */
  readonly tooltip?: string;
};

/**
 * A button whose answer replaces the card (`Action.Execute`), with `Action.Submit` as the fallback of older clients. Both send equal data, the verb
 * included, so that readers need not know which of the two was pressed.
 */
export const button = (title: string, sent: Sent, { style, mode, inputs, dialog, tooltip }: ButtonLook = {}): IExecuteAction => {
  const look = {
    ...(style ? { style } : {}),
    ...(mode ? { mode } : {}),
    ...(inputs ? { associatedInputs: inputs } : {}),
    ...(tooltip ? { tooltip: harmless(tooltip) } : {}),
  };
  const fallback: ISubmitAction = {
    type: "Action.Submit",
    title,
    data: { ...sent, ...(dialog ? { msteams: { type: "task/fetch" } } : {}) },
    ...look,
  };
  return { type: "Action.Execute", title, verb: sent.verb, data: { ...sent }, ...look, fallback };
};

/** Opens a page of the web. Only for an address that an admin has set: nothing that people write becomes a link. */
export const link = (title: string, url: string): IOpenUrlAction => ({ type: "Action.OpenUrl", title, url });

/** Shows hidden elements and hides shown ones, in the client and without a request. */
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

const isInTwoLanguages = ({ title = "" }: Button): boolean => isInBoth(title);

type RowsLook = {
  readonly perRow?: 1 | 2;
  /** The space above the first row. */
  readonly spacing?: "Small" | "Medium";
};

/**
 * Buttons in rows of two, and titles in two languages in rows of their own: a phone cuts what is longer. Buttons behind the three dots stand in the last row.
 */
export const rowsOf = (all: readonly (Button | undefined)[], { perRow: wanted = 2, spacing = "Medium" }: RowsLook = {}): IActionSet[] => {
  const shown = all.filter((one) => one !== undefined);
  const isBehindDots = (one: Button) => "mode" in one && one.mode === "secondary";
  const [open, behind] = [shown.filter((one) => !isBehindDots(one)), shown.filter(isBehindDots)];
  const perRow = open.some(isInTwoLanguages) ? 1 : wanted;
  const rows = Math.ceil(open.length / perRow);
  return Array.from({ length: rows }, (_, row) =>
    buttons([...open.slice(row * perRow, (row + 1) * perRow), ...(row === rows - 1 ? behind : [])], {
      spacing: row === 0 ? spacing : "Small",
    }),
  );
};

/** The card with its bar as rows of its body. A phone cuts titles in two languages that stand in a bar. */
export const withoutBar = ({ actions = [], ...card }: AdaptiveCard): AdaptiveCard => ({
  ...card,
  body: [...card.body, ...rowsOf(actions)],
});
