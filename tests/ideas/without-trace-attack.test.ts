import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openInFolder } from "../sqlite/folders.ts";
import { everyRow } from "../world/rows.ts";
import { isAttacked } from "./attacked.ts";

isAttacked(
  "every row, every job and the bytes of the store's files",
  async () => {
    const { storage, folder, stop } = await openInFolder();
    return {
      rows: storage.rows,
      jobs: storage.jobs,
      take: async (world) => ({
        rows: await everyRow(world),
        files: readdirSync(folder)
          .map((file) => readFileSync(join(folder, file), "latin1"))
          .join(),
      }),
      stop,
    };
  },
  true,
);
