import type { WrittenIdea } from "../action/ideas.ts";
import type { LeadNewsKind, NewsKind } from "../job.ts";
import type { RefusalReason } from "../message/refusal.ts";
import type { PersonId } from "../people/person.ts";
import type { Result } from "../result.ts";
import { type Idea, isFinished, isOpen, openStages, type Stage, titleOf } from "./idea.ts";

/** Events that can happen to an idea, with their facts. `who`: the person who acts. `why`: the reason or the result. The step keeps both. */
export type IdeaEvent =
  /**
   * *I'll take it*. `agreed`: the person was asked, and says yes with a date and a test. An owner who agrees again sets both anew; a person who has just given
   * the idea back undoes that.
   */
  | { readonly event: "take"; readonly who: PersonId; readonly due: string; readonly test?: string; readonly agreed?: true }
  /** Its owner sets date and test. */
  | { readonly event: "plan"; readonly who: PersonId; readonly due: string; readonly test?: string }
  /** `why` may be empty in the first 10 minutes (`reasonAfterMs`). */
  | { readonly event: "give-back"; readonly who: PersonId; readonly why: string }
  /** They say why after they have given it back without a reason: a give-back that has happened already. */
  | { readonly event: "explain"; readonly who: PersonId; readonly why: string }
  /** Its owner is in the team no more, or a guest in it now. */
  | { readonly event: "owner-left"; readonly person: PersonId }
  /** `leads`: the person leads the team, and need not own the idea. */
  | { readonly event: "done"; readonly who: PersonId; readonly leads: boolean; readonly why: string }
  | { readonly event: "reopen"; readonly who: PersonId; readonly leads: boolean }
  | { readonly event: "hold"; readonly who: PersonId; readonly why: string }
  | { readonly event: "put-back"; readonly who: PersonId }
  | { readonly event: "withdraw" }
  | { readonly event: "restore"; readonly words: WrittenIdea }
  | { readonly event: "edit"; readonly words: WrittenIdea }
  | { readonly event: "title"; readonly title: string }
  /** Somebody is asked to own it. `request` names the request. `leads`: whoever asks leads the team, and may ask while another request runs. `refused`: the request that this one is to follow, for its answer was no. `title`: the title is changed too. */
  | {
      readonly event: "ask";
      readonly who: PersonId;
      readonly leads: boolean;
      readonly person: PersonId;
      readonly due: string;
      readonly request: string;
      readonly refused?: string;
      readonly title?: string;
    }
  /** A request has ended without an owner. */
  | { readonly event: "end-request"; readonly request: string };

/** One change of stage. `undoes`: it undoes the change before it. */
export type Step = {
  readonly stage: Stage;
  readonly at: number;
  readonly who?: PersonId;
  readonly why?: string;
  readonly undoes?: boolean;
};

/** A step with its event, its own key, and the key of the step that it undoes. */
export type MadeStep = Step & { readonly event: IdeaEvent["event"]; readonly key: string; readonly undone?: string };

type Fact = keyof Idea;

type Rule = {
  /** The stages in which the event can happen. */
  readonly from: readonly Stage[];
  /** The stage after the event. Without it, the idea keeps its stage and gets no step. */
  readonly to?: (idea: Idea) => Stage;
  readonly clears: readonly Fact[];
  /** The time (ms) after the owner took the idea from which the event needs a reason. */
  readonly reasonAfterMs?: number;
  /** The event undoes an earlier one. */
  readonly undoes?: true;
  /**
   * News that Gnist sends to the author, the owner and the people behind the idea (flows/ideas/tell-author.ts). The author learns with the digest that an idea
   * is held back (`heldNews`).
   */
  readonly news?: NewsKind;
  /** News that Gnist sends to the leads. */
  readonly leads?: LeadNewsKind;
};

const owned: readonly Stage[] = ["planned", "testing", "checking"];
const request = ["askedOwner", "askedBy", "askedDue", "request"] as const;
const ownership = ["owner", "takenAt", "due", "test"] as const;
const given = ["gaveDue", "gaveTest", "gaveWhy"] as const;
const words = ["proposal", "cost", "kind"] as const;

