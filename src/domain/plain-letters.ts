/** Letters that a foreign keyboard lacks, each with the two ways in which people then write it. */
const plain: Readonly<Record<string, readonly [string, string]>> = {
  å: ["a", "aa"],
  ä: ["a", "ae"],
  æ: ["ae", "ae"],
  ö: ["o", "oe"],
  ø: ["o", "oe"],
  é: ["e", "e"],
};

/** A phrase as people write it on a foreign keyboard: `hjalp` and `hjaelp`; none where it has no such letter. */
export const plainSpellings = (phrase: string): readonly string[] =>
  ([0, 1] as const).map((way) => phrase.replace(/[åäæöøé]/g, (letter) => plain[letter]?.[way] ?? letter)).filter((one) => one !== phrase);
