import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, test, vi } from "vitest";
import { exportColumns } from "../../src/domain/records/export.ts";
import { fileDoor } from "../../src/entry/files.ts";
import { readActs } from "../../src/store/act.ts";
import { putDefaults } from "../../src/store/defaults.ts";
import { readExports } from "../../src/store/exported.ts";
import { putIdea, readIdeas } from "../../src/store/idea.ts";
import { teamPartition } from "../../src/store/team.ts";
import { tenantPartition } from "../../src/store/tenant.ts";
import { readCsv, textOfCell } from "../files/read-csv.ts";
import { forget } from "../http/door.ts";
import { nextRound, thisRound } from "../world/moments.ts";
import { viewOf } from "../world/people.ts";
import { aTeam, personId, teamId, tenantId, type World } from "../world/world.ts";
import { asks, buttonOf, openPages, takes } from "./links.ts";

afterEach(forget);

type Files = Readonly<Record<string, string>>;

const unzipped = async (response: Response): Promise<Files> => {
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
};

/** A table of the zip, from its CSV. */
const tableOf = (files: Files, name: string): readonly Readonly<Record<string, string>>[] => {
  const [columns = [], ...rows] = readCsv(files[`${name}.csv`] ?? "");
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, textOfCell(row[at] ?? "")])));
};

/** A table of the zip, from its JSON, with texts alone, as the CSV has them. */
const jsonOf = (files: Files, name: string) =>
  (JSON.parse(files[`${name}.json`] ?? "") as readonly Readonly<Record<string, string | number>>[]).map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, String(cell)])),
  );

const filled = (row: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ""));

/** Acts that admins read of exports. */
const exportActs = async ({ ports }: World) =>
  (await readActs(ports.rows, tenantId, 20)).filter(({ did }) => did === "exported" || did === "measures-exported");

/** A team in which things have happened: two ideas shown, one owned, one held back, one new, one named, one withdrawn. */
const start = async () => {
  const team = await aTeam();
  const { world, sara, omar, pia, jonas } = team;
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await pia.presses("Add details");
  await pia.answers("Two lists of keys", { "Show my name": "true" });
  await jonas.answers('=HYPERLINK("http://x") is what I type all day');
  await world.moveTo(thisRound.digest);
  await jonas.presses("I'll take it", { in: "channel", on: "The printer is slow" }).catch(() => jonas.writes("take #1"));
  await world.moveTo(nextRound.question);
  await omar.answers("Nobody has seen this line yet");
  await pia.answers("This one is held back");
  await jonas.answers("This one is taken back");
  await jonas.presses("Withdraw");
  await sara.writes("draft");
  await sara.changes("This one is held back", "Hold back", { Reason: "It names a ward" }).catch(() => undefined);
  await openPages(world);
  return team;
};

const exportOf = async (team: Awaited<ReturnType<typeof start>>) => unzipped(await takes(await asks(team.sara)));

