import { beforeEach, describe, expect, test } from "vitest";
import { buttonsOf, inputsOf, textOf } from "../world/cards.ts";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

let world: World;
let omar: Person;
beforeEach(async () => {
  ({ world, omar } = await aTeam());
  await world.moveTo(thisRound.question);
});

const newest = () => omar.sees().at(-1)?.card ?? {};
const shown = () =>
  buttonsOf(newest())
    .filter(({ overflow, hidden }) => !overflow && !hidden)
    .map(({ title }) => title);

describe("the first prompt a person ever gets", () => {
  test("says who added Gnist, who will see the line and when, and how to stop it, with the buttons for that in sight", () => {
    expect(textOf(newest())).toContain(
      "Sara Lind added me to North clinic. Your team sees your line on Tuesday, without your name; what the team posts may be requested as a public record. No names of patients or colleagues. Pause stops me.",
    );
    expect(shown()).toEqual(["Send", "Nothing this week", "Pause", "Who sees this", "Add details"]);
  });

  test("names the day on which its team has its digest", async () => {
    await world.addsTeam("South clinic", ["Nina Ny"]);
    const nina = world.person("Nina Ny");
    await nina.sets({ "Digest: day": "Monday", "Digest: time": "15:00" });
    await nina.writes("prompt now");
    expect(textOf(nina.sees().at(-1)?.card ?? {})).toContain("Your team sees your line on Monday, without your name;");
  });

  test("promises no day in a team whose texts all wait for others, and says what they wait for in sight", async () => {
    await world.addsTeam("South clinic", ["Nina Ny"]);
    const nina = world.person("Nina Ny");
    await nina.sets({ "Without a trace": "Always" });
    await nina.writes("prompt now");
    const said = () => textOf(nina.sees().at(-1)?.card ?? {});
    expect(said()).toContain("Your team sees it together with others, once 5 people have written.");
    expect(said()).not.toContain("Your team sees your line on");
  });

  test("stays when Who sees this is asked, so that it can still be answered", async () => {
    expectSay(await omar.presses("Who sees this"), "sent-beside");
    expect(omar.sees().map(({ message }) => message.say)).toEqual(["idea-form", "who-sees-this"]);
    expectSay(await omar.answers("The printer is slow"), "receipt");
  });
});

test("who will see it is true whether Show my name is ticked or not", async () => {
  await omar.presses("Add details");
  expect(textOf(newest())).toContain("Your team sees it on Tuesday, without your name unless you choose to show it.");
  await omar.answers("The printer is slow", { "Show my name": true });
  await omar.presses("Edit");
  expect(inputsOf(newest()).find(({ label }) => label === "Show my name")?.value).toBe("true");
  expect(textOf(newest())).toContain("with your name as long as Show my name is ticked.");
  expect(textOf(newest())).not.toContain("without your name");
});
