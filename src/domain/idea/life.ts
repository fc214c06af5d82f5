import { whyMarkOf } from "../ids.ts";
import type { LeadNewsKind, NewsKind } from "../job.ts";
import type { RefusalReason } from "../message/refusal.ts";
import type { PersonId } from "../people/person.ts";
import type { Result } from "../result.ts";
import { factsOf, gaveBack, type IdeaEvent, type MadeStep, takesAgain, wantsOwner, weighedAs, weighedBy } from "./event.ts";
import { counting, given, ownership, quiet, requestFacts, sign } from "./facts.ts";
import { ideaWithout } from "./forget.ts";
import {
  hasEnded,
  type Idea,
  isFinished,
  isLiving,
  isOpen,
  isWorth,
  livingStages,
  mostWhys,
  openStages,
  ownedStages,
  type Stage,
  stages,
  titleOf,
} from "./idea.ts";

type Fact = keyof Idea;

type Rule = {
  /** The stages in which the event can happen. */
  readonly from: readonly Stage[];
  /** The stage after the event. Without it, the idea keeps its stage and gets no step. */
  readonly to?: (idea: Idea, event: IdeaEvent) => Stage;
  readonly clears: readonly Fact[];
  /** The time (ms) after the owner took the idea from which the event needs a reason. */
  readonly reasonAfterMs?: number;
  /** The event undoes an earlier one. */
  readonly undoes?: true;
  /** Everybody may read the reason in the idea's story, and the people behind the idea in their news. Of other events only leads read it. */
  readonly isPublic?: true;
  /**
   * News that Gnist sends to the author, the owner and the people behind the idea (flows/ideas/note-news.ts). The author learns with the digest that an idea
   * is held back (`heldNews`).
   */
  readonly news?: NewsKind;
  /** News that Gnist sends to the leads. */
  readonly leads?: LeadNewsKind;
};

const words = ["proposal", "cost", "kind"] as const;
const passed = ["passedTo", "passedStep", "contact", "answerBy"] as const;
const merged = ["mergedInto", "mergedFrom", "mergedStep", "mergedBy"] as const;
const end = ["result", "lesson", "minutes", "people", "finishedAt", "endedFrom"] as const;
const finished: readonly Stage[] = ["adopted", "stopped"];

