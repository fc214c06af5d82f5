import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeFolder } from "../sqlite/folders.ts";
import { startInstance } from "./gnist-process.ts";

/** The doctor as operators run it. */
const doctor = (args: readonly string[], env: Readonly<Record<string, string>>) =>
  new Promise<{ readonly code: number; readonly out: string; readonly err: string }>((done) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "scripts/doctor.ts", ...args],
      { cwd: resolve(import.meta.dirname, "../.."), env: { PATH: process.env.PATH, ...env } },
      (fault, out, err) => done({ code: fault ? Number(fault.code) : 0, out, err }),
    );
  });

const secret = "a-secret-that-nobody-may-read";

test("the doctor works beside a running Gnist and before the first start, and its exit code tells scripts what it found", async () => {
  const [used, empty] = await Promise.all([makeFolder(), makeFolder()]);
  const instance = await startInstance({ GNIST_DATA_DIR: used.folder });
  onTestFinished(async () => {
    await instance.kill();
    await Promise.all([used.remove(), empty.remove()]);
  });
  const url = new URL(instance.url).origin;
  const [beside, before, wrong, strange] = await Promise.all([
    doctor([], { GNIST_DATA_DIR: used.folder, GNIST_URL: url }),
    doctor([], { GNIST_DATA_DIR: empty.folder }),
    doctor([], { NODE_ENV: "production", PORT: "http", MicrosoftAppPassword: secret, GNIST_ADMINS: "sara@example.org" }),
    doctor(["--fix"], {}),
  ]);

  expect(beside.out).toMatch(/^ {2}ok {11}store {9}it opens, can be read/m);
  expect(beside.out).toMatch(/^ {2}ok {11}address {7}Gnist answers under GNIST_URL/m);
  expect([beside.code, beside.err]).toEqual([0, ""]);
  expect(before.out).toMatch(/^ {2}ok {11}store {9}there is none yet/m);
  expect([before.code, await readdir(empty.folder)]).toEqual([0, []]);

  expect(wrong.code).toBe(1);
  expect(wrong.out).toMatch(/^ {2}broken {7}settings {6}5 settings are wrong or missing/m);
  for (const setting of ["PORT is", "MicrosoftAppId is missing", "MicrosoftAppPassword is set", "No store is chosen", "GNIST_ADMINS holds"])
    expect(wrong.out).toContain(`to mend: ${setting}`);
  expect([strange.code, strange.out]).toEqual([2, ""]);
  expect(strange.err).toContain("npm run doctor");
  for (const { out, err } of [beside, before, wrong, strange]) {
    expect(out + err).not.toContain(secret);
    expect(out + err).not.toContain("sara@example.org");
    expect(out.split("\n").filter((line) => line.length > 80 && !/https?:|\/tmp\//.test(line))).toEqual([]);
  }
});
