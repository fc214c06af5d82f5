import type { WrittenIdea } from "../action/ideas.ts";
import type { LeadNewsKind, NewsKind } from "../job.ts";
import type { RefusalReason } from "../message/refusal.ts";
import type { PersonId } from "../people/person.ts";
import type { Result } from "../result.ts";
import {
  hasEnded,
  type Idea,
  type IdeaId,
  isFinished,
  isLiving,
  isOpen,
  type lastEvents,
  livingStages,
  openStages,
  ownedStages,
  type Stage,
  stages,
  titleOf,
} from "./idea.ts";

/** Time that a test saved: minutes a week for one person, and how many people. */
export type Saved = { readonly minutes?: number; readonly people?: number };

type OwnPlan = { readonly due?: string; readonly test?: string };

/** Events that can happen to an idea, with their facts. `who`: the person who acts. `why`: the reason or the result. The step keeps both. */
export type IdeaEvent =
  /**
   * *I'll take it*. `agreed`: the person was asked, and says yes with a date and a test. An owner who agrees again sets both anew; a person who has just given
   * the idea back undoes that.
   */
  | { readonly event: "take"; readonly who: PersonId; readonly due: string; readonly test?: string; readonly agreed?: true }
  /** Its owner sets date and test. */
  | { readonly event: "plan"; readonly who: PersonId; readonly due: string; readonly test?: string }
  /** *Started*: its owner begins the test. Date and test may be set in one go. */
  | ({ readonly event: "start"; readonly who: PersonId } & OwnPlan)
  /** *On track*: its owner works on it. */
  | { readonly event: "on-track"; readonly who: PersonId }
  /** *Need help*: `why` is the owner's line to the leads, and may be empty. */
  | { readonly event: "need-help"; readonly who: PersonId; readonly why: string }
  | { readonly event: "test-done"; readonly who: PersonId }
  /** *Adjust and test again*: the next cycle. `why`: what came of the last test; it may be empty. */
  | ({ readonly event: "adjust"; readonly who: PersonId; readonly why: string } & OwnPlan)
  /** `leads`: the person leads the team, and need not own the idea. */
  | ({ readonly event: "adopt"; readonly who: PersonId; readonly leads: boolean; readonly why: string } & Saved)
  /** `done #42`: adopted without a check. */
  | { readonly event: "done"; readonly who: PersonId; readonly leads: boolean; readonly why: string }
  /** `why`: the lesson. */
  | { readonly event: "stop"; readonly who: PersonId; readonly leads: boolean; readonly why: string }
  /** A lead answers a new idea, or a coordinator one that was passed on: it is solved (adopted), or nothing will be done (stopped). */
  | {
      readonly event: "answer";
      readonly who: PersonId;
      readonly as: "lead" | "coordinator";
      readonly solved: boolean;
      readonly why: string;
    }
  /** *Undo* of an end: the idea is where it was. `step`: the end that the button stands for (`standsForOther`). */
  | { readonly event: "undo-end"; readonly who: PersonId; readonly leads: boolean; readonly step?: string }
  /** *Reopen*, by a lead. */
  | { readonly event: "reopen"; readonly who: PersonId; readonly why: string }
  /** `why` may be empty in the first 10 minutes (`reasonAfterMs`). */
  | { readonly event: "give-back"; readonly who: PersonId; readonly why: string }
  /** They say why after they have given it back without a reason: a give-back that has happened already. */
  | { readonly event: "explain"; readonly who: PersonId; readonly why: string }
  /** Its owner is in the team no more, or a guest in it now. */
  | { readonly event: "owner-left"; readonly person: PersonId }
  /** Gnist has reminded the owner of a quiet idea since `since` (ms), or has told the leads; both once until the owner gives a sign. */
  | { readonly event: "nudge"; readonly person: PersonId; readonly since: number }
  | { readonly event: "tell-quiet"; readonly person: PersonId; readonly since: number }
  /** *Ask again*, by a lead: the owner is asked once more. */
  | { readonly event: "ask-again"; readonly who: PersonId }
  /** A lead passes it on to the coordinators' team `to`. */
  | { readonly event: "pass-on"; readonly who: PersonId; readonly why: string; readonly to: string }
  /** *Take it* by a coordinator, who promises an answer by a date (`YYYY-MM-DD`). */
  | { readonly event: "promise"; readonly who: PersonId; readonly contact: string; readonly answerBy: string }
  | { readonly event: "send-back"; readonly who: PersonId; readonly why: string }
  /** *Same thing*, by its author or a lead: `into` is the idea that says it too. */
  | { readonly event: "merge"; readonly who: PersonId; readonly into: IdeaId }
  /** `step`: as above. Without `who` the other idea was withdrawn, and Gnist itself lets this one stand on its own again. */
  | { readonly event: "unmerge"; readonly who?: PersonId; readonly leads?: boolean; readonly step?: string }
  /** Another idea was merged into this one, or no longer is. */
  | { readonly event: "join"; readonly idea: IdeaId }
  | { readonly event: "part"; readonly idea: IdeaId }
  | { readonly event: "hold"; readonly who: PersonId; readonly why: string }
  | { readonly event: "put-back"; readonly who: PersonId }
  | { readonly event: "withdraw" }
  | { readonly event: "restore"; readonly words: WrittenIdea }
  | { readonly event: "edit"; readonly words: WrittenIdea }
  | { readonly event: "title"; readonly title: string }
  /**
   * Somebody is asked to own it. `request` names the request. `leads`: whoever asks leads the team, and may ask while another request runs. `refused`: the
   * request that this one is to follow, for its answer was no. `title`: the title is changed too. `replaces`: *New owner*: it has an owner, who stays until the
   * person asked accepts.
   */
  | {
      readonly event: "ask";
      readonly who: PersonId;
      readonly leads: boolean;
      readonly person: PersonId;
      readonly due: string;
      readonly request: string;
      readonly refused?: string;
      readonly title?: string;
      readonly replaces?: true;
    }
  /** A request has ended without an owner. */
  | { readonly event: "end-request"; readonly request: string };

