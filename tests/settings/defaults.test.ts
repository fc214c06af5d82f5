import { beforeEach, describe, expect, test } from "vitest";
import { tenantSettingNames, tenantSettingsShape } from "../../src/domain/settings/tenant-settings.ts";
import { readTeam } from "../../src/store/team.ts";
import { textOf } from "../world/cards.ts";
import { roundAfter } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, tenantId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let pia: Person;
let ada: Person;
beforeEach(async () => {
  ({ world, sara, pia } = await aTeam());
  world.makeAdmin("Ada Min");
  ada = world.person("Ada Min");
});

const cadenceOf = async (team: string) => {
  const stored = (await readTeam(world.ports.rows, team))?.team;
  return { prompt: stored?.settings.prompt.weekday, every: stored?.settings.everyWeeks, fromTenant: stored?.fromTenant };
};
const text = (person: Person) => textOf(person.sees().findLast(({ card }) => card)?.card ?? {});

/** Ada, an admin, saves settings for new teams. */
const saves = async (filled: Parameters<Person["presses"]>[1]) => {
  await ada.writes("defaults");
  return expectSay(await ada.presses("Save", filled), "defaults");
};

test("a new team starts with what an admin has set, and shows it until a lead chooses otherwise for the team", async () => {
  expect(await saves({ "Question: day": "Wednesday", "How often": "Every 2 weeks" })).toMatchObject({
    saved: ["promptWeekday", "everyWeeks"],
    set: ["promptWeekday", "everyWeeks"],
  });
  const east = await world.addsTeam("East clinic", ["Eva Ek"]);
  expect(await cadenceOf(east)).toEqual({ prompt: 3, every: 2, fromTenant: ["promptWeekday", "everyWeeks"] });
  expect((await cadenceOf(teamId)).fromTenant).toBeUndefined();
  const eva = world.person("Eva Ek");
  await eva.writes("settings");
  expect(text(eva)).toContain("Set for all teams: Question: day · How often");
  await eva.sets({ "Question: day": "Friday" });
  expect(await cadenceOf(east)).toEqual({ prompt: 5, every: 2, fromTenant: ["everyWeeks"] });
  await eva.sets({ "How often": "Every week" });
  expect((await cadenceOf(east)).fromTenant).toBeUndefined();
});

test("quiet periods of all teams are sent as an admin has read them, and hold beside a team's own", async () => {
  const sara = world.person("Sara Lind");
  await sara.sets({ "First day": "2026-12-21", "Last day": "2026-12-27" });
  await saves({ "First day": "2026-12-24", "Last day": "2027-01-06" });
  const before = ada.wouldSend("Save");
  await ada.sendsByHand({ ...before, quietForAll1From: "2027-06-28", quietForAll1To: "2027-08-01" });
  await ada.presses("Change teams too");
  const both = "Thu 24 Dec 2026 – Wed 6 Jan 2027, Mon 28 Jun 2027 – Sun 1 Aug 2027";
  await ada.presses("Preview: all teams", { Settings: [`Quiet periods of all teams → ${both}`] });
  expect(text(ada)).toContain(both);
  await ada.presses("Change 1 team");
  await world.settle();
  for (let round = 0; round < 4; round++) await world.moveTo(roundAfter(round).question);
  // The digest of 17 December would wait for more than a week.
  expect(sara.got("idea-form").filter(({ why }) => why === "prompt")).toHaveLength(3);
  expect(expectSay(await sara.writes("settings"), "settings").nextPromptAt).toBe(Date.parse("2027-01-07T13:00+01:00"));
  await sara.presses("When");
  expect(text(sara)).toContain(`Set for all teams: ${both}.`);
});

test("a time zone that is none is refused with the form, also beside a quiet period, whose days lie in a zone", async () => {
  const quiet = { "First day": "2026-12-24", "Last day": "2027-01-06" };
  expect(await saves({ "Another time zone, if it is not in the list": "Narnia", ...quiet })).toMatchObject({
    problem: "bad-settings",
    set: [],
  });
});

