import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { QueueClient } from "@azure/storage-queue";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openAzurite } from "../../src/azure/azurite-servers.ts";
import { openStorage } from "../../src/azure/open-storage.ts";
import type { Commit } from "../../src/ports.ts";

const minute = 60_000;
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "gnist-embedded-"));
});
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
  await rm(dataDir, { recursive: true });
});

/** Opens the store; when the test does not close it, it is closed afterwards. */
async function open() {
  const store = await openAzurite(dataDir);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= store.close();
    return closing;
  };
  opened.push(close);
  const { connectionString } = store;
  return { ...(await openStorage({ connectionString })), connectionString, close };
}

/** Runs a script in a new process, where `openAzurite`, `openStorage` and `dataDir` are at hand. */
async function elsewhere(script: string): Promise<{ stdout: string; stderr: string }> {
  const source = (name: string) => JSON.stringify(new URL(`../../src/azure/${name}.ts`, import.meta.url).href);
  const whole = `import { openAzurite } from ${source("azurite-servers")};
    import { openStorage } from ${source("open-storage")};
    const dataDir = ${JSON.stringify(dataDir)};
    ${script}`;
  return promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", whole]);
}

test("what was stored is there after a restart: rows, jobs, hidden jobs and taken jobs", async () => {
  const store = await open();
  await store.rows.commit("p", [
    { do: "insert", key: "a", values: { words: "Blåbær", n: 1_795_000_000_123 } },
    { do: "insert", key: "b", values: {} },
  ]);
  await store.rows.commit("p", [{ do: "delete", key: "b" }]);
  await store.jobs.put({ job: "welcome-team", team: "taken" });
  expect(await store.jobs.take("people", 1, 1_000)).toHaveLength(1);
  await store.jobs.put({ job: "welcome-team", team: "visible" });
  await store.jobs.put({ job: "welcome-team", team: "hidden" }, 1_000);
  await store.jobs.put({ job: "welcome-team", team: "hidden for long" }, 7 * 24 * 60 * minute);
  await store.close();

  const { stdout, stderr } = await elsewhere(`
    const store = await openAzurite(dataDir);
    const { rows, jobs } = await openStorage(store);
    const taken = [];
    for (const start = Date.now(); taken.length < 3 && Date.now() < start + 5_000; ) {
      for (const { job, tries } of await jobs.take("people", 32, 60_000)) taken.push(job.team + " " + tries);
    }
    const row = await rows.get("p", "a");
    console.log(JSON.stringify({ taken: taken.sort(), values: row.values, rows: (await rows.list("p", { from: "!", to: "~" })).length }));
    await store.close();`);
  // And nothing else: Azurite is silent.
  expect(stderr.replace(/.*Warning.*\n|.*--trace-warnings.*\n/g, "")).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    taken: ["hidden 1", "taken 2", "visible 1"],
    values: { words: "Blåbær", n: 1_795_000_000_123 },
    rows: 1,
  });

  const again = await open();
  const left = await new QueueClient(again.connectionString, "gnist-jobs").getProperties();
  expect(left.approximateMessagesCount).toBe(4);
});

test("a store that is closed while it is busy has everything that it acknowledged", async () => {
  const busy = await open();
  const acknowledged: string[] = [];
  const writing = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; ; n += 1) {
      const key = `${writer}-${n}`;
      const ended: Commit | "fault" = await busy.rows.commit("p", [{ do: "put", key, values: {} }]).catch(() => "fault" as const);
      if (ended !== "done") return;
      acknowledged.push(key);
    }
  });
  await expect.poll(() => acknowledged.length, { interval: 10 }).toBeGreaterThan(100);
  await busy.close();
  await Promise.all(writing);

  const { rows } = await open();
  const found = new Set((await rows.list("p", { from: "!", to: "~" })).map(({ key }) => key));
  expect(acknowledged.filter((key) => !found.has(key))).toEqual([]);
}, 20_000);

