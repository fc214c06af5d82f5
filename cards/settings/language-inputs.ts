import type { WrittenSettings } from "../../src/domain/action/settings.ts";
import { type Language, languages } from "../../src/domain/language.ts";
import { type Words, wordsOf } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { choiceInput } from "../parts/inputs.ts";
import { choice, toldAs } from "../parts/shapes.ts";
import { capital } from "../parts/text.ts";

export const languageName = (language: Language): string => capital(wordsOf(language).commands.self[0] ?? language);

/** The choice of no second language: Teams sends no empty values. */
const noSecond = "none";

/** The language of the team's posts, and the second one of a bilingual team. */
export const languageInputs = ({ language, secondLanguage }: WrittenSettings, words: Words): readonly Element[] => {
  const own = words.settings;
  const all = languages.map((one) => ({ id: one, name: languageName(one) }));
  return [
    choiceInput("language", own.language, all, { value: language }),
    choiceInput("secondLanguage", own.secondLanguage, [{ id: noSecond, name: own.oneLanguage }, ...all], {
      value: secondLanguage || noSecond,
    }),
  ];
};

const wrong = toldAs("bad-settings");
const isLanguage = (language: string): language is Language => languages.some((one) => one === language);

/** The inputs as a form sends them. Forms of an earlier version have no second language. */
export const languageShapes = {
  language: choice.refine(isLanguage, wrong).exactOptional(),
  secondLanguage: choice
    .transform((language) => (language === noSecond ? "" : language))
    .refine((language) => language === "" || isLanguage(language), wrong)
    .exactOptional(),
};
