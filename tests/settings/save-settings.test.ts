import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { readTeam } from "../../src/store/team.ts";
import { type Filled, textOf } from "../world/cards.ts";
import { hour, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;

let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
});

const asked = (person: Person, round: string) => person.got("idea-form").filter((form) => form.round === round).length;

const textsOf = (message: Message): string => JSON.stringify(render(message, "en").card);

describe("settings", () => {
  test("a changed time moves what is due, also for the round that is open", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    const wednesday = Date.parse("2026-12-02T09:00:00+01:00");
    const monday = Date.parse("2026-11-30T15:00:00+01:00");
    const saved = expectSay(
      await sara.sets({
        "Question: day": "Wednesday",
        "Question: time": "09:00",
        "Digest: day": "Monday",
        "Digest: time": "15:00",
        "Reminder: day": "No reminder",
        "Draft to the leads": "No draft",
        "People not asked": ["Pia Holm"],
      }),
      "settings",
    );
    expect([saved.saved, saved.nextPromptAt, saved.nextDigestAt]).toEqual([true, wednesday, monday]);
    await world.moveTo(monday);
    expect(world.inTeam("digest")).toHaveLength(1);
    await world.moveTo(wednesday);
    expect([omar, pia].map((person) => asked(person, nextRound.id))).toEqual([1, 0]);
    await world.moveTo(nextRound.question + hour);
    expect(asked(omar, nextRound.id)).toBe(1);
  });

  test("a member who is no lead cannot open them, and a lead gets the question as a test", async () => {
    expect(await omar.presses("Change times", { in: "channel" })).toMatchObject({ why: "not-a-lead" });
    await sara.writes("settings");
    expectSay(await sara.presses("Send me a test"), "settings");
    expect(sara.got("idea-form").map(({ why }) => why)).toEqual(["test"]);
  });

  test("that change while a round is being asked do not stop the clock", async () => {
    await sara.writes("settings");
    await sara.presses("When");
    const { channel } = world.ports;
    const { roster } = channel;
    let saved = false;
    Object.assign(channel, {
      roster: async (...given: Parameters<typeof roster>) => {
        if (!saved) {
          saved = true;
          await sara.press("Save", { "Question: time": "15:00" });
        }
        return roster(...given);
      },
    });
    await world.moveTo(thisRound.question);
    await world.moveTo(nextRound.question + 2 * hour);
    expect(omar.got("idea-form").filter(({ why }) => why === "prompt").length).toBe(2);
  });
});

test("each group saves its own settings alone, and the first view says what changed", async () => {
  const before = expectSay(await sara.writes("settings"), "settings").written;
  const saves = [
    ["When", { "How often": "Every 2 weeks", "Reminder: day": "No reminder" }, ["How often: Every week → Every 2 weeks", "No reminder"]],
    ["Where", { "Channel of the digest": "General" }, ["Everything is as it was."]],
    [
      "Who",
      { "Team leads": ["Sara Lind", "Omar Haddad"], Substitute: "Pia Holm", Until: "2026-12-04" },
      ["added Omar Haddad", "Pia Holm, until"],
    ],
    ["What", { "Language of the channel": "Svenska" }, ["Language of the channel: English → Svenska"]],
  ] as const;
  for (const [group, changed, told] of saves) {
    await sara.presses(group);
    const form = sara.sees().at(-1)?.message;
    const first = expectSay(await sara.presses("Save", changed), "settings");
    expect([form, first]).toMatchObject([{ group: group.toLowerCase() }, { saved: true }]);
    expect(first.group).toBeUndefined();
    const { card = {} } = sara.sees().at(-1) ?? {};
    for (const words of told) expect(textOf(card)).toContain(words);
  }
  const after = { ...before, everyWeeks: 2, reminderWeekday: 0, leads: [sara.id, omar.id], language: "sv" };
  expect(expectSay(await sara.writes("settings"), "settings").written).toEqual(after);
});

