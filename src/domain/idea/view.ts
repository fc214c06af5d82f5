import { dateOf, daysBetween, isOfOtherYear } from "../asking/local-time.ts";
import type { RoundId, TeamId } from "../ids.ts";
import type { PersonId } from "../people/person.ts";
import type { Team } from "../teams/team.ts";
import { type Counting, countOf } from "./count.ts";
import { type Effect, type Effort, type Idea, type IdeaId, type Kind, type Reach, type Stage, titleOf, withdrawnAt } from "./idea.ts";

/** An option in a list. `id` comes back with the press; people see `name` as it is, in every language, so it is never a sentence of Gnist's. */
export type Choice = { readonly id: string; readonly name: string };

/** A team as messages show it. Their instants are ms UTC, shown in `zone`; their dates are local, `YYYY-MM-DD`. */
export type TeamView = { readonly id: TeamId; readonly name: string; readonly zone: string };

/** An idea as the team may see it: never its author, unless they chose to show their name. */
export type IdeaView = {
  readonly id: IdeaId;
  readonly number?: number;
  readonly title: string;
  readonly proposal?: string;
  readonly kind?: Kind;
  readonly voices: number;
  readonly effort?: Effort;
  readonly effect?: Effect;
  readonly stage: Stage;
  /** Local days since the team was first shown it, and never since it was written, which would lead to its author. Missing before that. */
  readonly ageDays?: number;
  /** Only where the author ticked *Show my name*. */
  readonly authorName?: string;
  /** `otherYear`: the due date lies in another year than today. */
  readonly owner?: {
    readonly name: string;
    readonly due?: string;
    readonly otherYear?: boolean;
    /** The due date has passed; a card says so without blame. */
    readonly isPast?: boolean;
    readonly test?: string;
  };
  /** The turn of Plan, Do, Check, from the second on. */
  readonly cycle?: number;
  readonly reach?: Reach;
  /** A person has been asked to own it and has not answered. Nobody sees their name. */
  readonly ownerAsked: boolean;
  readonly result?: string;
  readonly lesson?: string;
  /** Minutes a week for one person, and how many people. */
  readonly minutes?: number;
  readonly people?: number;
  /** It was passed on to coordinators. `answerBy`: the date (`YYYY-MM-DD`) that they named. `isLate`: that date has passed without an answer. */
  readonly passed?: { readonly contact?: string; readonly answerBy?: string; readonly otherYear?: boolean; readonly isLate?: boolean };
};

/** The causes that an idea's owner has found, each the cause of the one before. For owner and leads alone. Missing where there is none. */
export type Whys = { readonly whys?: readonly string[] };

export const whysOf = ({ whys = [] }: Idea): Whys => (whys.length > 0 ? { whys } : {});

/** All that an owner notes for themself and the leads. */
export type OwnersNotes = Whys & Counting;

export const ownersNotes = (idea: Idea, { settings }: Team): OwnersNotes => ({ ...whysOf(idea), ...countOf(idea, settings.zone) });

/** An idea in a choice. */
export type NamedIdea = Pick<IdeaView, "id" | "number" | "title">;

/** An idea whose words a message shows, with its team. */
export type ShownIdea = { readonly team: TeamId; readonly id: IdeaId };

/** An idea that says nearly what another one says. `colleagues`: people behind it but the reader. `shared`: words that the two have in common. */
export type SimilarIdea = NamedIdea & { readonly colleagues: number; readonly shared: readonly string[] };

/** All that is left to be said of a withdrawn idea: its number, and the instant (ms) of the withdrawal. */
export type WithdrawnView = { readonly number?: number; readonly at?: number };

export const withdrawnView = (idea: Pick<Idea, "number" | "stage" | "steppedAt">): WithdrawnView => {
  const at = withdrawnAt(idea);
  return { ...(idea.number === undefined ? {} : { number: idea.number }), ...(at === undefined ? {} : { at }) };
};

