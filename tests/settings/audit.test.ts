import { expect, test } from "vitest";
import { textOf } from "../world/cards.ts";
import { hour, minute } from "../world/moments.ts";
import { viewOf } from "../world/people.ts";
import { aTeamWithDigest, expectSay, teamId, tenantId } from "../world/world.ts";

/* The audit of a tenant: who did what in all teams, for admins alone, without a word of an idea. */

const friction = "The printer is slow";
const why = "The contract is not ours";

test("an admin reads who did what in all teams, page by page, and of a person whose data is erased the role alone", async () => {
  const { world, sara, omar, pia } = await aTeamWithDigest(friction);
  world.makeAdmin("Ada Min");
  const ada = world.person("Ada Min");
  /** The lines of the page below its first two. */
  const reads = async (...turned: readonly string[]) => {
    await ada.writes("defaults");
    for (const title of ["Who did what", ...turned]) await ada.presses(title);
    const audit = expectSay(ada.sees().at(-1)?.message, "audit");
    return textOf(viewOf(audit, "en").card ?? {})
      .split("\n")
      .slice(2);
  };

  await omar.presses("I lead this team", { in: "channel" });
  await sara.presses("Yes, they lead");
  await sara.writes("substitute Pia until 18 December");
  await pia.sets({ "Question: day": "Wednesday" });
  await world.addsTeam("Office", ["Nina Ny"]);
  await world.person("Nina Ny").writes("coordinators here", { in: "Office" });
  await sara.sets({ Coordinators: "Office" });
  await sara.writes("#1");
  await sara.presses("Pass on");
  await sara.presses("Pass on", { Reason: why });
  await world.settle();
  await ada.writes("defaults");
  await ada.presses("Save", { "Question: day": "Friday" });
  const by = (who: string, team = "North clinic") => `${who} · Tuesday 1 December · ${team}`;
  const passed = ["Passed #1 on to Office.", by("Sara Lind"), "Coordinators: Nobody → Office"];
  const office = [
    by("Nina Ny", "Office"),
    "Ask this team weekly: yes → no",
    by("Nina Ny", "Office"),
    "Added Gnist to the team, and leads it.",
  ];
  const pias = [by("Pia Holm"), "Question: day: Thursday → Wednesday"];
  const roles = ["Substitute: – → Pia Holm, until Fri 18 Dec", by("Sara Lind"), "Team leads: added Omar Haddad"];
  const admins = [expect.stringMatching(/^Tuesday 1 December at .* · an admin · for new teams$/), "Question: day: Thursday → Friday"];
  expect(await reads()).toEqual([
    ...admins,
    ...[by("Sara Lind"), ...passed, ...office, ...pias, by("Sara Lind"), ...roles],
    ...["Sara Lind · Monday 23 November · North clinic", "Added Gnist to the team, and leads it."],
  ]);

  const rows = await world.ports.rows.list(`audit|${tenantId}`, { from: "", to: "~" });
  for (const words of [friction, why, "Sara", "Lind"]) expect(JSON.stringify(rows)).not.toContain(words);

  // A lead has left, and the person's data is erased.
  world.roster.splice(0, 1);
  await world.put({ job: "read-team", team: teamId });
  await world.settle();
  await world.moveTo(world.now() + 2 * hour);
  await sara.writes("delete my data");
  await sara.presses("Keep them without my name");
  await world.moveTo(world.now() + 3 * minute);
  const nameless = (lines: readonly string[]) => lines.map((line) => line.replace("Sara Lind", "A team lead"));
  expect(await reads()).toEqual([
    ...[by("Gnist"), "Team leads: removed a colleague", ...admins],
    ...nameless([by("Sara Lind"), ...passed, ...office, ...pias, by("Sara Lind"), ...roles]),
    ...["Tuesday 1 December", expect.stringMatching(/^A person's data was deleted: \d+ rows\.$/)],
  ]);
  expect(await reads("Next")).toEqual(["A team lead · Monday 23 November · North clinic", "Added Gnist to the team, and leads it."]);
  expect(await reads("Next", "Previous")).toHaveLength(20);
  await omar.writes("settings");
  await omar.presses("Latest changes");
  expect(textOf(omar.sees().at(-1)?.card ?? {})).toContain("A team lead, Tuesday 1 December");
});
