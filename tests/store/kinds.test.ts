import { beforeAll, describe, expect, test } from "vitest";
import { formIdOf, ideaIdOf } from "../../src/domain/ids.ts";
import { kindOf, rowKinds } from "../../src/store/kinds.ts";
import { decode } from "../../src/store/record.ts";
import { hour } from "../world/moments.ts";
import { expectSay, personId, startWorld, teamId, tenantId, type World } from "../world/world.ts";
import { aMonth, everything, people } from "./month.ts";

/*
 * A month of one team, and then a look at every row it has left behind: each is of a kind that kinds.ts declares, fits its shape to the last column, and
 * names people only in the columns that kinds.ts lists.
 */

let world: World;
let ideas: readonly string[];
let rows: Awaited<ReturnType<typeof everything>>;
beforeAll(async () => {
  ({ world, ideas } = await aMonth());
  rows = await everything(world);
});

describe("what is stored after a month", () => {
  test("is of declared kinds, and of nearly all of them", () => {
    expect(rows.filter(({ kind }) => kind === undefined).map(({ partition, row }) => `${partition} ${row.key}`)).toEqual([]);
    const met = new Set(rows.map(({ kind }) => kind));
    const missing = Object.entries(rowKinds).flatMap(([name, kind]) => (met.has(kind) ? [] : [name]));
    // The pace is free here, nobody moves the clock by hand, installs Gnist in their chat or moves the store, which is not in Azure, a typed message has been
    // forgotten, drafts have been posted, all news is told, and nobody has muted any, written without a trace, posted a review, deleted their data, exported
    // the team, asked for a file or made an address. A process writes its release when it starts.
    expect(missing.sort()).toEqual([
      "address",
      "addressOf",
      "ahead",
      "alive",
      "draft",
      "erased",
      "erasing",
      "exported",
      "file",
      "form",
      "handled",
      "moving",
      "muted",
      "news",
      "pace",
      "release",
      "review",
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
      "copied",
      "copied",
      "copied",
      "ended",
      "mine",
      "on-board",
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
    const world = await startWorld(people.slice(0, 5), seed);
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
