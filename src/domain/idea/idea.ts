import { z } from "zod";
import { questions } from "../asking/question.ts";
import { cut } from "../words.ts";

/** 22 characters: a hash of the secret of its form (ids.ts). Where the author typed the idea as a message, Gnist makes a secret and does not keep it. */
export type IdeaId = string;

export const kinds = ["tools", "routines", "information", "together", "rules", "premises", "served", "other"] as const;
/** A topic that Gnist has words for in every language. */
export type KnownKind = (typeof kinds)[number];
/** An idea's topic: a known kind, or the name that a team gave to one of its own. */
export type Kind = string;

export const isKnownKind = (kind: Kind): kind is KnownKind => kinds.some((one) => one === kind);

/** The known kind that a kind counts as: `other` where it is missing, or a team's own. */
export const asKnownKind = (kind: Kind | undefined): KnownKind => (kind !== undefined && isKnownKind(kind) ? kind : "other");

/** How far an idea reaches: its owner fine-tunes what the team does, or tries something new that may fail. */
export const reaches = ["improve", "new-ground"] as const;
export type Reach = (typeof reaches)[number];

/** The cost of a friction to its author, in minutes a week. */
export const costs = [5, 30, 120, 240, 480] as const;
export type Cost = (typeof costs)[number];

/** How much work an idea is expected to take, and how much it is expected to help. */
export const efforts = ["small", "some", "big"] as const;
export type Effort = (typeof efforts)[number];
export const effects = ["little", "some", "much"] as const;
export type Effect = (typeof effects)[number];

/** Where an idea stands: on the line from `new` to `adopted` or `stopped`, or beside it. `worth`: it works, and is worth doing more of; nobody has tried that yet. */
export const stages = [
  "new",
  "planned",
  "testing",
  "checking",
  "adopted",
  "stopped",
  "merged",
  "held",
  "passed-on",
  "withdrawn",
  "worth",
] as const;
export type Stage = (typeof stages)[number];

/** Events that a stored idea remembers as its last one; the others are undone by facts of their own (domain/idea/life.ts). */
export const lastEvents = [
  "take",
  "try-idea",
  "start",
  "test-done",
  "adjust",
  "done",
  "adopt",
  "stop",
  "answer",
  "give-back",
  "owner-left",
  "undo-end",
  "reopen",
  "pass-on",
  "promise",
  "send-back",
] as const;

const countedShape = z.object({ at: z.number(), value: z.number(), isBefore: z.literal(true).exactOptional() }).readonly();
/** A number that an owner has counted, at an instant (ms). `isBefore`: before the test began. */
export type CountedNumber = z.infer<typeof countedShape>;