/** The state machine of an idea: for each event the stages before and after it, the facts that it clears, and the news that Gnist sends. */
export const life: { readonly [E in IdeaEvent["event"]]: Rule } = {
  take: {
    from: openStages,
    to: (idea, event) => (takesAgain(idea, event) ? (idea.gaveFrom ?? "planned") : "planned"),
    clears: [...requestFacts, ...given, ...sign],
    news: "owned",
  },
  "try-idea": { from: ["worth"], to: () => "planned", clears: sign, news: "tried" },
  plan: { from: ownedStages, clears: quiet },
  start: { from: ["planned"], to: () => "testing", clears: sign, news: "testing" },
  "on-track": { from: ownedStages, clears: sign },
  "need-help": { from: ownedStages, clears: quiet },
  "add-why": { from: ownedStages, clears: quiet },
  "drop-why": { from: ownedStages, clears: quiet },
  count: { from: ownedStages, clears: [...quiet, "countedLast"] },
  "end-count": { from: ownedStages, clears: [...quiet, "counts"] },
  "add-number": { from: ownedStages, clears: quiet },
  "test-done": { from: ["planned", "testing"], to: () => "checking", clears: sign, news: "checking" },
  adjust: { from: ["checking"], to: () => "planned", clears: sign, isPublic: true, news: "again" },
  adopt: { from: ["checking"], to: () => "adopted", clears: [...requestFacts, ...sign], isPublic: true, news: "done" },
  done: { from: ownedStages, to: () => "adopted", clears: [...requestFacts, ...sign], isPublic: true, news: "done" },
  stop: { from: ownedStages, to: () => "stopped", clears: [...requestFacts, ...sign], isPublic: true, news: "stopped" },
  answer: {
    from: ["new", "passed-on"],
    to: (_idea, event) => ("solved" in event && event.solved ? "adopted" : "stopped"),
    clears: [...requestFacts, ...given],
    isPublic: true,
    news: "answered",
  },
  "undo-end": {
    from: finished,
    to: ({ owner, endedFrom }) => endedFrom ?? (owner ? "planned" : "new"),
    clears: end,
    undoes: true,
    news: "undone",
  },
  reopen: {
    from: finished,
    to: ({ owner }) => (owner ? "planned" : "new"),
    clears: [...end, ...passed],
    isPublic: true,
    news: "reopened",
  },
  "give-back": {
    from: ownedStages,
    to: () => "new",
    clears: ownership,
    reasonAfterMs: 10 * 60_000,
    news: "declined",
    leads: "declined",
  },
  explain: { from: ["new"], to: () => "new", clears: [], leads: "declined" },
  "owner-left": { from: ownedStages, to: () => "new", clears: ownership, news: "declined", leads: "owner-left" },
  nudge: { from: ownedStages, clears: [] },
  "tell-quiet": { from: ownedStages, clears: [] },
  "ask-again": { from: ownedStages, clears: ["toldQuietAt"] },
  "pass-on": {
    from: openStages,
    to: () => "passed-on",
    clears: [...requestFacts, ...given, ...ownership],
    isPublic: true,
    news: "passed-on",
  },
  promise: { from: ["passed-on"], to: () => "passed-on", clears: [], news: "promised" },
  "send-back": { from: ["passed-on"], to: () => "new", clears: passed, isPublic: true, news: "sent-back" },
  merge: { from: ["new", "planned"], to: () => "merged", clears: requestFacts, news: "merged" },
  unmerge: {
    from: ["merged"],
    to: ({ mergedFrom = "new" }) => mergedFrom,
    clears: merged,
    undoes: true,
    news: "unmerged",
  },
  join: { from: [...openStages, "passed-on"], clears: [] },
  part: { from: stages, clears: [] },
  // The lead has decided, so an open request ends.
  hold: { from: [...openStages, "worth"], to: () => "held", clears: requestFacts },
  "put-back": { from: ["held"], to: ({ heldFrom = "new" }) => heldFrom, clears: ["heldFrom", "heldStep"], undoes: true },
  withdraw: {
    from: [...livingStages, "held", "merged", ...finished],
    to: () => "withdrawn",
    clears: [...words, ...requestFacts, "editedTitle", "test", "gaveTest", "help", "whys", ...counting, ...end],
    news: "withdrawn",
  },
  restore: {
    from: ["withdrawn"],
    to: ({ withdrawnFrom = "new" }) => withdrawnFrom,
    clears: ["withdrawnFrom", "withdrawnStep", "withdrawnRequest"],
    undoes: true,
    news: "restored",
  },
  forget: { from: stages, clears: [] },
  edit: { from: [...livingStages, "held"], clears: words },
  title: { from: livingStages, clears: [] },
  weigh: { from: openStages, clears: [] },
  "tell-apart": { from: openStages, clears: [] },
  "try-tip": { from: ["new", "planned"], clears: [] },
  ask: { from: openStages, clears: [] },
  "end-request": { from: [...openStages, "held"], clears: requestFacts },
};

/** The names of all events. */
export const eventNames = Object.keys(life) as [IdeaEvent["event"], ...IdeaEvent["event"][]];

/** Events of an owner alone. */
const ofOwner: readonly IdeaEvent["event"][] = [
  "plan",
  "start",
  "on-track",
  "need-help",
  "add-why",
  "drop-why",
  "count",
  "end-count",
  "add-number",
  "test-done",
  "adjust",
  "give-back",
];

