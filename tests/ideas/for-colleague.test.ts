import { beforeEach, describe, expect, test } from "vitest";
import { ideaIdOf } from "../../src/domain/ids.ts";
import { readIdeas } from "../../src/store/idea.ts";
import { textOf } from "../world/cards.ts";
import { hour, minute, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { everyRow } from "../world/rows.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
});

const said = "idea for a colleague: The lift is slow";
const rowsNow = async () => new Map((await everyRow(world)).map(({ partition, row }) => [`${partition} ${row.key}`, JSON.stringify(row)]));
const stored = async () => (await readIdeas(world.ports.rows, teamId)).map(({ idea }) => idea);

test("an idea for a colleague leaves nothing that leads to whoever typed it, and goes through its life without an author", async () => {
  await world.moveTo(thisRound.question);
  await omar.writes("my ideas");
  const before = await rowsNow();
  const kept = expectSay(await omar.writes(said), "kept-for-colleague");
  expect(kept).toMatchObject({ written: { friction: "The lift is slow" }, digestAt: thisRound.digest });
  expect(omar.buttons()).toEqual(["Withdraw"]);
  const written = [...(await rowsNow())].filter(([key, row]) => before.get(key) !== row);
  expect(written.map(([key]) => key.replace(/^.* /, "").split("|")[0]).sort()).toEqual([
    expect.stringMatching(/^2026-11-26T13:00/),
    "handled",
    "idea",
    "voice",
  ]);
  for (const [key, row] of written) expect(key + row).not.toContain(omar.id);
  expect(JSON.stringify(await stored())).not.toContain("author");
  expect(expectSay(await omar.writes("my ideas"), "my-ideas").ideas).toEqual([]);
  expect(await omar.writes("withdraw")).toMatchObject({ why: "no-such-idea" });
  // The question is still open for an answer of one's own.
  expectSay(await omar.answers("The printer is slow"), "receipt");
  await world.moveTo(thisRound.question + 2 * hour);
  expect([...(await rowsNow()).keys()].filter((key) => key.includes("handled"))).toEqual([]);

  // It is held back and put back: the card promises no more than to tell an author who can be reached.
  await sara.writes("draft");
  await sara.presses("Change", { on: "The lift is slow" });
  expect(textOf(sara.sees().at(-1)?.card ?? {})).toContain("if I can reach them");
  await sara.presses("Back");
  await sara.changes("The lift is slow", "Hold back", { Reason: "not yet" });
  await world.moveTo(thisRound.digest);
  await sara.writes("draft");
  await sara.presses("Put back");
  await world.moveTo(nextRound.question);
  await jonas.answers("The stairs are steep");
  await world.moveTo(nextRound.digest);
  const shown = () => [world.inTeam("digest").at(-1)?.digest].flatMap((digest) => [...(digest?.top ?? []), ...(digest?.open ?? [])]);
  const lift = () => shown().find(({ title }) => title === "The lift is slow");
  expect(lift()).toMatchObject({ voices: 1 });
  expect(lift()).not.toHaveProperty("authorName");

  // Its typist may back it like anybody, and its one voice moves with it.
  expectSay(await omar.writes(`me too #${lift()?.number}`), "voice-added");
  expect(lift()?.voices).toBe(2);
  const stairs = () => shown().find(({ title }) => title.includes("stairs"));
  const merge = { team: teamId, idea: lift()?.id };
  await sara.sendsByHand({ verb: "merge-idea", ...merge, into: stairs()?.id });
  expect(stairs()?.voices).toBe(3);
  expect(textOf(sara.sees().at(-1)?.card ?? {})).toContain("The voices count there.");
  expect(textOf(sara.sees().at(-1)?.card ?? {})).toContain("if I can reach them");
  await sara.sendsByHand({ verb: "unmerge-idea", ...merge });
  expect([stairs()?.voices, lift()?.voices]).toEqual([1, 2]);

  const number = lift()?.number;
  await jonas.writes(`take #${number}`);
  await jonas.writes(`done #${number} oiled`);
  await pia.writes(`thanks #${number}`);
  await world.toNews();
  await world.moveTo(roundAfter(2).question);
  await world.moveTo(roundAfter(2).digest);
  await world.toNews();
  const ofLift = omar.news().filter((one) => one.number === number);
  expect(new Set(ofLift.map(({ reader }) => reader))).toEqual(new Set(["voice"]));
  expect(pia.news()).toEqual([]);
});

