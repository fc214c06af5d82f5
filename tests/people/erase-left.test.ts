import { expect, test } from "vitest";
import { eraseTeam } from "../../src/flows/teams/erase-team.ts";
import { readTeam } from "../../src/store/team.ts";
import { hour, minute, thisRound } from "../world/moments.ts";
import { everyRow } from "../world/rows.ts";
import { aTeam, personId, teamId, tenantId, type World } from "../world/world.ts";

const day = 24 * hour;

/** The partitions whose rows name a person, or stand in a partition of theirs. */
const partitionsOf = async (world: World, name: string): Promise<readonly string[]> => {
  const rows = (await everyRow(world)).filter((placed) => JSON.stringify(placed).includes(personId(name)));
  return [...new Set(rows.map(({ partition }) => partition.replace(/^due.*/, "due")))].sort();
};

/** Lets days pass, and the work of each. */
const pass = async (world: World, days: number): Promise<void> => {
  for (let at = 0; at < days; at += 1) await world.moveTo(world.now() + day);
  await world.moveTo(world.now() + 3 * minute);
};

const leaves = async (world: World, name: string): Promise<void> => {
  const at = world.roster.findIndex((one) => one.name === name);
  const [left] = world.roster.splice(at, 1);
  if (!left) throw new Error(`${name} is not there`);
  await world.receive({ happened: "team-changed", place: world.inChannel, left: [left] });
  await world.moveTo(world.now() + 2 * minute);
};

test("30 days after a person has left, a team keeps nothing of them; what another team keeps stays, and somebody who comes back is kept", async () => {
  const { world, omar, pia, jonas } = await aTeam();
  const south = await world.addsTeam("South clinic", ["Sara Lind", "Omar Haddad"]);
  await world.moveTo(thisRound.question);
  await jonas.writes("idea The printer is slow");
  await omar.writes("idea The door is heavy", { in: "channel" });
  await pia.writes("idea The clock is slow");
  await world.moveTo(thisRound.digest);
  await omar.presses("Me too", { in: "channel", on: "The printer is slow" });
  for (const name of ["Omar Haddad", "Jonas Berg", "Pia Holm"]) await leaves(world, name);
  const before = world.posted.filter(({ to }) => to.includes("Jonas")).length;
  await pass(world, 20);
  expect(await partitionsOf(world, "Jonas Berg")).toContain(`team|${teamId}`);
  world.join("Pia Holm");
  await world.receive({ happened: "team-changed", place: world.inChannel });
  await pass(world, 12);
  expect(await partitionsOf(world, "Jonas Berg")).toEqual([]);
  expect(JSON.stringify(await everyRow(world))).not.toContain("Jonas");
  expect(world.posted.filter(({ to }) => to.includes("Jonas"))).toHaveLength(before);
  expect(await partitionsOf(world, "Omar Haddad")).not.toContain(`team|${teamId}`);
  expect(await partitionsOf(world, "Omar Haddad")).toContain(`team|${south}`);
  expect(await partitionsOf(world, "Pia Holm")).toContain(`team|${teamId}`);
  const rows = JSON.stringify(await everyRow(world));
  for (const words of ["The printer is slow", "The door is heavy", "The clock is slow"]) expect(rows).toContain(words);

  await world.receive({ happened: "removed-from-team", place: world.inChannel });
  await pass(world, 29);
  expect(await partitionsOf(world, "Pia Holm")).toContain(`team|${teamId}`);
  await pass(world, 2);
  expect((await everyRow(world)).filter(({ partition }) => partition === `team|${teamId}`)).toEqual([]);
  expect(await partitionsOf(world, "Pia Holm")).toEqual([]);
  expect(await partitionsOf(world, "Sara Lind")).toContain(`team|${south}`);
});

test("a person who has Gnist in their own chat alone is sent nothing once they remove it, and nothing is kept of them 30 days later, also where they were an admin", async () => {
  const { world } = await aTeam();
  world.makeAdmin("Ada Min");
  const [ada, kim] = [world.person("Ada Min"), world.person("Kim Ek")];
  for (const one of [ada, kim]) await one.writes("help");
  await ada.writes("defaults");
  await ada.presses("Save", { "Question: day": "Friday" });
  const kept = await partitionsOf(world, "Ada Min");
  expect(kept).toContain(`tenant|${tenantId}`);
  for (const one of [ada, kim]) await one.takesGnistAway();
  await pass(world, 29);
  expect(await partitionsOf(world, "Ada Min")).toEqual(expect.arrayContaining([...kept]));
  await kim.writes("help");
  const before = world.posts.length;
  await pass(world, 2);
  expect(await partitionsOf(world, "Ada Min")).toEqual([]);
  expect(JSON.stringify([await everyRow(world), world.queued()])).not.toContain("Ada");
  expect(await partitionsOf(world, "Kim Ek")).not.toEqual([]);
  expect(world.posts.slice(before).filter(({ to }) => /Ada|Kim/.test(to))).toEqual([]);
});

test("a team to which Gnist is added again at the very end of its deletion is there", async () => {
  const { world, sara } = await aTeam();
  const { jobs, rows } = world.ports;
  await world.receive({ happened: "removed-from-team", place: world.inChannel });
  const at = world.now() + 31 * day;
  const put: typeof jobs.put = async (job, afterMs) => {
    if (job.job === "clear-erased") await world.receive({ happened: "added-to-team", who: sara.who, place: world.inChannel });
    await jobs.put(job, afterMs);
  };
  await eraseTeam(
    { job: "erase-team", team: teamId, at },
    { ...world.ports, clock: { ...world.ports.clock, now: () => at }, jobs: { ...jobs, put } },
  );
  expect((await readTeam(rows, teamId))?.team.leads).toContain(sara.id);
});
