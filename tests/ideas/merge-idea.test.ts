import { beforeEach, describe, expect, test } from "vitest";
import { readIdea } from "../../src/store/idea.ts";
import { readVoices } from "../../src/store/voice.ts";
import { nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await pia.answers("Nobody orders gloves");
  await world.moveTo(thisRound.digest);
});

const inChannel = { in: "channel" } as const;
const as = "Same thing as";

const ideaOf = async (id: string) => {
  const [stored, voices] = await Promise.all([readIdea(world.ports.rows, teamId, id), readVoices(world.ports.rows, teamId, id)]);
  if (!stored) throw new Error("no such idea");
  expect(stored.idea.voices).toBe(voices.length);
  return { ...stored.idea, behind: voices };
};
const idOf = async (number: number) => expectSay(await sara.writes(`#${number}`), "idea-story").idea.id;
const numberOf = async (title: string) => ((await ideaOf(await idOf(1))).friction === title ? 1 : 2);

/** Jonas writes an idea that says what Omar's says, and merges it. */
const jonasMerges = async () => {
  const { idea } = expectSay(await jonas.writes("idea Ink costs far too much"), "receipt");
  expectSay(await jonas.presses("Same thing"), "same-thing-form");
  const number = await numberOf("The printer is slow");
  const merged = expectSay(await jonas.presses("Same thing", { [as]: `#${number} The printer is slow` }), "idea-merged");
  await world.settle();
  return { idea, into: merged.into.id, number };
};

const jonasHeard = async () => {
  await world.toNews();
  return jonas.news().map(({ news }) => news);
};

describe("Same thing, by the author", () => {
  test("makes the idea a part of the other, with its voice; Undo makes it one of its own again", async () => {
    const { idea, into, number } = await jonasMerges();
    expect((await ideaOf(into)).behind).toEqual([omar.id, jonas.id].sort());
    expect(await ideaOf(idea)).toMatchObject({ stage: "merged", mergedInto: into });
    expect((await ideaOf(into)).joined).toEqual([idea]);
    expect(
      world
        .inTeam("digest")
        .at(-1)
        ?.digest.top.find((one) => one.number === number)?.voices,
    ).toBe(2);
    expectSay(await jonas.presses("Undo"), "receipt");
    await world.settle();
    expect(await ideaOf(idea)).toMatchObject({ stage: "new", behind: [jonas.id] });
    expect(await ideaOf(into)).toMatchObject({ behind: [omar.id], joined: [] });
  });

  test("counts a person behind both once, and a person who pressed Me too on the other keeps that voice after Undo", async () => {
    const { into, number } = await jonasMerges();
    expectSay(await jonas.writes(`me too #${number}`), "voice-counts");
    await sara.writes(`me too #${number}`);
    expect((await ideaOf(into)).voices).toBe(3);
    await jonas.presses("Undo");
    expect((await ideaOf(into)).behind).toEqual([omar.id, jonas.id, sara.id].sort());
  });

  test("offers no idea that is held back, withdrawn, not shown yet, or the idea itself", async () => {
    await sara.writes("idea Nobody waters the plants");
    const gloves = await numberOf("Nobody orders gloves");
    await pia.writes(`withdraw #${gloves}`);
    await omar.writes("my ideas");
    await omar.presses("Open");
    expect(expectSay(await omar.presses("Same thing"), "same-thing-form").ideas).toEqual([]);
    await jonas.writes("idea Ink costs far too much");
    const form = expectSay(await jonas.presses("Same thing"), "same-thing-form");
    expect(form.ideas.map(({ number, title }) => [number, title])).toEqual([[3 - gloves, "The printer is slow"]]);
    expectSay(await jonas.presses("Back"), "receipt");
  });

  test("once it is part of another: an old card does not ask its author to write it anew", async () => {
    const { idea } = await jonasMerges();
    const other = await idOf(3 - (await numberOf("The printer is slow")));
    for (const press of [{ verb: "merge-idea", into: other }, { verb: "edit-idea" }])
      expect(await jonas.sendsByHand({ ...press, team: teamId, idea })).toMatchObject({ why: "moved-on" });
  });

  test("of an idea that was withdrawn since is refused", async () => {
    expectSay(await jonas.writes("idea Ink costs far too much"), "receipt");
    await jonas.presses("Same thing");
    const number = await numberOf("The printer is slow");
    const press = jonas.wouldSend("Same thing", { [as]: `#${number} The printer is slow` });
    await omar.writes(`withdraw #${number}`);
    expect(await jonas.sendsByHand(press)).toMatchObject({ why: "no-such-idea" });
  });

  test("that pretends to come from a draft shows its author no draft, and joins nothing that the team has not been shown", async () => {
    const { idea } = expectSay(await jonas.writes("idea Ink costs far too much"), "receipt");
    const { idea: unseen } = expectSay(await pia.writes("idea The lift is stuck"), "receipt");
    const draft = expectSay(await sara.writes("draft"), "draft").digest.id;
    const press = { verb: "merge-idea", team: teamId, idea, draft };
    expectSay(await jonas.sendsByHand(press), "same-thing-form");
    expect(await jonas.sendsByHand({ ...press, into: unseen })).toMatchObject({ why: "no-such-idea" });
    expectSay(await jonas.sendsByHand({ ...press, into: await idOf(1) }), "idea-merged");
  });

  test("Me too on the merged one counts on the other, and is taken back there", async () => {
    await world.moveTo(nextRound.question);
    await jonas.answers("Ink costs far too much");
    await world.moveTo(nextRound.digest);
    await sara.writes("me too #3");
    await jonas.writes("my ideas");
    await jonas.presses("Open");
    await jonas.presses("Same thing");
    const number = await numberOf("The printer is slow");
    const { into } = expectSay(await jonas.presses("Same thing", { [as]: `#${number} The printer is slow` }), "idea-merged");
    await world.settle();
    expect((await ideaOf(into.id)).behind).toEqual([jonas.id, omar.id, sara.id].sort());
    expect(JSON.stringify(world.inTeam("digest").at(-1))).not.toContain("Ink costs far too much");
    expectSay(await sara.writes("me too #3"), "voice-counts");
    expectSay(await sara.presses("Take my voice back"), "voice-back");
    await world.settle();
    expect((await ideaOf(into.id)).behind).toEqual([jonas.id, omar.id].sort());
    expect(expectSay(await jonas.writes("me too #3"), "voice-counts").mayLeave).toBe(false);
    await jonas.presses("Undo", { on: "Now one idea" });
    // Jonas has pressed Me too on the other one himself.
    expect((await ideaOf(into.id)).behind).toEqual([jonas.id, omar.id].sort());
    expect((await ideaOf(await idOf(3))).behind).toEqual([jonas.id]);
  });
});

