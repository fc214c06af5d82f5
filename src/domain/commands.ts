import { type Language, languageOf } from "./language.ts";
import { type PauseEnd, type PausePhrases, pauseEndIn } from "./people/pause-end.ts";
import { substituteIn, type WrittenSubstitute } from "./teams/written-substitute.ts";
import { halfWidth } from "./words.ts";

/** Commands that stand alone. */
const plainCommands = [
  "help",
  "who-sees-this",
  "my-ideas",
  "my-actions",
  "prompt",
  "prompt-now",
  "digest",
  "digest-now",
  "draft",
  "digest-here",
  "board",
  "coordinators-here",
  "resume",
  "settings",
  "my-settings",
  "my-data",
  "delete-my-data",
  "status",
  "teams",
  "numbers",
  "review",
  "export",
  "defaults",
  "nothing",
  "tomorrow",
  "undo",
  "thanks",
  "next",
] as const;
/** Commands about one idea, by its number. */
export const numberCommands = ["me-too", "take", "not-me", "ask", "test-done", "done", "on-track", "need-help"] as const;
/** Commands that a word or a text may follow. */
const openCommands = ["idea", "idea-for-colleague", "pause", "language", "withdraw", "substitute"] as const;

export const commandNames = [...plainCommands, ...numberCommands, ...openCommands] as const;
export type CommandName = (typeof commandNames)[number];

/** The phrases of the commands in one language, in lower case with single spaces. Help shows the first phrase of each command. */
export type CommandPhrases = Readonly<Record<CommandName, readonly [string, ...string[]]>> &
  PausePhrases & {
    /** Those words for a pause that may also be meant as the end of an idea. */
    readonly stops: readonly string[];
    /** Words of thanks that the number of an idea may follow: "ok #42" thanks nobody. */
    readonly thanksFor: readonly string[];
    /** Words around one for a pause that add nothing to it, such as "please". */
    readonly polite: readonly string[];
    /** Beginnings of a question. */
    readonly asks: readonly string[];
    /** Ordinary words that are one typing error away from a command: Gnist does not offer that command for them. */
    readonly ordinary: readonly string[];
    /** Names of this language, in this language and in others. */
    readonly self: readonly string[];
  };

/** The phrases of every language. */
export type Phrases = readonly { readonly language: Language; readonly phrases: CommandPhrases }[];

export type Command =
  | { [C in (typeof plainCommands)[number]]: { readonly command: C } }[(typeof plainCommands)[number]]
  | {
      [C in (typeof numberCommands)[number]]: { readonly command: C; readonly number: number; readonly rest: string };
    }[(typeof numberCommands)[number]]
  | { readonly command: "story"; readonly number: number }
  | { readonly command: "idea"; readonly text: string }
  /** With a text only behind a colon: "idea for a colleague who …" is an idea of one's own. */
  | { readonly command: "idea-for-colleague"; readonly text: string }
  /** `stop #42`: the end of that idea, where `stop 42` could be a pause. */
  | { readonly command: "stop"; readonly number: number; readonly rest: string }
  /** `thanks #42`: thanks for that idea. */
  | { readonly command: "thank"; readonly number: number; readonly rest: string }
  /** `idea`: the number behind a word that may mean the end of that idea. `stops`: such a word alone. */
  | { readonly command: "pause"; readonly date?: PauseEnd; readonly idea?: number; readonly stops?: true }
  | { readonly command: "language"; readonly language?: Language }
  | { readonly command: "substitute"; readonly written?: WrittenSubstitute }
  | { readonly command: "withdraw"; readonly number?: number; readonly rest?: string };

/** The text after a command about one idea: `#42`, `# 42: because …`, or the number alone. */
const aboutNumber = /^ ?# ?(\d{1,9})(?:[:,.]? (?!#)(.*)|[.!?…]*)$|^ (\d{1,9})[.!?…]*$/;

/** Punctuation at the end of a sentence, and emoji after it. Of a message that is one emoji, it matches the skin tone and the repetitions. */
const sentenceEnd = /(?<=.)(?:[\s.!?…\p{Extended_Pictographic}\p{Emoji_Modifier}\u200D]|\uFE0F)+$/u;

/** The longest message (characters) in which `sentenceEnd` is searched: a longer one is none of the phrases, and thousands of dots would cost seconds. */
const longestWithEnd = 200;

/** A command that stands alone. The compiler does not compare so many commands one by one. */
const alone = (command: (typeof plainCommands)[number]): Command => ({ command }) as Command;

/** Gnist's own name, with which people speak to it. */
const toGnist = /^gnist[,:]? (?=.)|(?<=.),? gnist$/g;

/** A short text, and what is left of it each time that a word around it is taken away that adds nothing. */
const withoutPolite = (text: string, all: Phrases): readonly [string, ...string[]] => {
  const polite = all.flatMap(({ phrases }) => phrases.polite).toSorted((a, b) => b.length - a.length);
  for (const word of polite) {
    const rest = text.startsWith(`${word} `) || text.startsWith(`${word}, `) ? text.slice(word.length).replace(/^,? /, "") : text;
    const shorter = rest.endsWith(` ${word}`) ? rest.slice(0, -word.length).replace(/,? $/, "") : rest;
    if (shorter !== text) return [text, ...withoutPolite(shorter, all)];
  }
  return [text];
};

/** Is this text behind a command one of those words that add nothing, such as "please"? */
const isPolite = (rest: string, all: Phrases): boolean =>
  all.some(({ phrases }) => phrases.polite.includes(rest.toLowerCase().replace(/[.!]+$/, "")));