/** One change of stage. `undoes`: it undoes the change before it. */
export type Step = {
  readonly stage: Stage;
  readonly at: number;
  readonly event: IdeaEvent["event"];
  readonly who?: PersonId;
  readonly why?: string;
  readonly undoes?: boolean;
};

/** A step with its own key. */
export type MadeStep = Step & { readonly key: string };

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

const request = ["askedOwner", "askedBy", "askedDue", "request"] as const;
const quiet = ["nudgedAt", "toldQuietAt"] as const;
const sign = [...quiet, "help"] as const;
const ownership = ["owner", "takenAt", "due", "test", "heardAt", ...sign] as const;
const given = ["gaveFrom", "gaveDue", "gaveTest", "gaveWhy", "openThen"] as const;
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
    clears: [...request, ...given, ...sign],
    news: "owned",
  },
  plan: { from: ownedStages, clears: quiet },
  start: { from: ["planned"], to: () => "testing", clears: sign, news: "testing" },
  "on-track": { from: ownedStages, clears: sign },
  "need-help": { from: ownedStages, clears: quiet },
  "test-done": { from: ["planned", "testing"], to: () => "checking", clears: sign, news: "checking" },
  adjust: { from: ["checking"], to: () => "planned", clears: sign, isPublic: true, news: "again" },
  adopt: { from: ["checking"], to: () => "adopted", clears: [...request, ...sign], isPublic: true, news: "done" },
  done: { from: ownedStages, to: () => "adopted", clears: [...request, ...sign], isPublic: true, news: "done" },
  stop: { from: ownedStages, to: () => "stopped", clears: [...request, ...sign], isPublic: true, news: "stopped" },
  answer: {
    from: ["new", "passed-on"],
    to: (_idea, event) => ("solved" in event && event.solved ? "adopted" : "stopped"),
    clears: [...request, ...given],
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
    clears: [...request, ...given, ...ownership],
    isPublic: true,
    news: "passed-on",
  },
  promise: { from: ["passed-on"], to: () => "passed-on", clears: [], news: "promised" },
  "send-back": { from: ["passed-on"], to: () => "new", clears: passed, isPublic: true, news: "sent-back" },
  merge: { from: ["new", "planned"], to: () => "merged", clears: request, news: "merged" },
  unmerge: {
    from: ["merged"],
    to: ({ mergedFrom = "new" }) => mergedFrom,
    clears: merged,
    undoes: true,
    news: "unmerged",
  },
  join: { from: livingStages, clears: [] },
  part: { from: stages, clears: [] },
  // The lead has decided, so an open request ends.
  hold: { from: openStages, to: () => "held", clears: request },
  "put-back": { from: ["held"], to: ({ heldFrom = "new" }) => heldFrom, clears: ["heldFrom", "heldStep"], undoes: true },
  withdraw: {
    from: [...livingStages, "held", "merged"],
    to: () => "withdrawn",
    clears: [...words, ...request, "editedTitle", "test", "gaveTest", "help"],
    news: "withdrawn",
  },
  restore: {
    from: ["withdrawn"],
    to: ({ withdrawnFrom = "new" }) => withdrawnFrom,
    clears: ["withdrawnFrom", "withdrawnStep", "withdrawnRequest"],
    undoes: true,
    news: "restored",
  },
  edit: { from: [...livingStages, "held"], clears: words },
  title: { from: livingStages, clears: [] },
  ask: { from: openStages, clears: [] },
  "end-request": { from: [...openStages, "held"], clears: request },
};

