import { execFile } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openStorage } from "../../src/azure/open-storage.ts";
import { readConfig } from "../../src/config.ts";
import { startGnist } from "../../src/gnist.ts";
import { hostOf, inFolder, insert, keepingLog, keysIn, open } from "./stores.ts";

test(
  "two share one store: both hear its size as it changes, and what either wrote is there after both have left",
  inFolder(async (dataDir) => {
    const [one, other] = await Promise.all([open(dataDir), open(dataDir)]);
    expect(one.connectionString).toBe(other.connectionString);
    expect([one.rows(), other.rows()]).toEqual([0, 0]);
    await insert(one, "a", "b", "c");
    await expect.poll(() => [one.rows(), other.rows()], { timeout: 5_000 }).toEqual([3, 3]);
    await one.close();
    await (await openStorage(other)).rows.commit("p", [{ do: "delete", key: "b" }]);
    await expect.poll(() => other.rows(), { timeout: 5_000 }).toBe(2);
    await other.close();
    const again = await open(dataDir);
    expect(again.rows()).toBe(2);
    expect(await keysIn(again)).toEqual(["a", "c"]);
    await again.close();
  }),
);

test(
  "its process ignores signals, listens on free ports that the folder tells its owner alone, and ends in order with its last guest",
  inFolder(async (dataDir) => {
    const store = await open(dataDir);
    const beside = await open(await mkdtemp(join(dataDir, "beside-")));
    const ports = [store, beside].flatMap(({ connectionString }) => connectionString.match(/127\.0\.0\.1:\d+/g));
    expect(new Set(ports).size).toBe(4);
    await beside.close();
    expect(JSON.parse(await readFile(join(dataDir, "store.json"), "utf8"))).toMatchObject({ connectionString: store.connectionString });
    for (const file of ["store.json", "tables.json", "queues.json", "gnist.lock"])
      expect([file, (await stat(join(dataDir, file))).mode & 0o077]).toEqual([file, 0]);

    const host = await hostOf(dataDir);
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.kill(host, signal);
    await insert(store, "a");
    await store.close();
    expect((await readdir(dataDir)).filter((name) => /store|lock|~/.test(name))).toEqual([]);
    expect(await readFile(join(dataDir, "tables.json"), "utf8")).toContain('"RowKey":"a"');
    await expect.poll(() => isRunning(host)).toBe(false);
  }),
);

test(
  "one that comes while the last one leaves finds everything, whether the store stays for it or starts anew",
  inFolder(async (dataDir) => {
    let store = await open(dataDir);
    const isClosing = async () => !(await readdir(dataDir)).includes("store.json");
    const comings = {
      "at once": () => Promise.resolve(),
      "as it is told": () => new Promise((resolve) => setImmediate(resolve)),
      "as the store closes": () => expect.poll(isClosing, { interval: 1 }).toBe(true),
    };
    for (const [key, coming] of Object.entries(comings)) {
      await insert(store, key);
      const leaving = store.close();
      await coming();
      [store] = await Promise.all([open(dataDir), leaving]);
    }
    expect(await keysIn(store)).toEqual(Object.keys(comings).sort());
    await store.close();
  }),
);

test(
  "near its limit Gnist is ready, warns in its health and says it once in its log",
  inFolder(async (dataDir) => {
    const store = await open(dataDir);
    await insert(store, "0");
    await store.close();
    await multiplyRow(join(dataDir, "tables.json"), 41_200);

    const read = readConfig({ PORT: "0", GNIST_DATA_DIR: dataDir });
    if ("problems" in read) throw new Error(read.problems.join());
    const log = keepingLog();
    const gnist = await startGnist(read.config, log);
    const response = await fetch(`http://127.0.0.1:${gnist.port}/health/ready`);
    // Gnist writes some rows of its own meanwhile.
    const warning = expect.stringMatching(
      /^The embedded store holds 41,2\d\d of about 50,000 rows: .* To resolve, move to an Azure storage account, see/,
    );
    expect([response.status, await response.json()]).toMatchObject([200, { ready: true, warnings: [warning] }]);
    await gnist.stop();
    expect(log.lines.filter(({ event }) => event === "store-size")).toEqual([
      { level: "warn", event: "store-size", facts: { rows: 41_200, limit: 50_000, say: warning } },
    ]);
  }),
);

