import type { Words } from "./en/index.ts";

/*
 * Cards ask words for pieces and join them, so that the words of two languages can be told apart only while a piece is made. A piece in two languages is both
 * texts between the marks with which Unicode annotates one text by another; `normalise` takes these out of people's texts. When the card is made,
 * `shownInBoth` writes each text of it once in the first language and once in the second.
 */
const [begin, middle, end] = ["\uFFF9", "\uFFFA", "\uFFFB"];
const piece = /\uFFF9([^\uFFFA]*)\uFFFA([^\uFFFB]*)\uFFFB/g;

/** The place of a language in a piece. */
type InPiece = 0 | 1;

const halfOf = (text: string, half: InPiece): string =>
  text.replace(piece, (_all, first: string, second: string) => [first, second][half] ?? "");

/** Every text in a value in one of the two languages, for the words that are given it. */
const inHalf = (value: unknown, half: InPiece): unknown => {
  if (typeof value === "string") return halfOf(value, half);
  if (Array.isArray(value)) return value.map((one) => inHalf(one, half));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inHalf(one, half)]));
};

const joined = (first: unknown, second: unknown): unknown => {
  if (typeof first === "string") return first === second ? first : `${begin}${first}${middle}${second}${end}`;
  if (typeof first === "function" && typeof second === "function")
    return (...given: unknown[]) => joined(first(...given.map((one) => inHalf(one, 0))), second(...given.map((one) => inHalf(one, 1))));
  if (typeof first !== "object" || first === null || typeof second !== "object" || second === null) return first;
  const others: Readonly<Record<string, unknown>> = { ...second };
  const entries = Object.entries(first).map(([key, one]) => [key, joined(one, others[key])] as const);
  return Array.isArray(first) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
};

/** The words of two languages as one: each text is a piece in both. */
export const bothWords = (first: Words, second: Words): Words => ({ ...(joined(first, second) as Words), language: first.language });

/** Is something of a text in two languages? */
export const isInBoth = (text: string): boolean => text.includes(begin);

const firstPiece = new RegExp(`^${piece.source}`);

/** Changes the beginning of a text, which is in each of its languages if it begins with a piece. */
export const atBeginning = (text: string, change: (text: string) => string): string =>
  text.startsWith(begin)
    ? text.replace(firstPiece, (_all, first: string, second: string) => `${begin}${change(first)}${middle}${change(second)}${end}`)
    : change(text);

/** A text in the first language and then in the second; what stands before and after all pieces stands there once. */
const textInBoth = (text: string, lineEnd: string): string => {
  const from = text.indexOf(begin);
  if (from < 0) return text;
  const to = text.lastIndexOf(end) + 1;
  const [first, second] = ([0, 1] as const).map((half) => halfOf(text.slice(from, to), half)) as [string, string];
  // A Finnish date ends with a full stop too.
  const areSentences = [first, second].every((one) => /[.!?]$/.test(one));
  return text.slice(0, from) + (first === second ? first : `${first}${areSentences ? lineEnd : " / "}${second}`) + text.slice(to);
};

/** A message's texts in both languages. Sentences stand on lines of their own where their element shows line ends. */
export const shownInBoth = <T>(value: T, lineEnd = " / "): T => {
  if (typeof value === "string") return textInBoth(value, lineEnd) as T;
  if (Array.isArray(value)) return value.map((one) => shownInBoth(one)) as T;
  if (typeof value !== "object" || value === null) return value;
  const showsLines = "type" in value && value.type === "TextRun";
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shownInBoth(one, showsLines ? "\n" : " / ")])) as T;
};
