import type { WrittenIdea } from "../action/ideas.ts";
import type { RoundQuestion } from "../asking/question.ts";
import type { IdeaEvent } from "../idea/event.ts";
import type { IdeaId, Kind, Stage } from "../idea/idea.ts";
import type { AnswerWay } from "../idea/question.ts";
import type { Choice, IdeaView, NamedIdea, OwnersNotes, Shown, SimilarIdea, TeamView, WithdrawnView } from "../idea/view.ts";
import type { Waits } from "../idea/waiting.ts";
import type { RoundId, TeamId } from "../ids.ts";
import type { NewsKind } from "../job.ts";
import type { ChosenTimes } from "../people/own-times.ts";
import type { Month } from "../review/month.ts";
import type { Focus } from "../teams/team.ts";
import type { RefusalReason } from "./refusal.ts";

/**
 * The form on which a person writes an idea: the weekly prompt, its reminder, a form asked for, an offer to save what was typed, a typed idea that the store
 * could not keep in time, an edit, or (`message`) the words of a message that they save as a friction.
 */
export type IdeaForm = Shown & {
  readonly say: "idea-form";
  readonly why: "prompt" | "reminder" | "again" | "asked-for" | "another" | "offer" | "typed" | "edit" | "test" | "message";
  readonly team: TeamView;
  /** The person's other teams, where they may choose one. */
  readonly teams?: readonly Choice[];
  /** The card's own team, where the form is for another one. */
  readonly cardTeam?: TeamId;
  /** 128 random bits that stand on this card and nowhere else (ids.ts). An edit has the idea instead. */
  readonly secret?: string;
  /** The name of the message that was typed (ids.ts), so that it becomes one idea, however often Teams delivers it. */
  readonly typed?: string;
  readonly round?: RoundId;
  /** The question that the form asks. Missing: the usual one. */
  readonly question?: RoundQuestion;
  /** The team's focus, above the question. */
  readonly focus?: Focus;
  /** The instant (ms) of the check-in that stands on the same card. */
  readonly checkIn?: number;
  /** The idea that is being edited, and where it stands, where no coming digest is the first to show the change. */
  readonly idea?: IdeaId;
  readonly stands?: WhereItStands;
  /** Set on the first prompt that a person ever gets, which says who added Gnist. */
  readonly first?: { readonly addedBy?: string };
  /** Gnist asks the person whether to ask them less often than in one of so many weeks `now`. */
  readonly lessOften?: { readonly now: ChosenTimes["askEvery"]; readonly choices: readonly (2 | 4)[] };
  /** The next working morning comes before the digest, so the card can offer *Ask me tomorrow*. */
  readonly mayWait?: true;
  readonly written?: Partial<WrittenIdea>;
  /** The kinds to choose from, where the team has chosen its own. */
  readonly kinds?: readonly Kind[];
  /** People may write without a trace, or always do. */
  readonly trace?: TraceOffer;
  /** The team keeps what it posts until it is exported. */
  readonly untilExported?: true;
  /** Why the form is back, with its text. `no-trace`: the team does not take texts without a trace. */
  readonly problem?: "empty" | "too-long" | "not-saved" | "not-storable" | "no-trace";
};

/**
 * Where an idea stands that a digest has shown, or that is held back. `post`: why its post does not show a change at once. Gnist cannot change the post (`fixed`);
 * the post is `on-its-way`; or the team `rests`.
 */
export type WhereItStands = { readonly stage: Stage; readonly number?: number; readonly post?: "fixed" | "on-its-way" | "rests" };

/** The offer to write without a trace: the fewest people whose texts are shown together, and whether all texts are such. */
export type TraceOffer = { readonly isAlways: boolean; readonly smallestGroup: number };

/** The form for an idea that a colleague had, of which nobody is kept as the author. `typed`: as above. */
export type ColleagueForm = Shown & {
  readonly say: "colleague-form";
  readonly team: TeamView;
  readonly teams?: readonly Choice[];
  readonly kinds?: readonly Kind[];
  readonly untilExported?: true;
  readonly secret: string;
  readonly typed?: string;
  readonly written?: WrittenIdea;
  readonly problem?: NonNullable<IdeaForm["problem"]>;
};

/** The question to an author, and their answer, as leads read it. `name`: only where they chose to show it. */
export type AskedAuthor = {
  readonly text: string;
  readonly answer?: { readonly how: AnswerWay; readonly text?: string; readonly name?: string };
};

/** A message for leads, or for the author, about that question. */
type OfQuestion = { readonly team: TeamView; readonly idea: IdeaView };

/** The reader's part in an idea: they wrote it, own it, were asked to own it, or added a voice. */
export const newsReaders = ["author", "owner", "asked", "voice"] as const;
export type NewsReader = (typeof newsReaders)[number];

