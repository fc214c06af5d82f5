import { beforeEach, describe, expect, test } from "vitest";
import { minute, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
});

/** From a client that does not cut what is typed where its input ends, as today's do. */
const answersUncut = (person: Person, friction: string) =>
  person.sendsByHand({ ...person.wouldSend("Send", { [line]: "something" }), friction });
const myIdeas = async (person: Person) => expectSay(await person.writes("my ideas"), "my-ideas").ideas;

describe("an answer to the question", () => {
  beforeEach(() => world.moveTo(thisRound.question));

  test("that is sent again from the same card gets the first receipt, and its new text is offered", async () => {
    const [tablet, phone] = [omar.onAnotherDevice(), omar.onAnotherDevice()];
    for (const device of [omar, tablet]) expect(expectSay(await device.answers("The printer is slow"), "receipt").offered).toBeUndefined();
    const second = expectSay(await phone.answers("Nobody orders gloves"), "receipt");
    expect(second.written.friction).toBe("The printer is slow");
    expect(second.offered?.friction).toBe("Nobody orders gloves");
    expect(await myIdeas(omar)).toHaveLength(1);
    await phone.presses("Add another", { on: "Nobody orders gloves" });
    expectSay(await phone.presses("Send"), "receipt");
    expect((await myIdeas(omar)).map(({ idea }) => idea.title).sort()).toEqual(["Nobody orders gloves", "The printer is slow"]);
  });

  test("comes back with what was typed where it is empty or too long", async () => {
    expect(expectSay(await omar.answers("   "), "idea-form").problem).toBe("empty");
    const long = expectSay(await answersUncut(omar, "x".repeat(2_001)), "idea-form");
    expect([long.problem, long.written?.friction?.length]).toEqual(["too-long", 2_001]);
    expectSay(await omar.answers("x".repeat(2_000)), "receipt");
  });

  test("is counted in characters as people see them", async () => {
    expect(expectSay(await answersUncut(omar, "😀".repeat(2_001)), "idea-form").problem).toBe("too-long");
    const seen = `${"x".repeat(118)}👍🏽👍🏽👍🏽${"e\u0301".repeat(1_800)}`;
    const { written } = expectSay(await answersUncut(omar, seen), "receipt");
    expect(written.friction).toBe(`${"x".repeat(118)}👍🏽👍🏽👍🏽${"é".repeat(1_800)}`);
    expect((await myIdeas(omar))[0]?.idea.title).toBe(`${"x".repeat(118)}👍🏽…`);
  });

  test("is kept well-formed and on plain lines, and an invisible one is empty", async () => {
    expect(expectSay(await omar.answers("\u200b\u2028 \u00ad"), "idea-form").problem).toBe("empty");
    const { written } = expectSay(await omar.answers("first\vsecond\rthird\u2028fourth\u0085\ud83d"), "receipt");
    expect(written.friction).toBe("first\nsecond\nthird\nfourth\n\ufffd");
  });

  test("cannot come from outside the team, and a forged form is refused in a sentence", async () => {
    const eve = world.person("Eve Evil");
    const stolen = omar.wouldSend("Send", { [line]: "Mine" });
    expect(await eve.sendsByHand(stolen)).toMatchObject({ say: "refusal", why: "not-in-team" });
    for (const forged of [{ ...stolen, team: "no such team" }, { verb: "launch-missiles" }])
      expect(await omar.sendsByHand(forged)).toMatchObject({ say: "refusal", why: "stale-form" });
  });
});

