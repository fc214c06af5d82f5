import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

/** The table of rooms in docs/architecture.md is the rule: this test reads it there. */
const root = resolve(import.meta.dirname, "..");
const architecture = readFileSync(join(root, "docs/architecture.md"), "utf8");
const table = architecture.slice(architecture.indexOf("| room | may import"));
const rooms = new Map(
  [...table.slice(0, table.indexOf("\n\n")).matchAll(/^\| `([^`]+)` \| (.+?) \| (.+?) \|$/gm)].map(
    ([, room = "", inside = "", packages = ""]) => [
      room,
      {
        rooms: [...inside.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
        everything: inside.includes("everything"),
        packages: [...packages.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
      },
    ],
  ),
);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : entry.name.endsWith(".ts") ? [join(folder, entry.name)] : [],
  );

const files = [...filesIn(join(root, "src")), ...filesIn(join(root, "cards"))];

/** `src/flows/x.ts` is in `flows`, `src/ports.ts` is `ports.ts`, `cards/x.ts` is in `cards`; a file with a row of its own is a room of its own. */
const roomOf = (file: string) => {
  const path = relative(root, file).replace(/^src\//, "");
  return rooms.has(path) ? path : (path.split("/")[0] ?? "");
};

/** Names in backticks of the paragraph that begins with these words. */
const namesAfter = (words: string): readonly string[] => {
  const paragraph = architecture.slice(architecture.indexOf(`\n${words}`)).split("\n\n")[0] ?? "";
  return [...paragraph.matchAll(/`([a-z/]+)`/g)].map(([, name = ""]) => name);
};
const topics = namesAfter("Topics:");
const besides = namesAfter("Folders beside topics:");

/** The folder inside a room that a file lies in: `flows/owning`, or in `language` its topic, `language/owning`. */
const folderOf = (file: string): string | undefined => {
  const [room = "", folder, name] = relative(root, file)
    .replace(/^src\//, "")
    .split("/");
  if (name === undefined || folder === undefined) return undefined;
  return room === "language" ? `language/${name.replace(/\.ts$/, "")}` : `${room}/${folder}`;
};

/** Files that every language has beside those of its topics. */
const ofLanguages = ["language/index", "language/shared", "language/commands", "language/ready-tests"];

const isTopic = (folder: string): boolean =>
  topics.includes(folder.split("/")[1] ?? "") || besides.includes(folder) || ofLanguages.includes(folder);

/** Names that tests of a topic may begin with: its flows, its cards and its rules in the domain. */
const namesIn = (topic: string): readonly string[] => {
  const folders = [`flows/${topic}`, `cards/${topic}`, `domain/${topic}`, ...(topic === "ideas" ? ["domain/idea"] : [])];
  return files.filter((file) => folders.includes(folderOf(file) ?? "")).map((file) => basename(file, ".ts"));
};

/** Whether a test lies outside the folders of topics, or begins with a name of its topic, as `life-races` with `life`. */
const isBeside = (test: string): boolean => {
  const [, topic = "", name = ""] = test.split("/");
  return namesIn(topic).length === 0 || namesIn(topic).some((one) => name === `${one}.test.ts` || name.startsWith(`${one}-`));
};

type Import = { readonly from: string };
const importsOf = (file: string): readonly Import[] =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\s+(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm)].map(
    ([, from, dynamic]) => ({ from: from ?? dynamic ?? "" }),
  );

const packageOf = (from: string) => (from.startsWith("@") ? from.split("/").slice(0, 2).join("/") : from.split("/")[0]);

/** The fault of one import, as a sentence that says what to do; undefined where nothing is. */
const wrongWith = (file: string, { from }: Import): string | undefined => {
  const room = rooms.get(roomOf(file));
  const where = relative(root, file);
  if (!room) return `${where} is in no room of the table in docs/architecture.md: put it in one, or add the room with its rule.`;
  if (from.startsWith("node:") || room.everything) return undefined;
  if (!from.startsWith(".")) {
    const name = packageOf(from) ?? "";
    return room.packages.includes(name)
      ? undefined
      : `${where} imports the package ${name}, which room ${roomOf(file)} may not: move the code to a room that may, or change the table in docs/architecture.md and say why.`;
  }
  const target = roomOf(resolve(dirname(file), from));
  const allowed = [roomOf(file), ...room.rooms];
  return allowed.some((name) => target === name || target.startsWith(`${name}/`))
    ? undefined
    : `${where} imports ${target}, which room ${roomOf(file)} may not: pass it in as an argument, or move the code.`;
};

describe("the house", () => {
  test("every file imports only what its room may", () => {
    expect(rooms.size).toBeGreaterThan(8);
    expect(files.flatMap((file) => importsOf(file).flatMap((one) => wrongWith(file, one) ?? []))).toEqual([]);
  });

  test("the rule catches a forbidden room, package and place", () => {
    expect(wrongWith(join(root, "src/domain/idea/idea.ts"), { from: "../../ports.ts" })).toContain("imports ports.ts");
    expect(wrongWith(join(root, "src/flows/flow.ts"), { from: "botbuilder" })).toContain("botbuilder");
    expect(wrongWith(join(root, "src/utils/text.ts"), { from: "node:path" })).toContain("no room");
  });

  test("folders inside a room have the name of a topic, or one that docs/architecture.md allows", () => {
    expect(topics).toHaveLength(12);
    const strange = new Set(files.flatMap((file) => folderOf(file) ?? []).filter((folder) => !isTopic(folder)));
    expect([...strange]).toEqual([]);
    expect(isTopic("flows/helpers")).toBe(false);
  });

  test("a test in a topic's folder begins with the name of the flow, card or rule that it tests", () => {
    const tests = filesIn(join(root, "tests")).map((file) => relative(root, file));
    expect(tests.filter((file) => file.endsWith(".test.ts") && !isBeside(file))).toEqual([]);
    expect(["tests/overview/status.test.ts", "tests/owning/take-idea.test.ts", "tests/rights/status.test.ts"].map(isBeside)).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("only the rooms that speak with Teams and with the storage account can call another machine", () => {
    const calling = /\bfetch\(|\bWebSocket\b|"node:(?:http2?|https|net|tls|dgram|child_process)"/;
    const packages = /"(?:botbuilder|botframework-connector|@azure\/)/;
    const found = files.filter((file) => calling.test(readFileSync(file, "utf8")) || packages.test(readFileSync(file, "utf8")));
    // `http` answers those who call Gnist. `doctor` is no part of a running Gnist: it is a command of its own, which no other room may import.
    expect([...new Set(found.map(roomOf))].sort()).toEqual(["azure", "doctor", "http", "teams"]);
    expect([...rooms].filter(([, { rooms: inside }]) => inside.includes("doctor"))).toEqual([]);
  });

  test("no file imports itself in a circle, not even for a type", () => {
    const graph = new Map(
      files.map((file) => [file, importsOf(file).flatMap(({ from }) => (from.startsWith(".") ? [resolve(dirname(file), from)] : []))]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].map((one) => relative(root, one)).join(" -> "));
      if (done.has(file) || path.includes(file)) return;
      for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });
});
