import { z } from "zod";
import { type KnownKind, kinds } from "../idea/idea.ts";
import type { RoundId, TeamId } from "../ids.ts";
import { fewestCounted, type ShownTurnout, shownTurnout } from "./turnout.ts";

const days = z.array(z.number()).readonly();

/**
 * The counts of one round of a team, made when a digest closes it: since the digest before, and as things stood then. They lead to no person and no idea.
 */
export const measuresShape = z.object({
  /** Missing where a digest closed no round: its counts go into the row of the next one. */
  round: z.string().exactOptional(),
  /** The instant (ms) of the digest. */
  at: z.number(),
  /** Members of the team. */
  people: z.number(),
  asked: z.number(),
  answered: z.number(),
  /** New ideas, by kind, in the order of `kinds`. */
  byKind: z.array(z.number()).readonly(),
  /** Whole days from the writing of an idea to its first answer, a decision on it and its result, for the ideas that came so far. */
  answerDays: days,
  decisionDays: days,
  resultDays: days,
  /** Ideas that became `ownerDays` old or ended before that, and how many of them had an owner then. */
  ripe: z.number(),
  owned: z.number(),
  adopted: z.number(),
  /** Of those adopted, the ones that were not with coordinators. */
  solved: z.number(),
  stopped: z.number(),
  passedOn: z.number(),
  /** Minutes a week that the adopted ideas save, as their owners guess. */
  minutes: z.number(),
  /** The number of `adoptionSteps` that the team has taken. */
  steps: z.number(),
});

export type Measures = Readonly<z.infer<typeof measuresShape>>;

/** Measures of ideas alone. */
export type IdeaMeasures = Omit<Measures, "round" | "at" | "people" | "asked" | "answered" | "steps">;

/** The steps in which a team begins to use Gnist. Having taken a later one, it has taken those before. */
export const adoptionSteps = ["asked", "answered", "idea", "result"] as const;

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

export const ideasIn = ({ byKind }: Pick<Measures, "byKind">): number => total(byKind);

/** The steps that a round shows. Fewer than five answers are none: a step must not tell that one person has answered. */
export const stepsIn = (one: Omit<Measures, "steps">): number => {
  if (one.adopted + one.stopped > 0) return 4;
  if (ideasIn(one) > 0) return 3;
  if (one.answered >= fewestCounted) return 2;
  return one.asked > 0 ? 1 : 0;
};

const addKinds = (one: readonly number[], other: readonly number[]): readonly number[] =>
  kinds.map((_, at) => (one[at] ?? 0) + (other[at] ?? 0));

export const noMeasures: IdeaMeasures = {
  byKind: kinds.map(() => 0),
  answerDays: [],
  decisionDays: [],
  resultDays: [],
  ripe: 0,
  owned: 0,
  adopted: 0,
  solved: 0,
  stopped: 0,
  passedOn: 0,
  minutes: 0,
};

export const addMeasures = (one: IdeaMeasures, other: IdeaMeasures): IdeaMeasures => ({
  byKind: addKinds(one.byKind, other.byKind),
  answerDays: [...one.answerDays, ...other.answerDays],
  decisionDays: [...one.decisionDays, ...other.decisionDays],
  resultDays: [...one.resultDays, ...other.resultDays],
  ripe: one.ripe + other.ripe,
  owned: one.owned + other.owned,
  adopted: one.adopted + other.adopted,
  solved: one.solved + other.solved,
  stopped: one.stopped + other.stopped,
  passedOn: one.passedOn + other.passedOn,
  minutes: one.minutes + other.minutes,
});

/**
 * A round's row with the counts of an earlier one that belongs to the same round: a round that was opened once more, or a digest between two rounds. The later
 * turnout holds the earlier one.
 */
export const afterEarlier = (later: Measures, earlier: Measures): Measures => ({
  ...later,
  ...addMeasures(earlier, later),
  steps: Math.max(earlier.steps, later.steps),
});

/** Does a later row of this round take in the counts of that earlier row? */
export const belongsTo = (round: RoundId | undefined, earlier: Measures): boolean => earlier.round === undefined || earlier.round === round;

/** The median: of an even number of values the middle between two. Undefined where there is none. */
export const medianOf = (values: readonly number[]): number | undefined => {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
};

/** Measures of several rounds as people read them. A median is missing where no idea came so far, and the turnout where nobody was asked. */
export type MeasureSum = Omit<IdeaMeasures, "byKind" | "answerDays" | "decisionDays" | "resultDays"> & {
  readonly turnout?: ShownTurnout;
  readonly ideas: number;
  /** The kinds of those ideas, the most frequent first. */
  readonly ofKind: readonly { readonly kind: KnownKind; readonly ideas: number }[];
  readonly toAnswer?: number;
  readonly toDecision?: number;
  readonly toResult?: number;
};

