import { beginning, normalise, oneLine } from "../../src/domain/words.ts";

/** A text of people's, as long as it may be. @param longest in characters as people see them */
export type Fill = (longest: number) => string;

const repeated = (piece: string, longest: number) => beginning(piece.repeat(Math.ceil((2 * longest) / piece.length)), longest);

/** One character of many: people that are joined in one picture. */
const crowd = (units: number) => `👩${"\u200D👩".repeat(Math.max(0, Math.floor((units - 2) / 3)))}`;

/** Texts of which JSON or a card makes the most. */
export const fills: Readonly<Record<string, Fill>> = {
  words: (longest) => repeated("Vi skriver samma sak på många ställen. ", longest).trim(),
  emoji: (longest) => repeated("🇸🇪", longest),
  families: (longest) => repeated("👨‍👩‍👧‍👦", longest),
  quotes: (longest) => repeated('"', longest),
  "quotes and line breaks": (longest) => `${repeated('"\n', longest - 1).trimEnd()}"`,
  // Each brace before another is kept apart from it by a character that nobody sees.
  braces: (longest) => `${"{".repeat(longest - 1)}${crowd(longest)}`,
};

/** A text as it comes in: one that Gnist would not keep so proves nothing. */
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
