import { type Card, isPlain, type Plain, textOf } from "../world/cards.ts";
import type { Call } from "./trouble.ts";
import { type Person, type Place, type Post, placeName } from "./world.ts";

/** The ledger of all messages that Teams has received from the bot: tests assert from nothing else. */

export type Entry = {
  /** From 1, in the order taken. */
  readonly n: number;
  readonly do: "post" | "put" | "delete";
  readonly at: number;
  /** The conversation id as the bot wrote it. */
  readonly conversation: string;
  readonly place: Place;
  /** The person whose chat it is; undefined in channels. */
  readonly person?: Person;
  /** The one person who sees it, where it is a targeted message. */
  readonly only?: Person;
  readonly messageId: string;
  readonly activity: Plain;
  /** Everything to be read in it: text and cards, without buttons. */
  readonly words: string;
};

/** One request of the bot, accepted or not; `status` is missing if the bot got no answer. */
export type CallMade = {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status?: number;
  readonly authorization?: string;
  /** Its wish, where it could be read. */
  readonly call?: Call;
};

export const cardsOf = (activity: Plain): readonly Card[] =>
  (Array.isArray(activity.attachments) ? activity.attachments : [])
    .filter(isPlain)
    .filter((attachment) => attachment.contentType === "application/vnd.microsoft.card.adaptive")
    .map((attachment) => attachment.content)
    .filter(isPlain);

export const wordsOf = (activity: Plain, cards: readonly Card[] = cardsOf(activity)): string =>
  [typeof activity.text === "string" ? activity.text : "", ...cards.map(textOf)].filter((part) => part !== "").join("\n");

const inShort = (words: string): string => {
  const line = words.replace(/\s*\n\s*/g, " ¶ ");
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
};

export type Ledger = ReturnType<typeof buildLedger>;

export const buildLedger = (now: () => number) => {
  const entries: Entry[] = [];
  const calls: CallMade[] = [];
  const faults: string[] = [];
  const waiting = new Set<() => void>();

  /** Looks again whether somebody's wish is met. */
  const changed = (): void => {
    for (const look of [...waiting]) look();
  };

  const dump = (): string => {
    const last = entries
      .slice(-8)
      .map(
        (entry) => `  ${entry.n}. ${entry.do} in ${placeName(entry.place)}: ${inShort(entry.words) || `(${String(entry.activity.type)})`}`,
      );
    const wrong = faults.slice(-5).map((line) => `  ! ${line}`);
    const asked = calls.slice(-5).map((call) => `  ${call.method} ${call.path.slice(0, 80)} → ${call.status ?? "no answer"}`);
    return [
      `The last of ${entries.length} messages taken in:`,
      ...(last.length ? last : ["  none"]),
      `The last of ${calls.length} calls:`,
      ...asked,
      ...(wrong.length ? ["What people saw go wrong:", ...wrong] : []),
    ].join("\n");
  };

  return {
    entries,
    calls,
    faults,
    changed,
    dump,
    take: (what: Entry["do"], conversation: string, post: Post, activity: Plain): void => {
      const { place } = post;
      entries.push({
        n: entries.length + 1,
        do: what,
        at: now(),
        conversation,
        place,
        ...(place.kind === "chat" ? { person: place.person } : {}),
        ...(post.only ? { only: post.only } : {}),
        messageId: post.id,
        activity,
        words: wordsOf(activity),
      });
      changed();
    },
    /**
     * Resolves with what `find` finds in the ledger, as soon as it finds it; looks again whenever something is taken in or answered.
     * @throws an error with the last messages when `ms` have passed.
     */
    until: <T>(find: (ledger: readonly Entry[]) => T | undefined | null | false, ms = 5_000): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        // Made here, so that its stack names the test.
        const late = new Error("late");
        const stop = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        const look = (): void => {
          try {
            const found = find(entries);
            if (found === undefined || found === null || found === false) return;
            stop();
            resolve(found);
          } catch (error) {
            stop();
            reject(error);
          }
        };
        const timer = setTimeout(() => {
          stop();
          late.message = `Not seen within ${ms} ms: ${String(find)}\n${dump()}`;
          reject(late);
        }, ms);
        waiting.add(look);
        look();
      }),
  };
};
