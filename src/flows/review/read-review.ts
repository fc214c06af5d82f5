import type { Idea } from "../../domain/idea/idea.ts";
import type { Names } from "../../domain/idea/view.ts";
import { type MeasureSum, sumOf } from "../../domain/overview/measures.ts";
import { boundsOf, type Month, monthOf } from "../../domain/review/month.ts";
import {
  hasSomethingToSay,
  idsInReview,
  planReview,
  type ReviewPlan,
  type ReviewTime,
  type ReviewView,
  reviewView,
} from "../../domain/review/review.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readDigests } from "../../store/digest.ts";
import { readIdeas, readSome } from "../../store/idea.ts";
import { readMeasuresBetween } from "../../store/measures.ts";
import type { StoredReview } from "../../store/review.ts";
import { namedBy, readNames } from "../people/names.ts";

/** The most ends of one month that are read: a review shows few of them. */
const mostEnds = 200;

/** The ideas of a team that a review of this time can show: those in the lists, and those whose end a digest has told since. */
const readReviewed = async (team: Team, { from, until }: ReviewTime, { rows }: Pick<Ports, "rows">): Promise<readonly Idea[]> => {
  const [listed, digests] = await Promise.all([readIdeas(rows, team.id), readDigests(rows, team.id)]);
  const known = new Set(listed.map(({ idea }) => idea.id));
  const told = digests
    .filter(({ createdAt }) => createdAt >= from)
    .flatMap((digest) => digest.told)
    .map((name) => ({ id: name.slice(0, name.lastIndexOf("|")), at: Number(name.slice(name.lastIndexOf("|") + 1)) }))
    .filter(({ id, at }) => !known.has(id) && from <= at && at < until)
    .sort((one, other) => other.at - one.at);
  const ended = await readSome(rows, team.id, [...new Set(told.map(({ id }) => id))].slice(0, mostEnds), () => "ended");
  return [...listed, ...ended].map(({ idea }) => idea);
};

/** A month as it can be reviewed now. `plan` is missing where it has nothing to say. */
export type Reviewed = { readonly month: Month; readonly time: ReviewTime; readonly ideas: readonly Idea[]; readonly plan?: ReviewPlan };

export const readMonth = async (team: Team, month: Month, ports: Pick<Ports, "rows" | "clock">): Promise<Reviewed> => {
  const { zone } = team.settings;
  const time = { ...boundsOf(month, zone), at: ports.clock.now() };
  const ideas = await readReviewed(team, time, ports);
  return { month, time, ideas, ...(hasSomethingToSay(ideas, time) ? { plan: planReview(ideas, time, zone) } : {}) };
};

const readSum = async (team: Team, month: Month, { rows }: Pick<Ports, "rows">): Promise<{ readonly sum?: MeasureSum }> => {
  const measures = await readMeasuresBetween(rows, team.tenantId, team.id, boundsOf(month, team.settings.zone));
  const rounds = measures.filter(({ round }) => round !== undefined);
  return rounds.length > 0 ? { sum: sumOf(rounds) } : {};
};

/** @param ideas all that the plan names, as far as they are there */
const viewOf = async (
  team: Team,
  { month, at, ideas, plan }: { readonly month: Month; readonly at: number; readonly ideas: readonly Idea[]; readonly plan: ReviewPlan },
  ports: Pick<Ports, "rows" | "clock">,
): Promise<{ readonly view: ReviewView; readonly names: Names }> => {
  const wanted = new Set(idsInReview(plan));
  const shown = ideas.filter(({ id }) => wanted.has(id));
  const [names, sum] = await Promise.all([readNames(ports.rows, team.id, shown.flatMap(namedBy)), readSum(team, month, ports)]);
  const isSoFar = month >= monthOf(ports.clock.now(), team.settings.zone);
  return { view: { ...reviewView(plan, shown, names, { team, month, at }), ...sum, ...(isSoFar ? { isSoFar } : {}) }, names };
};

/** The review of a month as it would be posted now. */
export const draftView = async (team: Team, { month, time, ideas }: Reviewed, plan: ReviewPlan, ports: Ports): Promise<ReviewView> =>
  (await viewOf(team, { month, at: time.at, ideas, plan }, ports)).view;

/** A review that was posted, as it now stands, and the people whom it may name. */
export const readPostedReview = async (
  team: Team,
  review: StoredReview,
  ports: Ports,
): Promise<{ readonly view: ReviewView; readonly names: Names }> => {
  const { month, createdAt: at, words } = review;
  const ideas = (await readSome(ports.rows, team.id, idsInReview(review))).map(({ idea }) => idea);
  const { view, names } = await viewOf(team, { month, at, ideas, plan: review }, ports);
  return { view: { ...view, ...(words ? { words } : {}) }, names };
};
