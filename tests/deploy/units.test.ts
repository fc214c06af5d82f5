import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { makeFolder } from "../sqlite/folders.ts";

/*
 * The files of deploy/ name commands, files and settings of Gnist, and paths that the guide of operators makes: each of them is there.
 */

const root = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const guide = read("docs/guides/operator.md");
const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };

/** The values of a unit, by name; a name may stand several times. */
const unit = (name: string): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, string[]>();
  for (const line of read(`deploy/${name}`).split("\n")) {
    const [, key = "", value = ""] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (key !== "") values.set(key, [...(values.get(key) ?? []), value]);
  }
  return values;
};
const one = (of: ReadonlyMap<string, readonly string[]>, key: string): string => {
  const [value = "", ...more] = of.get(key) ?? [];
  expect(more, key).toEqual([]);
  return value;
};

/** The command of a script of package.json as systemd starts it: without npm, which an operator types. */
const commandOf = (script: string) => (scripts[script] ?? "").replace(/^exec node /, "/usr/bin/node ");

const server = unit("gnist.service");
const backup = unit("gnist-backup.service");

/** Settings by `NAME=value` lines. */
const settings = Object.fromEntries(
  read("deploy/gnist.env.example")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)] as const),
);

describe("the units of systemd", () => {
  test("run what npm start and npm run backup run", () => {
    expect(one(server, "ExecStart")).toBe(commandOf("start"));
    expect(one(backup, "ExecStart")).toContain(`exec ${commandOf("backup")} "/var/backups/gnist/`);
  });

  test("run as one user, in one folder, on one store, which they may write, and on nothing else but the folder of the copies", () => {
    for (const one_ of [server, backup]) {
      expect(["User", "WorkingDirectory", "Environment", "StateDirectory", "ProtectSystem", "UMask"].map((key) => one(one_, key))).toEqual([
        "gnist",
        "/opt/gnist",
        "GNIST_DATA_DIR=/var/lib/gnist",
        "gnist",
        "strict",
        "0077",
      ]);
    }
    expect([server.get("ReadWritePaths"), one(backup, "ReadWritePaths")]).toEqual([undefined, "/var/backups/gnist"]);
    for (const path of ["/opt/gnist", "/var/backups/gnist", one(server, "EnvironmentFile")]) expect(guide).toContain(path);
  });

  test("wait longer for the end than Gnist takes, and start it again after any other", () => {
    const [, grace = ""] = /graceMs = ([\d_]+)/.exec(read("src/main.ts")) ?? [];
    expect(Number(one(server, "TimeoutStopSec"))).toBeGreaterThan(Number(grace.replaceAll("_", "")) / 1_000);
    expect(one(server, "Restart")).toBe("always");
  });

  test("forbid no memory that runs, because Node could not start", () => {
    for (const of of [server, backup]) expect(of.has("MemoryDenyWriteExecute")).toBe(false);
  });

  test("keep copies for two weeks, as the guide says, and delete none where the backup failed", () => {
    expect(one(backup, "ExecStartPost")).toMatch(/^\/usr\/bin\/find \/var\/backups\/gnist .* -mtime \+13 -delete$/);
    expect(guide).toContain("two weeks");
    expect(one(unit("gnist-backup.timer"), "Persistent")).toBe("yes");
  });
});

