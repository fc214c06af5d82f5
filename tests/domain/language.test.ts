import { expect, test } from "vitest";
import { languageFacts, languageOf, languages } from "../../src/domain/language.ts";
import { wholeLanguages } from "../language/whole-languages.ts";

test.each([
  ["sv-SE", "sv"],
  ["SV_fi", "sv-FI"],
  ["sv-AX", "sv"],
  ["en-US", "en"],
  ["nb-NO", "nb"],
  ["no", "nb"],
  ["nn-NO", "nn"],
  ["da-DK", "da"],
  ["fi-FI", "fi"],
])("%s comes closest to %s", (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test.each([undefined, "", "de-DE", "constructor", "__proto__", "nobody"])("no language comes close to %j", (locale) => {
  expect(languageOf(locale)).toBeUndefined();
});

test("no locale comes to two languages", () => {
  const tags = languages.flatMap((language) => [language, ...languageFacts[language].alsoFor]);
  expect(tags).toEqual([...new Set(tags)]);
});

test.each(wholeLanguages)("the dates and plurals of %s are its own", (language) => {
  const { locale, plurals } = languageFacts[language];
  expect(languageOf(locale)).toBe(language);
  const rules = new Intl.PluralRules(locale).resolvedOptions();
  expect(languageOf(rules.locale)).toBe(language);
  expect([...plurals].sort()).toEqual([...rules.pluralCategories].sort());
});