describe("Same thing, by a lead", () => {
  const merges = async () => {
    await jonas.writes("idea Ink costs far too much");
    await sara.writes("draft");
    await sara.presses("Change", { on: "Ink costs far too much" });
    const number = await numberOf("The printer is slow");
    const draft = expectSay(await sara.presses("Same thing", { [as]: `#${number} The printer is slow` }), "draft");
    await world.settle();
    return { draft, number };
  };

  test("takes the idea out of the draft, tells its author, and is undone beside the draft", async () => {
    const { draft, number } = await merges();
    expect(JSON.stringify(draft)).not.toContain("Ink costs far too much");
    expect(await jonasHeard()).toEqual(["merged"]);
    expect((await ideaOf(await idOf(number))).behind).toEqual([omar.id, jonas.id].sort());
    expect(expectSay(await sara.presses("Undo"), "idea-unmerged").idea.title).toBe("Ink costs far too much");
    await world.settle();
    expect((await ideaOf(await idOf(number))).behind).toEqual([omar.id]);
    expect(await jonasHeard()).toEqual(["merged", "unmerged"]);
    expect(JSON.stringify(await sara.writes("draft"))).toContain("Ink costs far too much");
  });

  test("is not undone by its author's Undo of an earlier merge", async () => {
    const number = await numberOf("The printer is slow");
    await jonas.writes("idea Ink costs far too much");
    await jonas.writes("my ideas");
    await jonas.presses("Open");
    await jonas.presses("Same thing");
    const { idea } = expectSay(await jonas.presses("Same thing", { [as]: `#${number} The printer is slow` }), "idea-merged");
    const undo = jonas.wouldSend("Undo");
    const { step: _step, ...old } = undo;
    expectSay(await jonas.presses("Undo"), "receipt");
    await sara.writes("draft");
    await sara.presses("Change", { on: "Ink costs far too much" });
    await sara.presses("Same thing", { [as]: `#${number} The printer is slow` });
    for (const sent of [undo, old]) expect(await jonas.sendsByHand(sent)).toMatchObject({ say: "refusal", why: "moved-on" });
    expect((await ideaOf(idea.id)).stage).toBe("merged");
    expectSay(await sara.presses("Undo"), "idea-unmerged");
  });

  test("of several ideas with one is told to the author of that one once", async () => {
    const { into } = await jonasMerges();
    await sara.sendsByHand({ verb: "merge-idea", team: teamId, idea: await idOf(3 - (await numberOf("The printer is slow"))), into });
    await world.toNews();
    expect(omar.news().map(({ news }) => news)).toEqual(["joined"]);
  });

  test("without a choice asks for one", async () => {
    await jonas.writes("idea Ink costs far too much");
    await sara.writes("draft");
    await sara.presses("Change", { on: "Ink costs far too much" });
    expect(expectSay(await sara.presses("Same thing"), "change-form").problem).toBe("idea-needed");
  });

  test("into one that is then merged itself moves the voices on; into each other is refused", async () => {
    const { number } = await merges();
    const printer = await idOf(number);
    const gloves = await idOf(3 - number);
    const press = { verb: "merge-idea", team: teamId };
    await sara.sendsByHand({ ...press, idea: printer, into: gloves });
    await world.settle();
    expect((await ideaOf(gloves)).behind).toEqual([jonas.id, omar.id, pia.id].sort());
    expect(await sara.sendsByHand({ ...press, idea: gloves, into: printer })).toMatchObject({ why: "part-already" });
    await sara.sendsByHand({ verb: "unmerge-idea", team: teamId, idea: printer });
    await world.settle();
    expect((await ideaOf(gloves)).behind).toEqual([pia.id]);
    expect((await ideaOf(printer)).behind).toEqual([jonas.id, omar.id].sort());
  });

  test("two ideas into each other at the same instant: one of them is", async () => {
    const [one, other] = [await idOf(1), await idOf(2)];
    const press = { verb: "merge-idea", team: teamId };
    await world.waitsIn(async () => {
      await Promise.all([sara.sendsByHand({ ...press, idea: one, into: other }), sara.sendsByHand({ ...press, idea: other, into: one })]);
    });
    await world.settle();
    const stages = [(await ideaOf(one)).stage, (await ideaOf(other)).stage].sort();
    expect(stages).toEqual(["merged", "new"]);
  });
});

