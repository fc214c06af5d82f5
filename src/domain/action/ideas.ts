import type { RoundQuestion } from "../asking/question.ts";
import type { Cost, IdeaId, Kind } from "../idea/idea.ts";
import type { AnswerWay } from "../idea/question.ts";
import type { Waits } from "../idea/waiting.ts";
import type { TeamId } from "../ids.ts";
import type { Language } from "../language.ts";
import type { InPost, WrittenChange } from "./digest.ts";

/** An idea as a person typed it on a form, before it is checked. */
export type WrittenIdea = {
  readonly friction: string;
  readonly proposal?: string;
  readonly cost?: Cost;
  readonly kind?: Kind;
  readonly showName: boolean;
  /** Nothing is to lead to the author once it is shown. */
  readonly withoutTrace?: true;
};

export type IdeasAction =
  | {
      readonly verb: "submit-idea";
      /** The team that the idea is for. */
      readonly team: TeamId;
      /** The card's own team, where the card offered a choice of teams. */
      readonly cardTeam?: TeamId;
      readonly secret: string;
      readonly round?: string;
      /** The question that the form asked. Missing: the usual one. */
      readonly question?: RoundQuestion;
      /** The instant (ms) of the check-in that stands on the same card. */
      readonly checkIn?: number;
      /** The language of the form. */
      readonly language?: Language;
      readonly written: WrittenIdea;
    }
  /**
   * A typed idea that the store could not keep in time, with the secret it was tried with. `typed`: the name of its message. `team`: of the channel that it was
   * written in.
   */
  | {
      readonly verb: "write-again";
      readonly secret: string;
      readonly typed?: string;
      readonly team?: TeamId;
      readonly written: WrittenIdea;
    }
  /** An idea for a colleague, which keeps no author. `typed` and `team`: as above. */
  | {
      readonly verb: "send-for-colleague";
      readonly secret: string;
      readonly typed?: string;
      readonly team?: TeamId;
      readonly written: WrittenIdea;
    }
  | { readonly verb: "withdraw-for-colleague"; readonly team: TeamId; readonly secret: string }
  | { readonly verb: "restore-for-colleague"; readonly team: TeamId; readonly secret: string; readonly written: WrittenIdea }
  /** On the receipt of a text without a trace: *See what happened*, *Edit*, *Withdraw*, *Undo*, an answer to a lead's question, *Show it anyway*. */
  | { readonly verb: "follow-without-trace"; readonly team: TeamId; readonly secret: string }
  | { readonly verb: "edit-without-trace"; readonly team: TeamId; readonly secret: string }
  | { readonly verb: "save-without-trace"; readonly team: TeamId; readonly secret: string; readonly written: WrittenIdea }
  | { readonly verb: "withdraw-without-trace"; readonly team: TeamId; readonly secret: string }
  /** `question`: the one that the text answers. `waits`: how it waited before it was withdrawn; missing where its team had been shown it. */
  | {
      readonly verb: "restore-without-trace";
      readonly team: TeamId;
      readonly secret: string;
      readonly question?: RoundQuestion;
      readonly written: WrittenIdea;
      readonly waits?: Waits;
    }
  | {
      readonly verb: "answer-without-trace";
      readonly team: TeamId;
      readonly secret: string;
      readonly question: string;
      readonly answer: string;
    }
  | { readonly verb: "show-anyway"; readonly team: TeamId; readonly secret: string }
  /** *Save as friction* on a message in Teams: opens the form. `text`: the words of the message alone, without who wrote it or where it stands. */
  | { readonly verb: "save-as-friction"; readonly text: string }
  /** *No, thanks* to an offer to save what was typed. */
  | { readonly verb: "drop-offer"; readonly team: TeamId; readonly secret: string }
  /** `question`: that of the idea whose receipt was pressed. */
  | { readonly verb: "add-another"; readonly team: TeamId; readonly question?: RoundQuestion; readonly kept?: WrittenIdea }
  | { readonly verb: "edit-idea"; readonly team: TeamId; readonly idea: IdeaId }
  | { readonly verb: "save-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly written: WrittenIdea }
  | { readonly verb: "withdraw-idea"; readonly team: TeamId; readonly idea: IdeaId }
  | { readonly verb: "restore-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly written: WrittenIdea }
  /**
   * *Same thing*. Without `into`, the idea that says it too, the form asks for it. A lead presses it on the form of a draft (`draft`), with whatever else they
   * left there.
   */
  | (Partial<WrittenChange> & {
      readonly verb: "merge-idea";
      readonly team: TeamId;
      readonly idea: IdeaId;
      readonly into?: IdeaId;
      readonly draft?: string;
      readonly reason?: string;
    })
  /** `step`: the merge that it undoes; older cards do not say it. */
  | { readonly verb: "unmerge-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly step?: string }
  /** A question to the author by a lead, or without `question` the form for it. */
  | { readonly verb: "ask-author"; readonly team: TeamId; readonly idea: IdeaId; readonly draft?: string; readonly question?: string }
  /** `question`: its id. Without `how` the author sees the question again. `isSure`: they know that *I want to help* shows their name. */
  | {
      readonly verb: "answer-author";
      readonly team: TeamId;
      readonly idea: IdeaId;
      readonly question: string;
      readonly how?: AnswerWay;
      readonly answer: string;
      readonly isSure?: true;
    }
  /** `here`: in place of the pressed card. */
  | { readonly verb: "show-story"; readonly team: TeamId; readonly idea: IdeaId; readonly here?: true }
  | { readonly verb: "show-receipt"; readonly team: TeamId; readonly idea: IdeaId }
  | (InPost & { readonly verb: "add-voice"; readonly team: TeamId; readonly idea: IdeaId })
  | (InPost & { readonly verb: "take-voice-back"; readonly team: TeamId; readonly idea: IdeaId })
  /** *Thanks* for an idea that has ended, or is worth doing more of. */
  | (InPost & { readonly verb: "thank"; readonly team: TeamId; readonly idea: IdeaId })
  /** *Mute this idea*; `undo`: the person wants its news again. */
  | { readonly verb: "mute-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly undo?: true }
  /** `after`: the place among the person's own ideas after which the page begins. */
  | { readonly verb: "show-my-ideas"; readonly after?: string };
