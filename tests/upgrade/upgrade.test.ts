import { once } from "node:events";
import { readdirSync } from "node:fs";
import { copyFile, readFile, stat } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join, resolve } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { readConfig } from "../../src/config.ts";
import { release } from "../../src/domain/release.ts";
import { startGnist } from "../../src/gnist.ts";
import type { PlacedRow, Storage } from "../../src/ports.ts";
import { fileName } from "../../src/sqlite/folder.ts";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";
import { markRelease } from "../../src/store/form.ts";
import { kindOf, rowKinds } from "../../src/store/kinds.ts";
import { decode } from "../../src/store/record.ts";
import { makeFolder, openInFolder } from "../sqlite/folders.ts";
import { startInstance } from "../week/gnist-process.ts";
import { expectSay } from "../world/world.ts";
import { filesOf, goOn, readKept } from "./kept.ts";
import { laterSays, marks, useLater } from "./later.ts";

/*
 * Each release keeps a store of its own in this folder (`npm run keep-store`): this Gnist goes on with all of them.
 */

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const releases = readdirSync(import.meta.dirname).flatMap((name) => /^(.+)\.sqlite$/.exec(name)?.slice(1) ?? []);

/** A copy of a release's store, restored as an operator restores a backup. */
const restored = async (of: string) => {
  const { folder, remove } = await makeFolder();
  await copyFile(filesOf(of).store, join(folder, fileName));
  return { folder, remove };
};

const everyRowOf = async ({ everyRow }: Pick<Storage, "everyRow">): Promise<readonly PlacedRow[]> => {
  const rows: PlacedRow[] = [];
  for (let page = await everyRow(1_000); page.length > 0; page = await everyRow(1_000, page.at(-1))) rows.push(...page);
  return rows;
};

test("this release has kept its store, a small one, and stands in the changelog as package.json has it", async () => {
  const root = resolve(import.meta.dirname, "../..");
  const read = (name: string) => readFile(join(root, name), "utf8");
  expect(JSON.parse(await read("package.json"))).toMatchObject({ version: release });
  expect(/^## \[([^\]]+)\]/m.exec(await read("CHANGELOG.md"))?.[1]).toBe(release);
  expect(releases).toContain(release);
  for (const one of releases) expect((await stat(filesOf(one).store)).size).toBeLessThan(300_000);
});

describe.each(releases)("the store of release %s", (of) => {
  test("holds rows of nearly every kind, jobs in the queue, and nothing that this Gnist cannot read", async () => {
    const { folder, remove } = await restored(of);
    const storage = await openSqlite(folder);
    const rows = await everyRowOf(storage);
    const kinds = new Set<unknown>();
    for (const { partition, key, values } of rows) {
      const kind = kindOf(partition, key);
      kinds.add(kind);
      expect(kind, `${partition.split("|")[0]} ${key.split("|")[0]}`).toBeDefined();
      if (kind) decode(kind, partition, { key, values, tag: "" });
    }
    expect(rows.length).toBeGreaterThan(200);
    expect(kinds.size).toBeGreaterThan(Object.keys(rowKinds).length * 0.6);
    for (const kind of [rowKinds.waiting, rowKinds.board, rowKinds.posted, rowKinds.due]) expect(kinds).toContain(kind);
    expect((await storage.countJobs()).people).toBeGreaterThan(0);
    await storage.close();
    await remove();
  });

  test("goes on: its cards answer, people read what was theirs, and the round ends and the next one begins without a row set aside", async () => {
    const { folder, remove } = await restored(of);
    const storage = await openSqlite(folder);
    const kept = readKept(of);
    const world = await goOn(storage, kept);
    const says = [];
    for (const { by, in: where, data } of kept.presses) says.push((await world.person(by).sendsByHand(data, { in: where })).say);
    expect(says).toEqual(kept.presses.map((one) => one.says));
    const mine = expectSay(await world.person("Omar Haddad").writes("my ideas"), "my-ideas").ideas;
    expect(mine.map(({ idea }) => idea.title)).toContain("The stairs are dark");
    expect((await world.person("Sara Lind").writes("settings")).say).toBe("settings");
    expect((await world.person("Sara Lind").writes("status")).say).toBe("team-status");

    await world.moveTo(kept.digest);
    expect(
      world
        .inTeam("digest")
        .at(-1)
        ?.digest.top.map(({ title }) => title),
    ).toEqual(expect.arrayContaining(["Nobody orders gloves", "The lamp flickers"]));
    await world.moveTo(kept.question);
    for (const name of ["Sara Lind", "Omar Haddad", "Pia Holm"])
      expect(world.person(name).got("idea-form").length, name).toBeGreaterThan(0);
    expect(world.logged.filter(({ level, event }) => level === "error" || event === "job-not-read")).toEqual([]);
    expect((await everyRowOf(storage)).filter(({ key }) => key.startsWith("aside|"))).toEqual([]);
    expect(await storage.jobs.poisoned()).toEqual([]);
    await storage.close();
    await remove();
  });

  test("is one on which a process starts, answers an old card by HTTP, and ends", async () => {
    const { folder, remove } = await restored(of);
    const gnist = await startInstance({ GNIST_DATA_DIR: folder });
    const { by, data } = readKept(of).presses.find(({ says }) => says === "idea-form") ?? { by: "", data: {} };
    const answer = await fetch(gnist.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        type: "invoke",
        name: "adaptiveCard/action",
        channelId: "msteams",
        serviceUrl: "http://127.0.0.1:9/",
        id: "1",
        locale: "en-GB",
        from: { id: `29:${by}`, name: by, aadObjectId: `entra-${by}` },
        recipient: { id: "28:gnist", name: "Gnist" },
        conversation: { id: `a:${by}`, conversationType: "personal", tenantId: "11111111-1111-4111-8111-111111111111" },
        channelData: { tenant: { id: "11111111-1111-4111-8111-111111111111" } },
        value: { action: { type: "Action.Execute", data } },
      }),
    });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("The rota is unfair")]);
    expect(await gnist.stop()).toBe(0);
    expect(gnist.lines.filter((written) => written.includes("row-set-aside"))).toEqual([]);
    await remove();
  });
});

