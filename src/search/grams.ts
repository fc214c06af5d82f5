import { commonAmong } from "./common-words.ts";

/** The words of a text, as it writes them. */
export const wordsIn = (text: string): readonly string[] => text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The words that tell what a text is about, in small letters, each once. Where it has none of these, all its words. */
export const tellingWords = (text: string): readonly string[] => {
  const words = [...new Set(wordsIn(text).map((word) => word.toLowerCase()))];
  const common = commonAmong(words);
  const telling = words.filter((word) => !common.has(word));
  return telling.length > 0 ? telling : words;
};

/** The pieces (grams) of `size` letters in a word of small letters; a shorter word is one of its own. Inflected, compounded and misspelt words share most of them. */
export const gramsOf = (word: string, size: number): readonly string[] => {
  if (word.length <= size) return [word];
  return Array.from({ length: word.length - size + 1 }, (_, at) => word.slice(at, at + size));
};
