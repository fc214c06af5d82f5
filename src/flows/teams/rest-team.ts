import type { TeamId } from "../../domain/ids.ts";
import { omit } from "../../domain/omit.ts";
import { rests } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { mergeDigest, readDigests } from "../../store/digest.ts";
import { changeTeam, readTeam, teamPartition } from "../../store/team.ts";
import { listTeam } from "../../store/tenant.ts";
import { movePrompt, stopClock, withNextPrompt } from "../asking/prompt-time.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { afterStoringMs, type JobFlow } from "../flow.ts";

/** The team is archived in Teams: nobody is asked or reminded, and nothing is posted, until it is restored. What its people wrote waits for the next digest. */
export const restTeam = async (id: TeamId, { rows, clock, log }: Pick<Ports, "rows" | "clock" | "log">): Promise<void> => {
  const archivedAt = clock.now();
  const team = await changeTeam(rows, id, async (stored) => (rests(stored) ? undefined : stopClock(rows, stored, { archivedAt })));
  if (team?.archivedAt === archivedAt) log.info("team-archived", { team: id });
};

/** The team is restored: it goes on with its next question, and its channel shows what it could not show meanwhile. */
export const wakeTeam = async (id: TeamId, ports: Ports): Promise<void> => {
  const stored = await readTeam(ports.rows, id);
  if (stored?.team.archivedAt === undefined) return;
  const now = ports.clock.now();
  await catchingUp(id, ports, () =>
    movePrompt(ports, stored.team, (team) => (team.archivedAt === undefined ? team : withNextPrompt(omit(team, "archivedAt"), now))),
  );
  ports.log.info("team-unarchived", { team: id });
};

/**
 * Lets a team catch up that stops resting. The job is put before, for an instance may die in between, and again after: the first may have run while it rested.
 */
export const catchingUp = async (team: TeamId, { jobs }: Pick<Ports, "jobs">, wake: () => Promise<unknown>): Promise<void> => {
  await jobs.put({ job: "catch-up", team }, afterStoringMs);
  await wake();
  await jobs.put({ job: "catch-up", team });
};

/** The latest digest is posted where it was refused, and posts whose ideas were changed or taken back while the team rested are renewed. */
export const catchUp: JobFlow<"catch-up"> = async ({ team: id }, { rows, jobs }) => {
  const [stored, digests] = await Promise.all([readTeam(rows, id), readDigests(rows, id)]);
  if (!stored || rests(stored.team)) return undefined;
  const { lastDigest } = stored.team;
  await fewAtOnce(digests, async ({ id: digest, delivery, why, messageId, tag }) => {
    if (messageId) await jobs.put({ job: "renew-post", team: id, digest });
    if (digest !== lastDigest || delivery !== "refused" || why !== "archived") return;
    await jobs.put({ job: "post-digest", team: id, digest }, afterStoringMs);
    await rows.commit(teamPartition(id), [mergeDigest(digest, { delivery: "again" }, tag)]);
  });
  return undefined;
};

/** The team had been deleted, and is there again: it goes on as when it is restored, led by whom it was led. An archived one goes on resting. */
export const restoreTeam = async (id: TeamId, ports: Ports): Promise<void> => {
  const stored = await readTeam(ports.rows, id);
  if (stored?.team.removedAt === undefined) return;
  const now = ports.clock.now();
  await listTeam(ports.rows, stored.team);
  await catchingUp(id, ports, () =>
    movePrompt(ports, stored.team, (team) => (team.removedAt === undefined ? team : withNextPrompt(omit(team, "removedAt"), now))),
  );
  ports.log.info("team-restored", { team: id });
};
