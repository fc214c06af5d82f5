import { expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { mostCardBytes } from "../../cards/parts/card.ts";
import { StoreFault } from "../../src/ports.ts";
import { day, nextRound, thisRound } from "../world/moments.ts";
import { aTeam, aTeamWithDigest, expectSay, generalChannel } from "../world/world.ts";
import { aTeamToMeet, beside, boardPosts, boardText, inChannel } from "./meeting.ts";

test("a lead opens a board: it walks the team through what to check, what waits longest, what to choose and what is done", async () => {
  const { world, sara, omar, pia, jonas } = await aTeamToMeet();
  expect(expectSay(await sara.writes("board", inChannel), "board-opening")).toMatchObject({ channelName: "General" });
  expect(boardText(world)).toMatchInlineSnapshot(`
    "North clinic · Wednesday 16 December at 13:00
    Board
    Close turns this post into the minutes, and so does the next digest. The minutes name owners who say yes and the lead who closes; other presses are only counted. What is posted may be requested as a public record.
    To check today
    #1  The printer is slow · 1 voice
    Omar Haddad · the date was Tue 15 Dec · shown 2 weeks ago
    Waiting longest
    #2  The door sticks · 1 voice
    Needs an owner · shown 2 weeks ago
    Three to choose
    #4  The keys are lost · 1 voice
    Needs an owner · shown 8 days ago
    Done since last
    #3  Nobody orders gloves
    we oiled it
    Pia Holm"
  `);
  expect(sara.buttons(inChannel)).toMatchInlineSnapshot(`
    [
      "Close",
      "Started",
      "On track",
      "Need help",
      "Me too",
      "Take or ask",
      "Me too",
      "Take or ask",
      "Thanks",
    ]
  `);
  await omar.presses("On track", inChannel);
  await jonas.presses("Me too", beside("#4"));
  await pia.presses("Take or ask", beside("#2"));
  await pia.presses("I'll take it", inChannel);
  await jonas.presses("Thanks", beside("#3"));
  await pia.writes("me too #4");
  expect(await sara.presses("On track", beside("#1"))).toMatchObject({ say: "refusal", why: "not-the-owner" });
  expect(await omar.presses("Close", inChannel)).toMatchObject({ say: "refusal", why: "not-a-lead" });
  expect(boardText(world)).toMatchInlineSnapshot(`
    "North clinic · Wednesday 16 December at 13:00
    Board
    Close turns this post into the minutes, and so does the next digest. The minutes name owners who say yes and the lead who closes; other presses are only counted. What is posted may be requested as a public record.
    To check today
    #1  The printer is slow · 1 voice
    Omar Haddad · the date was Tue 15 Dec · shown 2 weeks ago
    ✓ On track
    Waiting longest
    #2  The door sticks · 1 voice
    Pia Holm · by Wed 30 Dec · shown 2 weeks ago
    Three to choose
    #4  The keys are lost · 3 voices
    Needs an owner · shown 8 days ago
    Done since last
    #3  Nobody orders gloves
    we oiled it
    Pia Holm"
  `);
  expectSay(await sara.presses("Close", inChannel), "minutes");
  expect(boardText(world)).toMatchInlineSnapshot(`
    "North clinic · Wednesday 16 December 2026
    Minutes of the board
    Opened Wednesday 16 December at 13:00, closed 13:01.
    Closed by Sara Lind.
    Decisions
    #2  The door sticks
    Pia Holm takes it, by Wed 30 Dec
    Also on the board: #1, #3, #4
    2 more voices · 1 on track"
  `);
});

test("a second board leads to the one that is open; on another day it closes that one and opens a new one", async () => {
  const { world, sara } = await aTeamToMeet();
  await sara.writes("board", inChannel);
  const open = expectSay(await sara.writes("board"), "board-open");
  expect(boardPosts(world)).toHaveLength(1);
  expectSay(await sara.presses("Show it here"), "board");
  expectSay(await sara.presses("Close"), "minutes");
  expect(boardText(world)).toContain("Closed by Sara Lind.");
  await sara.writes("board");
  expect(boardPosts(world)).toHaveLength(2);
  await world.moveTo(world.now() + day);
  expectSay(await sara.writes("board"), "board-opening");
  const [first, second, third] = boardPosts(world);
  expect(first?.message).toMatchObject({ say: "minutes", id: open.board, closedHow: "lead" });
  expect(second?.message).toMatchObject({ say: "minutes", closedHow: "board" });
  expect(third?.message.say).toBe("board");
});

test("two leads who write board at once open one", async () => {
  const { world, sara, pia } = await aTeamToMeet();
  await pia.presses("I lead this team", inChannel);
  await sara.presses("Yes, they lead");
  await Promise.all([sara.write("board", inChannel), pia.write("board", inChannel)]);
  await world.settle();
  expect(boardPosts(world)).toHaveLength(1);
});

test("there is no board before the first digest, none in an archived team, and on none does an idea stand that the team was not shown", async () => {
  const { world, sara, omar } = await aTeam();
  expect(await sara.writes("board")).toMatchObject({ why: "no-digest" });
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.digest);
  await omar.writes("idea The door sticks");
  await sara.writes("board");
  expect(boardText(world)).toContain("The printer is slow");
  expect(boardText(world)).not.toContain("The door sticks");
  await world.receive({ happened: "team-archived", place: world.inChannel });
  await world.settle();
  expect(await sara.writes("board")).toMatchObject({ why: "team-archived" });
});

