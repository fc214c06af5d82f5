import type { Clock, Rows } from "../../src/ports.ts";
import { kindOf } from "../../src/store/kinds.ts";
import { nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { everyRow } from "../world/rows.ts";
import { expectSay, startWorld, teamId, type World, type WorldJobs } from "../world/world.ts";

const names = ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg", "Nina Ny"];

/** Everybody who has something to do with the month. */
export const people = [...names, "Gudrun Guest", "Eva Ek", "Kim Ek", "Ada Min"];

/** Every row, with its kind. */
export const everything = async (world: World) =>
  (await everyRow(world)).map(({ partition, row }) => ({ partition, row, kind: kindOf(partition, row.key) }));

/** A month of one team, which leaves rows of nearly every kind behind. */
export const aMonth = async (rows?: Rows, jobs?: (clock: Pick<Clock, "now">) => WorldJobs) => {
  const world = await startWorld(names, 1, { ...(rows ? { rows } : {}), ...(jobs ? { jobs } : {}) });
  world.join("Gudrun Guest", true);
  await world.added();
  await world.addsTeam("South clinic", ["Omar Haddad", "Eva Ek"]);
  const [sara, omar, pia, jonas, nina] = [...names].map(world.person) as [Person, Person, Person, Person, Person];
  await world.moveTo(thisRound.question);
  const printer = expectSay(await pia.answers("The label printer jams"), "receipt");
  const forms = expectSay(await jonas.answers("Two forms for one thing"), "receipt");
  await nina.presses("Nothing this week");
  await sara.presses("Ask me tomorrow");
  const typed = expectSay(await pia.writes("idea The door is heavy"), "receipt");
  const gone = expectSay(await nina.writes("idea The clock is slow"), "receipt");
  await sara.writes("draft");
  await sara.changes("Two forms for one thing", "Hold back", { Reason: "names a colleague" });
  await sara.sendsByHand({ verb: "ask-author", team: teamId, idea: typed.idea, question: "Which door?" });
  await pia.presses("Answer with my name", { Answer: "The one to the yard" });
  await world.moveTo(thisRound.digest);
  const [post] = world.inTeam("digest");
  const numberOf = (words: string) => post?.digest.top.find(({ title }) => title === words)?.number ?? 0;
  const onPrinter = { in: "channel", on: "The label printer jams" };
  await omar.presses("Me too", onPrinter);
  await omar.presses("Take or ask", onPrinter);
  await omar.presses("I'll take it", { in: "channel" });
  await sara.presses("Take or ask", { in: "channel", on: "The door is heavy" });
  await sara.presses("Ask", { in: "channel", Person: "Nina Ny", Date: "2026-12-20" });
  await nina.presses("Not me");
  await nina.presses("Not me", { Reason: "away until May" });
  await nina.presses("Withdraw");
  await omar.writes("my actions");
  await omar.presses("Started");
  await omar.presses("Started", { "Smallest test": "One printer" });
  await omar.presses("Test done");
  await omar.presses("Adopt", { "Did it help?": "cleaned on Sundays", "Minutes a week, per person": "15" });
  await omar.presses("Take or ask", { in: "channel", on: "The door is heavy" });
  await omar.presses("I'll take it", { in: "channel" });
  await sara.writes("board");
  await sara.presses("Close", { in: "channel" });
  await world.person("Eva Ek").presses("I lead this team", { in: "South clinic" });
  await world.person("Eva Ek").writes("idea The label printer jams here too");
  await jonas.writes("pause 2 weeks");
  world.roster.splice(
    world.roster.findIndex(({ name }) => name === "Nina Ny"),
    1,
  );
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.digest);
  await world.addsTeam("Office", ["Kim Ek"]);
  await world.person("Kim Ek").writes("coordinators here", { in: "Office" });
  await sara.sets({ Coordinators: "Office" });
  await sara.writes(`#${numberOf("The door is heavy")}`);
  await sara.presses("Pass on");
  await sara.presses("Pass on", { Reason: "The contract is not ours" });
  await sara.writes(`#${numberOf("The label printer jams")}`);
  await sara.presses("Offer to other teams");
  await sara.presses("Offer to other teams");
  await world.toNews();
  await sara.writes(`thanks #${numberOf("The label printer jams")}`);
  await sara.writes("status");
  world.makeAdmin("Ada Min");
  const ada = world.person("Ada Min");
  await ada.writes("defaults");
  await ada.presses("Save", { "Question: day": "Friday" });
  await ada.presses("Change teams too");
  await ada.presses("Preview: all teams");
  await ada.presses("Change 3 teams");
  await pia.writes("my ideas");
  await pia.writes("#1");
  return { world, ideas: [printer.idea, forms.idea, typed.idea, gone.idea] };
};
