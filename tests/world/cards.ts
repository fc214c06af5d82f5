/** Reads Adaptive Cards as a person does: visible text, buttons, inputs. */

export type Plain = { readonly [key: string]: unknown };
export type Card = Plain;

/** A form as it is filled in, by the labels of its inputs: text, a number, yes or no, or the titles of choices. */
export type Filled = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export type Button = {
  readonly title: string;
  /** `Action.Execute`, `Action.Submit`, … */
  readonly type: string;
  readonly verb?: string;
  /** Shown behind the three dots. */
  readonly overflow: boolean;
  readonly hidden: boolean;
  readonly action: Plain;
  /** The cards around it, outermost first; more than one inside a ShowCard. A press sends the inputs of all of them. */
  readonly cards: readonly Card[];
  /** Its ancestors, outermost first. */
  readonly around: readonly Plain[];
};

export type Field = {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly value?: string;
  readonly required: boolean;
  readonly error?: string;
  readonly hidden: boolean;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly input: Plain;
};

export const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);
const plains = (value: unknown): readonly Plain[] => (Array.isArray(value) ? value.filter(isPlain) : []);
const text = (value: unknown): string => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "");

/** Keys under which elements hold other elements. */
const rooms = ["body", "items", "columns", "rows", "cells", "images", "pages"] as const;
export const childrenOf = (element: Plain): readonly Plain[] => rooms.flatMap((room) => plains(element[room]));

type Seen = { readonly element: Plain; readonly hidden: boolean; readonly cards: readonly Card[]; readonly around: readonly Plain[] };

/** Every element of a card with whether it is hidden; what ShowCards hold comes with their own card. */
const walk = (element: Plain, cards: readonly Card[], hidden = false, outside: readonly Plain[] = []): readonly Seen[] => {
  const gone = hidden || element.isVisible === false;
  const around = [...outside, element];
  return [{ element, hidden: gone, cards, around }, ...childrenOf(element).flatMap((child) => walk(child, cards, gone, around))];
};

const seenIn = (card: Card): readonly Seen[] => walk(card, [card]);

export const wordsOfElement = (element: Plain): readonly string[] => {
  switch (element.type) {
    case "TextBlock":
    case "TextRun":
    case "Badge":
      return [text(element.text)];
    case "RichTextBlock":
      return [(Array.isArray(element.inlines) ? element.inlines : []).map((run) => (isPlain(run) ? text(run.text) : text(run))).join("")];
    case "FactSet":
      return plains(element.facts).map((fact) => `${text(fact.title)} ${text(fact.value)}`);
    case "CompoundButton":
      return [text(element.title), text(element.description)];
    case "CodeBlock":
      return [text(element.codeSnippet)];
    case "Rating":
      return [text(element.value)];
    default:
      return isInput(element) ? wordsOfInput(element) : [];
  }
};

export const isInput = (element: Plain): boolean => text(element.type).startsWith("Input.");

const wordsOfInput = (input: Plain): readonly string[] => {
  const chosen = text(input.value).split(",");
  const spread = input.style === "expanded" || input.isMultiSelect === true;
  const choices = plains(input.choices).filter((choice) => spread || chosen.includes(text(choice.value)));
  const value = input.type === "Input.Toggle" || input.type === "Input.ChoiceSet" ? "" : text(input.value);
  return [
    text(input.label),
    text(input.title),
    value,
    ...choices.map((choice) => text(choice.title)),
    value ? "" : text(input.placeholder),
  ];
};

/** All text that is visible without a press, a line per element; `buttonsOf` has the buttons' titles. */
export const textOf = (card: Card): string =>
  seenIn(card)
    .filter((seen) => !seen.hidden)
    .flatMap((seen) => wordsOfElement(seen.element))
    .filter((line) => line.trim() !== "")
    .join("\n");

const asButton = (action: Plain, seen: Omit<Seen, "element">): Button => ({
  title: text(action.title),
  type: text(action.type),
  ...(typeof action.verb === "string" ? { verb: action.verb } : {}),
  overflow: action.mode === "secondary",
  hidden: seen.hidden,
  action,
  cards: seen.cards,
  around: seen.around,
});

/** Actions of an element itself, those in its menus included. */
export const actionsOf = (element: Plain): readonly Plain[] =>
  [...plains(element.actions), ...[element.selectAction].filter(isPlain)].flatMap((action) => [action, ...plains(action.menuActions)]);

/** Every button of a card: bars, rows of actions, menus, pressable areas, and those inside ShowCards. */
export const buttonsOf = (card: Card): readonly Button[] => {
  const within = (cards: readonly Card[], root: Card, hidden: boolean): readonly Button[] =>
    walk(root, cards, hidden).flatMap((seen) => {
      return actionsOf(seen.element).flatMap((action) => {
        const gone = seen.hidden || action.isVisible === false;
        const shown = action.type === "Action.ShowCard" && isPlain(action.card) ? within([...cards, action.card], action.card, gone) : [];
        return [asButton(action, { hidden: gone, cards, around: seen.around }), ...shown];
      });
    });
  return within([card], card, false);
};