test("nobody sees who has been asked to own an idea, on a board or in its minutes", async () => {
  const { world, sara } = await aTeamWithDigest();
  await sara.writes("board", inChannel);
  await sara.presses("Take or ask", beside("#1"));
  await sara.presses("Ask", { ...inChannel, Person: "Jonas Berg" });
  expect(boardText(world)).toContain("Somebody has been asked");
  expect(boardText(world)).not.toContain("Jonas");
  await sara.presses("Close", inChannel);
  expect(boardText(world)).not.toContain("Jonas");
});

test.each([
  ["refused", { outcome: "refused", why: "gone", detail: "404" }],
  ["doubtful", { outcome: "doubtful", detail: "502" }],
] as const)("where Teams' answer is %s, the lead hears it once, and can open another board", async (outcome, trouble) => {
  const { world, sara } = await aTeamToMeet();
  world.trouble.set(generalChannel, trouble);
  await sara.writes("board", inChannel);
  world.trouble.clear();
  expect(sara.got("board-trouble")).toMatchObject([{ channelName: "General", ...(outcome === "doubtful" ? { isDoubtful: true } : {}) }]);
  expect(boardPosts(world)).toHaveLength(0);
  expectSay(await sara.writes("board", inChannel), "board-opening");
  expect(boardPosts(world)).toHaveLength(1);
});

test("a run that dies once the board is made posts it when it comes again, and once", async () => {
  const { world, sara } = await aTeamToMeet();
  world.expectTrouble();
  const { rows } = world.ports;
  let state: "well" | "made" | "died" = "well";
  const get: typeof rows.get = (...given) => {
    if (state !== "made") return rows.get(...given);
    state = "died";
    return Promise.reject(new StoreFault("down"));
  };
  const commit: typeof rows.commit = async (partition, changes) => {
    const made = await rows.commit(partition, changes);
    if (changes.some(({ key }) => key.startsWith("on-board|"))) state = "made";
    return made;
  };
  Object.assign(world.ports, { rows: { get, commit, list: rows.list.bind(rows), forget: rows.forget.bind(rows) } });
  await sara.writes("board", inChannel);
  for (let tries = 0; tries < 3; tries += 1) await world.moveTo(world.now() + 60_000);
  expect(state).toBe("died");
  expect(boardPosts(world)).toHaveLength(1);
  await world.settle();
  expect(boardPosts(world)).toHaveLength(1);
});

test("a bilingual team has one board in both languages, whose buttons work", async () => {
  const { world, sara, omar } = await aTeamToMeet();
  await sara.sets({ "Second language, for a team that uses two": "Svenska" });
  await sara.writes("board", inChannel);
  expect(boardText(world)).toContain("To check today / Att följa upp i dag");
  await omar.presses("On track / Det går bra", inChannel);
  expect(boardText(world)).toContain("✓ On track / Det går bra");
  await sara.presses("Close / Stäng", inChannel);
  expect(boardText(world)).toContain("Decisions / Beslut");
});

test("a board of a team with a hundred ideas is short, says how many more there are, and is small enough to send", async () => {
  const { world, sara, omar, pia } = await aTeam();
  for (const [first, { question, digest }] of [
    [0, thisRound],
    [50, nextRound],
  ] as const) {
    await world.moveTo(question);
    for (let at = first; at < first + 50; at += 1)
      await (at % 2 ? omar : pia).writes(`idea Lamp ${at} is dark, and nobody knows who changes it`);
    await world.moveTo(digest);
  }
  for (let number = 1; number <= 9; number += 1) await omar.writes(`take #${number}`);
  await world.moveTo(world.now() + 15 * day);
  await sara.writes("board", inChannel);
  const [post] = boardPosts(world);
  const board = expectSay(post?.message, "board");
  expect([board.check, board.waiting, board.choose].map(({ length }) => length)).toEqual([5, 3, 3]);
  expect([board.moreCheck, board.moreWaiting]).toEqual([4, 91 - 6]);
  const all = [...board.check, ...board.waiting, ...board.choose, ...board.done].map(({ id }) => id);
  expect(new Set(all).size).toBe(all.length);
  expect(2 * JSON.stringify(render(board, ["en", "fi"]).card).length).toBeLessThan(mostCardBytes);
});
