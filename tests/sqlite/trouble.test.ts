import { execFileSync } from "node:child_process";
import { open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Rows, type Storage, StoreFault } from "../../src/ports.ts";
import { type Database, loadDriver } from "../../src/sqlite/driver.ts";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";
import { halvesOf } from "../contracts/halves.ts";
import { makeFolder } from "./folders.ts";
import { compare, startWriter } from "./writers.ts";

let folder: string;
let remove: () => Promise<void>;
let storage: Storage;
let file: string;
beforeEach(async () => {
  ({ folder, remove } = await makeFolder());
  storage = await openSqlite(folder);
  file = join(folder, "gnist.sqlite");
});
afterEach(async () => {
  await storage.close();
  await remove();
});

const insert = (key: string, words = "Blåbær") => storage.rows.commit("p", [{ do: "insert", key, values: { words } }]);
const keysIn = async ({ list }: Rows) => (await list("p", { from: "", to: "~" })).map(({ key }) => key);
const ended = (call: Promise<unknown>) => call.catch((fault: unknown) => fault);

describe("a lock that another process does not give back", () => {
  let other: Database;
  beforeEach(() => {
    other = loadDriver().open(file);
    other.exec("begin immediate");
  });
  afterEach(() => other.close());

  test("is waited for 2.2 s: then the write is a StoreFault, the event loop was never held, and reads went on", async () => {
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 10);
    const started = performance.now();
    const writing = ended(insert("a"));
    expect(await storage.rows.get("p", "a")).toBeUndefined();
    const fault = await writing;
    const ms = performance.now() - started;
    clearInterval(turning);
    expect(fault).toBeInstanceOf(StoreFault);
    expect((fault as Error).message).toMatch(/is held by another process.*end a program/);
    expect(ms).toBeGreaterThan(2_000);
    expect(ms).toBeLessThan(2_500);
    expect(turns).toBeGreaterThan(80);
    other.exec("rollback");
    expect(await insert("a")).toBe("done");
  });

  test("and is given back in time: everything that waited is done, and nothing of it was seen before", async () => {
    const writing = Promise.all([insert("a"), insert("b"), storage.jobs.put({ job: "welcome-team", team: "t1" })]);
    for (let look = 0; look < 20; look += 1) expect(await keysIn(storage.rows)).toEqual([]);
    other.exec("commit");
    await writing;
    expect(await keysIn(storage.rows)).toEqual(["a", "b"]);
  });
});

describe("writes that wait together", () => {
  test("take nothing from each other: what is refused after its first change leaves nothing, and the others are done", async () => {
    await insert("there");
    const group = Array.from({ length: 30 }, (_, n) =>
      storage.rows.commit("p", [
        { do: "insert", key: `new-${String(n).padStart(2, "0")}`, values: { n } },
        n % 3 === 0 ? { do: "insert", key: "there", values: {} } : { do: "merge", key: "there", values: { [`by${n}`]: true } },
      ]),
    );
    const taken = storage.jobs.put({ job: "welcome-team", team: "t1" });
    const ends = await Promise.all(group);
    await taken;
    expect(ends).toEqual(ends.map((_, n) => (n % 3 === 0 ? "exists" : "done")));
    const done = ends.flatMap((end, n) => (end === "done" ? [n] : []));
    expect(await keysIn(storage.rows)).toEqual([...done.map((n) => `new-${String(n).padStart(2, "0")}`), "there"]);
    expect(await storage.rows.get("p", "there")).toMatchObject({
      values: { words: "Blåbær", ...Object.fromEntries(done.map((n) => [`by${n}`, true])) },
    });
    expect(await storage.jobs.take("people", 32, 60_000)).toHaveLength(1);
  });
});

test("what was deleted is nowhere in the file or its log once the log was emptied", async () => {
  await insert("a", "a word that must be forgotten");
  await storage.jobs.put({ job: "welcome-team", team: "a team that must be forgotten" });
  for (const job of await storage.jobs.take("people", 1, 60_000)) await job.done();
  await storage.rows.commit("p", [{ do: "delete", key: "a" }]);
  await storage.close();
  for (const end of ["", "-wal"]) {
    const bytes = await readFile(`${file}${end}`).catch(() => Buffer.alloc(0));
    expect(bytes.includes("must be forgotten"), end).toBe(false);
  }
});

