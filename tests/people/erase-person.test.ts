import { expect, test } from "vitest";
import { day, minute, thisRound } from "../world/moments.ts";
import { everyRow } from "../world/rows.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";
import { tracesLeft } from "./erased.ts";

/** Somebody is on a team's roster no more, and Teams says so. */
const leaves = async (world: World, name: string): Promise<void> => {
  const [left] = world.roster.splice(
    world.roster.findIndex((one) => one.name === name),
    1,
  );
  await world.receive({ happened: "team-changed", place: world.inChannel, left: left ? [left] : [] });
  await world.moveTo(world.now() + 2 * minute);
};

test("who asks for it has everything deleted, also while what one team kept of them is being deleted because they left it", async () => {
  const { world, pia } = await aTeam();
  await world.addsTeam("South clinic", ["Pia Holm", "Sara Lind"]);
  await world.moveTo(thisRound.question);
  await pia.writes("idea The printer is slow", { in: "channel" });
  await leaves(world, "Pia Holm");
  for (let at = 0; at < 30; at += 1) await world.moveTo(world.now() + day);
  // The first walk has ended, and the next one waits.
  const erasing = (await everyRow(world)).filter(({ row }) => row.key.startsWith("erasing|"));
  expect(erasing.length).toBe(1);
  await pia.write("delete my data");
  expect(expectSay(await pia.press("Delete my ideas too"), "data-deleting").ideas).toBe("deleted");
  for (const _job of [1, 2]) await world.moveTo(world.now() + 5 * minute);
  expect(await tracesLeft(world, pia)).toEqual([]);
  expect(pia.got("data-deleted")).toHaveLength(1);
});