const asShown = (rounds: readonly Measures[]): { readonly turnout?: ShownTurnout } =>
  rounds.some(({ asked }) => asked > 0) ? { turnout: shownTurnout(rounds.filter(({ asked }) => asked > 0)) } : {};

export const sumOf = (rounds: readonly Measures[]): MeasureSum => {
  const sum = (count: (one: Measures) => number): number => total(rounds.map(count));
  const median = (days: (one: Measures) => readonly number[]) => medianOf(rounds.flatMap(days));
  const ofKind = kinds
    .map((kind, at) => ({ kind, ideas: sum(({ byKind }) => byKind[at] ?? 0) }))
    .filter(({ ideas }) => ideas > 0)
    .sort((one, other) => other.ideas - one.ideas);
  const [toAnswer, toDecision, toResult] = [
    median(({ answerDays }) => answerDays),
    median(({ decisionDays }) => decisionDays),
    median(({ resultDays }) => resultDays),
  ];
  return {
    ...asShown(rounds),
    ideas: sum(ideasIn),
    ofKind,
    ...(toAnswer === undefined ? {} : { toAnswer }),
    ...(toDecision === undefined ? {} : { toDecision }),
    ...(toResult === undefined ? {} : { toResult }),
    ripe: sum(({ ripe }) => ripe),
    owned: sum(({ owned }) => owned),
    adopted: sum(({ adopted }) => adopted),
    solved: sum(({ solved }) => solved),
    stopped: sum(({ stopped }) => stopped),
    passedOn: sum(({ passedOn }) => passedOn),
    minutes: sum(({ minutes }) => minutes),
  };
};

/** One round in a row of rounds. */
export type RoundNumbers = { readonly week: RoundId; readonly turnout?: ShownTurnout; readonly ideas: number; readonly ended: number };

/** The rounds of a team, the oldest first. */
export const roundNumbers = (rounds: readonly Measures[]): readonly RoundNumbers[] =>
  rounds.map((one) => ({ week: one.round ?? "", ...asShown([one]), ideas: ideasIn(one), ended: one.adopted + one.stopped })).toReversed();

/** The fewest people of whom numbers are shown across teams. */
export const fewestPeople = 5;

/** A team in the list of numbers. `steps`: how many of `adoptionSteps` it has taken. */
export type TeamNumbers = { readonly id: TeamId; readonly name: string; readonly sum: MeasureSum; readonly steps: number };

/**
 * Numbers of all teams together, up to the end of the week `until`. `steps`: the number of teams that have taken each of `adoptionSteps`. `small`: the part of
 * `sum` that comes from teams with fewer than five people, where there is any.
 */
export type AcrossNumbers = {
  readonly until: RoundId;
  readonly teams: number;
  readonly sum: MeasureSum;
  readonly steps: readonly number[];
  readonly small?: { readonly teams: number; readonly ideas: number; readonly ended: number };
};

/** A row of a team, and the ISO week in which its round was closed. */
export type WeekMeasures = { readonly team: TeamId; readonly week: RoundId; readonly measures: Measures };

const isLargeEnough = ({ measures: { people } }: WeekMeasures): boolean => people >= fewestPeople;

/**
 * The rows of small teams that may be counted: those of the weeks in which their people are five or more together. All rows of a week appear at once, when it
 * is over, so that no comparison of two looks tells what one small team did.
 */
const joinedSmall = (rows: readonly WeekMeasures[]): readonly WeekMeasures[] => {
  const people = new Map<RoundId, number>();
  for (const { week, measures } of rows) people.set(week, (people.get(week) ?? 0) + measures.people);
  return rows.filter(({ week }) => (people.get(week) ?? 0) >= fewestPeople);
};

/** @param rows of the weeks that count @param steps of each team */
export const acrossNumbers = (
  rows: readonly WeekMeasures[],
  { until, teams, steps }: { readonly until: RoundId; readonly teams: number; readonly steps: readonly number[] },
): AcrossNumbers => {
  const joined = joinedSmall(rows.filter((row) => !isLargeEnough(row)));
  const { ideas, adopted, stopped } = sumOf(joined.map(({ measures }) => measures));
  return {
    until,
    teams,
    sum: sumOf([...rows.filter(isLargeEnough), ...joined].map(({ measures }) => measures)),
    steps: adoptionSteps.map((_, at) => steps.filter((taken) => taken > at).length),
    ...(joined.length > 0 ? { small: { teams: new Set(joined.map(({ team }) => team)).size, ideas, ended: adopted + stopped } } : {}),
  };
};
