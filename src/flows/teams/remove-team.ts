import type { ChannelPlace } from "../../domain/incoming.ts";
import { keptAfterLeavingMs } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { putDue } from "../../store/due.ts";
import { changeTeam } from "../../store/team.ts";
import { unlistTeam } from "../../store/tenant.ts";
import { stopClock } from "../asking/prompt-time.ts";
import { catchingUp } from "./rest-team.ts";

/** Stops everything for a team that Gnist was removed from. Its history stays for 30 days, in case Gnist is added again. */
export const removeTeam = async (place: ChannelPlace, ports: Ports): Promise<void> => {
  const { rows, clock, log } = ports;
  const team = await catchingUp(place.team, ports, () =>
    changeTeam(rows, place.team, (stored) => stopClock(rows, stored, { removedAt: clock.now() })),
  );
  if (!team) return;
  const at = (team.removedAt ?? clock.now()) + keptAfterLeavingMs;
  await putDue(rows, { at, team: team.id, job: { job: "erase-team", team: team.id, at } });
  await unlistTeam(rows, team);
  log.info("team-removed", { team: team.id });
};
