import { expect, test } from "vitest";
import { day, hour, nextRound, thisRound } from "../world/moments.ts";
import { aTeam, aTeamWithDigest, expectSay, teamId } from "../world/world.ts";

/* When a round's check-in is due, and for whom: also without a reminder, and for people in several teams. */

test("a team without a reminder has it on Monday at 10:00", async () => {
  const { world, sara, omar, jonas } = await aTeam();
  await world.moveTo(thisRound.question);
  await omar.answers("The printer jams");
  await world.moveTo(thisRound.digest);
  await sara.sets({ "Reminder: day": "No reminder" });
  await jonas.writes("take #1");
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.reminder - hour);
  expect(jonas.got("check-in")).toEqual([]);
  await world.moveTo(nextRound.reminder);
  expect(jonas.got("check-in").map(({ question }) => question)).toEqual([undefined]);
  expect(jonas.got("idea-form").map(({ why }) => why)).not.toContain("reminder");
});

test("a person in several teams has one a week, about the ideas of all, with the one reminder", async () => {
  const { world, omar, jonas } = await aTeam();
  await world.addsTeam("South clinic", ["Eva Ek", "Jonas Berg"]);
  const eva = world.person("Eva Ek");
  await world.moveTo(thisRound.question);
  await omar.answers("The printer jams");
  await eva.answers("The door is heavy");
  await world.moveTo(thisRound.digest);
  for (const [name, title] of [
    ["channel", "The printer jams"],
    ["South clinic", "The door is heavy"],
  ] as const) {
    await jonas.presses("Take or ask", { in: name, on: title });
    await jonas.presses("I'll take it", { in: name });
  }
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.reminder + 2 * hour);
  expect(jonas.got("check-in").map(({ ideas, question }) => [ideas.map(({ idea }) => idea.title).sort(), question?.why])).toEqual([
    [["The door is heavy", "The printer jams"], "reminder"],
  ]);
  expect(jonas.got("idea-form").filter(({ why, round }) => why === "reminder" && round === nextRound.id)).toEqual([]);
  await world.moveTo(nextRound.reminder + 2 * day + 2 * hour);
  expect(jonas.got("check-in").map(({ why, ideas }) => [why, ideas.length])).toEqual([
    ["round", 2],
    ["nudge", 2],
  ]);
  await world.moveTo(nextRound.reminder + 4 * day + 3 * hour);
  expect(
    world
      .person("Sara Lind")
      .got("quiet-idea")
      .map(({ idea }) => idea.title),
  ).toEqual(["The printer jams"]);
  expect(eva.got("quiet-idea").map(({ idea }) => idea.title)).toEqual(["The door is heavy"]);
});

test("after downtime over a weekend one comes on the next working day, and its nudge two working days after that", async () => {
  const { world, omar, jonas } = await aTeam();
  await world.moveTo(thisRound.question);
  await omar.answers("The printer jams");
  await world.moveTo(thisRound.digest);
  await jonas.writes("take #1");
  await world.moveTo(nextRound.question);
  const saturday = nextRound.reminder + 5 * day;
  await world.moveTo(saturday);
  expect(jonas.got("check-in")).toEqual([]);
  await world.moveTo(saturday + 2 * day);
  // It gives way to the one of the round after it, which is due on that Monday.
  expect(jonas.got("check-in").map(({ why }) => why)).toEqual(["round"]);
  await world.moveTo(saturday + 4 * day + hour);
  expect(jonas.got("check-in").map(({ why }) => why)).toEqual(["round", "nudge"]);
});

test("one of a Friday evening that comes late waits for Monday", async () => {
  const { world, sara, jonas } = await aTeamWithDigest();
  await jonas.writes("take #1");
  await sara.sets({ "Reminder: day": "Friday", "Reminder: time": "20:00" });
  await world.moveTo(nextRound.question);
  await jonas.writes("nothing");
  await world.moveTo(nextRound.question + day);
  await world.moveTo(Date.parse("2026-12-05T06:00:00+01:00"));
  expect(jonas.got("check-in")).toEqual([]);
  await world.moveTo(Date.parse("2026-12-07T09:00:00+01:00"));
  expect(jonas.got("check-in").map(({ why }) => why)).toEqual(["round"]);
});

test("an owner whose last idea ends while Teams is away gets the reminder by itself, once", async () => {
  const { world, sara, jonas } = await aTeamWithDigest();
  await jonas.writes("take #1");
  await world.moveTo(nextRound.question);
  world.trouble.set(jonas.chatId, { outcome: "later", afterMs: 600_000, cause: "again", detail: "busy" });
  world.expectTrouble();
  await world.moveTo(nextRound.reminder);
  await sara.writes("done #1 It was replaced");
  world.trouble.delete(jonas.chatId);
  await world.moveTo(nextRound.reminder + 2 * hour);
  await world.put({ job: "check-in", team: teamId, round: nextRound.id, at: nextRound.reminder });
  await world.settle();
  expect(jonas.got("check-in")).toEqual([]);
  expect(jonas.got("idea-form").filter(({ why, round }) => why === "reminder" && round === nextRound.id)).toHaveLength(1);
});

test("an owner whom the settings except from the question is asked how it goes", async () => {
  const { world, sara, omar, jonas } = await aTeam();
  await world.moveTo(thisRound.question);
  await omar.answers("The printer jams");
  await world.moveTo(thisRound.digest);
  await jonas.writes("take #1");
  await sara.sets({ "People not asked": "Jonas Berg" });
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.reminder);
  expectSay(jonas.got("check-in")[0], "check-in");
});
