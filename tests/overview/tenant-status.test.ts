import { beforeEach, describe, expect, test, vi } from "vitest";
import type { PaceStop } from "../../src/domain/pace.ts";
import { freshPace } from "../../src/pace/rate.ts";
import { StoreFault } from "../../src/ports.ts";
import { putPace } from "../../src/store/pace.ts";
import { changeTeam } from "../../src/store/team.ts";
import { tenantPartition } from "../../src/store/tenant.ts";
import { minute, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, tenantId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let ada: Person;
let eve: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
  [ada, eve] = [world.person("Ada Min"), world.person("Eve Evil")];
});

/** Stops all sending to the tenant for a time. */
const stop = (why: PaceStop, forMs = 10 * minute) =>
  world.ports.rows.commit(tenantPartition(tenantId), [putPace({ ...freshPace(50), why, until: world.now() + forMs }, undefined)]);

const statusOf = async (person: Person) => expectSay(await person.writes("status"), "team-status");

describe("an admin", () => {
  beforeEach(() => world.makeAdmin("Ada Min"));

  /** Adds ids to the tenant's list of teams; these teams have no other rows. */
  const sixtyMore = () =>
    world.ports.rows.commit(
      tenantPartition(tenantId),
      Array.from({ length: 60 }, (_, at) => ({ do: "put", key: `team|gone-${at}`, values: { v: 1, name: `Gone ${at}` } }) as const),
    );

  test("with one team in the tenant sees that team, and counts alone", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    const said = await statusOf(ada);
    expect([said.leads, said.status.round?.counts.answered]).toEqual([false, 1]);
    expect(JSON.stringify(said)).not.toMatch(/printer|Omar/);
  });

  test("sees all teams together, and by name those that need a look, the worst first", async () => {
    await world.addsTeam("East clinic", ["Eva Ek", "Leila Ek"]);
    await world.addsTeam("West clinic", ["Nils Ek"]);
    await world.person("Nils Ek").writes("prompt now");
    world.trouble.set(omar.chatId, { outcome: "refused", why: "blocked", detail: "403" });
    world.trouble.set(world.person("Leila Ek").chatId, { outcome: "refused", why: "not-installed", detail: "403" });
    world.trouble.set(world.channelNamed("East clinic").channelId, { outcome: "refused", why: "gone", detail: "404" });
    await world.moveTo(thisRound.question);
    await pia.answers("The printer is slow");
    await world.person("Eva Ek").writes("idea Nobody orders gloves");
    await world.moveTo(thisRound.digest);
    const { status, stop: stopped } = expectSay(await ada.writes("status"), "tenant-status");
    expect(stopped).toBeUndefined();
    expect(status).toMatchObject({
      teams: 3,
      counts: { asked: 5, answered: 2, notReached: { blocked: 1, "not-installed": 1 } },
      moreTroubled: 0,
    });
    expect(status.troubled.map(({ team, health }) => [team.name, health.how])).toEqual([
      ["East clinic", "digest-refused"],
      ["North clinic", "not-reached"],
    ]);
    await ada.presses("All teams");
    expect(expectSay(await ada.presses("Open", { on: "West clinic" }), "team-status").leads).toBe(false);
  });

  test("sees what was set aside, of the tenant's own teams, without a word that anybody wrote", async () => {
    await world.addsTeam("East clinic", ["Eva Ek"]);
    for (const job of [
      { job: "note-news", team: teamId, idea: "i", step: "1", news: "owned" },
      { job: "note-news", team: "ELSEWHER", idea: "i", step: "2", news: "owned" },
    ] as const)
      await world.put(job);
    for (const one of await world.ports.jobs.take("people", 32, minute))
      await one.poison('SyntaxError: Unexpected token, "The printer is "slow"" is not valid JSON\n  at somewhere');
    const { setAside } = expectSay(await ada.writes("status"), "tenant-status");
    expect(setAside).toEqual([{ job: "note-news", team: "North clinic", why: "fault" }]);
  });

  test("sees every team in pages, the words for its health, and opens one", async () => {
    for (let at = 10; at < 32; at++) await world.addsTeam(`Team ${at}`, [`Lead ${at}`]);
    const first = expectSay(await ada.writes("teams"), "teams");
    expect([first.whose, first.count, first.page, first.pages, first.teams.length]).toEqual(["tenant", 23, 0, 2, 20]);
    expect(first.teams[0]).toMatchObject({ team: { name: "North clinic" }, nextPromptAt: thisRound.question, health: { how: "well" } });
    // A page that existed while the list was longer.
    const next = ada.wouldSend("Next");
    for (const said of [await ada.presses("Next"), await ada.sendsByHand({ ...next, page: 7 })]) {
      const last = expectSay(said, "teams");
      expect([last.page, last.teams.length]).toEqual([1, 3]);
    }
    expectSay(await ada.presses("Open", { on: "Team 31" }), "team-status");
  });

  test("is told that a lead is missing, that a large team waits, and that a team is being asked", async () => {
    const large = Array.from({ length: 101 }, (_, at) => `Member ${at}`);
    await world.addsTeam("Large clinic", large);
    const leftClinic = await world.addsTeam("Left clinic", ["Lasse Lead", "Nina Ny"]);
    const left = world.rosters.get(world.channelNamed("Left clinic").teamsTeamId);
    left?.members.splice(0, 1);
    await world.put({ job: "read-team", team: leftClinic });
    await world.settle();
    world.trouble.set(omar.chatId, { outcome: "later", afterMs: 30 * minute, cause: "throttled", detail: "429" });
    await world.moveTo(thisRound.question);
    const healths = async () => expectSay(await ada.writes("teams"), "teams").teams.map(({ team, health }) => [team.name, health.how]);
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
    const nina = `member|${world.person("Nina Ny").id}`;
    await world.ports.rows.commit(`team|${south}`, [{ do: "merge", key: nina, values: { name: 7 } }]);
    await world.ports.rows.commit(`team|${west}`, [{ do: "merge", key: "team", values: { leads: "perhaps" } }]);
    expect(expectSay(await ada.writes("teams"), "teams").teams.map(({ health }) => health.how)).toEqual([
      "well",
      "set-aside",
      "unreadable",
    ]);
    expectSay(await ada.writes("status"), "tenant-status");
  });

  test("of many teams is answered at once, and counted in their own chat, once", async () => {
    await sixtyMore();
    const written = { happened: "wrote", who: ada.who, place: ada.chat, text: "status", activity: "1764158400000" } as const;
    // Teams delivers the activity twice.
    for (const _ of [1, 2]) expectSay((await world.receive(written))?.message, "counting");
    await world.settle();
    expect(ada.got("tenant-status")).toMatchObject([{ status: { teams: 1 } }]);
    expect(world.posted.filter(({ to }) => to === ada.chatId)).toHaveLength(1);
  });

  test("hears at once that Teams takes nothing, and gets the counts when it does again", async () => {
    await sixtyMore();
    await stop("outage");
    expect(expectSay(await ada.writes("status"), "counting").stop).toMatchObject({ why: "outage" });
    expect(ada.got("tenant-status")).toHaveLength(0);
    await world.moveTo(world.now() + 11 * minute);
    expect(ada.got("tenant-status")).toHaveLength(1);
  });
});

