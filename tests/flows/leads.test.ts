import { beforeEach, describe, expect, test } from "vitest";
import { readTeam } from "../../src/store/teams.ts";
import { expectSay, generalChannel, personId, startWorld, teamId } from "./world.ts";

/* Who leads a team, and how a team whose leads have left comes to one. */

const minute = 60_000;

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld(["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg", "Eva Ek"]);
  await world.added("Sara Lind");
});

const leads = async () => (await readTeam(world.ports.rows, teamId))?.team.leads;
const claim = (name: string) => world.presses(name, { verb: "claim-lead", team: teamId }, "channel");
const confirm = (name: string, person: string, place: "chat" | "channel" = "channel") =>
  world.presses(name, { verb: "confirm-lead", team: teamId, person: personId(person) }, place);

const leaves = async (name: string) => {
  world.roster.splice(
    world.roster.findIndex((one) => one.name === name),
    1,
  );
  await world.receive({
    happened: "team-changed",
    place: world.inChannel,
    left: [{ teamsId: `29:${name}`, entraId: `entra-${name}` }],
  });
  await world.moveTo(world.now() + minute);
};

describe("in a team whose last lead has left", () => {
  test("the longest-standing member who owns an idea is asked, and nobody else", async () => {
    await world.moveTo("2026-11-26T12:00:00Z");
    for (const name of ["Pia Holm", "Jonas Berg"]) await world.writes(name, `idea ${name} waits for the printer`);
    await world.moveTo("2026-12-01T12:00:00Z");
    await world.writes("Jonas Berg", "take #1");
    world.join("Nina Ny");
    await world.receive({ happened: "team-changed", place: world.inChannel });
    await world.moveTo("2026-12-03T12:00:00Z");
    await world.writes("Nina Ny", "take #2");
    await leaves("Sara Lind");
    expect(await leads()).toEqual([]);
    expect(world.got("Jonas Berg", "lead-wanted")).toMatchObject([{ owns: true }]);
    expect([world.got("Nina Ny", "lead-wanted"), world.inTeam("lead-wanted")]).toEqual([[], []]);
  });

  test("everybody is, in the channel, where nobody owns an idea; and again in a round that finds no lead four weeks later", async () => {
    await leaves("Sara Lind");
    expect(world.inTeam("lead-wanted")).toMatchObject([{ owns: false }]);
    for (const day of ["2026-11-26", "2026-12-03", "2026-12-10", "2026-12-17"]) await world.moveTo(`${day}T12:00:00Z`);
    expect(world.inTeam("lead-wanted")).toHaveLength(1);
    await world.moveTo("2026-12-24T12:00:00Z");
    expect(world.inTeam("lead-wanted")).toHaveLength(2);
  });

  test("everybody is asked once where a round begins as it is found out, and anew when the next lead has left too", async () => {
    world.roster.splice(
      world.roster.findIndex((one) => one.name === "Sara Lind"),
      1,
    );
    await world.receive({
      happened: "team-changed",
      place: world.inChannel,
      left: [{ teamsId: "29:Sara Lind", entraId: "entra-Sara Lind" }],
    });
    await world.put({ job: "find-lead", team: teamId, once: "2026-W48", openly: true });
    await world.moveTo(world.now() + minute);
    await Promise.all(["one", "two"].map((once) => world.put({ job: "find-lead", team: teamId, once, openly: true })));
    await world.settle();
    expect(world.inTeam("lead-wanted")).toHaveLength(1);
    await claim("Omar Haddad");
    for (const name of ["Pia Holm", "Jonas Berg"]) await confirm(name, "Omar Haddad");
    expect(await leads()).toEqual([personId("Omar Haddad")]);
    await leaves("Omar Haddad");
    expect(world.inTeam("lead-wanted")).toHaveLength(2);
  });

  test("everybody is asked by a second run of a job that was cut off before it asked", async () => {
    await world.moveTo("2026-11-26T12:00:00Z");
    world.trouble.set(generalChannel, { outcome: "later", afterMs: 60_000, cause: "again", detail: "429" });
    await leaves("Sara Lind");
    expect(world.inTeam("lead-wanted")).toEqual([]);
    world.trouble.clear();
    await world.moveTo(world.now() + 2 * minute);
    expect(world.inTeam("lead-wanted")).toHaveLength(1);
  });

  test("two other members make a lead of who says so: neither one, nor themselves, nor somebody who did not say so", async () => {
    await leaves("Sara Lind");
    expectSay(await claim("Omar Haddad"), "lead-asked");
    expect(await leads()).toEqual([]);
    expect(world.inTeam("lead-claim")).toMatchObject([{ name: "Omar Haddad", openly: true }]);
    expect(await confirm("Omar Haddad", "Omar Haddad")).toMatchObject({ why: "not-a-lead" });
    expect(await confirm("Jonas Berg", "Eva Ek")).toMatchObject({ why: "not-a-lead" });
    for (let presses = 0; presses < 2; presses++)
      expect(await confirm("Pia Holm", "Omar Haddad")).toMatchObject({ say: "lead-half", name: "Omar Haddad", more: 1 });
    expect(await leads()).toEqual([]);
    expect(await confirm("Jonas Berg", "Omar Haddad")).toMatchObject({ say: "lead-now", name: "Omar Haddad" });
    expect(await leads()).toEqual([personId("Omar Haddad")]);
  });

  test("an admin does, where one is set who can be reached, and members do not", async () => {
    world.makeAdmin("Ada Min");
    await world.writes("Ada Min", "help");
    await leaves("Sara Lind");
    expectSay(await claim("Omar Haddad"), "lead-asked");
    expect(world.got("Ada Min", "lead-claim")).toMatchObject([{ name: "Omar Haddad" }]);
    expect(world.inTeam("lead-claim")).toEqual([]);
    for (const name of ["Pia Holm", "Jonas Berg"]) expect(await confirm(name, "Omar Haddad")).toMatchObject({ why: "not-a-lead" });
    expectSay(await confirm("Ada Min", "Omar Haddad", "chat"), "lead-now");
    expect(await leads()).toEqual([personId("Omar Haddad")]);
  });

  test("an admin who cannot be reached keeps nobody waiting: two members do", async () => {
    world.makeAdmin("Ada Min");
    await leaves("Sara Lind");
    expectSay(await claim("Omar Haddad"), "lead-asked");
    expect(world.inTeam("lead-claim")).toHaveLength(1);
    await confirm("Pia Holm", "Omar Haddad");
    expectSay(await confirm("Jonas Berg", "Omar Haddad"), "lead-now");
  });

  test("two who say so at once do not both lead: the second is put to the first", async () => {
    await leaves("Sara Lind");
    await Promise.all(["Omar Haddad", "Pia Holm"].map((name) => world.press(name, { verb: "claim-lead", team: teamId }, "channel")));
    await world.settle();
    expect(await leads()).toEqual([]);
    for (const person of ["Omar Haddad", "Pia Holm"]) await confirm("Jonas Berg", person);
    const last = (person: string) => world.press("Eva Ek", { verb: "confirm-lead", team: teamId, person: personId(person) }, "channel");
    const said = await Promise.all([last("Omar Haddad"), last("Pia Holm")]);
    await world.settle();
    const [lead] = (await leads()) ?? [];
    expect(await leads()).toHaveLength(1);
    const first = lead === personId("Omar Haddad") ? "Omar Haddad" : "Pia Holm";
    const second = first === "Omar Haddad" ? "Pia Holm" : "Omar Haddad";
    expect(said.map((one) => one?.message.say).sort()).toEqual(["lead-asked", "lead-now"]);
    expect(world.got(first, "lead-claim")).toMatchObject([{ name: second }]);
  });

  test("who is alone in it leads with one press", async () => {
    for (const name of ["Pia Holm", "Jonas Berg", "Eva Ek", "Sara Lind"]) await leaves(name);
    expectSay(await claim("Omar Haddad"), "lead-now");
    expect(await leads()).toEqual([personId("Omar Haddad")]);
  });
});