export const fieldOf = (input: Plain, hidden: boolean): Field => ({
  id: text(input.id),
  label: text(input.label) || text(input.title) || text(input.id),
  type: text(input.type),
  ...(input.value === undefined ? {} : { value: text(input.value) }),
  required: input.isRequired === true,
  ...(typeof input.errorMessage === "string" ? { error: input.errorMessage } : {}),
  hidden,
  choices: plains(input.choices).map((choice) => ({ title: text(choice.title), value: text(choice.value) })),
  input,
});

/** The inputs of a card, those inside its ShowCards left out. */
export const inputsOf = (card: Card): readonly Field[] =>
  seenIn(card)
    .filter(({ element }) => isInput(element))
    .map(({ element, hidden }) => fieldOf(element, hidden));

/** A card after a press of an `Action.ToggleVisibility`. */
export const toggled = (card: Card, action: Plain): Card => {
  const targets = new Map<string, boolean | undefined>();
  for (const target of Array.isArray(action.targetElements) ? action.targetElements : []) {
    if (typeof target === "string") targets.set(target, undefined);
    else if (isPlain(target)) targets.set(text(target.elementId), typeof target.isVisible === "boolean" ? target.isVisible : undefined);
  }
  const flip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(flip);
    if (!isPlain(value)) return value;
    const copy: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) copy[key] = key === "data" ? inner : flip(inner);
    const id = text(value.id);
    if (id && targets.has(id)) copy.isVisible = targets.get(id) ?? value.isVisible === false;
    return copy;
  };
  return flip(card) as Card;
};

/** Teams' people picker: finds an Entra id by a name. */
export type FindPerson = (name: string) => string | undefined;

const chosenValue = (field: Field, title: string, findPerson: FindPerson): string => {
  const isCut = (shown: string) => shown.endsWith("…") && title.startsWith(shown.slice(0, -1).trimEnd());
  const choice =
    field.choices.find((each) => each.title === title) ??
    field.choices.find((each) => each.value === title) ??
    field.choices.find((each) => isCut(each.title));
  if (choice) return choice.value;
  const picked = isPlain(field.input["choices.data"]) ? findPerson(title) : undefined;
  if (picked) return picked;
  throw new Error(`"${field.label}" has no choice "${title}". It has: ${field.choices.map((each) => each.title).join(" · ") || "none"}`);
};

const filledValue = (field: Field, given: Filled[string], findPerson: FindPerson): string => {
  if (field.type === "Input.Toggle") {
    const on = given === true || given === "true";
    return on ? text(field.input.valueOn) || "true" : text(field.input.valueOff) || "false";
  }
  if (field.type === "Input.ChoiceSet") {
    const titles = Array.isArray(given) ? given : [String(given)];
    return titles
      .filter((title) => title !== "")
      .map((title: string) => chosenValue(field, title, findPerson))
      .join(",");
  }
  return String(given);
};

const startValue = (field: Field): string => {
  if (field.type === "Input.Toggle") return field.value ?? (text(field.input.valueOff) || "false");
  return field.value ?? "";
};

/** The input's error message if the client would refuse to send the value. */
const refusalOf = (field: Field, value: string): string | undefined => {
  const said = field.error ?? `"${field.label}" is not filled in`;
  if (value === "") return field.required ? said : undefined;
  if (field.type === "Input.Toggle") return field.required && value !== (text(field.input.valueOn) || "true") ? said : undefined;
  if (field.type === "Input.Number") {
    const number = Number(value);
    const { min, max } = field.input;
    return Number.isNaN(number) || (typeof min === "number" && number < min) || (typeof max === "number" && number > max)
      ? said
      : undefined;
  }
  if (field.type === "Input.Date" || field.type === "Input.Time") {
    const { min, max } = field.input;
    return (typeof min === "string" && value < min) || (typeof max === "string" && value > max) ? said : undefined;
  }
  const { regex } = field.input;
  return typeof regex === "string" && !new RegExp(regex).test(value) ? said : undefined;
};

type Form = { readonly values: Readonly<Record<string, string>>; readonly refused: readonly string[] };

/**
 * A button's data from the form it stands in, as Microsoft's renderer sends it: the inputs of its card and of the cards around it, hidden ones too;
 * an empty input is left out; texts are cut at `maxLength` while they are typed.
 */
export const gather = (button: Button, filled: Filled, findPerson: FindPerson): Form => {
  const fields = new Map<string, Field>();
  for (const card of button.cards) for (const field of inputsOf(card)) if (!fields.has(field.id)) fields.set(field.id, field);
  const values = new Map([...fields.values()].map((field) => [field.id, startValue(field)]));
  for (const [name, given] of Object.entries(filled)) {
    const same = [...fields.values()].filter((field) => field.label === name);
    const field = same.find((each) => !each.hidden) ?? same[0];
    if (!field)
      throw new Error(
        `There is no input "${name}" beside "${button.title}". There is: ${[...fields.values()].map((each) => each.label).join(" · ") || "none"}`,
      );
    if (field.hidden) throw new Error(`The input "${name}" is hidden: press what shows it first.`);
    const value = filledValue(field, given, findPerson);
    const longest = field.input.maxLength;
    values.set(field.id, typeof longest === "number" ? value.slice(0, longest) : value);
  }
  if (button.action.associatedInputs === "none") return { values: {}, refused: [] };
  const refused = [...fields.values()].flatMap((field) => refusalOf(field, values.get(field.id) ?? "") ?? []);
  return { values: Object.fromEntries([...values].filter(([, value]) => value !== "")), refused };
};