test("what does not fit is refused with the form, and only what was changed is stored", async () => {
  expect(await saves({ "Question: time": "25:00" })).toMatchObject({ problem: "bad-settings", set: [] });
  expect(
    expectSay(
      await ada.presses("Save", { "Question: time": "12:00", "Days to get something done, unless someone chooses a date": "0" }),
      "defaults",
    ).problem,
  ).toBe("bad-settings");
  for (const link of ["http://report.example", "https://me:secret@report.example", "https://localhost", "report"])
    expect(await saves({ "Link to your employer's whistleblowing channel": link })).toMatchObject({ problem: "bad-link", whistle: link });
  // Another admin saves meanwhile: both changes stay.
  await ada.writes("defaults");
  const form = ada.wouldSend("Save", { "Digest: day": "Friday" });
  await saves({ "Digest: time": "15:00" });
  expect(expectSay(await ada.sendsByHand(form), "defaults").before).toMatchObject({
    digestWeekday: 5,
    digestTime: "15:00",
    promptTime: "13:00",
  });
});

test("the link to the whistleblowing channel stands in Who sees this for everybody in the tenant, until it is removed", async () => {
  const label = "Link to your employer's whistleblowing channel";
  await saves({ [label]: "https://report.example/north" });
  for (const person of [pia, world.person("Nobody Known")]) {
    expect(expectSay(await person.writes("who sees this"), "who-sees-this").whistle).toBe("https://report.example/north");
    expect(JSON.stringify(person.sees().at(-1)?.card)).toContain('"url":"https://report.example/north"');
  }
  expect(expectSay(await ada.writes("defaults"), "defaults").latest).toMatchObject([{ did: "saved", link: "set", after: {} }]);
  await saves({ [label]: "" });
  expect(expectSay(await pia.writes("who sees this"), "who-sees-this").whistle).toBeUndefined();
});

