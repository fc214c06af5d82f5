import { ideasInPost, isSameButCounts } from "../../domain/records/posted.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Change, Ports } from "../../ports.ts";
import { insertVersion, noteCopied, type PostedNow, readNewest } from "../../store/posted.ts";
import { blankWithdrawn } from "./blank-copies.ts";

/**
 * The further version of a post that Gnist has just renewed: none where nothing but a count has changed. Words that have left the post since its last version go
 * from the older ones first, where their author withdrew them: the job of that withdrawal may have run before the copy was there.
 * @returns changes for the transaction that notes the renewal; where that fails, another version was quicker
 */
export const nextVersion = async (ports: Ports, team: Team, post: PostedNow): Promise<readonly Change[]> => {
  const { rows, clock } = ports;
  const newest = await readNewest(rows, team.id, post);
  if (newest?.stands && isSameButCounts(newest.message, post.message)) return [];
  const before = newest ? ideasInPost(newest.message) : [];
  const now = ideasInPost(post.message);
  const left = before.filter((idea) => !now.includes(idea));
  if (await blankWithdrawn(ports, team, post, left)) await rows.forget();
  const fresh = now.filter((idea) => !before.includes(idea));
  await noteCopied(rows, team.id, post, fresh);
  return [insertVersion(post, (newest?.version ?? 0) + 1, clock.now())];
};
