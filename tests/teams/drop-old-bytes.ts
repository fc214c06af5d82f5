import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { teamPartition } from "../../src/store/team.ts";
import { openInFolder } from "../sqlite/folders.ts";
import { everything } from "../store/month.ts";
import { teamId, type World } from "../world/world.ts";
import { expectKept, years } from "./drop-old-play.ts";

/** Plays months of a team in a store in a file, and looks in every byte of it for what is older than the months kept, and for what is younger. */
export const holdsNoByteOfBefore = async (kept: number, weeks: number): Promise<void> => {
  const { storage, folder, stop } = await openInFolder();
  try {
    const play = await years(kept, weeks, { rows: storage.rows });
    await storage.rows.forget();
    const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
    await expectKept(play, (words) => bytes.some((file) => file.includes(words)));
    expect(await olderRows(play.world, play.before)).toEqual([]);
  } finally {
    await stop();
  }
};

/** Kinds of rows of the present, which have instants of long ago: who is in the team, since when, and how it is set. */
const ofPresent: readonly string[] = ["team", "member", "guest", "tips"];

/** Rows of the first team that hold an instant of before. */
const olderRows = async (world: World, before: number): Promise<readonly string[]> =>
  (await everything(world)).flatMap(({ kind, row, partition }) => {
    const isOld = Object.values(row.values).some((value) => typeof value === "number" && value > 1e12 && value < before);
    return partition === teamPartition(teamId) && isOld && kind && !ofPresent.includes(kind.name) ? [row.key] : [];
  });
