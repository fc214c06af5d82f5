import { doctorPlace } from "../domain/doctor-place.ts";
import type { Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode, type Of } from "./record.ts";
import type { directions } from "./row-shapes.ts";

/** The direction of a move: the argument of `npm run move-store`. */
export type Direction = (typeof directions)[number];

/** The row in which a store says that it is being moved, was moved, or is half a copy. */
export type Marker = Of<typeof rowKinds.moving>;

const partition = "moving";
const key = "moving";

/** @throws BadRow */
export const readMarker = async (rows: Rows): Promise<Marker | undefined> => {
  const row = await rows.get(partition, key);
  return row && decode(rowKinds.moving, partition, row);
};

/** Writes the marker of a store, or deletes it where none is given. Idempotent. */
export const putMarker = async (rows: Rows, marker: Marker | undefined): Promise<void> => {
  await rows.commit(partition, [marker ? { do: "put", key, values: encode(rowKinds.moving, marker) } : { do: "delete", key }]);
};

/** Partitions that say something of this store alone. A copy leaves them out. */
const ownPartitions: readonly string[] = [partition, "alive", doctorPlace.partition];

export const isOfStoreAlone = (partition: string): boolean => ownPartitions.includes(partition);

/** The command that undoes a move. */
export const backOf = (way: Direction): Direction => (way === "to-azure" ? "to-file" : "to-azure");

const command = (way: Direction): string => `"npm run move-store -- ${way}"`;

/** Says why no Gnist may run on a store with this marker, and what to do. */
export const sayMarker = ({ state, way, other, at }: Marker): string => {
  const time = new Date(at).toISOString();
  const [finish, back] = [command(way), command(backOf(way))];
  switch (state) {
    case "leaving":
      return (
        `The store is being moved to ${other} since ${time}, and is used by nobody meanwhile. To resolve, finish that with ${finish}, ` +
        `or give it up with ${back}: that deletes the half copy, and this store goes on as it was.`
      );
    case "filling":
      return (
        `The store is half a copy of ${other}, begun at ${time}. To resolve, finish it with ${finish}, ` +
        `or give it up with ${back}: that deletes the half copy, and ${other} goes on as it was.`
      );
    case "left":
      return (
        `The store was moved to ${other} at ${time}, and what it still holds is of that time. To resolve, name ${other} in ` +
        "the settings instead of this store; " +
        `or move everything back from there with ${back}.`
      );
  }
};

/** Keeps Gnist from starting on a store that is being moved, was moved away, or is half a copy. @throws Error with a sentence that says what to do */
export const refuseMoved = async (rows: Rows): Promise<void> => {
  const marker = await readMarker(rows);
  if (marker) throw new Error(sayMarker(marker));
};
