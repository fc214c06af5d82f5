import type { Row } from "../../src/ports.ts";
import type { World } from "./world.ts";

/** A row and the partition in which it stands. */
export type Placed = { readonly partition: string; readonly row: Row };

/** Everything that is stored: the partitions are those that anything was ever asked of. */
export const everyRow = async (world: World): Promise<readonly Placed[]> => {
  const partitions = [...new Set(world.calls.map(({ partition }) => partition))].filter((partition) => partition !== "");
  const lists = await Promise.all(
    partitions.map(async (partition) => {
      const rows = await world.ports.rows.list(partition, { from: "", to: "\uffff" });
      return rows.map((row) => ({ partition, row }));
    }),
  );
  return lists.flat();
};
