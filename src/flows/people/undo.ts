import type { Ports } from "../../ports.ts";
import { readMine, readSome } from "../../store/idea.ts";
import { type CommandFlow, refuse, type Scene } from "../flow.ts";
import { teamsEverOf } from "../who.ts";
import { pauseOf, writeResume } from "./pause.ts";

/** Most of somebody's ideas in a team that are looked through for one that was withdrawn. */
const mostLookedAt = 20;

/**
 * `undo`: for a withdrawal Gnist has no words any more, but the card that says so has, with its own *Undo*; a pause that was just begun by `stop` is over. Where it may be
 * either, nothing is changed.
 */
export const writeUndo: CommandFlow<"undo"> = async (_command, scene, ports) => {
  if (await hasWithdrawn(scene, ports)) return refuse("undo-on-card");
  return (await pauseOf(scene, ports)) ? writeResume({ command: "resume" }, scene, ports) : refuse("nothing-to-undo");
};

/** Since the last digest, which takes what ended out of the lists. */
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