/** The state machine of an idea: for each event the stages before and after it, the facts that it clears, and the news that Gnist sends. */
export const life: { readonly [E in IdeaEvent["event"]]: Rule } = {
  take: { from: openStages, to: () => "planned", clears: [...request, ...given], news: "owned" },
  plan: { from: owned, clears: [] },
  "give-back": {
    from: owned,
    to: () => "new",
    clears: ownership,
    reasonAfterMs: 10 * 60_000,
    news: "declined",
    leads: "declined",
  },
  explain: { from: ["new"], to: () => "new", clears: [], leads: "declined" },
  "owner-left": { from: owned, to: () => "new", clears: ownership, news: "declined", leads: "owner-left" },
  done: { from: owned, to: () => "adopted", clears: request, news: "done" },
  reopen: {
    from: ["adopted", "stopped"],
    to: ({ owner }) => (owner ? "planned" : "new"),
    clears: ["result", "finishedAt"],
    undoes: true,
    news: "reopened",
  },
  // The lead has decided, so an open request ends.
  hold: { from: openStages, to: () => "held", clears: request },
  "put-back": { from: ["held"], to: ({ heldFrom = "new" }) => heldFrom, clears: ["heldFrom", "heldStep"], undoes: true },
  withdraw: {
    from: [...openStages, "held"],
    to: () => "withdrawn",
    clears: [...words, ...request, "editedTitle", "test", "gaveTest"],
    news: "withdrawn",
  },
  restore: {
    from: ["withdrawn"],
    to: ({ withdrawnFrom = "new" }) => withdrawnFrom,
    clears: ["withdrawnFrom", "withdrawnStep", "withdrawnRequest"],
    undoes: true,
    news: "restored",
  },
  edit: { from: [...openStages, "held"], clears: words },
  title: { from: openStages, clears: [] },
  ask: { from: openStages, clears: [] },
  "end-request": { from: [...openStages, "held"], clears: request },
};

