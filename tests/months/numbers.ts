import type { MeasureSum } from "../../src/domain/overview/measures.ts";
import { roundAfter } from "../world/moments.ts";
import { asAt, type Deed, daysFrom, type Known } from "./ledger.ts";
import type { Played } from "./play.ts";

/** The numbers of a team, counted by hand from the ledger by the sentences of *How it is counted*. */

/** The middle one, or the middle between the two in the middle. */
const middle = (values: readonly number[]): number | undefined => {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  if (sorted.length === 0) return undefined;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)] : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** One round of a team, by hand. */
export type Counted = {
  readonly week: string;
  readonly at: number;
  readonly people: number;
  readonly asked: number;
  readonly answered: number;
  readonly kinds: readonly string[];
  readonly answerDays: readonly number[];
  readonly decisionDays: readonly number[];
  readonly resultDays: readonly number[];
  readonly ripe: number;
  readonly owned: number;
  readonly adopted: number;
  readonly solved: number;
  readonly stopped: number;
  readonly passedOn: number;
  readonly minutes: number;
};

/** Steps that somebody took with an idea; a voice, a question to own it and thanks are none. */
const steps: readonly Deed["did"][] = [
  "took",
  "gave back",

  "started",
  "tested",
  "adopted",
  "stopped",
  "passed on",
  "promised",
  "sent back",
  "answered",
  "reopened",
];
const decisions: readonly Deed["did"][] = ["took", "passed on", "adopted", "stopped", "answered"];
const ends: readonly Deed["did"][] = ["adopted", "stopped", "answered"];
const fortnight = 14 * 24 * 3_600_000;

/** The part of one idea in a round that began after `from` and was closed at `at`. */
const ofIdea = (whole: Known, from: number, at: number) => {
  const { shownAt = Number.POSITIVE_INFINITY } = whole;
  const none = { days: () => [], ripe: 0, owned: 0, adopted: 0, solved: 0, stopped: 0, passedOn: 0, minutes: 0 };
  const then = asAt(whole, at);
  if (shownAt > at || then.place === "gone") return none;
  const isIn = (instant: number) => instant > from && instant <= at;
  const { deeds, author, showsName } = then;
  /** Of an author who shows their name, their own steps are no answer. */
  const first = (of: readonly Deed["did"][], isOwnLeftOut = false) =>
    deeds.find(({ did, who }) => of.includes(did) && !(isOwnLeftOut && showsName && who === author));
  const days = (deed: Deed | undefined) => (deed && isIn(deed.at) ? [daysFrom(shownAt, deed.at)] : []);
  const end = first(ends);
  const due = Math.min(shownAt + fortnight, end?.at ?? Number.POSITIVE_INFINITY);
  const atDue = asAt(whole, due);
  const isLeftOut = atDue.place === "passed on" || atDue.place === "gone" || atDue.deeds.at(-1)?.did === "answered";
  const isRipe = isIn(due) && !isLeftOut;
  const last = deeds.findLast(({ did }) => ends.includes(did));
  const hasEnded = (then.place === "adopted" || then.place === "stopped") && last !== undefined && isIn(last.at);
  const isAdopted = hasEnded && then.place === "adopted";
  const { minutes = 0, people = 1 } = last?.saves ?? {};
  return {
    days: (which: "answer" | "decision" | "result") =>
      days(which === "answer" ? first(steps, true) : which === "decision" ? first(decisions) : end),
    ripe: isRipe ? 1 : 0,
    owned: isRipe && ["owned", "adopted", "stopped"].includes(atDue.place) ? 1 : 0,
    adopted: isAdopted ? 1 : 0,
    solved: isAdopted && last.did === "adopted" ? 1 : 0,
    stopped: hasEnded && !isAdopted ? 1 : 0,
    passedOn: deeds.some(({ did, at: instant }) => did === "passed on" && isIn(instant)) ? 1 : 0,
    minutes: isAdopted ? minutes * people : 0,
  };
};

