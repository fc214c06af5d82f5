import { createHash } from "node:crypto";
import { digestView, idsIn, type Names } from "../domain/digest.ts";
import type { Idea, IdeaId } from "../domain/idea.ts";
import type { DigestView, Message } from "../domain/message.ts";
import { rests, type Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { mergeDigest, readDigest, readShowing, type StoredDigest } from "../store/digests.ts";
import { readSome, type StoredIdea } from "../store/ideas.ts";
import { isOver } from "../store/sends.ts";
import { readTeam, teamPartition } from "../store/teams.ts";
import { type Answer, afterStoringMs, forTeam, type JobFlow, refuse } from "./flow.ts";
import { inBatches } from "./in-batches.ts";
import { namedBy, readNames } from "./names.ts";
import { restTeam } from "./rest-team.ts";
import type { Turn } from "./right.ts";
import { addressOf, ask } from "./send.ts";

/** A posted digest with what it says now: the ideas that stand in it, and whom they name. */
export type Post = { readonly digest: StoredDigest; readonly ideas: readonly Idea[]; readonly names: Names };

/** Reads a post: its ideas, a bounded number however many the team has, and the names in them. @param known ideas that have just been read, all of them among these */
export const readPost = async (
  { rows }: Pick<Ports, "rows">,
  { id: team, lastDigest }: Pick<Team, "id" | "lastDigest">,
  digest: StoredDigest,
  known?: readonly StoredIdea[],
): Promise<Post> => {
  const wanted = idsIn(digest);
  // The latest digest has taken out of the lists what it says has finished, and nothing else; in an older one anything may have ended since.
  const likely = (id: IdeaId) => (digest.id !== lastDigest ? undefined : digest.finished.includes(id) ? "ended" : "idea");
  const found = known?.filter(({ idea }) => wanted.includes(idea.id)) ?? (await readSome(rows, team, wanted, likely));
  const ideas = found.map(({ idea }) => idea);
  return { digest, ideas, names: await readNames(rows, team, ideas.flatMap(namedBy)) };
};

/** A post as it now stands. */
export const viewOf = ({ digest, ideas, names }: Post, team: Team, now: number): DigestView =>
  digestView({ id: digest.id, week: digest.week, plan: digest, asked: digest.asked, answered: digest.answered }, ideas, names, team, now);

/** A post in which something has just become of an idea. */
export const withIdea = ({ ideas, names, ...post }: Post, changed: Idea, more: Names): Post => ({
  ...post,
  ideas: ideas.map((idea) => (idea.id === changed.id ? changed : idea)),
  names: new Map([...names, ...more]),
});

/** The digest that a button names. */
export const readPressed = (
  { team, digest }: { readonly team: string; readonly digest: string },
  { rows }: Ports,
): Promise<StoredDigest | undefined> => readDigest(rows, team, digest);

export const showDigest = async (
  _action: unknown,
  { team, now, scene, ports }: Turn,
  digest: StoredDigest | undefined,
): Promise<Answer> => {
  if (!digest) return refuse("no-digest");
  const message: Message = { say: "digest", digest: viewOf(await readPost(ports, team, digest), team, now) };
  return scene.place.kind === "channel" ? forTeam(team, message) : message;
};

/** Lets the posts in which people now look at an idea be renewed: the team's latest, and others that are known (the one that was pressed). An idea that is open for a year stands in many. */
export const refreshDigests = async (
  { jobs }: Pick<Ports, "jobs">,
  team: Team,
  idea: Pick<Idea, "digest">,
  ...others: readonly (string | undefined)[]
): Promise<void> => {
  if (idea.digest === undefined) return;
  const posts = new Set([team.lastDigest, ...others].filter((id) => id !== undefined));
  await Promise.all([...posts].map((digest) => jobs.put({ job: "refresh-digest", team: team.id, digest }, afterStoringMs)));
};

/** Lets every post that shows an idea be renewed. */
export const refreshIdeaEverywhere = async (
  { jobs }: Pick<Ports, "jobs">,
  team: Team,
  { id, digest }: Pick<Idea, "id" | "digest">,
): Promise<void> => {
  if (digest !== undefined) await jobs.put({ job: "refresh-idea", team: team.id, idea: id }, afterStoringMs);
};

/**
 * The posts that show an idea and are not renewed. `fixed`: a lead said that the digest is there, or nobody knows, and Teams never told the id of its message.
 * `isOnItsWay`: one is to be posted, or is being, perhaps with the words as they were a moment ago.
 */
export type Unrenewed = { readonly fixed: readonly StoredDigest[]; readonly isOnItsWay: boolean };

export const readUnrenewed = async (
  { rows }: Pick<Ports, "rows">,
  { id: team }: Pick<Team, "id">,
  { id, digest }: Pick<Idea, "id" | "digest">,
): Promise<Unrenewed> => {
  if (digest === undefined) return { fixed: [], isOnItsWay: false };
  const showing = await readShowing(rows, team, id);
  const digests = (await Promise.all(showing.map((one) => readDigest(rows, team, one)))).filter((one) => one !== undefined);
  const isFixed = ({ delivery, messageId }: StoredDigest) => messageId === undefined && (delivery === "sent" || delivery === "doubtful");
  return { fixed: digests.filter(isFixed), isOnItsWay: digests.some((digest) => !isOver(digest)) };
};

/** Asks leads to delete a post that Gnist cannot change, for each idea that was withdrawn from it while nobody knew that; once for each. */
export const askToDelete = async ({ rows, jobs }: Pick<Ports, "rows" | "jobs">, team: Team, digest: StoredDigest): Promise<void> => {
  const found = await readSome(rows, team.id, idsIn(digest));
  await inBatches(found, async ({ idea: { id, withdrawnStep } }) => {
    if (withdrawnStep !== undefined) await jobs.put(aboutStaying(team, id, withdrawnStep), afterStoringMs);
  });
};

/** Lets leads hear of a post that stays as it is though an idea in it was withdrawn. @param step the one that withdrew it */
export const aboutStaying = ({ id: team }: Pick<Team, "id">, idea: IdeaId, step: string) =>
  ({ job: "tell-leads", team, news: "post-stays", idea, once: step }) as const;

/** Renews the posts that show an idea, wherever it stands in them. */
export const refreshIdea: JobFlow<"refresh-idea"> = async (job, ports) => {
  const showing = await readShowing(ports.rows, job.team, job.idea);
  await Promise.all(showing.map((digest) => ports.jobs.put({ job: "refresh-digest", team: job.team, digest })));
  return undefined;
};

/** A hash of what a post shows, by which two views of it are compared. */
export const hashOf = (message: Message, { settings }: Team): string =>
  createHash("sha256")
    .update(JSON.stringify([message, settings.language]))
    .digest("base64url");

/** A post is renewed at most this often (ms): Teams allows 1,800 an hour in one thread, and 7 in a second (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). */
const leastBetweenMs = 2_000;

/** Renews a posted digest for everybody; when it would look the same, nothing is sent. */
export const refreshDigest: JobFlow<"refresh-digest"> = async (job, ports) => {
  const [stored, digest] = await Promise.all([readTeam(ports.rows, job.team), readDigest(ports.rows, job.team, job.digest)]);
  if (!stored || rests(stored.team) || !digest) return undefined;
  // A post that was changed while it is being posted is renewed when it stands.
  if (!digest.messageId) return isOver(digest) ? undefined : { laterMs: 5_000 };
  const { team } = stored;
  const post = await readPost(ports, team, digest);
  const message: Message = { say: "digest", digest: viewOf(post, team, ports.clock.now()) };
  const hash = hashOf(message, team);
  if (hash === (digest.shownHash ?? job.shown)) return undefined;
  const now = ports.clock.now();
  const sinceMs = now - (digest.renewedAt ?? 0);
  if (sinceMs < leastBetweenMs) return { laterMs: leastBetweenMs - sinceMs };
  // One at a time: of two that renew the same post, the older view could be the one that stays.
  const claimed = await ports.rows.commit(teamPartition(team.id), [mergeDigest(digest.id, { renewedAt: now }, digest.tag)]);
  if (claimed !== "done") return { laterMs: leastBetweenMs };
  const { messageId } = digest;
  const updated = await ask(ports, team, async () => {
    const delivery = await ports.channel.update(addressOf(team, digest.channelId), messageId, message, team.settings.language);
    return delivery.outcome === "sent" ? { got: true } : { no: delivery };
  });
  if ("got" in updated) {
    await ports.rows.commit(teamPartition(team.id), [mergeDigest(digest.id, { shownHash: hash })]);
    return undefined;
  }
  const { no } = updated;
  if (no.outcome !== "refused") return { laterMs: no.outcome === "later" ? no.afterMs : 5_000 };
  if (no.why === "archived") await restTeam(team.id, ports);
  ports.log.warn("refresh-digest", { team: team.id, digest: digest.id, why: no.why, detail: no.detail });
  return undefined;
};
