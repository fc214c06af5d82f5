import { type Idea, type IdeaId, isFinished, isLiving, isOpen, isQuickWin, isWorth, type Kind } from "../idea/idea.ts";
import { type DigestView, ideaView, type Names, teamView, withdrawnView } from "../idea/view.ts";
import type { RoundId } from "../ids.ts";
import { kindsOf, type Team } from "../teams/team.ts";
import { quickWinsFirst } from "./quick-wins.ts";

/**
 * The ideas of a digest by section, at most as many as a post shows, and the number of further ones. The plan copies no text: Gnist reads the ideas again each
 * time it shows them.
 */
type DigestPlan = {
  readonly fresh: readonly IdeaId[];
  readonly open: readonly IdeaId[];
  /** Ideas that wait for the answer of coordinators. */
  readonly passed: readonly IdeaId[];
  /** New ones that are worth doing more of. Later digests do not show them again. */
  readonly worth: readonly IdeaId[];
  /** Ends: adopted ideas and stopped ones. */
  readonly finished: readonly IdeaId[];
  readonly moreFresh: number;
  readonly moreOpen: number;
  readonly morePassed: number;
  readonly moreWorth: number;
  /** Further adopted ideas, and further stopped ones. */
  readonly moreFinished: number;
  readonly moreStopped: number;
  /** Names (`endName`) of the ends that this digest or an earlier one has told, be it only as a number, and whose ideas are still in the lists. */
  readonly told: readonly string[];
};

const topCount = 3;
const mostFresh = topCount + 9;
const mostOpen = 8;
const mostPassed = 5;
const mostWorth = 3;
/** The most adopted ideas, and the most stopped ones: a lesson has as much room as a result. */
const mostEnded = 4;

/** The most ideas in one digest. It bounds the reads for one post, however many ideas a team has. */
export const mostInDigest = mostFresh + mostOpen + mostPassed + mostWorth + 2 * mostEnded;

/** The most ends that one digest tells, because one row holds their names. The next digest tells further ones. */
const mostTold = 500;

/** Names the end of an idea. An idea that was reopened and has ended again has a new name. */
export const endName = ({ id, finishedAt }: Pick<Idea, "id" | "finishedAt">): string => `${id}|${finishedAt ?? 0}`;

/** The ids of the ideas whose ends a digest has told, those that stand in it first. */
export const toldIn = ({ finished, told }: Pick<DigestPlan, "finished" | "told">): readonly IdeaId[] => [
  ...new Set([...finished, ...told.map((name) => name.slice(0, name.lastIndexOf("|")))]),
];

/** Was it passed on to coordinators who have not answered? */
export const isAnswerAwaited = ({ stage }: Pick<Idea, "stage">): boolean => stage === "passed-on";

/** The ids of all ideas that stand in a digest. */
export const idsIn = ({
  fresh,
  open,
  passed,
  worth,
  finished,
}: Pick<DigestPlan, "fresh" | "open" | "passed" | "worth" | "finished">): readonly IdeaId[] => [
  ...new Set([...fresh, ...open, ...passed, ...worth, ...finished]),
];

/** Sorts by most voices. Random ids break ties, so the order does not tell which idea came first. */
export const byVoices = (a: Idea, b: Idea): number => b.voices - a.voices || (a.id < b.id ? -1 : 1);

/** Has no digest shown this idea yet, and may the team see it? */
export const isFresh = (idea: Idea) => idea.digest === undefined && (isLiving(idea) || isFinished(idea));

const bySoonest = (a: Idea, b: Idea) =>
  Number(b.owner !== undefined) - Number(a.owner !== undefined) ||
  (a.due ?? "9999").localeCompare(b.due ?? "9999") ||
  (a.number ?? 0) - (b.number ?? 0);

/** Sorts by the date of the answer, the soonest first; then those that nobody has taken. */
const bySoonestAnswer = (a: Idea, b: Idea) =>
  (a.answerBy ?? "9999").localeCompare(b.answerBy ?? "9999") || (a.number ?? 0) - (b.number ?? 0);

const byLatestEnd = (a: Idea, b: Idea) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0) || byVoices(a, b);

/**
 * The plan of the next digest: everything new, every idea that is still open or waits for an answer, and every new end. An idea that was passed on before any
 * digest showed it is new, too. @param told names of the ends that the last digest told
 */
