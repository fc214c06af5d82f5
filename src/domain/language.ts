/** A language Gnist speaks, as a BCP 47 tag. */
export type Language = "en" | "sv" | "nb";

export const languages = ["en", "sv", "nb"] as const satisfies readonly Language[];

const nearest: Record<string, Language> = { en: "en", sv: "sv", nb: "nb", no: "nb", nn: "nb" };

/** The language that comes closest to a locale such as `sv-SE`, or undefined where none does. */
export const languageOf = (locale: string | undefined): Language | undefined => nearest[locale?.toLowerCase().split(/[-_]/)[0] ?? ""];
