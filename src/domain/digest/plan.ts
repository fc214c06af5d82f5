import { type Idea, type IdeaId, isFinished, isOpen, kinds } from "../idea/idea.ts";
import { type DigestView, ideaView, type Names, teamView } from "../idea/view.ts";
import type { RoundId } from "../ids.ts";
import type { Team } from "../teams/team.ts";

/** Ideas that stand in a digest and where, as many as a post shows, and how many more there were; what they say is read again each time it is shown. */
type DigestPlan = {
  readonly fresh: readonly IdeaId[];
  readonly open: readonly IdeaId[];
  readonly finished: readonly IdeaId[];
  readonly moreFresh: number;
  readonly moreOpen: number;
  readonly moreFinished: number;
  /** The ends that lists still hold and that are told (`endOf`): by it, be they only counted, or by one before it. */
  readonly told: readonly string[];
};

const topCount = 3;
const mostFresh = topCount + 12;
const mostOpen = 10;
const mostFinished = 8;

/** Most ideas that stand in one digest: what reading a post costs, however many ideas a team has. */
export const mostInDigest = mostFresh + mostOpen + mostFinished;

/** More ends than these are told by the next digest: one row holds them. */
const mostTold = 500;

/** The end of an idea, by its name: one that was opened again and ended anew has another. */
export const endName = ({ id, finishedAt }: Pick<Idea, "id" | "finishedAt">): string => `${id}|${finishedAt ?? 0}`;

/** The ids of all ideas that stand in a digest. */
export const idsIn = ({ fresh, open, finished }: Pick<DigestPlan, "fresh" | "open" | "finished">): readonly IdeaId[] => [
  ...new Set([...fresh, ...open, ...finished]),
];

/** Most voices first; ids are random, so ties tell nothing of who wrote first. */
export const byVoices = (a: Idea, b: Idea): number => b.voices - a.voices || (a.id < b.id ? -1 : 1);

/** An idea that the team has not been shown and may be. */
export const isFresh = (idea: Idea) => idea.digest === undefined && (isOpen(idea) || isFinished(idea));

const bySoonest = (a: Idea, b: Idea) =>
  Number(b.owner !== undefined) - Number(a.owner !== undefined) ||
  (a.due ?? "9999").localeCompare(b.due ?? "9999") ||
  (a.number ?? 0) - (b.number ?? 0);

const byLatestEnd = (a: Idea, b: Idea) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0) || byVoices(a, b);

/** The plan of the next digest: everything new, what is still open, and what has ended. @param told the ends that the last digest told */
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

/** Is there anything a team would want to read? Open ideas alone are no news. */
export const hasNews = (plan: DigestPlan): boolean => plan.fresh.length > 0 || plan.finished.length > 0;

/** A digest as it stands now: an idea that has since been withdrawn, held or finished shows so wherever it stood. */
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
