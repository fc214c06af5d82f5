import type { RoundId } from "../ids.ts";
import { hasOwnTimes } from "../people/own-times.ts";
import { isPresent, type Member, type PersonId, whyNotAsked } from "../people/person.ts";
import { fewestCounted, type Turnout } from "./turnout.ts";

/**
 * Why the question of a round did not reach a person. `refused`: Teams refused it. `late`: the digest went out first. `joined`: the person joined, or came
 * back, after the round had begun. `elsewhere`: another of their teams has asked them this week.
 */
export const notReachedReasons = [
  "blocked",
  "not-installed",
  "refused",
  "late",
  "joined",
  "paused",
  "excepted",
  "elsewhere",
  "left",
] as const;
export type NotReached = (typeof notReachedReasons)[number];

/** Reasons that a lead or an admin should act on; the others are people's own choice, or will pass. */
export const troubles: readonly NotReached[] = ["blocked", "not-installed", "refused", "late"];

/** People in a round, each counted once; `answered` are some of those `asked`. */
export type Counts = Turnout & {
  /** Nobody knows whether they have it. */
  readonly doubtful: number;
  /** People whose turn is still to come. */
  readonly toAsk: number;
  readonly notReached: Readonly<Partial<Record<NotReached, number>>>;
};

/** The facts of one person's question that are counted. */
export type AskFacts = {
  readonly person: PersonId;
  readonly answer?: "idea" | "nothing" | "later" | "elsewhere";
  readonly delivery?: "intent" | "sent" | "refused" | "doubtful" | "again" | "cancelled";
  readonly why?: string;
  readonly sentAt?: number;
  /** It is sent at a time of the person's own. */
  readonly atOwnTime?: boolean;
};

export type RoundFacts = { readonly id: RoundId; readonly digestAt: number; readonly state: "planning" | "open" | "closed" };

/** Why a question is not sent that a person with times of their own gets in no week of its round. Nobody reads it. */
export const notInThisRound = "own-times";

const asReason = (why: string | undefined): NotReached => notReachedReasons.find((one) => one === why) ?? "refused";

type WhereInRound = "asked" | "doubtful" | "toAsk" | NotReached;

/**
 * Where one person stands in a round, by the delivery of their question; nowhere, where their own choice keeps it from them, or as long as it does: leads see the names of people whom it did not reach, and a number that an answer moved
 * would tell them who wrote. Only a person who answers before their turn is asked by that: their question is not sent any more, and their name stands nowhere.
 */
const standing = (ask: AskFacts, round: RoundFacts): WhereInRound | undefined => {
  if (isAsked(ask)) return "asked";
  if (ask.atOwnTime && (isUnsettled(ask.delivery) || ask.why === notInThisRound)) return undefined;
  if (ask.delivery === "doubtful") return "doubtful";
  if (ask.delivery === "refused" || ask.delivery === "cancelled") return asReason(ask.why);
  if (ask.answer === "elsewhere") return "elsewhere";
  return round.state === "closed" ? "late" : "toAsk";
};

/** Has a person got the question, as far as that is certain, or answered before their turn? */
const isAsked = ({ answer, delivery }: AskFacts): boolean =>
  delivery === "sent" || (isUnsettled(delivery) && answer !== undefined && answer !== "elsewhere");

/** Counts the people who got a question, and those of them who have answered. Leads see whom it may not have reached by name, so the answers of these are left out. */
export const turnoutOf = (asks: readonly AskFacts[]): Turnout => {
  const asked = asks.filter(isAsked);
  return { asked: asked.length, answered: asked.filter(({ answer }) => answer === "idea" || answer === "nothing").length };
};

/** Is a question still to be sent with those of all, or on its way, and its person has not answered? */
export const isOnItsWay = ({ answer, delivery, atOwnTime }: AskFacts): boolean =>
  answer === undefined && isUnsettled(delivery) && !atOwnTime;

const isUnsettled = (delivery: AskFacts["delivery"]): boolean => delivery === undefined || delivery === "intent" || delivery === "again";