/** A stored idea. Instants are ms UTC; a person is a `PersonId`. */
export const ideaShape = z.object({
  id: z.string(),
  /** Missing where a colleague typed it for somebody else: then nobody is kept. */
  author: z.string().exactOptional(),
  createdAt: z.number(),
  /** The round whose prompt it answered. */
  round: z.string().exactOptional(),
  /** The question that its form asked. Missing: the usual one, or the author wrote it unasked. */
  question: z.enum(questions).exactOptional(),
  friction: z.string(),
  proposal: z.string().exactOptional(),
  cost: z.literal(costs).exactOptional(),
  kind: z.string().exactOptional(),
  showName: z.boolean(),
  /** Its author wrote it without a trace: nobody is kept, and the secret of their form is the way back to it. */
  withoutTrace: z.literal(true).exactOptional(),
  stage: z.enum(stages),
  /** People behind it, its author among them. */
  voices: z.number(),
  /** The stage from which its author withdrew it, for *Undo*. */
  withdrawnFrom: z.enum(stages).exactOptional(),
  /** Set while it is withdrawn: the key of the step that withdrew it, and the request that ended with it. */
  withdrawnStep: z.string().exactOptional(),
  withdrawnRequest: z.string().exactOptional(),
  /** Its author withdrew it and had their data deleted: no copy keeps its words. */
  isErased: z.literal(true).exactOptional(),
  /** The stage from which a lead held it back. */
  heldFrom: z.enum(stages).exactOptional(),
  /** Set while it is held back: the key of that step, which has the reason. */
  heldStep: z.string().exactOptional(),
  /** The last `heldStep` that the author knows of. Missing once they know that the idea is held back no more. */
  toldHeld: z.string().exactOptional(),
  /** Given when the idea is first shown to the team. */
  number: z.number().exactOptional(),
  /** A lead's shorter or clearer wording; the author's first line where missing. */
  editedTitle: z.string().exactOptional(),
  /** Guesses of a lead or its owner. */
  effort: z.enum(efforts).exactOptional(),
  effect: z.enum(effects).exactOptional(),
  /** Ideas of which a lead has said that they are not the same. */
  unlike: z.array(z.string()).readonly().exactOptional(),
  /** The digest it was first shown in. */
  digest: z.string().exactOptional(),
  /** The instant (ms) of that digest. Its age counts from here: the time since `createdAt` would lead to who wrote it then. */
  shownAt: z.number().exactOptional(),
  owner: z.string().exactOptional(),
  /** The instant (ms) at which the owner took it. */
  takenAt: z.number().exactOptional(),
  /** A local date, `YYYY-MM-DD`. */
  due: z.string().exactOptional(),
  /** The smallest test worth running. */
  test: z.string().exactOptional(),
  /** Missing until an owner says. It stays when the owner changes: the next one may say otherwise. */
  reach: z.enum(reaches).exactOptional(),
  /** The stage in which its owner gave it back, with date and test, for *Undo*, until somebody takes it. */
  gaveFrom: z.enum(stages).exactOptional(),
  gaveDue: z.string().exactOptional(),
  gaveTest: z.string().exactOptional(),
  /** The step that says why they gave it back, by its key: they may say it later. */
  gaveWhy: z.string().exactOptional(),
  /** The request to a new owner that was open when its owner gave it back or left. */
  openThen: z.string().exactOptional(),
  /** Somebody who has been asked to own it and has not answered. */
  askedOwner: z.string().exactOptional(),
  askedBy: z.string().exactOptional(),
  askedDue: z.string().exactOptional(),
  /** The name of that open request. */
  request: z.string().exactOptional(),
  /** Turns of Plan, Do, Check: 2 once its owner tests again. Missing in the first. */
  cycle: z.number().exactOptional(),
  /** The last sign (ms) that its owner works on it, and the instants since then at which Gnist nudged the owner and told the leads. */
  heardAt: z.number().exactOptional(),
  nudgedAt: z.number().exactOptional(),
  toldQuietAt: z.number().exactOptional(),
  /** The owner needs help: their line, and since when (ms). */
  help: z.object({ why: z.string(), at: z.number() }).readonly().exactOptional(),
  /** Causes of the friction, each the cause of the one before. */
  whys: z.array(z.string()).readonly().exactOptional(),
  /** The thing that its owner counts, in their words, and its numbers; and the thing whose count they ended last, for *Undo*. */
  counts: z.string().exactOptional(),
  numbers: z.array(countedShape).readonly().exactOptional(),
  countedLast: z.string().exactOptional(),
  /** The end: what came of it where it was adopted, or what was learned where it was stopped. */
  result: z.string().exactOptional(),
  lesson: z.string().exactOptional(),
  /** Minutes that it saves one person a week, and how many people. */
  minutes: z.number().exactOptional(),
  people: z.number().exactOptional(),
  finishedAt: z.number().exactOptional(),
  /** The stage in which it ended, for *Undo*. */
  endedFrom: z.enum(stages).exactOptional(),
  /** The coordinators' team to which a lead passed it on, the step that did so, and the contact and the local date of their answer, once they took it. */
  passedTo: z.string().exactOptional(),
  passedStep: z.string().exactOptional(),
  contact: z.string().exactOptional(),
  answerBy: z.string().exactOptional(),
  /** The idea that it was merged into, the stage before, the step that did so, and the person. */
  mergedInto: z.string().exactOptional(),
  mergedFrom: z.enum(stages).exactOptional(),
  mergedStep: z.string().exactOptional(),
  mergedBy: z.string().exactOptional(),
  /** Ideas that were merged into this one. */
  joined: z.array(z.string()).readonly().exactOptional(),
  /** The tip from another team that a lead tries here. */
  tip: z.string().exactOptional(),
  /** The instant (ms) of its last step. */
  steppedAt: z.number().exactOptional(),
  /** The last event that made a step, and the step's key, by which Gnist recognises a repetition (idempotency). */
  last: z
    .object({ event: z.enum(lastEvents), who: z.string().exactOptional(), step: z.string() })
    .readonly()
    .exactOptional(),
});

