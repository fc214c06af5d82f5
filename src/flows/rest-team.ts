import { rests, type Team, type TeamId } from "../domain/team.ts";
import { without } from "../domain/without.ts";
import type { Ports } from "../ports.ts";
import { mergeDigest, readDigests } from "../store/digests.ts";
import { changeTeam, readTeam, teamPartition } from "../store/teams.ts";
import { listTeam } from "../store/tenants.ts";
import { afterStoringMs } from "./flow.ts";
import { movePrompt, stopClock, withNextPrompt } from "./team-clock.ts";

/** The team is archived in Teams: nobody is asked or reminded, and nothing is posted, until it is restored. What its people wrote waits for the next digest. */
export const restTeam = async (id: TeamId, { rows, clock, log }: Pick<Ports, "rows" | "clock" | "log">): Promise<void> => {
  const archivedAt = clock.now();
  const team = await changeTeam(rows, id, async (stored) => (rests(stored) ? undefined : stopClock(rows, stored, { archivedAt })));
  if (team?.archivedAt === archivedAt) log.info("rest-team", { team: id });
};

/** The team is restored: it goes on with its next question, and its channel shows what it could not show meanwhile. */
export const wakeTeam = async (id: TeamId, ports: Ports): Promise<void> => {
  const stored = await readTeam(ports.rows, id);
  if (stored?.team.archivedAt === undefined) return;
  const now = ports.clock.now();
  await catchUp(stored.team, ports);
  await movePrompt(ports, stored.team, (team) => (team.archivedAt === undefined ? team : withNextPrompt(without(team, "archivedAt"), now)));
  ports.log.info("wake-team", { team: id });
};

/** The latest digest is posted where it was refused, and posts whose ideas were changed or taken back are renewed. */
const catchUp = async ({ id: team, lastDigest }: Team, { rows, jobs }: Ports): Promise<void> => {
  for (const { id: digest, delivery, why, messageId, tag } of await readDigests(rows, team)) {
    if (messageId) await jobs.put({ job: "refresh-digest", team, digest }, afterStoringMs);
    if (digest !== lastDigest || delivery !== "refused" || why !== "archived") continue;
    await jobs.put({ job: "post-digest", team, digest }, afterStoringMs);
    await rows.commit(teamPartition(team), [mergeDigest(digest, { delivery: "again" }, tag)]);
  }
};

/** The team had been deleted, and is there again: it goes on with its next question, led by whom it was led. An archived one goes on resting. */
export const restoreTeam = async (id: TeamId, ports: Ports): Promise<void> => {
  const stored = await readTeam(ports.rows, id);
  if (stored?.team.removedAt === undefined) return;
  const now = ports.clock.now();
  await listTeam(ports.rows, stored.team);
  await movePrompt(ports, stored.team, (team) => (team.removedAt === undefined ? team : withNextPrompt(without(team, "removedAt"), now)));
  ports.log.info("restore-team", { team: id });
};
