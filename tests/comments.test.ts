import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const files = ["src", "cards"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(root, folder, name)),
);

/** The beginnings of comments: of a block, with the stars of its lines, and of a run of lines. */
const beginning = /(?:\/\*+[\s*]*|(?<!\/\/[^\n]*\n\s*)(?<=^\s*)\/\/\s*)((?:Who|What|The same|Whoever|Whatever)\b[^\n]*)/gm;

test("a comment names its thing or its actor first", () => {
  const found = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(beginning)].map(([, comment]) => `${relative(root, file)}: ${comment}`),
  );
  expect(found).toEqual([]);
});
