import { isCommon } from "./common-words.ts";

/** The words of a text, as it writes them. */
export const wordsIn = (text: string): readonly string[] => text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The words that tell what a text is about, in small letters, each once. Where it has none of these, all its words. */
export const tellingWords = (text: string): readonly string[] => {
  const words = [...new Set(wordsIn(text).map((word) => word.toLowerCase()))];
  const telling = words.filter((word) => !isCommon(word));
  return telling.length > 0 ? telling : words;
};

/** The pieces of `size` letters in a word; a shorter word is a piece of its own. Inflected, compounded and misspelt words have most of them in common. */
export const gramsOf = (word: string, size: number): readonly string[] => {
  const letters = [...word.toLowerCase()];
  if (letters.length <= size) return [letters.join("")];
  return Array.from({ length: letters.length - size + 1 }, (_, at) => letters.slice(at, at + size).join(""));
};

/** Letters with which a word begins and that another one has too, if one is a part of the other. Words that end alike often only have one ending. */
const commonPart = 5;

/** The part of the shorter word's pieces of three letters that forms of one word have in common, also misspelt ones. */
const commonShare = 0.6;

const beginsIn = (one: string, other: string): boolean => {
  const [begin = ""] = gramsOf(one, commonPart);
  return begin.length >= commonPart && other.includes(begin);
};

/** Are two words forms of one, or is one a part of the other? Both in small letters. */
export const areAlike = (one: string, other: string): boolean => {
  if (beginsIn(one, other) || beginsIn(other, one)) return true;
  const [mine, theirs] = [new Set(gramsOf(one, 3)), new Set(gramsOf(other, 3))];
  const both = [...mine].filter((gram) => theirs.has(gram)).length;
  return both >= commonShare * Math.min(mine.size, theirs.size);
};
