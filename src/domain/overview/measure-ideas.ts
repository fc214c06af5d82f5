import { dayMs, daysBetween } from "../asking/local-time.ts";
import type { MadeStep } from "../idea/event.ts";
import { asKnownKind, type Idea, isFinished, kinds, ownedStages, type Stage } from "../idea/idea.ts";
import { undoneSteps } from "../idea/story.ts";
import { addMeasures, type IdeaMeasures, noMeasures } from "./measures.ts";

/** An idea should have an owner within so many days. */
const ownerDays = 14;

/** The time that a round's row counts: after `from`, up to `at` (ms), the instant of its `digest`. */
export type MeasuredTime = { readonly from: number; readonly at: number; readonly digest?: string; readonly zone: string };

/** An idea with its steps; those of an idea that `needsSteps` refuses may be left out. */
export type MeasuredIdea = { readonly idea: Idea; readonly steps: readonly MadeStep[] };

/** Does this digest show the idea for the first time? All that has happened to it before then counts now. */
const isNew = ({ digest }: Idea, time: MeasuredTime): boolean => digest !== undefined && digest === time.digest;

const isIn = (idea: Idea, instant: number, time: MeasuredTime): boolean => instant <= time.at && (instant > time.from || isNew(idea, time));

/** Days count from the digest that showed the idea: the day on which it was written may tell who wrote it. */
const ripeAt = ({ shownAt = Number.POSITIVE_INFINITY }: Idea): number => shownAt + ownerDays * dayMs;

/** Can anything be counted of an idea but its kind? Of an idea that the team has not been shown, nothing is. */
export const needsSteps = (idea: Idea, time: MeasuredTime): boolean =>
  idea.digest !== undefined && (isNew(idea, time) || (idea.steppedAt ?? 0) > time.from || isIn(idea, ripeAt(idea), time));

/** The steps up to an instant, the oldest first, without those that were undone, and without their undoing. */
const standing = (steps: readonly MadeStep[], until: number): readonly MadeStep[] => {
  const before = steps.filter(({ at }) => at <= until);
  const undone = undoneSteps(before);
  const gone = new Set([...undone.keys(), ...[...undone.values()].map(({ key }) => key)]);
  return before.filter(({ key }) => !gone.has(key)).toSorted((one, other) => one.at - other.at);
};

/**
 * Is this step an answer to the idea? The author's own is none. Where nobody may know the author, a count that left out their steps would name them: it would
 * differ by whether the person who took an idea has written it. So there a step of anybody counts.
 */
const isAnswer = ({ who }: MadeStep, { author, showName }: Idea): boolean => who !== undefined && !(showName && who === author);

/** Somebody took it, it was passed on, or it ended. */
const isDecision = ({ stage }: MadeStep): boolean => ownedStages.includes(stage) || stage === "passed-on" || isFinished({ stage });

const gone: readonly Stage[] = ["withdrawn", "merged", "held"];

/** The owner of an idea at the age of 14 days, or at its end before that. Undefined where it needs none then. */
const hadOwner = (steps: readonly MadeStep[], instant: number): boolean | undefined => {
  const last = steps.findLast(({ at }) => at <= instant);
  if (last === undefined) return false;
  if (gone.includes(last.stage) || last.stage === "passed-on" || last.event === "answer") return undefined;
  return last.stage !== "new";
};

const ownership = (idea: Idea, steps: readonly MadeStep[], time: MeasuredTime): Pick<IdeaMeasures, "ripe" | "owned"> => {
  const end = steps.find(isFinished);
  const instant = Math.min(ripeAt(idea), end?.at ?? Number.POSITIVE_INFINITY);
  // An idea worth doing more of waits for nobody: it has an owner once somebody tries it.
  const owned = idea.question === "success" || !isIn(idea, instant, time) ? undefined : hadOwner(steps, instant);
  return { ripe: owned === undefined ? 0 : 1, owned: owned ? 1 : 0 };
};

const ends = (idea: Idea, last: MadeStep | undefined, time: MeasuredTime) => {
  const ended = last !== undefined && isFinished(last) && isIn(idea, last.at, time);
  const adopted = ended && last.stage === "adopted";
  return {
    adopted: adopted ? 1 : 0,
    solved: adopted && idea.passedTo === undefined ? 1 : 0,
    stopped: ended && !adopted ? 1 : 0,
    minutes: adopted ? (idea.minutes ?? 0) * (idea.people ?? 1) : 0,
  };
};

const measureOne = ({ idea, steps }: MeasuredIdea, time: MeasuredTime): IdeaMeasures => {
  const kind = asKnownKind(idea.kind);
  const fresh = { ...noMeasures, byKind: kinds.map((one) => (isNew(idea, time) && one === kind ? 1 : 0)) };
  if (idea.digest === undefined) return fresh;
  const all = standing(steps, time.at);
  const last = all.at(-1);
  if (last && gone.includes(last.stage)) return fresh;
  const daysTo = (step: MadeStep | undefined): readonly number[] =>
    step && idea.shownAt !== undefined && isIn(idea, step.at, time) ? [Math.max(0, daysBetween(idea.shownAt, step.at, time.zone))] : [];
  return {
    ...fresh,
    answerDays: daysTo(all.find((step) => isAnswer(step, idea))),
    decisionDays: daysTo(all.find(isDecision)),
    resultDays: daysTo(all.find(isFinished)),
    passedOn: all.some(({ event, at }) => event === "pass-on" && isIn(idea, at, time)) ? 1 : 0,
    ...ownership(idea, all, time),
    ...ends(idea, last, time),
  };
};

/** Counts what became of a team's ideas in the time between two digests. */
export const measureIdeas = (ideas: readonly MeasuredIdea[], time: MeasuredTime): IdeaMeasures =>
  ideas.map((one) => measureOne(one, time)).reduce(addMeasures, noMeasures);
