import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { hour, minute, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

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

test("A date that nobody chose is as many days ahead as the team says, also of an hour before midnight and over the night on which clocks go forward", async () => {
  await showIdea();
  await sara.sets({ "Days to get something done, unless someone chooses a date": "120" });
  await world.moveTo(thisRound.digest + 10.5 * hour);
  await pia.writes("take #1");
  expect(pia.got("owner-plan").at(-1)?.due).toBe("2027-03-31");
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