test("the timer deletes its own old copies alone, and none that somebody made by hand or put there", async () => {
  const { folder, remove } = await makeFolder();
  const days = { "gnist-2026-11-27-021500.sqlite": 0, "gnist-2026-11-14-021500.sqlite": 13, "gnist-2026-11-13-021500.sqlite": 14 };
  for (const [name, age] of Object.entries({ ...days, "gnist-before-the-upgrade.sqlite": 90, "other.sqlite": 90 })) {
    await writeFile(join(folder, name), "");
    const at = Date.now() / 1_000 - age * 86_400 - 3_600;
    await utimes(join(folder, name), at, at);
  }
  const command = one(backup, "ExecStartPost").replace("/var/backups/gnist", folder);
  expect(spawnSync(command, { shell: true }).status).toBe(0);
  expect(readdirSync(folder).sort()).toEqual([
    "gnist-2026-11-14-021500.sqlite",
    "gnist-2026-11-27-021500.sqlite",
    "gnist-before-the-upgrade.sqlite",
    "other.sqlite",
  ]);
  const [, name = ""] = /gnist\/(gnist-.*\.sqlite)"/.exec(one(backup, "ExecStart")) ?? [];
  const [, pattern = ""] = /-name "([^"]+)"/.exec(command) ?? [];
  const made = spawnSync(`echo ${name.replaceAll("%%", "%")}`, { shell: true, encoding: "utf8" }).stdout.trim();
  expect(made).toMatch(new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("?", ".")}$`));
  await remove();
});

test("the timer deletes what its own backup left when it was killed, however new, and no copy", async () => {
  const { folder, remove } = await makeFolder();
  for (const name of ["gnist-2026-11-27-021500.sqlite.part-a1B2c3", "before.sqlite.part-a1B2c3"]) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "copy"), "a part");
  }
  await writeFile(join(folder, "gnist-2026-11-26-021500.sqlite"), "");
  const command = one(backup, "ExecStartPre").replace("/var/backups/gnist", folder);
  expect(spawnSync(command, { shell: true }).status).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(["before.sqlite.part-a1B2c3", "gnist-2026-11-26-021500.sqlite"]);
  await remove();
});

describe("the example of settings", () => {
  test("names settings that docs/operations.md has", () => {
    const table = read("docs/operations.md").split("\n## Settings\n")[1]?.split("\n## ")[0] ?? "";
    for (const name of Object.keys(settings)) expect(table, name).toContain(`\`${name}`);
  });

  test("lets Gnist start once the empty ones are filled in, and says which are missing until then", () => {
    const env = { ...settings, GNIST_DATA_DIR: "/var/lib/gnist" };
    const empty = readConfig(env);
    if (!("problems" in empty)) throw new Error("An example is nobody's registration.");
    expect(empty.problems.join(" ")).toContain("MicrosoftAppId is missing");
    const id = "33333333-3333-4333-8333-333333333333";
    const filled = { ...env, MicrosoftAppId: id, MicrosoftAppTenantId: id, MicrosoftAppPassword: "a secret" };
    expect(readConfig(filled)).toMatchObject({ config: { local: false, port: 3978, storage: { dataDir: "/var/lib/gnist" } } });
  });
});

test("a line without a value in the settings takes the folder of the unit away, as the guide says, for a store in Azure", () => {
  // EnvironmentFile= comes after Environment=, https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html
  const id = "33333333-3333-4333-8333-333333333333";
  const bot = { MicrosoftAppId: id, MicrosoftAppTenantId: id, MicrosoftAppPassword: "a secret", AZURE_STORAGE_ACCOUNT: "gnistpilot" };
  const [name = "", folder] = one(server, "Environment").split("=");
  expect(readConfig({ ...settings, [name]: folder, ...bot })).toEqual({ problems: [expect.stringContaining("are both set")] });
  expect(readConfig({ ...settings, [name]: "", ...bot })).toMatchObject({ config: { storage: { account: "gnistpilot" } } });
  expect(guide).toContain(`\`${name}=\` without a value`);
});

test("the guide runs the doctor with the settings, the user and the store of Gnist, in both ways", () => {
  const [first = "", second = ""] = guide.split("\n").filter((line) => line.includes("scripts/doctor.ts"));
  // Before the first start too, when systemd has not made the folder yet.
  for (const name of ["PrivateTmp", "StateDirectory", "StateDirectoryMode"]) expect(first).toContain(`-p ${name}=${one(server, name)} `);
  for (const words of ["User=gnist", "EnvironmentFile=/etc/gnist.env", "GNIST_DATA_DIR=/var/lib/gnist", commandOf("doctor")])
    expect(first).toContain(words);
  for (const words of ["--env-file /etc/gnist.env", "GNIST_DATA_DIR=/data", "gnist-data:/data", "gnist node scripts/doctor.ts"])
    expect(second).toContain(words);
});

test("the guide names every file of deploy/, and the container with the path of its volume", () => {
  for (const file of readdirSync(join(root, "deploy"))) expect(guide).toContain(`deploy/${file}`);
  for (const words of ["--read-only", "gnist-data:/data", "GNIST_DATA_DIR=/data", "--stop-timeout 30"]) expect(guide).toContain(words);
});