/** The reason that an event cannot happen to an idea. It checks the owner again, because the idea may have changed since the press was authorised. */
const whyNot = (idea: Idea, event: IdeaEvent, at: number): RefusalReason | undefined => {
  const isOwner = "who" in event && idea.owner === event.who;
  if (ofOwner.includes(event.event) && !isOwner) return "not-the-owner";
  const isEnd = event.event === "adopt" || event.event === "done" || event.event === "stop";
  const endedIt = event.event === "undo-end" && idea.last?.who === event.who;
  if ((isEnd || event.event === "undo-end" || event.event === "weigh") && !isOwner && !event.leads && !endedIt) return "not-the-owner";
  if (isEnd && idea.stage === "new") return "needs-owner";
  const { from, reasonAfterMs } = life[event.event];
  const isAnswered = event.event === "answer" && (event.as === "lead") !== (idea.stage === "new");
  if (event.event === "try-idea" && idea.owner !== undefined) return "already-owned";
  const isKept = event.event === "withdraw" && isFinished(idea) && !event.isErased;
  if (!from.includes(idea.stage) || isAnswered || isKept) return whyNotNow(idea);
  if (event.event === "start" && !((event.test || idea.test) && (event.due || idea.due))) return "plan-needed";
  if (event.event === "adjust" && !(event.test && event.due)) return "plan-needed";
  if (standsForOther(idea, event)) return "moved-on";
  if (isOfOtherWhys(idea, event)) return "whys-changed";
  if (event.event === "count" && event.counts === undefined && idea.countedLast === undefined) return "nothing-to-undo";
  if (event.event === "add-number" && idea.counts === undefined) return "moved-on";
  const isUnexplained = "why" in event && event.why === "";
  if (reasonAfterMs !== undefined && isUnexplained && at - (idea.takenAt ?? 0) > reasonAfterMs) return "reason-needed";
  if (event.event === "merge" && event.into === idea.id) return "no-such-idea";
  return wantsOwner(event) ? whyNotOwn(idea, event, isOwner) : undefined;
};

/** Why nothing of the kind can happen to an idea in its stage. */
export const whyNotNow = (idea: Pick<Idea, "stage">): RefusalReason => {
  if (isWorth(idea)) return "not-tried";
  return isOpen(idea) || idea.stage === "merged" ? "moved-on" : "idea-closed";
};

/**
 * Does this *Undo* stand for another end or merge than the last one? Older cards do not say for which: from them a person may undo their own, and a lead any.
 */
const standsForOther = (idea: Idea, event: IdeaEvent): boolean => {
  if (event.event !== "undo-end" && event.event !== "unmerge") return false;
  if (event.event === "unmerge" && event.who === undefined) return false;
  const last = event.event === "undo-end" ? idea.last : { step: idea.mergedStep, who: idea.mergedBy };
  return event.step === undefined ? !event.leads && last?.who !== event.who : last?.step !== event.step;
};

/** Was this press of a card with other causes than the idea has now? */
const isOfOtherWhys = ({ whys = [] }: Idea, event: IdeaEvent): boolean => {
  if (event.event === "add-why") return event.place !== whys.length || event.place >= mostWhys;
  return event.event === "drop-why" && (event.place !== whys.length - 1 || event.mark !== whyMarkOf(whys[event.place] ?? ""));
};

const whyNotOwn = (idea: Idea, event: IdeaEvent, isOwner: boolean): RefusalReason | undefined => {
  // A lead has asked this person to be the new owner.
  const follows = event.event === "take" && idea.request !== undefined && idea.askedOwner === event.who;
  const replaces = event.event === "ask" && event.leads && event.replaces === true && idea.owner !== event.person;
  if (idea.owner !== undefined && !isOwner && !follows && !replaces) return "already-owned";
  return event.event === "ask" && !event.leads && idea.request !== undefined ? "already-asked" : undefined;
};

/** May a lead pass this idea on? The team has to see it first. */
export const mayPassOn = (idea: Idea): boolean => idea.digest !== undefined && life["pass-on"].from.includes(idea.stage);

/** Was this event of this person the last one? */
const isLast = ({ last }: Idea, event: IdeaEvent): boolean => last?.event === event.event && "who" in event && last.who === event.who;

