import { beforeEach, describe, expect, test } from "vitest";
import type { Message } from "../../src/domain/message/index.ts";
import type { Change } from "../../src/ports.ts";
import { readRoundsSince } from "../../src/store/round.ts";
import { readTeam } from "../../src/store/team.ts";
import { day, minute, monday, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, generalChannel, teamId, type World } from "../world/world.ts";

/* An archived team rests: nobody can write in it, and so nobody is asked for it. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
});

const inChannel = { in: "channel" } as const;
const rest = { say: "refusal", why: "team-archived", about: "North clinic" };

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
  await world.moveTo(thisRound.question);
  await omar.answers("Slow");
  await archived();
  const before = world.posted.length;
  for (const at of [thisRound.reminder, thisRound.digest, nextRound.question, roundAfter(6).question]) await world.moveTo(at);
  expect(world.posted).toHaveLength(before);
  expect(expectSay(await sara.writes("status"), "team-status").status).toMatchObject({ isArchived: true });
  expect(await sara.writes("prompt now")).toMatchObject(rest);
});

test("it goes on by itself when it is restored, with its next question, and what was written before is in its digest", async () => {
  await world.moveTo(thisRound.question);
  await omar.writes("idea The printer is slow");
  await archived();
  await world.moveTo(nextRound.reminder);
  await restored();
  const before = forms();
  await world.moveTo(roundAfter(2).question);
  expect(forms() - before).toBe(4);
  await world.moveTo(roundAfter(2).digest);
  expect(
    world
      .inTeam("digest")
      .at(-1)
      ?.digest.top.map(({ title }) => title),
  ).toEqual(["The printer is slow"]);
});

test("a deleted team that is restored goes on with its next question, where and led by whom it was", async () => {
  await world.moveTo(thisRound.question);
  await world.receive({ happened: "removed-from-team", place: world.inChannel });
  const before = await team();
  await world.moveTo(nextRound.reminder);
  const [asked, welcomed] = [forms(), world.inTeam("welcome-team").length];
  for (let told = 0; told < 2; told++) await world.receive({ happened: "team-restored", place: world.inChannel });
  await world.moveTo(roundAfter(2).question);
  expect(forms() - asked).toBe(4);
  expect(world.inTeam("welcome-team")).toHaveLength(welcomed);
  expect(await team()).toMatchObject({ leads: before?.leads, channelId: before?.channelId, addedAt: before?.addedAt });
  expect(expectSay(await sara.writes("status"), "team-status").status.isArchived).toBeFalsy();
});

test("a deleted team that was archived is restored as such", async () => {
  await archived();
  await world.receive({ happened: "removed-from-team", place: world.inChannel });
  await world.receive({ happened: "team-restored", place: world.inChannel });
  await world.moveTo(thisRound.question);
  expect([forms(), (await team())?.nextPromptAt]).toEqual([0, undefined]);
  await restored();
  await world.moveTo(nextRound.question);
  expect(forms()).toBe(4);
});

test("a team that Gnist does not know can be neither archived nor restored", async () => {
  const place = { ...world.inChannel, team: "unknown1" };
  for (const happened of ["team-archived", "team-unarchived", "team-restored"] as const) await world.receive({ happened, place });
  expect(await readTeam(world.ports.rows, "unknown1")).toBeUndefined();
});

describe("what somebody writes for an archived team", () => {
  const rests = (message: Message | undefined, say: "receipt" | "idea-form") => {
    const { digestAt, rests } = expectSay(message, say);
    expect({ digestAt, rests }).toEqual({ digestAt: undefined, rests: true });
  };

  test("is kept, and they read that it is shown when the team is restored: typed, on a form, edited and put back", async () => {
    await world.moveTo(thisRound.question);
    await archived();
    rests(await omar.answers("Slow"), "receipt");
    rests(await pia.writes("idea The printer is slow"), "receipt");
    rests(await pia.writes("prompt"), "idea-form");
    rests(await pia.writes("The stairs are dark"), "idea-form");
    rests(await omar.presses("Edit"), "idea-form");
    rests(await omar.presses("Save", { [line]: "Very slow" }), "receipt");
    await omar.writes("my ideas");
    rests(await omar.presses("Open"), "receipt");
    await omar.presses("Withdraw");
    rests(await omar.presses("Undo"), "receipt");
    await omar.presses("Add another");
    rests(omar.got("idea-form").at(-1), "idea-form");
  });

  test("brings no question tomorrow", async () => {
    await world.moveTo(thisRound.question);
    await archived();
    expect(await omar.presses("Ask me tomorrow")).toMatchObject(rest);
  });
});

test("a lead who agrees that everybody in it is asked reads that it rests", async () => {
  // The card of a time when the team was large.
  const agree = { verb: "agree-large-team", team: teamId };
  await archived();
  expect(await sara.sendsByHand(agree)).toMatchObject(rest);
  await restored();
  expect(await sara.sendsByHand(agree)).toMatchObject({ say: "large-agreed", nextPromptAt: thisRound.question });
});

test("who says that they lead it, where only its channel could confirm it, reads that it rests", async () => {
  world.trouble.set(sara.chatId, { outcome: "refused", why: "blocked", detail: "403" });
  await world.moveTo(thisRound.question);
  await archived();
  expect(await omar.presses("I lead this team", inChannel)).toMatchObject(rest);
  await restored();
  expectSay(await omar.presses("I lead this team", inChannel), "lead-asked");
  expect(world.inTeam("lead-claim")).toHaveLength(1);
});

const onWednesdays = { "Question: day": "Wednesday", "Question: time": "09:00" };
const wednesday = monday + 2 * day;

describe("settings that are saved meanwhile", () => {
  test("do not wake it, and plan nothing", async () => {
    await archived();
    const saved = expectSay(await sara.sets({}), "settings");
    expect([saved.nextPromptAt, saved.nextDigestAt, (await team())?.nextPromptAt]).toEqual([undefined, undefined, undefined]);
    await world.moveTo(thisRound.question);
    expect(forms()).toBe(0);
  });

  test("hold when it is restored", async () => {
    await archived();
    await sara.sets(onWednesdays);
    await restored();
    expect((await team())?.nextPromptAt).toBe(wednesday);
  });

  test("hold too when it is restored at that very moment", async () => {
    await archived();
    await sara.writes("settings");
    await sara.presses("When");
    await Promise.all([sara.press("Save", onWednesdays), world.receive({ happened: "team-unarchived", place: world.inChannel })]);
    await world.moveTo(wednesday);
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
    ({ world } = await aTeam());
    const wasReached = archivedBefore(n);
    await world.moveTo(thisRound.question);
    if (!wasReached()) break;
    const rounds = await readRoundsSince(world.ports.rows, teamId, "2026-W40");
    expect({ n, team: await team(), open: rounds.filter(({ state }) => state !== "closed") }).toMatchObject({
      team: { archivedAt: expect.any(Number), openRounds: [] },
      open: [],
    });
    expect((await team())?.nextPromptAt).toBeUndefined();
    const before = world.posted.length;
    for (const at of [thisRound.reminder, thisRound.digest, nextRound.question]) await world.moveTo(at);
    expect(world.posted).toHaveLength(before);
    await world.moveTo(nextRound.reminder);
    await restored();
    expect((await team())?.nextPromptAt).toBe(roundAfter(2).question);
    const asked = forms();
    await world.moveTo(roundAfter(2).question);
    expect(forms() - asked).toBe(4);
  }
  expect(n).toBeGreaterThan(10);
});

test("a post that Teams refuses because the team is archived makes it rest, and a word in its channel wakes it", async () => {
  await world.moveTo(thisRound.question);
  await omar.writes("idea The printer is slow");
  world.trouble.set(generalChannel, { outcome: "refused", why: "archived", detail: "403 Archived" });
  await world.moveTo(thisRound.digest);
  expect((await team())?.archivedAt).toBeDefined();
  const before = forms();
  await world.moveTo(nextRound.question);
  expect(forms()).toBe(before);
  world.trouble.clear();
  await pia.writes("help", inChannel);
  await world.moveTo(roundAfter(2).question);
  expect(forms() - before).toBe(4);
});

describe("a digest of an archived team", () => {
  const archivedError = { outcome: "refused", why: "archived", detail: "403 Archived" } as const;
  const digests = async () => (await world.ports.rows.list(`team|${teamId}`, { from: "digest|", to: "digest}" })).length;
  beforeEach(async () => {
    await world.moveTo(thisRound.question);
    await omar.writes("idea The printer is slow");
  });

  test("is posted by no lead: the press and the word say that it rests, and its ideas wait for the next one", async () => {
    // The draft that she has already offers the button, the next one does not.
    await sara.writes("draft");
    await archived();
    expect(expectSay(await sara.writes("draft"), "draft").rests).toBe(true);
    expect(await sara.writes("digest now")).toMatchObject(rest);
    expect(await sara.presses("Post now")).toMatchObject(rest);
    expect([world.inTeam("digest").length, await digests()]).toEqual([0, 0]);
  });

  test("is not made by a press that came a moment before it was archived", async () => {
    await sara.writes("draft");
    await sara.press("Post now");
    expectSay(await sara.press("Post now"), "posting");
    await world.receive({ happened: "team-archived", place: world.inChannel });
    await world.settle();
    expect([world.inTeam("digest").length, await digests()]).toEqual([0, 0]);
    await restored();
    expectSay(await sara.posts(), "posting");
    expect(world.inTeam("digest").at(-1)?.digest.freshCount).toBe(1);
  });

  test("that it refused is posted again by no lead, and by itself when it is restored", async () => {
    world.trouble.set(generalChannel, archivedError);
    await world.moveTo(thisRound.digest);
    world.trouble.clear();
    // As a card of before would.
    const again = { verb: "post-digest-again", team: teamId, digest: thisRound.id };
    expect(await sara.sendsByHand(again)).toMatchObject(rest);
    expect(await sara.writes("digest now")).toMatchObject(rest);
    expect([world.inTeam("digest").length, sara.got("digest-trouble").length]).toEqual([0, 0]);
    await restored();
    expect(world.inTeam("digest").map(({ digest }) => digest.freshCount)).toEqual([1]);
    expect(await sara.sendsByHand(again)).toMatchObject({ say: "digest-settled", how: "posted" });
  });

  test("that was made before it was archived is posted when it is restored", async () => {
    world.trouble.set(generalChannel, { outcome: "later", afterMs: minute, cause: "again", detail: "429" });
    await world.moveTo(thisRound.digest);
    expect(await digests()).toBe(1);
    await archived();
    world.trouble.set(generalChannel, archivedError);
    await world.moveTo(thisRound.digest + 5 * minute);
    world.trouble.clear();
    await restored();
    expect(world.inTeam("digest").map(({ digest }) => digest.freshCount)).toEqual([1]);
  });

  test.each(["Teams said that it is archived", "only a refused call tells"])(
    "shows what was withdrawn meanwhile until it is restored, and no longer: %s",
    async (how) => {
      await world.moveTo(thisRound.digest);
      const shown = () => world.inTeam("digest").at(-1)?.digest.freshCount;
      expect(shown()).toBe(1);
      world.trouble.set(generalChannel, archivedError);
      if (how.startsWith("Teams")) await archived();
      await omar.writes("withdraw");
      expect((await team())?.archivedAt).toBeDefined();
      await world.moveTo(thisRound.digest + day);
      world.trouble.clear();
      await restored();
      expect(shown()).toBe(0);
    },
  );

  describe("shows no more what was withdrawn meanwhile", () => {
    const shown = () => world.inTeam("digest").at(-1)?.digest.freshCount;
    const withdrawnAtRest = async () => {
      await world.moveTo(thisRound.digest);
      await archived();
      await omar.writes("withdraw");
      expect(shown()).toBe(1);
    };

    test("also where what was owed to its posts is looked at a moment before it is restored", async () => {
      await withdrawnAtRest();
      const { rows } = world.ports;
      const commit = rows.commit.bind(rows);
      let isFirst = true;
      Object.assign(rows, {
        commit: async (partition: string, changes: readonly Change[]) => {
          if (isFirst && changes.some(({ key }) => key === "team")) {
            isFirst = false;
            await world.settle();
          }
          return commit(partition, changes);
        },
      });
      await restored();
      expect([isFirst, shown()]).toEqual([false, 0]);
    });

    test("once Gnist is added again to the team that had put it out", async () => {
      await withdrawnAtRest();
      await world.receive({ happened: "removed-from-team", place: world.inChannel });
      await restored();
      expect(shown()).toBe(1);
      await world.added("Sara Lind");
      await world.settle();
      expect(shown()).toBe(0);
    });

    test("once the team that was deleted is back, and is not archived any more", async () => {
      await withdrawnAtRest();
      await world.receive({ happened: "removed-from-team", place: world.inChannel });
      await restored();
      await world.receive({ happened: "team-restored", place: world.inChannel });
      await world.settle();
      expect(shown()).toBe(0);
    });
  });
});
