import type { Idea, IdeaId } from "../../domain/idea/idea.ts";
import type { Message } from "../../domain/message/index.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readBoard, readBoardsOf, type StoredBoard } from "../../store/board.ts";
import { mergeDigest, readDigest, readShowing, type StoredDigest } from "../../store/digest.ts";
import { readSome } from "../../store/idea.ts";
import { monthOfPost, readReview, type StoredReview } from "../../store/review.ts";
import { isOver, type StoredSend } from "../../store/send.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { afterStoringMs, type JobFlow } from "../flow.ts";
import { type Renewable, renewInChannel } from "../sending/renew.ts";
import { copyOf, hashOf, readPost, viewOf } from "./post.ts";

/**
 * Puts jobs that renew the posts in which people now look at an idea: the team's latest digest, its open board, and the other digests given (the pressed one).
 * An idea that is open for a year stands in many more.
 */
export const renewPostsOf = async (
  { jobs }: Pick<Ports, "jobs">,
  team: Team,
  idea: Pick<Idea, "digest">,
  ...others: readonly (string | undefined)[]
): Promise<void> => {
  if (idea.digest === undefined) return;
  const posts = new Set([team.lastDigest, ...others].filter((id) => id !== undefined));
  await Promise.all([
    ...[...posts].map((digest) => jobs.put({ job: "renew-post", team: team.id, digest }, afterStoringMs)),
    team.openBoard === undefined ? undefined : jobs.put({ job: "renew-board", team: team.id, board: team.openBoard }, afterStoringMs),
  ]);
};

/** Puts a job that renews every post that shows an idea. */
export const renewEveryPostOf = async (
  { jobs }: Pick<Ports, "jobs">,
  team: Team,
  { id, digest }: Pick<Idea, "id" | "digest">,
): Promise<void> => {
  if (digest !== undefined) await jobs.put({ job: "renew-posts", team: team.id, idea: id }, afterStoringMs);
};

/**
 * Posts that show an idea, by how Gnist can renew them. `fixed`: Gnist cannot, because a lead said that the digest is there, or a post is doubtful, and Teams
 * never told the id of its message. `isOnItsWay`: a post is to come, perhaps with the words as they were a moment ago. `isPosted`: others are there, and are renewed.
 */
export type Unrenewed = { readonly fixed: readonly FixedPost[]; readonly isOnItsWay: boolean; readonly isPosted: boolean };

/** A post that Gnist cannot change: a digest, a review or a board. */
type FixedPost = StoredDigest | StoredReview | StoredBoard;

export const readUnrenewed = async (
  { rows }: Pick<Ports, "rows">,
  { id: team }: Pick<Team, "id">,
  { id, digest }: Pick<Idea, "id" | "digest">,
): Promise<Unrenewed> => {
  if (digest === undefined) return { fixed: [], isOnItsWay: false, isPosted: false };
  const [showing, onBoards] = await Promise.all([readShowing(rows, team, id), readBoardsOf(rows, team, id)]);
  const read = (name: string) => {
    const month = monthOfPost(name);
    return month === undefined ? readDigest(rows, team, name) : readReview(rows, team, month);
  };
  const found = await Promise.all([...onBoards.map((one) => readBoard(rows, team, one)), ...showing.map(read)]);
  const posts = found.filter((one) => one !== undefined);
  const isFixed = ({ delivery, messageId }: StoredSend) => messageId === undefined && (delivery === "sent" || delivery === "doubtful");
  return {
    fixed: posts.filter(isFixed),
    isOnItsWay: posts.some((post) => !isOver(post)),
    isPosted: posts.some(({ messageId }) => messageId !== undefined),
  };
};

/** Asks leads to delete a post that Gnist cannot change, once for each idea in it that has been withdrawn. @param ideas those in the post */
export const askToDelete = async ({ rows, jobs }: Pick<Ports, "rows" | "jobs">, team: Team, ideas: readonly IdeaId[]): Promise<void> => {
  const found = await readSome(rows, team.id, ideas);
  await fewAtOnce(found, async ({ idea: { id, withdrawnStep } }) => {
    if (withdrawnStep !== undefined) await jobs.put(aboutStaying(team, id, withdrawnStep), afterStoringMs);
  });
};

/** The job that tells leads of a post which shows a withdrawn idea and cannot be changed. @param step the step that withdrew the idea */
export const aboutStaying = ({ id: team }: Pick<Team, "id">, idea: IdeaId, step: string) =>
  ({ job: "tell-leads", team, news: "post-stays", idea, once: step }) as const;

/** Puts a job for each post that shows an idea, wherever the idea stands in it. */
export const renewPosts: JobFlow<"renew-posts"> = async (job, ports) => {
  const { rows, jobs } = ports;
  const [showing, boards] = await Promise.all([readShowing(rows, job.team, job.idea), readBoardsOf(rows, job.team, job.idea)]);
  await fewAtOnce(showing, (post) => {
    const month = monthOfPost(post);
    return jobs.put(
      month === undefined ? { job: "renew-post", team: job.team, digest: post } : { job: "renew-review", team: job.team, month },
    );
  });
  await fewAtOnce(boards, (board) => jobs.put({ job: "renew-board", team: job.team, board }));
  return undefined;
};

/** Renews a posted digest for everybody; nothing is sent where it would look as before. */
export const renewPost: JobFlow<"renew-post"> = async (job, ports) => {
  const [stored, digest] = await Promise.all([readTeam(ports.rows, job.team), readDigest(ports.rows, job.team, job.digest)]);
  if (!stored || rests(stored.team) || !digest) return undefined;
  // A digest that changes while it is being posted is renewed once it is there.
  if (!digest.messageId) return isOver(digest) ? undefined : { laterMs: 5_000 };
  const { team } = stored;
  const post = await readPost(ports, team, digest);
  const message: Message = { say: "digest", digest: viewOf(post, team, ports.clock.now()) };
  const hash = hashOf(message, team);
  if (hash === (digest.shownHash ?? job.shown)) return undefined;
  const { channelId, messageId, renewedAt } = digest;
  const merge: Renewable["merge"] = (facts, isUnchanged) => mergeDigest(digest.id, facts, isUnchanged ? digest.tag : undefined);
  const copy = { ...copyOf(digest), names: post.names };
  const shown = { channelId, messageId, renewedAt, digest: digest.id, copy, partition: teamPartition(team.id), merge };
  return renewInChannel(ports, team, shown, message, hash);
};
