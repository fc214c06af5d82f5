import { beforeAll, describe, expect, test } from "vitest";
import { formIdOf, ideaIdOf } from "../../src/domain/ids.ts";
import { kindOf, rowKinds } from "../../src/store/kinds.ts";
import { decode } from "../../src/store/record.ts";
import { hour, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { everyRow } from "../world/rows.ts";
import { expectSay, personId, startWorld, teamId, tenantId, type World } from "../world/world.ts";

/*
 * A month of one team, and then a look at every row it has left behind: each is of a kind that kinds.ts declares, fits its shape to the last column, and
 * names people only in the columns that kinds.ts lists.
 */

const names = ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg", "Nina Ny"];

const everything = async (world: World) =>
  (await everyRow(world)).map(({ partition, row }) => ({ partition, row, kind: kindOf(partition, row.key) }));

const aMonth = async () => {
  const world = await startWorld(names);
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

let world: World;
let ideas: readonly string[];
let rows: Awaited<ReturnType<typeof everything>>;
beforeAll(async () => {
  ({ world, ideas } = await aMonth());
  rows = await everything(world);
});

const people = [...names, "Gudrun Guest", "Eva Ek", "Kim Ek", "Ada Min"];

describe("what is stored after a month", () => {
  test("is of declared kinds, and of nearly all of them", () => {
    expect(rows.filter(({ kind }) => kind === undefined).map(({ partition, row }) => `${partition} ${row.key}`)).toEqual([]);
    const met = new Set(rows.map(({ kind }) => kind));
    const missing = Object.entries(rowKinds).flatMap(([name, kind]) => (met.has(kind) ? [] : [name]));
    // The pace is free here, nobody moves the clock by hand, installs Gnist in their chat or moves the store, which is not in Azure, a typed message has been
    // forgotten, drafts have been posted, all news is told, and nobody has muted any, and nobody writes without a trace.
    expect(missing.sort()).toEqual([
      "ahead",
      "alive",
      "draft",
      "form",
      "handled",
      "moving",
      "muted",
      "news",
      "pace",
      "typed",
      "waiting",
      "welcomed",
    ]);
  });

  test("fits its kind to the last column", () => {
    for (const { partition, row, kind } of rows) {
      if (!kind) continue;
      decode(kind, partition, row);
      const declared = new Set([...Object.keys(kind.shape.shape), "v"]);
      expect(Object.keys(row.values).filter((name) => !declared.has(name))).toEqual([]);
    }
  });

  test("names people only where the page of kinds says", () => {
    for (const { row, kind, partition } of rows) {
      if (!kind) continue;
      const pattern = `${kind.partition}|${kind.key}`.split("|");
      const stands = `${partition}|${row.key}`.split("|");
      for (const name of people) {
        const id = personId(name);
        const inKey = stands.flatMap((part, at) => (part.includes(id) ? [pattern[at] ?? "…"] : []));
        const inColumns = Object.entries(row.values).flatMap(([column, value]) => (String(value).includes(id) ? [column] : []));
        const allowed = new Set([...kind.names, ...(kind.partition.endsWith("PERSON") ? ["PERSON"] : [])]);
        expect([...inKey, ...inColumns].filter((where) => !allowed.has(where))).toEqual([]);
      }
    }
  });

  test("holds no secret of a form, nor any name that joins a question with the idea that answered it", () => {
    const secrets = world.posted.flatMap(({ message }) => ("secret" in message && message.secret ? [message.secret] : []));
    expect(secrets.length).toBeGreaterThan(8);
    const stored = JSON.stringify(rows.map(({ partition, row }) => [partition, row]));
    for (const secret of secrets) expect(stored).not.toContain(secret);
    const asked = rows.filter(({ kind }) => kind === rowKinds.asked);
    expect(asked.some(({ row }) => secrets.some((secret) => row.values.form === formIdOf(secret)))).toBe(true);
    expect(ideas.filter((id) => secrets.some((secret) => id === ideaIdOf(secret)))).toHaveLength(2);
    for (const id of ideas) expect(JSON.stringify(asked)).not.toContain(id);
  });

  test("holds an ended idea outside the lists, with its voices, its steps and its number", async () => {
    const [printer = ""] = ideas;
    const keys = rows.flatMap(({ row }) => (row.key.includes(printer) ? [row.key.split("|")[0] ?? ""] : []));
    expect(keys.filter((key) => !["send", "said", "bundle"].includes(key)).sort()).toEqual([
      "ended",
      "mine",
      "shown",
      "shown",
      "spread",
      "step",
      "step",
      "step",
      "step",
      "thanked",
      "thanks",
      "voice",
      "voice",
    ]);
    const number = rows.find(({ kind, row }) => kind === rowKinds.number && row.values.idea === printer)?.row.key.split("|")[1];
    expect(expectSay(await world.person("Pia Holm").writes(`#${number}`), "idea-story").idea).toMatchObject({
      stage: "adopted",
      voices: 2,
    });
  });
});

test("no line of the log names a person, an idea or a form, quotes a text, or says one thing under a name that every line has", () => {
  const lines = world.logged.map((line) => JSON.stringify(line));
  expect(lines.length).toBeGreaterThan(20);
  const secrets = world.posted.flatMap(({ message }) => ("secret" in message && message.secret ? [message.secret] : []));
  const forbidden = [...people, ...people.map(personId), ...ideas, ...secrets, "printer", "colleague", "Sundays", "away until"];
  for (const line of lines) for (const one of forbidden) expect(line).not.toContain(one);
  for (const { facts } of world.logged) expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(["event"]));
});

describe("a typed idea", () => {
  const type = async (seed: number) => {
    const world = await startWorld(names, seed);
    await world.added();
    const { idea } = expectSay(await world.person("Pia Holm").writes("idea The door is heavy"), "receipt");
    return { world, idea };
  };

  test("has an id that follows from nothing that anybody knows: the same person, words and moment give another", async () => {
    expect((await type(1)).idea).not.toBe((await type(2)).idea);
  });

  test("is remembered by its message for a day, so that Teams may deliver it again, and no longer", async () => {
    const { world, idea } = await type(1);
    const partition = `person|${world.person("Pia Holm").id}`;
    const remembered = async () =>
      (await world.ports.rows.list(partition, { from: "typed|", to: "typed}" })).map(({ values }) => values.idea);
    expect(await remembered()).toEqual([idea]);
    await world.moveTo(world.now() + 23 * hour);
    expect(await remembered()).toEqual([idea]);
    await world.moveTo(world.now() + 2 * hour);
    expect(await remembered()).toEqual([]);
  });
});

test("kindOf knows a row by its partition and its key, and none that was set aside", () => {
  expect(kindOf(`team|${teamId}`, "idea|x")).toBe(rowKinds.idea);
  expect(kindOf(`tenant|${tenantId}`, "team|x")).toBe(rowKinds.teamOfTenant);
  expect(kindOf("person|x", "team|x")).toBe(rowKinds.teamOfPerson);
  expect(kindOf(`team|${teamId}`, "aside|idea|x")).toBeUndefined();
  expect(kindOf("nowhere", "idea|x")).toBeUndefined();
});
