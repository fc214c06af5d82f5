import type { Address } from "../../domain/address.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { Ports } from "../../ports.ts";
import { changeTeam } from "../../store/team.ts";

/**
 * Keeps where Teams is for a team, as its latest activity says: Teams moves, and refuses or loses what is sent to the old address. Only addresses that Gnist
 * may reach come this far (teams/trust.ts). Nothing is written where nothing has changed.
 */
export const keepAddress = async (
  team: TeamId,
  { serviceUrl }: Pick<Address, "serviceUrl">,
  { rows, log }: Pick<Ports, "rows" | "log">,
) => {
  let moved = false;
  await changeTeam(rows, team, (stored) => {
    moved = stored.serviceUrl !== serviceUrl;
    return moved ? { team: { ...stored, serviceUrl } } : undefined;
  });
  if (moved) log.info("team-address-changed", { team });
};