describe("who is no admin", () => {
  test("is told so, lead or not", async () => {
    for (const person of [sara, omar, eve]) expect(await person.writes("teams")).toMatchObject({ why: "not-an-admin" });
    expect(await omar.sendsByHand({ verb: "show-teams", page: 0 })).toMatchObject({ why: "not-an-admin" });
  });

  test("on a local machine without an admin a lead stands in for one", async () => {
    world.runLocally();
    await statusOf(sara);
    expect(expectSay(await sara.writes("help"), "help").admin).toBe(true);
    await world.addsTeam("South clinic", ["Nina Ny"]);
    expectSay(await sara.writes("status"), "tenant-status");
    expect(expectSay(await sara.writes("teams"), "teams").teams).toHaveLength(2);
    const press = sara.wouldSend("Open", { on: "South clinic" });
    expect(expectSay(await sara.presses("Open", { on: "South clinic" }), "team-status").leads).toBe(false);
    expect(await omar.writes("teams")).toMatchObject({ why: "not-an-admin" });
    expect(await omar.sendsByHand(press)).toMatchObject({ why: "not-in-team" });
    world.makeAdmin("Ada Min");
    expect(await sara.writes("teams")).toMatchObject({ why: "not-an-admin" });
  });
});

test("the lead's help names status, and the admin's teams", async () => {
  world.makeAdmin("Ada Min");
  expect(expectSay(await sara.writes("help"), "help")).toMatchObject({ lead: true, admin: false });
  expect(expectSay(await ada.writes("help"), "help")).toMatchObject({ lead: false, admin: true });
});

describe("Gnist's own parts", () => {
  test("work, or each fault is told to an admin with its remedy, of one team and of many", async () => {
    world.makeAdmin("Ada Min");
    expect((await statusOf(ada)).findings).toEqual([]);
    world.findings.push({ finding: "no-url" }, { finding: "disk-low", freeMb: 340, neededMb: 1_200 });
    expect((await statusOf(ada)).findings).toEqual(world.findings);
    expect(expectSay(await ada.presses("Refresh"), "team-status").findings).toEqual(world.findings);
    await world.addsTeam("East clinic", ["Eva Ek"]);
    expect(expectSay(await ada.writes("status"), "tenant-status").findings).toEqual(world.findings);
  });

  test("are told too where the queue of jobs does not answer, which is one of them", async () => {
    world.makeAdmin("Ada Min");
    await world.addsTeam("East clinic", ["Eva Ek"]);
    const poisoned = vi.spyOn(world.ports.jobs, "poisoned").mockRejectedValue(new StoreFault("The queue does not answer."));
    expect(expectSay(await ada.writes("status"), "tenant-status").findings).toEqual([{ finding: "queue-down" }]);
    world.findings.push({ finding: "queue-down" });
    expect(expectSay(await ada.writes("status"), "tenant-status").findings).toEqual([{ finding: "queue-down" }]);
    poisoned.mockRestore();
  });

  test("are told to nobody else: not to a lead, and not in a channel", async () => {
    world.makeAdmin("Ada Min");
    world.findings.push({ finding: "store-down" });
    expect((await statusOf(sara)).findings).toBeUndefined();
    expect(expectSay(await sara.presses("Refresh"), "team-status").findings).toBeUndefined();
    expect(expectSay(await ada.writes("status", { in: "channel" }), "team-status").findings).toBeUndefined();
    expect(JSON.stringify(await omar.writes("status"))).not.toContain("store-down");
  });

  test("tell of the end of the table of days off from a year before, for the countries of the teams alone", async () => {
    world.makeAdmin("Ada Min");
    await world.addsTeam("East clinic", ["Eva Ek"]);
    const told = async () => expectSay(await ada.writes("status"), "tenant-status").findings;
    await changeTeam(world.ports.rows, teamId, (team) => ({ team: { ...team, settings: { ...team.settings, holidays: "FI" } } }));
    await world.moveTo(Date.UTC(2034, 11, 31, 12));
    expect(await told()).toEqual([]);
    await world.moveTo(Date.UTC(2035, 0, 1, 12));
    expect(await told()).toEqual([{ finding: "days-off-end", countries: ["FI"], year: 2035 }]);
  });
});
