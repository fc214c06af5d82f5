import { teamView } from "../../domain/idea/view.ts";
import type { Ports } from "../../ports.ts";
import { claimWelcome } from "../../store/person.ts";
import type { Answer, Scene } from "../flow.ts";
import { teamsOf } from "../who.ts";

/** A welcome for somebody who added Gnist for themselves; once, though Teams tells it twice. */
export const welcomePerson = async (scene: Scene, ports: Ports): Promise<Answer | undefined> => {
  if (!(await claimWelcome(ports.rows, scene.who.person))) return undefined;
  const [team] = await teamsOf(scene, ports);
  return { say: "welcome-person", local: scene.local, ...(team ? { team: teamView(team) } : {}) };
};