/** Does the idea have the guesses that the event brings? */
const isWeighed = (idea: Idea, event: IdeaEvent): boolean => {
  const { effort, effect } = weighedAs(idea, weighedBy(event));
  return effort === idea.effort && effect === idea.effect;
};

/** Has the event happened already? This makes presses idempotent: a press repeated after a lost answer gets that answer again. */
const isSo = (idea: Idea, event: IdeaEvent): boolean => {
  switch (event.event) {
    case "take":
    case "try-idea":
      return idea.owner === event.who && ownedStages.includes(idea.stage);
    case "start":
      return idea.stage === "testing" && isLast(idea, event);
    case "add-why":
      return idea.owner === event.who && idea.whys?.[event.place] === event.text;
    case "drop-why":
      return idea.owner === event.who && event.place >= (idea.whys?.length ?? 0);
    case "count":
      return idea.owner === event.who && idea.counts !== undefined && (event.counts ?? idea.counts) === idea.counts && !event.number;
    case "end-count":
      return idea.owner === event.who && idea.counts === undefined;
    case "test-done":
      return idea.stage === "checking" && idea.owner === event.who;
    case "adjust":
      return idea.stage === "planned" && isLast(idea, event);
    case "give-back":
      return gaveBack(idea, event.who);
    case "owner-left":
      return idea.owner !== event.person;
    case "nudge":
      return idea.owner !== event.person || idea.nudgedAt !== undefined || (idea.heardAt ?? 0) > event.since;
    case "tell-quiet":
      return idea.owner !== event.person || idea.toldQuietAt !== undefined || (idea.heardAt ?? 0) > event.since;
    case "ask-again":
      // Another lead has asked, or the owner has given a sign: only a quiet owner whom the leads know of is asked again.
      return idea.toldQuietAt === undefined && ownedStages.includes(idea.stage);
    case "adopt":
    case "done":
      return idea.stage === "adopted" && isLast(idea, event);
    case "stop":
      return idea.stage === "stopped" && isLast(idea, event);
    case "answer":
      return isFinished(idea) && isLast(idea, event) && (idea.stage === "adopted") === event.solved;
    case "hold":
      return idea.stage === "held";
    case "reopen":
      return isOpen(idea) && isLast(idea, event);
    case "undo-end":
      return isLiving(idea);
    case "pass-on":
      return idea.stage === "passed-on" && idea.passedTo === event.to;
    case "promise":
      return idea.stage === "passed-on" && idea.contact === event.contact && idea.answerBy === event.answerBy;
    case "send-back":
      return idea.stage === "new" && isLast(idea, event);
    case "merge":
      return idea.stage === "merged" && idea.mergedInto === event.into;
    case "unmerge":
      return idea.stage !== "merged" && idea.stage !== "withdrawn";
    case "join":
      return idea.joined?.includes(event.idea) ?? false;
    case "part":
      return !idea.joined?.includes(event.idea);
    case "put-back":
      return isLiving(idea);
    case "withdraw":
      return idea.stage === "withdrawn";
    case "restore":
      return idea.stage === "merged" || !hasEnded(idea);
    case "title":
      return isLiving(idea) && titleOf(idea) === event.title && isWeighed(idea, event);
    case "weigh":
      return isOpen(idea) && isWeighed(idea, event);
    case "try-tip":
      return idea.tip === event.tip;
    case "ask": {
      // Only the asker and leads may learn in this way whom somebody has asked.
      const mayKnow = event.leads || idea.askedBy === event.who;
      if (event.refused !== undefined && event.refused === idea.request) return false;
      const mayAsk = idea.owner === undefined || event.replaces === true;
      return mayKnow && isOpen(idea) && mayAsk && idea.askedOwner === event.person && idea.askedDue === event.due;
    }
    case "end-request":
      return idea.request !== event.request;
    default:
      return false;
  }
};

