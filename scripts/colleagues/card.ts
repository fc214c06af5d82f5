/** Reads a card for the demo's colleagues: its words, buttons and input values. */
import { en } from "../../src/language/en/index.ts";

export type Plain = { readonly [key: string]: unknown };
export type Button = { readonly verb: string; readonly action: Plain; readonly around: readonly Plain[] };

export const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** Keys that are not walked: a fallback repeats its button, and the others hold no elements. */
const closed = new Set(["data", "fallback", "inlines"]);

/** Every element and action in a card, each with its ancestors, outermost first. */
const walk = (value: unknown, around: readonly Plain[] = []): readonly { readonly element: Plain; readonly around: readonly Plain[] }[] => {
  if (Array.isArray(value)) return value.flatMap((one) => walk(one, around));
  if (!isPlain(value)) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) => (closed.has(key) ? [] : walk(inner, [...around, value])));
  return [{ element: value, around }, ...inside];
};

const wordsOf = (part: unknown): string =>
  typeof part === "string" ? part : isPlain(part) && typeof part.text === "string" ? part.text : "";

/** The text of an element and its descendants, a line for each. */
export const textOf = (card: Plain): string =>
  walk(card)
    .map(({ element }) => (Array.isArray(element.inlines) ? element.inlines.map(wordsOf).join("") : wordsOf(element)))
    .filter((line) => line !== "")
    .join("\n");

export const buttonsOf = (card: Plain): readonly Button[] =>
  walk(card).flatMap(({ element: action, around }) =>
    action.type === "Action.Execute" && typeof action.verb === "string" ? [{ verb: action.verb, action, around }] : [],
  );

/** The button with this verb; not one of those that choose a ready test, for the colleagues write their own. */
export const buttonOf = (card: Plain, wanted: string): Button | undefined =>
  buttonsOf(card).find(({ verb, action }) => verb === wanted && dataOf(action).ready === undefined);

/** Whether a card has an input with this id. */
export const asksFor = (card: Plain, input: string): boolean => walk(card).some(({ element }) => isInput(element) && element.id === input);

export const dataOf = ({ data }: Plain): Plain => (isPlain(data) ? data : {});

/** Initial values of a card's inputs, without the empty ones. */
export const startValues = (card: Plain): Record<string, unknown> =>
  Object.fromEntries(
    walk(card).flatMap(({ element }) => (isInput(element) && (element.value ?? "") !== "" ? [[String(element.id), element.value]] : [])),
  );

const isInput = ({ type }: Plain) => typeof type === "string" && type.startsWith("Input.");

/** An open idea on a card: number, title, the buttons of its box; `isFree`: it has no owner, and nobody has been asked to own it. */
export type ShownIdea = { readonly number: string; readonly title: string; readonly buttons: readonly Button[]; readonly isFree: boolean };

/** A digest's headings of open ideas, and the one below them. */
const open: readonly string[] = [en.digest.quick, en.digest.top, en.digest.open];
const isBelow = (line: string) => line.startsWith(en.digest.passed);
/** The suffix of a title in a list. */
const voices = / · \d+ voices?$/;

/** @param names of everybody who may own an idea: an owner's line begins with the name */
export const ideasOn = (card: Plain, names: readonly string[]): readonly ShownIdea[] => {
  const lines = textOf(card).split("\n");
  const start = lines.findIndex((line) => open.some((title) => line.startsWith(title)));
  const below = lines.findIndex(isBelow);
  const listed = start < 0 ? [] : lines.slice(start, below < start ? undefined : below);
  return listed
    .join("\n")
    .split(/^(?=#\d)/m)
    .flatMap((part) => {
      const [, number = "", written = ""] = /^#(\d+)\s+(.+)$/m.exec(part) ?? [];
      if (number === "") return [];
      const isAbout = (box: Plain) => box.type === "Container" && new RegExp(`^#${number}\\s`, "m").test(textOf(box));
      const isTaken = part.split("\n").some((line) => line.startsWith(en.somebodyAsked) || names.some((name) => line.startsWith(name)));
      const buttons = buttonsOf(card).filter(({ around }) => around.some(isAbout));
      return [{ number, title: written.replace(voices, ""), buttons, isFree: !isTaken }];
    });
};
