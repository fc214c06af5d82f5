import type { TeamView } from "../idea/view.ts";

export type PassingMessage =
  /** The channel is the coordinators' from now on. */
  | { readonly say: "coordinators-here"; readonly team: TeamView; readonly isAskedWeekly: boolean }
  | { readonly say: "coordinators-ended"; readonly team: TeamView; readonly isAskedWeekly: boolean };