describe("the record of a team", () => {
  test("holds what was posted apart from what is only written, each cell as people did it", async () => {
    const team = await start();
    const files = await exportOf(team);
    const posted = tableOf(files, "posted/ideas");
    const titles = posted.map(({ title }) => title).sort();
    expect(titles).toEqual(['=HYPERLINK("http://x") is what I type all day', "The printer is slow", "Two lists of keys"]);
    const printer = posted.find(({ title }) => title === "The printer is slow");
    expect(printer).toMatchObject({ author: "", voices: "1", shown: new Date(thisRound.digest).toISOString().slice(0, 10) });
    expect(posted.find(({ title }) => title === "Two lists of keys")).toMatchObject({ author: "Pia Holm" });
    const written = tableOf(files, "written/ideas").map(filled);
    expect(written).toHaveLength(2);
    expect(written).toContainEqual({ title: "Nobody has seen this line yet", stage: "new" });
    expect(written).toContainEqual(expect.objectContaining({ title: "This one is held back" }));
    expect(Object.values(files).join("\n")).not.toContain("This one is taken back");
    for (const name of ["posted/ideas", "posted/steps", "posted/measures", "written/ideas"])
      expect([name, jsonOf(files, name)]).toEqual([name, tableOf(files, name).map(filled)]);
  });

  test("has checksums that are right, and a read-me that names every file and column", async () => {
    const team = await start();
    const response = await takes(await asks(team.sara));
    const bytes = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const lines = strFromU8(bytes["checksums.txt"] ?? new Uint8Array())
      .trimEnd()
      .split("\n");
    expect(lines.map((line) => line.split("  ")[1]).sort()).toEqual(
      Object.keys(bytes)
        .filter((name) => name !== "checksums.txt")
        .sort(),
    );
    for (const line of lines) {
      const [sum, name = ""] = line.split("  ");
      expect([name, sum]).toEqual([
        name,
        createHash("sha256")
          .update(bytes[name] ?? "")
          .digest("hex"),
      ]);
    }
    const readMe = strFromU8(bytes["README.txt"] ?? new Uint8Array());
    expect([...(bytes["README.txt"] ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    for (const column of [...exportColumns.ideas, ...exportColumns.steps, ...exportColumns.measures, ...exportColumns.written])
      expect(readMe).toContain(`    ${column}: `);
    expect(readMe).toContain("24 months");
    expect(readMe).toContain("nobody has chosen another time");
  });

  test("says who decided how long things are kept", async () => {
    const team = await start();
    await team.sara.sets({ "How long ideas are kept": "12 months" });
    const files = await exportOf(team);
    expect(files["README.txt"]).toContain("12 months");
    expect(files["README.txt"]).toContain("a team lead");
    const { rows } = team.world.ports;
    await rows.commit(tenantPartition(tenantId), [putDefaults({ settings: { monthsKept: 6 } }, undefined)]);
    const limited = await exportOf(team);
    expect(limited["README.txt"]).toContain("6 months");
    expect(limited["README.txt"]).toContain("chosen by an admin");
  });

  test("does not say that nobody chose where the note of the choice is older than the team keeps notes", async () => {
    const team = await start();
    const { world } = team;
    await team.sara.sets({ "How long ideas are kept": "12 months" });
    const { rows } = world.ports;
    const [note] = await rows.list(teamPartition(teamId), { from: "audit|", to: "audit}" });
    await rows.commit(teamPartition(teamId), [{ do: "delete", key: note?.key ?? "" }]);
    const readMe = (await exportOf(team))["README.txt"];
    expect(readMe).toContain("kept no longer");
    expect(readMe).not.toContain("nobody has chosen");
  });

  test("holds each post as it stood, without an id of anybody or anything", async () => {
    const team = await start();
    const files = await exportOf(team);
    const posts = JSON.parse(files["posted/posts.json"] ?? "") as readonly { kind: string; text: string; version: number }[];
    expect(posts.length).toBeGreaterThan(0);
    expect(posts.at(-1)).toMatchObject({ kind: "digest", version: 1, text: expect.stringContaining("The printer is slow") });
    expect(Object.keys(files).filter((name) => name.startsWith("posted/posts/")).length).toBeGreaterThan(0);
    const whole = Object.values(files).join("\n");
    const ids = (await readIdeas(team.world.ports.rows, teamId)).map(({ idea }) => idea.id);
    for (const id of [...ids, ...["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg"].map(personId), teamId, tenantId])
      expect(whole).not.toContain(id);
    expect(whole).not.toContain("Omar Haddad");
  });

  test("tells of a written idea neither when nor in which order it came, and no hour of anything", async () => {
    const team = await start();
    const files = await exportOf(team);
    expect(Object.keys(tableOf(files, "written/ideas")[0] ?? {})).toEqual([...exportColumns.written]);
    for (const [name, text] of Object.entries(files))
      if (name.endsWith(".json") || name.endsWith(".csv")) expect([name, /\d{4}-\d\d-\d\dT|\d{13}/.test(text)]).toEqual([name, false]);
    const order = (await readIdeas(team.world.ports.rows, teamId)).map(({ idea }) => idea.id);
    expect(order).toEqual(order.toSorted());
  });

  test("counts as exported once the whole file was taken", async () => {
    const { world, sara } = await start();
    const link = await asks(sara);
    expect(await readExports(world.ports.rows, teamId)).toEqual([]);
    await (await takes(link)).arrayBuffer();
    await vi.waitFor(async () => expect(await readExports(world.ports.rows, teamId)).toHaveLength(1));
    expect(await exportActs(world)).toEqual([
      { at: expect.any(Number), who: personId(sara.name), role: "lead", did: "exported", team: teamId },
    ]);
  });

  test("is told to an admin in *Who did what*", async () => {
    const team = await start();
    const { world, sara } = team;
    await (await takes(await asks(sara))).arrayBuffer();
    await vi.waitFor(async () => expect(await readExports(world.ports.rows, teamId)).toHaveLength(1));
    await world.settle();
    world.makeAdmin(sara.name);
    await sara.writes("defaults");
    const said = await sara.presses("Who did what");
    expect(JSON.stringify(viewOf(said, "en").card)).toContain("Took the record of the team.");
  });

  test("is not told while only its page was looked at", async () => {
    const { world, sara } = await start();
    const button = await buttonOf(await asks(sara));
    await fetch(button, { method: "HEAD" });
    expect(await exportActs(world)).toEqual([]);
  });

  test("counts as no export where its reader went away in the middle, and is told to admins all the same: they have read most of it", async () => {
    const team = await start();
    const { world, sara } = team;
    const token = (await asks(sara)).split("/").at(-1) ?? "";
    const made = await fileDoor(world.ports).take(token);
    for await (const _piece of made?.bytes ?? []) break;
    expect(await readExports(world.ports.rows, teamId)).toEqual([]);
    expect(await exportActs(world)).toHaveLength(1);
    expect(await fileDoor(world.ports).name(token)).toMatch(/\.zip$/);
  });
});

test("breaks off where a row cannot be read, which is set aside, so that the next try has all the others", async () => {
  const { world, sara } = await start();
  world.expectTrouble();
  const [stored] = await readIdeas(world.ports.rows, teamId);
  const key = `idea|${stored?.idea.id}`;
  await world.ports.rows.commit(teamPartition(teamId), [{ do: "merge", key, values: { stage: "a later one" } }]);
  const token = (await asks(sara)).split("/").at(-1) ?? "";
  const whole = async () => {
    const read: Uint8Array[] = [];
    for await (const piece of (await fileDoor(world.ports).take(token))?.bytes ?? []) read.push(piece);
    return Object.keys(unzipSync(new Uint8Array(Buffer.concat(read))));
  };
  await expect(whole()).rejects.toThrow();
  expect(await whole()).toContain("posted/ideas.csv");
});

test("10,000 ideas are read in pages, and never more than some pieces are in memory", async () => {
  const { world, sara } = await start();
  const { rows } = world.ports;
  const [stored] = (await readIdeas(rows, teamId)).filter(({ idea }) => idea.digest !== undefined);
  if (!stored) throw new Error("no idea");
  for (let from = 0; from < 10_000; from += 100)
    await rows.commit(
      teamPartition(teamId),
      Array.from({ length: 100 }, (_, at) => {
        const id = createHash("sha256")
          .update(String(from + at))
          .digest("base64url")
          .slice(0, 22);
        const [change] = putIdea({ ...stored.idea, id, number: 100 + from + at }, { tag: "", place: "idea" });
        return change?.do === "put"
          ? ({ do: "insert", key: change.key, values: change.values } as const)
          : ({ do: "delete", key: "" } as const);
      }),
    );
  const token = (await asks(sara)).split("/").at(-1) ?? "";
  world.calls.length = 0;
  const made = await fileDoor(world.ports).take(token);
  let largest = 0;
  const pieces: Uint8Array[] = [];
  for await (const piece of made?.bytes ?? []) {
    largest = Math.max(largest, piece.length);
    pieces.push(piece);
  }
  expect(largest).toBeLessThan(256 * 1024);
  expect(Math.max(...world.calls.filter(({ name }) => name === "list").map(({ rows: read }) => read))).toBeLessThanOrEqual(1_000);
  const files = unzipSync(new Uint8Array(Buffer.concat(pieces)));
  expect(readCsv(strFromU8(files["posted/ideas.csv"] ?? new Uint8Array()))).toHaveLength(10_000 + 3 + 1);
}, 60_000);
