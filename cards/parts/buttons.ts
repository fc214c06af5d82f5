import type { IActionSet, IExecuteAction, ISubmitAction, IToggleVisibilityAction } from "@microsoft/teams.cards";
import type { ActionOf, Verb } from "../../src/domain/action/index.ts";
import type { Button } from "./card.ts";

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
