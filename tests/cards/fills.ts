import { beginning, normalise, oneLine } from "../../src/domain/words.ts";

/** Makes a text of the largest allowed length. @param longest in characters as people see them */
export type Fill = (longest: number) => string;

const repeated = (piece: string, longest: number) => beginning(piece.repeat(Math.ceil((2 * longest) / piece.length)), longest);

/** One grapheme cluster of many units: people joined into one emoji. */
const crowd = (units: number) => `👩${"\u200D👩".repeat(Math.max(0, Math.floor((units - 2) / 3)))}`;

/** Texts that grow most in JSON or in a card. */
export const fills: Readonly<Record<string, Fill>> = {
  words: (longest) => repeated("Vi skriver samma sak på många ställen. ", longest).trim(),
  emoji: (longest) => repeated("🇸🇪", longest),
  families: (longest) => repeated("👨‍👩‍👧‍👦", longest),
  quotes: (longest) => repeated('"', longest),
  "quotes and line breaks": (longest) => `${repeated('"\n', longest - 1).trimEnd()}"`,
  // `harmless` puts a zero-width space after each brace that has another behind it.
  braces: (longest) => `${"{".repeat(longest - 1)}${crowd(longest)}`,
};

/** Checks that Gnist stores the fill unchanged: a text that it would change proves nothing about size. */
export const checked = (fill: Fill): Fill => {
  const made = new Map<number, string>();
  return (longest) => {
    const text = made.get(longest) ?? fill(longest);
    if (!made.has(longest) && (normalise(text) !== text || beginning(text, longest) !== text))
      throw new Error(`no text of ${longest} characters at most: ${text}`);
    made.set(longest, text);
    return text;
  };
};

/** A text on one line, for names and titles. */
export const lineOf =
  (fill: Fill): Fill =>
  (longest) =>
    beginning(oneLine(fill(longest)), longest);
