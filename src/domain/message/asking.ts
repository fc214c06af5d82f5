import type { TeamView } from "../idea/view.ts";
import type { DueName } from "../job.ts";
import type { ChosenTimes } from "../people/own-times.ts";

/** The moment of a person's next question. */
export type NextQuestion = { readonly at: number; readonly zone: string };

export type AskingMessage =
  /** The answer to a press came as a new message: `below` the card, or in the person's own `chat`. */
  | { readonly say: "sent-beside"; readonly where: "below" | "chat" }
  | { readonly say: "nothing-noted"; readonly team: TeamView; readonly nextPromptAt?: number }
  | { readonly say: "later-noted"; readonly team: TeamView; readonly at: number }
  | { readonly say: "less-noted"; readonly every: ChosenTimes["askEvery"]; readonly next?: NextQuestion }
  /** `notWeekly`: the clock does not ask this team. */
  | { readonly say: "asking-now"; readonly team: TeamView; readonly digestAt: number; readonly again: boolean; readonly notWeekly?: true }
  | { readonly say: "clock-moved"; readonly at: number; readonly zone: string; readonly what: readonly DueName[] };
