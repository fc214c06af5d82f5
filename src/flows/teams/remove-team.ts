import type { ChannelPlace } from "../../domain/incoming.ts";
import type { Ports } from "../../ports.ts";
import { changeTeam } from "../../store/team.ts";
import { unlistTeam } from "../../store/tenant.ts";
import { stopClock } from "../asking/prompt-time.ts";

/** Gnist was taken out of a team: nothing more is sent there. Its history stays for when it comes back. */
export const removeTeam = async (place: ChannelPlace, { rows, clock, log }: Ports): Promise<void> => {
  const team = await changeTeam(rows, place.team, (stored) => stopClock(rows, stored, { removedAt: clock.now() }));
  if (!team) return;
  await unlistTeam(rows, team);
  log.info("team-removed", { team: team.id });
};
