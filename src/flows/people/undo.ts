import type { Ports } from "../../ports.ts";
import { readMine, readSome } from "../../store/idea.ts";
import { type CommandFlow, refuse, type Scene } from "../flow.ts";
import { teamsEverOf } from "../who.ts";
import { pauseOf, writeResume } from "./pause.ts";

/** The most of a person's ideas in a team that are looked through for a withdrawn one. */
const mostLookedAt = 20;

/**
 * `undo`. Gnist no longer has the words of a withdrawn idea; the card that says so has them, with its own *Undo*, and the answer points to it. Otherwise the
 * person's pause ends. Where both could be meant, nothing is changed.
 */
export const writeUndo: CommandFlow<"undo"> = async (_command, scene, ports) => {
  if (await hasWithdrawn(scene, ports)) return refuse("undo-on-card");
  return (await pauseOf(scene, ports)) ? writeResume({ command: "resume" }, scene, ports) : refuse("nothing-to-undo");
};

/** Has the person withdrawn an idea since the last digest, which took earlier ones out of the lists? */
const hasWithdrawn = async (scene: Scene, ports: Ports): Promise<boolean> => {
  const teams = await teamsEverOf(scene, ports);
  const found = await Promise.all(
    teams.map(async ({ id }) => {
      const mine = await readMine(ports.rows, id, scene.who.person, mostLookedAt);
      return readSome(
        ports.rows,
        id,
        mine.map((one) => one.id),
      );
    }),
  );
  return found.flat().some(({ idea, place }) => place === "idea" && idea.stage === "withdrawn");
};
