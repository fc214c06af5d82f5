import type { WrittenIdea } from "../action/ideas.ts";
import { omit } from "../omit.ts";
import type { PersonId } from "../people/person.ts";
import { withNumber } from "./count.ts";
import { requestFacts } from "./facts.ts";
import type { Forgotten } from "./forget.ts";
import type { Effect, Effort, Idea, IdeaId, lastEvents, Reach, Stage } from "./idea.ts";

/** Time that a test saved: minutes a week for one person, and how many people. */
export type Saved = { readonly minutes?: number; readonly people?: number };

/** New guesses of effort and effect; `none` takes one away, and a missing one stays as it is. */
export type Weighed = { readonly effort?: Effort | "none"; readonly effect?: Effect | "none" };

/** A number that an owner gives. A week keeps one, and `zone` says where weeks begin. */
type GivenNumber = { readonly value: number; readonly zone: string };

/** The plan of an owner. A part that is missing stays as it was. */
type OwnPlan = { readonly due?: string; readonly test?: string; readonly reach?: Reach };

/** Events that can happen to an idea, with their facts. `who`: the person who acts. `why`: the reason or the result. The step keeps both. */
export type IdeaEvent =
  /**
   * *I'll take it*. `agreed`: the person was asked, and says yes with a date and a test. An owner who agrees again sets both anew; a person who has just given
   * the idea back undoes that.
   */
  | (OwnPlan & { readonly event: "take"; readonly who: PersonId; readonly due: string; readonly agreed?: true })
  /** *Try it*: the person tries to do more of what works, and owns that. */
  | { readonly event: "try-idea"; readonly who: PersonId; readonly due: string }
  /** Its owner sets date and test. */
  | (OwnPlan & { readonly event: "plan"; readonly who: PersonId; readonly due: string })
  /** *Started*: its owner begins the test. Date and test may be set in one go. */
  | ({ readonly event: "start"; readonly who: PersonId } & OwnPlan)
  /** *On track*: its owner works on it. */
  | { readonly event: "on-track"; readonly who: PersonId }
  /** *Need help*: `why` is the owner's line to the leads, and may be empty. */
  | { readonly event: "need-help"; readonly who: PersonId; readonly why: string }
  /** Its owner adds a cause. `place`: the number of causes before it. */
  | { readonly event: "add-why"; readonly who: PersonId; readonly text: string; readonly place: number }
  /** Its owner takes the last cause back. `mark` stands for its text (ids.ts). */
  | { readonly event: "drop-why"; readonly who: PersonId; readonly place: number; readonly mark: string }
  /** Its owner names what they count, and may give a number with it; without `counts`, it is what they counted last. */
  | { readonly event: "count"; readonly who: PersonId; readonly counts?: string; readonly number?: GivenNumber }
  | { readonly event: "end-count"; readonly who: PersonId }
  | { readonly event: "add-number"; readonly who: PersonId; readonly number: GivenNumber }
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
  /** `why` is empty where a lead of its own team takes it back from coordinators who take no ideas any more. */
  | { readonly event: "send-back"; readonly who: PersonId; readonly why: string }
  /** *Same thing*, by its author or a lead: `into` is the idea that says it too. */
  | { readonly event: "merge"; readonly who: PersonId; readonly into: IdeaId }
  /** `step`: as above. Without `who` the other idea was withdrawn, and Gnist itself lets this one stand on its own again. */
  | { readonly event: "unmerge"; readonly who?: PersonId; readonly leads?: boolean; readonly step?: string }
  /** Another idea was merged into this one, or no longer is. */
  | { readonly event: "join"; readonly idea: IdeaId }
  | { readonly event: "part"; readonly idea: IdeaId }
  /** *Not the same*, by a lead: `other` only looks alike. */
  | { readonly event: "tell-apart"; readonly other: IdeaId }
  | { readonly event: "hold"; readonly who: PersonId; readonly why: string }
  | { readonly event: "put-back"; readonly who: PersonId }
  /** `isErased`: its author has what Gnist keeps of them deleted, so that an idea that has ended goes too. */
  | { readonly event: "withdraw"; readonly isErased?: true }
  /** Nothing of this person is kept any more. */
  | { readonly event: "forget"; readonly person: Forgotten }
  | { readonly event: "restore"; readonly words: WrittenIdea }
  | { readonly event: "edit"; readonly words: WrittenIdea }
  /** `weighed`: a lead changes that too, in one go. */
  | { readonly event: "title"; readonly title: string; readonly weighed?: Weighed }
  /** Its owner or a lead says what effort and effect to expect. */
  | ({ readonly event: "weigh"; readonly who: PersonId; readonly leads: boolean } & Weighed)
  /**
   * Somebody is asked to own it. `request` names the request. `leads`: whoever asks leads the team, and may ask while another request runs. `refused`: the
   * request that this one is to follow, for its answer was no. `title`, `weighed`: they are changed too. `replaces`: *New owner*: it has an owner, who stays
   * until the person asked accepts.
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
      readonly weighed?: Weighed;
      readonly replaces?: true;
    }
  /** *Try it here*: the test of another team stands first among those that its owner can choose. */
  | { readonly event: "try-tip"; readonly tip: string }
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

/** Does the event make an owner, or ask for one? An owner who may have left the team does not stand in its way (`liveOn`). */
export const wantsOwner = ({ event }: IdeaEvent): boolean => event === "take" || event === "ask";

/** Has this person given it back, with nothing after that? */
export const gaveBack = ({ stage, last }: Idea, who: PersonId): boolean =>
  stage === "new" && last?.event === "give-back" && last.who === who;

