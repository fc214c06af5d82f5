import type { ActionOf } from "../../domain/action/index.ts";
import type { Message } from "../../domain/message/index.ts";
import { idsInReview } from "../../domain/review/review.ts";
import { isChannelOf, rests, spokenIn, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import type { PostedNow } from "../../store/posted.ts";
import { insertReview, mergeReview, readReview, reviewGuard, type StoredReview } from "../../store/review.ts";
import { isOver, mergeAgain, sendKey } from "../../store/send.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import { hashOf } from "../digest/post.ts";
import { channelNamed } from "../digest/posting.ts";
import { askToDelete } from "../digest/renew-posts.ts";
import { type Answer, afterStoringMs, type JobFlow, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { addressIn } from "../sending/in-turn.ts";
import { type Renewable, renewInChannel } from "../sending/renew.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { sendOnce } from "../sending/send-once.ts";
import { readMonth, readPostedReview } from "./read-review.ts";
import { isMissedReview, isOverIn, reviewMessage } from "./show-review.ts";

/**
 * *Post it*: the review goes to the channel that the lead chose, once. A second press, of another lead too, says where it is. Where that channel is gone, the
 * lead chooses again.
 */
export const postReview = async (action: ActionOf<"post-review">, turn: Turn): Promise<Answer> => {
  const { team, now, ports } = turn;
  const { month, channel } = action;
  if (rests(team)) return refuse("team-archived", team.name);
  const isGone = channel !== undefined && !isChannelOf(team, channel);
  if (!isGone && isOverIn(team, month, now)) await choosePost(action, turn);
  const message = await reviewMessage(team, month, ports);
  if (!message) return refuse("nothing-to-review");
  return isGone && message.channels ? { ...message, posting: { how: "refused", channel: channelNamed(team, channel) } } : message;
};

/** Stores what is to be posted where, unless somebody has done so before. */
const choosePost = async ({ month, channel, words, isAgain }: ActionOf<"post-review">, { team, who, now, ports }: Turn): Promise<void> => {
  const { rows, jobs } = ports;
  const posted = await readReview(rows, team.id, month);
  const channelId = channel ?? team.channelId;
  const later = () => jobs.put({ job: "post-review", team: team.id, month, by: who }, afterStoringMs);
  if (posted) {
    if (!isAgain || !isMissedReview(posted)) return;
    await later();
    await rows.commit(teamPartition(team.id), [mergeAgain(reviewGuard(month), posted.tag, { channelId, words: words ?? "" })]);
    return;
  }
  const { plan } = await readMonth(team, month, ports);
  if (!plan) return;
  await later();
  await rows.commit(teamPartition(team.id), insertReview({ ...plan, month, channelId, createdAt: now, ...(words ? { words } : {}) }));
};

/** A review as it is posted now, and the copy that the team keeps of it. */
const asPost = async (
  team: Team,
  review: StoredReview,
  ports: Ports,
): Promise<{ readonly message: Message; readonly copy: Pick<PostedNow, "kind" | "post" | "names"> }> => {
  const { view, names } = await readPostedReview(team, review, ports);
  return { message: { say: "review-post", review: view }, copy: { kind: "review", post: review.month, names } };
};

/** Posts a review that a lead has released, and tells them where that failed. */
export const sendPostedReview: JobFlow<"post-review"> = async ({ team: id, month, by }, ports) => {
  const { rows, jobs, channel } = ports;
  const [stored, review] = await Promise.all([readTeam(rows, id), readReview(rows, id, month)]);
  if (!stored || rests(stored.team) || !review) return undefined;
  const { team } = stored;
  const { message, copy } = await asPost(team, review, ports);
  const sent = await sendOnce(ports, team, reviewGuard(month), review, {
    calls: 1,
    urgent: true,
    copy: { ...copy, message, spoken: spokenIn(team) },
    post: async () => ({ delivery: await channel.post(addressIn(team, review.channelId), message, spokenIn(team)), keepId: true }),
  });
  const after = await readReview(rows, id, month);
  if (sent.outcome === "sent") await jobs.put({ job: "renew-review", team: id, month, shown: hashOf(message, team) });
  // An idea that was withdrawn during the post may still stand in it.
  if (after?.delivery === "doubtful") await askToDelete(ports, team, idsInReview(review));
  if (!after || !isMissedReview(after) || by === undefined) return afterSend(sent);
  const trouble = await reviewMessage(team, month, ports);
  if (!trouble) return undefined;
  const key = sendKey("review", by, month, after.sentAt ?? 0);
  return afterSend(await sayTo(ports, team, by, { key, message: () => trouble, keep: idsInReview(review).map((idea) => ({ id: idea })) }));
};

/** Renews a posted review for everybody; nothing is sent where it would look as before. */
export const renewReview: JobFlow<"renew-review"> = async ({ team: id, month, shown }, ports) => {
  const [stored, review] = await Promise.all([readTeam(ports.rows, id), readReview(ports.rows, id, month)]);
  if (!stored || rests(stored.team) || !review) return undefined;
  if (!review.messageId) return isOver(review) ? undefined : { laterMs: 5_000 };
  const { team } = stored;
  const { message, copy } = await asPost(team, review, ports);
  const hash = hashOf(message, team);
  if (hash === (review.shownHash ?? shown)) return undefined;
  const { channelId, messageId, renewedAt } = review;
  const merge: Renewable["merge"] = (facts, isUnchanged) => mergeReview(month, facts, isUnchanged ? review.tag : undefined);
  return renewInChannel(ports, team, { channelId, messageId, renewedAt, copy, partition: teamPartition(id), merge }, message, hash);
};