/** The part of an event that is still to happen where the rest of it has happened before. */
const leftOf = (idea: Idea, event: IdeaEvent): IdeaEvent | undefined => {
  if ("agreed" in event) return { ...event, event: "plan" };
  if (event.event === "give-back" && event.why !== "" && idea.gaveWhy === undefined) return { ...event, event: "explain" };
  if (event.event !== "ask") return undefined;
  const { who, leads, title, weighed } = event;
  if (title !== undefined) return { event: "title", title, ...(weighed ? { weighed } : {}) };
  return weighed && { event: "weigh", who, leads, ...weighed };
};

/** The end of an event: the idea after it, with the step that keeps it, and the same object where it had happened before; or why it cannot happen. */
type Lived = Result<{ readonly idea: Idea; readonly step?: MadeStep }, RefusalReason>;

/** Applies an event to an idea. @param at its instant (ms) @param key the key of its step */
export const live = (idea: Idea, event: IdeaEvent, at: number, key: string): Lived => {
  if (event.event === "forget") return { got: { idea: ideaWithout(idea, event.person) } };
  if (isSo(idea, event)) {
    const left = leftOf(idea, event);
    return left ? live(idea, left, at, key) : { got: { idea } };
  }
  const no = whyNot(idea, event, at);
  if (no) return { no };
  const { to, clears, undoes: everUndoes } = life[event.event];
  // Where nobody parts a merged idea, its target was withdrawn: that is news of its own.
  const isOwnNews = event.event === "unmerge" && event.who === undefined;
  const undoes = (everUndoes && !isOwnNews) || takesAgain(idea, event);
  const stage = to?.(idea, event);
  const kept: Record<string, unknown> = { ...idea, stage: stage ?? idea.stage };
  for (const fact of clears) delete kept[fact];
  if (event.event === "put-back" && event.who === idea.author) delete kept.toldHeld;
  // The lead's wording belongs to the words that the author has replaced.
  if (event.event === "edit" && event.words.friction !== idea.friction) delete kept.editedTitle;
  // One of the two may have been taken away.
  if (weighedBy(event)) for (const fact of ["effort", "effect"]) delete kept[fact];
  const after = { ...kept, ...factsOf(idea, event, at, key) } as Idea;
  if (!stage) return { got: { idea: after } };
  // A withdrawal or a merge by the author names nobody: no story may tell who wrote an idea.
  const isAuthors = event.event === "merge" || event.event === "unmerge" ? event.who === idea.author : false;
  const who = "who" in event && !isAuthors ? { who: event.who } : {};
  const why = "why" in event && event.why !== "" ? { why: event.why } : {};
  const step = { event: event.event, key, stage, at, ...who, ...why, ...(undoes ? { undoes } : {}) };
  return { got: { idea: { ...after, steppedAt: at }, step } };
};

/** The instant of the next step: later than that of the last one, because steps are in the order of their instants, and two presses may share one. */
const afterSteps = ({ steppedAt = 0 }: Idea, at: number): number => Math.max(at, steppedAt + 1);

/** The moment (ms) of an event, and the keys of steps by their moments. */
type Moment = { readonly at: number; readonly keyAt: (at: number) => string };

/**
 * Applies an event to an idea. Where the event wants an owner and the present one has left the team, the step `owner-left` comes before it.
 * @param gone the owner, where a roster lacked them; it need not be certain that they have left
 */
export const liveOn = (
  idea: Idea,
  event: IdeaEvent,
  gone: PersonId | undefined,
  { at, keyAt }: Moment,
): Result<{ readonly idea: Idea; readonly steps: readonly MadeStep[] }, RefusalReason> => {
  const isFreed = wantsOwner(event) && gone !== undefined && idea.owner === gone;
  const first = afterSteps(idea, at);
  const freed = isFreed ? live(idea, { event: "owner-left", person: gone }, first, keyAt(first)) : { got: { idea } };
  if ("no" in freed) return freed;
  const then = afterSteps(freed.got.idea, at);
  const lived = live(freed.got.idea, event, then, keyAt(then));
  if ("no" in lived) return lived;
  return { got: { idea: lived.got.idea, steps: [freed.got.step, lived.got.step].filter((step) => step !== undefined) } };
};
