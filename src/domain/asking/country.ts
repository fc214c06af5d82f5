/** Countries whose days off Gnist knows, by ISO 3166 code. Åland has days of its own. */
export const countries = ["SE", "NO", "DK", "FI", "AX"] as const;
export type Country = (typeof countries)[number];

const byZone: Readonly<Record<string, Country>> = {
  "Europe/Stockholm": "SE",
  "Europe/Oslo": "NO",
  "Arctic/Longyearbyen": "NO",
  "Europe/Copenhagen": "DK",
  "Europe/Helsinki": "FI",
  "Europe/Mariehamn": "AX",
};

/** The country of a time zone, or undefined where Gnist does not know its days off. */
export const countryOfZone = (zone: string): Country | undefined => byZone[zone];
