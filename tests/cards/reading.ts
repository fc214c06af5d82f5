import type { Rendered } from "../../cards/index.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { actionsOf, childrenOf, type Field, fieldOf, isInput, isPlain, type Plain, wordsOfElement } from "../world/cards.ts";

/** Explains the signs of the text files to translators. */
export const legend = `Every card and every answer of Gnist in one language, as people read it from top to bottom.
The names are those of en.txt, in its order, so that the two can be read side by side.
The tests write this file. To change a sentence, change it in src/language and accept the new file: see CONTRIBUTING.md.

  ---- name           a card, or an answer of one sentence, begins
  Lock screen: …      the line that sums a card up outside it
  == Heading ==
  [Send]  ⋯ [Pause]   buttons; those after ⋯ are behind the three dots
  ▸ …                 hidden until somebody presses the button that shows it
  ‹…›                 comes from people or the organisation: nothing to translate
  *                   must be filled in
      ✎ …             what stands in a field; in (…) an example that goes when somebody writes
      ○ … ● …         choices; ● is the chosen one
      ☐ … ☑ …         a tick box
      ⚠ …             said when a field is not filled in as it must be
`;

/** More choices than this are people, ideas or time zones: a few of them show how they look. */
const mostChoices = 8;

const choicesOf = ({ choices, value = "" }: Field): string => {
  const chosen = value.split(",");
  const shown = choices.map((choice) => `${chosen.includes(choice.value) ? "●" : "○"} ${choice.title}`);
  if (shown.length <= mostChoices) return shown.join("  ");
  const few = shown.filter((one, at) => at < 3 || one.startsWith("●"));
  return `${few.slice(0, mostChoices).join("  ")}  … ${shown.length} in all`;
};

const linesOfInput = (input: Plain): readonly string[] => {
  const field = fieldOf(input, false);
  const { label, type, value, required, error, choices } = field;
  if (type === "Input.Toggle") return [`${value === "true" ? "☑" : "☐"} ${label}`];
  const standing = choices.length === 0 ? value : "";
  const inside = value ? standing : input.placeholder ? `(${String(input.placeholder)})` : "";
  return [
    `${label}${required ? " *" : ""}`,
    ...(inside ? [`    ✎ ${inside}`] : []),
    ...(choices.length === 0 ? [] : [`    ${choicesOf(field)}`]),
    ...(error === undefined ? [] : [`    ⚠ ${error}`]),
  ];
};

const barOf = (actions: readonly Plain[]): readonly string[] => {
  const named = (mode: "primary" | "secondary") =>
    actions.filter((action) => (action.mode ?? "primary") === mode).map(({ title }) => `[${String(title)}]`);
  const behind = named("secondary");
  return actions.length === 0 ? [] : [[...named("primary"), ...(behind.length === 0 ? [] : [" ⋯", ...behind])].join(" ")];
};

const isSpaced = ({ spacing, separator }: Plain): boolean => separator === true || spacing === "Medium" || spacing === "Large";

/** A number over its word reads as one line; columns of one line each stand side by side. */
const linesOfColumns = (columns: readonly Plain[]): readonly string[] => {
  const each = columns.map((column) => {
    const lines = linesOf(column);
    return /^[<≥\d\s,./]+$/u.test(lines[0] ?? "") ? [lines.join(" ")] : lines;
  });
  return each.every(({ length }) => length === 1) ? [each.flat().join("   |   ")] : each.flat();
};

const linesOfShown = (element: Plain): readonly string[] => {
  if (isInput(element)) return linesOfInput(element);
  if (element.type === "ColumnSet") return linesOfColumns(childrenOf(element));
  const words = wordsOfElement(element).flatMap((text) => text.split("\n"));
  return [
    ...(element.style === "heading" ? words.map((text) => `== ${text} ==`) : words),
    ...childrenOf(element).flatMap(linesOf),
    ...barOf(actionsOf(element)),
  ];
};

const linesOf = (element: Plain): readonly string[] => {
  const lines = linesOfShown(element);
  const shown = element.isVisible === false ? lines.map((line) => (line === "" ? line : `▸ ${line}`)) : lines;
  return isSpaced(element) ? ["", ...shown] : shown;
};

/** All strings of a message but its ids and kinds, which are single words in lower case or are never shown. */
const given = (value: unknown): readonly string[] => {
  if (typeof value === "string") return value.length > 2 && /^\p{Lu}|\s/u.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(given);
  return isPlain(value) ? Object.values(value).flatMap(given) : [];
};

/** Texts longer than this exist to be too long, so only their beginning is shown. */
const longest = 200;

/** Puts ‹› around texts of the message, the longest first, because one may contain another. An example in a field is our own text, even if equal. */
const marked = (text: string, message: Message): string => {
  const brought = [...new Set(given(message))].sort((one, other) => other.length - one.length);
  const patterns = ["✎ \\(.*\\)", ...brought.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))];
  return text.replace(new RegExp(patterns.join("|"), "g"), (found) => {
    if (found.startsWith("✎ (")) return found;
    return `‹${found.length > longest ? `${found.slice(0, longest)} … ${found.length} characters` : found}›`;
  });
};

/** A message's text from top to bottom, under its name. */
export const readingOf = (name: string, message: Message, { card, text, summary }: Rendered): string => {
  const read = card ? [...linesOf(card as unknown as Plain), "", `Lock screen: ${summary}`] : [text ?? ""];
  const once = read.filter((line, at) => line !== "" || (at > 0 && read[at - 1] !== ""));
  return `---- ${name}\n\n${marked(once.join("\n"), message)}\n`;
};
