import { type CommandPhrases, commandNames, type Phrases } from "./commands.ts";
import { plainSpellings } from "./plain-letters.ts";

/** Words beside the commands, none of which means anything else in its place when it is written plainly. */
const wordsBeside = ["days", "weeks", "months", "nextDay", "polite", "thanksFor", "self"] as const;

/** The shortest beginning of a question that counts when it is written plainly: `mika` is a name, and `missa` a verb. */
const shortestAsked = 6;

const spelled = (words: readonly string[]): readonly string[] => [...words, ...words.flatMap(plainSpellings)];

/**
 * The phrases of every language, and the plain spellings of those for commands and of the words beside them. A spelling of a command that means something else
 * in any language is left out.
 */
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
    const commands = commandNames.map((command) => [
      command,
      [...phrases[command], ...phrases[command].flatMap(plainSpellings).filter(isPlain)],
    ]);
    const beside = wordsBeside.map((which) => [which, spelled(phrases[which])]);
    const asks = spelled(phrases.asks).filter((one) => one.length >= shortestAsked || phrases.asks.includes(one));
    const plainly = Object.fromEntries([...commands, ...beside]) as Pick<
      CommandPhrases,
      (typeof commandNames)[number] | (typeof wordsBeside)[number]
    >;
    return { language, phrases: { ...phrases, ...plainly, asks, counts: phrases.counts.map(spelled) } };
  });
};
