import { chmod, copyFile, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";
import { putMarker } from "../../src/store/moving.ts";
import { makeFolder } from "../sqlite/folders.ts";
import { compare, startWriter } from "../sqlite/writers.ts";
import { run } from "./commands.ts";

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await makeFolder());
});
afterEach(() => remove());

test("a backup has all that a process had acknowledged that writes meanwhile, no half of a transaction, and is restored by copying it", async () => {
  const writer = startWriter(folder, "w", 10);
  onTestFinished(writer.kill);
  await writer.until(/^done /, 200);
  const acknowledged = [...writer.lines];
  const target = join(folder, "copies");
  await mkdir(target);
  const file = join(target, "monday.sqlite");
  const { code, out, err } = await run("backup", [file], { GNIST_DATA_DIR: folder });
  await writer.until(/^done /);
  await writer.kill();
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(
    /monday\.sqlite is a backup of .* and was checked: [\d,]+ rows, [\d,]+ jobs, [\d,]+ KiB, \d+\.\d s\. To restore it, stop Gnist/,
  );
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(target)).toEqual(["monday.sqlite"]);

  const restored = join(folder, "restored");
  await mkdir(restored);
  await copyFile(file, join(restored, "gnist.sqlite"));
  await chmod(join(restored, "gnist.sqlite"), 0o644);
  const { lost, halves, acknowledged: counted } = await compare(restored, acknowledged);
  expect([lost, halves]).toEqual([[], []]);
  expect(counted).toBeGreaterThan(200);
  // It is a store from now on, for its owner alone.
  expect((await stat(join(restored, "gnist.sqlite"))).mode & 0o777).toBe(0o600);
}, 60_000);

test("backup says what is wrong, and writes nothing", async () => {
  await (await openSqlite(folder)).close();
  const env = { GNIST_DATA_DIR: folder };
  const there = join(folder, "there.sqlite");
  await writeFile(there, "mine");
  const left = await openSqlite(join(folder, "left"));
  await putMarker(left.rows, { state: "left", way: "to-azure", move: "m", other: "the Azure account gnist", at: 0 });
  await left.close();
  const ends = await Promise.all([
    run("backup", [], env),
    run("backup", ["--help"], env),
    run("backup", [there], env),
    run("backup", [join(folder, "nowhere", "new.sqlite")], env),
    run("backup", [join(folder, "new.sqlite")], { AZURE_STORAGE_ACCOUNT: "gnist" }),
    run("backup", [join(folder, "new.sqlite")], { GNIST_DATA_DIR: join(folder, "nowhere") }),
    // A timer that goes on after a move would else make copies every night, of nothing new.
    run("backup", [join(folder, "new.sqlite")], { GNIST_DATA_DIR: join(folder, "left") }),
  ]);
  expect(ends.map(({ code, out }) => [code, out])).toEqual(ends.map(() => [1, ""]));
  expect(ends.map(({ err }) => err)).toEqual([
    ...Array(2).fill(expect.stringContaining('Say where the backup goes, as one file that is not there yet: "npm run backup -- FILE".')),
    expect.stringMatching(/^Nothing was backed up\. The file .*there\.sqlite is there already\..*name a file that is not there/),
    expect.stringMatching(/^Nothing was backed up\. The backup .* could not be written: .*To resolve, see that its folder is there/),
    expect.stringMatching(/^Nothing was backed up: the store is an Azure storage account.*For a copy in a file/),
    expect.stringMatching(/^Nothing was backed up\. There is no store in .*nowhere/),
    expect.stringMatching(/^Nothing was backed up\. The store was moved to the Azure account gnist at /),
  ]);
  expect(await readFile(there, "utf8")).toBe("mine");
  expect((await readdir(folder)).filter((name) => !name.startsWith("gnist.sqlite"))).toEqual(["left", "there.sqlite"]);
}, 60_000);
