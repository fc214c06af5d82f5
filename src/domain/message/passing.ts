import type { IdeaView, TeamView } from "../idea/view.ts";
import type { RefusalReason } from "./refusal.ts";

/** A form about an idea that was passed on. `passed` names the post. */
type PassedForm = { readonly team: TeamView; readonly idea: IdeaView; readonly passed: string; readonly problem?: RefusalReason };

export type PassingMessage =
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
      readonly problem?: RefusalReason;
    }
  | { readonly say: "passed-on"; readonly team: TeamView; readonly idea: IdeaView; readonly to: string }
  /** The team has chosen no coordinators, or the chosen ones take no ideas any more. */
  | { readonly say: "no-coordinators"; readonly team: TeamView }
  /** The coordinators' post about an idea of `team`. `reason`: the lead's, for passing it on. `step`: their answer, once they have given it, for *Undo*. */
  | {
      readonly say: "passed-post";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly passed: string;
      readonly reason?: string;
      readonly step?: string;
    }
  /** That post once the idea is with its team again, or was withdrawn: its words are gone. */
  | { readonly say: "passed-gone"; readonly team: TeamView; readonly number?: number; readonly why: "back" | "withdrawn" }
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
