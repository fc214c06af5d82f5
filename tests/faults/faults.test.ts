import { describe, expect, test } from "vitest";
import { play, type Run, type Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios.ts";
import { forgetsNews, oldDueFirst, tellsAgain, unguarded, withoutFence, withoutIntents } from "./twins.ts";

/** Few seeds, so that this file takes half a minute; `npm run test:faults` plays any number. */
const seedsOf = ({ number }: Scenario) => (number === 0 ? [1, 2, 3, 4, 5, 6] : number === 6 ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1, 2]);

const scenario = (number: number): Scenario => {
  const found = scenarios.find((one) => one.number === number);
  if (!found) throw new Error(`there is no scenario ${number}`);
  return found;
};

/** Findings, with the one command that shows it again. */
const told = (number: number, { seed, findings, excerpt }: Run): string =>
  [
    ...findings.slice(0, 10).map(({ what }) => what),
    `To see it again: npm run test:faults -- --scenario ${number} --seed ${seed} --trace`,
    ...excerpt,
  ].join("\n");

describe.each(scenarios)("Scenario $number: $name", (one) => {
  test.each(seedsOf(one))("leaves nothing wrong behind, seed %i", async (seed) => {
    const run = await play(one, seed);
    expect(run.findings, told(one.number, run)).toEqual([]);
    expect(run.prompts).toBeGreaterThan(0);
  });
});

test("The same seed goes the same way, event for event, and another one does not", async () => {
  const first = await play(scenario(0), 7);
  const again = await play(scenario(0), 7);
  const other = await play(scenario(0), 8);
  expect(again).toEqual(first);
  expect(other.hash).not.toBe(first.hash);
});

describe("The checks find what is wrong with a Gnist that", () => {
  const found = async (number: number, seeds: number, twin: typeof withoutFence): Promise<readonly string[]> => {
    const all: string[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const { findings } = await play(scenario(number), seed, { twin });
      all.push(...findings.map(({ what }) => what));
    }
    return all;
  };

  test("sends first and writes it down after", async () => {
    expect(await found(6, 9, withoutIntents)).toContainEqual(expect.stringMatching(/^twice: /));
  });

  test("lets two hold the same lease", async () => {
    expect(await found(12, 3, withoutFence)).toContainEqual(expect.stringMatching(/^twice: /));
  });

  test("drops the old due row before it writes the new one", async () => {
    expect(await found(21, 4, oldDueFirst)).toContainEqual(expect.stringMatching(/was forgotten in/));
  });

  test("loses the news of a step", async () => {
    expect(await found(24, 2, forgetsNews)).toContainEqual(expect.stringMatching(/^a step was lost: /));
  });

  test("tells a step a second time", async () => {
    expect(await found(24, 3, tellsAgain)).toContainEqual(expect.stringMatching(/^twice: .* was told of /));
  });

  test("sends a second bundle on a day", async () => {
    expect(await found(24, 6, unguarded("bundle"))).toContainEqual(expect.stringMatching(/^twice: .* got news on /));
  });

  test("asks an owner twice in a round", async () => {
    expect(await found(24, 3, unguarded("check-in"))).toContainEqual(expect.stringMatching(/^twice: a check-in to /));
  });
});
