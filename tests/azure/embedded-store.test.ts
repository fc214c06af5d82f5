import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEmbeddedStore } from "../../src/azure/embedded-store.ts";
import { openStorage } from "../../src/azure/open-storage.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "gnist-store-"));
});
afterEach(async () => {
  await expect.poll(() => readdir(dataDir)).not.toContain("gnist.lock");
  await rm(dataDir, { recursive: true });
});

const every = { from: "!", to: "~" };
const keysIn = async (connectionString: string) =>
  (await (await openStorage({ connectionString })).rows.list("p", every)).map(({ key }) => key);

test("two share one store, and what either wrote is there after both have left", async () => {
  const [one, other] = await Promise.all([openEmbeddedStore(dataDir), openEmbeddedStore(dataDir)]);
  expect(one.connectionString).toBe(other.connectionString);
  await (await openStorage(one)).rows.commit("p", [{ do: "insert", key: "a", values: {} }]);
  await one.close();
  await (await openStorage(other)).rows.commit("p", [{ do: "insert", key: "b", values: {} }]);
  await other.close();
  const again = await openEmbeddedStore(dataDir);
  expect(await keysIn(again.connectionString)).toEqual(["a", "b"]);
  await again.close();
});

test.each(["SIGKILL", "SIGTERM"] as const)("%s to Gnist's whole process group loses nothing that was acknowledged", async (signal) => {
  const source = (name: string) => JSON.stringify(new URL(`../../src/azure/${name}.ts`, import.meta.url).href);
  const writer = `import { openEmbeddedStore } from ${source("embedded-store")};
    import { openStorage } from ${source("open-storage")};
    const { rows } = await openStorage(await openEmbeddedStore(${JSON.stringify(dataDir)}));
    for (let n = 0; ; n += 1) if ((await rows.commit("p", [{ do: "insert", key: "k" + n, values: {} }])) === "done") console.log("k" + n);`;
  const child = spawn(process.execPath, ["--no-warnings", "--import", "tsx", "--input-type=module", "-e", writer], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const acknowledged: string[] = [];
  child.stdout.on("data", (text: Buffer) => acknowledged.push(...text.toString().trim().split("\n")));
  await expect.poll(() => acknowledged.length, { timeout: 15_000 }).toBeGreaterThan(200);
  const exited = once(child, "close");
  process.kill(-(child.pid ?? 0), signal);
  await exited;
  // A line may have been cut by the signal; what was said whole was acknowledged.
  const whole = acknowledged.filter((key) => /^k\d+$/.test(key)).slice(0, -1);
  const again = await openEmbeddedStore(dataDir);
  const found = new Set(await keysIn(again.connectionString));
  expect(whole.filter((key) => !found.has(key))).toEqual([]);
  await again.close();
});
