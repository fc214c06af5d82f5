import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Storage } from "../../src/ports.ts";
import { chooseDriver, type Database, loadDriver } from "../../src/sqlite/driver.ts";
import { networkDiskOf } from "../../src/sqlite/folder.ts";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";
import { startWriter } from "./writers.ts";

let folder: string;
let file: string;
const opened: { close(): Promise<void> | void }[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gnist-opening-"));
  file = join(folder, "gnist.sqlite");
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await rm(folder, { recursive: true, force: true });
});

const open = async (...given: Parameters<typeof openSqlite>) => {
  const storage = await openSqlite(...given);
  opened.push(storage);
  return storage;
};
/** The file as SQLite alone sees it. */
const raw = (): Database => {
  const database = loadDriver().open(file);
  opened.push(database);
  return database;
};
const insert = ({ rows }: Storage, key: string) => rows.commit("p", [{ do: "insert", key, values: { words: "Blåbær" } }]);
const keysIn = async ({ rows }: Storage) => (await rows.list("p", { from: "", to: "~" })).map(({ key }) => key);
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
/** Runs a script in a process of its own, in which `openSqlite` and `folder` are at hand. */
const elsewhere = (script: string) => {
  const whole = `import { openSqlite } from ${JSON.stringify(new URL("../../src/sqlite/open-sqlite.ts", import.meta.url).href)};
    const folder = ${JSON.stringify(folder)};
    ${script}`;
  return promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", whole]);
};

describe("a new store", () => {
  test("is for its owner only: folder, file, log and index", async () => {
    const inner = join(folder, "new", "store");
    const storage = await open(inner);
    await insert(storage, "a");
    expect(await modeOf(inner)).toBe("700");
    for (const end of ["", "-wal", "-shm"]) expect(await modeOf(join(inner, `gnist.sqlite${end}`)), end).toBe("600");
  });

  test("is made by one of four processes that open an empty folder at once, and used by all", async () => {
    const script = `const { rows } = await openSqlite(folder);
      console.log(await rows.commit("p", [{ do: "insert", key: String(process.pid), values: {} }]));`;
    const all = await Promise.all(Array.from({ length: 4 }, () => elsewhere(script)));
    expect(all.map(({ stdout }) => stdout)).toEqual(["done\n", "done\n", "done\n", "done\n"]);
    expect(await keysIn(await open(folder))).toHaveLength(4);
  });

  test("says nothing on standard error: an operator can do nothing about a warning of Node's", async () => {
    expect((await elsewhere("await openSqlite(folder);")).stderr).toBe("");
  });

  test("is not made where one must be there", async () => {
    await expect(openSqlite(folder, { existing: true })).rejects.toThrow(`There is no store in ${folder}`);
    await expect(stat(file)).rejects.toThrow("ENOENT");
  });
});

describe("a store that is opened again", () => {
  test("has its rows and its jobs", async () => {
    const storage = await openSqlite(folder);
    await insert(storage, "a");
    await storage.jobs.put({ job: "welcome-team", team: "t1" });
    await storage.close();
    const again = await open(folder);
    expect([await keysIn(again), await again.jobs.take("people", 1, 60_000)]).toMatchObject([["a"], [{ tries: 1 }]]);
  });

  test("that others could read is made its owner's alone", async () => {
    await (await openSqlite(folder)).close();
    await chmod(file, 0o644);
    await open(folder);
    expect(await modeOf(file)).toBe("600");
  });
});

describe("what is not a store of this layout is refused, says what to do, and is left as it was", () => {
  const refused = async (path: string, sentence: RegExp) => {
    const before = await readFile(path);
    await expect(openSqlite(folder)).rejects.toThrow(sentence);
    expect((await readFile(path)).equals(before)).toBe(true);
  };

  test("a file that is no database", async () => {
    await writeFile(file, "x".repeat(10_000));
    await refused(file, /is damaged \(file is not a database\).*move .*copy the latest backup/);
  });

  test("a store whose end is missing", async () => {
    await elsewhere(`const { rows, close } = await openSqlite(folder);
      for (let n = 0; n < 50; n += 1) await rows.commit("p", [{ do: "insert", key: String(n), values: { words: "x".repeat(1_000) } }]);
      await close();`);
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, 4_096));
    await refused(file, /is damaged \(database disk image is malformed\)/);
  });

  test("another program's database", async () => {
    const other = raw();
    other.exec("create table notes (words text)");
    other.close();
    opened.pop();
    await refused(file, /is a database, but not Gnist's.*move it away/);
  });

  test.each([
    [{}, /was written by a later Gnist, in a form that this Gnist, 0\.1\.0, does not know.*start the Gnist that wrote it or a later one/],
    [{ by: "9.8.7" }, /was written by Gnist 9\.8\.7, in a form that this Gnist.*start Gnist 9\.8\.7 or a later one/],
  ])("a store of a later layout, which says of itself %j", async (mark, sentence) => {
    const store = await openSqlite(folder);
    await store.rows.commit("release", [{ do: "put", key: "release", values: { v: 2, form: 2, ...mark } }]);
    await store.close();
    const later = raw();
    later.exec("pragma user_version = 2");
    later.exec("pragma wal_checkpoint(truncate)");
    await refused(file, sentence);
  });

  test.each(["tables.json", "queues.json", "store.json", "__azurite_db_table__.json"])(
    "a folder of the earlier store: %s",
    async (name) => {
      await writeFile(join(folder, name), "{}");
      await refused(join(folder, name), /holds a store of an earlier Gnist .*move the folder away and keep it/);
      await expect(stat(file)).rejects.toThrow("ENOENT");
    },
  );

  test("a log whose file is missing", async () => {
    const writer = startWriter(folder, "w", 2);
    await writer.until(/^done /, 50);
    await writer.kill();
    await rm(file);
    await refused(`${file}-wal`, /is missing or empty, but its log .* is there/);
  });

  test("a backup that was copied beside the log of the file before it", async () => {
    const backup = join(folder, "backup");
    const writer = startWriter(folder, "w", 2);
    await writer.until(/^done /, 50);
    // In a process of its own: the package for older Nodes keeps a closed connection until it is collected, and writes the log back then.
    await elsewhere(`await (await openSqlite(folder)).backupTo(${JSON.stringify(backup)}); process.exit(0);`);
    await writer.until(/^done /, 50);
    await writer.kill();
    await writeFile(file, await readFile(backup));
    await refused(`${file}-wal`, /is a backup, but beside it lies .*-wal.*move .*-wal and .*-shm/);
    await rm(`${file}-wal`);
    await rm(`${file}-shm`, { force: true });
    expect((await keysIn(await open(folder))).length).toBeGreaterThan(50);
  });
});

