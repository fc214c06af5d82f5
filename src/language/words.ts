import type { CommandPhrases } from "../domain/commands.ts";
import type { Language } from "../domain/language.ts";
import { en } from "./en.ts";
import { nb } from "./nb.ts";
import { sv } from "./sv.ts";

/** Gnist's words, in one language; `en` is the type of all others. */
export type Words = typeof en;

const all: Readonly<Record<Language, Words>> = { en, sv, nb };

export const wordsOf = (language: Language): Words => all[language];

/** The command phrases of every language, in the order of `languages`. */
export const everyPhrase: readonly CommandPhrases[] = [en.commands, sv.commands, nb.commands];
