import { expect, onTestFinished, test } from "vitest";
import { openCalls } from "../../src/teams/calls.ts";
import { startConnector } from "./connector.ts";

test("each answer of Teams tells how far the clock of this machine is off; one without a readable date changes nothing", async () => {
  const connector = await startConnector();
  const calls = openCalls(async () => ({ signRequest: async (request) => request }), true);
  onTestFinished(async () => {
    calls.close();
    await connector.stop();
  });
  const ask = () => calls.within(10_000)(connector.url, { method: "GET", path: "v3/teams/a" });
  expect(calls.offMs()).toBeUndefined();
  await ask();
  expect(Math.abs(calls.offMs() ?? Number.NaN)).toBeLessThan(10_000);
  connector.fates.push({ status: 200, body: {}, headers: { date: new Date(Date.now() - 600_000).toUTCString() } });
  await ask();
  const fast = calls.offMs() ?? 0;
  expect(Math.round(fast / 60_000)).toBe(10);
  connector.fates.push({ status: 503, body: {}, headers: { date: "soon" } });
  await ask();
  expect(calls.offMs()).toBe(fast);
});