describe("the same change for teams that are there", () => {
  let east: string;
  let west: string;
  beforeEach(async () => {
    east = await world.addsTeam("East clinic", ["Eva Ek"]);
    west = await world.addsTeam("West clinic", ["Vera Ek"]);
    await world.person("Vera Ek").sets({ "Question: day": "Wednesday" });
    await saves({ "Question: day": "Wednesday" });
    await ada.presses("Change teams too");
  });
  const days = async () => (await Promise.all([teamId, east, west].map(cadenceOf))).map(({ prompt }) => prompt);

  test("is counted first, changes all, tells the admin, and is taken back where it still holds", async () => {
    await world.receive({ happened: "team-archived", place: world.channelNamed("East clinic") });
    const preview = expectSay(await ada.presses("Preview: all teams"), "change-preview");
    expect(preview).toMatchObject({ changes: 2, teams: 3, counts: [{ setting: "promptWeekday", changes: 2, hasIt: 1, cannot: 0 }] });
    expect(text(ada)).toContain("Question: day → Wednesday: 2 teams change, 1 has it already");
    expect(await days()).toEqual([4, 4, 3]);
    // With a slow store, a job sends the preview.
    await world.put({ job: "tell-change", tenant: tenantId, person: ada.id, change: preview.change, once: "1" });
    await world.settle();
    expect(ada.got("change-preview")).toEqual([preview]);
    expectSay(await ada.press("Change 2 teams"), "change-running");
    // While it runs, another is refused, and the first press is told how far it is.
    await ada.write("defaults");
    const elsewhere = ada.onAnotherDevice();
    await elsewhere.write("defaults");
    await elsewhere.press("Change teams too");
    await elsewhere.press("Preview: all teams", { Settings: ["Question: day → Wednesday"] });
    expect(expectSay(await elsewhere.press("Change 2 teams"), "change-preview").problem).toBe("under-way");
    await world.settle();
    expect(await days()).toEqual([3, 3, 3]);
    expect((await cadenceOf(teamId)).fromTenant).toEqual(["promptWeekday"]);
    expect((await cadenceOf(west)).fromTenant).toBeUndefined();
    expect(ada.got("change-ended")).toMatchObject([{ isBack: false, tally: { seen: 3, changed: 2, refused: 0 } }]);
    expect(text(ada)).toContain("Changed 2 teams.");
    // A lead has chosen otherwise since: the team keeps that.
    await sara.sets({ "Question: day": "Monday" });
    await ada.presses("Undo");
    expect(await days()).toEqual([1, 4, 3]);
    expect((await cadenceOf(east)).fromTenant).toBeUndefined();
    expect(ada.got("change-ended").at(-1)).toMatchObject({ isBack: true, tally: { changed: 1, refused: 1, names: ["North clinic"] } });
    const { latest } = expectSay(await ada.writes("defaults"), "defaults");
    expect(latest.map(({ did, teams }) => [did, teams])).toEqual([
      ["undone", 1],
      ["changed", 2],
      ["saved", undefined],
    ]);
    // The team itself tells what the admin did to it, once each.
    const eva = world.person("Eva Ek");
    await eva.writes("settings");
    await eva.presses("Latest changes");
    const changes = text(eva)
      .split("\n")
      .filter((line) => line.startsWith("Question: day"));
    expect(changes).toEqual(["Question: day: Wednesday → Thursday", "Question: day: Thursday → Wednesday"]);
  });

  test("changes chosen teams alone, found by their names and kept from page to page", async () => {
    for (let at = 10; at < 62; at++) await world.addsTeam(`Ward ${at}`, [`Lead ${at}`]);
    expect(expectSay(await ada.presses("Choose teams"), "choose-teams")).toMatchObject({ pages: 2, count: 0, page: 0 });
    expect(expectSay(await ada.presses("Preview"), "choose-teams").problem).toBe("no-team-chosen");
    await ada.presses("Next", { Teams: ["East clinic"] });
    await ada.presses("Search", { Teams: ["Ward 61"], "Part of a team's name": "clinic" });
    const found = expectSay(await ada.presses("Search", { Teams: ["East clinic", "West clinic"] }), "choose-teams");
    expect([found.teams.map(({ name }) => name), found.picked.length, found.count]).toEqual([
      ["East clinic", "North clinic", "West clinic"],
      2,
      3,
    ]);
    const preview = expectSay(await ada.presses("Preview", { Teams: ["East clinic"] }), "change-preview");
    // The ward began with the defaults.
    expect(preview).toMatchObject({ teams: 2, isAll: false, changes: 1 });
    await ada.presses("Change 1 team");
    expect(await days()).toEqual([4, 3, 3]);
    expect(ada.got("change-ended").at(-1)).toMatchObject({ tally: { seen: 2, changed: 1 } });
  });

  test("leaves out a team that cannot take it, and names it", async () => {
    await world.person("Vera Ek").writes("coordinators here", { in: "West clinic" });
    await saves({ Coordinators: "West clinic" });
    await ada.presses("Change teams too");
    await ada.presses("Preview: all teams");
    expect(text(ada)).toContain("Coordinators → West clinic: 2 teams change, 0 have it already, 1 cannot take it");
    await ada.presses("Change 2 teams");
    expect(text(ada)).toContain("1 team could not take all of it:");
    expect(text(ada)).toContain("West clinic");
    expect((await readTeam(world.ports.rows, west))?.team.settings.coordinators).toBeUndefined();
    const north = await world.addsTeam("New clinic", ["Nina Ny"]);
    expect((await readTeam(world.ports.rows, north))?.team).toMatchObject({
      settings: { coordinators: west },
      fromTenant: ["promptWeekday", "coordinators"],
    });
  });
});

test("every setting that the table of settings gives the tenant has a shape, and no other has one", () =>
  expect(tenantSettingNames.toSorted()).toEqual(Object.keys(tenantSettingsShape.shape).sort()));

test("somebody who is no admin is refused, by words and by buttons", async () => {
  expectSay(await sara.writes("defaults"), "refusal");
  await ada.writes("defaults");
  expect(expectSay(await sara.sendsByHand(ada.wouldSend("Save")), "refusal").why).toBe("not-an-admin");
});
