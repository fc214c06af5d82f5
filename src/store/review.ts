import type { TeamId } from "../domain/ids.ts";
import type { Month } from "../domain/review/month.ts";
import { idsInReview } from "../domain/review/review.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { insertShown } from "./digest.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { asSend, guardOf, type StoredSend } from "./send.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** A review that a lead has posted: which ideas stand where. It copies no text of an idea. */
export type PostedReview = Omit<Of<typeof rowKinds.review>, "delivery" | "sentAt" | "why" | "messageId" | "form"> & {
  readonly month: Month;
};

export type StoredReview = PostedReview & StoredSend;

const reviewKey = (month: Month) => `review|${month}`;

export const reviewGuard = (month: Month) => guardOf(reviewKey(month));

/** Inserts a review, and for each of its ideas an index row from the idea to it. */
export const insertReview = ({ month, ...review }: PostedReview): readonly Change[] => [
  { do: "insert", key: reviewKey(month), values: encode(rowKinds.review, review) },
  ...idsInReview(review).map((idea) => insertShown(idea, postNameOf(month))),
];

export const mergeReview = (month: Month, facts: Pick<Partial<PostedReview>, "shownHash" | "renewedAt">, tag?: string): Change => ({
  do: "merge",
  key: reviewKey(month),
  ...(tag === undefined ? {} : { tag }),
  values: encode(rowKinds.review, facts),
});

const asReview = (row: Row, { delivery, sentAt, why, messageId, form, ...review }: Of<typeof rowKinds.review>): StoredReview => ({
  ...review,
  month: row.key.slice("review|".length),
  ...asSend(row),
  tag: row.tag,
});

export const readReview = async (rows: Rows, team: TeamId, month: Month): Promise<StoredReview | undefined> => {
  const row = await rows.get(teamPartition(team), reviewKey(month));
  return row && asReview(row, decode(rowKinds.review, teamPartition(team), row));
};

/** Every review that a team has posted. */
export const readReviews = async (rows: Rows, team: TeamId): Promise<readonly StoredReview[]> => {
  const found = await rows.list(teamPartition(team), under("review"));
  const reviews = decodeAll(rowKinds.review, teamPartition(team), found);
  return found.flatMap((row, at) => {
    const review = reviews[at];
    return review ? [asReview(row, review)] : [];
  });
};

const beforeMonth = "review-";

/** The name of a review among the posts that show an idea, beside the ids of digests. */
export const postNameOf = (month: Month): string => `${beforeMonth}${month}`;

/** The month of the review that a post's name stands for; undefined where it is a digest's id. */
export const monthOfPost = (name: string): Month | undefined => (name.startsWith(beforeMonth) ? name.slice(beforeMonth.length) : undefined);