export type DigestView = {
  readonly team: TeamView;
  /** The digest's own key. */
  readonly id: string;
  readonly week: RoundId;
  /** People asked and answered in the rounds this digest closes; missing where nobody was asked. */
  readonly turnout?: { readonly asked: number; readonly answered: number };
  /** New ideas in all, and how many ended since the last digest. */
  readonly freshCount: number;
  readonly finishedCount: number;
  /** Open ideas that are quick wins, the new ones first. They stand in no other section. */
  readonly quick: readonly IdeaView[];
  /** The (at most three) other new ideas with most voices. */
  readonly top: readonly IdeaView[];
  /** The other new ideas, by kind, in the order of the team's kinds. */
  readonly alsoNew: readonly { readonly kind: Kind; readonly ideas: readonly IdeaView[] }[];
  /** The number of new ideas that did not fit. */
  readonly moreNew: number;
  /** Ideas of earlier digests that are still open, those with an owner first, the soonest due first. */
  readonly open: readonly IdeaView[];
  readonly moreOpen: number;
  /** Ideas that wait for the answer of coordinators, the soonest promised first. */
  readonly passed: readonly IdeaView[];
  readonly morePassed: number;
  /** New ones that are worth doing more of, and how many did not fit. */
  readonly worth: readonly IdeaView[];
  readonly moreWorth: number;
  /** Adopted ideas, then stopped ones, and how many further ones there are of each. */
  readonly finished: readonly IdeaView[];
  readonly moreFinished: number;
  readonly moreStopped: number;
  /** Ideas that stood in it, and that their authors have withdrawn since, with the instant (ms). */
  readonly withdrawn?: readonly WithdrawnView[];
  /** Texts without a trace waited for others when it went out. A number, or a change of this, would tell who writes one. */
  readonly textsWait?: true;
  readonly nextPromptAt?: number;
};

/**
 * The time at which the team sees an idea: with its next digest, which has no time yet where the clock does not ask the team; or, where the team `rests` because
 * it is archived, once it is restored.
 */
export type Shown = { readonly digestAt?: number; readonly rests?: true };

export const teamView = (team: Team): TeamView => ({ id: team.id, name: team.name, zone: team.settings.zone });

/** People's names as the roster gives them. */
export type Names = ReadonlyMap<PersonId, string>;

/** An idea as the team may see it. */
export const ideaView = (idea: Idea, names: Names, team: Team, now: number): IdeaView => {
  const author = idea.showName ? names.get(idea.author ?? "") : undefined;
  return {
    id: idea.id,
    title: titleOf(idea),
    voices: idea.voices,
    stage: idea.stage,
    ownerAsked: idea.owner === undefined && idea.askedOwner !== undefined,
    ...(idea.number !== undefined ? { number: idea.number } : {}),
    ...(idea.shownAt !== undefined ? { ageDays: daysBetween(idea.shownAt, now, team.settings.zone) } : {}),
    ...(idea.proposal ? { proposal: idea.proposal } : {}),
    ...(idea.kind ? { kind: idea.kind } : {}),
    ...(idea.effort ? { effort: idea.effort } : {}),
    ...(idea.effect ? { effect: idea.effect } : {}),
    ...(author ? { authorName: author } : {}),
    ...(idea.owner ? { owner: ownerView(idea, names.get(idea.owner) ?? "", team, now) } : {}),
    ...(idea.cycle !== undefined ? { cycle: idea.cycle } : {}),
    ...(idea.reach ? { reach: idea.reach } : {}),
    ...(idea.result ? { result: idea.result } : {}),
    ...(idea.lesson ? { lesson: idea.lesson } : {}),
    ...(idea.minutes !== undefined ? { minutes: idea.minutes } : {}),
    ...(idea.people !== undefined ? { people: idea.people } : {}),
    ...(idea.stage === "passed-on" ? { passed: passedView(idea, team, now) } : {}),
  };
};

/** Has a local date (`YYYY-MM-DD`) passed? On the day itself it has not. */
export const hasPassed = (date: string, now: number, zone: string): boolean => date < dateOf(now, zone);

const passedView = ({ contact, answerBy }: Idea, { settings }: Team, now: number): NonNullable<IdeaView["passed"]> => ({
  ...(contact ? { contact } : {}),
  ...(answerBy ? { answerBy } : {}),
  ...(answerBy && isOfOtherYear(answerBy, now, settings.zone) ? { otherYear: true } : {}),
  ...(answerBy && hasPassed(answerBy, now, settings.zone) ? { isLate: true } : {}),
});

const ownerView = ({ due, test }: Idea, name: string, { settings }: Team, now: number): NonNullable<IdeaView["owner"]> => ({
  name,
  ...(due
    ? {
        due,
        ...(isOfOtherYear(due, now, settings.zone) ? { otherYear: true } : {}),
        ...(hasPassed(due, now, settings.zone) ? { isPast: true } : {}),
      }
    : {}),
  ...(test ? { test } : {}),
});