/** Is this the *Undo* of a give-back? From a person who has been asked since it is a new yes, and undoes nothing. */
export const takesAgain = (idea: Idea, event: IdeaEvent): boolean =>
  "agreed" in event && gaveBack(idea, event.who) && idea.askedOwner !== event.who;

/** A request to a new owner that was open before the give-back goes on after its *Undo*. */
const requestAgain = (idea: Idea, event: IdeaEvent): Partial<Idea> =>
  takesAgain(idea, event) && idea.request !== undefined && idea.request === idea.openThen
    ? Object.fromEntries(requestFacts.map((fact) => [fact, idea[fact]]))
    : {};

type LastEvent = (typeof lastEvents)[number];

/** Remembers the event and its step. */
const lastOf = (event: IdeaEvent & { readonly event: LastEvent }, step: string) => ({
  last: { event: event.event, step, ...("who" in event ? { who: event.who } : {}) },
});

const planOf = ({ due, test, reach }: OwnPlan): OwnPlan => ({
  ...(due ? { due } : {}),
  ...(test ? { test } : {}),
  ...(reach ? { reach } : {}),
});

const savedOf = ({ minutes, people }: Saved): Pick<Idea, "minutes" | "people"> => ({
  ...(minutes === undefined ? {} : { minutes }),
  ...(people === undefined ? {} : { people }),
});

/** The new guesses that an event brings, alone or beside other changes. */
export const weighedBy = (event: IdeaEvent): Weighed | undefined => {
  if (event.event === "weigh") return event;
  return "weighed" in event ? event.weighed : undefined;
};

/** Effort and effect after new guesses. */
export const weighedAs = (idea: Idea, { effort = idea.effort, effect = idea.effect }: Weighed = {}): Pick<Idea, "effort" | "effect"> => ({
  ...(effort === undefined || effort === "none" ? {} : { effort }),
  ...(effect === undefined || effect === "none" ? {} : { effect }),
});

const joinedWith = (idea: Idea, one: IdeaId): readonly IdeaId[] => [...(idea.joined ?? []).filter((other) => other !== one), one];

/** Ideas that a lead has told apart from one, of which the latest are kept. */
const mostUnlike = 20;

/** Time (ms) within which a call for help with equal words is a press repeated after a lost answer. */
const sameHelpMs = 10 * 60_000;

const helpOf = ({ help }: Idea, why: string, at: number): NonNullable<Idea["help"]> =>
  help !== undefined && help.why === why && at - help.at < sameHelpMs ? help : { why, at };

/** A count that is worded anew or named again keeps its numbers; another one after an end begins without any. */
const countFacts = (idea: Idea, named: string | undefined, number: GivenNumber | undefined, at: number): Partial<Idea> => {
  const { counts, countedLast } = idea;
  const next = named ?? countedLast;
  if (next === undefined) return {};
  const numbers = counts !== undefined || next === countedLast ? (idea.numbers ?? []) : [];
  return { counts: next, numbers: number ? withNumber({ ...idea, numbers }, number, at) : numbers };
};

/** The facts that an event sets. @param key the key of its step */
export const factsOf = (idea: Idea, event: IdeaEvent, at: number, key: string): Partial<Idea> => {
  switch (event.event) {
    case "take":
      return { owner: event.who, takenAt: at, heardAt: at, ...planOf(event), ...requestAgain(idea, event), ...lastOf(event, key) };
    case "try-idea":
      return { owner: event.who, takenAt: at, heardAt: at, ...planOf(event), ...lastOf(event, key) };
    case "plan":
      return { owner: event.who, heardAt: at, ...planOf(event) };
    case "start":
      return { heardAt: at, ...planOf(event), ...lastOf(event, key) };
    case "adjust":
      return { heardAt: at, cycle: (idea.cycle ?? 1) + 1, ...planOf(event), ...lastOf(event, key) };
    case "on-track":
      return { heardAt: at };
    case "add-why":
      return { heardAt: at, whys: [...(idea.whys ?? []), event.text] };
    case "count":
      return { heardAt: at, ...countFacts(idea, event.counts, event.number, at) };
    case "end-count":
      return { heardAt: at, ...(idea.counts === undefined ? {} : { countedLast: idea.counts }) };
    case "add-number":
      return { heardAt: at, numbers: withNumber(idea, event.number, at) };
    case "drop-why":
      return { heardAt: at, whys: (idea.whys ?? []).slice(0, event.place) };
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
    case "tell-apart":
      return { unlike: [...new Set([...(idea.unlike ?? []), event.other])].slice(-mostUnlike) };
    case "hold":
      // A lead who holds back their own idea knows it without news.
      return { heldFrom: idea.stage, heldStep: key, ...(event.who === idea.author ? { toldHeld: key } : {}) };
    case "withdraw":
      return { friction: "", withdrawnFrom: idea.stage, withdrawnStep: key, ...(idea.request ? { withdrawnRequest: idea.request } : {}) };
    case "restore":
    case "edit":
      return omit(event.words, "withoutTrace");
    case "title":
      return { editedTitle: event.title, ...weighedAs(idea, event.weighed) };
    case "try-tip":
      return { tip: event.tip };
    case "weigh":
      return weighedAs(idea, event);
    case "ask":
      return {
        askedOwner: event.person,
        askedBy: event.who,
        askedDue: event.due,
        request: event.request,
        ...(event.title === undefined ? {} : { editedTitle: event.title }),
        ...weighedAs(idea, event.weighed),
      };
    default:
      return {};
  }
};
