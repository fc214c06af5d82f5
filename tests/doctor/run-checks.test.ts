import { beforeEach, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { type CheckEnd, ok, warning } from "../../src/doctor/check-end.ts";
import { checkDaysOff, checkNode, checkSettings, checkSqlite } from "../../src/doctor/machine.ts";
import { runChecks } from "../../src/doctor/run-checks.ts";
import { chooseDriver } from "../../src/sqlite/driver.ts";

let lines: string[];
let waits: string[];
beforeEach(() => {
  lines = [];
  waits = [];
});
const paper = { line: (text: string) => void lines.push(text), waits: (text: string) => void waits.push(text) };
const check = (id: string, run: (signal: AbortSignal) => Promise<CheckEnd>, limitMs = 5_000, group = "Store") => ({
  id,
  group,
  limitMs,
  run,
});

test("checks run side by side and are printed in their order; one that throws or never ends is broken, and the others go on", async () => {
  let release: () => void = () => undefined;
  const second = new Promise<void>((resolve) => {
    release = resolve;
  });
  const ends = await runChecks(
    [
      check("first", async () => {
        await second;
        return ok("done last");
      }),
      check("second", async () => {
        release();
        return warning("soon", "it matters", "do this", "then that");
      }),
      check("third", async () => {
        throw new TypeError("Sara Lind wrote this");
      }),
      check("fourth", () => new Promise(() => undefined), 20, "Teams"),
      check("fifth", async () => ok("fine"), 5_000, "Teams"),
    ],
    paper,
  );
  expect(ends.map(({ is }) => is)).toEqual(["ok", "warning", "broken", "broken", "ok"]);
  expect(lines.join("\n")).toMatchInlineSnapshot(`
    "
    Store
      ok           first         done last
      warning      second        soon
          why:     it matters
          to mend: do this
          to mend: then that
      broken       third         the check itself failed (TypeError)
          why:     Nobody knows whether "third" works.
          to mend: Run the doctor again. If the fault stays, report it with this
                   line.

    Teams
      broken       fourth        no answer within 0.02 s
          why:     Nobody knows whether "fourth" works.
          to mend: See whether this machine reaches the other side, and run the
                   doctor again.
      ok           fifth         fine"
  `);
  expect(lines.join("\n")).not.toContain("Sara");
});

test("a check that takes long says that it still works, and a long sentence is broken between words", async () => {
  await runChecks(
    [check("slow", (signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(ok("late")))), 30)],
    paper,
    1,
  );
  expect(waits).toEqual(["(still checking slow)"]);
  await runChecks([check("long", async () => ok("word ".repeat(60).trim()))], paper);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test("settings that are wrong are all named at once, each with its remedy", () => {
  const wrong = checkSettings(readConfig({ PORT: "x", GNIST_TIME_ZONE: "Mars" }));
  expect(wrong).toMatchObject({
    is: "broken",
    say: "2 settings are wrong or missing",
    mend: [expect.stringMatching(/^PORT/), expect.stringMatching(/^GNIST_TIME_ZONE/)],
  });
  expect(checkSettings(readConfig({ PORT: "x" }))).toMatchObject({ say: "one setting is wrong or missing" });
  expect(checkSettings(readConfig({}))).toMatchObject({ is: "ok" });
});

test("a Node that is too old, an SQLite that could damage a file, and a table of days off that ends are named", () => {
  expect(["v18.20.0", "v20.10.0", "v22.3.0"].map((version) => checkNode(version).is)).toEqual(["broken", "broken", "broken"]);
  expect(["v20.19.0", "v22.12.0", "v24.0.0", "v26.1.0"].map((version) => checkNode(version).is)).toEqual(["ok", "ok", "ok", "ok"]);
  expect(checkSqlite()).toMatchObject({ is: "ok", say: expect.stringMatching(/^SQLite 3\.\d+/) });
  expect(checkSqlite(() => chooseDriver({}))).toMatchObject({ is: "broken", mend: [expect.stringMatching(/^Use a newer Node/)] });
  expect(checkDaysOff("Europe/Oslo", Date.UTC(2034, 11, 31))).toEqual({ is: "ok", say: "known to the end of 2035" });
  expect(checkDaysOff("Europe/Berlin", Date.UTC(2026, 0, 1))).toMatchObject({
    is: "ok",
    say: expect.stringContaining("only weekends are off"),
  });
  expect(checkDaysOff("Europe/Oslo", Date.UTC(2035, 0, 1))).toMatchObject({
    is: "warning",
    mend: [expect.stringContaining("newer version of Gnist")],
  });
  expect(checkDaysOff("Europe/Oslo", Date.UTC(2036, 0, 1))).toMatchObject({ is: "broken" });
});
