import { createHash } from "node:crypto";
import { digestView, idsIn } from "../../domain/digest/plan.ts";
import type { Idea, IdeaId } from "../../domain/idea/idea.ts";
import type { DigestView, Names } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { spokenIn, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import type { StoredDigest } from "../../store/digest.ts";
import { readSome, type StoredIdea } from "../../store/idea.ts";
import type { PostName } from "../../store/posted.ts";
import { namedBy, readNames } from "../people/names.ts";

/** A posted digest with its ideas as they are now, and the names in it. */
export type Post = { readonly digest: StoredDigest; readonly ideas: readonly Idea[]; readonly names: Names };

/**
 * Reads a post: its ideas, a bounded number however many the team has, and the names in them.
 * @param known ideas that have just been read, all of the post's among them
 */
export const readPost = async (
  { rows }: Pick<Ports, "rows">,
  { id: team, lastDigest }: Pick<Team, "id" | "lastDigest">,
  digest: StoredDigest,
  known?: readonly StoredIdea[],
): Promise<Post> => {
  const wanted = idsIn(digest);
  // The latest digest has taken out of the lists only the ideas it tells as finished; in an older digest any idea may have ended since.
  const likely = (id: IdeaId) => (digest.id !== lastDigest ? undefined : digest.finished.includes(id) ? "ended" : "idea");
  const found = known?.filter(({ idea }) => wanted.includes(idea.id)) ?? (await readSome(rows, team, wanted, likely));
  const ideas = found.map(({ idea }) => idea);
  return { digest, ideas, names: await readNames(rows, team, ideas.flatMap(namedBy)) };
};

/** A post as it now stands. */
export const viewOf = ({ digest, ideas, names }: Post, team: Team, now: number): DigestView =>
  digestView({ ...digest, plan: digest }, ideas, names, team, now);

/** A post after a change of one idea in it. */
export const withIdea = ({ ideas, names, ...post }: Post, changed: Idea, more: Names): Post => ({
  ...post,
  ideas: ideas.map((idea) => (idea.id === changed.id ? changed : idea)),
  names: new Map([...names, ...more]),
});

/** The name under which copies of a digest are kept. */
export const copyOf = ({ id }: Pick<StoredDigest, "id">): PostName => ({ kind: "digest", post: id });

/** A hash of what a post shows, by which two views of it are compared. */
export const hashOf = (message: Message, team: Team): string =>
  createHash("sha256")
    .update(JSON.stringify([message, spokenIn(team)]))
    .digest("base64url");
