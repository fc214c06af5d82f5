import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { sendAll } from "../../src/flows/asking/send-all.ts";
import { fewAtOnce } from "../../src/flows/few-at-once.ts";
import { seeded } from "../world/chance.ts";

const hundred = Array.from({ length: 100 }, (_, at) => at);

/** Tasks that end after some turns of the event loop, with the maximum that ran at once. */
const openWork = () => {
  const random = seeded(7);
  const begun: number[] = [];
  let inHand = 0;
  let most = 0;
  const run = async (one: number): Promise<number> => {
    begun.push(one);
    inHand += 1;
    most = Math.max(most, inHand);
    for (let turns = random.between(1, 5); turns > 0; turns--) await turn();
    inHand -= 1;
    return one * 2;
  };
  return { run, begun, inHand: () => inHand, most: () => most };
};

describe("a few at once", () => {
  test("are begun in order, never more than that, and give what came of each in the same order", async () => {
    const { run, begun, most } = openWork();
    expect(await fewAtOnce(hundred, run, 8)).toEqual(hundred.map((one) => one * 2));
    expect([begun, most()]).toEqual([hundred, 8]);
  });

  test("leave the rest after a fault", async () => {
    const { run, begun } = openWork();
    const failing = async (one: number) => {
      await run(one);
      if (one === 20) throw new Error("no");
    };
    await expect(fewAtOnce(hundred, failing, 8)).rejects.toThrow("no");
    const soFar = begun.length;
    for (let turns = 0; turns < 10; turns++) await turn();
    expect(begun).toHaveLength(soFar);
    expect(soFar).toBeLessThan(40);
  });
});

describe("the sends of a round", () => {
  test("go on past the fault of one, which is thrown when all others have ended", async () => {
    const { run, begun, inHand, most } = openWork();
    const send = async (one: number) => {
      await run(one);
      if (one === 3) throw new Error("no");
      return { outcome: "sent", messageId: "m" } as const;
    };
    await expect(sendAll(hundred, send)).rejects.toThrow("no");
    expect([begun, inHand(), most()]).toEqual([hundred, 0, 40]);
  });

  test("stop when so many fail that it is no fault of one, and when the tenant is not spoken to", async () => {
    let failed = 0;
    const fail = async () => {
      failed += 1;
      await turn();
      throw new Error("no");
    };
    await expect(sendAll([...hundred, ...hundred], fail)).rejects.toThrow("no");
    expect(failed).toBeLessThan(81);
    let held = 0;
    const hold = async () => {
      held += 1;
      await turn();
      return { outcome: "held", afterMs: 500 } as const;
    };
    expect(await sendAll(hundred, hold)).toBe(500);
    expect(held).toBe(40);
  });
});
