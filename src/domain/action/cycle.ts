import type { IdeaId } from "../idea/idea.ts";
import type { TeamId } from "../ids.ts";

export type CycleAction =
  | { readonly verb: "finish-form"; readonly team: TeamId; readonly idea: IdeaId }
  | { readonly verb: "finish-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly result: string }
  | { readonly verb: "reopen-idea"; readonly team: TeamId; readonly idea: IdeaId };