describe("the receipt of an idea for a colleague", () => {
  test("withdraws it for whoever holds the card, undoes that, and does nothing to an idea with an author", async () => {
    await omar.writes("idea The printer is slow");
    const own = omar.wouldSend("Withdraw");
    await omar.writes(said);
    const press = omar.wouldSend("Withdraw");
    const withdrawn = expectSay(await pia.sendsByHand(press), "withdrawn");
    expect(withdrawn.written?.friction).toBe("The lift is slow");
    const rows = await everyRow(world);
    expect(JSON.stringify(rows)).not.toContain("lift");
    expectSay(await omar.presses("Withdraw"), "withdrawn");
    await pia.sendsByHand({ verb: "restore-for-colleague", team: teamId, secret: press.secret, written: withdrawn.written });
    expect(expectSay(await omar.writes("draft"), "refusal").why).toBe("not-a-lead");
    expect((await stored()).map(({ friction, stage }) => [friction, stage]).sort()).toEqual([
      ["The lift is slow", "new"],
      ["The printer is slow", "new"],
    ]);
    for (const secret of [String(own.idea), "x".repeat(22)])
      expect(await omar.sendsByHand({ verb: "withdraw-for-colleague", team: teamId, secret })).toMatchObject({ why: "no-such-idea" });
    expect(await omar.sendsByHand({ verb: "edit-idea", team: teamId, idea: ideaIdOf(String(press.secret)) })).toMatchObject({
      why: "not-your-idea",
    });
  });

  test("says after an undone withdrawal that the digest has shown it, and is not brought back where Gnist is in the team no more", async () => {
    await world.moveTo(thisRound.question);
    await omar.writes(said);
    await world.moveTo(thisRound.digest);
    expectSay(await omar.presses("Withdraw"), "withdrawn");
    const undo = omar.wouldSend("Undo");
    expect(expectSay(await omar.presses("Undo"), "kept-for-colleague").number).toBe(1);
    expect(textOf(omar.sees().at(-1)?.card ?? {})).toContain("It is #1, and is in the digest.");
    await omar.presses("Withdraw");
    await world.receive({ happened: "removed-from-team", place: world.inChannel });
    expect(await omar.sendsByHand(undo)).toMatchObject({ why: "team-removed" });
    expect(JSON.stringify(await everyRow(world))).not.toContain("lift");
  });

  test("comes again, without Withdraw, where Teams delivers the message again", async () => {
    for (const text of [said, said]) {
      const reply = await world.receive({ happened: "wrote", who: omar.who, place: omar.chat, text, activity: "t1" });
      expect(reply?.message).toMatchObject({ say: "kept-for-colleague" });
    }
    expect(await stored()).toHaveLength(1);
  });

  test("comes from the form too, which keeps its words where the store is away, and keeps one idea", async () => {
    const form = expectSay(await omar.writes("Idea for a colleague."), "colleague-form");
    expect(form.written).toBeUndefined();
    const phone = omar.onAnotherDevice();
    await phone.presses("Send", { [line]: "The lift is slow" });
    expectSay(await omar.presses("Send", { [line]: "The lift is slow" }), "kept-for-colleague");
    expect(await stored()).toHaveLength(1);

    world.storeIs("down");
    world.expectTrouble();
    const back = expectSay(await omar.write("idea for a colleague: The door sticks"), "colleague-form");
    expect(back).toMatchObject({ problem: "not-saved", written: { friction: "The door sticks" } });
    world.storeIs("well");
    expectSay(await omar.presses("Send"), "kept-for-colleague");
    expect((await stored()).map(({ friction }) => friction).sort()).toEqual(["The door sticks", "The lift is slow"]);
    // Other words on a form that was sent are offered on a fresh one.
    expect(expectSay(await phone.onAnotherDevice().presses("Send", { [line]: "Something else" }), "colleague-form").written).toMatchObject({
      friction: "Something else",
    });
  });
});

test("a person in two teams chooses the team of an idea for a colleague", async () => {
  await world.addsTeam("South clinic", [omar.name]);
  await world.moveTo(world.now() + minute);
  expectSay(await omar.writes(said), "colleague-form");
  expect(expectSay(await omar.presses("Send", { Team: "South clinic" }), "kept-for-colleague").team.name).toBe("South clinic");
  expect(await stored()).toEqual([]);
});
