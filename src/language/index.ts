import { type Language, languages, type Spoken } from "../domain/language.ts";
import { withPlainSpellings } from "../domain/plain-spelling.ts";
import { bothWords } from "./both.ts";
import { da } from "./da/index.ts";
import { en, type Words } from "./en/index.ts";
import { fi } from "./fi/index.ts";
import { nb } from "./nb/index.ts";
import { nn } from "./nn/index.ts";
import { sv } from "./sv/index.ts";
import { svFI } from "./sv-FI/index.ts";

export type { Words } from "./en/index.ts";

const all: Readonly<Record<Language, Words>> = { en, sv, nb, nn, da, fi, "sv-FI": svFI };

/** Cache of the words of two languages, because joining them takes a millisecond. */
const pairs = new Map<string, Words>();

export const wordsOf = (spoken: Spoken): Words => {
  if (typeof spoken === "string") return all[spoken];
  const key = spoken.join("+");
  const words = pairs.get(key) ?? bothWords(all[spoken[0]], all[spoken[1]]);
  pairs.set(key, words);
  return words;
};

/** The words of every language. */
export const everyWords: readonly Words[] = languages.map((language) => all[language]);

/** The command phrases of every language. */
export const everyPhrase = languages.map((language) => ({ language, phrases: wordsOf(language).commands }));

/** These phrases, and each as people write it on a foreign keyboard. */
export const everySpelling = withPlainSpellings(everyPhrase);
