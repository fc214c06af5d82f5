import { beforeEach, describe, expect, test } from "vitest";
import type { IdeaEvent } from "../../src/domain/idea/event.ts";
import { live } from "../../src/domain/idea/life.ts";
import { putIdea, readIdea } from "../../src/store/idea.ts";
import { insertStep, stepKey } from "../../src/store/step.ts";
import { teamPartition } from "../../src/store/team.ts";
import { buttonsOf } from "../world/cards.ts";
import { nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let omar: Person;
let pia: Person;
beforeEach(async () => {
  ({ world, omar, pia } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
});

const see = "See what happened";
const reopens = async () => {
  await omar.writes("my ideas");
  await omar.presses("Open");
  return buttonsOf(omar.sees().at(-1)?.card ?? {}).map(({ title }) => title);
};

describe("See what happened", () => {
  test("stands on a receipt once its idea was shown, and the story comes as a new message", async () => {
    expect(await reopens()).not.toContain(see);
    await world.moveTo(thisRound.digest);
    await pia.writes("take #1");
    expect(await reopens()).toContain(see);
    expect(await omar.presses(see)).toEqual({ say: "sent-beside", where: "below" });
    expect(omar.sees().map(({ message }) => message.say)).toContain("receipt");
    expect(
      omar
        .got("idea-story")
        .at(-1)
        ?.steps.map(({ who }) => who),
    ).toEqual(["Pia Holm"]);
  });

  test("tells nobody else of an idea that the team has not been shown, and of one that was withdrawn only that", async () => {
    await world.moveTo(thisRound.digest);
    await reopens();
    const story = omar.wouldSend(see);
    const fresh = expectSay(await omar.writes("idea Nobody orders gloves"), "receipt").idea;
    expect(await pia.sendsByHand({ ...story, idea: fresh })).toEqual({ say: "refusal", why: "no-such-idea" });
    expectSay(await pia.sendsByHand(story), "sent-beside");
    await omar.presses("Withdraw", { on: "The printer is slow" });
    for (const person of [omar, pia]) {
      expectSay(await person.sendsByHand(story), "sent-beside");
      expect(person.got("idea-withdrawn").at(-1)).toEqual({
        say: "idea-withdrawn",
        team: expect.anything(),
        number: 1,
        at: expect.any(Number),
      });
    }
    await omar.sendsByHand({ verb: "withdraw-idea", team: teamId, idea: fresh });
    expect(await omar.sendsByHand({ ...story, idea: fresh })).toEqual({ say: "refusal", why: "no-such-idea" });
  });
});

describe("#1", () => {
  /** Events that flows of other topics cause, a minute apart. */
  const happens = async (idea: string, ...events: readonly IdeaEvent[]) => {
    const { rows } = world.ports;
    for (const event of events) {
      await world.moveTo(world.now() + 60_000);
      const stored = await readIdea(rows, teamId, idea);
      if (!stored) throw new Error("no such idea");
      const lived = live(stored.idea, event, world.now(), stepKey(idea, world.now(), "nonce"));
      if ("no" in lived) throw new Error(`${event.event}: ${lived.no}`);
      const step = lived.got.step ? [insertStep(lived.got.step.key, lived.got.step)] : [];
      await rows.commit(teamPartition(teamId), [...putIdea(lived.got.idea, stored), ...step]);
    }
  };
  const storyOf = async () => expectSay(await pia.writes("#1"), "idea-story");
  const shown = () => JSON.stringify(pia.sees().at(-1)?.card);

  test("tells each step in plain words, with its cycle, its public reason and its result, also once it has ended", async () => {
    await world.moveTo(thisRound.digest);
    await pia.writes("take #1");
    const { idea } = await storyOf();
    const who = pia.id;
    await happens(
      idea.id,
      { event: "start", who, due: "2026-12-18", test: "one desk" },
      { event: "test-done", who },
      { event: "adjust", who, why: "it helped a little", due: "2027-01-18", test: "two desks" },
      { event: "start", who },
      { event: "test-done", who },
      { event: "adopt", who, leads: false, why: "a new printer for all", minutes: 10, people: 6 },
    );
    const told = await storyOf();
    expect(told.steps.map(({ event, cycle, who, why }) => [event, cycle, who, why])).toEqual([
      ["take", undefined, "Pia Holm", undefined],
      ["start", undefined, "Pia Holm", undefined],
      ["test-done", undefined, "Pia Holm", undefined],
      ["adjust", 2, "Pia Holm", "it helped a little"],
      ["start", undefined, "Pia Holm", undefined],
      ["test-done", undefined, "Pia Holm", undefined],
      ["adopt", undefined, "Pia Holm", "a new printer for all"],
    ]);
    for (const words of ["Taken", "Test started", "Tested", "Adjusted, test 2", "Saves 10 minutes a week per person, for 6 people"])
      expect(shown()).toContain(words);
    await world.moveTo(nextRound.digest);
    expect((await storyOf()).steps).toHaveLength(7);
  });

  test("tells why it was passed on, who answers until when, and the answer; never who passed it on", async () => {
    await world.moveTo(thisRound.digest);
    const { idea } = await storyOf();
    await happens(
      idea.id,
      { event: "pass-on", who: world.person("Sara Lind").id, why: "the IT office decides", to: "office" },
      { event: "promise", who: "coordinator", contact: "Anna Lund", answerBy: "2026-12-24" },
    );
    await storyOf();
    for (const words of ["Passed on", "the IT office decides", "Anna Lund", "Thu 24 Dec"]) expect(shown()).toContain(words);
    expect(shown()).not.toContain("Sara");
    await happens(idea.id, { event: "answer", who: "coordinator", as: "coordinator", solved: false, why: "no money this year" });
    await storyOf();
    for (const words of ["Answered: not now", "no money this year"]) expect(shown()).toContain(words);
  });

  test("names the ideas that it joined until they are withdrawn, and a merged one says of which it is part", async () => {
    await world.moveTo(thisRound.digest);
    await world.moveTo(nextRound.question);
    await pia.answers("No paper on Mondays");
    await world.moveTo(nextRound.digest);
    await pia.writes("my ideas");
    await pia.presses("Open");
    await pia.presses("Same thing");
    await pia.presses("Same thing", { "Same thing as": "#1 The printer is slow" });
    await world.settle();
    expect((await storyOf()).joined.map(({ number, title }) => [number, title])).toEqual([[2, "No paper on Mondays"]]);
    const merged = expectSay(await omar.writes("#2"), "idea-story");
    expect([merged.into?.number, merged.into?.title, merged.steps.at(-1)?.event]).toEqual([1, "The printer is slow", "merge"]);
    expect(JSON.stringify(merged)).not.toContain("Pia");
    const mine = expectSay(await pia.writes("my ideas"), "my-ideas").ideas[0];
    expect([mine?.idea.stage, mine?.into?.number, mine?.into?.voices]).toEqual(["merged", 1, 2]);
    await pia.presses("Withdraw", { on: "Now one idea" });
    expect((await storyOf()).joined).toEqual([]);
    expect(shown()).not.toContain("No paper on Mondays");
  });
});