export type IdeasMessage =
  | IdeaForm
  | ColleagueForm
  /**
   * The receipt of an idea for a colleague. Its secret alone withdraws it; missing where Teams delivered the message again, and the first receipt has it.
   * `number`: a digest has shown it already. `held`: a lead holds it back.
   */
  | (Shown & {
      readonly say: "kept-for-colleague";
      readonly team: TeamView;
      readonly written: WrittenIdea;
      readonly number?: number;
      readonly held?: true;
      readonly secret?: string;
    })
  /**
   * The receipt of a text without a trace, whose secret is the only way back to it. `waits`: its team has not been shown it; `isLong`: it may be shown anyway
   * (`anyway`). `asked`: the question of a lead, and the answer.
   */
  | (Shown & {
      readonly say: "kept-without-trace";
      readonly team: TeamView;
      readonly secret: string;
      readonly written: WrittenIdea;
      readonly question?: RoundQuestion;
      readonly waits?: { readonly smallestGroup: number; readonly isLong: boolean; readonly anyway: boolean };
      readonly idea?: { readonly number?: number; readonly stage: Stage };
      /** The reason that was given for its stage. */
      readonly reason?: string;
      readonly asked?: { readonly id: string; readonly text: string; readonly answer?: string };
      readonly problem?: "line-needed";
      readonly edited?: true;
      /** Its author has just looked, and there is nothing to tell. */
      readonly isQuiet?: true;
      readonly closes?: true;
      /** A second text sent from the same card: not saved, offered under *Add another*. */
      readonly offered?: WrittenIdea;
    })
  | (Shown &
      WhereItStands & {
        readonly say: "receipt";
        readonly team: TeamView;
        readonly idea: IdeaId;
        readonly written: WrittenIdea;
        /** The question that it answers. Missing: the usual one, or none. */
        readonly question?: RoundQuestion;
        /** A digest has shown it. */
        readonly shown: boolean;
        readonly edited: boolean;
        /** The author may say that an idea of a digest says the same. */
        readonly mayMerge?: true;
        /** Ideas of a digest that say nearly the same. Missing where there is none. */
        readonly similar?: readonly SimilarIdea[];
        /** The receipt stands in a dialog, and is gone once that is closed. */
        readonly closes?: true;
        /** A second text sent from the same card: not saved, offered under *Add another*. */
        readonly offered?: WrittenIdea;
      })
  /** `draft`: the draft from which a lead asks. */
  | (OfQuestion & { readonly say: "ask-author-form"; readonly draft?: string; readonly problem?: RefusalReason })
  /** `isNew`: the lead has just asked. Otherwise a question was asked before, and there is only one. */
  /** `answerBelow`: the answer has a message of its own. */
  | (OfQuestion & {
      readonly say: "author-asked";
      readonly draft?: string;
      readonly asked: AskedAuthor;
      readonly isNew: boolean;
      /** Nobody is told of the question: its author finds it where they look what happened. */
      readonly looks?: true;
      readonly answerBelow?: true;
    })
  /** For the author. `confirms`: they have pressed *I want to help*, and have to confirm that it shows their name. */
  | (OfQuestion & {
      readonly say: "author-question";
      readonly question: { readonly id: string; readonly text: string };
      readonly answer?: string;
      readonly confirms?: true;
      readonly problem?: RefusalReason;
    })
  | (OfQuestion & { readonly say: "author-answered"; readonly question: string; readonly how: AnswerWay; readonly answer?: string })
  /** For the lead who asked. */
  | (OfQuestion & { readonly say: "author-answer"; readonly asked: Required<AskedAuthor> })
  /** The form on which an author says that another idea says theirs too. `ideas`: those that the team has been shown; empty where there is none. */
  | {
      readonly say: "same-thing-form";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly ideas: readonly NamedIdea[];
    }
  /** An idea was merged into another one. `reader`: its author, or a lead. `step`: this merge, for *Undo*. */
  | {
      readonly say: "idea-merged";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly into: IdeaView;
      readonly reader: "author" | "lead";
      readonly step?: string;
    }
  /** A lead has undone a merge. */
  | { readonly say: "idea-unmerged"; readonly team: TeamView; readonly idea: IdeaView }
  /** *No, thanks* to an offer. */
  | { readonly say: "offer-dropped" }
  /**
   * `written`: the words, for *Undo*; missing where the author had withdrawn the idea before, for nobody has its words any more. `post`: the team's post with
   * the idea; missing where no post showed it.
   * - `gone`: the post shows it no more. `on-its-way`: the post is still being sent, and may show it. `rests`: the post shows it until the team is restored.
   * - `leads-asked`: Gnist cannot change the post, and has asked leads to delete it. `stays`: Gnist cannot change it either, and nobody leads the team.
   * `secret`: of an idea for a colleague, or `withoutTrace`; `question`: the one that such a text answers.
   */
  | {
      readonly say: "withdrawn";
      readonly team: TeamView;
      readonly idea: IdeaId;
      readonly written?: WrittenIdea;
      readonly post?: "gone" | "leads-asked" | "stays" | "on-its-way" | "rests";
      /** The team's copies of its posts keep the words until they are exported. */
      readonly untilExported?: true;
      readonly secret?: string;
      readonly withoutTrace?: true;
      readonly question?: RoundQuestion;
      /** How a text without a trace waited. */
      readonly waits?: Waits;
    }
  /** A bundle: a person's news of a day, the most important first. */
  | { readonly say: "news"; readonly ideas: readonly NewsOfIdea[] }
  | { readonly say: "muted"; readonly team: TeamView; readonly idea: IdeaView }
  | { readonly say: "unmuted" }
  /** `already`: the person has said thanks for this idea before. */
  | { readonly say: "thanks-noted"; readonly team: TeamView; readonly idea: IdeaView; readonly already: boolean }
  /** Stands in place of a message about an idea that its author has withdrawn, and of its story. */
  | (WithdrawnView & { readonly say: "idea-withdrawn"; readonly team: TeamView })
  /** A post shows a withdrawn idea, and Gnist cannot change the post. */
  /** Of a digest it names the `week`, of a review the `month`, of a board the instant (ms) at which it opened. */
  | ({ readonly say: "post-stays"; readonly team: TeamView; readonly channel: string; readonly number?: number } & (
      | { readonly week: RoundId }
      | { readonly month: Month }
      | { readonly openedAt: number }
    ))
  /** A page of the person's ideas, the newest first. `older`: the place after which the next page begins. `later`: this is not the first page. */
  /** `unlisted`: a team of theirs takes texts without a trace, whether or not they have written any. */
  | {
      readonly say: "my-ideas";
      readonly ideas: readonly MyIdea[];
      readonly older?: string;
      readonly later?: boolean;
      readonly unlisted?: true;
    }
  /** It has notes of the owner where the reader owns the idea or leads the team. */
  | (OwnersNotes & {
      readonly say: "idea-story";
      readonly team: TeamView;
      readonly idea: IdeaView;
      /** The idea that it was merged into, and those that were merged into it, as far as the team has been shown them. */
      readonly into?: IdeaView;
      readonly joined: readonly NamedIdea[];
      /** `cycle`: the step begins this turn of Plan, Do, Check. */
      readonly steps: readonly {
        readonly stage: Stage;
        readonly event: IdeaEvent["event"];
        readonly at: number;
        readonly cycle?: number;
        /** The step was in another year than this one. */
        readonly otherYear?: boolean;
        readonly who?: string;
        readonly why?: string;
      }[];
      /** The buttons for the reader. `try`: what is worth doing more of. `own`: take the idea, or ask a colleague to. `plan`: those of its owner. The others are a lead's. `takeBack`: its coordinators take no ideas any more. */
      readonly may: {
        readonly join: boolean;
        readonly try: boolean;
        readonly own: boolean;
        readonly plan: boolean;
        readonly end: boolean;
        readonly answer: boolean;
        readonly reopen: boolean;
        readonly passOn: boolean;
        readonly takeBack: boolean;
        readonly askAuthor: boolean;
        readonly spread: boolean;
      };
    })
  | { readonly say: "voice-added"; readonly team: TeamView; readonly idea: IdeaView }
  /**
   * A person who is behind the idea already has pressed *Me too*. `digest` or `board`: the post that they pressed. `mayLeave`: they are not the author, so they may take
   * their voice back.
   */
  | {
      readonly say: "voice-counts";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly digest?: string;
      readonly board?: string;
      readonly mayLeave: boolean;
    }
  | { readonly say: "voice-back"; readonly team: TeamView; readonly idea: IdeaView };

/** One step, as its news tells it, or thanks. `name`: the owner who took the idea. `count`: the number of colleagues who say thanks. */
export type NewsLine = {
  readonly news: Exclude<NewsKind, "withdrawn">;
  readonly name?: string;
  readonly reason?: string;
  readonly count?: number;
};

/** News of one idea, in the order of its steps. `owns`: the reader owns the idea, and may be its author too. Of a withdrawn idea no word is left. */
export type NewsOfIdea =
  | {
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly reader: NewsReader;
      readonly owns?: true;
      /** The idea that it was merged into. */
      readonly into?: IdeaView;
      readonly lines: readonly NewsLine[];
    }
  | { readonly team: TeamView; readonly withdrawn: true; readonly number?: number; readonly reader: NewsReader };

/** `place`: its place among all ideas of the person. */
export type MyIdea = {
  readonly team: TeamView;
  readonly idea: IdeaView;
  readonly place: string;
  readonly reason?: string;
  /** The idea that it was merged into. */
  readonly into?: IdeaView;
};