// Writing to /dev/full fails as on a full disk, https://man7.org/linux/man-pages/man4/full.4.html; each file is written beside the old one first.
const fill = (dataDir: string) => symlink("/dev/full", join(dataDir, "tables.json~"));
const makeRoom = (dataDir: string) => rm(join(dataDir, "tables.json~"));

test.skipIf(process.platform !== "linux")(
  "a disk that is full at the start is named at once, and nothing is left behind",
  inFolder(async (dataDir) => {
    await fill(dataDir);
    await expect(open(dataDir)).rejects.toThrow(
      `The embedded store cannot write to ${dataDir}: the disk is full (ENOSPC). To resolve, make room`,
    );
    expect((await readdir(dataDir)).filter((name) => /store|lock/.test(name))).toEqual([]);
  }),
);

test.skipIf(process.platform !== "linux")(
  "a disk that fills up later is named, and nothing is lost: the store stays until it is saved",
  inFolder(async (dataDir) => {
    const first = await open(dataDir);
    await fill(dataDir);
    await insert(first, "a");
    await expect(first.close()).rejects.toThrow(`its process stays, and tries until it is. The embedded store cannot write to ${dataDir}`);

    const log = keepingLog();
    const second = await open(dataDir, log);
    expect(second.connectionString).toBe(first.connectionString);
    const warning = expect.stringMatching(/the disk is full \(ENOSPC\)\. .* saving it is tried every few seconds\.$/);
    expect(second.warnings()).toEqual([warning]);
    expect(log.lines).toEqual([{ level: "error", event: "store-unsaved", facts: { say: warning } }]);
    await insert(second, "b");
    await expect(second.close()).rejects.toThrow("the disk is full");
    await makeRoom(dataDir);
    await expect.poll(() => readdir(dataDir), { timeout: 5_000 }).not.toContain("gnist.lock");

    const third = await open(dataDir);
    expect(await keysIn(third)).toEqual(["a", "b"]);
    await third.close();
  }),
);

test(
  "a folder that may not be written, or is none, is named",
  inFolder(async (dataDir) => {
    const file = join(dataDir, "file");
    await writeFile(file, "");
    await expect(open(file)).rejects.toThrow(`The embedded store cannot write to ${file}: a file is in the way (EEXIST). To resolve,`);
    await chmod(dataDir, 0o500);
    const script = `import { openEmbeddedStore } from ${JSON.stringify(new URL("../../src/azure/embedded-store.ts", import.meta.url).href)};
      await openEmbeddedStore(${JSON.stringify(dataDir)}).catch((fault) => console.log(fault.message));`;
    const node = [process.execPath, "--import", "tsx", "--input-type=module", "-e", script];
    // Root may write everywhere, so it gives that up first. Another user might not be able to read where Node or Gnist is.
    const [command = "", ...rest] =
      process.getuid?.() === 0 ? ["setpriv", "--bounding-set", "-dac_override", "--inh-caps", "-dac_override", ...node] : node;
    const { stdout } = await promisify(execFile)(command, rest);
    await chmod(dataDir, 0o700);
    expect(stdout).toContain(`The embedded store cannot write to ${dataDir}: this user may not write there (EACCES). To resolve,`);
  }),
);

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Makes many rows of the only one, in Loki's file. Through the door it would take ten times as long. */
const multiplyRow = async (path: string, count: number): Promise<void> => {
  type Table = { name: string; data: Record<string, unknown>[]; idIndex: unknown; maxId: number; binaryIndices: Record<string, object> };
  const database = JSON.parse(await readFile(path, "utf8")) as { collections: Table[] };
  const table = database.collections.find(({ name }) => name.endsWith("$Gnist"));
  const [row] = table?.data ?? [];
  if (!table || !row) throw new Error("There is no row to multiply.");
  table.data = Array.from({ length: count }, (_, n) => ({ ...row, PartitionKey: `p${n % 100}`, RowKey: `${n}`, $loki: n + 1 }));
  Object.assign(table, { idIndex: null, maxId: count });
  for (const index of Object.values(table.binaryIndices)) Object.assign(index, { dirty: true });
  await writeFile(path, JSON.stringify(database));
};