test("a text that is too long is told how long it may be, wherever it comes from", async () => {
  await world.moveTo(thisRound.question);
  const tooLong = (longest: number) => ({ say: "refusal", why: "too-long", about: String(longest) });
  expect(await answersUncut(omar, "x".repeat(20_001))).toEqual(tooLong(2_000));
  for (const text of [`idea ${"x".repeat(2_001)}`, "many words ".repeat(200).trim()])
    expect(expectSay(await omar.writes(text), "idea-form").problem).toBe("too-long");
  expect(expectSay(await omar.writes("many words"), "idea-form").problem).toBeUndefined();
  expectSay(await omar.answers("The printer is slow"), "receipt");
  await sara.writes("draft");
  await sara.presses("Change");
  const hold = sara.wouldSend("Hold back", { Reason: "something" });
  expect(await sara.sendsByHand({ ...hold, reason: "x".repeat(501) })).toEqual(tooLong(500));
  expect(await sara.writes(`done #1 ${"x".repeat(501)}`)).toEqual(tooLong(500));
  expectSay(await sara.sendsByHand({ ...hold, reason: "😀".repeat(500) }), "draft");
});

test("a card that is not Gnist's is not called too old", async () => {
  expect(await omar.sendsByHand({ choice: 1 })).toEqual({ say: "refusal", why: "foreign-card" });
});

test("another's idea can be neither edited nor withdrawn", async () => {
  expectSay(await omar.writes("idea The printer is slow"), "receipt");
  for (const title of ["Edit", "Withdraw"]) expect(await pia.sendsByHand(omar.wouldSend(title))).toMatchObject({ why: "not-your-idea" });
});

test("what is withdrawn is gone from the store, and Undo brings it back", async () => {
  expectSay(await omar.writes("idea The printer is slow"), "receipt");
  expectSay(await omar.presses("Withdraw"), "withdrawn");
  const rows = await world.ports.rows.list(`team|${teamId}`, { from: "idea", to: "idea~" });
  expect(JSON.stringify(rows)).not.toContain("printer");
  expectSay(await omar.presses("Undo"), "receipt");
  expect((await myIdeas(omar))[0]?.idea.title).toBe("The printer is slow");
});

test("two words or more that are no command are offered back as an idea; one word is not understood", async () => {
  const offer = expectSay(await omar.writes("the printer is slow again"), "idea-form");
  expect([offer.why, offer.written?.friction]).toEqual(["offer", "the printer is slow again"]);
  expect(await omar.writes("xyzzy")).toMatchObject({ say: "refusal", why: "unknown-command" });
  expect(expectSay(await omar.presses("Save"), "receipt").written.friction).toBe("the printer is slow again");
});

describe("No, thanks to an offer", () => {
  test("leaves a short line, and nothing is saved", async () => {
    await omar.writes("the printer is slow again");
    expectSay(await omar.presses("No, thanks"), "offer-dropped");
    expect(await myIdeas(omar)).toEqual([]);
  });

  test("that was saved on another device, for whichever team, shows the receipt and claims nothing else", async () => {
    const phone = omar.onAnotherDevice();
    await omar.writes("the printer is slow again");
    expectSay(await phone.presses("Save"), "receipt");
    expectSay(await omar.presses("No, thanks"), "receipt");
    await world.addsTeam("South clinic", [omar.name]);
    await world.moveTo(world.now() + minute);
    await omar.writes("the stairs are dark");
    expectSay(await phone.presses("Save", { Team: "South clinic" }), "receipt");
    expect(expectSay(await omar.presses("No, thanks"), "receipt").team.name).toBe("South clinic");
    expect(await pia.sendsByHand({ ...omar.wouldSend("Edit"), verb: "drop-offer", secret: "x".repeat(22) })).toEqual({
      say: "offer-dropped",
    });
  });
});

test("the same typed message delivered twice saves one idea", async () => {
  await omar.writes("idea The printer is slow");
  for (const activity of ["t1", "t1"])
    await world.receive({ happened: "wrote", who: omar.who, place: omar.chat, text: "idea Twice told", activity });
  expect((await myIdeas(omar)).map(({ idea }) => idea.title).sort()).toEqual(["The printer is slow", "Twice told"]);
});

test("two messages that Teams gives no id are two ideas", async () => {
  for (const text of ["idea The printer is slow", "idea The door squeaks"])
    await world.receive({ happened: "wrote", who: omar.who, place: omar.chat, text, activity: "" });
  expect(await myIdeas(omar)).toHaveLength(2);
});
