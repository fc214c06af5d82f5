import { chmod, chown, copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkDisk, checkFile, checkFileRights, checkNetworkDisk, openFile } from "../../src/doctor/file-store.ts";
import { StoreFault } from "../../src/ports.ts";
import { loadDriver } from "../../src/sqlite/driver.ts";
import { sayFault } from "../../src/sqlite/faults.ts";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";
import { putMarker } from "../../src/store/moving.ts";
import { makeFolder } from "../sqlite/folders.ts";
import { laterSays, useLater } from "../upgrade/later.ts";

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await makeFolder());
});
afterEach(() => remove());

const makeStore = async (): Promise<void> => (await openSqlite(folder)).close();

/** Both checks of a store in a file, after which it is closed. */
const examined = async (dataDir = folder) => {
  const opened = await openFile(dataDir);
  try {
    return { store: await checkFile(opened), rights: await checkFileRights(dataDir, opened) };
  } finally {
    if ("storage" in opened) await opened.storage.close();
  }
};

const asNobody = async <T>(work: () => Promise<T>): Promise<T> => {
  // Root may write everywhere: it is nobody for a moment.
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
};

describe("a store that can be used", () => {
  test("opens and takes a row, of which nothing stays, also while another process uses it", async () => {
    const other = await openSqlite(folder);
    await other.rows.commit("p", [{ do: "insert", key: "a", values: {} }]);
    const { store, rights } = await examined();
    expect([store, rights]).toEqual([
      { is: "ok", say: "it opens, can be read, and is of this version" },
      { is: "ok", say: "folder and file may be written; a row was written and deleted" },
    ]);
    expect((await other.everyRow(10)).map(({ key }) => key)).toEqual(["a"]);
    await other.close();
  });

  test("is not made before the first start, in a folder or without one", async () => {
    await chmod(folder, 0o777);
    const { store, rights } = await asNobody(() => examined(join(folder, "new", "store")));
    expect([store, rights]).toEqual([
      { is: "ok", say: expect.stringContaining("Gnist makes it at its first start") },
      { is: "ok", say: "the folder may be made" },
    ]);
    expect((await asNobody(examined)).rights).toEqual({ is: "ok", say: "the folder may be written" });
    expect(await readdir(folder)).toEqual([]);
  });

  test("is a backup that was restored: the doctor leaves it as it is", async () => {
    const other = await openSqlite(folder);
    await other.backupTo(join(folder, "copy"));
    await other.close();
    const restored = join(folder, "restored");
    await mkdir(restored);
    await copyFile(join(folder, "copy"), join(restored, "gnist.sqlite"));
    const before = await readFile(join(restored, "gnist.sqlite"));
    expect((await examined(restored)).store).toEqual({ is: "ok", say: expect.stringContaining("a restored backup") });
    expect(await readFile(join(restored, "gnist.sqlite"))).toEqual(before);
  });
});