/** The names of all events. */
export const eventNames = Object.keys(life) as [IdeaEvent["event"], ...IdeaEvent["event"][]];

type LastEvent = (typeof lastEvents)[number];

/** Remembers the event and its step. */
const lastOf = (event: IdeaEvent & { readonly event: LastEvent }, step: string) => ({
  last: { event: event.event, step, ...("who" in event ? { who: event.who } : {}) },
});

const planOf = ({ due, test }: OwnPlan): Pick<Idea, "due" | "test"> => ({ ...(due ? { due } : {}), ...(test ? { test } : {}) });

const savedOf = ({ minutes, people }: Saved): Pick<Idea, "minutes" | "people"> => ({
  ...(minutes === undefined ? {} : { minutes }),
  ...(people === undefined ? {} : { people }),
});

const joinedWith = (idea: Idea, one: IdeaId): readonly IdeaId[] => [...(idea.joined ?? []).filter((other) => other !== one), one];

/** Time (ms) within which a call for help with equal words is a press repeated after a lost answer. */
const sameHelpMs = 10 * 60_000;

const helpOf = ({ help }: Idea, why: string, at: number): NonNullable<Idea["help"]> =>
  help !== undefined && help.why === why && at - help.at < sameHelpMs ? help : { why, at };

/** The facts that an event sets. @param key the key of its step */
const factsOf = (idea: Idea, event: IdeaEvent, at: number, key: string): Partial<Idea> => {
  switch (event.event) {
    case "take":
      return { owner: event.who, takenAt: at, heardAt: at, ...planOf(event), ...requestAgain(idea, event), ...lastOf(event, key) };
    case "plan":
      return { owner: event.who, heardAt: at, ...planOf(event) };
    case "start":
      return { heardAt: at, ...planOf(event), ...lastOf(event, key) };
    case "adjust":
      return { heardAt: at, cycle: (idea.cycle ?? 1) + 1, ...planOf(event), ...lastOf(event, key) };
    case "on-track":
      return { heardAt: at };
    case "need-help":
      return { heardAt: at, help: helpOf(idea, event.why, at) };
    case "test-done":
      return { heardAt: at, ...lastOf(event, key) };
    case "adopt":
      return { result: event.why, ...savedOf(event), finishedAt: at, endedFrom: idea.stage, ...lastOf(event, key) };
    case "done":
      return { result: event.why, finishedAt: at, endedFrom: idea.stage, ...lastOf(event, key) };
    case "stop":
      return { lesson: event.why, finishedAt: at, endedFrom: idea.stage, ...lastOf(event, key) };
    case "answer":
      return { [event.solved ? "result" : "lesson"]: event.why, finishedAt: at, endedFrom: idea.stage, ...lastOf(event, key) };
    case "give-back": {
      const { due, test } = idea;
      const gave = {
        gaveFrom: idea.stage,
        ...(due ? { gaveDue: due } : {}),
        ...(test ? { gaveTest: test } : {}),
        ...(event.why ? { gaveWhy: key } : {}),
        ...(idea.request ? { openThen: idea.request } : {}),
      };
      return { ...gave, ...lastOf(event, key) };
    }
    case "explain":
      return { gaveWhy: key };
    case "reopen":
    case "undo-end":
      // An owner has the idea again from now on.
      return { ...(idea.owner ? { heardAt: at } : {}), ...lastOf(event, key) };
    case "owner-left":
      return { ...(idea.request ? { openThen: idea.request } : {}), ...lastOf(event, key) };
    case "send-back":
      return lastOf(event, key);
    case "nudge":
      return { nudgedAt: at };
    case "tell-quiet":
      return { toldQuietAt: at };
    case "ask-again":
      return { nudgedAt: at };
    case "pass-on":
      return { passedTo: event.to, passedStep: key, ...lastOf(event, key) };
    case "promise":
      return { contact: event.contact, answerBy: event.answerBy, ...lastOf(event, key) };
    case "merge":
      return { mergedInto: event.into, mergedFrom: idea.stage, mergedStep: key, mergedBy: event.who };
    case "join":
      return { joined: joinedWith(idea, event.idea) };
    case "part":
      return { joined: (idea.joined ?? []).filter((one) => one !== event.idea) };
    case "hold":
      // A lead who holds back their own idea knows it without news.
      return { heldFrom: idea.stage, heldStep: key, ...(event.who === idea.author ? { toldHeld: key } : {}) };
    case "withdraw":
      return { friction: "", withdrawnFrom: idea.stage, withdrawnStep: key, ...(idea.request ? { withdrawnRequest: idea.request } : {}) };
    case "restore":
    case "edit":
      return event.words;
    case "title":
      return { editedTitle: event.title };
    case "ask":
      return {
        askedOwner: event.person,
        askedBy: event.who,
        askedDue: event.due,
        request: event.request,
        ...(event.title === undefined ? {} : { editedTitle: event.title }),
      };
    default:
      return {};
  }
};

