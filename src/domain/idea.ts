import type { RoundId } from "./cadence.ts";
import type { PersonId } from "./person.ts";

/** 22 characters: the nonce of the form it was written on, or a hash of person, text and sent time where it was typed. */
export type IdeaId = string;

export const kinds = ["tools", "routines", "information", "together", "rules", "premises", "served", "other"] as const;
/** What an idea is about. */
export type Kind = (typeof kinds)[number];

/** What a friction costs its author, in minutes a week. */
export const costs = [5, 30, 120, 240, 480] as const;
export type Cost = (typeof costs)[number];

/** Where an idea stands: on the line from `new` to `adopted` or `stopped`, or beside it. */
export const stages = ["new", "planned", "testing", "checking", "adopted", "stopped", "merged", "held", "passed-on", "withdrawn"] as const;
export type Stage = (typeof stages)[number];

/** What a person writes on the form. */
export type IdeaText = {
  readonly friction: string;
  readonly proposal?: string;
  readonly cost?: Cost;
  readonly kind?: Kind;
  readonly showName: boolean;
};

export type Idea = IdeaText & {
  readonly id: IdeaId;
  readonly author: PersonId;
  readonly createdAt: number;
  /** The round whose prompt it answered. */
  readonly round?: RoundId;
  readonly stage: Stage;
  /** Where it stood when its author withdrew it, for *Undo*. */
  readonly withdrawnFrom?: Stage;
  /** Given when the idea is first shown to the team. */
  readonly number?: number;
  /** A lead's shorter or clearer wording; the author's first line where missing. */
  readonly editedTitle?: string;
  /** The digest it was first shown in. */
  readonly digest?: string;
  readonly owner?: PersonId;
  /** A local date, `YYYY-MM-DD`. */
  readonly due?: string;
  /** The smallest test worth running. */
  readonly test?: string;
  /** Somebody who has been asked to own it and has not answered. */
  readonly askedOwner?: PersonId;
  readonly askedBy?: PersonId;
  readonly askedDue?: string;
  /** Why a lead held it back, or why the last person asked said no. */
  readonly reason?: string;
  /** What came of it. */
  readonly result?: string;
  readonly finishedAt?: number;
};

export const longestFriction = 2000;
export const longestProposal = 2000;
export const longestTitle = 120;
export const longestReason = 500;

/** What an idea is called in a list: the lead's wording, or the first line of the friction, cut at a word. */
export const titleOf = (idea: Pick<Idea, "friction" | "editedTitle">): string => {
  const line = idea.editedTitle ?? idea.friction.trim().split(/\r?\n/)[0] ?? "";
  if (line.length <= longestTitle) return line;
  const cut = line.slice(0, longestTitle - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > longestTitle / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
};

/** Open ideas can still get voices, owners and dates. */
export const isOpen = (idea: Pick<Idea, "stage">): boolean => ["new", "planned", "testing", "checking"].includes(idea.stage);

/** Ideas that ended with a result the team can learn from. */
export const isFinished = (idea: Pick<Idea, "stage">): boolean => idea.stage === "adopted" || idea.stage === "stopped";