describe("settings that two leads have open", () => {
  /** Omar leads too, and both have a group of settings open. */
  const bothOpen = async (group: "When" | "Who") => {
    await sara.sets({ "Team leads": ["Sara Lind", "Omar Haddad"] });
    for (const lead of [sara, omar]) {
      await lead.writes("settings");
      await lead.presses(group);
    }
  };
  const stored = async () => expectSay(await sara.onAnotherDevice().writes("settings"), "settings").written;

  test.each(["Sara", "Omar"])("keep what each has changed, %s first", async (first) => {
    await bothOpen("Who");
    const saves = [
      () => sara.presses("Save", { "People not asked": ["Pia Holm"] }),
      () => omar.presses("Save", { "Team leads": ["Sara Lind", "Omar Haddad", "Pia Holm"], "People not asked": ["Jonas Berg"] }),
    ];
    const answers = [];
    for (const save of first === "Sara" ? saves : saves.toReversed()) answers.push(expectSay(await save(), "settings"));
    expect(answers.map(({ saved, others }) => [saved, others])).toEqual([
      [true, undefined],
      [true, undefined],
    ]);
    const now = await stored();
    expect(now.leads).toEqual([sara.id, omar.id, pia.id]);
    expect([...now.notAsked].sort()).toEqual([pia.id, jonas.id].sort());
  });

  test("keep what each has changed at once, and the clock follows both", async () => {
    await bothOpen("When");
    const answers = await Promise.all([
      sara.press("Save", { "Question: day": "Wednesday" }),
      omar.press("Save", { "Question: time": "09:00", "Draft to the leads": "No draft" }),
    ]);
    expect(answers.map((answer) => expectSay(answer, "settings").saved)).toEqual([true, true]);
    expect(await stored()).toMatchObject({ promptWeekday: 3, promptTime: "09:00", digestTime: "13:00", draftHours: 0 });
    await world.moveTo(Date.parse("2026-11-25T09:00:00+01:00"));
    expect(jonas.got("idea-form")).toHaveLength(1);
  });

  test("say which of two choices counts, where both changed one setting", async () => {
    await bothOpen("When");
    await sara.presses("Save", { "Question: day": "Wednesday" });
    const later = expectSay(await omar.presses("Save", { "Question: day": "Friday" }), "settings");
    expect([later.saved, later.others]).toEqual([true, { promptWeekday: 3 }]);
    expect(textsOf(later)).toContain("They had chosen:");
    expect(textsOf(later)).toContain("Wednesday");
    expect(await stored()).toMatchObject({ promptWeekday: 5 });
  });

  test("do not bring back a person whom the other has taken out", async () => {
    await sara.sets({ "People not asked": ["Pia Holm", "Jonas Berg"] });
    await bothOpen("Who");
    await sara.presses("Save", { "People not asked": ["Jonas Berg"] });
    await omar.presses("Save", { "Team leads": ["Sara Lind", "Omar Haddad", "Pia Holm"] });
    expect((await stored()).notAsked).toEqual([jonas.id]);
  });

  test("leave the team a lead when each takes out the other at once", async () => {
    await bothOpen("Who");
    const answers = await Promise.all([
      sara.press("Save", { "Team leads": ["Sara Lind"] }),
      omar.press("Save", { "Team leads": ["Omar Haddad"] }),
    ]);
    const told = answers.map((answer) => (answer.say === "settings" ? (answer.problem ?? "saved") : answer.say));
    expect(told.toSorted()).toEqual(["no-lead", "saved"]);
  });

  test("keep what stands on a form that came back with a fault in it", async () => {
    await bothOpen("When");
    const back = await sara.presses("Save", { "Another time zone, if it is not in the list": "Nowhere", "Digest: time": "15:00" });
    expect(back).toMatchObject({ group: "when", saved: false, problem: "bad-settings" });
    await omar.presses("Save", { "Question: day": "Wednesday" });
    await sara.presses("Save", { "Time zone": "Europe/Oslo" });
    expect(await stored()).toMatchObject({ zone: "Europe/Oslo", digestTime: "15:00", promptWeekday: 3 });
  });
});

