import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { withoutFloods } from "../src/log.ts";
import type { Log } from "../src/ports.ts";

test("A flood of refusals leaves ten lines a second, and the next line says how many were left out", () => {
  let now = 0;
  const lines: unknown[] = [];
  const write = (event: string, facts: object = {}) => void lines.push([event, facts]);
  const log: Log = withoutFloods({ info: write, warn: write, error: write }, () => now);
  const refused = { outcome: "refused", detail: "403" } as const;
  const ten = (event: string) => Array.from({ length: 10 }, () => [event, { status: 404 }]);
  for (let at = 0; at < 1_000; at++) log.warn("request-refused", { status: 404 });
  expect(lines.splice(0)).toEqual(ten("request-refused"));
  log.warn("reply-not-sent", refused);
  log.error("request-failed", { fault: "TypeError" });
  expect(lines.splice(0)).toEqual([
    ["reply-not-sent", refused],
    ["request-failed", { fault: "TypeError" }],
  ]);
  now = 1_000;
  for (let at = 0; at < 2; at++) log.warn("request-refused", { status: 404 });
  expect(lines).toEqual([
    ["request-refused", { status: 404, leftOut: 990 }],
    ["request-refused", { status: 404 }],
  ]);
});

// Linux has a file on a disk that is always full.
test.skipIf(!existsSync("/dev/full"))("A log on a full disk neither ends Gnist nor keeps it from ending", { timeout: 10_000 }, async () => {
  const full = openSync("/dev/full", "w");
  const child = spawn(process.execPath, ["--import", "tsx", "tests/log-full.ts"], {
    stdio: ["ignore", full, "pipe"],
    timeout: 8_000,
    killSignal: "SIGKILL",
  });
  closeSync(full);
  const [said, [code]] = await Promise.all([text(child.stderr as NodeJS.ReadableStream), once(child, "exit")]);
  expect({ said, code }).toEqual({ said: "goes on", code: 0 });
});
