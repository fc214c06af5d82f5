import { beforeEach, describe, expect, test } from "vitest";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

let world: World;
let omar: Person;
beforeEach(async () => {
  ({ world, omar } = await aTeam());
  await world.moveTo(thisRound.question);
});

const titles = async () => expectSay(await omar.writes("my ideas"), "my-ideas").ideas.map(({ idea }) => idea.title);
const receipts = () => omar.sees().filter(({ message }) => message.say === "receipt");

describe("Add another", () => {
  test("sends a form as a new message, and the receipt stays with its buttons", async () => {
    await omar.answers("The printer is slow");
    expect(await omar.presses("Add another")).toEqual({ say: "sent-beside", where: "below" });
    expect(omar.sees().map(({ message }) => message.say)).toEqual(["receipt", "idea-form"]);
    await omar.answers("Nobody orders gloves");
    expect(receipts()).toHaveLength(2);
    expectSay(await omar.presses("Withdraw", { on: "The printer is slow" }), "withdrawn");
    expect(await titles()).toEqual(["Nobody orders gloves"]);
  });

  test("pressed twice brings two forms, each of which saves an idea of its own", async () => {
    await omar.answers("The printer is slow");
    for (let times = 0; times < 2; times++) await omar.presses("Add another");
    for (const text of ["Nobody orders gloves", "The door sticks"]) expectSay(await omar.answers(text), "receipt");
    expect((await titles()).sort()).toEqual(["Nobody orders gloves", "The door sticks", "The printer is slow"]);
  });

  test("takes a second text with it, and leaves Undo on the card of an idea that was withdrawn", async () => {
    const phone = omar.onAnotherDevice();
    await omar.answers("The printer is slow");
    expectSay(await phone.answers("Nobody orders gloves"), "receipt");
    await phone.presses("Add another");
    expect(omar.got("idea-form").at(-1)?.written?.friction).toBe("Nobody orders gloves");
    await omar.presses("Withdraw");
    await omar.presses("Add another", { on: "Withdrawn" });
    expectSay(await omar.presses("Undo"), "receipt");
  });
});

test("Write an idea leaves the help that it was pressed on, and in a channel the form comes in the presser's own chat", async () => {
  await omar.writes("help", { in: "channel" });
  expect(await omar.presses("Write an idea", { in: "channel" })).toEqual({ say: "sent-beside", where: "chat" });
  expectSay(await omar.presses("Send", { [line]: "The printer is slow" }), "receipt");
});