describe("a settings form from before forms told what they showed", () => {
  /** All settings in one form. @param changed by the names of inputs @param keep settings that it tells of */
  const oldForm = async (changed: Filled, keep: readonly string[]) => {
    let form: Filled = {};
    let shown: object = {};
    for (const group of ["When", "Where", "Who", "What"]) {
      await sara.writes("settings");
      await sara.presses(group);
      const { group: _group, before, ...sent } = sara.wouldSend("Save") as Filled & { readonly before: object };
      [form, shown] = [
        { ...form, ...sent },
        { ...shown, ...before },
      ];
    }
    const kept = Object.fromEntries(Object.entries(shown).filter(([name]) => keep.includes(name)));
    return { ...form, ...changed, ...(keep.length > 0 ? { before: kept } : {}) };
  };

  test.each([[[]], [["leads", "notAsked"]]])("is saved as it stands, where it differs in nothing (%j)", async (keep) => {
    expect(await sara.sendsByHand(await oldForm({}, keep))).toMatchObject({ saved: true });
  });

  test.each([[[]], [["leads", "notAsked"]]])("undoes nothing before its lead has seen what is stored now (%j)", async (keep) => {
    const form = await oldForm({ digestTime: "15:00" }, keep);
    await sara.sets({ "Question: day": "Wednesday" });
    const back = expectSay(await sara.sendsByHand(form), "settings");
    expect(back).toMatchObject({ saved: false, problem: "old-form", others: { promptWeekday: 4, digestTime: "15:00" } });
    expect(back.written).toEqual(back.before);
    expect((await readTeam(world.ports.rows, teamId))?.team.settings).toMatchObject({ prompt: { weekday: 3 }, digest: { time: "13:00" } });
  });

  test("with a fault saves nothing, and says what stood on it", async () => {
    const { before, ...form } = await oldForm({ daysToDue: "0", digestTime: "15:00" }, ["leads", "notAsked"]);
    const shown = expectSay(await sara.writes("settings"), "settings").before;
    const back = await sara.sendsByHand({ ...form, before: { ...shown, ...before } });
    expect(back).toMatchObject({ saved: false, problem: "old-form", others: { daysToDue: 0, digestTime: "15:00" } });
  });

  test("of the oldest kind does not bring back a person who was taken out", async () => {
    await sara.sets({ "People not asked": ["Pia Holm", "Jonas Berg"] });
    const form = await oldForm({}, []);
    await sara.sets({ "People not asked": ["Jonas Berg"] });
    expect(await sara.sendsByHand(form)).toMatchObject({ saved: false, problem: "old-form", before: { notAsked: [jonas.id] } });
  });
});

test("a time zone that the list does not have is written by its name", async () => {
  expect(await sara.sets({ "Another time zone, if it is not in the list": "asia/seoul" })).toMatchObject({ saved: true });
  const now = expectSay(await sara.writes("settings"), "settings");
  expect([now.written.zone, now.zones]).toEqual(["Asia/Seoul", expect.arrayContaining(["Asia/Seoul", "Europe/Oslo"])]);
  expect(await sara.sets({ "Another time zone, if it is not in the list": "Nowhere" })).toMatchObject({ problem: "bad-settings" });
});

test("saving without a change moves nothing", async () => {
  await world.moveTo(thisRound.question);
  const before = expectSay(await sara.writes("settings"), "settings");
  await sara.sets({ "Language of the channel": "Svenska" });
  const after = expectSay(await sara.writes("settings"), "settings");
  expect([after.nextPromptAt, after.nextDigestAt]).toEqual([before.nextPromptAt, before.nextDigestAt]);
});

describe("times in the settings", () => {
  const save = async (changed: Record<string, string>) => expectSay(await sara.sets(changed), "settings");

  test.each([
    ["01:00 PM", "13:00"],
    ["1:15\u202fpm", "13:15"],
    ["13.30", "13:30"],
    ["12:00 AM", "00:00"],
  ])("%j is kept as %s", async (sent, kept) => {
    expect(await save({ "Question: time": sent, "Digest: time": sent, "Reminder: time": sent })).toMatchObject({
      saved: true,
      written: { promptTime: kept },
    });
    const team = (await readTeam(world.ports.rows, teamId))?.team;
    expect(team?.settings).toMatchObject({ prompt: { time: kept }, digest: { time: kept }, reminder: { time: kept } });
  });

  test.each([
    { daysToDue: "14.5" },
    { daysToDue: "1e2" },
    { daysToDue: "0" },
    { daysToDue: "366" },
    { draftHours: "0.4" },
    { draftHours: "73" },
    { draftHours: "-4" },
  ])("with %j are refused, and nothing is rounded", async (changed) => {
    const before = (await readTeam(world.ports.rows, teamId))?.team.settings;
    await sara.writes("settings");
    await sara.presses("draftHours" in changed ? "When" : "What");
    const sent = sara.sendsByHand({ ...sara.wouldSend("Save"), ...changed });
    expect(await sent).toMatchObject({ saved: false, problem: "bad-settings" });
    expect((await readTeam(world.ports.rows, teamId))?.team.settings).toEqual(before);
  });

  test.each(["25:00", "noon", "13:00 PM"])("%j is refused, and nothing is saved", async (sent) => {
    const before = (await readTeam(world.ports.rows, teamId))?.team.settings;
    expect(await save({ "Question: time": sent })).toMatchObject({ saved: false, problem: "bad-settings" });
    expect((await readTeam(world.ports.rows, teamId))?.team.settings).toEqual(before);
  });
});
