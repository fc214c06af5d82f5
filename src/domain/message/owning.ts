import type { Reach } from "../idea/idea.ts";
import type { Choice, IdeaView, ShownIdea, TeamView, WithdrawnView } from "../idea/view.ts";
import type { RefusalReason } from "./refusal.ts";

/** A form about an idea that was passed on. `passed` names the post. */
type PassedForm = { readonly team: TeamView; readonly idea: IdeaView; readonly passed: string; readonly problem?: RefusalReason };

/**
 * A form that asks an owner for date and smallest test. `offered`: the date, where the owner has chosen none. `tip`: the test of another team that a lead tries
 * here. `earlier`: the team's own earlier tests that it offers, the newest first; the card adds ready ones of Gnist's.
 */
export type PlanForm = {
  readonly due: string;
  readonly offered?: string;
  readonly test?: string;
  readonly reach?: Reach;
  readonly tip?: string;
  readonly earlier: readonly string[];
  /** The ideas that `earlier` and `tip` come from. */
  readonly testsFrom: readonly ShownIdea[];
};

export type OwningMessage =
  | {
      readonly say: "take-or-ask";
      /** The card is in a channel of the team, and not in a person's own chat. */
      readonly inChannel: boolean;
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly digest?: string;
      readonly board?: string;
      readonly members: readonly Choice[];
      readonly due: string;
      /** No request is open, or the reader leads the team and may ask another colleague. */
      readonly mayAsk: boolean;
      /** The member whom the team's settings propose for ideas of this kind. */
      readonly usual?: Choice;
      /** The reader leads the team, and the idea is new: they may answer it. */
      readonly mayAnswer?: true;
      /** The reader leads the team, and may pass the idea on to coordinators. */
      readonly mayPassOn?: true;
      readonly problem?: RefusalReason;
    }
  /** `notReached`: Teams takes no message for the colleague, so the person who asked has to tell them. */
  | {
      readonly say: "owner-asked";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly name: string;
      readonly notReached?: true;
      /** The request waits for a working day, until this instant. */
      readonly asksAt?: number;
    }
  | (PlanForm & {
      readonly say: "owner-request";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly askedBy?: string;
      readonly problem?: RefusalReason;
    })
  | (PlanForm & { readonly say: "owner-plan"; readonly team: TeamView; readonly idea: IdeaView; readonly problem?: RefusalReason })
  /** `did`: its owner has just changed the date, or begun a test, or planned the next one, or said what effort and effect to expect. */
  | { readonly say: "owned"; readonly team: TeamView; readonly idea: IdeaView; readonly did?: "moved" | "started" | "adjusted" | "weighed" }
  | (Pick<PlanForm, "due" | "offered"> & {
      readonly say: "date-form";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly problem?: RefusalReason;
    })
  | { readonly say: "weigh-form"; readonly team: TeamView; readonly idea: IdeaView }
  | { readonly say: "declined"; readonly team: TeamView; readonly idea: IdeaView }
  /** The owner must give a reason. */
  | { readonly say: "give-back-form"; readonly team: TeamView; readonly idea: IdeaView; readonly problem?: RefusalReason }
  /** `due` and `test`: for *Undo*. `withReason`: the owner gave a reason. */
  | {
      readonly say: "given-back";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly due: string;
      readonly test?: string;
      readonly withReason: boolean;
    }
  /** The owner has left the team. */
  | { readonly say: "owner-left"; readonly team: TeamView; readonly idea: IdeaView }
  /** `owned`: the person had taken the idea, and has given it back. An owner who does so within 10 minutes need not give a reason. */
  | {
      readonly say: "owner-refused";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly name: string;
      readonly reason?: string;
      readonly owned?: true;
    }
  /** A page of the ideas that the person owns, the soonest due first. */
  | {
      readonly say: "my-actions";
      readonly actions: readonly { readonly team: TeamView; readonly idea: IdeaView }[];
      readonly page: number;
      readonly pages: number;
    }
  /** The channel is the coordinators' from now on. */
  | { readonly say: "coordinators-here"; readonly team: TeamView; readonly isAskedWeekly: boolean }
  | { readonly say: "coordinators-ended"; readonly team: TeamView; readonly isAskedWeekly: boolean }
  /** `to`: the name of the coordinators' team. */
  | {
      readonly say: "pass-on-form";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly to: string;
      readonly digest?: string;
      readonly board?: string;
      readonly problem?: RefusalReason;
    }
  | { readonly say: "passed-on"; readonly team: TeamView; readonly idea: IdeaView; readonly to: string }
  /** The team has chosen no coordinators, or the chosen ones take no ideas any more. */
  | { readonly say: "no-coordinators"; readonly team: TeamView }
  /** The coordinators' post about an idea of `team`. `reason`: the lead's, for passing it on. */
  | {
      readonly say: "passed-post";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly passed: string;
      readonly reason?: string;
      /** The coordinators' answer, once they have given it, for *Undo*. */
      readonly step?: string;
    }
  /** That post once the idea is with its team again, or was withdrawn: its words are gone. */
  | (WithdrawnView & { readonly say: "passed-gone"; readonly team: TeamView; readonly why: "back" | "withdrawn" })
  | (PassedForm & { readonly say: "take-passed-form"; readonly contact: string; readonly answerBy: string })
  | (PassedForm & { readonly say: "answer-passed-form"; readonly solved?: boolean; readonly reason: string })
  | (PassedForm & { readonly say: "send-back-form" })
  /** Teams did not take that post, or nobody knows whether it has (`isDoubtful`); or the coordinators take no ideas any more (`isGone`). */
  | {
      readonly say: "passed-trouble";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly passed: string;
      readonly to: string;
      readonly isDoubtful: boolean;
      readonly isGone?: true;
    };
