import { beforeEach, describe, expect, test } from "vitest";
import { day, hour, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

/* A check-in about several ideas loses the words of one that its author withdraws, and nothing else. */

let world: World;
let omar: Person;
let pia: Person;
let jonas: Person;
let eva: Person;
const numberOf = (title: string) => {
  const found = jonas.got("check-in").flatMap(({ ideas }) => ideas.map(({ idea }) => idea));
  return found.find((idea) => idea.title === title)?.number ?? 0;
};
const seen = () =>
  jonas.got("check-in").map(({ why, ideas, question }) => [why, ideas.map(({ idea }) => idea.title).sort(), question?.why]);

beforeEach(async () => {
  const team = await aTeam();
  ({ world, omar, pia, jonas } = team);
  await world.addsTeam("South clinic", ["Eva Ek", "Jonas Berg"]);
  eva = world.person("Eva Ek");
  await world.moveTo(thisRound.question);
  await omar.answers("The printer jams");
  await pia.answers("Nobody orders gloves");
  await eva.answers("The door is heavy");
  await world.moveTo(thisRound.digest);
  for (const [name, title] of [
    ["channel", "The printer jams"],
    ["channel", "Nobody orders gloves"],
    ["South clinic", "The door is heavy"],
  ] as const) {
    await jonas.presses("Take or ask", { in: name, on: title });
    await jonas.presses("I'll take it", { in: name });
  }
  await world.moveTo(nextRound.question);
});

describe("a check-in", () => {
  beforeEach(() => world.moveTo(nextRound.reminder));

  test("keeps the other ideas and the question", async () => {
    await omar.writes(`withdraw #${numberOf("The printer jams")}`);
    expect(seen()).toEqual([["round", ["Nobody orders gloves", "The door is heavy"], "reminder"]]);
    expectSay(await jonas.answers("The lift is slow"), "receipt");
  });

  test("loses the words of an idea of another team", async () => {
    await eva.writes(`withdraw #${numberOf("The door is heavy")}`);
    expect(seen()).toEqual([["round", ["Nobody orders gloves", "The printer jams"], "reminder"]]);
  });

  test("has no question once that was answered", async () => {
    const printer = numberOf("The printer jams");
    await jonas.presses("Nothing this week");
    await omar.writes(`withdraw #${printer}`);
    expect(
      jonas.sees().flatMap(({ message }) => (message.say === "check-in" && message.why === "round" ? [message.question] : [])),
    ).toEqual([undefined]);
  });

  test("is the question alone where nothing else is left on it", async () => {
    const [printer, gloves, door] = ["The printer jams", "Nobody orders gloves", "The door is heavy"].map(numberOf);
    await omar.writes(`withdraw #${printer}`);
    await pia.writes(`withdraw #${gloves}`);
    await eva.writes(`withdraw #${door}`);
    expect(seen()).toEqual([]);
    expect(jonas.got("idea-form").at(-1)?.why).toBe("reminder");
  });
});

test("a nudge keeps the other ideas that it is about", async () => {
  await world.moveTo(nextRound.reminder);
  await world.moveTo(nextRound.reminder + 2 * day + 2 * hour);
  await omar.writes(`withdraw #${numberOf("The printer jams")}`);
  expect(seen().at(-1)).toEqual(["nudge", ["Nobody orders gloves", "The door is heavy"], undefined]);
});
