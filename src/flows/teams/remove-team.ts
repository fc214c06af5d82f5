import type { ChannelPlace } from "../../domain/incoming.ts";
import type { Ports } from "../../ports.ts";
import { changeTeam } from "../../store/team.ts";
import { unlistTeam } from "../../store/tenant.ts";
import { stopClock } from "../asking/prompt-time.ts";
import { catchingUp } from "./rest-team.ts";

/** Stops everything for a team that Gnist was removed from. Its history stays, in case Gnist is added again. */
export const removeTeam = async (place: ChannelPlace, ports: Ports): Promise<void> => {
  const { rows, clock, log } = ports;
  const team = await catchingUp(place.team, ports, () =>
    changeTeam(rows, place.team, (stored) => stopClock(rows, stored, { removedAt: clock.now() })),
  );
  if (!team) return;
  await unlistTeam(rows, team);
  log.info("team-removed", { team: team.id });
};