/** The phrases before the number of an idea. */
const phrasesFor = (
  command: (typeof numberCommands)[number] | "withdraw" | "stop" | "thank",
  { stops, thanksFor, ...phrases }: CommandPhrases,
): readonly string[] => {
  if (command === "stop") return stops;
  return command === "thank" ? thanksFor : phrases[command];
};

/** The number of an idea, as all there is behind a word, or with a `#` and a reason. */
const ideaBehind = /^(?:# ?(\d{1,9})(?:[:,.]? .*)?|(\d{1,9}))$/;

/** The text of an idea for a colleague: behind a colon, or none where the words stand alone. Its phrases begin like those of an idea in another language. */
const forColleague = (message: string, bare: string, all: Phrases): string | undefined => {
  for (const phrase of all.flatMap(({ phrases }) => phrases["idea-for-colleague"])) {
    if (bare === phrase) return "";
    const behind = new RegExp(`^\\/*\\s*${phrase.replaceAll(" ", "\\s+")}\\s*[:\uFF1A]\\s*`, "i");
    if (behind.test(message)) return message.replace(behind, "");
  }
  return undefined;
};

/**
 * Parses a whole message as a command in any of the languages. A sentence that only begins like a command is none: it is an idea.
 * Case, a leading slash, the width of digits and signs, and the end of the sentence do not matter. A number is written `#42`, or ends the message.
 */
export const parseCommand = (message: string, all: Phrases): Command | undefined => {
  const written = message.trim().replace(/^\/+/, "").replace(/\s+/g, " ").trim();
  const half = halfWidth(written);
  const small = half.toLowerCase();
  const text = small.length > longestWithEnd ? small : small.replace(sentenceEnd, "");
  const isShort = text.length <= longestWithEnd;
  const bare = isShort ? text.replace(toGnist, "") : text;
  const [exactly, ...shorter] = isShort ? withoutPolite(bare, all) : [text];
  const asked = shorter.at(-1) ?? exactly;
  const story = /^# ?(\d{1,9})$/.exec(text);
  if (story) return { command: "story", number: Number(story[1]) };
  const colleagues = forColleague(message.trim(), bare, all);
  if (colleagues !== undefined) return { command: "idea-for-colleague", text: colleagues };
  for (const { phrases } of all) {
    for (const command of plainCommands) if (phrases[command].includes(text) || phrases[command].includes(bare)) return alone(command);
    for (const command of [...numberCommands, "withdraw", "stop", "thank"] as const) {
      for (const phrase of phrasesFor(command, phrases)) {
        const found = text.startsWith(phrase) ? aboutNumber.exec(half.slice(phrase.length)) : null;
        // Without its sign, `stop 42` may be a pause, and `thanks 42` is no word about an idea.
        if (!found || ((command === "stop" || command === "thank") && !found[1])) continue;
        // The rest as the person typed it: `halfWidth` changes no length, so the place is right.
        const rest = found[2] && !isPolite(found[2], all) ? written.slice(-found[2].length) : "";
        return { command, number: Number(found[1] ?? found[3]), rest };
      }
    }
    if (phrases.withdraw.includes(bare)) return { command: "withdraw" };
    for (const phrase of phrases.idea) {
      if (bare === phrase) return { command: "idea", text: "" };
      const behind = new RegExp(`^\\/*\\s*${phrase}(?:\\s*[:\uFF1A]\\s*|\\s+[-\u2013\u2014]\\s+|\\s+)`, "i");
      if (!behind.test(message.trim())) continue;
      const idea = message.trim().replace(behind, "").trim();
      // A number alone says nothing: it names an idea.
      const named = /^#? ?(\d{1,9})[.!?…]*$/.exec(halfWidth(idea));
      return named ? { command: "story", number: Number(named[1]) } : { command: "idea", text: idea };
    }
    for (const phrase of phrases.pause) {
      if (text === phrase || asked === phrase) return { command: "pause", ...(phrases.stops.includes(phrase) ? { stops: true } : {}) };
      const behind = asked.startsWith(`${phrase} `) ? asked.slice(phrase.length + 1) : "";
      const date = behind === "" ? undefined : pauseEndIn(behind, all);
      const idea = phrases.stops.includes(phrase) ? ideaBehind.exec(behind) : null;
      if (date) return { command: "pause", date, ...(idea ? { idea: Number(idea[1] ?? idea[2]) } : {}) };
    }
    for (const phrase of phrases.substitute) {
      if (bare === phrase) return { command: "substitute" };
      // As the person typed it, because a name is shown as it was written.
      const found = text.startsWith(`${phrase} `) && isShort ? substituteIn(half.slice(phrase.length + 1, text.length), all) : undefined;
      if (found) return { command: "substitute", written: found };
    }
    for (const phrase of phrases.language) {
      if (bare === phrase) return { command: "language" };
      if (!bare.startsWith(`${phrase} `)) continue;
      const name = bare.slice(phrase.length + 1);
      const named = all.find((one) => one.phrases.self.includes(name))?.language;
      const language = named ?? (name.length <= 5 ? languageOf(name) : undefined);
      if (language) return { command: "language", language };
    }
  }
  // "Nothing, thanks". A word such as "now" may belong to a command, so as many of them as possible stay.
  for (const one of shorter)
    for (const { phrases } of all) for (const command of plainCommands) if (phrases[command].includes(one)) return alone(command);
  return undefined;
};
