import { type Language, languages } from "../domain/language.ts";
import { en, type Words } from "./en/index.ts";
import { nb } from "./nb/index.ts";
import { sv } from "./sv/index.ts";

export type { Words } from "./en/index.ts";

const all: Readonly<Record<Language, Words>> = { en, sv, nb };

export const wordsOf = (language: Language): Words => all[language];

/** The words of every language. */
export const everyWords: readonly Words[] = languages.map(wordsOf);

/** The command phrases of every language. */
export const everyPhrase = languages.map((language) => ({ language, phrases: wordsOf(language).commands }));
