import type { Choice } from "../idea/view.ts";
import type { AgendaView } from "../review/agenda.ts";
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
  | { readonly say: "agenda"; readonly agenda: AgendaView };
