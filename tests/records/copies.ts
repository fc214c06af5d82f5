import { type PostedCopy, readPosted } from "../../src/store/posted.ts";
import { teamId, type World } from "../world/world.ts";

/** The copies that a team keeps of its posts, the oldest version of each first. */
export const copiesOf = async (world: World, team = teamId): Promise<readonly PostedCopy[]> => {
  const found: PostedCopy[] = [];
  for await (const copy of readPosted(world.ports.rows, team)) found.push(copy);
  return found.toSorted((one, other) => one.at - other.at || one.version - other.version);
};
