import { open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";
import { makeFolder } from "./folders.ts";
import { startWriter } from "./writers.ts";

test("a backup made while another process writes has all that was acknowledged before, and is a store where it is copied to", async () => {
  const [from, to] = [await makeFolder(), await makeFolder()];
  const writer = startWriter(from.folder, "w", 10);
  await writer.until(/^done /, 200);
  const storage = await openSqlite(from.folder, { existing: true });
  const file = join(to.folder, "backup.sqlite");
  const before = writer.lines.filter((line) => line.startsWith("done ")).map((line) => `${line.slice("done ".length)}-a`);
  await storage.backupTo(file);
  await writer.kill();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(to.folder)).toEqual(["backup.sqlite"]);

  const restored = join(to.folder, "restored");
  await (await openSqlite(restored)).close();
  await writeFile(join(restored, "gnist.sqlite"), await readFile(file));
  const again = await openSqlite(restored);
  const keys = new Set((await again.rows.list("p", { from: "", to: "~" })).map(({ key }) => key));
  expect(before.filter((key) => !keys.has(key))).toEqual([]);
  expect(await again.rows.commit("p", [{ do: "insert", key: "new", values: {} }])).toBe("done");
  expect((await again.everyJob()).jobs.length).toBeGreaterThan(0);
  await again.close();
  await storage.close();
  await from.remove();
  await to.remove();
});

test("a backup never takes the place of a file that is there, and leaves nothing where it cannot be written", async () => {
  const { folder, remove } = await makeFolder();
  const storage = await openSqlite(folder);
  const file = join(folder, "backup.sqlite");
  await writeFile(file, "mine");
  await expect(storage.backupTo(file)).rejects.toThrow("is there already. Nothing was changed.");
  expect(await readFile(file, "utf8")).toBe("mine");
  await expect(storage.backupTo(join(folder, "nowhere", "backup.sqlite"))).rejects.toThrow(/could not be written.*its folder is there/);
  expect(await storage.check().store).toBe(true);
  await storage.close();
  await remove();
});

test("of two backups to one file at once the first is kept whole, and the other says that the file is there", async () => {
  const { folder, remove } = await makeFolder();
  const storage = await openSqlite(join(folder, "store"));
  await storage.rows.commit("p", [{ do: "insert", key: "k", values: {} }]);
  const file = join(folder, "backup.sqlite");
  const ends = await Promise.allSettled([storage.backupTo(file), storage.backupTo(file)]);
  expect(ends.flatMap((end) => (end.status === "fulfilled" ? [end.value.rows] : []))).toEqual([1]);
  expect(ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []))).toEqual([
    expect.stringContaining("is there already. Nothing was changed."),
  ]);
  expect((await readdir(folder)).sort()).toEqual(["backup.sqlite", "store"]);
  await storage.close();
  await remove();
});

test("a backup of a damaged store names the store and not the folder of the copies, and leaves nothing there", async () => {
  const { folder, remove } = await makeFolder();
  const store = join(folder, "store");
  const filled = await openSqlite(store);
  const rows = Array.from({ length: 100 }, (_, n) => ({ do: "insert", key: `k${n}`, values: { words: "x".repeat(2_000) } }) as const);
  await filled.rows.commit("p", rows);
  await filled.close();
  const damaged = await open(join(store, "gnist.sqlite"), "r+");
  await damaged.write(Buffer.alloc(40_960, 0xa5), 0, 40_960, 81_920);
  await damaged.close();
  const storage = await openSqlite(store);
  await expect(storage.backupTo(join(folder, "backup.sqlite"))).rejects.toThrow(/The store .*gnist\.sqlite is damaged .*latest backup/);
  expect(await readdir(folder)).toEqual(["store"]);
  await storage.close();
  await remove();
});
