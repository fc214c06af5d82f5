import { beforeEach, describe, expect, test } from "vitest";
import type { Message } from "../../src/domain/message.ts";
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

describe("what somebody writes for an archived team", () => {
  const rests = (message: Message | undefined, say: "receipt" | "idea-form") => {
    const { digestAt, rests } = expectSay(message, say);
    expect({ digestAt, rests }).toEqual({ digestAt: undefined, rests: true });
  };

  test("is kept, and they read that it is shown when the team is restored: typed, on a form, edited and put back", async () => {
    await world.moveTo(thursday);
    const form = world.got("Omar Haddad", "idea-form")[0];
    await archived();
    const send = { verb: "submit-idea", team: teamId, secret: form?.secret, round: form?.round, language: "en", friction: "Slow" };
    const sent = await world.presses("Omar Haddad", send);
    rests(sent, "receipt");
    rests(await world.writes("Pia Holm", "idea The printer is slow"), "receipt");
    rests(await world.writes("Pia Holm", "prompt"), "idea-form");
    rests(await world.writes("Pia Holm", "The stairs are dark"), "idea-form");
    const one = { team: teamId, idea: expectSay(sent, "receipt").idea };
    rests(await world.presses("Omar Haddad", { verb: "edit-idea", ...one }), "idea-form");
    rests(await world.presses("Omar Haddad", { verb: "save-idea", ...one, friction: "Very slow" }), "receipt");
    rests(await world.presses("Omar Haddad", { verb: "show-receipt", ...one }), "receipt");
    await world.presses("Omar Haddad", { verb: "withdraw-idea", ...one });
    rests(await world.presses("Omar Haddad", { verb: "restore-idea", ...one, written: { friction: "Slow", showName: false } }), "receipt");
    rests(await world.presses("Omar Haddad", { verb: "add-another", team: teamId }), "idea-form");
  });

  test("brings no question tomorrow", async () => {
    await world.moveTo(thursday);
    const later = { verb: "ask-later", team: teamId, round: world.got("Omar Haddad", "idea-form")[0]?.round };
    await archived();
    expect(await world.presses("Omar Haddad", later)).toMatchObject({ say: "refusal", why: "team-archived", about: "North clinic" });
  });
});

test("a lead who agrees that everybody in it is asked reads that it rests", async () => {
  const agree = { verb: "agree-large-team", team: teamId };
  await archived();
  expect(await world.presses("Sara Lind", agree)).toMatchObject({ say: "refusal", why: "team-archived", about: "North clinic" });
  await restored();
  expect(await world.presses("Sara Lind", agree)).toMatchObject({ say: "large-agreed", nextPromptAt: Date.parse(thursday) });
});

test("who says that they lead it, where only its channel could confirm it, reads that it rests", async () => {
  world.trouble.set("a:Sara Lind", { outcome: "refused", why: "blocked", detail: "403" });
  await world.moveTo(thursday);
  await archived();
  const claim = { verb: "claim-lead", team: teamId };
  expect(await world.presses("Omar Haddad", claim)).toMatchObject({ say: "refusal", why: "team-archived" });
  await restored();
  expectSay(await world.presses("Omar Haddad", claim), "lead-asked");
  expect(world.inTeam("lead-claim")).toHaveLength(1);
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

describe("a digest of an archived team", () => {
  const postNow = { verb: "post-now", team: teamId, nonce: "2026-W48" };
  const archivedError = { outcome: "refused", why: "archived", detail: "403 Archived" } as const;
  const digests = async () => (await world.ports.rows.list(`team|${teamId}`, { from: "digest|", to: "digest}" })).length;
  beforeEach(async () => {
    await world.moveTo(thursday);
    await world.writes("Omar Haddad", "idea The printer is slow");
  });

  test("is posted by no lead: the press and the word say that it rests, and its ideas wait for the next one", async () => {
    await archived();
    const no = { say: "refusal", why: "team-archived", about: "North clinic" };
    expect(expectSay(await world.writes("Sara Lind", "digest"), "draft").rests).toBe(true);
    expect(await world.writes("Sara Lind", "digest now")).toMatchObject(no);
    expect(await world.presses("Sara Lind", postNow)).toMatchObject(no);
    expect([world.inTeam("digest").length, await digests()]).toEqual([0, 0]);
  });

  test("is not made by a press that came a moment before it was archived", async () => {
    await world.press("Sara Lind", postNow);
    await world.receive({ happened: "team-archived", place: world.inChannel });
    await world.settle();
    expect([world.inTeam("digest").length, await digests()]).toEqual([0, 0]);
    await restored();
    expectSay(await world.writes("Sara Lind", "digest now"), "posting");
    expect(world.inTeam("digest").at(-1)?.digest.freshCount).toBe(1);
  });

  test("that it refused is posted again by no lead, and by itself when it is restored", async () => {
    world.trouble.set(generalChannel, archivedError);
    await world.moveTo("2026-12-01T12:00:00Z");
    world.trouble.clear();
    const again = { verb: "post-digest-again", team: teamId, digest: "2026-W48" };
    expect(await world.presses("Sara Lind", again)).toMatchObject({ say: "refusal", why: "team-archived" });
    expect(await world.writes("Sara Lind", "digest now")).toMatchObject({ say: "refusal", why: "team-archived" });
    expect([world.inTeam("digest").length, world.got("Sara Lind", "digest-trouble").length]).toEqual([0, 0]);
    await restored();
    expect(world.inTeam("digest").map(({ digest }) => digest.freshCount)).toEqual([1]);
    expect(await world.presses("Sara Lind", again)).toMatchObject({ say: "digest-settled", how: "posted" });
  });

  test("that was made before it was archived is posted when it is restored", async () => {
    world.trouble.set(generalChannel, { outcome: "later", afterMs: 60_000, cause: "again", detail: "429" });
    await world.moveTo("2026-12-01T12:00:00Z");
    expect(await digests()).toBe(1);
    await archived();
    world.trouble.set(generalChannel, archivedError);
    await world.moveTo("2026-12-01T12:05:00Z");
    world.trouble.clear();
    await restored();
    expect(world.inTeam("digest").map(({ digest }) => digest.freshCount)).toEqual([1]);
  });

  test.each(["Teams said that it is archived", "only a refused call tells"])(
    "shows what was withdrawn meanwhile until it is restored, and no longer: %s",
    async (how) => {
      await world.moveTo("2026-12-01T12:00:00Z");
      const shown = () => world.inTeam("digest").at(-1)?.digest.freshCount;
      expect(shown()).toBe(1);
      world.trouble.set(generalChannel, archivedError);
      if (how.startsWith("Teams")) await archived();
      await world.writes("Omar Haddad", "withdraw");
      expect((await team())?.archivedAt).toBeDefined();
      await world.moveTo("2026-12-02T12:00:00Z");
      world.trouble.clear();
      await restored();
      expect(shown()).toBe(0);
    },
  );
});
