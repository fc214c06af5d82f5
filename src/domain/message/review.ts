import type { Choice, TeamView } from "../idea/view.ts";
import type { AgendaView } from "../review/agenda.ts";
import type { BoardView } from "../review/board.ts";
import type { MinutesView } from "../review/minutes.ts";
import type { ReviewView } from "../review/review.ts";

/** The way of a review to a channel. `refused`, `doubtful`: it did not arrive, or nobody knows. `at`: the instant (ms) of the post. */
export type ReviewPosting = {
  readonly how: "posting" | "posted" | "refused" | "doubtful";
  readonly channel: string;
  readonly at?: number;
};

export type ReviewMessage =
  /** The review of a month for a lead, with the channels in which they can post it. Without `channels` it is not to be posted now. */
  | {
      readonly say: "review";
      readonly review: ReviewView;
      readonly channels?: { readonly all: readonly Choice[]; readonly chosen: string };
      readonly posting?: ReviewPosting;
    }
  | { readonly say: "review-post"; readonly review: ReviewView }
  | { readonly say: "agenda"; readonly agenda: AgendaView }
  | (BoardView & { readonly say: "board" })
  /** The post of a board once it is closed. */
  | (MinutesView & { readonly say: "minutes" })
  | { readonly say: "board-opening"; readonly team: TeamView; readonly channelName: string }
  /** A board is open already. */
  | {
      readonly say: "board-open";
      readonly team: TeamView;
      readonly board: string;
      readonly openedAt: number;
      readonly channelName: string;
    }
  /** Teams refused a board; `isDoubtful`: nobody knows whether Teams has it. */
  | { readonly say: "board-trouble"; readonly team: TeamView; readonly channelName: string; readonly isDoubtful?: true };
