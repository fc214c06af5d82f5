import { z } from "zod";
import { byVoices } from "../digest/plan.ts";
import { type Idea, type IdeaId, isFinished, isLiving, isOpen, isWorth, ownedStages } from "../idea/idea.ts";
import {
  hasPassed,
  type IdeaView,
  ideaView,
  type Names,
  type TeamView,
  teamView,
  type WithdrawnView,
  withdrawnView,
} from "../idea/view.ts";
import type { MeasureSum } from "../overview/measures.ts";
import type { Team } from "../teams/team.ts";
import type { Month } from "./month.ts";

/** Why an idea is a problem that a team had: it was stopped, its date or that of the coordinators' answer has passed, or nobody has taken it for long. */
const problemWhys = ["stopped", "late", "answer-late", "waits"] as const;
export type ProblemWhy = (typeof problemWhys)[number];

const ids = z.array(z.string()).readonly();

/**
 * The ideas of a review by part, at most as many as it shows, and the number of further ones. It copies no text: Gnist reads the ideas again each time it shows
 * them.
 */
export const reviewPlanShape = z.object({
  /** Adopted in the month, then shown in it as worth doing more of. */
  worked: ids,
  /** Open ideas, those with most voices first. */
  improve: ids,
  problems: z.array(z.object({ idea: z.string(), why: z.enum(problemWhys) }).readonly()).readonly(),
  /** Ideas with an owner, the soonest due first. */
  actions: ids,
  /** Stopped in the month with a lesson. */
  learned: ids,
  moreWorked: z.number(),
  moreImprove: z.number(),
  moreActions: z.number(),
});
export type ReviewPlan = Readonly<z.infer<typeof reviewPlanShape>>;

const mostLines = 5;
const mostActions = 8;
/** The most problems of each sort. */
const mostOfWhy = 2;
/** Days from which on an open idea without an owner has waited long. */
const longDays = 14;
const longMs = longDays * 86_400_000;

/** The time that a review tells of, and the instant (ms) as of which it says how ideas stand. */
export type ReviewTime = { readonly from: number; readonly until: number; readonly at: number };

const isIn = (ms: number | undefined, { from, until }: ReviewTime): boolean => ms !== undefined && from <= ms && ms < until;

/** Was the team shown an idea before the end of the time? Only such an idea stands in a review. */
const isShownBy = ({ digest, shownAt = 0 }: Idea, { until }: ReviewTime): boolean => digest !== undefined && shownAt < until;

const isOwned = ({ stage, owner }: Idea): boolean => owner !== undefined && ownedStages.includes(stage);

const bySoonest = (a: Idea, b: Idea): number => (a.due ?? "9999").localeCompare(b.due ?? "9999") || (a.number ?? 0) - (b.number ?? 0);

const savedBy = ({ minutes = 0, people = 1 }: Idea): number => minutes * people;
const byEffect = (a: Idea, b: Idea): number => savedBy(b) - savedBy(a) || byVoices(a, b);

const whyProblem = (idea: Idea, time: ReviewTime, zone: string): ProblemWhy | undefined =>
  idea.stage === "stopped" ? (isIn(idea.finishedAt, time) ? "stopped" : undefined) : whyStuck(idea, time.at, zone);

/** Why an idea that has not ended is a problem at an instant (ms). */
const whyStuck = (idea: Idea, at: number, zone: string): Exclude<ProblemWhy, "stopped"> | undefined => {
  const isOver = (date: string | undefined) => date !== undefined && hasPassed(date, at, zone);
  if (isOwned(idea)) return isOver(idea.due) ? "late" : undefined;
  if (idea.stage === "passed-on") return isOver(idea.answerBy) ? "answer-late" : undefined;
  return idea.stage === "new" && idea.shownAt !== undefined && at - idea.shownAt >= longMs ? "waits" : undefined;
};

/** The ideas that stand in a review of this time, of those given. Ties are in the order of random ids or of numbers, which tell no time of writing. */
export const planReview = (given: readonly Idea[], time: ReviewTime, zone: string): ReviewPlan => {
  const ideas = given.filter((idea) => isShownBy(idea, time));
  const adopted = ideas.filter(({ stage, finishedAt }) => stage === "adopted" && isIn(finishedAt, time)).sort(byEffect);
  const worth = ideas.filter((idea) => isWorth(idea) && isIn(idea.shownAt, time)).sort(byVoices);
  const worked = [...adopted, ...worth];
  const improve = ideas.filter(isOpen).sort(byVoices);
  const actions = ideas.filter(isOwned).sort(bySoonest);
  const learned = ideas.filter((idea) => idea.stage === "stopped" && idea.lesson && isIn(idea.finishedAt, time)).sort(byVoices);
  const known = ideas.map((idea) => ({ idea, why: whyProblem(idea, time, zone) }));
  const problems = problemWhys.flatMap((why) =>
    known
      .filter((one) => one.why === why)
      .map(({ idea }) => idea)
      .sort(why === "waits" ? (a, b) => (a.shownAt ?? 0) - (b.shownAt ?? 0) || byVoices(a, b) : byVoices)
      .slice(0, mostOfWhy)
      .map(({ id }) => ({ idea: id, why })),
  );
  const idsOf = (some: readonly Idea[], most: number) => some.slice(0, most).map(({ id }) => id);
  const more = (some: readonly Idea[], most: number) => Math.max(0, some.length - most);
  return {
    worked: idsOf(worked, mostLines),
    improve: idsOf(improve, mostLines),
    problems,
    actions: idsOf(actions, mostActions),
    learned: idsOf(learned, mostLines),
    moreWorked: more(worked, mostLines),
    moreImprove: more(improve, mostLines),
    moreActions: more(actions, mostActions),
  };
};