describe("a disk without room", () => {
  test.skipIf(process.platform === "win32")("acknowledges nothing that it refused, and loses nothing that was acknowledged", async () => {
    await storage.close();
    const writer = startWriter(folder, "w", 20, 400);
    const fault = await writer.until(/^fault /, 40);
    expect(fault).toMatch(/^fault StoreFault: The store .* \((disk I\/O error|database or disk is full)\)/);
    await writer.kill();
    const { acknowledged, lost, halves } = await compare(folder, writer.lines);
    expect(acknowledged).toBeGreaterThan(100);
    expect([lost, halves]).toEqual([[], []]);
    storage = await openSqlite(folder);
    expect(await insert("room again")).toBe("done");
  });

  /** A disk of 4 MB, where this user may make one. */
  const small = () => {
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };

  test("is said by the write, by the check and in a warning; reads go on, and writes do when there is room", async ({ skip }) => {
    await storage.close();
    if (!small()) return skip("no disk can be made here");
    try {
      const ballast = join(folder, "ballast");
      await writeFile(ballast, Buffer.alloc(2_000_000));
      storage = await openSqlite(folder);
      const done: string[] = [];
      let fault: unknown;
      for (let n = 100; fault === undefined; n += 1) {
        const end = await ended(insert(`${n}`, "x".repeat(5_000)));
        if (end === "done") done.push(`${n}`);
        else fault = end;
      }
      expect(fault).toBeInstanceOf(StoreFault);
      expect((fault as Error).message).toMatch(/has no room to grow: the disk is full \(database or disk is full\).*make room/);
      await writeFile(join(folder, "rest"), Buffer.alloc(4_000_000)).catch(() => undefined);
      expect(await halvesOf(storage)).toEqual({ store: false, queue: false });
      expect(storage.warnings()).toEqual([(fault as Error).message]);
      expect(await keysIn(storage.rows)).toEqual(done);
      await rm(ballast);
      await rm(join(folder, "rest"));
      expect(await halvesOf(storage)).toEqual({ store: true, queue: true });
      expect(storage.warnings()).toEqual([]);
      expect(await insert("room again", "x".repeat(5_000))).toBe("done");
      expect(await keysIn(storage.rows)).toEqual([...done, "room again"]);
      await storage.close();
    } finally {
      execFileSync("umount", ["-l", folder]);
    }
  });
});

test("damage that shows later is said with what to do, in the check too, and nothing more is written", async () => {
  for (let n = 100; n < 200; n += 1) await insert(`${n}`, "x".repeat(3_000));
  await storage.close();
  const handle = await open(file, "r+");
  // The last pages: the first ones are read at the opening.
  const { size } = await handle.stat();
  for (let at = size - 20 * 4_096; at < size; at += 4_096) await handle.write(Buffer.alloc(4_096, 0x55), 0, 4_096, at);
  await handle.close();
  storage = await openSqlite(folder);
  const fault = await ended(storage.rows.list("p", { from: "", to: "~" }));
  expect(fault).toBeInstanceOf(StoreFault);
  expect((fault as Error).message).toMatch(/is damaged .*stop Gnist, move .*copy the latest backup/);
  const before = await readFile(file);
  expect((await ended(insert("more"))) as Error).toMatchObject({ name: "StoreFault", message: (fault as Error).message });
  expect(await halvesOf(storage)).toEqual({ store: false, queue: false });
  expect(storage.warnings()).toEqual([(fault as Error).message]);
  expect((await readFile(file)).equals(before)).toBe(true);
});

test.skipIf(process.platform === "win32")("a file that is moved away while it is used takes no more writes, and says so", async () => {
  await insert("a");
  await rename(file, `${file}-elsewhere`);
  expect(await halvesOf(storage)).toEqual({ store: false, queue: false });
  expect(await ended(insert("b"))).toMatchObject({
    name: "StoreFault",
    message: expect.stringMatching(/was moved or deleted .*put the file back/),
  });
  expect(storage.warnings()).toEqual([expect.stringContaining("was moved or deleted")]);
});

test("a closed store refuses every call as a StoreFault", async () => {
  await storage.close();
  const { rows, jobs } = storage;
  const calls = [insert("a"), rows.get("p", "a"), jobs.put({ job: "welcome-team", team: "t1" }), storage.everyRow(1)].map(ended);
  for (const fault of await Promise.all(calls)) expect(fault).toBeInstanceOf(StoreFault);
  expect(await halvesOf(storage)).toEqual({ store: false, queue: false });
});
