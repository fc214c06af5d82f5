import { type Idea, isFinished, type Stage } from "./idea.ts";
import type { NewsKind } from "./job.ts";
import type { RefusalReason } from "./message.ts";
import type { PersonId } from "./person.ts";
import type { Result } from "./result.ts";

/** What its author wrote of an idea. */
export type Words = Pick<Idea, "friction" | "proposal" | "cost" | "kind" | "showName">;

/** What can happen to an idea, with what it needs. `who` did it, `why` is the reason or the result; both stand in its step. */
export type IdeaEvent =
  /** *I'll take it*, or the one who was asked accepts. */
  | { readonly event: "take"; readonly who: PersonId; readonly due: string; readonly test?: string }
  /** Its owner sets date and test. */
  | { readonly event: "plan"; readonly who: PersonId; readonly due: string; readonly test?: string }
  | { readonly event: "give-back"; readonly who: PersonId; readonly why: string }
  | { readonly event: "done"; readonly who: PersonId; readonly why: string }
  | { readonly event: "reopen"; readonly who: PersonId }
  | { readonly event: "hold"; readonly who: PersonId; readonly why: string }
  | { readonly event: "put-back"; readonly who: PersonId }
  | { readonly event: "withdraw" }
  | { readonly event: "restore"; readonly words: Words }
  | { readonly event: "edit"; readonly words: Words }
  | { readonly event: "title"; readonly title: string }
  /** Somebody is asked to own it. `request` names the request. */
  | { readonly event: "ask"; readonly who: PersonId; readonly person: PersonId; readonly due: string; readonly request: string }
  /** A request has ended without an owner. */
  | { readonly event: "end-request"; readonly request: string };

/** One change of stage. `undoes`: it takes back the change before it. */
export type Change = {
  readonly stage: Stage;
  readonly at: number;
  readonly who?: PersonId;
  readonly why?: string;
  readonly undoes?: boolean;
};

type Fact = keyof Idea;

type Rule = {
  /** The stages it can happen in. */
  readonly from: readonly Stage[];
  /** The stage it leads to; the one it was in where missing, and then there is no step. */
  readonly to?: (idea: Idea) => Stage;
  readonly clears: readonly Fact[];
  /** It takes back what had happened. */
  readonly undoes?: true;
  /** What its author, and on a result everybody behind it, hears. */
  readonly news?: NewsKind;
};

const open = ["new", "planned", "testing", "checking"] as const;
const owned = ["planned", "testing", "checking"] as const;
const request = ["askedOwner", "askedBy", "askedDue", "request"] as const;
const words = ["proposal", "cost", "kind"] as const;

/** The life of an idea: from where, to where, what is cleared, and what is told. */
export const life: { readonly [E in IdeaEvent["event"]]: Rule } = {
  take: { from: open, to: () => "planned", clears: request, news: "owned" },
  plan: { from: owned, clears: [] },
  "give-back": { from: owned, to: () => "new", clears: ["owner", "due", "test"], news: "declined" },
  done: { from: open, to: () => "adopted", clears: request, news: "done" },
  reopen: { from: ["adopted", "stopped"], to: ({ owner }) => (owner ? "planned" : "new"), clears: ["result", "finishedAt"], undoes: true },
  hold: { from: open, to: () => "held", clears: ["heldFrom"], news: "held" },
  "put-back": { from: ["held"], to: ({ heldFrom = "new" }) => heldFrom, clears: ["heldFrom"], undoes: true },
  withdraw: { from: [...open, "held"], to: () => "withdrawn", clears: [...words, ...request, "editedTitle", "test"] },
  restore: { from: ["withdrawn"], to: ({ withdrawnFrom = "new" }) => withdrawnFrom, clears: ["withdrawnFrom"], undoes: true },
  edit: { from: [...open, "held"], clears: words },
  title: { from: open, clears: [] },
  ask: { from: open, clears: [] },
  "end-request": { from: [...open, "held"], clears: request },
};

