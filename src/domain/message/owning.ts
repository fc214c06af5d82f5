import type { Choice, IdeaView, TeamView } from "../idea/view.ts";
import type { RefusalReason } from "./refusal.ts";

export type OwningMessage =
  | {
      readonly say: "assign-form";
      /** It is shown in a channel of the team, not in somebody's own chat. */
      readonly inChannel: boolean;
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly digest?: string;
      readonly members: readonly Choice[];
      readonly due: string;
      readonly problem?: RefusalReason;
    }
  /** `notReached`: Teams takes no message for them, so whoever asks is to tell them. */
  | { readonly say: "owner-asked"; readonly team: TeamView; readonly idea: IdeaView; readonly name: string; readonly notReached?: true }
  | {
      readonly say: "owner-request";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly askedBy?: string;
      readonly due: string;
      readonly problem?: RefusalReason;
    }
  | {
      readonly say: "owner-plan";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly due: string;
      readonly test?: string;
      readonly problem?: RefusalReason;
    }
  | { readonly say: "owned"; readonly team: TeamView; readonly idea: IdeaView }
  /** `how`: the reader had been asked to own it, or owned it. */
  | { readonly say: "declined"; readonly team: TeamView; readonly idea: IdeaView; readonly how: "asked" | "owned" }
  /** Its owner is in the team no more. */
  | { readonly say: "owner-left"; readonly team: TeamView; readonly idea: IdeaView }
  | { readonly say: "owner-refused"; readonly team: TeamView; readonly idea: IdeaView; readonly name: string; readonly reason: string }
  | { readonly say: "my-actions"; readonly actions: readonly { readonly team: TeamView; readonly idea: IdeaView }[] };
