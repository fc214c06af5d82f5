import type { TeamId } from "../ids.ts";
import type { ChosenTimes } from "../people/own-times.ts";

/** `checkIn`: the instant (ms) of the check-in that stands on the pressed card. */
export type AskingAction =
  | { readonly verb: "answer-nothing"; readonly team: TeamId; readonly round?: string; readonly checkIn?: number; readonly secret?: string }
  | { readonly verb: "ask-later"; readonly team: TeamId; readonly round: string; readonly checkIn?: number; readonly secret?: string }
  | { readonly verb: "ask-less"; readonly every: ChosenTimes["askEvery"] };