/** Where a member stands who has no question of their own in the round; those who left before it are no part of it. */
const standingOfUnasked = (
  member: Member,
  round: RoundFacts,
  excepted: readonly PersonId[],
  now: number,
): "toAsk" | NotReached | undefined => {
  if (!isPresent(member)) return undefined;
  const why = whyNotAsked(member, excepted, now);
  if (why) return why;
  if (round.state === "planning") return "toAsk";
  if (hasOwnTimes(member)) return undefined;
  return member.inSeveralTeams ? "elsewhere" : "joined";
};

export const none: Counts = { asked: 0, answered: 0, doubtful: 0, toAsk: 0, notReached: {} };

/** A round with its questions and the people of its team. `excepted`: people whom the team's settings exclude from the question. */
export type CountedRound = {
  readonly round: RoundFacts;
  readonly asks: readonly AskFacts[];
  readonly members: readonly Member[];
  readonly excepted: readonly PersonId[];
};

/**
 * Reasons that are a person's own choice, or come from the end of one: nobody reads fewer than five such people as a count, because in a small team it would tell
 * who has paused.
 */
const ownChoices: readonly NotReached[] = ["paused", "joined"];

/** Counts the people of a round. */
export const countRound = ({ round, asks, members, excepted }: CountedRound, now: number): Counts => {
  const asked = new Set(asks.map(({ person }) => person));
  const others = members.filter(({ person }) => !asked.has(person));
  const counts = { asked: 0, doubtful: 0, toAsk: 0 };
  const notReached: Partial<Record<NotReached, number>> = {};
  for (const one of [
    ...asks.map((ask) => standing(ask, round)),
    ...others.map((member) => standingOfUnasked(member, round, excepted, now)),
  ]) {
    if (one === "asked" || one === "doubtful" || one === "toAsk") counts[one] += 1;
    else if (one) notReached[one] = (notReached[one] ?? 0) + 1;
  }
  for (const why of ownChoices) if ((notReached[why] ?? 0) < fewestCounted) delete notReached[why];
  return { ...counts, answered: turnoutOf(asks).answered, notReached };
};

export const add = (a: Counts, b: Counts): Counts => ({
  asked: a.asked + b.asked,
  answered: a.answered + b.answered,
  doubtful: a.doubtful + b.doubtful,
  toAsk: a.toAsk + b.toAsk,
  notReached: Object.fromEntries(
    notReachedReasons.flatMap((why) => {
      const people = (a.notReached[why] ?? 0) + (b.notReached[why] ?? 0);
      return people > 0 ? [[why, people]] : [];
    }),
  ),
});

/** The number of people whom the question did not reach for one of the `troubles`. */
export const troubledPeople = ({ notReached }: Counts): number => troubles.reduce((sum, why) => sum + (notReached[why] ?? 0), 0);

/** Reasons with which a team's leads see names, because they can act on them. A person who has not answered, or who has paused, is never named. */
export const namedReasons = ["blocked", "not-installed", "refused", "doubtful"] as const;

type NamedReason = (typeof namedReasons)[number];

/** Members whom the question did not reach, or may not have reached: the first 20 names, and the number of further people. */
export type Unreached = { readonly why: NamedReason; readonly names: readonly string[]; readonly more: number };

const mostNames = 20;

const isNamed = (why: string | undefined): why is NamedReason => (namedReasons as readonly (string | undefined)[]).includes(why);

/** Why the question did not reach a member, by its delivery alone: a name that went when its person writes would tell who wrote. */
const whyUnreached = (
  member: Member,
  ask: AskFacts | undefined,
  { round, excepted }: CountedRound,
  now: number,
): NamedReason | undefined => {
  const why = ask ? standing(ask, round) : standingOfUnasked(member, round, excepted, now);
  return isNamed(why) ? why : undefined;
};

/** Names of the members whom the question of a round did not reach, for their leads. */
export const unreachedIn = (counted: CountedRound, now: number): readonly Unreached[] => {
  const { asks, members } = counted;
  const askOf = new Map(asks.map((ask) => [ask.person, ask]));
  const troubled = members
    .filter(isPresent)
    .map((member) => ({ member, why: whyUnreached(member, askOf.get(member.person), counted, now) }));
  return namedReasons.flatMap((reason) => {
    const found = troubled.filter(({ why }) => why === reason);
    const names = found
      .flatMap(({ member: { name } }) => (name === "" ? [] : [name]))
      .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
      .slice(0, mostNames);
    return found.length > 0 ? [{ why: reason, names, more: found.length - names.length }] : [];
  });
};
