import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";
import { startProxy } from "../azure/proxy.ts";
import { seeded } from "../world/chance.ts";
import { run, start } from "./commands.ts";
import { awkwardRows, openWorld, putRows, rowsOf, someJobs, using, type World } from "./stores.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.stop());

test("move-store says what is wrong with its words and settings, and moves nothing", async () => {
  const both = { GNIST_DATA_DIR: world.folder, AZURE_STORAGE_CONNECTION_STRING: world.connectionString };
  const inUse = await openSqlite(world.folder);
  const nowhere = join(world.folder, "nowhere");
  const ends = await Promise.all([
    run("move-store", ["to-the-moon"], both),
    run("move-store", ["to-file"], {}),
    run("move-store", ["to-azure"], both),
    run("move-store", ["to-azure"], { ...both, GNIST_DATA_DIR: nowhere }),
  ]);
  await inUse.close();
  expect(ends.map(({ code, out }) => [code, out])).toEqual(ends.map(() => [1, ""]));
  expect(ends.map(({ err }) => err)).toEqual([
    expect.stringMatching(/^Say where everything goes: .*Given was "to-the-moon"\.\n$/),
    expect.stringMatching(
      /both stores must be named. To mend:\n {2}- GNIST_DATA_DIR is not set: .*\n {2}- No Azure storage account is set: .*\n$/,
    ),
    expect.stringMatching(
      /^Not moved\. The store .*gnist\.sqlite is in use by another process\. To resolve, stop every Gnist that uses it/,
    ),
    expect.stringMatching(/^Not moved\. There is no store in .*nowhere/),
  ]);
  expect(await readdir(world.folder)).not.toContain("nowhere");
}, 60_000);

test("move-store killed with -9 at moments of its copying and run again, ends exactly", async () => {
  const random = seeded(11);
  // This process never opens that file: the package for older Nodes would keep it open for a while.
  const folder = join(world.folder, "used");
  await mkdir(folder);
  const file = await openSqlite(world.folder);
  await putRows(file, awkwardRows(random, 400));
  await file.putJobs(someJobs(5));
  const all = await rowsOf(file);
  await file.backupTo(join(folder, "gnist.sqlite"));
  await file.close();
  const proxy = await startProxy(world.connectionString);
  const env = { GNIST_DATA_DIR: folder, AZURE_STORAGE_CONNECTION_STRING: proxy.connectionString };
  for (const calls of [random.between(15, 40), random.between(40, 80)]) {
    const before = proxy.calls;
    const { child, ended } = start("move-store", ["to-azure"], env);
    const kill = setInterval(() => proxy.calls - before >= calls && child.kill("SIGKILL"), 1);
    expect(await ended).toMatchObject({ code: "SIGKILL", out: expect.not.stringContaining("Done.") });
    clearInterval(kill);
  }
  const { code, out, err } = await run("move-store", ["to-azure"], env);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(
    /^A move that was begun before goes on\.\n(.*\n)*Done\. The Azure account gnist holds everything: 401 rows .* and 10 jobs\.\nNow name the Azure storage account alone/,
  );
  expect(await using(world, "azure", rowsOf)).toEqual(all);
  expect(await using(world, "azure", (azure) => azure.countJobs())).toEqual({ people: 7, rounds: 1, poison: 2 });
  proxy.stop();
}, 60_000);
