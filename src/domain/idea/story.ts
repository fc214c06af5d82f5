import type { PersonId } from "../people/person.ts";
import type { MadeStep, Step } from "./event.ts";
import { isFinished, type Stage } from "./idea.ts";
import { life } from "./life.ts";

/** A step as the team reads it. */
export type PublicStep = {
  readonly stage: Stage;
  readonly at: number;
  readonly event: Step["event"];
  readonly who?: PersonId;
  readonly why?: string;
};

/** Steps that the story leaves out: those that only its author or its leads read, and a promise, which the idea itself shows while it counts. */
const isHidden = ({ stage, event }: Step): boolean => stage === "held" || stage === "withdrawn" || event === "promise";

/** Does an undoing step take back the step that the story tells last? `take` does where it follows a give-back. */
const takesBack = ({ event }: Step, last: PublicStep): boolean => {
  if (event === "undo-end") return isFinished(last);
  if (event === "unmerge") return last.stage === "merged";
  return event === "take" && last.stage === "new";
};

const ownerAfter = (owner: PersonId | undefined, { event, who, stage, undoes }: Step): PersonId | undefined => {
  if (event === "take" || event === "try-idea") return who;
  return !undoes && (stage === "new" || event === "pass-on") ? undefined : owner;
};

/** The owner before the last of these steps. */
export const ownerBefore = (steps: readonly Step[]): PersonId | undefined =>
  steps.slice(0, -1).reduce<PersonId | undefined>(ownerAfter, undefined);

/** The events that an event undoes, where its step says that it `undoes` one. */
const undoneBy: Partial<Record<Step["event"], readonly Step["event"][]>> = {
  restore: ["withdraw"],
  "undo-end": ["adopt", "done", "stop", "answer"],
  unmerge: ["merge"],
  "put-back": ["hold"],
  take: ["give-back"],
};

/** The steps that another has undone: by the key of each that undoes, the step that it undid */
export const undoneSteps = (steps: readonly MadeStep[]): ReadonlyMap<string, MadeStep> => {
  const undone = new Map<string, MadeStep>();
  // Of two steps of one millisecond, the one that undoes is the second.
  const inOrder = steps.toSorted((a, b) => a.at - b.at || Number(a.undoes ?? false) - Number(b.undoes ?? false));
  for (const [at, step] of inOrder.entries()) {
    const before = step.undoes ? inOrder.slice(0, at).findLast(({ event }) => undoneBy[step.event]?.includes(event)) : undefined;
    if (before) undone.set(step.key, before);
  }
  return undone;
};

/**
 * The story that everybody may read. It leaves out undone steps and the times when the idea was held back. It names only owners, who said yes to owning it. Of
 * the reasons it tells those that `life` calls public.
 */
export const publicStory = (steps: readonly Step[]): readonly PublicStep[] => {
  const story: PublicStep[] = [];
  let owner: PersonId | undefined;
  for (const step of steps) {
    if (isHidden(step)) continue;
    const { stage, at, event, who, why } = step;
    const undoes = step.undoes || event === "unmerge";
    const last = story.at(-1);
    if (undoes && last && takesBack(step, last)) story.pop();
    owner = ownerAfter(owner, step);
    const before = story.at(-1);
    // Gnist reads only the newest steps of a long story: the undone one may be older than those.
    if (undoes && !before) continue;
    if ((before?.stage ?? "new") === stage && (stage !== "planned" || before?.who === owner)) continue;
    const isOwners = stage === "planned" || (stage !== "new" && who === owner);
    story.push({ stage, at, event, ...(isOwners && owner ? { who: owner } : {}), ...(why && life[event].isPublic ? { why } : {}) });
  }
  return story;
};