describe("A withdrawal", () => {
  test("of a merged idea takes its author's voice along, and Undo brings it back", async () => {
    const { into } = await jonasMerges();
    expectSay(await jonas.presses("Withdraw"), "withdrawn");
    await world.settle();
    expect((await ideaOf(into)).behind).toEqual([omar.id]);
    await jonas.presses("Undo");
    await world.settle();
    expect((await ideaOf(into)).behind).toEqual([jonas.id, omar.id].sort());
  });

  test("of the other idea leaves the merged one on its own again, and its author is told", async () => {
    const { idea, number } = await jonasMerges();
    await omar.writes(`withdraw #${number}`);
    await world.settle();
    expect(await ideaOf(idea)).toMatchObject({ stage: "new", behind: [jonas.id] });
    expect(await jonasHeard()).toEqual(["unmerged"]);
    await omar.presses("Undo");
    await world.settle();
    expect((await ideaOf(await idOf(number))).behind).toEqual([omar.id]);
  });
});

test("Posts lose a merged idea and get it back", async () => {
  const [printer, gloves] = [await idOf(await numberOf("The printer is slow")), await idOf(3 - (await numberOf("The printer is slow")))];
  await sara.sendsByHand({ verb: "merge-idea", team: teamId, idea: gloves, into: printer });
  await world.settle();
  const shown = () =>
    world
      .inTeam("digest")
      .at(-1)
      ?.digest.top.map(({ title, voices }) => `${title} ${voices}`);
  expect(shown()).toEqual(["The printer is slow 2"]);
  await sara.sendsByHand({ verb: "unmerge-idea", team: teamId, idea: gloves });
  await world.settle();
  expect(shown()?.toSorted()).toEqual(["Nobody orders gloves 1", "The printer is slow 1"]);
  expectSay(await pia.presses("Me too", { ...inChannel, on: "The printer is slow" }), "digest");
});
