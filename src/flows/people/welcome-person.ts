import { teamView } from "../../domain/idea/view.ts";
import type { Place } from "../../domain/incoming.ts";
import { quietAfterAdding } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { claimWelcome } from "../../store/person.ts";
import type { Answer, Scene } from "../flow.ts";
import { teamsOf } from "../who.ts";
import { setReachable } from "./remember-person.ts";
import { isErased } from "./unless-erased.ts";

/** Welcomes a person who added Gnist for themselves; once, though Teams reports it twice. */
export const welcomePerson = async (scene: Scene, place: Place, ports: Ports): Promise<Answer | undefined> => {
  if (await isErased(scene, ports)) return { say: "data-deleted" };
  await setReachable("added-to-person", scene, place, ports);
  if (!(await claimWelcome(ports.rows, scene.who.person))) return undefined;
  const teams = await teamsOf(scene, ports);
  const [team] = teams;
  const quietUntil = Math.min(...teams.map(({ addedAt }) => addedAt + quietAfterAdding));
  return {
    say: "welcome-person",
    local: scene.local,
    ...(team ? { team: teamView(team) } : {}),
    ...(team && quietUntil > ports.clock.now() ? { quietUntil } : {}),
  };
};
