import { describe, expect, test } from "vitest";
import { StoreFault } from "../../src/ports.ts";
import { inShort, type MoveName, move, moveNames, moves, outcome, type Play, startPlay } from "./life-play.ts";

/*
 * Every press on an idea at once with every other, pressed twice, cut off by a failing store, or with its answer lost: the outcome equals that of
 * the presses in sequence, and is told once. `GNIST_EVERY=1` plays every pair; otherwise a fixed share of them is played.
 */

const starts = {
  shown: [],
  asked: ["ask Jonas"],
  owned: ["take"],
  testing: ["take", "start"],
  checking: ["take", "test done"],
  adopted: ["take", "test done", "adopt"],
  stopped: ["take", "stop"],
  "asked anew": ["take", "new owner"],
  done: ["take", "done"],
  held: ["hold"],
  withdrawn: ["withdraw"],
  merged: ["merge"],
} as const satisfies Record<string, readonly MoveName[]>;
type Start = keyof typeof starts;
const startNames = Object.keys(starts) as Start[];

const pairs = startNames.flatMap((start) =>
  moveNames.flatMap((one, at) => moveNames.slice(at).map((other): readonly [Start, MoveName, MoveName] => [start, one, other])),
);
/** Pairs that once had another outcome. */
const known: typeof pairs = [
  ["shown", "take", "accept"],
  ["asked", "take by another", "withdraw"],
  ["asked", "ask Pia", "withdraw"],
  ["asked", "hold", "withdraw"],
  ["shown", "hold by another", "title"],
  ["shown", "title", "withdraw"],
  ["shown", "merge", "withdraw"],
  ["shown", "merge", "take"],
  ["shown", "merge by a lead", "voice"],
  ["merged", "unmerge", "withdraw"],
  ["owned", "not me", "plan"],
  ["owned", "not me", "done"],
  ["owned", "on track", "need help"],
  ["owned", "on track", "ask again"],
  ["owned", "need help", "new owner"],
  ["asked anew", "new owner accepts", "on track"],
  ["asked anew", "new owner accepts", "need help"],
  ["asked anew", "new owner accepts", "not me"],
];
/** Pairs of the cycle that are likely to meet. */
const ofCycle: typeof pairs = [
  ["checking", "adopt", "adjust"],
  ["checking", "adopt", "stop by a lead"],
  ["owned", "start", "stop by a lead"],
  ["shown", "take", "answer"],
  ["shown", "answer", "answer by another"],
  ["adopted", "undo end", "reopen"],
];
const shareOf = process.env.GNIST_EVERY ? 1 : 41;
const raced = [...known, ...ofCycle, ...pairs.filter((_pair, at) => at % shareOf === 0)];

test.each(raced)("%s: %s and %s at once are as one after the other", async (start, one, other) => {
  const play = await startPlay(starts[start], true);
  const from = play.world.posted.length;
  let said: readonly string[] = [];
  await play.world.waitsIn(async () => {
    said = (await Promise.all([move(play, one), move(play, other)])).map(inShort);
  });
  await play.world.settle();
  const inOrder = async (first: MoveName, second: MoveName) => {
    const play = await startPlay(starts[start], true);
    const answers = [inShort(await move(play, first)), inShort(await move(play, second))];
    await play.world.settle();
    return [first === one ? answers : answers.toReversed(), await outcome(play, from)];
  };
  const orders = [await inOrder(one, other), await inOrder(other, one)];
  expect(orders).toContainEqual([said, await outcome(play, from)]);
});

/** Each press where it does something. */
const doing: readonly (readonly [Start, MoveName])[] = [
  ["shown", "take"],
  ["shown", "ask Jonas"],
  ["asked", "accept"],
  ["asked", "not me"],
  ["owned", "not me"],
  ["owned", "done"],
  ["owned", "on track"],
  ["owned", "need help"],
  ["owned", "new owner"],
  ["asked anew", "new owner accepts"],
  ["done", "undo end"],
  ["owned", "start"],
  ["testing", "test done"],
  ["checking", "adopt"],
  ["checking", "adjust"],
  ["checking", "stop"],
  ["adopted", "undo end"],
  ["shown", "answer"],
  ["stopped", "reopen"],
  ["shown", "hold"],
  ["held", "put back"],
  ["owned", "withdraw"],
  ["asked", "withdraw"],
  ["withdrawn", "undo"],
  ["shown", "merge"],
  ["shown", "merge by a lead"],
  ["merged", "unmerge"],
];

const whole = async (start: Start, name: MoveName) => {
  const play = await startPlay(starts[start], true);
  const from = play.world.posted.length;
  const said = inShort(await moves(play, name));
  return { play, from, said, wanted: await outcome(play, from) };
};

describe.each(doing)("%s: %s", (start, name) => {
  test("pressed again is answered as the first time, changes nothing and tells nothing", async () => {
    const { play, from, said, wanted } = await whole(start, name);
    expect([inShort(await moves(play, name)), await outcome(play, from)]).toEqual([said, wanted]);
  });

  test("comes to the same where jobs run twice, and late", async () => {
    const { from, wanted } = await whole(start, name);
    const play = await startPlay(starts[start], true);
    await twice(play, () => move(play, name));
    await play.world.settle();
    await play.world.moveTo(play.world.now() + 60_000);
    expect(await outcome(play, from)).toBe(wanted);
  });

  test("comes to the same where the answer of the store is lost, and it is pressed again", async () => {
    const { from, said, wanted } = await whole(start, name);
    const play = await startPlay(starts[start], true);
    await withoutAnswer(play, () => move(play, name));
    await play.world.settle();
    expect([inShort(await moves(play, name)), await outcome(play, from)]).toEqual([said, wanted]);
  });

  test("comes to the same wherever the store fails in it, and it is pressed again", async () => {
    const { from, said, wanted } = await whole(start, name);
    for (let calls = 0, isCut = true; isCut; calls += 3) {
      const play = await startPlay(starts[start], true);
      play.world.storeIs("well", calls);
      isCut = inShort(await move(play, name)).endsWith("not-saved");
      await new Promise((next) => setImmediate(next));
      play.world.storeIs("well");
      await play.world.settle();
      expect([calls, inShort(await moves(play, name)), await outcome(play, from)]).toEqual([calls, said, wanted]);
    }
  });
});

/** Queues every job twice, the second time for half a minute later. */
const twice = async ({ world }: Play, act: () => Promise<unknown>): Promise<void> => {
  const { jobs } = world.ports;
  const put: typeof jobs.put = async (job, afterMs = 0) => {
    await jobs.put(job, afterMs);
    await jobs.put(job, afterMs + 30_000);
  };
  Object.assign(world.ports, { jobs: new Proxy(jobs, { get: (target, name) => (name === "put" ? put : Reflect.get(target, name)) }) });
  await act();
  Object.assign(world.ports, { jobs });
};

/** Commits the first transaction and loses its answer. */
const withoutAnswer = async ({ world }: Play, act: () => Promise<unknown>): Promise<void> => {
  const { rows } = world.ports;
  let isLost = false;
  const commit: typeof rows.commit = async (partition, changes) => {
    const done = await rows.commit(partition, changes);
    if (isLost || !partition.startsWith("team|")) return done;
    isLost = true;
    throw new StoreFault("lost");
  };
  Object.assign(world.ports, {
    rows: new Proxy(rows, { get: (target, name) => (name === "commit" ? commit : Reflect.get(target, name)) }),
  });
  await act();
  Object.assign(world.ports, { rows });
  expect(isLost).toBe(true);
};