export const planDigest = (ideas: readonly Idea[], told: ReadonlySet<string>): DigestPlan => {
  const unshown = ideas.filter((idea) => isFresh(idea) && isLiving(idea)).sort(byVoices);
  const fresh = unshown.filter((idea) => !isWorth(idea));
  const worth = unshown.filter(isWorth);
  const known = ideas.filter((idea) => idea.digest !== undefined);
  const open = known.filter(isOpen);
  const passed = known.filter(isAnswerAwaited).sort(bySoonestAnswer);
  const ended = ideas.filter(isFinished);
  const isTold = (idea: Idea) => told.has(endName(idea));
  const ends = ended.filter((idea) => !isTold(idea)).sort(byLatestEnd);
  const [adopted, stopped] = byEnd(ends);
  const idsOf = (some: readonly Idea[], most: number) => some.slice(0, most).map(({ id }) => id);
  /** Where not all fit, quick wins do. The order is the ordinary one, because an idea may stop being a quick win while the post shows it. */
  const quickIdsOf = (some: readonly Idea[], most: number, by: (a: Idea, b: Idea) => number) =>
    some
      .toSorted(quickWinsFirst(by))
      .slice(0, most)
      .sort(by)
      .map(({ id }) => id);
  const more = (all: readonly Idea[], most: number) => Math.max(0, all.length - most);
  return {
    fresh: quickIdsOf(fresh, mostFresh, byVoices),
    open: quickIdsOf(open, mostOpen, bySoonest),
    passed: idsOf(passed, mostPassed),
    worth: idsOf(worth, mostWorth),
    finished: [...idsOf(adopted, mostEnded), ...idsOf(stopped, mostEnded)],
    moreFresh: more(fresh, mostFresh),
    moreOpen: more(open, mostOpen),
    morePassed: more(passed, mostPassed),
    moreWorth: more(worth, mostWorth),
    moreFinished: more(adopted, mostEnded),
    moreStopped: more(stopped, mostEnded),
    told: [...ended.filter(isTold), ...ends].slice(0, mostTold).map(endName),
  };
};

/** Ends apart: adopted ideas, and stopped ones. */
const byEnd = (ended: readonly Idea[]): readonly [readonly Idea[], readonly Idea[]] => [
  ended.filter(({ stage }) => stage === "adopted"),
  ended.filter(({ stage }) => stage === "stopped"),
];

/** Has this digest news for the team? Ideas that are open or wait for an answer are no news. */
export const hasNews = (plan: DigestPlan): boolean => plan.fresh.length + plan.worth.length + plan.finished.length > 0;

/** The kinds of some ideas, in the order of the team's settings; ideas without a kind stand under `other`, and kinds that the team has given up come last. */
const inOrder = (team: Team, ideas: readonly Idea[]): readonly Kind[] => [
  ...new Set([...kindsOf(team), ...ideas.map(({ kind = "other" }) => kind)]),
];

/**
 * A digest as it looks now. An idea stands where it belongs by now: among the ends, the quick wins, the open ideas or those that were passed on, wherever it
 * stood. One that has since been held back or merged is left out, and of one that was withdrawn only that is said.
 */
export const digestView = (
  digest: {
    readonly id: string;
    readonly week: RoundId;
    readonly plan: DigestPlan;
    readonly asked?: number | undefined;
    readonly answered?: number | undefined;
    readonly textsWait?: true | undefined;
  },
  ideas: readonly Idea[],
  names: Names,
  team: Team,
  now: number,
): DigestView => {
  const known = new Map(ideas.map((idea) => [idea.id, idea]));
  const pick = (ids: readonly IdeaId[], wanted: (idea: Idea) => boolean) =>
    ids.flatMap((id) => {
      const idea = known.get(id);
      return idea && wanted(idea) ? [idea] : [];
    });
  const view = (idea: Idea) => ideaView(idea, names, team, now);
  const { plan } = digest;
  const allFresh = pick(plan.fresh, isOpen);
  const isQuick = (idea: Idea) => isOpen(idea) && isQuickWin(idea);
  const isOther = (idea: Idea) => isOpen(idea) && !isQuickWin(idea);
  const quick = pick(idsIn(plan), isQuick);
  const fresh = allFresh.filter(isOther);
  const [adopted, stopped] = byEnd(pick(idsIn(plan), isFinished));
  const open = pick([...plan.open, ...plan.passed, ...plan.worth, ...plan.finished], isOther);
  const worth = pick(plan.worth, isWorth);
  const passed = pick(idsIn(plan), isAnswerAwaited).sort(bySoonestAnswer);
  const more = (some: readonly Idea[], most: number) => Math.max(0, some.length - most);
  const moreFinished = plan.moreFinished + more(adopted, mostEnded);
  const moreStopped = plan.moreStopped + more(stopped, mostEnded);
  const finished = [...adopted.slice(0, mostEnded), ...stopped.slice(0, mostEnded)];
  const listed = fresh.slice(topCount);
  const withdrawn = pick(idsIn(plan), ({ stage, number }) => stage === "withdrawn" && number !== undefined);
  return {
    team: teamView(team),
    id: digest.id,
    week: digest.week,
    ...(digest.asked ? { turnout: { asked: digest.asked, answered: digest.answered ?? 0 } } : {}),
    freshCount: allFresh.length + plan.moreFresh,
    finishedCount: finished.length + moreFinished + moreStopped,
    quick: quick.map(view),
    top: fresh.slice(0, topCount).map(view),
    alsoNew: inOrder(team, listed).flatMap((kind) => {
      const ofKind = listed.filter((idea) => (idea.kind ?? "other") === kind);
      return ofKind.length > 0 ? [{ kind, ideas: ofKind.map(view) }] : [];
    }),
    moreNew: plan.moreFresh,
    open: open.map(view),
    moreOpen: plan.moreOpen,
    passed: passed.map(view),
    morePassed: plan.morePassed,
    worth: worth.map(view),
    moreWorth: plan.moreWorth,
    finished: finished.map(view),
    moreFinished,
    moreStopped,
    ...(digest.textsWait ? { textsWait: true } : {}),
    ...(withdrawn.length > 0 ? { withdrawn: withdrawn.map(withdrawnView) } : {}),
    ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
  };
};
