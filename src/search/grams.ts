/** Letters of a gram. Shorter pieces are in too many words, and longer ones in too few. */
const size = 4;

/** The words of a text, as it writes them. */
export const wordsIn = (text: string): readonly string[] => text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The pieces of four letters in a text's words; a shorter word is a piece of its own. Inflected, compounded and misspelt words have most of them in common. */
export const gramsOf = (text: string): readonly string[] =>
  wordsIn(text).flatMap((word) => {
    const letters = [...word.toLowerCase()];
    if (letters.length <= size) return [letters.join("")];
    return Array.from({ length: letters.length - size + 1 }, (_, at) => letters.slice(at, at + size).join(""));
  });
