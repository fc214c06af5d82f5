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

/** The first ready test that a card offers. */
export const readyTestOn = (language: Language, card: string): string => {
  const found = Object.values(wordsOf(language).readyTests)
    .flat()
    .find((one) => card.includes(one));
  if (found === undefined) throw new Error(`No ready test is offered on: ${card}`);
  return found;
};

type FourQuestions = readonly [string, string, string, string];

const own: Readonly<Record<Exclude<Language, "sv-FI">, FourQuestions>> = {
  en: [
    "What got in your way this week?",
    "What worked so well that we should do more of it?",
    "What did the people we serve stumble on?",
    "What did you do twice, or for nobody?",
  ],
  sv: [
    "Har något gnisslat i vardagen den här veckan?",
    "Vad fungerade så bra att vi borde göra mer av det?",
    "Vad blev krångligt för dem vi är till för?",
    "Vad gjorde du två gånger, eller utan att någon behövde det?",
  ],
  nb: [
    "Opplevde du noe plunder og heft denne uka?",
    "Hva fungerte så godt at vi bør gjøre mer av det?",
    "Hva ble tungvint for dem vi er til for?",
    "Hva gjorde du to ganger, eller uten at noen trengte det?",
  ],
  nn: [
    "Opplevde du noko plunder og heft denne veka?",
    "Kva fungerte så godt at vi bør gjere meir av det?",
    "Kva blei tungvint for dei vi er til for?",
    "Kva gjorde du to gonger, eller utan at nokon trong det?",
  ],
  da: [
    "Hvad gav bøvl i denne uge?",
    "Hvad fungerede så godt, at vi bør gøre mere af det?",
    "Hvad var bøvlet for dem, vi er til for?",
    "Hvad gjorde du to gange, eller uden at nogen havde brug for det?",
  ],
  fi: [
    "Mikä hiersi arjessa tällä viikolla?",
    "Mikä toimi niin hyvin, että sitä pitäisi tehdä enemmän?",
    "Mikä oli hankalaa niille, joita palvelemme?",
    "Mitä teit kahteen kertaan tai turhaan?",
  ],
};

/** The questions, as product.md says them, in the order of their turns. */
export const questions: Readonly<Record<Language, FourQuestions>> = { ...own, "sv-FI": own.sv };
