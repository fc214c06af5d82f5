import { type CommandPhrases, commandNames, type Phrases } from "./commands.ts";

/** Letters that a foreign keyboard lacks, each with the two ways in which people then write it. */
const plain: Readonly<Record<string, readonly [string, string]>> = {
  å: ["a", "aa"],
  ä: ["a", "ae"],
  æ: ["ae", "ae"],
  ö: ["o", "oe"],
  ø: ["o", "oe"],
  é: ["e", "e"],
};

/** A phrase as people write it on a foreign keyboard: `hjalp` and `hjaelp`. */
const plainSpellings = (phrase: string): readonly string[] =>
  ([0, 1] as const).map((way) => phrase.replace(/[åäæöøé]/g, (letter) => plain[letter]?.[way] ?? letter)).filter((one) => one !== phrase);

/** The phrases of every language, and the plain spellings of those for commands. A spelling that means something else in any language is left out. */
export const withPlainSpellings = (all: Phrases): Phrases => {
  const meanings = new Map<string, Set<string>>();
  const mean = (text: string, what: string) => meanings.set(text, (meanings.get(text) ?? new Set()).add(what));
  for (const { phrases } of all) {
    for (const word of phrases.ordinary) mean(word, "ordinary");
    for (const command of commandNames)
      for (const phrase of phrases[command]) for (const one of [phrase, ...plainSpellings(phrase)]) mean(one, command);
  }
  const isPlain = (spelling: string) => meanings.get(spelling)?.size === 1;
  return all.map(({ language, phrases }) => {
    const spelled = commandNames.map((command) => [
      command,
      [...phrases[command], ...phrases[command].flatMap(plainSpellings).filter(isPlain)],
    ]);
    return { language, phrases: { ...phrases, ...(Object.fromEntries(spelled) as Pick<CommandPhrases, (typeof commandNames)[number]>) } };
  });
};
