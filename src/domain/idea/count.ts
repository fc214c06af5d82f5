import { weekOf } from "../asking/cadence.ts";
import { dateOf } from "../asking/local-time.ts";
import type { Result } from "../result.ts";
import { halfWidth } from "../words.ts";
import type { CountedNumber, Idea } from "./idea.ts";

/** Longest name (characters) of what an owner counts. */
export const longestCounts = 80;

/** The most numbers that an idea keeps: the last ones. */
const mostNumbers = 60;

/**
 * Reads a number that a person typed. A comma or a point begins the decimals, of which there are at most two: three digits behind one may be thousands, so that
 * nobody but the person knows the number.
 */
export const readCounted = (typed: string): Result<number, "bad-count"> => {
  const written = halfWidth(typed).replace(/\s/g, "").replace(",", ".");
  const number = /^\d{1,7}(\.\d{1,2})?$/.test(written) ? Number(written) : Number.NaN;
  return number <= 1_000_000 ? { got: number } : { no: "bad-count" };
};

/** Has the test not started yet? Numbers of this time are those to compare with. A new owner's plan after a test begins no such time. */
const isBeforeTest = ({ stage, cycle, numbers = [] }: Idea): boolean =>
  stage === "planned" && cycle === undefined && numbers.every(({ isBefore }) => isBefore);

/** The numbers of an idea with one more. A second number in a week takes the place of the first, but not of the last one before the test. */
export const withNumber = (
  idea: Idea,
  { value, zone }: { readonly value: number; readonly zone: string },
  at: number,
): readonly CountedNumber[] => {
  const { numbers = [] } = idea;
  const counted: CountedNumber = { at, value, ...(isBeforeTest(idea) ? { isBefore: true } : {}) };
  const isReplaced = (one: CountedNumber) => weekOf(one.at, zone) === weekOf(at, zone) && one.isBefore === counted.isBefore;
  return [...numbers.filter((one) => !isReplaced(one)), counted].slice(-mostNumbers);
};

/** The number of this week, if the owner has given it. */
export const numberOfWeek = (idea: Idea, now: number, zone: string): number | undefined => {
  const last = idea.numbers?.at(-1);
  const isNow = last !== undefined && weekOf(last.at, zone) === weekOf(now, zone) && (last.isBefore ?? false) === isBeforeTest(idea);
  return isNow ? last.value : undefined;
};

/** The middle of some numbers, or the mean of the two in the middle. */
const medianOf = (numbers: readonly CountedNumber[]): number | undefined => {
  const sorted = numbers.map(({ value }) => value).sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
};

/** A number with its local date. */
type NumberView = { readonly date: string; readonly value: number };

/** The count of an owner, for owner and leads alone: its numbers before the test and since then, and the median of each. */
export type CountView = {
  readonly label: string;
  readonly before: readonly NumberView[];
  readonly since: readonly NumberView[];
  readonly medianBefore?: number;
  readonly medianSince?: number;
};

export type Counting = { readonly count?: CountView };

export const countOf = ({ counts, numbers = [] }: Idea, zone: string): Counting => {
  if (counts === undefined) return {};
  const [before, since] = [numbers.filter(({ isBefore }) => isBefore), numbers.filter(({ isBefore }) => !isBefore)];
  const [medianBefore, medianSince] = [before, since].map(medianOf);
  const shown = ({ at, value }: CountedNumber): NumberView => ({ date: dateOf(at, zone), value });
  return {
    count: {
      label: counts,
      before: before.map(shown),
      since: since.map(shown),
      ...(medianBefore === undefined ? {} : { medianBefore }),
      ...(medianSince === undefined ? {} : { medianSince }),
    },
  };
};