/** Does the event make an owner, or ask for one? An owner who may have left the team does not stand in its way (`liveOn`). */
export const wantsOwner = ({ event }: IdeaEvent): boolean => event === "take" || event === "ask";

/** Events of an owner alone. */
const ofOwner: readonly IdeaEvent["event"][] = ["plan", "start", "on-track", "need-help", "test-done", "adjust", "give-back"];

/** The reason that an event cannot happen to an idea. It checks the owner again, because the idea may have changed since the press was authorised. */
const whyNot = (idea: Idea, event: IdeaEvent, at: number): RefusalReason | undefined => {
  const isOwner = "who" in event && idea.owner === event.who;
  if (ofOwner.includes(event.event) && !isOwner) return "not-the-owner";
  const isEnd = event.event === "adopt" || event.event === "done" || event.event === "stop";
  const endedIt = event.event === "undo-end" && idea.last?.who === event.who;
  if ((isEnd || event.event === "undo-end") && !isOwner && !event.leads && !endedIt) return "not-the-owner";
  if (isEnd && idea.stage === "new") return "needs-owner";
  const { from, reasonAfterMs } = life[event.event];
  const isAnswered = event.event === "answer" && (event.as === "lead") !== (idea.stage === "new");
  if (!from.includes(idea.stage) || isAnswered) return isOpen(idea) ? "moved-on" : "idea-closed";
  if (event.event === "start" && !((event.test || idea.test) && (event.due || idea.due))) return "plan-needed";
  if (event.event === "adjust" && !(event.test && event.due)) return "plan-needed";
  if (standsForOther(idea, event)) return "moved-on";
  const isUnexplained = "why" in event && event.why === "";
  if (reasonAfterMs !== undefined && isUnexplained && at - (idea.takenAt ?? 0) > reasonAfterMs) return "reason-needed";
  if (event.event === "merge" && event.into === idea.id) return "no-such-idea";
  return wantsOwner(event) ? whyNotOwn(idea, event, isOwner) : undefined;
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

const whyNotOwn = (idea: Idea, event: IdeaEvent, isOwner: boolean): RefusalReason | undefined => {
  // A lead has asked this person to be the new owner.
  const follows = event.event === "take" && idea.request !== undefined && idea.askedOwner === event.who;
  const replaces = event.event === "ask" && event.leads && event.replaces === true && idea.owner !== event.person;
  if (idea.owner !== undefined && !isOwner && !follows && !replaces) return "already-owned";
  return event.event === "ask" && !event.leads && idea.request !== undefined ? "already-asked" : undefined;
};

/** May a lead pass this idea on? The team has to see it first. */
export const mayPassOn = (idea: Idea): boolean => idea.digest !== undefined && life["pass-on"].from.includes(idea.stage);

/** Has this person given it back, with nothing after that? */
export const gaveBack = ({ stage, last }: Idea, who: PersonId): boolean =>
  stage === "new" && last?.event === "give-back" && last.who === who;

/** Is this the *Undo* of a give-back? From a person who has been asked since it is a new yes, and undoes nothing. */
const takesAgain = (idea: Idea, event: IdeaEvent): boolean =>
  "agreed" in event && gaveBack(idea, event.who) && idea.askedOwner !== event.who;

/** A request to a new owner that was open before the give-back goes on after its *Undo*. */
const requestAgain = (idea: Idea, event: IdeaEvent): Partial<Idea> =>
  takesAgain(idea, event) && idea.request !== undefined && idea.request === idea.openThen
    ? Object.fromEntries(request.map((fact) => [fact, idea[fact]]))
    : {};

/** Was this event of this person the last one? */
const isLast = ({ last }: Idea, event: IdeaEvent): boolean => last?.event === event.event && "who" in event && last.who === event.who;

/** Has the event happened already? This makes presses idempotent: a press repeated after a lost answer gets that answer again. */
const isSo = (idea: Idea, event: IdeaEvent): boolean => {
  switch (event.event) {
    case "take":
      return idea.owner === event.who && ownedStages.includes(idea.stage);
    case "start":
      return idea.stage === "testing" && isLast(idea, event);
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
      return isLiving(idea) && titleOf(idea) === event.title;
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
  return event.event === "ask" && event.title !== undefined ? { event: "title", title: event.title } : undefined;
};

/** The end of an event: the idea after it, with the step that keeps it, and the same object where it had happened before; or why it cannot happen. */
type Lived = Result<{ readonly idea: Idea; readonly step?: MadeStep }, RefusalReason>;

/** Applies an event to an idea. @param at its instant (ms) @param key the key of its step */
export const live = (idea: Idea, event: IdeaEvent, at: number, key: string): Lived => {
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
  const after = { ...kept, ...factsOf(idea, event, at, key) } as Idea;
  if (!stage) return { got: { idea: after } };
  // A withdrawal or a merge by the author names nobody: no story may tell who wrote an idea.
  const isAuthors = event.event === "merge" || event.event === "unmerge" ? event.who === idea.author : false;
  const who = "who" in event && !isAuthors ? { who: event.who } : {};
  const why = "why" in event && event.why !== "" ? { why: event.why } : {};
  const step = { event: event.event, key, stage, at, ...who, ...why, ...(undoes ? { undoes } : {}) };
  return { got: { idea: after, step } };
};

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
  const freed = isFreed ? live(idea, { event: "owner-left", person: gone }, at, keyAt(at)) : { got: { idea } };
  if ("no" in freed) return freed;
  // Steps are in the order of their instants, so the second one gets a later one.
  const then = isFreed ? at + 1 : at;
  const lived = live(freed.got.idea, event, then, keyAt(then));
  if ("no" in lived) return lived;
  return { got: { idea: lived.got.idea, steps: [freed.got.step, lived.got.step].filter((step) => step !== undefined) } };
};

/** The news that the author gets with the next digest: the idea is held back; or it no longer is, if they knew that it was. */
export const heldNews = ({ stage, heldStep, toldHeld }: Idea): "held" | "put-back" | undefined => {
  if (stage === "held") return heldStep !== undefined && heldStep !== toldHeld ? "held" : undefined;
  return toldHeld !== undefined && stage !== "withdrawn" ? "put-back" : undefined;
};
