import { beforeEach, expect, test } from "vitest";
import { readTeam } from "../../src/store/teams.ts";
import { expectSay, personId, startWorld, teamId } from "./world.ts";

/*
 * Being a member is the row `member|…`: it is there for members alone, and moves when somebody leaves, becomes a guest, or comes back. An answer proves that
 * its author is a member in its own transaction, so an old card gives nobody a right.
 */

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld();
  await world.added();
  await world.moveTo("2026-11-26T12:00:00Z");
});

const oldCard = (name: string) => {
  const form = world.got(name, "idea-form").at(0);
  return { verb: "submit-idea", team: teamId, secret: form?.secret, round: form?.round, language: "en", friction: "The printer jams" };
};

const rosterChanges = async (change: () => void) => {
  change();
  await world.put({ job: "read-team", team: teamId });
  await world.settle();
};

const leaves = (name: string) =>
  rosterChanges(
    () =>
      void world.roster.splice(
        world.roster.findIndex((one) => one.name === name),
        1,
      ),
  );

const standsAs = async (name: string) => {
  const rows = await world.ports.rows.list(`team|${teamId}`, { from: "", to: "~" });
  const own = ["member", "guest", "left"].map((standing) => `${standing}|${personId(name)}`);
  return rows.filter(({ key }) => own.includes(key)).map(({ key }) => key.split("|")[0]);
};

const becomes = (name: string, isGuest: boolean) =>
  rosterChanges(() => {
    const at = world.roster.findIndex((one) => one.name === name);
    const before = world.roster[at];
    if (before) world.roster[at] = { ...before, isGuest };
  });

test("an old card of somebody who has left, or is a guest now, stores nothing", async () => {
  await leaves("Pia Holm");
  await becomes("Jonas Berg", true);
  for (const name of ["Pia Holm", "Jonas Berg"]) expect(await world.presses(name, oldCard(name))).toMatchObject({ why: "not-in-team" });
  const stored = await world.ports.rows.list(`team|${teamId}`, { from: "idea|", to: "idea}" });
  expect(stored).toEqual([]);
  expect([await standsAs("Pia Holm"), await standsAs("Jonas Berg")]).toEqual([["left"], ["guest"]]);
});

test("somebody who comes back is a member again, with what they chose meanwhile", async () => {
  const back = world.roster.find(({ name }) => name === "Pia Holm");
  await leaves("Pia Holm");
  await world.writes("Pia Holm", "language svenska");
  await rosterChanges(() => back && world.roster.push(back));
  expect(await standsAs("Pia Holm")).toEqual(["member"]);
  expectSay(await world.presses("Pia Holm", oldCard("Pia Holm")), "receipt");
  const row = await world.ports.rows.get(`team|${teamId}`, `member|${personId("Pia Holm")}`);
  expect(row?.values.language).toBe("sv");
});

test("a lead who has become a guest leads no more", async () => {
  await becomes("Sara Lind", true);
  expect((await readTeam(world.ports.rows, teamId))?.team.leads).toEqual([]);
  expect(await world.writes("Sara Lind", "settings")).toMatchObject({ say: "refusal" });
});

test("somebody whom Teams names twice in one reading is there once, and everybody is still welcomed and asked", async () => {
  const twice = world.roster.find(({ name }) => name === "Pia Holm");
  await rosterChanges(() => twice && world.roster.push({ ...twice, name: "Pia Holm-Berg" }, world.roster[0] ?? twice));
  await world.moveTo("2026-12-03T12:00:00Z");
  expect(await standsAs("Pia Holm")).toEqual(["member"]);
  expect(world.got("Pia Holm", "idea-form").filter(({ round }) => round === "2026-W49")).toHaveLength(1);
  expect(world.got("Omar Haddad", "idea-form").filter(({ round }) => round === "2026-W49")).toHaveLength(1);
});
