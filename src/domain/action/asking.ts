import type { TeamId } from "../ids.ts";

/** `checkIn`: the instant (ms) of the check-in that stands on the pressed card. */
export type AskingAction =
  | { readonly verb: "answer-nothing"; readonly team: TeamId; readonly round?: string; readonly checkIn?: number }
  | { readonly verb: "ask-later"; readonly team: TeamId; readonly round: string; readonly checkIn?: number };
