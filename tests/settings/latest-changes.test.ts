import { expect, test } from "vitest";
import { readTeamAudits } from "../../src/store/team-audit.ts";
import { textOf } from "../world/cards.ts";
import { type Person, viewOf } from "../world/people.ts";
import { aTeam, expectSay, teamId } from "../world/world.ts";

/** All that the card says below its heading. */
const told = async (person: Person, language: "en" | "sv" = "en"): Promise<readonly string[]> => {
  await person.writes("settings");
  const { card = {} } = viewOf(await person.presses("Latest changes"), language);
  return textOf(card).split("\n").slice(2);
};

test("each change of a team's settings is told with its day and the person who made it, the newest first", async () => {
  const { world, sara, omar, pia } = await aTeam();
  expect(await told(sara)).toEqual(["Nothing yet."]);
  await sara.sets({ "Question: day": "Wednesday", "Reminder: day": "No reminder" });
  await sara.sets({ "Question: day": "Wednesday" });
  await sara.sets({ "Another time zone, if it is not in the list": "Nowhere" });
  await omar.presses("I lead this team", { in: "channel" });
  await sara.presses("Yes, they lead");
  for (const lead of [sara, omar]) {
    await lead.writes("settings");
    await lead.presses("Who");
  }
  await Promise.all([
    sara.press("Save", { "People not asked": ["Pia Holm"] }),
    omar.press("Save", { "People not asked": ["Jonas Berg"], "Team leads": ["Sara Lind", "Omar Haddad", "Pia Holm"] }),
  ]);
  const byDay = (who: string) => `${who}, Monday 23 November`;
  const atOnce = [
    [byDay("Sara Lind"), "People not asked: added Pia Holm"],
    [byDay("Omar Haddad"), "Team leads: added Pia Holm", "People not asked: added Jonas Berg"],
  ];
  const now = await told(sara);
  const before = [
    byDay("Sara Lind"),
    "Team leads: added Omar Haddad",
    byDay("Sara Lind"),
    "Question: day: Thursday → Wednesday",
    "Reminder: day: Monday → No reminder",
  ];
  expect([
    [...atOnce.flat(), ...before],
    [...atOnce.toReversed().flat(), ...before],
  ]).toContainEqual(now);

  await world.moveTo(Date.parse("2027-01-04T10:00:00+01:00"));
  await sara.writes("substitute Omar until 8 January");
  await omar.writes("coordinators here", { in: "channel" });
  await pia.writes("settings");
  await pia.presses("What");
  await pia.presses("Kinds");
  await pia.presses("Save", { "Kinds, one on each line": "Tools and IT\nFalls\nOther" });
  await pia.presses("Propose", { "What it is about": "Falls", Person: "Jonas Berg" });
  const later = await told(sara);
  expect(later.slice(0, 9)).toEqual([
    "Pia Holm, Monday 4 January",
    "Proposed owners, Falls: – → Jonas Berg",
    "Pia Holm, Monday 4 January",
    expect.stringMatching(/^Kinds of ideas: added Falls; removed /),
    "Omar Haddad, Monday 4 January",
    "Ask this team weekly: yes → no",
    "Sara Lind, Monday 4 January",
    "Substitute: – → Omar Haddad, until Fri 8 Jan",
    expect.stringContaining("Monday 23 November 2026"),
  ]);
  // Eight acts, and none for a save that changed nothing or was refused.
  expect(await readTeamAudits(world.ports.rows, teamId, 100)).toHaveLength(8);
  expect(await told(sara, "sv")).toContain("Frågan: dag: Torsdag → Onsdag");
  expect(expectSay(await sara.writes("settings"), "settings").written.promptWeekday).toBe(3);
});
