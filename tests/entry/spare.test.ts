import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { spareTime } from "../../src/entry/spare.ts";

test("work that nobody waits for is done a few at a time and in order, and what finds the line full is left undone", async () => {
  const spare = spareTime(2, 3);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  for (let one = 0; one < 7; one++)
    spare(() => {
      begun.push(one);
      return new Promise<void>((resolve) => ends.push(resolve));
    });
  await turn();
  expect(begun).toEqual([0, 1]);
  while (ends.length > 0) {
    for (const end of ends.splice(0)) end();
    await turn();
  }
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  spare(async () => begun.push(7));
  await turn();
  expect(begun.at(-1)).toBe(7);
});
