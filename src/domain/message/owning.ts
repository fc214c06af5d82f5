import type { Choice, IdeaView, TeamView } from "../idea/view.ts";
import type { RefusalReason } from "./refusal.ts";

export type OwningMessage =
  | {
      readonly say: "take-or-ask";
      /** The card is in a channel of the team, and not in a person's own chat. */
      readonly inChannel: boolean;
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly digest?: string;
      readonly members: readonly Choice[];
      readonly due: string;
      /** No request is open, or the reader leads the team and may ask another colleague. */
      readonly mayAsk: boolean;
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
  /** `did`: its owner has just changed the date, or begun a test, or planned the next one. */
  | { readonly say: "owned"; readonly team: TeamView; readonly idea: IdeaView; readonly did?: "moved" | "started" | "adjusted" }
  | { readonly say: "date-form"; readonly team: TeamView; readonly idea: IdeaView; readonly due: string; readonly problem?: RefusalReason }
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
    };