test("where leads have left and who added Gnist is there, they confirm, and lead again with one press", async () => {
  await claim("Omar Haddad");
  await confirm("Sara Lind", "Omar Haddad");
  const shown = expectSay(await world.writes("Sara Lind", "settings"), "settings").written;
  await world.presses("Sara Lind", { verb: "save-settings", team: teamId, ...shown, leads: personId("Omar Haddad"), notAsked: "" });
  await leaves("Omar Haddad");
  expect(await leads()).toEqual([]);
  expectSay(await claim("Pia Holm"), "lead-asked");
  expect(world.got("Sara Lind", "lead-claim")).toMatchObject([{ name: "Omar Haddad" }, { name: "Pia Holm" }]);
  expect(await confirm("Jonas Berg", "Pia Holm")).toMatchObject({ why: "not-a-lead" });
  expectSay(await claim("Sara Lind"), "lead-now");
  expect(await leads()).toEqual([personId("Sara Lind")]);
});

test("a claim does not wait for a lead who cannot be reached", async () => {
  world.trouble.set("chat:29:Sara Lind", { outcome: "refused", why: "blocked", detail: "403" });
  await world.moveTo("2026-11-26T12:00:00Z");
  expectSay(await claim("Omar Haddad"), "lead-asked");
  expect(world.inTeam("lead-claim")).toMatchObject([{ name: "Omar Haddad", openly: true }]);
  await confirm("Pia Holm", "Omar Haddad");
  expectSay(await confirm("Jonas Berg", "Omar Haddad"), "lead-now");
  expect(await leads()).toEqual([personId("Sara Lind"), personId("Omar Haddad")]);
});