/** What an event sets of itself. */
const factsOf = (idea: Idea, event: IdeaEvent, at: number): Partial<Idea> => {
  switch (event.event) {
    case "take":
    case "plan":
      return { owner: event.who, due: event.due, ...(event.test ? { test: event.test } : {}) };
    case "done":
      return { result: event.why, finishedAt: at };
    case "hold":
      return { heldFrom: idea.stage };
    case "withdraw":
      return { friction: "", withdrawnFrom: idea.stage };
    case "restore":
    case "edit":
      return event.words;
    case "title":
      return { editedTitle: event.title };
    case "ask":
      return { askedOwner: event.person, askedBy: event.who, askedDue: event.due, request: event.request };
    default:
      return {};
  }
};

/** Why an event cannot happen to an idea, where its stage alone does not say so. */
const whyNot = (idea: Idea, event: IdeaEvent): RefusalReason | undefined => {
  if (event.event === "take" && idea.owner !== undefined && idea.owner !== event.who) return "already-owned";
  if (event.event === "ask" && idea.owner !== undefined) return "already-owned";
  if ((event.event === "plan" || event.event === "give-back") && idea.owner !== event.who) return "not-the-owner";
  return undefined;
};

/** Is there nothing left to happen, because it has happened already? */
const isSo = (idea: Idea, event: IdeaEvent): boolean => {
  if (event.event === "take") return idea.owner === event.who;
  if (event.event === "ask") return idea.askedOwner === event.person && idea.askedDue === event.due;
  return event.event === "end-request" && idea.request !== event.request;
};

/** What an event comes to: the idea after it, with the step that keeps it, and the same object where it had happened before; or why it cannot happen. */
export type Lived = Result<{ readonly idea: Idea; readonly step?: Change }, RefusalReason>;

/** Applies an event to an idea. @param at the moment (ms) */
export const live = (idea: Idea, event: IdeaEvent, at: number): Lived => {
  const { from, to, clears, undoes } = life[event.event];
  if (!from.includes(idea.stage)) return { no: "idea-closed" };
  const no = whyNot(idea, event);
  if (no) return { no };
  if (isSo(idea, event)) return { got: { idea } };
  const stage = to?.(idea) ?? idea.stage;
  const kept: Record<string, unknown> = { ...idea, stage };
  for (const fact of clears) delete kept[fact];
  const after = { ...kept, ...factsOf(idea, event, at) } as Idea;
  if (!to) return { got: { idea: after } };
  // Nobody is named who withdraws: an author is told to nobody, not by the story either.
  const who = "who" in event ? { who: event.who } : {};
  const step = { stage, at, ...who, ...("why" in event ? { why: event.why } : {}), ...(undoes ? { undoes } : {}) };
  return { got: { idea: after, step } };
};

/** A step as the team reads it. */
export type PublicStep = { readonly stage: Stage; readonly at: number; readonly who?: PersonId; readonly why?: string };

/**
 * The story as everybody may read it: what was undone leaves no trace, nor do the times it was held back; nobody is named but owners, who said yes to it; of
 * the reasons only results are told.
 */
export const publicStory = (steps: readonly Change[]): readonly PublicStep[] => {
  const story: PublicStep[] = [];
  let owner: PersonId | undefined;
  for (const { stage, at, who, why, undoes } of steps) {
    if (stage === "held" || stage === "withdrawn") continue;
    const last = story.at(-1);
    if (undoes && last && isFinished(last)) story.pop();
    // Whoever opens an idea again, or puts it back, owns it no more than before.
    if (!undoes && stage === "planned") owner = who;
    if (!undoes && stage === "new") owner = undefined;
    const before = story.at(-1);
    // Of a long life only the newest steps are read: what was undone may stand before them.
    if (undoes && !before) continue;
    if ((before?.stage ?? "new") === stage && (stage !== "planned" || before?.who === owner)) continue;
    const isOwners = stage === "planned" || (stage !== "new" && who === owner);
    story.push({ stage, at, ...(isOwners && owner ? { who: owner } : {}), ...(why && isFinished({ stage }) ? { why } : {}) });
  }
  return story;
};
