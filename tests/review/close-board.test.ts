import { describe, expect, test } from "vitest";
import { readBoards } from "../../src/store/board.ts";
import { readTeam } from "../../src/store/team.ts";
import { isErased } from "../people/erased.ts";
import { copiesOf } from "../records/copies.ts";
import { day, hour, minute, nextRound, roundAfter } from "../world/moments.ts";
import { everyRow } from "../world/rows.ts";
import { aTeamWithDigest, expectSay, generalChannel, teamId, type World } from "../world/world.ts";
import { aTeamToMeet, beside, boardPosts, boardText, inChannel } from "./meeting.ts";

const aBoard = async (...more: readonly string[]) => {
  const team = await aTeamToMeet(...more);
  await team.sara.writes("board", inChannel);
  return team;
};

const openBoard = async (world: World) => (await readTeam(world.ports.rows, teamId))?.team.openBoard;

describe("a board that is closed", () => {
  test("by two leads at once names one of them, and both see the same minutes", async () => {
    const { world, sara, pia } = await aBoard();
    await pia.presses("I lead this team", inChannel);
    await sara.presses("Yes, they lead");
    const [first, second] = await Promise.all([sara.press("Close", inChannel), pia.press("Close", inChannel)]);
    await world.settle();
    const minutes = expectSay(boardPosts(world)[0]?.message, "minutes");
    expect(["Sara Lind", "Pia Holm"]).toContain(minutes.closedBy);
    for (const answer of [first, second]) expect(expectSay(answer, "minutes").closedBy).toBe(minutes.closedBy);
    expect(await openBoard(world)).toBeUndefined();
  });

  test("is kept as it stood, and so are its minutes, without the words of an author who has them deleted", async () => {
    const { world, sara, omar, pia } = await aBoard();
    await pia.presses("Take or ask", beside("#2"));
    await pia.presses("I'll take it", inChannel);
    await omar.writes("done #1 It prints");
    await sara.presses("Close", inChannel);
    await world.settle();
    const copies = async () => (await copiesOf(world)).filter(({ kind }) => kind !== "digest");
    expect(new Set((await copies()).map(({ kind }) => kind))).toEqual(new Set(["board", "minutes"]));
    const kept = JSON.stringify(await copies());
    expect(kept).toContain("The printer is slow");
    expect(kept).toContain("Pia Holm");
    expect(kept).toContain("It prints");
    await isErased(world, omar, "Delete my ideas too");
    await world.settle();
    expect(JSON.stringify(await copies())).not.toMatch(/The printer is slow|It prints/);
    expect(await everyRow(world).then((rows) => JSON.stringify(rows))).not.toContain("It prints");
  });

  test("while people press keeps what they pressed in time, and answers later presses with the minutes", async () => {
    const { world, sara, pia, jonas } = await aBoard();
    const late = jonas.onAnotherDevice();
    const stale = jonas.wouldSend("Me too", beside("#4"));
    await pia.press("Take or ask", beside("#2"));
    await Promise.all([pia.press("I'll take it", inChannel), sara.press("Close", inChannel)]);
    await world.settle();
    expect(boardText(world)).toContain("Pia Holm takes it, by");
    expect((await late.sendsByHand(stale, inChannel)).say).toBe("minutes");
    expect(boardText(world)).not.toContain("more voice");
  });

  test("counts two presses at once, both of which its post shows", async () => {
    const { world, sara, pia, jonas } = await aBoard();
    const answers = await Promise.all([jonas.press("Me too", beside("#4")), pia.press("Me too", beside("#4"))]);
    for (const answer of answers) expectSay(answer, "board");
    await world.settle();
    expect(boardText(world)).toContain("The keys are lost · 3 voices");
    await sara.presses("Close", inChannel);
    expect(boardText(world)).toContain("2 more voices");
  });

  test("tells each kind of decision, without the names of those who made it, and with the result or the lesson", async () => {
    const { world, sara, omar, pia, jonas } = await aBoard();
    await omar.presses("Started", beside("#1"));
    await omar.presses("Started", { "Smallest test": "One printer" });
    await omar.presses("Test done", beside("#1"));
    await omar.presses("Adopt", { "Did it help?": "It prints" });
    await pia.writes("take #2");
    await jonas.writes("take #4");
    await jonas.presses("Give it back");
    await sara.writes("stop #2: the door was new");
    await sara.presses("Close", inChannel);
    expect(boardText(world)).toMatchInlineSnapshot(`
      "North clinic · Wednesday 16 December 2026
      Minutes of the board
      Opened Wednesday 16 December at 13:00, closed 13:01.
      Closed by Sara Lind.
      Decisions
      #1  The printer is slow
      Test begun · test done · adopted
      It prints
      #2  The door sticks
      Pia Holm takes it, by Wed 30 Dec · stopped
      the door was new
      #4  The keys are lost
      Jonas Berg takes it · needs an owner again
      Also on the board: #3"
    `);
  });

  test.each([
    [4, false],
    [5, true],
  ])("counts thanks from five people on, because fewer could tell who said them: %i", async (said, isCounted) => {
    const others = ["Nina Ny", "Eva Ek", "Kim Ek"];
    const { world, sara, omar, pia, jonas } = await aBoard(...others);
    const people = [omar, pia, jonas, ...others.map(world.person)];
    for (const person of people.slice(0, said)) await person.presses("Thanks", beside("#3"));
    await sara.presses("Close", inChannel);
    expect(boardText(world).includes("5 thanks")).toBe(isCounted);
    expect(boardText(world).includes("thanks")).toBe(isCounted);
  });

  test("keeps its minutes when ideas go on: a later voice, owner or date changes nothing", async () => {
    const { world, sara, omar, pia } = await aBoard();
    await omar.presses("Me too", beside("#2"));
    await sara.presses("Close", inChannel);
    const before = boardText(world);
    await pia.writes("me too #2");
    await pia.writes("take #4");
    await world.moveTo(world.now() + hour);
    expect(boardText(world)).toBe(before);
    expect(before).toContain("1 more voice");
  });
});

