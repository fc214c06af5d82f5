import distance from "damerau-levenshtein";
import { type CommandName, commandNames, type Phrases, parseCommand } from "./commands.ts";
import { namesIn } from "./day-names.ts";
import { languages } from "./language.ts";

/** Commands that Gnist never offers: "thanks" and "idea" say too little, and "next" works only on a local machine. */
const never: readonly CommandName[] = ["thanks", "next", "idea"];

/** The shortest phrase (characters) that is compared: a shorter one is too near to other words. */
const shortest = 4;

/** Phrases of this length or more may have two typing errors, shorter ones one. */
const longFrom = 10;

/** A message longer than this is no command. */
const longest = 60;

/** The most commands that Gnist offers at once. */
const mostOffered = 3;

type Near = { readonly meant: string; readonly command: CommandName; readonly slips: number };

/** Typing errors between the written words and a phrase (Damerau–Levenshtein distance); 0 where there are none, or too many. */
const slipsIn = (written: string, phrase: string): number => {
  const most = phrase.length < longFrom ? 1 : 2;
  const slips = Math.abs(written.length - phrase.length) > most ? 0 : distance(written, phrase).steps;
  return slips <= most ? slips : 0;
};

/** Compares a phrase with the first words of a message: as many as the phrase has, one less and one more, because people forget a space or add one. */
const nearTo = (words: readonly string[], command: CommandName, phrase: string, all: Phrases): readonly Near[] => {
  const count = phrase.split(" ").length;
  const heads = phrase.length < shortest ? [] : [count, count - 1, count + 1].filter((one) => one > 0 && one <= words.length);
  return heads.flatMap((head) => {
    const slips = slipsIn(words.slice(0, head).join(" "), phrase);
    const meant = [phrase, ...words.slice(head)].join(" ");
    // The corrected message must parse: its rest has to be a number, a date or a language.
    return slips > 0 && parseCommand(meant, all)?.command === command ? [{ meant, command, slips }] : [];
  });
};

/** A short text that begins with a word for a pause, and goes on with something that is no end of one. */
const nearPause = (words: readonly string[], all: Phrases): readonly Near[] => {
  const [first = "", second = "", third] = words;
  const phrase = all.flatMap(({ phrases }) => phrases.pause).find((one) => one === first);
  const last = third ?? second;
  const ends = all.flatMap(({ phrases: { days, weeks, months, nextDay } }) => [...days, ...weeks, ...months, ...nextDay]);
  const weekdays = languages.flatMap((language) => namesIn(language).weekdays);
  const isEnd = (word: string): boolean => ends.includes(word) || weekdays.includes(word);
  // Of three words the last one tells that it is about time, or the one before it counts.
  const isShort = words.length === 2 || (words.length === 3 && (isEnd(last) || /^\d+$/.test(second)));
  if (phrase === undefined || !isShort) return [];
  const mended = [...ends, ...weekdays].filter((end) => end.length >= shortest && slipsIn(last, end) === 1);
  const meant = mended.map((end) => [...words.slice(0, -1), end].join(" ")).find((one) => parseCommand(one, all)?.command === "pause");
  return [{ meant: meant ?? phrase, command: "pause", slips: 1 }];
};

/** The command for a language with one word behind it, such as the name of a language that Gnist does not speak. */
const nearLanguage = ([first = "", ...behind]: readonly string[], all: Phrases): readonly Near[] => {
  const isIt = behind.length === 1 && all.some(({ phrases }) => phrases.language.includes(first));
  return isIt ? [{ meant: first, command: "language", slips: 1 }] : [];
};

/**
 * The commands that a whole message may be a misspelling of, in their right spelling, the nearest first. A word that is ordinary in any language is no
 * misspelling.
 */
export const nearCommands = (message: string, all: Phrases): readonly string[] => {
  if (message.length > longest) return [];
  const text = message
    .toLowerCase()
    .replace(/^\/+/, "")
    .replace(/[\s.!?…]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
  if (all.some(({ phrases }) => phrases.ordinary.includes(text))) return [];
  const words = text.split(" ");
  const slipped = all.flatMap(({ phrases }) =>
    commandNames.flatMap((command) =>
      never.includes(command) ? [] : phrases[command].flatMap((phrase) => nearTo(words, command, phrase, all)),
    ),
  );
  const found = [...slipped, ...nearPause(words, all), ...nearLanguage(words, all)];
  const byCommand = new Map<CommandName, Near>();
  for (const near of found.toSorted((a, b) => a.slips - b.slips)) if (!byCommand.has(near.command)) byCommand.set(near.command, near);
  return [...byCommand.values()].slice(0, mostOffered).map(({ meant }) => meant);
};

/** A message longer than this is no question to Gnist. */
const longestQuestion = 300;

/** Is this a question, by its question mark or by its first words? */
export const isQuestion = (message: string, all: Phrases): boolean => {
  const text = message.trim().toLowerCase();
  if (text.length > longestQuestion || text.includes("\n")) return false;
  if (/[?\uFF1F]["'”’)\s!]*$/.test(text)) return true;
  return all.some(({ phrases }) => phrases.asks.some((begin) => text.startsWith(`${begin} `)));
};
