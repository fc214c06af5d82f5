import type { TeamId } from "../ids.ts";
import type { MeetingMinutes } from "../review/agenda.ts";
import type { Month } from "../review/month.ts";

type OfMonth = { readonly team: TeamId; readonly month: Month };

type OnBoard = { readonly team: TeamId; readonly board: string };

/** Longest line of a lead above a review that is posted, in characters as people see them. */
export const longestReviewWords = 500;

export type ReviewAction =
  | (OnBoard & { readonly verb: "show-board" })
  /** *Close*: the board becomes the minutes. */
  | (OnBoard & { readonly verb: "close-board" })
  /** `isAgain`: the lead has looked, and the post that was tried before is not there. */
  | (OfMonth & { readonly verb: "post-review"; readonly channel?: string; readonly words?: string; readonly isAgain?: true })
  | (OfMonth & { readonly verb: "review-word" })
  /** `minutes`: on the agenda itself, which is made for another length then. */
  | (OfMonth & { readonly verb: "show-agenda"; readonly minutes?: MeetingMinutes });
