import { beforeEach, describe, expect, test } from "vitest";
import { readIdea } from "../../src/store/idea.ts";
import { day, hour, nextRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, expectSay, teamId, type World } from "../world/world.ts";

/* Once a round Gnist asks every owner how it goes, in one message about all that they own. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
/** Jonas takes it, and begins the test. */
let jonasTests: () => Promise<unknown>;
beforeEach(async () => {
  const team = await aTeamWithDigest("The printer jams");
  ({ world, sara, omar, pia, jonas } = team);
  jonasTests = async () => {
    await jonas.writes("take #1");
    await jonas.sendsByHand({ verb: "start", team: teamId, idea: team.idea, due: "2026-12-18", test: "one week" });
  };
});

const checkIns = (person: Person) => person.got("check-in");
/** Answers that make the reminder pass everybody by. */
const allAnswer = async () => {
  await world.moveTo(nextRound.question);
  for (const person of [sara, omar, pia, jonas]) await person.writes("nothing");
};

describe("comes", () => {
  test("once a round, at the moment of the reminder, to those who own something", async () => {
    await jonas.writes("take #1");
    await allAnswer();
    await world.moveTo(nextRound.reminder - hour);
    expect(checkIns(jonas)).toEqual([]);
    await world.moveTo(nextRound.reminder);
    expect(checkIns(jonas).map(({ why, ideas }) => [why, ideas.map(({ idea }) => idea.title)])).toEqual([["round", ["The printer jams"]]]);
    expect(checkIns(jonas).at(-1)?.question).toBeUndefined();
    expect([sara, omar, pia].flatMap(checkIns)).toEqual([]);
  });

  test("as one card with the reminder to an owner who has not answered", async () => {
    await jonasTests();
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.reminder);
    expect(jonas.got("idea-form").map(({ why }) => why)).not.toContain("reminder");
    expect(checkIns(jonas).map(({ question }) => question?.why)).toEqual(["reminder"]);
    expect(pia.got("idea-form").map(({ why }) => why)).toContain("reminder");
    await jonas.presses("On track");
    expect(jonas.sees().at(-1)?.message.say).toBe("check-in");
    expectSay(await jonas.answers("The lift is slow"), "receipt");
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ["Send", () => jonas.answers("The lift is slow"), "receipt"],
    [
      "Send without a trace",
      async () => {
        await jonas.presses("Add details");
        await jonas.answers("The lift is slow", { "Without a trace": "true" });
      },
      "kept-without-trace",
    ],
    ["Nothing this week", () => jonas.presses("Nothing this week"), "nothing-noted"],
    ["Ask me tomorrow", () => jonas.presses("Ask me tomorrow"), "later-noted"],
  ])("which comes again without the question below the answer to %s, as long as it waits for its owner", async (_title, answer, say) => {
    await jonasTests();
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.reminder);
    await answer();
    const [answered, checkIn] = jonas.sees().slice(-2);
    expect(answered?.message.say).toBe(say);
    expect(expectSay(checkIn?.message, "check-in").question).toBeUndefined();
    expect(expectSay(await jonas.presses("On track"), "check-in").ideas.map(({ noted }) => noted)).toEqual(["on-track"]);
  });

  test("which does not come again once its owner has answered it", async () => {
    await jonasTests();
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.reminder);
    await jonas.writes("on track #1");
    const messages = jonas.sees().length;
    expectSay(await jonas.presses("Nothing this week"), "nothing-noted");
    expect(jonas.sees()).toHaveLength(messages);
  });

  test("also in a round whose digest a lead has posted early", async () => {
    await jonas.writes("take #1");
    await allAnswer();
    await sara.writes("The lift is slow");
    await sara.writes("digest now");
    await world.moveTo(nextRound.reminder);
    expect(checkIns(jonas)).toHaveLength(1);
  });

  test("once on a day on which two rounds have theirs", async () => {
    await jonas.writes("take #1");
    await allAnswer();
    await world.moveTo(nextRound.reminder - hour);
    await sara.writes("prompt now");
    await world.moveTo(nextRound.reminder + day);
    expect(checkIns(jonas)).toHaveLength(1);
  });

  test("not to a person who has paused", async () => {
    await jonas.writes("take #1");
    await allAnswer();
    await jonas.writes("pause");
    await world.moveTo(nextRound.reminder);
    expect(checkIns(jonas)).toEqual([]);
  });

  test("not in an archived team", async () => {
    await jonas.writes("take #1");
    await allAnswer();
    await world.receive({ happened: "team-archived", place: world.inChannel });
    await world.moveTo(nextRound.reminder);
    expect(checkIns(jonas)).toEqual([]);
  });

  test("once where its job runs again, and on two instances", async () => {
    await jonas.writes("take #1");
    await allAnswer();
    await world.moveTo(nextRound.reminder);
    const job = { job: "check-in", team: teamId, round: nextRound.id, at: nextRound.reminder } as const;
    for (let times = 0; times < 3; times += 1) await world.put(job);
    await world.settle();
    expect(checkIns(jonas)).toHaveLength(1);
  });

  test("once with its reminder, where its job runs again", async () => {
    await jonas.writes("take #1");
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.reminder);
    await world.put({ job: "check-in", team: teamId, round: nextRound.id, at: nextRound.reminder });
    await world.put({ job: "remind-round", team: teamId, round: nextRound.id, at: nextRound.reminder });
    await world.settle();
    expect(checkIns(jonas)).toHaveLength(1);
    expect(jonas.got("idea-form").filter(({ why }) => why === "reminder")).toEqual([]);
  });
});

