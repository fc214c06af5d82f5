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
