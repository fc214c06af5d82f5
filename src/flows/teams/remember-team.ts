import type { ChannelPlace, Incoming } from "../../domain/incoming.ts";
import type { Ports } from "../../ports.ts";
import type { Scene } from "../flow.ts";
import { keepAddress } from "./keep-address.ts";
import { wakeTeam } from "./rest-team.ts";

/**
 * Learns from an activity in a team's channel: its service URL, and, since nobody can write in an archived team, that a team whose people write is not
 * archived.
 */
export const rememberTeam = async (happened: Incoming["happened"], place: ChannelPlace, scene: Scene, ports: Ports): Promise<void> => {
  const known = (await scene.team(place.team))?.team;
  if (!known) return;
  if (known.serviceUrl !== place.address.serviceUrl) await keepAddress(place.team, place.address, ports);
  if (known.archivedAt !== undefined && happened === "wrote") await wakeTeam(place.team, ports);
};
