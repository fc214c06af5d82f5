import { beforeEach, expect, test } from "vitest";
import { readTeam } from "../../src/store/team.ts";
import { minute, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

/*
 * Being a member is the row `member|…`: it is there for members alone, and moves when somebody leaves, becomes a guest, or comes back. An answer proves that
 * its author is a member in its own transaction, so an old card gives nobody a right.
 */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
});

const rosterChanges = async (change: () => void) => {
  change();
  await world.put({ job: "read-team", team: teamId });
  await world.settle();
};

const leaves = ({ name }: Person) =>
  rosterChanges(
    () =>
      void world.roster.splice(
        world.roster.findIndex((one) => one.name === name),
        1,
      ),
  );

const standsAs = async ({ id }: Person) => {
  const rows = await world.ports.rows.list(`team|${teamId}`, { from: "", to: "~" });
  const own = ["member", "guest", "left"].map((standing) => `${standing}|${id}`);
  return rows.filter(({ key }) => own.includes(key)).map(({ key }) => key.split("|")[0]);
};

const becomes = ({ name }: Person, isGuest: boolean) =>
  rosterChanges(() => {
    const at = world.roster.findIndex((one) => one.name === name);
    const before = world.roster[at];
    if (before) world.roster[at] = { ...before, isGuest };
  });

test("an old card of somebody who has left, or is a guest now, stores nothing", async () => {
  await leaves(pia);
  await becomes(jonas, true);
  for (const person of [pia, jonas]) expect(await person.answers("The printer jams")).toMatchObject({ why: "not-in-team" });
  const stored = await world.ports.rows.list(`team|${teamId}`, { from: "idea|", to: "idea}" });
  expect(stored).toEqual([]);
  expect([await standsAs(pia), await standsAs(jonas)]).toEqual([["left"], ["guest"]]);
});

test("somebody who comes back is a member again, with what they chose meanwhile", async () => {
  const back = world.roster.find(({ name }) => name === "Pia Holm");
  await leaves(pia);
  await pia.writes("language svenska");
  await rosterChanges(() => back && world.roster.push(back));
  expect(await standsAs(pia)).toEqual(["member"]);
  expectSay(await pia.answers("The printer jams"), "receipt");
  const row = await world.ports.rows.get(`team|${teamId}`, `member|${pia.id}`);
  expect(row?.values.language).toBe("sv");
});

test("a lead who has become a guest may nothing any more, and leads no more once that is sure", async () => {
  await becomes(sara, true);
  expect(await sara.writes("settings")).toMatchObject({ say: "refusal" });
  await world.moveTo(world.now() + 61 * minute);
  expect((await readTeam(world.ports.rows, teamId))?.team.leads).toEqual([]);
});

test("somebody whom Teams names twice in one reading is there once, and everybody is still welcomed and asked", async () => {
  const twice = world.roster.find(({ name }) => name === "Pia Holm");
  await rosterChanges(() => twice && world.roster.push({ ...twice, name: "Pia Holm-Berg" }, world.roster[0] ?? twice));
  await world.moveTo(nextRound.question);
  expect(await standsAs(pia)).toEqual(["member"]);
  for (const person of [pia, omar]) expect(person.got("idea-form").filter(({ round }) => round === nextRound.id)).toHaveLength(1);
});

test("somebody who has left, or is a guest now, finds in chat what they wrote, and withdraws it", async () => {
  for (const person of [pia, jonas]) {
    await person.answers(`The printer jams on ${person.name}`);
    await world.settle();
  }
  await leaves(pia);
  await becomes(jonas, true);
  for (const person of [pia, jonas]) {
    const mine = expectSay(await person.writes("my ideas"), "my-ideas");
    expect(mine.ideas.map(({ idea }) => idea.title)).toEqual([`The printer jams on ${person.name}`]);
    expectSay(await person.writes("withdraw"), "withdrawn");
    expect(expectSay(await person.writes("my ideas"), "my-ideas").ideas).toEqual([]);
  }
});

test("somebody who has left, or is a guest now, is told that they are not in the team, and sees nothing of it", async () => {
  await omar.answers("The door is heavy");
  await world.moveTo(thisRound.digest);
  await leaves(pia);
  await becomes(jonas, true);
  for (const person of [pia, jonas]) {
    for (const words of ["settings", "digest", "prompt", "my actions", "status", "#1", "me too #1"])
      expect([words, await person.writes(words)]).toEqual([words, { say: "refusal", why: "not-in-team" }]);
    expect(await person.writes("withdraw #1")).toMatchObject({ why: "not-your-idea" });
  }
});

test("somebody who has left one team for another is not asked which: they mean the one they are in", async () => {
  await pia.answers("The printer jams");
  await world.addsTeam("South clinic", ["Sara Lind", "Pia Holm"]);
  await leaves(pia);
  expect(await pia.writes("withdraw")).toMatchObject({ say: "refusal", why: "no-such-idea" });
  const { ideas } = expectSay(await pia.writes("my ideas"), "my-ideas");
  expect(ideas.map(({ team, idea }) => [team.name, idea.title])).toEqual([["North clinic", "The printer jams"]]);
});
