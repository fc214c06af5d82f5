import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { untilResumed } from "../../src/domain/person.ts";
import { readPerson } from "../../src/store/people.ts";
import { readTeam } from "../../src/store/teams.ts";
import { expectSay, personId, startWorld, teamId } from "./world.ts";

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld();
  await world.added("Sara Lind");
});

/** An idea that the team has been shown; it is then 1 December. */
const shownIdea = async (): Promise<string> => {
  await world.moveTo("2026-11-26T12:00:00Z");
  await world.writes("Omar Haddad", "idea The printer is slow");
  await world.moveTo("2026-12-01T12:30:00Z");
  const id = world.inTeam("digest")[0]?.digest.top[0]?.id;
  if (!id) throw new Error("no idea in the digest");
  return id;
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
  "the form to assign": {
    press: (idea: string, due: string) =>
      world.presses("Sara Lind", { verb: "assign-owner", team: teamId, idea, person: personId("Pia Holm"), due }),
    form: "assign-form",
    kept: () => world.got("Pia Holm", "owner-request").at(-1)?.due,
  },
  "the draft's form": {
    press: async (idea: string, due: string) => {
      await world.writes("Jonas Berg", "idea Too many forms");
      return world.presses("Sara Lind", { verb: "propose-owner", team: teamId, idea, person: personId("Pia Holm"), due });
    },
    form: "propose-form",
    kept: () => world.got("Pia Holm", "owner-request").at(-1)?.due,
  },
  "the request to the owner": {
    press: async (idea: string, due: string) => {
      await world.writes("Sara Lind", "assign #1 Pia");
      return world.presses("Pia Holm", { verb: "accept-idea", team: teamId, idea, due });
    },
    form: "owner-request",
    kept: () => world.inTeam("digest")[0]?.digest.top[0]?.owner?.due,
  },
  "the owner's plan": {
    press: async (idea: string, due: string) => {
      await world.writes("Pia Holm", "take #1");
      return world.presses("Pia Holm", { verb: "plan-idea", team: teamId, idea, due });
    },
    form: "owner-plan",
    kept: () => world.inTeam("digest")[0]?.digest.top[0]?.owner?.due,
  },
} as const;

describe.each(Object.entries(ways))("%s", (_, { press, form, kept }) => {
  test.each(taken)("takes %s and keeps %s", async (due, date) => {
    await press(await shownIdea(), due);
    expect(kept()).toBe(date);
  });

  test.each(refused)("comes back for %s, and says why: %s", async (due, problem) => {
    const idea = await shownIdea();
    expect(await press(idea, due)).toMatchObject({ say: form, problem });
    expect(kept()).not.toBe(due);
  });
});

test("A date that was agreed and has gone by is offered to nobody again", async () => {
  const idea = await shownIdea();
  await world.presses("Sara Lind", { verb: "assign-owner", team: teamId, idea, person: personId("Pia Holm"), due: "2026-12-02" });
  await world.moveTo("2026-12-08T12:30:00Z");
  expectSay(await world.presses("Pia Holm", { verb: "take-idea", team: teamId, idea }), "owned");
  expect(world.got("Pia Holm", "owner-plan").at(-1)?.due).toBe("2026-12-22");
});

test("A date of next year is shown with its year, one of this year without", async () => {
  const idea = await shownIdea();
  await world.writes("Pia Holm", "take #1");
  const digest = async (due: string) => {
    await world.presses("Pia Holm", { verb: "plan-idea", team: teamId, idea, due });
    const shown = world.inTeam("digest")[0];
    return JSON.stringify(shown && render(shown, "en"));
  };
  expect(await digest("2027-12-24")).toContain("by Fri 24 Dec 2027");
  const thisYear = await digest("2026-12-24");
  expect(thisYear).toContain("by Thu 24 Dec");
  expect(thisYear).not.toContain("2026 ");
});

describe("a pause", () => {
  const pausedUntil = async () => (await readPerson(world.ports.rows, personId("Omar Haddad"))).profile.pausedUntil;

  test.each([
    ["pause 0 weeks", "bad-pause"],
    ["pause -2 weeks", "bad-pause"],
    ["pause 105 weeks", "bad-pause"],
    ["pause 4000000000 weeks", "bad-pause"],
    ["pausa 0 veckor", "bad-pause"],
    ["pause until 2026-11-22", "past-date"],
    ["pause until 2026-11-23", "past-date"],
    ["pause until 23.11", "past-date"],
    ["pause until 1999-01-01", "past-date"],
    ["pause until 2028-11-24", "far-date"],
    ["pause until 9999-12-31", "far-date"],
    ["pause until 31.2", "bad-date"],
  ])("%j pauses nobody, and is answered: %s", async (text, why) => {
    expect(await world.writes("Omar Haddad", text)).toEqual({ say: "refusal", why });
    expect(await pausedUntil()).toBeUndefined();
  });

  test.each([
    ["pause 1 week", "2026-11-30T08:00:00Z", false],
    ["pause 104 weeks", "2028-11-20T08:00:00Z", true],
    ["pause until 24.12", "2026-12-23T23:00:00Z", false],
    ["pause until 22.11", "2027-11-21T23:00:00Z", true],
    ["pause until 20280101", "2027-12-31T23:00:00Z", true],
  ])("%j ends at %s, and says the year where it is another one", async (text, end, otherYear) => {
    const said = expectSay(await world.writes("Omar Haddad", text), "paused");
    expect(Math.abs((said.until ?? 0) - Date.parse(end))).toBeLessThan(60_000);
    expect(await pausedUntil()).toBe(said.until);
    expect(said.otherYear ?? false).toBe(otherYear);
    expect(/ 202\d\.$/.test(render(said, "en").summary)).toBe(otherYear);
  });

  test("without an end lasts until they resume", async () => {
    expect(expectSay(await world.writes("Omar Haddad", "pause"), "paused").until).toBeUndefined();
    expect(await pausedUntil()).toBe(untilResumed);
  });
});

describe("times in the settings", () => {
  /** Presses *Save* on the settings' form as it stands, with some of it changed. */
  const save = async (changed: Record<string, string>) => {
    const { written } = expectSay(await world.writes("Sara Lind", "settings"), "settings");
    const form = Object.fromEntries(Object.entries(written).map(([name, value]) => [name, String(value)]));
    return expectSay(await world.presses("Sara Lind", { verb: "save-settings", team: teamId, ...form, ...changed }), "settings");
  };

  test.each([
    ["01:00 PM", "13:00"],
    ["1:15\u202fpm", "13:15"],
    ["13.30", "13:30"],
    ["12:00 AM", "00:00"],
  ])("%j is kept as %s", async (sent, kept) => {
    expect(await save({ promptTime: sent, digestTime: sent, reminderTime: sent })).toMatchObject({
      saved: true,
      written: { promptTime: kept },
    });
    const team = (await readTeam(world.ports.rows, teamId))?.team;
    expect(team?.settings).toMatchObject({ prompt: { time: kept }, digest: { time: kept }, reminder: { time: kept } });
  });

  test.each(["25:00", "noon", "13:00 PM"])("%j is refused, and nothing is saved", async (sent) => {
    const before = (await readTeam(world.ports.rows, teamId))?.team.settings;
    expect(await save({ promptTime: sent })).toMatchObject({ saved: false, problem: "bad-settings" });
    expect((await readTeam(world.ports.rows, teamId))?.team.settings).toEqual(before);
  });
});
