import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Job } from "../../src/domain/job.ts";
import type { Change } from "../../src/ports.ts";
import { type Database, loadDriver } from "../../src/sqlite/driver.ts";
import { setRowAside } from "../../src/store/aside.ts";
import { rowKinds } from "../../src/store/kinds.ts";
import { BadRow, decode } from "../../src/store/record.ts";
import { openInFolder } from "./folders.ts";

/* A text in the file that something else than Gnist has damaged. */

let store: Awaited<ReturnType<typeof openInFolder>>;
let other: Database;
beforeEach(async () => {
  store = await openInFolder();
  other = loadDriver().open(join(store.folder, "gnist.sqlite"));
});
afterEach(async () => {
  other.close();
  await store.stop();
});

const minute = 60_000;
const welcome: Job = { job: "welcome-team", team: "t1" };
const insert = (key: string, partition = "p") =>
  store.storage.rows.commit(partition, [{ do: "insert", key, values: { v: 1, words: "Blåbær" } }]);
/** Damages all rows of which the key ends so. */
const damage = (end: string, text: string) => other.prepare("update rows set row = ? where place like ?").run(text, `%${end}`);

test.each([
  ["half of JSON", '{"v":1,"words":"Bl'],
  ["nothing", ""],
  ["JSON that is no row", "null"],
  ["a list", '["Blåbær"]'],
])("a row whose text is %s is read as one that fits no kind, its neighbours as they are", async (_name, text) => {
  const { rows, everyRow } = store.storage;
  for (const key of ["a", "b"]) await insert(key);
  damage("b", text);
  const damaged = { key: "b", values: { unread: text } };
  expect(await rows.get("p", "b")).toMatchObject(damaged);
  expect(await rows.list("p", { from: "", to: "~" })).toMatchObject([{ key: "a", values: { words: "Blåbær" } }, damaged]);
  expect(await everyRow(10)).toMatchObject([{ key: "a" }, damaged]);
  const row = await rows.get("p", "b");
  expect(() => row && decode(rowKinds.idea, "p", row)).toThrow(BadRow);
});

test("a damaged row is set aside with all of its text, however long that is", async () => {
  const { rows } = store.storage;
  await insert("b");
  const text = `{"v":1,${"🫐x".repeat(60_000)}`;
  damage("b", text);
  const row = await rows.get("p", "b");
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  if (row) await setRowAside({ rows, log }, { partition: "p", row, kind: rowKinds.idea, why: "of no version" });
  expect(await rows.get("p", "b")).toBeUndefined();
  const kept = Object.entries((await rows.get("p", "aside|b"))?.values ?? {}).filter(([name]) => name.startsWith("unread"));
  expect(kept.map(([, piece]) => piece).join("")).toBe(text);
});

test("a merge into a damaged row is answered as one into a changed row, and leaves it and the writes of others alone", async () => {
  const { rows } = store.storage;
  for (const key of ["a", "b", "c"]) await insert(key);
  const tag = (await rows.get("p", "a"))?.tag ?? "";
  damage("a", "{");
  damage("b", "[1]");
  const merge = (key: string, more = {}): Change => ({ do: "merge", key, values: { words: "new" }, ...more });
  const ends = await Promise.all([
    rows.commit("p", [merge("a")]),
    rows.commit("p", [merge("a", { tag })]),
    rows.commit("p", [merge("c"), merge("b")]),
    insert("d", "another"),
    rows.commit("p", [merge("nowhere")]),
  ]);
  expect(ends).toEqual(["changed", "changed", "changed", "done", "missing"]);
  expect(await rows.list("p", { from: "", to: "~" })).toMatchObject([
    { key: "a", tag, values: { unread: "{" } },
    { key: "b", values: { unread: "[1]" } },
    { key: "c", values: { words: "Blåbær" } },
  ]);
  expect(await rows.get("another", "d")).toBeDefined();
});

test("a damaged job is set aside, and those beside it are taken", async () => {
  const { jobs, everyJob } = store.storage;
  for (const team of ["t1", "t2"]) await jobs.put({ ...welcome, team });
  const text = `{"job":"welcome-team","te${"x".repeat(60_000)}`;
  other.prepare("update jobs set job = ? where job like '%t1%'").run(text);
  const kept = text.slice(0, 8_000);
  expect((await everyJob()).jobs.map(({ job }) => job)).toEqual(expect.arrayContaining([kept, { ...welcome, team: "t2" }]));
  expect(await jobs.take("people", 32, minute)).toMatchObject([{ job: { ...welcome, team: "t2" } }]);
  expect(await jobs.poisoned()).toEqual([{ reason: "not a job: not JSON", tries: 1, job: kept }]);
  expect((await everyJob()).jobs).toHaveLength(2);
});
