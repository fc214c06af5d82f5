import type { Choice } from "../../domain/idea/view.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import type { ReviewPosting } from "../../domain/message/review.ts";
import { type Month, monthAfter, monthOf } from "../../domain/review/month.ts";
import { leadsTeam } from "../../domain/teams/substitute.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readReview, type StoredReview } from "../../store/review.ts";
import type { Said } from "../../store/said.ts";
import { channelNamed } from "../digest/posting.ts";
import { type Answer, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { draftView, type Reviewed, readMonth, readPostedReview } from "./read-review.ts";

/** Can the review of a month be posted: is the month over? */
export const isOverIn = ({ settings }: Team, month: Month, now: number): boolean => month < monthOf(now, settings.zone);

/** Did the post of a review not arrive, as far as is known? A lead may try again. */
export const isMissedReview = ({ delivery }: StoredReview): boolean => delivery === "refused" || delivery === "doubtful";

const postingOf = (team: Team, { delivery, sentAt, channelId }: StoredReview): ReviewPosting => ({
  how: delivery === "sent" ? "posted" : delivery === "refused" || delivery === "doubtful" ? delivery : "posting",
  channel: channelNamed(team, channelId),
  ...(delivery === "sent" && sentAt !== undefined ? { at: sentAt } : {}),
});

const channelsOf = (team: Team): { readonly all: readonly Choice[]; readonly chosen: string } => {
  const { channelId, channels } = team;
  const here = channels.some(({ id }) => id === channelId) ? channels : [{ id: channelId, name: "" }, ...channels];
  return { all: here, chosen: channelId };
};

/** The review of a month for a lead: as it was posted, or as it would be posted now. Undefined where the month has nothing to say. */
export const reviewMessage = async (
  team: Team,
  month: Month,
  ports: Ports,
  reading?: Reviewed,
): Promise<MessageOf<"review"> | undefined> => {
  const posted = await readReview(ports.rows, team.id, month);
  const mayPost = isOverIn(team, month, ports.clock.now()) && !rests(team) && (posted === undefined || isMissedReview(posted));
  const more = mayPost ? { channels: channelsOf(team) } : {};
  if (posted)
    return { say: "review", review: (await readPostedReview(team, posted, ports)).view, ...more, posting: postingOf(team, posted) };
  const reviewed = reading ?? (await readMonth(team, month, ports));
  if (!reviewed.plan) return undefined;
  return { say: "review", review: await draftView(team, reviewed, reviewed.plan, ports), ...more };
};

/** `review`: the last month, or where that has nothing to say, this one so far. */
export const writeReview = async (_command: unknown, { team, now, ports }: Turn): Promise<Answer> => {
  const month = monthOf(now, team.settings.zone);
  return (
    (await reviewMessage(team, monthAfter(month, -1), ports)) ?? (await reviewMessage(team, month, ports)) ?? refuse("nothing-to-review")
  );
};

/** The review that stands in place of one in a person's chat, of which words had to go. */
export const reviewNow = async (team: Team, person: string, month: Month, ports: Ports): Promise<Message> =>
  leadsTeam(team, person, ports.clock.now())
    ? ((await reviewMessage(team, month, ports)) ?? refuse("nothing-to-review"))
    : refuse("not-a-lead");

/** The review that Gnist sent to a lead by itself, as it now stands; undefined for any other message. */
export const sentReviewInstead = async (ports: Ports, team: Team, { person, guardKey }: Said): Promise<Message | undefined> => {
  const [, message, , month = ""] = guardKey.split("|");
  return message === "review" ? reviewNow(team, person, month, ports) : undefined;
};
