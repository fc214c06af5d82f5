/** A language, apart from its words. */
export type LanguageFacts = {
  /** The locale in which its dates and numbers are written. */
  readonly locale: string;
  /** Further languages of Teams in which a person gets this language from Gnist. */
  readonly alsoFor: readonly string[];
  /** The plural categories of its cardinal numbers, as CLDR names them. */
  readonly plurals: readonly Intl.LDMLPluralRule[];
  /** Endings that the names of days and months take in a sentence, such as "perjantaihin". */
  readonly caseEndings?: readonly string[];
};

/** The languages Gnist speaks, by BCP 47 tag: the one list, from which all others follow. */
export const languageFacts = {
  en: { locale: "en-GB", alsoFor: [], plurals: ["one", "other"] },
  sv: { locale: "sv-SE", alsoFor: [], plurals: ["one", "other"], caseEndings: ["en"] },
  nb: { locale: "nb-NO", alsoFor: ["no"], plurals: ["one", "other"], caseEndings: ["en"] },
  nn: { locale: "nn-NO", alsoFor: [], plurals: ["one", "other"], caseEndings: ["en"] },
  da: { locale: "da-DK", alsoFor: [], plurals: ["one", "other"], caseEndings: ["en"] },
  fi: { locale: "fi-FI", alsoFor: [], plurals: ["one", "other"], caseEndings: ["n", "na", "ta", "hin", "hun", "on", "lle"] },
  "sv-FI": { locale: "sv-FI", alsoFor: [], plurals: ["one", "other"], caseEndings: ["en"] },
} as const satisfies Record<string, LanguageFacts>;

export type Language = keyof typeof languageFacts;

/** The language in which a message is said; for the posts of a bilingual team, the two. */
export type Spoken = Language | readonly [Language, Language];

/** The language of people and teams whose own is not known, and the default of the Teams app. */
export const defaultLanguage: Language = "en";

export const languages = Object.keys(languageFacts) as readonly Language[];

/** The plural categories of one language. */
export type Plural<L extends Language> = (typeof languageFacts)[L]["plurals"][number];

const nearest: ReadonlyMap<string, Language> = new Map(
  languages.flatMap((language) => [language, ...languageFacts[language].alsoFor].map((tag) => [tag.toLowerCase(), language] as const)),
);

/** The language that comes closest to a locale such as `sv-SE`, or undefined where none does. */
export const languageOf = (locale: string | undefined): Language | undefined => {
  const [tag = "", region = ""] = locale?.toLowerCase().split(/[-_]/) ?? [];
  return nearest.get(`${tag}-${region}`) ?? nearest.get(tag);
};
