import type { TeamId } from "../domain/ids.ts";
import type { ChannelPlace, Incoming } from "../domain/incoming.ts";
import { setReachable } from "../flows/people/remember-person.ts";
import { addTeam } from "../flows/teams/add-team.ts";
import { keepAddress } from "../flows/teams/keep-address.ts";
import { noteLeaving, readTeamSoon } from "../flows/teams/read-roster.ts";
import { removeTeam } from "../flows/teams/remove-team.ts";
import { restoreTeam, restTeam, wakeTeam } from "../flows/teams/rest-team.ts";
import type { Ports } from "../ports.ts";
import { named, type SceneSettings, sceneOf } from "./scene.ts";

/** An event that Teams reports and nobody waits for an answer to. */
export type Told = Exclude<Incoming, { happened: "pressed" | "wrote" | "added-to-person" }>;

type EventRow<H extends Told["happened"]> = (told: Extract<Told, { happened: H }>, ports: Ports, settings: SceneSettings) => Promise<void>;

const follow =
  (flow: (team: TeamId, ports: Ports) => Promise<void>) =>
  async ({ place }: { readonly place: ChannelPlace }, ports: Ports): Promise<void> => {
    await keepAddress(place.team, place.address, ports);
    await flow(place.team, ports);
  };

/** Every event that Teams reports about a team or a chat, and its flow. */
export const events: { readonly [H in Told["happened"]]: EventRow<H> } = {
  "added-to-team": async (told, ports, { zone }) => addTeam(await named(told, ports), zone, ports),
  "removed-from-team": ({ place }, ports) => removeTeam(place, ports),
  "team-changed": async ({ place, left = [] }, ports) => {
    await keepAddress(place.team, place.address, ports);
    await noteLeaving(place.team, place.address.tenantId, left, ports);
    await readTeamSoon(ports, place.team);
  },
  "team-archived": follow(restTeam),
  "team-unarchived": follow(wakeTeam),
  "team-restored": follow(restoreTeam),
  "removed-from-person": async (told, ports, settings) =>
    setReachable(told.happened, sceneOf(await named(told, ports), ports, settings), told.place, ports),
};

export const isTold = (incoming: Incoming): incoming is Told => Object.hasOwn(events, incoming.happened);
