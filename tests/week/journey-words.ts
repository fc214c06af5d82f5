import type { Language } from "../../src/domain/language.ts";
import { wordsOf } from "../../src/language/index.ts";

/** The titles and labels of product.md stand there in English. A person who reads another language finds their words in its tables, in the same place. */

const tables = new Map<Language, ReadonlyMap<string, ReadonlySet<string>>>();

const collect = (one: unknown, other: unknown, found: Map<string, Set<string>>): void => {
  if (typeof one === "string" && typeof other === "string") found.set(one, (found.get(one) ?? new Set()).add(other));
  else if (typeof one === "object" && one !== null && typeof other === "object" && other !== null)
    for (const [key, value] of Object.entries(one)) collect(value, (other as Record<string, unknown>)[key], found);
};

/** The words of a language for an English title or label; several where the tables have it in several places. */
export const inLanguage = (language: Language, english: string): readonly string[] => {
  if (language === "en") return [english];
  if (!tables.has(language)) {
    const found = new Map<string, Set<string>>();
    collect(wordsOf("en"), wordsOf(language), found);
    tables.set(language, found);
  }
  return [...(tables.get(language)?.get(english) ?? [english])];
};

/** The question, as product.md says it. */
export const questions: Readonly<Record<Language, string>> = {
  en: "What got in your way this week?",
  sv: "Har något gnisslat i vardagen den här veckan?",
  nb: "Opplevde du noe plunder og heft denne uka?",
};
