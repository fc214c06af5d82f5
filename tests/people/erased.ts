import { personIdOf } from "../../src/domain/ids.ts";
import { minute } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { chatIdOf } from "../world/places.ts";
import { everyRow } from "../world/rows.ts";
import { personId, tenantId, type World } from "../world/world.ts";

/** The name of a person, and each of their ids. */
export const tracesOf = (name: string): readonly string[] => {
  const teamsId = `29:${name}`;
  return [name, personId(name), personIdOf(tenantId, { teamsId }), teamsId, chatIdOf(teamsId), `entra-${name}`];
};

/** Everything that is stored, with the jobs that still wait, as one text. */
export const storedIn = async (world: World): Promise<string> => JSON.stringify([await everyRow(world), world.queued()]);

/** All that rows, and jobs that still wait, hold of a person. */
export const tracesLeft = async (world: World, { name }: Person): Promise<readonly string[]> => {
  const text = await storedIn(world);
  return tracesOf(name).filter((trace) => text.includes(trace));
};

/** A person has everything deleted, and the work ends. */
export const isErased = async (
  world: World,
  person: Person,
  title: "Keep them without my name" | "Delete my ideas too" = "Keep them without my name",
): Promise<void> => {
  await person.writes("delete my data");
  await person.presses(title);
  await world.moveTo(world.now() + 3 * minute);
};
