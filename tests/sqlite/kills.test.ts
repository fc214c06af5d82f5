import { expect, test } from "vitest";
import { killWriters } from "./kills.ts";

// `npm run test:kills` does so 200 times.
test("of two writers one is killed (-9) again and again: nothing acknowledged is lost, no transaction is there by half, and the other goes on", async () => {
  const { acknowledged, lost, halves, longestMs } = await killWriters(5, 20_261_126);
  expect([lost, halves]).toEqual([[], []]);
  expect(acknowledged).toBeGreaterThan(1_000);
  expect(longestMs).toBeLessThan(2_200);
}, 60_000);