export type Idea = Readonly<z.infer<typeof ideaShape>>;

/** The name under which the first voice of an idea stands: its author, or where nobody is kept, the idea's own id. */
export const firstVoice = ({ author, id }: Pick<Idea, "author" | "id">): string => author ?? id;

/** In characters as people see them. */
export const longestFriction = 2000;
export const longestProposal = 2000;
export const longestTitle = 120;
export const longestReason = 500;
/** The name of a kind. */
export const longestKind = 40;
/** A smallest test that is offered to other owners stands on a phone beside its button. */
export const longestReadyTest = 120;

/** The most causes that an owner keeps. */
export const mostWhys = 5;

/** An idea's name in a list: the lead's wording, or the first line of the friction, cut at a word. */
export const titleOf = (idea: Pick<Idea, "friction" | "editedTitle">): string => {
  const [line = ""] = (idea.editedTitle ?? idea.friction).split("\n", 1);
  return cut(line, longestTitle);
};

/** A quick win: little work, and worth it. Both were chosen by a person. */
export const isQuickWin = ({ effort, effect }: Pick<Idea, "effort" | "effect">): boolean =>
  effort === "small" && effect !== undefined && effect !== "little";

/** Stages in which an owner works on an idea. */
export const ownedStages: readonly Stage[] = ["planned", "testing", "checking"];

/** Open ideas can still get voices, owners and dates. */
export const openStages: readonly Stage[] = ["new", ...ownedStages];
export const isOpen = (idea: Pick<Idea, "stage">): boolean => openStages.includes(idea.stage);

/** The instant (ms) at which its author withdrew an idea; missing while it is not withdrawn, and in rows that do not say it. */
export const withdrawnAt = ({ stage, steppedAt }: Pick<Idea, "stage" | "steppedAt">): number | undefined =>
  stage === "withdrawn" ? steppedAt : undefined;

/** Worth doing more of: it answers the question of what works, and waits for nobody. */
export const isWorth = ({ stage }: Pick<Idea, "stage">): boolean => stage === "worth";

/** Ideas that are not at an end: open, with the coordinators to whom they were passed on, or worth doing more of. They get voices. */
export const livingStages: readonly Stage[] = [...openStages, "passed-on", "worth"];
export const isLiving = (idea: Pick<Idea, "stage">): boolean => livingStages.includes(idea.stage);

/** Ideas that ended with a result the team can learn from. */
export const isFinished = (idea: Pick<Idea, "stage">): boolean => idea.stage === "adopted" || idea.stage === "stopped";

/** An idea that has ended leaves the team's lists with the next digest. */
export const hasEnded = (idea: Pick<Idea, "stage">): boolean => isFinished(idea) || idea.stage === "withdrawn" || idea.stage === "merged";

/** The news that the author gets with the next digest: the idea is held back; or it no longer is, if they knew that it was. */
export const heldNews = ({ stage, heldStep, toldHeld }: Idea): "held" | "put-back" | undefined => {
  if (stage === "held") return heldStep !== undefined && heldStep !== toldHeld ? "held" : undefined;
  return toldHeld !== undefined && stage !== "withdrawn" ? "put-back" : undefined;
};
