import { expect, test } from "vitest";
import { readLock, shippedIn } from "../scripts/licenses.ts";

test("every package that ships has a licence that may ship, and no install takes a package other than the locked one", async () => {
  const lock = await readLock();
  const { lines, problems } = shippedIn(lock);
  expect(problems).toEqual([]);
  expect(lines).toEqual(expect.arrayContaining(["minisearch 7.2.0 MIT", "escape-regexp-component 1.0.2 MIT"]));
  expect(lines.join()).not.toContain("azurite");

  const more = (path: string, locked: object) => shippedIn({ packages: { ...lock.packages, [path]: locked } }).problems;
  expect(more("node_modules/a/node_modules/@b/c", { version: "1.0.0", license: "GPL-3.0-only", integrity: "sha512-x" })).toEqual([
    "@b/c 1.0.0: GPL-3.0-only is not among the licences that may ship",
  ]);
  expect(more("node_modules/c", { version: "1.0.0", integrity: "sha512-x" })).toEqual([
    "c 1.0.0: no licence is not among the licences that may ship",
  ]);
  expect(more("node_modules/c", { version: "1.0.0", license: "GPL-3.0-only", dev: true })).toEqual([
    "c 1.0.0: package-lock.json has no integrity for it",
  ]);
});
