import { type Language, languageOf, languages } from "./language.ts";
import { dayIn, type WrittenDay } from "./written-time.ts";

/** Commands that stand alone. */
export const plainCommands = [
  "help",
  "my-ideas",
  "my-actions",
  "prompt",
  "prompt-now",
  "digest",
  "digest-now",
  "digest-here",
  "resume",
  "settings",
  "status",
  "teams",
  "nothing",
  "tomorrow",
  "next",
] as const;
/** Commands about one idea, by its number. */
export const numberCommands = ["me-too", "take", "not-me", "assign", "done"] as const;
/** Commands with a word or text of their own behind them. */
export const openCommands = ["idea", "pause", "language", "withdraw"] as const;

export const commandNames = [...plainCommands, ...numberCommands, ...openCommands] as const;
export type CommandName = (typeof commandNames)[number];

/** How people write the commands in one language: lower case, single spaces; the first is the one that help shows. */
export type CommandPhrases = Readonly<Record<CommandName, readonly [string, ...string[]]>> & {
  /** Words between `pause` and its date, such as "until". */
  readonly until: readonly string[];
  /** Words for weeks, as in `pause 2 weeks`. */
  readonly weeks: readonly string[];
  /** What this language calls itself, and what others call it. */
  readonly self: readonly string[];
};

export type Command =
  | { [C in (typeof plainCommands)[number]]: { readonly command: C } }[(typeof plainCommands)[number]]
  | {
      [C in (typeof numberCommands)[number]]: { readonly command: C; readonly number: number; readonly rest: string };
    }[(typeof numberCommands)[number]]
  | { readonly command: "story"; readonly number: number }
  | { readonly command: "idea"; readonly text: string }
  | { readonly command: "pause"; readonly date?: PauseEnd }
  | { readonly command: "language"; readonly language?: Language }
  | { readonly command: "withdraw"; readonly number?: number };

/** When a pause ends: after some weeks, or on a day. Neither need make sense. */
export type PauseEnd = { readonly weeks: number } | WrittenDay;

const asPauseEnd = (text: string, phrases: CommandPhrases): PauseEnd | undefined => {
  const until = phrases.until.toSorted((a, b) => b.length - a.length).find((word) => text.startsWith(`${word} `));
  const rest = until ? text.slice(until.length + 1) : text;
  const weeks = /^([-\u2212]?)(\d+) (\S+)$/.exec(rest);
  if (weeks && phrases.weeks.includes(weeks[3] ?? "")) return { weeks: Number(weeks[2]) * (weeks[1] ? -1 : 1) };
  return dayIn(rest);
};

/**
 * Understands a whole message as a command in any of the languages, or not at all: a sentence that merely begins like one is an idea.
 * Case and a leading slash are ignored. A number is written `#42`, or ends the message.
 */
export const parseCommand = (message: string, all: readonly CommandPhrases[]): Command | undefined => {
  const written = message.trim().replace(/^\//, "").replace(/\s+/g, " ").trim();
  const text = written.toLowerCase().replace(/(?<=.)[.!?]$/, "");
  const story = /^#(\d{1,6})$/.exec(text);
  if (story) return { command: "story", number: Number(story[1]) };
  for (const phrases of all) {
    for (const command of plainCommands) if (phrases[command].includes(text)) return { command };
    for (const command of [...numberCommands, "withdraw"] as const) {
      for (const phrase of phrases[command]) {
        if (!text.startsWith(`${phrase} `)) continue;
        const found = /^(?:#(\d{1,6})(?: (.*))?|(\d{1,6}))$/.exec(written.slice(phrase.length + 1));
        if (!found) continue;
        const number = Number(found[1] ?? found[3]);
        return command === "withdraw" ? { command, number } : { command, number, rest: found[2] ?? "" };
      }
    }
    if (phrases.withdraw.includes(text)) return { command: "withdraw" };
    for (const phrase of phrases.idea) {
      if (text === phrase) return { command: "idea", text: "" };
      const behind = new RegExp(`^\\/?\\s*${phrase}[: ]\\s*`, "i");
      if (behind.test(message.trim())) return { command: "idea", text: message.trim().replace(behind, "").trim() };
    }
    for (const phrase of phrases.pause) {
      if (text === phrase) return { command: "pause" };
      const date = text.startsWith(`${phrase} `) ? asPauseEnd(text.slice(phrase.length + 1), phrases) : undefined;
      if (date) return { command: "pause", date };
    }
    for (const phrase of phrases.language) {
      if (text === phrase) return { command: "language" };
      if (!text.startsWith(`${phrase} `)) continue;
      const name = text.slice(phrase.length + 1);
      const named = languages.find((_, at) => all[at]?.self.includes(name));
      const language = named ?? (name.length <= 5 ? languageOf(name) : undefined);
      if (language) return { command: "language", language };
    }
  }
  return undefined;
};