describe("a store that cannot be used is broken, with the way to mend it", () => {
  test("it is another program's, of another version, damaged, or its log is alone", async () => {
    await writeFile(join(folder, "gnist.sqlite"), "no database at all, but a file with some text in it, longer than a header of SQLite is");
    expect((await examined()).store).toMatchObject({
      is: "broken",
      say: expect.stringContaining("is damaged"),
      mend: [expect.stringContaining("latest backup")],
    });
    await writeFile(join(folder, "gnist.sqlite"), "");
    await makeStore();
    const raw = loadDriver().open(join(folder, "gnist.sqlite"));
    raw.exec("pragma user_version = 7");
    raw.close();
    expect((await examined()).store).toMatchObject({
      is: "broken",
      say: expect.stringContaining("was written by a later Gnist"),
      mend: [expect.stringMatching(/^Start the Gnist that wrote it or a later one/)],
    });
    await writeFile(join(folder, "gnist.sqlite"), "");
    await writeFile(join(folder, "gnist.sqlite-wal"), "a log");
    expect((await examined()).store).toMatchObject({
      is: "broken",
      mend: [expect.stringMatching(/^Put back the file that belongs to the log/)],
    });
  });

  test("a later release has written it: nothing is written into it", async () => {
    const storage = await openSqlite(folder);
    await useLater(storage);
    const before = await storage.everyRow(10);
    const { store, rights } = await examined();
    expect(store).toMatchObject({ is: "broken", mend: [expect.stringMatching(/^Start Gnist 9\.8\.7 or a later one\./)] });
    expect("mend" in store && `${store.say} To resolve, ${store.mend[0]?.replace(/^S/, "s")}`).toMatch(laterSays);
    expect(rights).toMatchObject({ is: "not checked" });
    expect(await storage.everyRow(10)).toEqual(before);
    await storage.close();
  });

  test("a restored backup lies beside the log of the file before it, or is of a later release", async () => {
    const storage = await openSqlite(folder);
    await storage.backupTo(join(folder, "copy"));
    await useLater(storage);
    await storage.backupTo(join(folder, "later"));
    await storage.close();
    const restored = join(folder, "restored");
    await mkdir(restored);
    await copyFile(join(folder, "copy"), join(restored, "gnist.sqlite"));
    await writeFile(join(restored, "gnist.sqlite-wal"), "the log of another file");
    expect((await examined(restored)).store).toMatchObject({ is: "broken", mend: [expect.stringMatching(/^Move .*gnist\.sqlite-wal/)] });
    await rm(join(restored, "gnist.sqlite-wal"));
    await copyFile(join(folder, "later"), join(restored, "gnist.sqlite"));
    const before = await readdir(restored);
    expect((await examined(restored)).store).toMatchObject({ is: "broken", say: expect.stringContaining("was written by Gnist 9.8.7") });
    expect(await readdir(restored)).toEqual(before);
  });

  test("it was moved to Azure", async () => {
    const storage = await openSqlite(folder);
    await putMarker(storage.rows, { state: "left", way: "to-azure", other: "the Azure account gnist", at: 0, move: "m" });
    await storage.close();
    expect((await examined()).store).toMatchObject({
      is: "broken",
      say: expect.stringContaining("was moved to the Azure account gnist"),
      mend: [expect.stringMatching(/^Name the Azure account gnist in the settings/)],
    });
  });

  test.skipIf(process.platform === "win32")(
    "this user may not write the folder, the file, or the place where the folder would be made",
    async () => {
      await chmod(folder, 0o777);
      await asNobody(makeStore);
      const refused = {
        is: "broken",
        say: expect.stringContaining("may not write"),
        mend: [expect.stringContaining("Give the user that runs Gnist the right to write there")],
      };
      const seen = (dataDir?: string) => asNobody(async () => (await examined(dataDir)).rights);
      await chmod(folder, 0o555);
      expect(await seen()).toMatchObject(refused);
      expect(await seen(join(folder, "new"))).toMatchObject(refused);
      await chmod(folder, 0o777);
      await chmod(join(folder, "gnist.sqlite"), 0o400);
      expect(await seen()).toMatchObject({ ...refused, say: expect.stringContaining("gnist.sqlite") });
    },
  );

  test.skipIf(process.geteuid?.() !== 0)("the doctor runs as another user than Gnist: its rights tell nothing", async () => {
    await makeStore();
    await chmod(folder, 0o777);
    await chmod(join(folder, "gnist.sqlite"), 0o666);
    await asNobody(async () =>
      expect((await examined()).rights).toMatchObject({
        is: "warning",
        mend: [
          "Run the doctor as the user that runs Gnist.",
          expect.stringMatching(/^If that is you, another user has copied the store here. Make it yours: sudo chown /),
        ],
      }),
    );
    expect(JSON.stringify(await asNobody(async () => (await examined()).rights))).toContain(join(folder, "gnist.sqlite"));
  });

  describe.skipIf(process.geteuid?.() !== 0)("the doctor runs as root, who may write everywhere", () => {
    test("before the first start it does not say that all is well", async () => {
      for (const dataDir of [folder, join(folder, "new", "store")])
        expect((await examined(dataDir)).rights).toMatchObject({
          is: "not checked",
          say: expect.stringMatching(/run the doctor as the user that runs Gnist/),
        });
      expect(await readdir(folder)).toEqual([]);
    });

    test("a folder of another user, without a file or with one of root's, is a warning", async () => {
      await chown(folder, 65_534, 65_534);
      const warned = { is: "warning", mend: ["Run the doctor as the user that runs Gnist."] };
      expect((await examined()).rights).toMatchObject(warned);
      expect((await examined(join(folder, "new"))).rights).toMatchObject(warned);
      // As after a move or a restored backup that root has made.
      await makeStore();
      expect((await examined()).rights).toMatchObject({
        is: "warning",
        say: "the store belongs to another user than its folder",
        mend: [
          expect.stringContaining(`sudo chown --reference=${folder} ${join(folder, "gnist.sqlite")}*`),
          "If root runs Gnist, nothing is wrong.",
        ],
      });
    });
  });
});

test("a disk that is full when the row is written is broken", async () => {
  const storage = await openSqlite(folder);
  const isFull = Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode: 13 });
  const refuses = async () => Promise.reject(new StoreFault(sayFault(join(folder, "gnist.sqlite"), isFull)));
  expect(await checkFileRights(folder, { storage: { ...storage, rows: { ...storage.rows, commit: refuses } } })).toMatchObject({
    is: "broken",
    say: expect.stringContaining("the disk is full"),
    mend: [expect.stringMatching(/^Make room; Gnist then goes on by itself/)],
  });
  await storage.close();
});

test("a disk with little space is a warning, and one on which the file cannot be written anew is broken", async () => {
  const mb = 1024 * 1024;
  const disk = (freeMb: number, fileMb: number) => checkDisk(folder, async () => ({ freeBytes: freeMb * mb, fileBytes: fileMb * mb }));
  expect(await disk(1_000, 400)).toMatchObject({ is: "ok" });
  expect(await disk(700, 400)).toMatchObject({ is: "warning", say: "“The disk has 700 MB left, and I need 800 MB.”" });
  expect(await disk(400, 400)).toMatchObject({ is: "broken", mend: [expect.stringContaining("Make room on the disk")] });
  expect(await disk(50, 1)).toMatchObject({ is: "warning" });
  await makeStore();
  expect(await checkDisk(folder)).toMatchObject({ say: expect.stringMatching(/free/) });
});

test("a network disk is broken", async () => {
  expect(await checkNetworkDisk(folder)).toMatchObject({ is: "ok" });
  expect(await checkNetworkDisk(folder, async () => "NFS")).toMatchObject({
    is: "broken",
    say: "the folder is on a network disk (NFS)",
    mend: [expect.stringContaining("Set GNIST_DATA_DIR to a folder on a disk of this machine")],
  });
});
