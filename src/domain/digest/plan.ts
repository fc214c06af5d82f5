import { type Idea, type IdeaId, isFinished, isOpen, kinds } from "../idea/idea.ts";
import { type DigestView, ideaView, type Names, teamView } from "../idea/view.ts";
import type { RoundId } from "../ids.ts";
import type { Team } from "../teams/team.ts";

/**
 * The ideas of a digest by section, at most as many as a post shows, and the number of further ones. The plan copies no text: Gnist reads the ideas again each
 * time it shows them.
 */
type DigestPlan = {
  readonly fresh: readonly IdeaId[];
  readonly open: readonly IdeaId[];
  readonly finished: readonly IdeaId[];
  readonly moreFresh: number;
  readonly moreOpen: number;
  readonly moreFinished: number;
  /** Names (`endName`) of the ends that this digest or an earlier one has told, be it only as a number, and whose ideas are still in the lists. */
  readonly told: readonly string[];
};

const topCount = 3;
const mostFresh = topCount + 12;
const mostOpen = 10;
const mostFinished = 8;

/** The most ideas in one digest. It bounds the reads for one post, however many ideas a team has. */
export const mostInDigest = mostFresh + mostOpen + mostFinished;

/** The most ends that one digest tells, because one row holds their names. The next digest tells further ones. */
const mostTold = 500;

/** Names the end of an idea. An idea that was reopened and has ended again has a new name. */
export const endName = ({ id, finishedAt }: Pick<Idea, "id" | "finishedAt">): string => `${id}|${finishedAt ?? 0}`;

/** The ids of all ideas that stand in a digest. */
export const idsIn = ({ fresh, open, finished }: Pick<DigestPlan, "fresh" | "open" | "finished">): readonly IdeaId[] => [
  ...new Set([...fresh, ...open, ...finished]),
];

/** Sorts by most voices. Random ids break ties, so the order does not tell which idea came first. */
export const byVoices = (a: Idea, b: Idea): number => b.voices - a.voices || (a.id < b.id ? -1 : 1);

/** Has no digest shown this idea yet, and may the team see it? */
export const isFresh = (idea: Idea) => idea.digest === undefined && (isOpen(idea) || isFinished(idea));

const bySoonest = (a: Idea, b: Idea) =>
  Number(b.owner !== undefined) - Number(a.owner !== undefined) ||
  (a.due ?? "9999").localeCompare(b.due ?? "9999") ||
  (a.number ?? 0) - (b.number ?? 0);

const byLatestEnd = (a: Idea, b: Idea) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0) || byVoices(a, b);

/** The plan of the next digest: everything new, every idea still open, and every new end. @param told names of the ends that the last digest told */
export const planDigest = (ideas: readonly Idea[], told: ReadonlySet<string>): DigestPlan => {
  const fresh = ideas.filter((idea) => isFresh(idea) && isOpen(idea)).sort(byVoices);
  const open = ideas.filter((idea) => idea.digest !== undefined && isOpen(idea)).sort(bySoonest);
  const ended = ideas.filter(isFinished);
  const isTold = (idea: Idea) => told.has(endName(idea));
  const finished = ended.filter((idea) => !isTold(idea)).sort(byLatestEnd);
  const idsOf = (some: readonly Idea[], most: number) => some.slice(0, most).map(({ id }) => id);
  const more = (all: readonly Idea[], most: number) => Math.max(0, all.length - most);
  return {
    fresh: idsOf(fresh, mostFresh),
    open: idsOf(open, mostOpen),
    finished: idsOf(finished, mostFinished),
    moreFresh: more(fresh, mostFresh),
    moreOpen: more(open, mostOpen),
    moreFinished: more(finished, mostFinished),
    told: [...ended.filter(isTold), ...finished].slice(0, mostTold).map(endName),
  };
};

/** Has this digest news for the team? Open ideas alone are no news. */
export const hasNews = (plan: DigestPlan): boolean => plan.fresh.length > 0 || plan.finished.length > 0;

/** A digest as it looks now. An idea that has since been withdrawn or held back is left out; a finished one is among the finished ideas, wherever it stood. */
export const digestView = (
  digest: {
    readonly id: string;
    readonly week: RoundId;
    readonly plan: DigestPlan;
    readonly asked?: number | undefined;
    readonly answered?: number | undefined;
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
  const fresh = pick(plan.fresh, isOpen);
  const ended = pick(idsIn(plan), isFinished);
  const open = pick(plan.open, isOpen);
  const listed = fresh.slice(topCount);
  return {
    team: teamView(team),
    id: digest.id,
    week: digest.week,
    ...(digest.asked ? { turnout: { asked: digest.asked, answered: digest.answered ?? 0 } } : {}),
    freshCount: fresh.length + plan.moreFresh,
    finishedCount: ended.length + plan.moreFinished,
    top: fresh.slice(0, topCount).map(view),
    alsoNew: kinds.flatMap((kind) => {
      const ofKind = listed.filter((idea) => (idea.kind ?? "other") === kind);
      return ofKind.length > 0 ? [{ kind, ideas: ofKind.map(view) }] : [];
    }),
    moreNew: plan.moreFresh,
    open: open.map(view),
    moreOpen: plan.moreOpen,
    finished: ended.slice(0, mostFinished).map(view),
    ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
  };
};
