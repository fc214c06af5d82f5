import type { IChoiceSetInput, IDateInput, ITextInput, ITimeInput, IToggleInput } from "@microsoft/teams.cards";
import type { Choice } from "../../src/domain/idea/view.ts";
import { weekdays } from "../../src/domain/people/own-times.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "./card.ts";
import { capital, harmless } from "./text.ts";

// Teams reads labels aloud, and shows `errorMessage` where a required input is empty: each input here has them.

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
 * Scope of Teams' people picker: the whole organisation (in a chat with the bot and in a dialog), or the members of the channel that holds the card.
 * `channel` would find nobody in a chat with the bot. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
 */
export type PickerScope = "organisation" | "channel";
const datasets: Record<PickerScope, string> = {
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
    readonly isMulti?: boolean;
    /** The client lets people search in the choices, if it can. */
    readonly filtered?: boolean;
    /** Adds Teams' people picker to the choices, in clients that have it; the picker sends Entra ids. */
    readonly people?: PickerScope;
  } = {},
): IChoiceSetInput => ({
  type: "Input.ChoiceSet",
  id,
  label,
  style: look.expanded ? "expanded" : look.filtered ? "filtered" : "compact",
  choices: choices.map((choice) => ({ title: harmless(choice.name), value: choice.id })),
  wrap: true,
  ...(look.isMulti ? { isMultiSelect: true } : {}),
  ...(look.people ? { "choices.data": { type: "Data.Query", dataset: datasets[look.people] } } : {}),
  ...(look.hint ? { placeholder: look.hint } : {}),
  ...(look.value ? { value: look.value } : {}),
  ...required(look.missing),
});

/** A choice between on and off, each in words of its own: what is usual stands first. */
export const onOffInput = (id: string, label: string, nameOf: (isOn: boolean) => string, usual: boolean, value = usual): IChoiceSetInput =>
  choiceInput(
    id,
    label,
    [usual, !usual].map((isOn) => ({ id: String(isOn), name: nameOf(isOn) })),
    { value: String(value) },
  );

/** The days of the week as choices, by their numbers. */
export const dayChoices = (words: Words): Choice[] => weekdays.map((day) => ({ id: String(day), name: capital(words.format.nameOf(day)) }));

/** Inputs side by side, such as a day and its time. */
export const sideBySide = (...inputs: readonly Element[]): Element => ({
  type: "ColumnSet",
  columns: inputs.map((input) => ({ type: "Column", width: "stretch", verticalContentAlignment: "Bottom", items: [input] })),
});
