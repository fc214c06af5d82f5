import type { KeptIdeas, WrittenIn } from "../action/people.ts";
import type { IdeaId } from "../idea/idea.ts";
import type { Choice, Shown, TeamView } from "../idea/view.ts";
import type { TeamId } from "../ids.ts";
import type { Language } from "../language.ts";
import type { Member } from "../people/person.ts";
import type { PersonalDetail } from "../personal-details.ts";
import type { NextQuestion } from "./asking.ts";
import type { TraceOffer } from "./ideas.ts";

/** A person's pause. Without `until`, it lasts until they resume. `otherYear`: it ends in another year than this one. */
export type Pause = { readonly until?: number; readonly otherYear?: boolean; readonly zone: string };

/** An idea that a person owns. */
type OwnIdea = { readonly team: TeamId; readonly idea: IdeaId; readonly number: number };

/** The inputs of forms whose texts other people may read. */
export type TextInputId =
  | "friction"
  | "proposal"
  | "title"
  | "reason"
  | "question"
  | "answer"
  | "test"
  | "result"
  | "lesson"
  | "line"
  | "counts"
  | "words"
  | "text";

/** A text as it was sent, by the input that held it. */
export type SentText = { readonly id: TextInputId; readonly text: string };

/** Groups of what is kept of a person, as they read it. */
export const dataGroups = [
  "you",
  "roles",
  "ideas",
  "owned",
  "steps",
  "requests",
  "questions",
  "voices",
  "thanks",
  "answered",
  "asked",
  "changes",
  "posts",
  "sent",
  "planned",
  "notes",
] as const;
export type DataGroup = (typeof dataGroups)[number];

/** Facts about a person, as their rows hold them. */
export type PersonFacts = Omit<Member, "person" | "standing"> & { readonly newsOff?: boolean; readonly serviceUrl?: string };

/** One thing that is kept, in its words, or of which there are `count`. `number`: of the idea that it is about. */
export type DataLine = {
  readonly group: DataGroup;
  readonly team?: string;
  readonly at?: number;
  readonly number?: number;
  readonly texts: readonly string[];
  readonly count?: number;
  readonly facts?: Partial<PersonFacts>;
};

export type PeopleMessage =
  /** `quietUntil`: before this instant the clock asks the person in none of their teams, because Gnist is new in each. */
  | { readonly say: "welcome-person"; readonly team?: TeamView; readonly quietUntil?: number; readonly local: boolean }
  /**
   * `written`: by a word such as `stop`, which may have been meant otherwise. `before`: the end of the pause that it replaced. `stops`: an idea that they may
   * have meant to end.
   */
  | (Pause & { readonly say: "paused"; readonly written?: true; readonly before?: number; readonly stops?: OwnIdea })
  | { readonly say: "resumed"; readonly next?: NextQuestion }
  /**
   * `team`: the only team that the person can mean, with the time at which it sees an idea sent now. `whistle`: the address of the employer's own channel for
   * reports of wrongdoing.
   */
  | (Shown & {
      readonly say: "who-sees-this";
      readonly team?: TeamView;
      readonly trace?: TraceOffer;
      readonly untilExported?: true;
      readonly whistle?: string;
    })
  /** The question which team the person means, where a text fits several. */
  | { readonly say: "which-team"; readonly text: string; readonly teams: readonly Choice[] }
  /** `stop 42`: a pause or the end of an idea. */
  | (WrittenIn & { readonly say: "stop-which"; readonly number: number })
  /** `pause`: the person's pause, in their own chat alone. */
  | {
      readonly say: "help";
      readonly lead: boolean;
      readonly admin: boolean;
      readonly local: boolean;
      readonly team?: TeamView;
      readonly pause?: Pause;
    }
  /** Commands that were nearly written. */
  | (WrittenIn & { readonly say: "did-you-mean"; readonly text: string; readonly near: readonly string[] })
  | (WrittenIn & { readonly say: "question-or-idea"; readonly text: string })
  /**
   * The texts of a form seem to hold personal details. It comes back with them before anything is stored. `sent`: the rest of what its button sent. `isOpen`:
   * the person pressed *Change it*, and the texts are still as they were.
   */
  | {
      readonly say: "personal-details";
      readonly found: readonly PersonalDetail[];
      readonly texts: readonly SentText[];
      readonly sent: Readonly<Record<string, unknown>>;
      readonly isOpen?: true;
    }
  /** To thanks, and to ok. */
  | { readonly say: "thanked" }
  /** A page of what is kept of a person. */
  | { readonly say: "my-data"; readonly lines: readonly DataLine[]; readonly page: number; readonly pages: number; readonly zone: string }
  | { readonly say: "my-data-soon" }
  /** `delete my data`: what becomes of the ideas that the team has seen. */
  | { readonly say: "delete-data" }
  /** `isTold`: the person hears when everything is deleted. */
  | { readonly say: "data-deleting"; readonly ideas: KeptIdeas; readonly isTold: boolean }
  /** Without `ideas`: an answer to somebody of whom nothing is kept. */
  | { readonly say: "data-deleted"; readonly ideas?: KeptIdeas }
  | { readonly say: "language-set"; readonly language: Language }
  | { readonly say: "which-language" };
