import type { IdeaId } from "../idea/idea.ts";
import type { TeamId } from "../ids.ts";

export type CycleAction =
  | { readonly verb: "finish-form"; readonly team: TeamId; readonly idea: IdeaId }
  | { readonly verb: "finish-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly result: string }
  | { readonly verb: "undo-end"; readonly team: TeamId; readonly idea: IdeaId }
  /** The *Undo* of older cards. */
  | { readonly verb: "reopen-idea"; readonly team: TeamId; readonly idea: IdeaId };
