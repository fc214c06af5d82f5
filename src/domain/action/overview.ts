import type { TeamId } from "../ids.ts";

export type OverviewAction =
  | { readonly verb: "show-status"; readonly team: TeamId; readonly page?: number }
  | { readonly verb: "show-teams"; readonly page: number }
  | { readonly verb: "numbers-across" }
  | { readonly verb: "numbers-teams"; readonly page: number };