test("Azurite's public key does not open it", async () => {
  const { connectionString } = await open();
  const publicKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
  await expect(openStorage({ connectionString: connectionString.replace(/AccountKey=[^;]+/, `AccountKey=${publicKey}`) })).rejects.toThrow(
    "403",
  );
  const named = connectionString.replaceAll("gnist", "devstoreaccount1").replace(/AccountKey=[^;]+/, `AccountKey=${publicKey}`);
  await expect(openStorage({ connectionString: named })).rejects.toThrow("could not be opened");
});

describe("one folder, one process", () => {
  const lockFile = () => join(dataDir, "gnist.lock");
  const inUse = "Only one Gnist may use an embedded store";
  const lockOf = (pid: number, host: string) => writeFile(lockFile(), JSON.stringify({ pid, host, since: 1 }));

  /** The pid of a process that has ended. */
  async function deadPid(): Promise<number> {
    const { stdout } = await promisify(execFile)(process.execPath, ["-e", "console.log(process.pid)"]);
    return Number(stdout);
  }

  test("a second one is refused, here and in another process, until the first has closed", async () => {
    const first = await open();
    await expect(openAzurite(dataDir)).rejects.toThrow(`process ${process.pid} on ${hostname()}. ${inUse}`);
    const { stdout } = await elsewhere("await openAzurite(dataDir).catch((error) => console.log(error.message));");
    expect(stdout).toContain(`The folder ${dataDir} is in use by process ${process.pid}`);
    await first.close();
    expect(await readdir(dataDir)).not.toContain("gnist.lock");
    await open();
  });

  test("the lock of a process that has crashed is taken over", async () => {
    await lockOf(await deadPid(), hostname());
    await open();
    expect(JSON.parse(await readFile(lockFile(), "utf8"))).toMatchObject({ pid: process.pid });
  });

  test("the lock of a process whose pid another one has by now is taken over where that can be known, else named with what to do", async () => {
    const lock = { pid: process.ppid, host: hostname(), since: 1 };
    await writeFile(lockFile(), JSON.stringify(lock));
    await expect(openAzurite(dataDir)).rejects.toThrow(`if that process is no Gnist, delete ${lockFile()}.`);
    if (process.platform !== "linux") return;
    await writeFile(lockFile(), JSON.stringify({ ...lock, born: "before the machine was started anew" }));
    await open();
  });

  test("a lock with this process's own pid from before a restart is taken over, as in a container", async () => {
    await lockOf(process.pid, hostname());
    await open();
  });

  test("a lock from another machine is minded while it is touched, and taken over when it no longer is", async () => {
    await lockOf(await deadPid(), "another-machine");
    await expect(openAzurite(dataDir)).rejects.toThrow("on another-machine");
    const twentySecondsAgo = Date.now() / 1000 - 20;
    await utimes(lockFile(), twentySecondsAgo, twentySecondsAgo);
    await open();
  });

  test("a lock that cannot be read is minded while it is fresh: it may just be being written", async () => {
    await writeFile(lockFile(), "");
    await expect(openAzurite(dataDir)).rejects.toThrow(`another process. ${inUse}`);
  });

  test("of five that find a stale lock at once exactly one opens", async () => {
    await lockOf(await deadPid(), hostname());
    const ends = await Promise.allSettled(Array.from({ length: 5 }, () => openAzurite(dataDir)));
    const open = ends.filter((end) => end.status === "fulfilled");
    await Promise.all(open.map(({ value }) => value.close()));
    expect(open).toHaveLength(1);
    expect((await readdir(dataDir)).filter((name) => name.startsWith("gnist.lock"))).toEqual([]);
  });

  test("the folder is for its owner only", async () => {
    const inner = join(dataDir, "new", "store");
    const store = await openAzurite(inner);
    await store.close();
    expect((await stat(inner)).mode & 0o077).toBe(0);
  });
});
