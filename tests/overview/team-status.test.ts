import { beforeEach, describe, expect, test } from "vitest";
import type { PaceStop } from "../../src/domain/pace.ts";
import { freshPace } from "../../src/pace/rate.ts";
import { putPace } from "../../src/store/pace.ts";
import { tenantPartition } from "../../src/store/tenant.ts";
import { minute, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, generalChannel, teamId, tenantId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
let ada: Person;
let eve: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  [ada, eve] = [world.person("Ada Min"), world.person("Eve Evil")];
});

/** Stops all sending to the tenant for a time. */
const stop = (why: PaceStop, forMs = 10 * minute) =>
  world.ports.rows.commit(tenantPartition(tenantId), [putPace({ ...freshPace(50), why, until: world.now() + forMs }, undefined)]);

const statusOf = async (person: Person) => expectSay(await person.writes("status"), "team-status");

describe("the status of a team", () => {
  test("before the first question it says when that comes", async () => {
    const { status } = await statusOf(sara);
    expect(status).toMatchObject({ team: { name: "North clinic" }, nextPromptAt: thisRound.question, hasLead: true });
    expect(status.round).toBeUndefined();
  });

  test("says how many were asked, answered, and have not", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await pia.presses("Nothing this week");
    await jonas.presses("Ask me tomorrow");
    const { status, leads } = await statusOf(sara);
    expect(leads).toBe(true);
    expect(status.round).toEqual({
      week: thisRound.id,
      digestAt: thisRound.digest,
      unreached: [],
      counts: { asked: 4, answered: 2, doubtful: 0, toAsk: 0, notReached: {} },
    });
  });

  test("says for each reason how many the question did not reach", async () => {
    for (const name of ["Eva Ek", "Leila Ek", "Nils Ek", "Olle Ek"]) world.join(name);
    const [eva, leila, nils] = [world.person("Eva Ek"), world.person("Leila Ek"), world.person("Nils Ek")];
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
    await pia.writes("pause");
    await sara.sets({ "People not asked": ["Jonas Berg"] });
    world.trouble.set(omar.chatId, { outcome: "refused", why: "blocked", detail: "403" });
    world.trouble.set(eva.chatId, { outcome: "refused", why: "not-installed", detail: "403" });
    world.trouble.set(leila.chatId, { outcome: "refused", why: "too-big", detail: "413" });
    world.trouble.set(nils.chatId, { outcome: "doubtful", detail: "502" });
    await world.moveTo(thisRound.question);
    world.join("Ny Ek");
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
    expect((await statusOf(sara)).status.round?.counts).toEqual({
      asked: 2,
      answered: 0,
      doubtful: 1,
      toAsk: 0,
      notReached: { blocked: 1, "not-installed": 1, refused: 1, excepted: 1 },
    });
  });

  test("tells nobody that a colleague has paused, or has come back: it counts fewer than five of them nowhere", async () => {
    const names = ["Eva Ek", "Leila Ek", "Nils Ek", "Olle Ek"];
    for (const name of names) world.join(name);
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
    await omar.writes("pause");
    await world.moveTo(thisRound.question);
    const shown = async () => JSON.stringify((await statusOf(sara)).status.round?.counts.notReached);
    expect(await shown()).toBe("{}");
    await omar.writes("resume");
    expect(await shown()).toBe("{}");
    for (const person of [omar, ...names.map((name) => world.person(name))]) await person.writes("pause");
    await world.moveTo(nextRound.question);
    expect(await shown()).toBe('{"paused":5}');
  });

  test("names to a lead whom it did not reach, and never who has not answered", async () => {
    for (const name of ["Eva Ek", "Leila Ek", "Nils Ek"]) world.join(name);
    const [eva, leila, nils] = [world.person("Eva Ek"), world.person("Leila Ek"), world.person("Nils Ek")];
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
    await pia.writes("pause");
    world.trouble.set(omar.chatId, { outcome: "refused", why: "blocked", detail: "403" });
    world.trouble.set(eva.chatId, { outcome: "refused", why: "not-installed", detail: "403" });
    world.trouble.set(leila.chatId, { outcome: "refused", why: "too-big", detail: "413" });
    world.trouble.set(nils.chatId, { outcome: "doubtful", detail: "502" });
    await world.moveTo(thisRound.question);
    world.trouble.clear();
    const named = [
      { why: "blocked", names: ["Omar Haddad"], more: 0 },
      { why: "not-installed", names: ["Eva Ek"], more: 0 },
      { why: "refused", names: ["Leila Ek"], more: 0 },
      { why: "doubtful", names: ["Nils Ek"], more: 0 },
    ];
    expect((await statusOf(sara)).status.round?.unreached).toEqual(named);
    const shown = () => JSON.stringify(sara.sees().at(-1)?.card);
    for (const name of ["Omar Haddad", "Eva Ek", "Leila Ek", "Nils Ek"]) expect(shown()).toContain(name);
    for (const { name } of [pia, jonas]) expect(shown()).not.toContain(name);
    // An answer is no delivery: nobody can tell from the list who has given one.
    for (const person of [nils, leila]) await person.writes("idea The printer is slow");
    // A person who has blocked Gnist and writes can be reached again, from the next question on.
    await omar.writes("help");
    expect((await statusOf(sara)).status.round?.unreached).toEqual(named);
    world.makeAdmin("Ada Min");
    const admins = await statusOf(ada);
    expect([admins.leads, admins.status.round?.unreached]).toEqual([false, undefined]);
    for (const name of ["Omar Haddad", "Eva Ek", "Leila Ek", "Nils Ek"])
      expect(JSON.stringify(ada.sees().at(-1)?.card)).not.toContain(name);
  });

  test("names the first of many, and says how many more there are", async () => {
    const others = Array.from({ length: 30 }, (_, at) => `Kim Ek ${at + 1}`);
    for (const name of others) {
      world.join(name);
      world.trouble.set(world.person(name).chatId, { outcome: "refused", why: "blocked", detail: "403" });
    }
    await world.moveTo(thisRound.question);
    expect((await statusOf(sara)).status.round?.unreached).toEqual([{ why: "blocked", names: others.slice(0, 20), more: 10 }]);
    expect(JSON.stringify(sara.sees().at(-1)?.card)).toContain("Kim Ek 20 and 10 more");
  });

  test.each([
    { outcome: "doubtful", detail: "502" },
    { outcome: "refused", why: "too-big", detail: "413" },
    { outcome: "refused", why: "blocked", detail: "403" },
    { outcome: "refused", why: "not-installed", detail: "403" },
  ] as const)("tells nobody that a person named as not reached has answered: %o", async (trouble) => {
    world.makeAdmin("Ada Min");
    world.trouble.set(pia.chatId, trouble);
    await world.moveTo(thisRound.question);
    world.trouble.clear();
    const round = async () => [(await statusOf(sara)).status.round, (await statusOf(ada)).status.round];
    const before = await round();
    expect(before[0]?.unreached?.flatMap(({ names }) => names)).toEqual(["Pia Holm"]);
    await pia.writes("idea The rota is unfair");
    expect(await round()).toEqual(before);
    expect(expectSay(await sara.writes("draft"), "draft").digest.turnout).toEqual({ asked: 3, answered: 0 });
  });

  test("keeps the name of a person who had blocked Gnist before the question when they write, and asks them the next time", async () => {
    world.trouble.set(pia.chatId, { outcome: "refused", why: "blocked", detail: "403" });
    await world.moveTo(thisRound.question);
    world.trouble.clear();
    await world.moveTo(nextRound.question);
    const before = await statusOf(sara);
    expect(before.status.round).toMatchObject({ week: nextRound.id, unreached: [{ why: "blocked", names: ["Pia Holm"], more: 0 }] });
    await pia.writes("idea The rota is unfair");
    expect((await statusOf(sara)).status.round).toEqual(before.status.round);
    await world.moveTo(nextRound.question + 7 * 24 * 60 * minute);
    expect((await statusOf(sara)).status.round).toMatchObject({ counts: { asked: 4, notReached: {} }, unreached: [] });
  });

  test("counts a person among those asked where they got the question, also when they answer for another of their teams", async () => {
    await world.addsTeam("South clinic", ["Nina Ny", "Omar Haddad"]);
    await world.moveTo(thisRound.question);
    const asked = async () =>
      (await Promise.all([sara, world.person("Nina Ny")].map(statusOf))).map(({ status }) => status.round?.counts.asked ?? 0);
    const before = await asked();
    const [north = 0] = before;
    await omar.answers("The printer is slow", { Team: north === 4 ? "South clinic" : "North clinic" });
    await world.settle();
    expect((await asked())[north === 4 ? 0 : 1]).toBe(before[north === 4 ? 0 : 1]);
  });

  test("while people are being asked it says how far it is and when it may be done, a stop on top", async () => {
    for (const { chatId } of [omar, pia])
      world.trouble.set(chatId, { outcome: "later", afterMs: 30 * minute, cause: "throttled", detail: "429" });
    await world.moveTo(thisRound.question);
    const { status } = await statusOf(sara);
    expect(status.round?.counts).toMatchObject({ asked: 2, toAsk: 2 });
    expect(status.round?.sending).toMatchObject({ done: 2, of: 4 });
    const endsAt = status.round?.sending?.endsAt ?? 0;
    expect(endsAt - world.now()).toBeLessThan(minute);
    await stop("throttled");
    const stopped = await statusOf(sara);
    expect(stopped.stop).toMatchObject({ why: "throttled" });
    expect(stopped.status.round?.sending?.endsAt).toBeGreaterThan(stopped.stop?.until ?? Number.POSITIVE_INFINITY);
  });

  test.each(["throttled", "outage", "not-registered", "disabled", "no-permission"] as const)(
    "says that Teams takes nothing: %s",
    async (why) => {
      await stop(why);
      expect((await statusOf(sara)).stop).toMatchObject({ why });
      await world.moveTo(world.now() + 11 * minute);
      // A fault for an admin to mend is so until a call gets through; the others pass.
      if (why === "throttled" || why === "outage") expect((await statusOf(sara)).stop).toBeUndefined();
      else expect((await statusOf(sara)).stop).toMatchObject({ why });
    },
  );

  test("says that the digest may not be there, and lets a lead decide there and then", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
    await world.moveTo(thisRound.digest);
    world.trouble.clear();
    const { status } = await statusOf(sara);
    expect(status.digest).toEqual({ id: thisRound.id, week: thisRound.id, trouble: "doubtful", channel: "General" });
    expect(status.round?.digestAt).toBeUndefined();
    await sara.presses("Post it");
    expect((await statusOf(sara)).status.digest).toBeUndefined();
  });

  test("is for leads; in the channel it is that of the channel's team", async () => {
    expect(await omar.writes("status")).toMatchObject({ why: "not-a-lead" });
    expect(await omar.writes("status", { in: "channel" })).toMatchObject({ why: "not-a-lead" });
    expect(await eve.writes("status")).toMatchObject({ why: "no-team" });
    expectSay(await sara.writes("status", { in: "channel" }), "team-status");
    expect(await eve.sendsByHand(sara.wouldSend("Refresh"))).toMatchObject({ why: "not-in-team" });
    expectSay(await sara.presses("Refresh"), "team-status");
  });

  test("of two teams, a lead of both sees a line each and opens one", async () => {
    await world.addsTeam("South clinic", ["Sara Lind", "Nina Ny"]);
    const mine = expectSay(await sara.writes("status"), "teams");
    expect([mine.whose, mine.teams.map(({ team }) => team.name)]).toEqual(["mine", ["North clinic", "South clinic"]]);
    const opened = expectSay(await sara.presses("Open", { on: "South clinic" }), "team-status");
    expect([opened.status.team.name, opened.page]).toEqual(["South clinic", 0]);
    expectSay(await sara.presses("List of teams"), "teams");
    expect(expectSay(await sara.writes("status", { in: "channel" }), "team-status").status.team.id).toBe(teamId);
  });

  test("counts who was asked in another of their teams", async () => {
    await world.addsTeam("South clinic", ["Omar Haddad", "Nina Ny"]);
    await world.moveTo(thisRound.question);
    const both = [await statusOf(sara), await statusOf(omar)];
    const elsewhere = both.map(({ status }) => status.round?.counts.notReached.elsewhere ?? 0);
    expect(elsewhere.sort()).toEqual([0, 1]);
  });
});