/** The rounds of a team, the oldest first. */
export const countedRounds = ({ ledger, digests }: Pick<Played, "ledger" | "digests">, team: string, people: number): readonly Counted[] =>
  digests.map((at, round) => {
    const from = digests[round - 1] ?? 0;
    const here = ledger.between(team, from, at);
    const all = ledger.ideas(team).map((one) => ofIdea(one, from, at));
    const shown = ledger.ideas(team).filter(({ shownAt = 0 }) => shownAt === at);
    const count = (what: "ripe" | "owned" | "adopted" | "solved" | "stopped" | "passedOn" | "minutes") => sum(all.map((one) => one[what]));
    const question = roundAfter(round).question;
    const answers = here.filter(({ did, at: instant }) => (did === "wrote" || did === "nothing") && instant >= question);
    return {
      week: roundAfter(round).id,
      at,
      people,
      asked: here.filter(({ did }) => did === "asked").length,
      answered: new Set(answers.map(({ who }) => who)).size,
      kinds: shown.map(({ kind = "other" }) => kind),
      answerDays: all.flatMap((one) => one.days("answer")),
      decisionDays: all.flatMap((one) => one.days("decision")),
      resultDays: all.flatMap((one) => one.days("result")),
      ripe: count("ripe"),
      owned: count("owned"),
      adopted: count("adopted"),
      solved: count("solved"),
      stopped: count("stopped"),
      passedOn: count("passedOn"),
      minutes: count("minutes"),
    };
  });

/** A turnout as people may read it: fewer than five answers of a round are never exact. */
const turnoutOf = (rounds: readonly Counted[]) => {
  const held = rounds.filter(({ asked }) => asked > 0);
  if (held.length === 0) return {};
  const few = held.filter(({ answered }) => answered < 5);
  const asked = sum(held.map((one) => one.asked));
  const answered = sum(held.map((one) => (one.answered < 5 ? 0 : one.answered)));
  if (few.length === 0) return { turnout: { is: "exactly", answered, asked } };
  if (answered > 0) return { turnout: { is: "at-least", answered, asked } };
  const below = 4 * few.length + 1;
  return { turnout: { is: "less-than", answered: below, ...(asked < below ? {} : { asked }) } };
};

/** The sum of rounds, as `numbers` says it. */
export const summed = (rounds: readonly Counted[]) => {
  const total = (what: keyof Counted) => sum(rounds.map((one) => Number(one[what])));
  const median = (name: string, days: readonly number[]) => {
    const found = middle(days);
    return found === undefined ? {} : { [name]: found };
  };
  const kinds = rounds.flatMap((one) => one.kinds);
  return {
    ...turnoutOf(rounds),
    ideas: kinds.length,
    ofKind: new Map([...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length])),
    ...median(
      "toAnswer",
      rounds.flatMap(({ answerDays }) => answerDays),
    ),
    ...median(
      "toDecision",
      rounds.flatMap(({ decisionDays }) => decisionDays),
    ),
    ...median(
      "toResult",
      rounds.flatMap(({ resultDays }) => resultDays),
    ),
    ripe: total("ripe"),
    owned: total("owned"),
    adopted: total("adopted"),
    solved: total("solved"),
    stopped: total("stopped"),
    passedOn: total("passedOn"),
    minutes: total("minutes"),
  };
};

/** A round, as a row of `numbers` says it. */
export const rowOf = (round: Counted) => ({
  week: round.week,
  ...turnoutOf([round]),
  ideas: round.kinds.length,
  ended: round.adopted + round.stopped,
});

/** A sum as Gnist says it, with its kinds by name, because equal counts may stand in any order. */
export const byName = ({ ofKind, ...rest }: MeasureSum) => ({ ...rest, ofKind: new Map(ofKind.map(({ kind, ideas }) => [kind, ideas])) });
