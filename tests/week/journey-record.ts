import { Temporal } from "temporal-polyfill";
import type { Entry } from "../teams-stub/ledger.ts";
import { cardsOf } from "../teams-stub/ledger.ts";
import { placeName } from "../teams-stub/world.ts";
import { buttonsOf } from "../world/cards.ts";

/** The zone of all people and teams of the journey. */
export const zone = "Europe/Stockholm";

export const wallOf = (at: number): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** A new message that a person, or a channel, got. */
export type Got = {
  /** A person's name in the tests, or the channel's. */
  readonly to: string;
  readonly at: number;
  readonly words: string;
  readonly buttons: readonly string[];
  /** It came while this person's own press or word was answered. */
  readonly isAnswer: boolean;
};

export const gotOf = (entry: Entry, isAnswer: boolean): Got => ({
  to: entry.person?.key ?? placeName(entry.place),
  at: entry.at,
  words: entry.words,
  buttons: cardsOf(entry.activity).flatMap((card) => buttonsOf(card).map(({ title }) => title)),
  isAnswer,
});

/** A message that somebody is promised. */
export type Promised = {
  readonly to: string;
  readonly what: string;
  readonly from: number;
  readonly until: number;
  /** Words that it says, in any order; of several in one list one is enough. */
  readonly says: readonly (string | readonly string[])[];
  /** Titles of buttons that it has. */
  readonly has?: readonly string[];
  /** Question, reminder and check-in of a round, of which there may be two; news, of which there may be one a day. */
  readonly counts?: "round" | "news";
};

export type Fault = { readonly to: string; readonly at: number; readonly what: string };

/** Facts beside the promises that the checker needs. */
export type Facts = {
  /** Names of people that nobody else may read, each with the person's name in the tests. */
  readonly hidden: Readonly<Record<string, readonly string[]>>;
  /** The round (its number) of an instant. */
  readonly roundOf: (at: number) => number;
  /** The most messages of a round: question, reminder and check-in, beside an *Ask me tomorrow* that was asked for. */
  readonly mostInRound: number;
};

const whenOf = (at: number): string => {
  const wall = wallOf(at);
  const day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][wall.dayOfWeek - 1];
  return `${day} ${wall.toPlainDateTime().toString().slice(0, 16).replace("T", " ")}`;
};

const inShort = (words: string): string => words.replace(/\s*\n\s*/g, " ¶ ").slice(0, 400);

export const tell = ({ to, at, what }: Fault): string => `${to}, ${whenOf(at)}: ${what}`;

const fits = ({ to, at, words, buttons }: Got, promised: Promised): boolean =>
  to === promised.to &&
  at >= promised.from &&
  at <= promised.until &&
  promised.says.every((one) => (typeof one === "string" ? [one] : one).some((text) => words.toLowerCase().includes(text.toLowerCase()))) &&
  (promised.has ?? []).every((title) => buttons.includes(title));

/** How much a promise says of its message. */
const detailOf = ({ says, has = [] }: Promised): number => says.length + has.length;

/** The most particular promises first, so that a wide one does not take the message of a narrow one. */
const inTurn = (promises: readonly Promised[]): readonly Promised[] => [...promises].sort((one, other) => detailOf(other) - detailOf(one));

/** The messages that keep a promise, each with its promise. */
export const keptIn = (record: readonly Got[], promises: readonly Promised[]): ReadonlyMap<Got, Promised> => {
  const left = new Set(record.filter(({ isAnswer }) => !isAnswer));
  const kept = new Map<Got, Promised>();
  for (const promised of inTurn(promises)) {
    const got = [...left].find((one) => fits(one, promised));
    if (!got) continue;
    left.delete(got);
    kept.set(got, promised);
  }
  return kept;
};

/** Compares the messages that everybody got with the promises: none missing, none more, each at its time. */
export const check = (record: readonly Got[], promises: readonly Promised[], facts: Facts): readonly Fault[] => {
  const unasked = record.filter(({ isAnswer }) => !isAnswer);
  const kept = keptIn(record, promises);
  const met = new Set(kept.values());
  const missing = promises
    .filter((promised) => !met.has(promised))
    .map(({ to, from, until, what, says }): Fault => {
      const near = unasked.filter((one) => one.to === to && one.at >= from && one.at <= until).map(({ words }) => `"${inShort(words)}"`);
      return {
        to,
        at: from,
        what: `promised and did not come: ${what} (${says.flat().join(" · ")}); instead came ${near.join(", ") || "nothing"}`,
      };
    });
  const surplus = unasked
    .filter((one) => !kept.has(one))
    .map(({ to, at, words }): Fault => ({ to, at, what: `nothing promised this: "${inShort(words)}"` }));
  return [...missing, ...surplus, ...budgetFaults(kept, facts), ...commonFaults(record, facts)].sort((one, other) => one.at - other.at);
};

const budgetFaults = (kept: ReadonlyMap<Got, Promised>, { roundOf, mostInRound }: Facts): readonly Fault[] => {
  const faults: Fault[] = [];
  const counts = new Map<string, number>();
  const isOver = (key: string, most: number): boolean => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return (counts.get(key) ?? 0) > most;
  };
  for (const [{ to, at }, { counts: kind }] of kept) {
    if (kind === "round" && isOver(`${to} round ${roundOf(at)}`, mostInRound))
      faults.push({ to, at, what: `more than ${mostInRound} messages in a round` });
    if (kind === "news" && isOver(`${to} news ${wallOf(at).toPlainDate()}`, 1))
      faults.push({ to, at, what: "a second bundle of news on a day" });
  }
  return faults;
};

/** Holds of every message, whatever promised it. */
const commonFaults = (record: readonly Got[], { hidden }: Facts): readonly Fault[] =>
  record.flatMap(({ to, at, words, isAnswer }) => [
    ...(!isAnswer && wallOf(at).dayOfWeek > 5 ? [{ to, at, what: `comes at a weekend: "${inShort(words)}"` }] : []),
    ...Object.entries(hidden)
      .filter(([person, names]) => person !== to && names.some((name) => words.includes(name)))
      .map(([person]) => ({ to, at, what: `names ${person}: "${inShort(words)}"` })),
  ]);
