import type { Address } from "../../domain/address.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { Ports } from "../../ports.ts";
import { changeTeam } from "../../store/team.ts";

/**
 * Keeps the service URL that a team's latest activity came from: Teams moves teams, and refuses or loses calls to the old URL. Only URLs that Gnist may call
 * come this far (teams/trust.ts). A URL that has not changed is not written.
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
