import type { TeamId } from "../../domain/ids.ts";
import { omit } from "../../domain/omit.ts";
import { rests } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readBoards } from "../../store/board.ts";
import { mergeDigest, readDigests } from "../../store/digest.ts";
import { readPassedHere } from "../../store/passed.ts";
import { readReviews } from "../../store/review.ts";
import { changeTeam, readTeam, teamPartition } from "../../store/team.ts";
import { listTeam, unlistCoordinators } from "../../store/tenant.ts";
import { movePrompt, stopClock, withNextPrompt } from "../asking/prompt-time.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { afterStoringMs, type JobFlow } from "../flow.ts";

/**
 * Lets a team rest that Teams has archived: Gnist asks, reminds and posts nothing there until Teams unarchives it. Ideas of its people wait for the next
 * digest.
 */
export const restTeam = async (id: TeamId, { rows, clock, log }: Pick<Ports, "rows" | "clock" | "log">): Promise<void> => {
  const archivedAt = clock.now();
  const team = await changeTeam(rows, id, async (stored) => (rests(stored) ? undefined : stopClock(rows, stored, { archivedAt })));
  if (team?.archivedAt !== archivedAt) return;
  if (team.coordinatorsIn !== undefined) await unlistCoordinators(rows, team);
  log.info("team-archived", { team: id });
};

/** Wakes a team that Teams has unarchived: the clock plans its next question, and its channel catches up. */
export const wakeTeam = async (id: TeamId, ports: Ports): Promise<void> => {
  const stored = await readTeam(ports.rows, id);
  if (stored?.team.archivedAt === undefined) return;
  const now = ports.clock.now();
  await catchingUp(id, ports, () =>
    movePrompt(ports, stored.team, (team) => (team.archivedAt === undefined ? team : withNextPrompt(omit(team, "archivedAt"), now))),
  );
  if (stored.team.coordinatorsIn !== undefined) await listTeam(ports.rows, omit(stored.team, "archivedAt"));
  ports.log.info("team-unarchived", { team: id });
};

/**
 * Lets a team catch up that stops resting, or those that passed ideas on to a team that takes no more. The job is put before the change, because the instance
 * may die after it, and again afterwards, because the first job may have run before it.
 */
export const catchingUp = async <Changed>(
  team: TeamId,
  { jobs }: Pick<Ports, "jobs">,
  change: () => Promise<Changed>,
): Promise<Changed> => {
  await jobs.put({ job: "catch-up", team }, afterStoringMs);
  const changed = await change();
  await jobs.put({ job: "catch-up", team });
  return changed;
};

/** Posts the latest digest where Teams refused it because the team was archived, and renews every post: their ideas may have changed while the team rested. */
export const catchUp: JobFlow<"catch-up"> = async ({ team: id }, { rows, jobs }) => {
  const [stored, digests] = await Promise.all([readTeam(rows, id), readDigests(rows, id)]);
  if (!stored) return undefined;
  // Of a team that takes no ideas any more, the leads who have passed them on hear with these.
  await fewAtOnce(await readPassedHere(rows, id), (post) => jobs.put({ job: "show-passed", ...post }));
  if (rests(stored.team)) return undefined;
  const reviews = (await readReviews(rows, id)).filter(({ messageId }) => messageId !== undefined);
  await fewAtOnce(reviews, ({ month }) => jobs.put({ job: "renew-review", team: id, month }));
  const { lastDigest } = stored.team;
  await fewAtOnce(await readBoards(rows, id), ({ id: board }) => jobs.put({ job: "renew-board", team: id, board }));
  await fewAtOnce(digests, async ({ id: digest, delivery, why, messageId, tag }) => {
    if (messageId) await jobs.put({ job: "renew-post", team: id, digest });
    if (digest !== lastDigest || delivery !== "refused" || why !== "archived") return;
    await jobs.put({ job: "post-digest", team: id, digest }, afterStoringMs);
    await rows.commit(teamPartition(id), [mergeDigest(digest, { delivery: "again" }, tag)]);
  });
  return undefined;
};

/** Wakes a team that had been deleted and is there again: the clock plans its next question, and it keeps its leads. An archived team goes on resting. */
export const restoreTeam = async (id: TeamId, ports: Ports): Promise<void> => {
  const stored = await readTeam(ports.rows, id);
  if (stored?.team.removedAt === undefined) return;
  const now = ports.clock.now();
  await listTeam(ports.rows, omit(stored.team, "removedAt"));
  await catchingUp(id, ports, () =>
    movePrompt(ports, stored.team, (team) => (team.removedAt === undefined ? team : withNextPrompt(omit(team, "removedAt"), now))),
  );
  ports.log.info("team-restored", { team: id });
};
