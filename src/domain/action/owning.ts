import type { IdeaId } from "../idea/idea.ts";
import type { TeamId } from "../ids.ts";

export type OwningAction =
  | { readonly verb: "take-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly digest?: string }
  | { readonly verb: "take-or-ask"; readonly team: TeamId; readonly idea: IdeaId; readonly digest?: string }
  | {
      readonly verb: "ask-owner";
      readonly team: TeamId;
      readonly idea: IdeaId;
      readonly digest?: string;
      readonly person: string;
      readonly due: string;
    }
  | { readonly verb: "accept-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly due: string; readonly test: string }
  | { readonly verb: "decline-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly reason: string }
  | { readonly verb: "plan-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly due: string; readonly test: string }
  /** `reason` is missing on a first press, before Gnist has asked the owner for one. */
  | { readonly verb: "give-back"; readonly team: TeamId; readonly idea: IdeaId; readonly reason?: string }
  | { readonly verb: "date-form"; readonly team: TeamId; readonly idea: IdeaId }
  | { readonly verb: "change-date"; readonly team: TeamId; readonly idea: IdeaId; readonly due: string }
  | { readonly verb: "show-my-actions"; readonly page?: number };
