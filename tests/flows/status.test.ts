import { beforeEach, describe, expect, test } from "vitest";
import { freshPace, type PaceStop } from "../../src/domain/pace.ts";
import { putPace, tenantPartition } from "../../src/store/tenants.ts";
import { expectSay, generalChannel, personId, serviceUrl, startWorld, teamId, tenantId } from "./world.ts";

const minute = 60_000;
const thursday = "2026-11-26T12:00:00Z";
const monday = "2026-11-30T09:00:00Z";
const digest = "2026-12-01T12:00:00Z";

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld();
  await world.added("Sara Lind");
});

const chatOf = (name: string) => `a:${name}`;

const send = (name: string, friction: string) => {
  const form = world.got(name, "idea-form").at(-1);
  return world.presses(name, { verb: "submit-idea", team: teamId, secret: form?.secret, round: form?.round, friction });
};

/** Teams takes nothing for the tenant, for some time. */
const stop = (why: PaceStop, forMs = 10 * minute) =>
  world.ports.rows.commit(tenantPartition(tenantId), [putPace({ ...freshPace(50), why, until: world.now() + forMs }, undefined)]);

const statusOf = async (name: string) => expectSay(await world.writes(name, "status"), "team-status");

describe("the status of a team", () => {
  test("before the first question it says when that comes", async () => {
    const { status } = await statusOf("Sara Lind");
    expect(status).toMatchObject({ team: { name: "North clinic" }, nextPromptAt: Date.parse(thursday), hasLead: true });
    expect(status.round).toBeUndefined();
  });

  test("says how many were asked, answered, and have not", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.presses("Pia Holm", { verb: "answer-nothing", team: teamId, round: "2026-W48" });
    await world.presses("Jonas Berg", { verb: "ask-later", team: teamId, round: "2026-W48" });
    const { status, leads } = await statusOf("Sara Lind");
    expect(leads).toBe(true);
    expect(status.round).toEqual({
      week: "2026-W48",
      digestAt: Date.parse(digest),
      counts: { asked: 4, answered: 2, waiting: 2, doubtful: 0, toAsk: 0, notReached: {} },
    });
  });

  test("says for each reason how many the question did not reach", async () => {
    for (const name of ["Eva Ek", "Leila Ek", "Nils Ek", "Olle Ek"]) world.join(name);
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
    await world.writes("Pia Holm", "pause");
    const shown = expectSay(await world.writes("Sara Lind", "settings"), "settings").written;
    await world.presses("Sara Lind", {
      verb: "save-settings",
      team: teamId,
      ...shown,
      leads: shown.leads.join(","),
      notAsked: personId("Jonas Berg"),
    });
    world.trouble.set(chatOf("Omar Haddad"), { outcome: "refused", why: "blocked", detail: "403" });
    world.trouble.set(chatOf("Eva Ek"), { outcome: "refused", why: "not-installed", detail: "403" });
    world.trouble.set(chatOf("Leila Ek"), { outcome: "refused", why: "too-big", detail: "413" });
    world.trouble.set(chatOf("Nils Ek"), { outcome: "doubtful", detail: "502" });
    await world.moveTo(thursday);
    world.join("Ny Ek");
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
    expect((await statusOf("Sara Lind")).status.round?.counts).toEqual({
      asked: 2,
      answered: 0,
      waiting: 2,
      doubtful: 1,
      toAsk: 0,
      notReached: { blocked: 1, "not-installed": 1, refused: 1, paused: 1, excepted: 1, joined: 1 },
    });
  });

  test("who may not have got the question and answers has got it", async () => {
    world.trouble.set(chatOf("Omar Haddad"), { outcome: "doubtful", detail: "502" });
    await world.moveTo(thursday);
    world.trouble.clear();
    expect((await statusOf("Sara Lind")).status.round?.counts).toMatchObject({ asked: 3, doubtful: 1 });
    await world.moveTo(monday);
    await send("Omar Haddad", "The printer is slow");
    expect((await statusOf("Sara Lind")).status.round?.counts).toMatchObject({ asked: 4, answered: 1, doubtful: 0 });
  });

  test("while people are being asked it says how far it is and when it may be done, a stop on top", async () => {
    for (const name of ["Omar Haddad", "Pia Holm"])
      world.trouble.set(chatOf(name), { outcome: "later", afterMs: 30 * minute, cause: "throttled", detail: "429" });
    await world.moveTo(thursday);
    const { status } = await statusOf("Sara Lind");
    expect(status.round?.counts).toMatchObject({ asked: 2, toAsk: 2 });
    expect(status.round?.sending).toMatchObject({ done: 2, of: 4 });
    const endsAt = status.round?.sending?.endsAt ?? 0;
    expect(endsAt - world.now()).toBeLessThan(minute);
    await stop("throttled");
    const stopped = await statusOf("Sara Lind");
    expect(stopped.stop).toMatchObject({ why: "throttled" });
    expect(stopped.status.round?.sending?.endsAt).toBeGreaterThan(stopped.stop?.until ?? Number.POSITIVE_INFINITY);
  });

  test.each(["throttled", "outage", "not-registered", "disabled", "no-permission"] as const)(
    "says that Teams takes nothing: %s",
    async (why) => {
      await stop(why);
      expect((await statusOf("Sara Lind")).stop).toMatchObject({ why });
      await world.moveTo(world.now() + 11 * minute);
      // What an admin must mend is so until a call gets through; the others pass.
      if (why === "throttled" || why === "outage") expect((await statusOf("Sara Lind")).stop).toBeUndefined();
      else expect((await statusOf("Sara Lind")).stop).toMatchObject({ why });
    },
  );

  test("says that the digest may not be there, and lets a lead decide there and then", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
    await world.moveTo(digest);
    world.trouble.clear();
    const { status } = await statusOf("Sara Lind");
    expect(status.digest).toEqual({ id: "2026-W48", trouble: "doubtful", channel: "General" });
    expect(status.round?.digestAt).toBeUndefined();
    await world.presses("Sara Lind", { verb: "post-digest-again", team: teamId, digest: "2026-W48" });
    expect((await statusOf("Sara Lind")).status.digest).toBeUndefined();
  });

  test("is for leads; in the channel it is that of the channel's team", async () => {
    expect(await world.writes("Omar Haddad", "status")).toMatchObject({ why: "not-a-lead" });
    expect(await world.writes("Omar Haddad", "status", "channel")).toMatchObject({ why: "not-a-lead" });
    expect(await world.writes("Eve Evil", "status")).toMatchObject({ why: "no-team" });
    expect(await world.presses("Eve Evil", { verb: "show-status", team: teamId })).toMatchObject({ why: "not-in-team" });
    expectSay(await world.writes("Sara Lind", "status", "channel"), "team-status");
    expectSay(await world.presses("Sara Lind", { verb: "show-status", team: teamId }), "team-status");
  });

  test("of two teams, a lead of both sees a line each and opens one", async () => {
    const south = await world.addsTeam("South clinic", ["Sara Lind", "Nina Ny"]);
    const mine = expectSay(await world.writes("Sara Lind", "status"), "teams");
    expect([mine.whose, mine.teams.map(({ team }) => team.name)]).toEqual(["mine", ["North clinic", "South clinic"]]);
    const opened = expectSay(await world.presses("Sara Lind", { verb: "show-status", team: south, page: 0 }), "team-status");
    expect([opened.status.team.name, opened.page]).toEqual(["South clinic", 0]);
    expectSay(await world.presses("Sara Lind", { verb: "show-teams", page: 0 }), "teams");
    expect(expectSay(await world.writes("Sara Lind", "status", "channel"), "team-status").status.team.id).toBe(teamId);
  });

  test("counts who was asked in another of their teams", async () => {
    const south = await world.addsTeam("South clinic", ["Omar Haddad", "Nina Ny"]);
    await world.moveTo(thursday);
    const both = [
      await world.presses("Sara Lind", { verb: "show-status", team: teamId }),
      await world.presses("Omar Haddad", { verb: "show-status", team: south }),
    ];
    const elsewhere = both.map((one) => expectSay(one, "team-status").status.round?.counts.notReached.elsewhere ?? 0);
    expect(elsewhere.sort()).toEqual([0, 1]);
  });
});

