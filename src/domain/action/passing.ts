import type { TeamId } from "../ids.ts";

export type PassingAction =
  /** *Undo* of `coordinators here`. */
  { readonly verb: "end-coordinators"; readonly team: TeamId };