/** Has something happened in this time that a review can tell: was an idea shown for the first time, taken, adopted or stopped? */
export const hasSomethingToSay = (ideas: readonly Idea[], time: ReviewTime): boolean =>
  ideas.some(
    (idea) =>
      isShownBy(idea, time) &&
      (isLiving(idea) || isFinished(idea)) &&
      (isIn(idea.shownAt, time) || isIn(idea.takenAt, time) || (isFinished(idea) && isIn(idea.finishedAt, time))),
  );

/** The ids of all ideas that stand in a review. */
export const idsInReview = ({ worked, improve, problems, actions, learned }: ReviewPlan): readonly IdeaId[] => [
  ...new Set([...worked, ...improve, ...problems.map(({ idea }) => idea), ...actions, ...learned]),
];

/** A review as people read it. */
export type ReviewView = {
  readonly team: TeamView;
  readonly month: Month;
  /** The month is not over yet. */
  readonly isSoFar?: true;
  /** The measures of the rounds that a digest closed in the month. */
  readonly sum?: MeasureSum;
  readonly worked: readonly IdeaView[];
  readonly moreWorked: number;
  readonly improve: readonly IdeaView[];
  readonly moreImprove: number;
  /** `why` is missing once it is true no more: the idea has another date, an owner, or an answer. */
  readonly problems: readonly { readonly why?: ProblemWhy; readonly idea: IdeaView }[];
  readonly actions: readonly IdeaView[];
  readonly moreActions: number;
  readonly learned: readonly IdeaView[];
  /** Ideas that stood in it, and that their authors have withdrawn since. */
  readonly withdrawn?: readonly WithdrawnView[];
  /** A line of the lead who posted it. */
  readonly words?: string;
};

/**
 * A review as it looks now. One that was posted stays the review of its month: an idea stands where it stood, unless it was withdrawn, held back or joined with
 * another, or its end was undone.
 * @param at the instant (ms) as of which ages and late dates are counted
 */
export const reviewView = (
  plan: ReviewPlan,
  ideas: readonly Idea[],
  names: Names,
  { team, month, at }: { readonly team: Team; readonly month: Month; readonly at: number },
): ReviewView => {
  const known = new Map(ideas.map((idea) => [idea.id, idea]));
  const pick = (wanted: readonly IdeaId[], is: (idea: Idea) => boolean): readonly IdeaView[] =>
    wanted.flatMap((id) => {
      const idea = known.get(id);
      return idea && is(idea) ? [ideaView(idea, names, team, at)] : [];
    });
  const isVisible = (idea: Idea) => isLiving(idea) || isFinished(idea);
  const withdrawn = idsInReview(plan)
    .flatMap((id) => known.get(id) ?? [])
    .filter(({ stage }) => stage === "withdrawn");
  return {
    team: teamView(team),
    month,
    worked: pick(plan.worked, (idea) => isWorth(idea) || idea.stage === "adopted"),
    moreWorked: plan.moreWorked,
    improve: pick(plan.improve, isVisible),
    moreImprove: plan.moreImprove,
    problems: plan.problems.flatMap(({ idea: id, why }) => {
      const idea = known.get(id);
      const isSo = idea && (why === "stopped" ? idea.stage === "stopped" : whyStuck(idea, at, team.settings.zone) === why);
      return pick([id], (one) => isVisible(one) && (why !== "stopped" || one.stage === "stopped")).map((view) => ({
        ...(isSo ? { why } : {}),
        idea: view,
      }));
    }),
    actions: pick(plan.actions, (idea) => isVisible(idea) && idea.owner !== undefined),
    moreActions: plan.moreActions,
    learned: pick(plan.learned, ({ stage, lesson }) => stage === "stopped" && lesson !== undefined),
    ...(withdrawn.length > 0 ? { withdrawn: withdrawn.map(withdrawnView) } : {}),
  };
};