describe("a folder that cannot be used is refused, with what to do", () => {
  test("a file is in the way", async () => {
    await writeFile(join(folder, "in-the-way"), "");
    for (const path of ["in-the-way", "in-the-way/store"])
      await expect(openSqlite(join(folder, path))).rejects.toThrow(/cannot be kept in .*a file is in the way.*move that/);
  });

  test.skipIf(process.platform === "win32")("this user may not write there", async () => {
    await chmod(folder, 0o555);
    // Root may write everywhere: it is nobody for a moment.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      await expect(openSqlite(folder)).rejects.toThrow(/cannot be kept in .*this user may not write there \(EACCES\)/);
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(folder, 0o700);
    }
  });

  test("a network disk, by the type of its file system or by what is behind FUSE", () => {
    const mounts = "/dev/vda / ext4 rw 0 0\nme@host:/srv /mnt/my\\040data fuse.sshfs rw 0 0\nportal /mnt/local fuse.portal rw 0 0\n";
    expect(networkDiskOf(0x6969, "/srv", mounts)).toBe("NFS");
    // As a 64-bit system may give it, and as a 32-bit one.
    expect([networkDiskOf(0xff534d42, "/srv", ""), networkDiskOf(0xff534d42 | 0, "/srv", "")]).toEqual(["CIFS", "CIFS"]);
    expect(networkDiskOf(0x65735546, "/mnt/my data/store", mounts)).toBe("sshfs");
    expect(networkDiskOf(0x65735546, "/mnt/local", mounts)).toBeUndefined();
    const more = "ceph-fuse /mnt/a fuse.ceph-fuse rw 0 0\nvmhgfs-fuse /mnt/b fuse.vmhgfs-fuse rw 0 0\n";
    // These give no type of their own, only a name.
    const named =
      "blobfuse2 /mnt/c fuse rw 0 0\nblobfuse /mnt/d fuse rw 0 0\n/dev/fuse /mnt/e fuse rw 0 0\nblobfuse2 /mnt/f fuse.portal rw 0 0\n";
    expect(["a", "b", "c", "d", "e", "f"].map((at) => networkDiskOf(0x65735546, `/mnt/${at}`, mounts + more + named))).toEqual([
      "ceph-fuse",
      "vmhgfs-fuse",
      "blobfuse2",
      "blobfuse",
      undefined,
      undefined,
    ]);
    expect(networkDiskOf(0xef53, "/srv", mounts)).toBeUndefined();
  });
});

describe("SQLite", () => {
  const sqliteOf = (version: string) => () => ({
    DatabaseSync: class {
      readonly isTransaction = false;
      exec() {}
      prepare() {
        return { run: () => ({ changes: 0 }), get: () => ({ version }), all: () => [] };
      }
      close() {}
    },
  });

  test("that could damage a file is passed over for a newer one", () => {
    for (const old of ["3.51.2", "3.9.99", "3.50.7", "2.99.99"]) {
      expect(() => chooseDriver({ Node: sqliteOf(old), bridge: sqliteOf("3.51.3") }), old).not.toThrow();
      expect(() => chooseDriver({ Node: sqliteOf(old), bridge: () => undefined }), old).toThrow(
        `Node has SQLite ${old}: before 3.51.3, SQLite could damage a file that several processes use. To resolve, use a newer Node`,
      );
    }
    for (const good of ["3.51.3", "3.52.0", "3.100.0", "4.0.0"]) expect(() => chooseDriver({ Node: sqliteOf(good) }), good).not.toThrow();
  });

  test("that is nowhere is said, with what to do", () => {
    expect(() => chooseDriver({ Node: () => undefined })).toThrow(
      /has no SQLite of its own.*To resolve, use a newer Node, or run "npm install"/,
    );
  });
});

describe("a store that is needed alone", () => {
  test("is refused while another process uses it, and free at once when that is killed", async () => {
    const writer = startWriter(folder, "w", 1);
    await writer.until(/^done /);
    // In a process of its own: the package for older Nodes keeps a connection that was refused until it is collected.
    const refusal = elsewhere("await openSqlite(folder, { alone: true });");
    await expect(refusal).rejects.toThrow(/is in use by another process.*stop every Gnist/);
    await writer.kill();
    await insert(await open(folder, { alone: true }), "a");
  });

  test("keeps others out until it is closed or killed", async () => {
    const script = `await openSqlite(folder, { alone: true }); console.log("alone"); setInterval(() => {}, 1_000);`;
    const running = elsewhere(script);
    running.catch(() => undefined);
    await new Promise((go) => running.child.stdout?.once("data", go));
    await expect(openSqlite(folder)).rejects.toThrow(/is held by another process, which needs it alone/);
    running.child.kill("SIGKILL");
    await running.catch(() => undefined);
    await insert(await open(folder), "a");
  }, 30_000);
});
