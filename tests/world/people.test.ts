import { beforeEach, describe, expect, test } from "vitest";
import { thisRound } from "./moments.ts";
import type { Person } from "./people.ts";
import { aTeam } from "./world.ts";

/* A press that no person could make fails its test, with what is on the card. */

let omar: Person;
let sara: Person;
beforeEach(async () => {
  const team = await aTeam();
  ({ omar, sara } = team);
  await team.world.moveTo(thisRound.question);
});

describe("a press fails that nobody could make", () => {
  test.each<[string, () => Promise<unknown>, RegExp]>([
    [
      "of a button that is not there",
      () => omar.presses("Post now"),
      /no button "Post now".*Send · Nothing this week.*A line or two is enough/,
    ],
    ["with an input that is not there", () => omar.presses("Send", { Reason: "x" }), /no input "Reason".*A line or two is enough/],
    ["with an input that is hidden", () => omar.answers("x", { "What it costs me": "Half a day a week" }), /hidden: press what shows it/],
    ["without what the form requires", () => omar.presses("Send"), /"Send" was not sent: Write a line.*inputs: A line or two is enough/],
    ["with a choice that is not offered", () => sara.sets({ "How often": "Never" }), /no choice "Never".*Every 2 weeks/],
    ["in a channel of others", () => omar.presses("Me too", { in: "South clinic" }), /Omar Haddad is in no team "South clinic"/],
  ])("%s", async (_, presses, sentence) => {
    await expect(presses()).rejects.toThrow(sentence);
  });

  test("of one button among several, until words beside it are said", async () => {
    for (const friction of ["The printer is slow", "Too many forms"]) await omar.writes(`idea ${friction}`);
    await omar.writes("my ideas");
    await expect(omar.presses("Open")).rejects.toThrow(/several buttons "Open"/);
    expect(await omar.presses("Open", { on: "Too many forms" })).toMatchObject({ written: { friction: "Too many forms" } });
  });
});

test("the answer to a press takes the card's place on the device that pressed, and on no other", async () => {
  const phone = omar.onAnotherDevice();
  await omar.presses("Nothing this week");
  expect(omar.sees().map(({ message }) => message.say)).toEqual(["nothing-noted"]);
  expect(phone.sees().map(({ message }) => message.say)).toEqual(["idea-form"]);
});
