import { beforeEach, describe, expect, test } from "vitest";
import { buttonsOf } from "../world/cards.ts";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

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

  test("tells nobody else of an idea that the team has not been shown, and nothing of one that was withdrawn", async () => {
    await world.moveTo(thisRound.digest);
    await reopens();
    const story = omar.wouldSend(see);
    const fresh = expectSay(await omar.writes("idea Nobody orders gloves"), "receipt").idea;
    expect(await pia.sendsByHand({ ...story, idea: fresh })).toEqual({ say: "refusal", why: "no-such-idea" });
    expectSay(await pia.sendsByHand(story), "sent-beside");
    await omar.presses("Withdraw", { on: "The printer is slow" });
    for (const person of [omar, pia]) expect(await person.sendsByHand(story)).toEqual({ say: "refusal", why: "no-such-idea" });
  });
});
