import { languages } from "../../src/domain/language.ts";

/** The languages with words of their own: a variety such as Finland's Swedish has most of its words from one of them. */
export const wholeLanguages = languages.filter((language) => !language.includes("-"));