describe("its buttons", () => {
  beforeEach(async () => {
    await jonasTests();
    await allAnswer();
    await world.moveTo(nextRound.reminder);
  });

  test("On track is noted on that card", async () => {
    const said = expectSay(await jonas.presses("On track"), "check-in");
    expect(said.ideas.map(({ noted }) => noted)).toEqual(["on-track"]);
    expect(expectSay(await jonas.presses("On track"), "check-in").ideas.map(({ noted }) => noted)).toEqual(["on-track"]);
  });

  test("Need help opens a form beside it, and tells the leads", async () => {
    await jonas.presses("Need help");
    expect(checkIns(jonas)).toHaveLength(1);
    expectSay(await jonas.presses("Need help", { on: "What would help?", "What would help?": "A key to the cupboard" }), "help-asked");
    expect(sara.got("needs-help").map(({ name, line }) => [name, line])).toEqual([["Jonas Berg", "A key to the cupboard"]]);
  });

  test("Need help works without a line, and is told once where it is pressed again", async () => {
    await jonas.presses("Need help");
    await jonas.presses("Need help", { on: "What would help?" });
    await jonas.writes("need help #1");
    expect(sara.got("needs-help").map(({ line }) => line)).toEqual([undefined]);
  });

  test("Need help stays noted as a call for help where the press is repeated", async () => {
    await jonas.presses("Need help");
    await jonas.presses("Need help", { on: "What would help?", "What would help?": "A key" });
    await jonas.writes("need help #1 A key");
    const { idea } = expectSay(await jonas.writes("#1"), "idea-story");
    expect((await readIdea(world.ports.rows, teamId, idea.id))?.idea.help).toMatchObject({ why: "A key" });
  });
});

describe("what an owner can always do stands on it for each idea, behind the three dots", () => {
  const until = (card: string) => world.moveTo(nextRound.reminder + (card === "nudge" ? 2 * day : 0));
  beforeEach(async () => {
    await jonasTests();
    await allAnswer();
    await world.moveTo(nextRound.reminder);
  });

  test.each(["check-in", "nudge"])("of a %s: Change date", async (card) => {
    await until(card);
    expectSay(await jonas.presses("Change date"), "sent-beside");
    expect(checkIns(jonas)).toHaveLength(card === "nudge" ? 2 : 1);
    expectSay(await jonas.presses("Save", { Date: "2027-01-08" }), "owned");
  });

  test.each(["check-in", "nudge"])("of a %s: Give it back, with a reason after ten minutes", async (card) => {
    await until(card);
    expectSay(await jonas.presses("Give it back"), "sent-beside");
    expectSay(await jonas.presses("Give it back", { on: "Give it back", Reason: "No time" }), "given-back");
    expect(checkIns(jonas)).toHaveLength(card === "nudge" ? 2 : 1);
    expect(expectSay(await sara.writes("#1"), "idea-story").idea.stage).toBe("new");
  });
});

test("a plan that waits has Started, which opens its form beside the check-in", async () => {
  await jonas.writes("take #1");
  await allAnswer();
  await world.moveTo(nextRound.reminder);
  expect(jonas.buttons()).toEqual(["My actions", "Started", "Need help", "Stop", "Change date", "Give it back", "Why does this happen?"]);
  await jonas.presses("Started");
  expect(
    jonas
      .sees()
      .map(({ message }) => message.say)
      .slice(-2),
  ).toEqual(["check-in", "test-form"]);
});

test("what was tested has the way to its check", async () => {
  await jonasTests();
  await jonas.writes("test done #1");
  await allAnswer();
  await world.moveTo(nextRound.reminder);
  expect(jonas.buttons()).toEqual([
    "My actions",
    "On track",
    "Need help",
    "How did it go?",
    "Stop",
    "Change date",
    "Give it back",
    "Why does this happen?",
  ]);
});

test("the words do what the buttons do", async () => {
  await jonas.writes("take #1");
  expect(expectSay(await jonas.writes("on track #1"), "check-in").ideas.map(({ noted }) => noted)).toEqual(["on-track"]);
  expectSay(await jonas.writes("need help #1 A key to the cupboard"), "help-asked");
  expect(sara.got("needs-help").map(({ line }) => line)).toEqual(["A key to the cupboard"]);
  expect(expectSay(await pia.writes("on track #1"), "refusal").why).toBe("not-the-owner");
});
