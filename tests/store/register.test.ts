import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { registerPages, registerTable, tableOn } from "../../scripts/register.ts";
import { rowKinds } from "../../src/store/kinds.ts";

/** Where it differs: `npm run register` writes the tables. */
test.each(["en", "sv"] as const)("the tables of all data are those that npm run register writes, in %s", (tongue) => {
  const table = registerTable(tongue);
  const page = readFileSync(join(import.meta.dirname, "../..", registerPages[tongue]), "utf8");
  expect(tableOn(page, table)).toBe(table);
  expect(table.split("\n")).toHaveLength(Object.keys(rowKinds).length + 2);
  // A table that lacks a word of a kind is found.
  expect(tableOn(page.replace("`waiting`", "`waits`"), table)).not.toBe(table);
});