test("a Gnist marks an empty file with its form, and starts on no file that a later release has marked, which stays as it was", async () => {
  const { storage, folder, stop } = await openInFolder();
  const read = readConfig({ PORT: "0", GNIST_DATA_DIR: folder });
  if ("problems" in read) throw new Error(read.problems.join(" "));
  await (await startGnist(read.config, log)).stop();
  expect(await storage.everyRow(10)).toEqual(marks);
  await useLater(storage);
  const before = await storage.everyRow(10);
  await expect(startGnist(read.config, log)).rejects.toThrow(laterSays);
  expect(await storage.everyRow(10)).toEqual(before);
  await stop();
});

test("a Gnist that does not start, because a package is missing, leaves the store to the release before", async () => {
  const { storage, folder, stop } = await openInFolder();
  const read = readConfig({ PORT: "0", GNIST_DATA_DIR: folder });
  if ("problems" in read) throw new Error(read.problems.join(" "));
  vi.doMock("../../src/http/open-door.ts", () => {
    throw new Error("Cannot find package 'restify'");
  });
  await expect(startGnist(read.config, log)).rejects.toThrow();
  vi.doUnmock("../../src/http/open-door.ts");
  expect(await storage.everyRow(10)).toEqual([]);
  await stop();
});

test("a Gnist that does not start, because its port is taken, leaves the store to the release before", async () => {
  const { storage, folder, stop } = await openInFolder();
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const read = readConfig({ PORT: String((taken.address() as AddressInfo).port), GNIST_DATA_DIR: folder });
  if ("problems" in read) throw new Error(read.problems.join(" "));
  await expect(startGnist(read.config, log)).rejects.toThrow("another program is using it");
  expect(await storage.everyRow(10)).toEqual([]);
  taken.close();
  await stop();
});

test("a Gnist and a later release that begin at once with a new file leave the mark of the later one, and the Gnist does not start", async () => {
  const { storage, stop } = await openInFolder();
  const { rows } = storage;
  const meanwhile: (typeof rows)["get"] = async (...asked) => {
    const found = await rows.get(...asked);
    if (!found) await useLater(storage);
    return found;
  };
  await expect(markRelease({ ...rows, get: meanwhile })).rejects.toThrow(laterSays);
  expect((await rows.get("release", "release"))?.values).toMatchObject({ by: "9.8.7" });
  await stop();
});

test("a restored backup of a later release is refused before a byte of it changes", async () => {
  const [used, restored] = [await makeFolder(), await makeFolder()];
  const storage = await openSqlite(used.folder);
  await useLater(storage);
  const file = join(restored.folder, fileName);
  await storage.backupTo(file);
  await storage.close();
  const before = await readFile(file);
  const read = readConfig({ PORT: "0", GNIST_DATA_DIR: restored.folder });
  if ("problems" in read) throw new Error(read.problems.join(" "));
  await expect(startGnist(read.config, log)).rejects.toThrow(laterSays);
  expect((await readFile(file)).equals(before)).toBe(true);
  expect(readdirSync(restored.folder)).toEqual([fileName]);
  await Promise.all([used.remove(), restored.remove()]);
});

test("a Gnist that still runs on a file stops within half a minute when a later release begins to use it", async () => {
  const { storage, folder, stop } = await openInFolder();
  const read = readConfig({ PORT: "0", GNIST_DATA_DIR: folder });
  if ("problems" in read) throw new Error(read.problems.join(" "));
  const told: unknown[] = [];
  const kill = vi.spyOn(process, "kill").mockImplementation((...asked) => {
    told.push(asked);
    return true;
  });
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const gnist = await startGnist(read.config, { ...log, error: (...line: unknown[]) => void told.push(line) });
    await vi.advanceTimersByTimeAsync(30_000);
    await useLater(storage);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(30_000);
    await vi.waitFor(() => expect(told).toHaveLength(2));
    expect(told).toEqual([
      ["store-later", { say: expect.stringMatching(laterSays) }],
      [process.pid, "SIGTERM"],
    ]);
    await gnist.stop();
  } finally {
    vi.useRealTimers();
    kill.mockRestore();
  }
  await stop();
});
