import type { IdeaView, TeamView } from "../idea/view.ts";
import type { RefusalReason } from "./refusal.ts";

export type CycleMessage =
  | { readonly say: "finish-form"; readonly team: TeamView; readonly idea: IdeaView; readonly problem?: RefusalReason }
  | { readonly say: "finished"; readonly team: TeamView; readonly idea: IdeaView }
  /** A finished idea was reopened. `owns`: its owner did it. */
  | { readonly say: "reopened"; readonly team: TeamView; readonly idea: IdeaView; readonly owns?: true };
