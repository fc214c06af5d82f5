import type { IdeaId, Reach } from "../idea/idea.ts";
import type { TeamId } from "../ids.ts";
import type { InPost, WrittenWeight } from "./digest.ts";

/** A button on the post of an idea that was passed on. `passed` names the post, and with it the coordinators' team. */
export type InPassed = { readonly team: TeamId; readonly idea: IdeaId; readonly passed: string };

/**
 * An owner's plan as a form sends it. `ready`: the ready test that was pressed, which wins over the typed one. `offered`: the date that the form proposed, where
 * the owner had chosen none.
 */
export type WrittenPlan = {
  readonly due?: string;
  readonly test?: string;
  readonly ready?: string;
  readonly offered?: string;
  readonly reach?: Reach;
};

export type OwningAction =
  | (InPost & { readonly verb: "take-idea"; readonly team: TeamId; readonly idea: IdeaId })
  /** *Try it*: the person owns what is worth doing more of. */
  | (InPost & { readonly verb: "try-idea"; readonly team: TeamId; readonly idea: IdeaId })
  | (InPost & { readonly verb: "take-or-ask"; readonly team: TeamId; readonly idea: IdeaId })
  | (InPost & {
      readonly verb: "ask-owner";
      readonly team: TeamId;
      readonly idea: IdeaId;
      readonly person: string;
      readonly due: string;
    })
  | (WrittenPlan & {
      readonly verb: "accept-idea";
      readonly team: TeamId;
      readonly idea: IdeaId;
      readonly due: string;
      readonly test: string;
    })
  | { readonly verb: "decline-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly reason: string }
  | (WrittenPlan & {
      readonly verb: "plan-idea";
      readonly team: TeamId;
      readonly idea: IdeaId;
      readonly due: string;
      readonly test: string;
    })
  /** `reason` is missing on a first press, before Gnist has asked the owner for one. `beside`: the pressed card is still needed, so the answer comes below it. */
  | { readonly verb: "give-back"; readonly team: TeamId; readonly idea: IdeaId; readonly reason?: string; readonly beside?: true }
  | { readonly verb: "date-form"; readonly team: TeamId; readonly idea: IdeaId; readonly beside?: true }
  | (Pick<WrittenPlan, "offered" | "reach"> & {
      readonly verb: "change-date";
      readonly team: TeamId;
      readonly idea: IdeaId;
      readonly due: string;
    })
  /** *Effort and effect*, by its owner. */
  | { readonly verb: "weigh-form"; readonly team: TeamId; readonly idea: IdeaId }
  | (WrittenWeight & { readonly verb: "weigh"; readonly team: TeamId; readonly idea: IdeaId })
  | { readonly verb: "show-my-actions"; readonly page?: number }
  /** *Undo* of `coordinators here`. */
  | { readonly verb: "end-coordinators"; readonly team: TeamId }
  /** Without `reason`, it asks for one. */
  | (InPost & { readonly verb: "pass-on"; readonly team: TeamId; readonly idea: IdeaId; readonly reason?: string })
  /** A lead lets Gnist post again what Teams did not take. */
  | (InPassed & { readonly verb: "post-passed-again" })
  /** *Send back*, by a lead of the idea's own team: its coordinators take no ideas any more. */
  | { readonly verb: "take-back"; readonly team: TeamId; readonly idea: IdeaId }
  | (InPassed & { readonly verb: "show-passed" })
  | (InPassed & { readonly verb: "take-passed"; readonly contact?: string; readonly answerBy?: string })
  | (InPassed & { readonly verb: "answer-passed"; readonly solved?: boolean; readonly reason?: string })
  /** `step`: the answer that it undoes; older posts do not say it. */
  | (InPassed & { readonly verb: "undo-answer"; readonly step?: string })
  | (InPassed & { readonly verb: "send-back"; readonly reason?: string });
