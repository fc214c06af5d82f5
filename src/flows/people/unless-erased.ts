import type { Ports } from "../../ports.ts";
import { readErased } from "../../store/erasing.ts";
import type { Answer, Scene } from "../flow.ts";

/** Had this person everything deleted, and are they not back? */
export const isErased = async (scene: Pick<Scene, "person" | "tenant" | "who">, { rows }: Pick<Ports, "rows">): Promise<boolean> =>
  (await scene.person()).isNew && (await readErased(rows, scene.tenant, scene.who.person)) !== undefined;

/** For what people choose for themselves: of a person who had everything deleted, nothing is kept until they come back. */
export const unlessErased =
  <What>(flow: (what: What, scene: Scene, ports: Ports) => Promise<Answer>) =>
  async (what: What, scene: Scene, ports: Ports): Promise<Answer> =>
    (await isErased(scene, ports)) ? { say: "data-deleted" } : flow(what, scene, ports);
