import type { Choice, IdeaView, TeamView } from "../idea/view.ts";
import type { RefusalReason } from "./refusal.ts";

export type OwningMessage =
  | {
      readonly say: "take-or-ask";
      /** It is shown in a channel of the team, not in somebody's own chat. */
      readonly inChannel: boolean;
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly digest?: string;
      readonly members: readonly Choice[];
      readonly due: string;
      /** Nobody else is being asked, or the reader leads the team and may ask somebody else. */
      readonly mayAsk: boolean;
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
  /** `moved`: its owner has just changed the date. */
  | { readonly say: "owned"; readonly team: TeamView; readonly idea: IdeaView; readonly moved?: true }
  | { readonly say: "date-form"; readonly team: TeamView; readonly idea: IdeaView; readonly due: string; readonly problem?: RefusalReason }
  | { readonly say: "declined"; readonly team: TeamView; readonly idea: IdeaView }
  /** Its owner has to say why. */
  | { readonly say: "give-back-form"; readonly team: TeamView; readonly idea: IdeaView; readonly problem?: RefusalReason }
  /** `due` and `test`: for *Undo*. `withReason`: they said why. */
  | {
      readonly say: "given-back";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly due: string;
      readonly test?: string;
      readonly withReason: boolean;
    }
  /** Its owner is in the team no more. */
  | { readonly say: "owner-left"; readonly team: TeamView; readonly idea: IdeaView }
  /** `owned`: they had taken it, and have given it back. An owner who does so at once need not say why. */
  | {
      readonly say: "owner-refused";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly name: string;
      readonly reason?: string;
      readonly owned?: true;
    }
  /** A page of them, the soonest due first. */
  | {
      readonly say: "my-actions";
      readonly actions: readonly { readonly team: TeamView; readonly idea: IdeaView }[];
      readonly page: number;
      readonly pages: number;
    };