describe("an admin", () => {
  beforeEach(() => world.makeAdmin("Ada Min"));

  /** The list of a tenant's teams names so many more; nothing else is known of them. */
  const sixtyMore = () =>
    world.ports.rows.commit(
      tenantPartition(tenantId),
      Array.from({ length: 60 }, (_, at) => ({ do: "put", key: `team|gone-${at}`, values: { v: 1, name: `Gone ${at}` } }) as const),
    );

  test("with one team in the tenant sees that team, and counts alone", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    const said = await statusOf("Ada Min");
    expect([said.leads, said.status.round?.counts.answered]).toEqual([false, 1]);
    expect(JSON.stringify(said)).not.toMatch(/printer|Omar/);
  });

  test("sees all teams together, and by name those that need a look, the worst first", async () => {
    await world.addsTeam("East clinic", ["Eva Ek", "Leila Ek"]);
    const west = await world.addsTeam("West clinic", ["Nils Ek"]);
    await world.writes("Nils Ek", "prompt now");
    world.trouble.set(chatOf("Omar Haddad"), { outcome: "refused", why: "blocked", detail: "403" });
    world.trouble.set(chatOf("Leila Ek"), { outcome: "refused", why: "not-installed", detail: "403" });
    world.trouble.set(`19:East clinic@thread.tacv2`, { outcome: "refused", why: "gone", detail: "404" });
    await world.moveTo(thursday);
    await send("Pia Holm", "The printer is slow");
    await world.writes("Eva Ek", "idea Nobody orders gloves");
    await world.moveTo(digest);
    const { status, stop: stopped } = expectSay(await world.writes("Ada Min", "status"), "tenant-status");
    expect(stopped).toBeUndefined();
    expect(status).toMatchObject({
      teams: 3,
      counts: { asked: 5, answered: 2, waiting: 3, notReached: { blocked: 1, "not-installed": 1 } },
      moreTroubled: 0,
    });
    expect(status.troubled.map(({ team, health }) => [team.name, health.how])).toEqual([
      ["East clinic", "digest-refused"],
      ["North clinic", "not-reached"],
    ]);
    expect(expectSay(await world.presses("Ada Min", { verb: "show-status", team: west, page: 0 }), "team-status").leads).toBe(false);
  });

  test("sees what was set aside, of the tenant's own teams, without a word that anybody wrote", async () => {
    await world.addsTeam("East clinic", ["Eva Ek"]);
    for (const job of [
      { job: "tell-author", team: teamId, idea: "i", step: "1" },
      { job: "tell-author", team: "ELSEWHER", idea: "i", step: "2" },
    ] as const)
      await world.put(job);
    for (const one of await world.ports.jobs.take("people", 32, minute))
      await one.poison('SyntaxError: Unexpected token, "The printer is "slow"" is not valid JSON\n  at somewhere');
    const { setAside } = expectSay(await world.writes("Ada Min", "status"), "tenant-status");
    expect(setAside).toEqual([{ job: "tell-author", team: "North clinic", reason: "Unexpected token, … is not valid JSON" }]);
  });

  test("sees every team in pages, the words for its health, and opens one", async () => {
    for (let at = 10; at < 32; at++) await world.addsTeam(`Team ${at}`, [`Lead ${at}`]);
    const first = expectSay(await world.writes("Ada Min", "teams"), "teams");
    expect([first.whose, first.count, first.page, first.pages, first.teams.length]).toEqual(["tenant", 23, 0, 2, 20]);
    expect(first.teams[0]).toMatchObject({ team: { name: "North clinic" }, nextPromptAt: Date.parse(thursday), health: { how: "well" } });
    const last = expectSay(await world.presses("Ada Min", { verb: "show-teams", page: 7 }), "teams");
    expect([last.page, last.teams.length]).toEqual([1, 3]);
  });

  test("is told that a lead is missing, that a large team waits, and that a team is being asked", async () => {
    const large = Array.from({ length: 101 }, (_, at) => `Member ${at}`);
    await world.addsTeam("Large clinic", large);
    const leftClinic = await world.addsTeam("Left clinic", ["Lasse Lead", "Nina Ny"]);
    const left = world.rosters.get("19:Left clinic@thread.tacv2");
    left?.members.splice(0, 1);
    await world.put({ job: "read-team", team: leftClinic });
    await world.settle();
    world.trouble.set(chatOf("Omar Haddad"), { outcome: "later", afterMs: 30 * minute, cause: "throttled", detail: "429" });
    await world.moveTo(thursday);
    const healths = async () =>
      expectSay(await world.writes("Ada Min", "teams"), "teams").teams.map(({ team, health }) => [team.name, health.how]);
    expect(await healths()).toEqual([
      ["Large clinic", "waits-for-lead"],
      ["Left clinic", "no-lead"],
      ["North clinic", "asking"],
    ]);
    await stop("disabled");
    expect((await healths())[2]).toEqual(["North clinic", "stopped"]);
  });

  test("sees a team whose own row is damaged as that, one with a row that was set aside as that, and the others as they are", async () => {
    world.expectTrouble();
    const south = await world.addsTeam("South clinic", ["Nina Ny"]);
    const west = await world.addsTeam("West clinic", ["Nils Ny"]);
    const nina = `member|${personId("Nina Ny")}`;
    await world.ports.rows.commit(`team|${south}`, [{ do: "merge", key: nina, values: { name: 7 } }]);
    await world.ports.rows.commit(`team|${west}`, [{ do: "merge", key: "team", values: { leads: "perhaps" } }]);
    expect(expectSay(await world.writes("Ada Min", "teams"), "teams").teams.map(({ health }) => health.how)).toEqual([
      "well",
      "set-aside",
      "unreadable",
    ]);
    expectSay(await world.writes("Ada Min", "status"), "tenant-status");
  });

  test("of many teams is answered at once, and counted in their own chat, once", async () => {
    await sixtyMore();
    const written = { happened: "wrote", who: ada, place: adasChat, text: "status", activity: "1764158400000" } as const;
    // Teams delivers it twice.
    for (const _ of [1, 2]) expectSay((await world.receive(written))?.message, "counting");
    await world.settle();
    expect(world.got("Ada Min", "tenant-status")).toMatchObject([{ status: { teams: 1 } }]);
    expect(world.posted.filter(({ to }) => to === adasChat.address.conversationId)).toHaveLength(1);
  });

  test("hears at once that Teams takes nothing, and gets the counts when it does again", async () => {
    await sixtyMore();
    await stop("outage");
    expect(expectSay(await world.writes("Ada Min", "status"), "counting").stop).toMatchObject({ why: "outage" });
    expect(world.got("Ada Min", "tenant-status")).toHaveLength(0);
    await world.moveTo(world.now() + 11 * minute);
    expect(world.got("Ada Min", "tenant-status")).toHaveLength(1);
  });
});