/** The facts that an event sets. @param key the key of its step */
const factsOf = (idea: Idea, event: IdeaEvent, at: number, key: string): Partial<Idea> => {
  switch (event.event) {
    case "take":
      return { owner: event.who, takenAt: at, due: event.due, ...(event.test ? { test: event.test } : {}), last: lastOf(event, key) };
    case "plan":
      return { owner: event.who, due: event.due, ...(event.test ? { test: event.test } : {}) };
    case "give-back": {
      const { due, test } = idea;
      const gave = { ...(due ? { gaveDue: due } : {}), ...(test ? { gaveTest: test } : {}), ...(event.why ? { gaveWhy: key } : {}) };
      return { last: lastOf(event, key), ...gave };
    }
    case "explain":
      return { gaveWhy: key };
    case "reopen":
      return { last: lastOf(event, key) };
    case "owner-left":
      return { last: { event: event.event, step: key } };
    case "done":
      return { result: event.why, finishedAt: at, last: lastOf(event, key) };
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

const lastOf = ({ event, who }: Extract<IdeaEvent, { event: "take" | "give-back" | "done" | "reopen" }>, step: string) => ({
  event,
  who,
  step,
});

/** Does the event make an owner, or ask for one? An owner who may have left the team does not stand in its way (`liveOn`). */
export const wantsOwner = ({ event }: IdeaEvent): boolean => event === "take" || event === "ask";

/** The reason that an event cannot happen to an idea. It checks the owner again, because the idea may have changed since the press was authorised. */
const whyNot = (idea: Idea, event: IdeaEvent, at: number): RefusalReason | undefined => {
  const isOwner = "who" in event && idea.owner === event.who;
  if ((event.event === "plan" || event.event === "give-back") && !isOwner) return "not-the-owner";
  if ((event.event === "done" || event.event === "reopen") && !isOwner && !event.leads) return "not-the-owner";
  if (event.event === "done" && idea.stage === "new") return "needs-owner";
  const { from, reasonAfterMs } = life[event.event];
  if (!from.includes(idea.stage)) return "idea-closed";
  const isUnexplained = "why" in event && event.why === "";
  if (reasonAfterMs !== undefined && isUnexplained && at - (idea.takenAt ?? 0) > reasonAfterMs) return "reason-needed";
  if (wantsOwner(event) && idea.owner !== undefined && !isOwner) return "already-owned";
  return event.event === "ask" && !event.leads && idea.request !== undefined ? "already-asked" : undefined;
};

/** Has this person given it back, with nothing after that? */
export const gaveBack = ({ stage, last }: Idea, who: PersonId): boolean =>
  stage === "new" && last?.event === "give-back" && last.who === who;

/** Has the event happened already? This makes presses idempotent: a press repeated after a lost answer gets that answer again. */
const isSo = (idea: Idea, event: IdeaEvent): boolean => {
  switch (event.event) {
    case "take":
      return idea.owner === event.who && owned.includes(idea.stage);
    case "give-back":
      return gaveBack(idea, event.who);
    case "owner-left":
      return idea.owner !== event.person;
    case "done":
      return idea.stage === "adopted" && idea.last?.event === "done" && idea.last.who === event.who;
    case "hold":
      return idea.stage === "held";
    case "reopen":
    case "put-back":
      return isOpen(idea);
    case "withdraw":
      return idea.stage === "withdrawn";
    case "restore":
      return isOpen(idea) || idea.stage === "held";
    case "title":
      return isOpen(idea) && titleOf(idea) === event.title;
    case "ask": {
      // Only the asker and leads may learn in this way whom somebody has asked.
      const mayKnow = event.leads || idea.askedBy === event.who;
      if (event.refused !== undefined && event.refused === idea.request) return false;
      return mayKnow && isOpen(idea) && idea.owner === undefined && idea.askedOwner === event.person && idea.askedDue === event.due;
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
  // With an open request this is a new yes, and undoes nothing.
  const undoes = everUndoes || ("agreed" in event && gaveBack(idea, event.who) && idea.request === undefined);
  const stage = to?.(idea);
  const kept: Record<string, unknown> = { ...idea, stage: stage ?? idea.stage };
  for (const fact of clears) delete kept[fact];
  if (event.event === "put-back" && event.who === idea.author) delete kept.toldHeld;
  // The lead's wording belongs to the words that the author has replaced.
  if (event.event === "edit" && event.words.friction !== idea.friction) delete kept.editedTitle;
  const after = { ...kept, ...factsOf(idea, event, at, key) } as Idea;
  if (!stage) return { got: { idea: after } };
  // A withdrawal names nobody: its author withdraws, and no story may tell who wrote an idea.
  const who = "who" in event ? { who: event.who } : {};
  const undone = event.event === "restore" ? idea.withdrawnStep : undoes && event.event !== "put-back" ? idea.last?.step : undefined;
  const why = "why" in event && event.why !== "" ? { why: event.why } : {};
  const step = { event: event.event, key, stage, at, ...who, ...why, ...(undoes ? { undoes } : {}), ...(undone ? { undone } : {}) };
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

/** A step as the team reads it. */
type PublicStep = { readonly stage: Stage; readonly at: number; readonly who?: PersonId; readonly why?: string };

/**
 * The story that everybody may read. It leaves out undone steps and the times when the idea was held back. It names only owners, who said yes to owning it. Of
 * the reasons it tells only results.
 */
export const publicStory = (steps: readonly Step[]): readonly PublicStep[] => {
  const story: PublicStep[] = [];
  let owner: PersonId | undefined;
  for (const { stage, at, who, why, undoes } of steps) {
    if (stage === "held" || stage === "withdrawn") continue;
    const last = story.at(-1);
    if (undoes && last && isFinished(last)) story.pop();
    // The owner had given it back by mistake.
    if (undoes && stage === "planned" && last?.stage === "new") {
      story.pop();
      owner = who;
    }
    // Reopening an idea, or putting it back, makes nobody its owner.
    if (!undoes && stage === "planned") owner = who;
    if (!undoes && stage === "new") owner = undefined;
    const before = story.at(-1);
    // Gnist reads only the newest steps of a long story: the undone one may be older than those.
    if (undoes && !before) continue;
    if ((before?.stage ?? "new") === stage && (stage !== "planned" || before?.who === owner)) continue;
    const isOwners = stage === "planned" || (stage !== "new" && who === owner);
    story.push({ stage, at, ...(isOwners && owner ? { who: owner } : {}), ...(why && isFinished({ stage }) ? { why } : {}) });
  }
  return story;
};
