import { dateOf, daysBetween, type RoundId } from "./cadence.ts";
import { type Idea, type IdeaId, isFinished, isOpen, kinds, titleOf } from "./idea.ts";
import type { DigestView, IdeaView, TeamView } from "./message.ts";
import type { PersonId } from "./person.ts";
import type { Team } from "./team.ts";

/** An idea with the people behind it, its author's voice among them. */
export type VoicedIdea = { readonly idea: Idea; readonly voices: readonly PersonId[] };

/** Which ideas stand where in a digest; what they say is read again each time it is shown. */
export type DigestPlan = { readonly fresh: readonly IdeaId[]; readonly open: readonly IdeaId[]; readonly finished: readonly IdeaId[] };

/** A list of ids is one column of a row, which holds 32,768 characters; what is new beyond it waits for the next digest. */
const mostPlanned = 1_200;
const mostInList = 12;
const mostOpen = 10;
const mostFinished = 8;
export const topCount = 3;

export const teamView = (team: Team): TeamView => ({ id: team.id, name: team.name, zone: team.settings.zone });

/** People's names as the roster gives them. */
export type Names = ReadonlyMap<PersonId, string>;

/** An idea as the team may see it. */
export const ideaView = ({ idea, voices }: VoicedIdea, names: Names, team: Team, now: number): IdeaView => {
  const author = idea.showName ? names.get(idea.author) : undefined;
  return {
    id: idea.id,
    title: titleOf(idea),
    voices: voices.length,
    stage: idea.stage,
    ageDays: daysBetween(idea.createdAt, now, team.settings.zone),
    ownerAsked: idea.owner === undefined && idea.askedOwner !== undefined,
    ...(idea.number !== undefined ? { number: idea.number } : {}),
    ...(idea.proposal ? { proposal: idea.proposal } : {}),
    ...(idea.kind ? { kind: idea.kind } : {}),
    ...(author ? { authorName: author } : {}),
    ...(idea.owner
      ? { owner: { name: names.get(idea.owner) ?? "", ...(idea.due ? { due: idea.due } : {}), ...(idea.test ? { test: idea.test } : {}) } }
      : {}),
    ...(idea.result ? { result: idea.result } : {}),
  };
};

/** Most voices first; ids are random, so ties tell nothing of who wrote first. */
export const byVoices = (a: VoicedIdea, b: VoicedIdea): number => b.voices.length - a.voices.length || (a.idea.id < b.idea.id ? -1 : 1);

/** An idea that the team has not been shown and may be. */
const isFresh = ({ idea }: VoicedIdea) => idea.digest === undefined && (isOpen(idea) || isFinished(idea));

const bySoonest = (a: VoicedIdea, b: VoicedIdea) =>
  Number(b.idea.owner !== undefined) - Number(a.idea.owner !== undefined) ||
  (a.idea.due ?? "9999").localeCompare(b.idea.due ?? "9999") ||
  (a.idea.number ?? 0) - (b.idea.number ?? 0);

/** What the next digest will show: everything new, what is still open, and what ended after the last digest (ms). */
export const planDigest = (ideas: readonly VoicedIdea[], lastDigestAt: number): DigestPlan => {
  const shown = ideas.filter(({ idea }) => idea.digest !== undefined);
  const idsOf = (some: readonly VoicedIdea[]) => some.slice(0, mostPlanned).map(({ idea }) => idea.id);
  return {
    fresh: idsOf(ideas.filter(isFresh).sort(byVoices)),
    open: idsOf(shown.filter(({ idea }) => isOpen(idea)).sort(bySoonest)),
    finished: idsOf(shown.filter(({ idea }) => isFinished(idea) && (idea.finishedAt ?? 0) > lastDigestAt)),
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
  ideas: readonly VoicedIdea[],
  names: Names,
  team: Team,
  now: number,
): DigestView => {
  const known = new Map(ideas.map((voiced) => [voiced.idea.id, voiced]));
  const pick = (ids: readonly IdeaId[], wanted: (voiced: VoicedIdea) => boolean) =>
    ids.flatMap((id) => {
      const voiced = known.get(id);
      return voiced && wanted(voiced) ? [voiced] : [];
    });
  const view = (voiced: VoicedIdea) => ideaView(voiced, names, team, now);
  const fresh = pick(digest.plan.fresh, ({ idea }) => isOpen(idea));
  const ended = pick([...digest.plan.fresh, ...digest.plan.open, ...digest.plan.finished], ({ idea }) => isFinished(idea));
  const open = pick(digest.plan.open, ({ idea }) => isOpen(idea));
  const listed = fresh.slice(topCount, topCount + mostInList);
  return {
    team: teamView(team),
    id: digest.id,
    week: digest.week,
    ...(digest.asked ? { turnout: { asked: digest.asked, answered: digest.answered ?? 0 } } : {}),
    freshCount: fresh.length,
    finishedCount: ended.length,
    top: fresh.slice(0, topCount).map(view),
    alsoNew: kinds.flatMap((kind) => {
      const ofKind = listed.filter(({ idea }) => (idea.kind ?? "other") === kind);
      return ofKind.length > 0 ? [{ kind, ideas: ofKind.map(view) }] : [];
    }),
    moreNew: Math.max(0, fresh.length - topCount - mostInList),
    open: open.slice(0, mostOpen).map(view),
    moreOpen: Math.max(0, open.length - mostOpen),
    finished: ended.slice(0, mostFinished).map(view),
    ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
  };
};

/** The default due date of an idea taken now, `YYYY-MM-DD`. */
export const defaultDue = (team: Team, now: number): string => dateOf(now + team.settings.daysToDue * 86_400_000, team.settings.zone);