describe("a board that nobody closes", () => {
  test("is closed by the next digest, and names no lead", async () => {
    const { world, omar } = await aBoard();
    await omar.writes("idea The bins are full");
    await world.moveTo(roundAfter(3).digest);
    expect(boardText(world)).toContain("It closed by itself when the digest came.");
    expect(boardText(world)).not.toContain("Sara");
    expect(world.inTeam("digest")).toHaveLength(3);
  });

  test("stays open where the job of a digest that was posted before it runs once more", async () => {
    const { world } = await aBoard();
    await world.put({ job: "post-digest", team: teamId, round: nextRound.id, at: nextRound.digest });
    await world.settle();
    expect(await openBoard(world)).toBeDefined();
  });

  test("is closed where there is nothing to post, too", async () => {
    const { world } = await aBoard();
    await world.moveTo(roundAfter(2).digest + day);
    await world.moveTo(roundAfter(4).digest + day);
    expect(boardText(world)).toContain("It closed by itself when the digest came.");
    expect(await openBoard(world)).toBeUndefined();
  });

  test("closes in an archived team when a lead says so, and its post follows once the team is back", async () => {
    const { world, sara } = await aBoard();
    await world.receive({ happened: "team-archived", place: world.inChannel });
    await world.settle();
    await sara.presses("Close", inChannel);
    expect(boardPosts(world)[0]?.message.say).toBe("board");
    await world.receive({ happened: "team-unarchived", place: world.inChannel });
    await world.settle();
    expect(boardPosts(world)[0]?.message.say).toBe("minutes");
  });

  test("whose channel was deleted is closed from the lead's own chat", async () => {
    const { world, sara } = await aBoard();
    world.trouble.set(generalChannel, { outcome: "refused", why: "gone", detail: "404" });
    await sara.writes("board");
    expectSay(await sara.presses("Close"), "minutes");
    expect(world.logged.some(({ event }) => event === "post-not-renewed")).toBe(true);
    world.trouble.clear();
    expectSay(await sara.writes("board"), "board-opening");
    expect(boardPosts(world)).toHaveLength(2);
  });
});

describe("the words and names on a board", () => {
  test("go from it and from its minutes when their author withdraws them, and come back with Undo", async () => {
    const { world, sara, omar } = await aTeamWithDigest("Secret words");
    await sara.writes("board", inChannel);
    expect(boardText(world)).toContain("Secret words");
    expect(expectSay(await omar.presses("Withdraw"), "withdrawn").post).toBe("gone");
    expect(boardText(world)).not.toContain("Secret words");
    expect(boardText(world)).toContain("#1 withdrawn by its author");
    await omar.presses("Undo");
    expect(boardText(world)).toContain("Secret words");
    await sara.writes("take #1");
    await sara.writes("board");
    await sara.presses("Show it here");
    await sara.presses("Close", inChannel);
    expect(boardText(world)).toContain("Secret words");
    await omar.presses("Withdraw");
    expect(boardText(world)).not.toContain("Secret words");
    expect(boardText(world)).toContain("#1 withdrawn by its author");
    expect(
      JSON.stringify(
        sara
          .sees()
          .map(({ message }) => message)
          .filter(({ say }) => say === "board" || say === "minutes"),
      ),
    ).not.toContain("Secret");
  });

  test("leave no trace of a lead and an owner who have their data deleted", async () => {
    const { world, sara, pia } = await aBoard();
    await pia.writes("take #2");
    await sara.presses("Close", inChannel);
    expect(boardText(world)).toContain("Pia Holm takes it");
    for (const person of [pia, sara]) {
      await person.write("delete my data");
      await person.press("Keep them without my name");
      for (let walk = 0; walk < 5; walk += 1) await world.moveTo(world.now() + 5 * minute);
    }
    expect(boardText(world)).toContain("Closed by a team lead.");
    expect(boardText(world)).toContain("A colleague takes it");
    const rows = (await everyRow(world)).filter(({ row }) => row.key.startsWith("board|"));
    expect(rows).toHaveLength(1);
    for (const { id } of [pia, sara]) expect(JSON.stringify(rows)).not.toContain(id);
  });

  test("are kept no longer than the months that the team keeps", async () => {
    const { world, sara } = await aBoard();
    await sara.presses("Close", inChannel);
    expect(await readBoards(world.ports.rows, teamId)).toHaveLength(1);
    await sara.sets({ "How long ideas are kept": "3 months" });
    await world.moveTo(nextRound.digest + 150 * day);
    expect(await readBoards(world.ports.rows, teamId)).toHaveLength(0);
    expect((await everyRow(world)).filter(({ row }) => row.key.startsWith("on-board|"))).toEqual([]);
  });
});
