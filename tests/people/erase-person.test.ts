import { expect, test } from "vitest";
import { day, minute, thisRound } from "../world/moments.ts";
import { everyRow } from "../world/rows.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";
import { isErased, tracesLeft } from "./erased.ts";

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

test("the jobs of another team go on, where one team deletes what it kept of a person who has left it", async () => {
  const { world, pia } = await aTeam();
  const south = await world.addsTeam("South clinic", ["Pia Holm", "Sara Lind"]);
  await leaves(world, "Pia Holm");
  for (let at = 0; at < 29; at += 1) await world.moveTo(world.now() + day);
  await world.ports.jobs.put({ job: "move-question", team: south, person: pia.id }, 3 * day);
  await world.moveTo(world.now() + day);
  await world.moveTo(world.now() + 5 * minute);
  expect(JSON.stringify((await everyRow(world)).filter(({ partition }) => partition === `team|${teamId}`))).not.toContain(pia.id);
  expect(world.queued().map(({ job }) => job)).toEqual(["move-question"]);
});

test("who had their data deleted and then adds Gnist to a team takes part again, as its lead", async () => {
  const { world, pia } = await aTeam();
  await world.moveTo(thisRound.question);
  await isErased(world, pia);
  await world.addsTeam("South clinic", ["Pia Holm", "Sara Lind"]);
  for (const _half of [1, 2]) await world.moveTo(world.now() + day / 2);
  const inSouth = world.posted.filter(({ to }) => to === world.channelNamed("South clinic").channelId).map(({ message }) => message);
  expect(inSouth).toMatchObject([{ say: "welcome-team", leads: ["Pia Holm"], addedBy: "Pia Holm" }]);
});

test("a due row that nobody can read stops no deletion", async () => {
  const { world, pia } = await aTeam();
  const key = `2027-01-01T00:00:00.000Z|${teamId}|ask-person|person=${pia.id}`;
  await world.ports.rows.commit("due|0", [{ do: "put", key, values: { v: 1, job: '{"job":"ask-person' } }]);
  await isErased(world, pia);
  expect(pia.got("data-deleted")).toHaveLength(1);
  expect(await tracesLeft(world, pia)).toEqual([]);
});