const ada = { person: personId("Ada Min"), teamsId: "29:Ada Min", entraId: "entra-Ada Min", name: "Ada Min", language: "en" } as const;
const adasChat = { kind: "chat", address: { tenantId, serviceUrl, conversationId: chatOf("Ada Min") } } as const;

describe("who is no admin", () => {
  test("is told so, lead or not", async () => {
    for (const name of ["Sara Lind", "Omar Haddad", "Eve Evil"]) {
      expect(await world.writes(name, "teams")).toMatchObject({ why: "not-an-admin" });
    }
    expect(await world.presses("Omar Haddad", { verb: "show-teams", page: 0 })).toMatchObject({ why: "not-an-admin" });
  });

  test("on a local machine without an admin a lead stands in for one", async () => {
    world.runLocally();
    await statusOf("Sara Lind");
    expect(expectSay(await world.writes("Sara Lind", "help"), "help").admin).toBe(true);
    const south = await world.addsTeam("South clinic", ["Nina Ny"]);
    expect(expectSay(await world.writes("Sara Lind", "teams"), "teams").teams).toHaveLength(2);
    expectSay(await world.writes("Sara Lind", "status"), "tenant-status");
    expect(expectSay(await world.presses("Sara Lind", { verb: "show-status", team: south }), "team-status").leads).toBe(false);
    expect(await world.writes("Omar Haddad", "teams")).toMatchObject({ why: "not-an-admin" });
    expect(await world.presses("Omar Haddad", { verb: "show-status", team: south })).toMatchObject({ why: "not-in-team" });
    world.makeAdmin("Ada Min");
    expect(await world.writes("Sara Lind", "teams")).toMatchObject({ why: "not-an-admin" });
  });
});

test("the lead's help names status, and the admin's teams", async () => {
  world.makeAdmin("Ada Min");
  expect(expectSay(await world.writes("Sara Lind", "help"), "help")).toMatchObject({ lead: true, admin: false });
  expect(expectSay(await world.writes("Ada Min", "help"), "help")).toMatchObject({ lead: false, admin: true });
});
