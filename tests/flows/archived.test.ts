import { beforeEach, describe, expect, test } from "vitest";
import type { Change } from "../../src/ports.ts";
import { readRoundsSince } from "../../src/store/rounds.ts";
import { readTeam } from "../../src/store/teams.ts";
import { expectSay, generalChannel, startWorld, teamId } from "./world.ts";

/* An archived team rests: nobody can write in it, and so nobody is asked for it. */

const thursday = "2026-11-26T12:00:00Z";

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld();
  await world.added("Sara Lind");
});

const archived = async () => {
  await world.receive({ happened: "team-archived", place: world.inChannel });
  await world.settle();
};
const restored = async () => {
  await world.receive({ happened: "team-unarchived", place: world.inChannel });
  await world.settle();
};
const forms = () => world.posted.filter(({ message }) => message.say === "idea-form").length;
const team = async () => (await readTeam(world.ports.rows, teamId))?.team;

test("an archived team is not asked, reminded or sent a draft or a digest, and says so in status", async () => {
  await world.moveTo(thursday);
  const form = world.got("Omar Haddad", "idea-form")[0];
  await world.presses("Omar Haddad", { verb: "submit-idea", team: teamId, secret: form?.secret, round: form?.round, friction: "Slow" });
  await archived();
  const before = world.posted.length;
  for (const at of ["2026-11-30T09:00:00Z", "2026-12-01T12:00:00Z", "2026-12-03T12:00:00Z", "2027-01-07T12:00:00Z"]) await world.moveTo(at);
  expect(world.posted).toHaveLength(before);
  expect(expectSay(await world.writes("Sara Lind", "status"), "team-status").status).toMatchObject({ isArchived: true });
  expect(await world.writes("Sara Lind", "prompt now")).toMatchObject({ say: "refusal", why: "team-archived" });
});

test("it goes on by itself when it is restored, with its next question, and what was written before is in its digest", async () => {
  await world.moveTo(thursday);
  await world.writes("Omar Haddad", "idea The printer is slow");
  await archived();
  await world.moveTo("2026-12-07T09:00:00Z");
  await restored();
  const before = forms();
  await world.moveTo("2026-12-10T12:00:00Z");
  expect(forms() - before).toBe(4);
  await world.moveTo("2026-12-15T12:00:00Z");
  expect(
    world
      .inTeam("digest")
      .at(-1)
      ?.digest.top.map(({ title }) => title),
  ).toEqual(["The printer is slow"]);
});

/** A lead saves the settings as they are, but for these. */
const saves = async (changed: Readonly<Record<string, unknown>> = {}) => {
  const shown = expectSay(await world.writes("Sara Lind", "settings"), "settings").written;
  const all = { ...shown, leads: shown.leads.join(","), notAsked: "", ...changed };
  return expectSay(await world.presses("Sara Lind", { verb: "save-settings", team: teamId, ...all }), "settings");
};

describe("settings that are saved meanwhile", () => {
  test("do not wake it, and plan nothing", async () => {
    await archived();
    const saved = await saves();
    expect([saved.nextPromptAt, saved.nextDigestAt, (await team())?.nextPromptAt]).toEqual([undefined, undefined, undefined]);
    await world.moveTo(thursday);
    expect(forms()).toBe(0);
  });

  test("hold when it is restored", async () => {
    await archived();
    await saves({ promptWeekday: 3, promptTime: "09:00" });
    await restored();
    expect((await team())?.nextPromptAt).toBe(Date.parse("2026-11-25T08:00:00Z"));
  });

  test("hold too when it is restored at that very moment", async () => {
    await archived();
    const shown = expectSay(await world.writes("Sara Lind", "settings"), "settings").written;
    const all = { ...shown, promptWeekday: 3, promptTime: "09:00", leads: shown.leads.join(","), notAsked: "" };
    await Promise.all([
      world.press("Sara Lind", { verb: "save-settings", team: teamId, ...all }),
      world.receive({ happened: "team-unarchived", place: world.inChannel }),
    ]);
    await world.moveTo("2026-11-25T08:00:00Z");
    expect(forms()).toBe(4);
  });
});

test("a team that is archived while its round begins owes nothing until it is restored, whatever was about to be stored", async () => {
  /** The n-th time that something is stored, it is archived first. @returns whether it came to that */
  const archivedBefore = (n: number) => {
    const { rows } = world.ports;
    const commit = rows.commit.bind(rows);
    let commits = 0;
    Object.assign(rows, {
      commit: async (partition: string, changes: readonly Change[]) => {
        commits += 1;
        if (commits === n) await world.receive({ happened: "team-archived", place: world.inChannel });
        return commit(partition, changes);
      },
    });
    return () => commits >= n;
  };
  let n = 1;
  for (; ; n++) {
    world = await startWorld();
    await world.added("Sara Lind");
    const wasReached = archivedBefore(n);
    await world.moveTo(thursday);
    if (!wasReached()) break;
    const rounds = await readRoundsSince(world.ports.rows, teamId, "2026-W40");
    expect({ n, team: await team(), open: rounds.filter(({ state }) => state !== "closed") }).toMatchObject({
      team: { archivedAt: expect.any(Number), openRounds: [] },
      open: [],
    });
    expect((await team())?.nextPromptAt).toBeUndefined();
    const before = world.posted.length;
    for (const at of ["2026-11-30T09:00:00Z", "2026-12-01T12:00:00Z", "2026-12-03T12:00:00Z"]) await world.moveTo(at);
    expect(world.posted).toHaveLength(before);
    await world.moveTo("2026-12-07T09:00:00Z");
    await restored();
    expect((await team())?.nextPromptAt).toBe(Date.parse("2026-12-10T12:00:00Z"));
    const asked = forms();
    await world.moveTo("2026-12-10T12:00:00Z");
    expect(forms() - asked).toBe(4);
  }
  expect(n).toBeGreaterThan(10);
});

test("a post that Teams refuses because the team is archived makes it rest, and a word in its channel wakes it", async () => {
  await world.moveTo(thursday);
  await world.writes("Omar Haddad", "idea The printer is slow");
  world.trouble.set(generalChannel, { outcome: "refused", why: "archived", detail: "403 Archived" });
  await world.moveTo("2026-12-01T12:00:00Z");
  expect((await team())?.archivedAt).toBeDefined();
  const before = forms();
  await world.moveTo("2026-12-03T12:00:00Z");
  expect(forms()).toBe(before);
  world.trouble.clear();
  await world.writes("Pia Holm", "help", "channel");
  await world.moveTo("2026-12-10T12:00:00Z");
  expect(forms() - before).toBe(4);
});
