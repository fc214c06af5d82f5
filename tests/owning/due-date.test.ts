import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { untilResumed } from "../../src/domain/people/person.ts";
import { readPerson } from "../../src/store/person.ts";
import { readTeam } from "../../src/store/team.ts";
import { minute, nextRound, thisRound } from "../world/moments.ts";
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

/** The team has been shown an idea; it is then 1 December. */
const showIdea = async () => {
  await world.moveTo(thisRound.question);
  await omar.writes("idea The printer is slow");
  await world.moveTo(thisRound.digest + 30 * minute);
};

const asksPia = async (due: string) => {
  await sara.writes("#1");
  await sara.presses("Take or ask");
  return sara.presses("Ask", { Person: "Pia Holm", Date: due });
};

const taken = [
  ["2026-12-24", "2026-12-24"],
  ["2026-12-24T00:00:00", "2026-12-24"],
  ["20261224", "2026-12-24"],
  ["2026-12-01", "2026-12-01"],
  ["2028-12-01", "2028-12-01"],
] as const;
const refused = [
  ["1999-01-01", "past-date"],
  ["2026-11-30", "past-date"],
  ["2028-12-02", "far-date"],
  ["9999-12-31", "far-date"],
  ["2026-02-30", "bad-date"],
  ["soon", "bad-date"],
] as const;

/** Every way to a due date: who presses what, and what the owner is then asked for or has. */
const ways = {
  "the form to ask": {
    press: asksPia,
    form: "take-or-ask",
    kept: () => pia.got("owner-request").at(-1)?.due,
  },
  "the draft's form": {
    press: async (due: string) => {
      await jonas.writes("idea Too many forms");
      await sara.writes("draft");
      return sara.changes("Too many forms", "Save", { Person: "Pia Holm", Date: due });
    },
    form: "change-form",
    kept: () => pia.got("owner-request").at(-1)?.due,
  },
  "the request to the owner": {
    press: async (due: string) => {
      await sara.writes("ask #1 Pia");
      return pia.presses("I'll take it", { Date: due });
    },
    form: "owner-request",
    kept: () => world.inTeam("digest")[0]?.digest.top[0]?.owner?.due,
  },
  "the owner's plan": {
    press: async (due: string) => {
      await pia.presses("Take or ask", { in: "channel" });
      await pia.presses("I'll take it", { in: "channel" });
      return pia.presses("Save", { Date: due });
    },
    form: "owner-plan",
    kept: () => world.inTeam("digest")[0]?.digest.top[0]?.owner?.due,
  },
} as const;

describe.each(Object.entries(ways))("%s", (_, { press, form, kept }) => {
  beforeEach(showIdea);

  test.each(taken)("takes %s and keeps %s", async (due, date) => {
    await press(due);
    expect(kept()).toBe(date);
  });

  test.each(refused)("comes back for %s, and says why: %s", async (due, problem) => {
    expect(await press(due)).toMatchObject({ say: form, problem });
    expect(kept()).not.toBe(due);
  });
});

test("A date that was agreed and has gone by is offered to nobody again", async () => {
  await showIdea();
  await asksPia("2026-12-02");
  await world.moveTo(nextRound.digest + 30 * minute);
  await pia.writes("#1");
  await pia.presses("Take or ask");
  expectSay(await pia.presses("I'll take it"), "owned");
  expect(pia.got("owner-plan").at(-1)?.due).toBe("2026-12-22");
});

test("A date of next year is shown with its year, one of this year without", async () => {
  await showIdea();
  await pia.writes("take #1");
  const digest = async (due: string) => {
    await pia.onAnotherDevice().presses("Save", { Date: due });
    const shown = world.inTeam("digest")[0];
    return JSON.stringify(shown && render(shown, "en"));
  };
  expect(await digest("2027-12-24")).toContain("by Fri 24 Dec 2027");
  const thisYear = await digest("2026-12-24");
  expect(thisYear).toContain("by Thu 24 Dec");
  expect(thisYear).not.toContain("2026 ");
});

describe("a pause", () => {
  const pausedUntil = async () => (await readPerson(world.ports.rows, omar.id)).profile.pausedUntil;

  test.each([
    ["pause 0 weeks", "bad-pause"],
    ["pause -2 weeks", "bad-pause"],
    ["pause 105 weeks", "bad-pause"],
    ["pause 4000000000 weeks", "bad-pause"],
    ["pausa 0 veckor", "bad-pause"],
    ["pause 1.5 weeks", "bad-pause"],
    ["pause -1", "bad-pause"],
    ["pause 2", "bad-pause"],
    ["pause until 2026-11-22", "past-date"],
    ["pause until 2026-11-23", "past-date"],
    ["pause until 23.11", "past-date"],
    ["pause until 1999-01-01", "past-date"],
    ["pause until 2028-11-24", "far-date"],
    ["pause until 9999-12-31", "far-date"],
    ["pause until 31.2", "bad-date"],
  ])("%j pauses nobody, and is answered: %s", async (text, why) => {
    expect(await omar.writes(text)).toEqual({ say: "refusal", why });
    expect(await pausedUntil()).toBeUndefined();
  });

  test.each([
    ["pause 1 week", "2026-11-29T23:00:00Z", false],
    ["pause 104 weeks", "2028-11-19T23:00:00Z", true],
    ["pause until 24.12", "2026-12-23T23:00:00Z", false],
    ["pause until 22.11", "2027-11-21T23:00:00Z", true],
    ["pause until 20280101", "2027-12-31T23:00:00Z", true],
  ])("%j ends at %s, and says the year where it is another one", async (text, end, otherYear) => {
    const said = expectSay(await omar.writes(text), "paused");
    expect(Math.abs((said.until ?? 0) - Date.parse(end))).toBeLessThan(60_000);
    expect(await pausedUntil()).toBe(said.until);
    expect(said.otherYear ?? false).toBe(otherYear);
    expect(/ 202\d\.$/.test(render(said, "en").summary)).toBe(otherYear);
  });

  test("without an end lasts until they resume", async () => {
    expect(expectSay(await omar.writes("pause"), "paused").until).toBeUndefined();
    expect(await pausedUntil()).toBe(untilResumed);
  });
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