describe("confirmations of a time without a lead", () => {
  const half = async (person = "Omar Haddad", by = "Pia Holm") => {
    expectSay(await claim(person), "lead-asked");
    expectSay(await confirm(by, person), "lead-half");
  };
  const again = async (person = "Omar Haddad", by = "Jonas Berg") => {
    expect(await confirm(by, person)).not.toMatchObject({ say: "lead-now" });
    expect(await leads()).toEqual([]);
  };

  const saraIsBack = async () => {
    world.trouble.clear();
    return expectSay(await world.writes("Sara Lind", "settings"), "settings").written;
  };
  const saraIsAway = async () => {
    world.trouble.set("chat:29:Sara Lind", { outcome: "refused", why: "blocked", detail: "403" });
    await world.moveTo("2026-11-26T12:00:00Z");
  };

  test("end when another lead is chosen in the settings", async () => {
    await saraIsAway();
    await half();
    const shown = await saraIsBack();
    await world.presses("Sara Lind", { verb: "save-settings", team: teamId, ...shown, leads: personId("Eva Ek"), notAsked: "" });
    for (const name of ["Sara Lind", "Eva Ek"]) await leaves(name);
    await again();
  });

  test("end when Gnist is added again", async () => {
    await leaves("Sara Lind");
    await half();
    await world.receive({ happened: "removed-from-team", place: world.inChannel });
    await world.added("Eva Ek");
    await leaves("Eva Ek");
    await again();
  });

  test("end when another becomes lead", async () => {
    await leaves("Sara Lind");
    await half();
    await half("Eva Ek");
    expectSay(await confirm("Jonas Berg", "Eva Ek"), "lead-now");
    await leaves("Eva Ek");
    await again();
  });

  test("end when a lead who is back says no", async () => {
    await saraIsAway();
    await half();
    await saraIsBack();
    const no = { verb: "refuse-lead", team: teamId, person: personId("Omar Haddad") };
    expectSay(await world.presses("Sara Lind", no), "lead-not");
    await leaves("Sara Lind");
    await again();
  });

  test("end when who said so leaves, and count no more when they are back", async () => {
    await leaves("Sara Lind");
    await half();
    await leaves("Omar Haddad");
    world.join("Omar Haddad");
    await world.receive({ happened: "team-changed", place: world.inChannel });
    await world.moveTo(world.now() + minute);
    await again();
    expectSay(await claim("Omar Haddad"), "lead-asked");
    await again();
  });

  test("are counted while who gave them is a member", async () => {
    await leaves("Sara Lind");
    await half();
    await leaves("Pia Holm");
    expect(await confirm("Jonas Berg", "Omar Haddad")).toMatchObject({ say: "lead-half", more: 1 });
    expectSay(await confirm("Eva Ek", "Omar Haddad"), "lead-now");
  });
});
