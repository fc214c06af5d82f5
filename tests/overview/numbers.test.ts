import { beforeEach, describe, expect, test } from "vitest";
import { day, hour, minute, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { everyRow } from "../world/rows.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, startWorld, type World } from "../world/world.ts";
import { middle, openLedger } from "./ledger.ts";

const more = ["Kim Ek", "Ali Ek", "Eva Ek", "Ida Ek"];

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
let kim: Person;
let others: readonly Person[];
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam(...more));
  others = more.map((name) => world.person(name));
  kim = world.person("Kim Ek");
});

const numbersOf = async (person: Person) => expectSay(await person.writes("numbers"), "numbers");
const sum = async () => (await numbersOf(pia)).sum;
const titles = (round: number) => [`Printer ${round}`, `Gloves ${round}`, `Door ${round}`];

test("four rounds come to what the ledger of people's deeds says", async () => {
  const ledger = openLedger(world);
  for (let round = 0; round < 4; round += 1) {
    await ledger.moveTo(roundAfter(round).question);
    const [printer = "", gloves = "", door = ""] = titles(round);
    await ledger.wrote(omar, printer);
    await ledger.moveTo(world.now() + day);
    await ledger.wrote(jonas, gloves);
    if (round === 1) await ledger.wrote(kim, door);
    for (const one of others.slice(1)) await ledger.nothing(one);
    await ledger.moveTo(roundAfter(round).digest);
    await ledger.moveTo(world.now() + (1 + round) * hour);
    await ledger.took(pia, printer);
    if (round > 0) await ledger.took(sara, titles(round - 1)[1] ?? "");
    if (round === 2) await ledger.adopted(pia, titles(0)[0] ?? "", 15, 12);
    if (round === 2) await ledger.stopped(sara, titles(1)[1] ?? "");
    if (round === 3) await ledger.adopted(pia, titles(1)[0] ?? "", 5, 1);
  }
  await ledger.moveTo(roundAfter(4).question);
  await ledger.moveTo(roundAfter(4).digest);
  const { rounds, sum } = await numbersOf(omar);
  expect(rounds.map(({ week }) => week)).toEqual([0, 1, 2, 3, 4].map((round) => roundAfter(round).id));
  expect(rounds.map(({ ideas }) => ideas)).toEqual([2, 3, 2, 2, 0]);
  expect(rounds.map(({ ended }) => ended)).toEqual([0, 0, 0, 2, 1]);
  expect(rounds[0]?.turnout).toEqual({ is: "exactly", answered: 5, asked: 8 });
  expect(sum).toMatchObject({
    ideas: ledger.count("shown"),
    toAnswer: middle(ledger.daysTo("took")),
    toDecision: middle(ledger.daysTo("took")),
    toResult: middle(ledger.daysTo("adopted", "stopped")),
    adopted: ledger.count("adopted"),
    solved: ledger.count("adopted"),
    stopped: ledger.count("stopped"),
    minutes: ledger.deeds.reduce((all, { saves = 0 }) => all + saves, 0),
    passedOn: 0,
  });
  expect(ledger.daysTo("took").length).toBe(7);
  expect([ledger.count("shown"), sum.minutes]).toEqual([9, 185]);
});

describe("the turnout", () => {
  test("is shown exactly from five answers on, and no number moves before the digest closes the round", async () => {
    await world.moveTo(thisRound.question);
    const before = await numbersOf(sara);
    expect(before).toMatchObject({ rounds: [], sum: { ideas: 0 } });
    await omar.answers("The printer is slow");
    expect(await numbersOf(sara)).toEqual(before);
    await world.moveTo(thisRound.digest);
    const few = await numbersOf(sara);
    expect(few.rounds[0]?.turnout).toEqual({ is: "less-than", answered: 5, asked: 8 });
    await world.moveTo(nextRound.question);
    for (const one of [omar, pia, jonas, kim]) await one.presses("Nothing this week");
    expect(await numbersOf(sara)).toEqual(few);
    await others[1]?.presses("Nothing this week");
    await world.moveTo(nextRound.digest);
    expect((await numbersOf(sara)).rounds[1]?.turnout).toEqual({ is: "exactly", answered: 5, asked: 8 });
    // The sum tells no more of the first round than that round does.
    expect((await sum()).turnout).toEqual({ is: "at-least", answered: 5, asked: 16 });
  });

  test("of a round without an idea is counted too, by the digest that had nothing to say", async () => {
    await world.moveTo(thisRound.question);
    for (const one of [...others, pia]) await one.presses("Nothing this week");
    await world.moveTo(thisRound.digest);
    expect(world.inTeam("digest")).toHaveLength(0);
    const { rounds } = await numbersOf(pia);
    expect(rounds).toEqual([{ week: thisRound.id, turnout: { is: "exactly", answered: 5, asked: 8 }, ideas: 0, ended: 0 }]);
  });
});

describe("ideas", () => {
  test("are counted once the team is shown them, with their kinds, and a kind of the team's own as other", async () => {
    await sara.writes("settings");
    await sara.presses("What");
    await sara.presses("Kinds");
    await sara.presses("Save", { "Kinds, one on each line": "Tools and IT\nPreventing falls" });
    await world.moveTo(thisRound.question);
    await omar.presses("Add details");
    await omar.answers("The printer is slow", { "What it is about": "Tools and IT" });
    await kim.answers("Nobody orders gloves");
    await pia.presses("Add details");
    await pia.answers("The rugs slip", { "What it is about": "Preventing falls" });
    await jonas.answers("Held back");
    await world.moveTo(thisRound.draft);
    await sara.changes("Held back", "Hold back", { Reason: "twice" });
    await world.moveTo(thisRound.digest);
    expect(await sum()).toMatchObject({
      ideas: 3,
      ofKind: [
        { kind: "other", ideas: 2 },
        { kind: "tools", ideas: 1 },
      ],
    });
  });

  test("of a digest between two rounds are counted with the round that is closed next", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await world.moveTo(thisRound.digest);
    await pia.writes("idea Nobody orders gloves");
    const before = await numbersOf(pia);
    await world.moveTo(world.now() + hour);
    await sara.posts();
    expect(world.inTeam("digest")).toHaveLength(2);
    expect(await numbersOf(pia)).toEqual(before);
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.digest);
    expect((await numbersOf(pia)).rounds.map(({ week, ideas }) => [week, ideas])).toEqual([
      [thisRound.id, 1],
      [nextRound.id, 1],
    ]);
  });

  test("of a round that is opened once more are in one row", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await world.moveTo(world.now() + hour);
    await sara.posts();
    world.join("Ny Ek");
    await world.put({ job: "read-team", team: world.inChannel.team });
    await world.settle();
    await sara.writes("prompt now");
    await world.person("Ny Ek").answers("Nobody orders gloves");
    await world.moveTo(world.now() + hour);
    await sara.posts();
    expect(world.inTeam("digest")).toHaveLength(2);
    const { rounds } = await numbersOf(pia);
    expect(rounds).toEqual([{ week: thisRound.id, turnout: { is: "less-than", answered: 5, asked: 9 }, ideas: 2, ended: 0 }]);
  });

  test("that are withdrawn before a digest shows them are in no number, and later ones stay counted", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await pia.answers("Nobody orders gloves");
    await pia.presses("Withdraw");
    await world.moveTo(thisRound.digest);
    expect((await sum()).ideas).toBe(1);
    await omar.presses("Withdraw");
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.digest);
    expect(await sum()).toMatchObject({ ideas: 1, ripe: 0 });
  });
});

/** Omar's idea and Pia's are shown; `numbers` names them. */
const shown = async () => {
  const ledger = openLedger(world);
  await ledger.moveTo(thisRound.question);
  await ledger.wrote(omar, "Printer");
  await ledger.wrote(pia, "Gloves");
  await ledger.moveTo(thisRound.digest);
  return ledger;
};

/** The digests of the next rounds close what has happened until then. */
const close = async (rounds: number) => {
  for (let round = 1; round <= rounds; round += 1) {
    await world.moveTo(roundAfter(round).question);
    await world.moveTo(roundAfter(round).digest);
  }
};

describe("days", () => {
  test("to the first answer leave out a step of the author who shows their name, but no other author's", async () => {
    await world.moveTo(thisRound.question);
    await omar.presses("Add details");
    await omar.answers("Printer", { "Show my name": "true" });
    await pia.answers("Gloves");
    const ledger = openLedger(world);
    await ledger.moveTo(thisRound.digest);
    await ledger.took(omar, "Printer");
    await ledger.took(pia, "Gloves");
    await close(1);
    // Printer was not answered yet, Gloves on the day of the digest that showed it.
    expect(await sum()).toMatchObject({ toAnswer: 0, toDecision: 0 });
    await world.moveTo(nextRound.digest + 2 * day);
    await sara.writes(`stop #${ledger.numberOf("Printer")} nobody used it`);
    await world.moveTo(roundAfter(2).question);
    await world.moveTo(roundAfter(2).digest);
    // Printer after nine days, by a lead.
    expect(await sum()).toMatchObject({ toAnswer: (0 + 9) / 2, toDecision: 0, toResult: 9 });
  });

  test("to a decision count a taking, also where the idea was given back after it", async () => {
    const ledger = await shown();
    await ledger.took(jonas, "Printer");
    await ledger.gaveBack(jonas, "Printer");
    await close(1);
    // The idea was taken, which was a decision, before it was given back.
    expect(await sum()).toMatchObject({ toDecision: 0 });
  });
});

describe("an owner within 14 days", () => {
  test("is counted once an idea is 14 days old, by who owns it then", async () => {
    const ledger = await shown();
    await ledger.took(jonas, "Printer");
    await ledger.took(sara, "Gloves");
    await ledger.moveTo(world.now() + hour);
    await ledger.gaveBack(sara, "Gloves");
    await close(1);
    // Seven days after the digest that showed them: not yet.
    expect(await sum()).toMatchObject({ ripe: 0, owned: 0 });
    await world.moveTo(roundAfter(2).digest + 3 * day);
    await ledger.took(sara, "Gloves");
    await world.moveTo(roundAfter(3).question);
    await world.moveTo(roundAfter(3).digest);
    // Gloves had no owner at 14 days; that it has one now does not count.
    expect(await sum()).toMatchObject({ ripe: 2, owned: 1 });
    await close(4);
    expect(await sum()).toMatchObject({ ripe: 2, owned: 1 });
  });

  test("is counted at the end of an idea that ends sooner, and once", async () => {
    const ledger = await shown();
    await ledger.took(jonas, "Printer");
    await ledger.adopted(jonas, "Printer", 10, 2);
    await close(1);
    expect(await sum()).toMatchObject({ ripe: 1, owned: 1, adopted: 1, minutes: 20 });
    await close(4);
    expect(await sum()).toMatchObject({ ripe: 2, owned: 1, adopted: 1, minutes: 20 });
  });
});

test("an idea that a lead answers before anybody takes it needs no owner, and its answer is a result", async () => {
  const ledger = await shown();
  await sara.writes(`#${ledger.numberOf("Printer")}`);
  await sara.presses("Answer");
  await sara.presses("Answer", { "Your answer": "Not now", Reason: "A new one comes in March" });
  await close(1);
  expect(await sum()).toMatchObject({ ripe: 0, owned: 0, adopted: 0, stopped: 1, toAnswer: 0, toDecision: 0, toResult: 0 });
});

test("minutes without a number of people count for one person", async () => {
  const ledger = await shown();
  await ledger.took(jonas, "Printer");
  await jonas.writes(`test done #${ledger.numberOf("Printer")}`);
  await jonas.presses("Adopt", { "Did it help?": "Yes", "Minutes a week, per person": "15" });
  await close(1);
  expect(await sum()).toMatchObject({ minutes: 15 });
});

describe("an end", () => {
  test("that is undone before the digest is not counted, and one that is undone later stays counted", async () => {
    const ledger = await shown();
    await ledger.took(jonas, "Printer");
    await jonas.writes(`done #${ledger.numberOf("Printer")} cleaned on Sundays`);
    await jonas.presses("Undo");
    await close(1);
    expect(await sum()).toMatchObject({ adopted: 0 });
    expect((await sum()).toResult).toBeUndefined();
    await jonas.writes(`done #${ledger.numberOf("Printer")} cleaned on Sundays`);
    await world.moveTo(roundAfter(2).question);
    await world.moveTo(roundAfter(2).digest);
    expect(await sum()).toMatchObject({ adopted: 1, solved: 1 });
    await jonas.writes(`#${ledger.numberOf("Printer")}`);
    await sara.writes(`#${ledger.numberOf("Printer")}`);
    await sara.presses("Reopen");
    await sara.presses("Reopen", { Reason: "it broke again" });
    await world.moveTo(roundAfter(3).question);
    await world.moveTo(roundAfter(3).digest);
    expect(await sum()).toMatchObject({ adopted: 1, solved: 1 });
  });

  test("of an idea that coordinators answer is passed on, and not solved in the team", async () => {
    await world.addsTeam("Office", ["Nina Ny"]);
    const nina = world.person("Nina Ny");
    await nina.writes("coordinators here", { in: "Office" });
    await sara.sets({ Coordinators: "Office" });
    const ledger = await shown();
    await sara.writes(`#${ledger.numberOf("Printer")}`);
    await sara.presses("Pass on");
    await sara.presses("Pass on", { Reason: "not ours" });
    await close(1);
    expect(await sum()).toMatchObject({ passedOn: 1, adopted: 0, toDecision: 0 });
    await nina.presses("Answer", { in: "Office" });
    await nina.presses("Answer", { in: "Office", Answer: "We do it", Reason: "a new printer" });
    await world.moveTo(roundAfter(2).question);
    await world.moveTo(roundAfter(2).digest);
    expect(await sum()).toMatchObject({ passedOn: 1, adopted: 1, solved: 0, minutes: 0 });
  });
});

test("an idea that is joined with another counts as new, and no further", async () => {
  const ledger = await shown();
  await omar.writes(`#${ledger.numberOf("Printer")}`);
  await world.moveTo(nextRound.question);
  await sara.sendsByHand({
    verb: "merge-idea",
    team: world.inChannel.team,
    idea: expectSay(await sara.writes(`#${ledger.numberOf("Printer")}`), "idea-story").idea.id,
    into: expectSay(await sara.writes(`#${ledger.numberOf("Gloves")}`), "idea-story").idea.id,
  });
  await world.moveTo(nextRound.digest);
  await world.moveTo(roundAfter(3).question);
  await world.moveTo(roundAfter(3).digest);
  expect(await sum()).toMatchObject({ ideas: 2, ripe: 1, owned: 0 });
  expect((await sum()).toAnswer).toBeUndefined();
});

describe("no number leads to an author", () => {
  /** Two weeks of a team of four, in which one of two wrote the idea that Omar takes; everybody's view of the numbers, and the rows. */
  const play = async (author: "Omar Haddad" | "Pia Holm", asTrace = false, daysLater = 0) => {
    const team = await aTeam();
    const other = author === "Omar Haddad" ? "Pia Holm" : "Omar Haddad";
    team.world.makeAdmin("Ada Min");
    await team.world.addsTeam("Office", ["Nina Ny", "Ny Ek", "Bo Ek", "Bi Ek", "By Ek"]);
    await team.world.person("Nina Ny").writes("coordinators here", { in: "Office" });
    await team.world.moveTo(thisRound.question);
    await team.world.moveTo(team.world.now() + daysLater * day);
    const form = { [line]: "Printer" };
    const writes = team.world.person(author);
    if (asTrace) await writes.sendsByHand({ ...writes.wouldSend("Send", form), withoutTrace: "true" });
    else await writes.answers("Printer");
    await team.world.person(other).presses("Nothing this week");
    await team.world.moveTo(thisRound.digest);
    if (!asTrace) {
      await team.omar.writes("take #1");
      await team.omar.writes("done #1 cleaned on Sundays");
    }
    await team.world.moveTo(nextRound.question);
    await team.world.moveTo(nextRound.digest);
    await team.world.moveTo(roundAfter(3).question + minute);
    const said = [];
    for (const name of ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg", "Ada Min", "Nina Ny"])
      said.push(await team.world.person(name).writes("numbers"));
    const rows = (await everyRow(team.world)).filter(({ row }) => row.key.startsWith("measures|"));
    return { said, rows: rows.map(({ row: { key, values } }) => ({ key, values })), team };
  };

  test("whoever wrote the idea, everybody reads the same numbers, and the rows are the same", async () => {
    const [one, other] = [await play("Omar Haddad"), await play("Pia Holm")];
    expect(one.said).toEqual(other.said);
    expect(one.rows).toEqual(other.rows);
    expect(one.rows.length).toBeGreaterThan(1);
  });

  test("on whatever day before its digest an idea was written, the numbers are the same", async () => {
    const [one, other] = [await play("Omar Haddad"), await play("Omar Haddad", false, 3)];
    expect(one.said).toEqual(other.said);
    expect(one.rows).toEqual(other.rows);
  });

  test("a text without a trace that waits for others moves no number", async () => {
    const waits = await play("Omar Haddad", true);
    expect(waits.said[0]).toMatchObject({ rounds: [{ ideas: 0 }, { ideas: 0 }], sum: { ideas: 0 } });
  });

  test("no row names a person or an idea, or holds a text", async () => {
    const { rows, team } = await play("Omar Haddad");
    const stored = JSON.stringify(rows);
    for (const person of [team.sara, team.omar, team.pia, team.jonas]) expect(stored).not.toContain(person.id);
    expect(stored).not.toContain("Printer");
    for (const { values } of rows)
      for (const [column, value] of Object.entries(values))
        expect(column === "round" ? "week" : typeof value === "number" ? "count" : String(value)).toMatch(/^(week|count|\[[\d,]*\])$/);
  });
});

test("a person of two teams is asked which, and a guest or a stranger reads nothing", async () => {
  await world.addsTeam("South clinic", ["Nina Ny", "Omar Haddad"]);
  expectSay(await omar.writes("numbers"), "which-team");
  expect(expectSay(await omar.presses("South clinic"), "numbers").team.name).toBe("South clinic");
  expect(expectSay(await omar.writes("numbers", { in: "channel" }), "numbers").team.name).toBe("North clinic");
  expect(await world.person("Eve Evil").writes("numbers")).toMatchObject({ say: "refusal" });
  expect(await world.person("Nina Ny").writes("numbers", { in: "channel" })).toMatchObject({ say: "refusal", why: "not-in-team" });
});

test("a job that posts the digest again writes no second row", async () => {
  await shown();
  const before = (await everyRow(world)).filter(({ row }) => row.key.startsWith("measures|"));
  await world.put({ job: "post-digest", team: world.inChannel.team, round: thisRound.id, at: thisRound.digest });
  await world.put({ job: "post-digest", team: world.inChannel.team, digest: thisRound.id, by: sara.id });
  await world.settle();
  expect((await everyRow(world)).filter(({ row }) => row.key.startsWith("measures|"))).toEqual(before);
  expect(before).toHaveLength(1);
});

test("a row is written by the run that finishes a digest after a crash, with the ideas that were taken out of the lists", async () => {
  const fresh = await startWorld(["Sara Lind", "Omar Haddad"]);
  await fresh.added("Sara Lind");
  await fresh.moveTo(thisRound.question);
  await fresh.person("Omar Haddad").answers("Printer");
  await fresh.moveTo(thisRound.digest);
  await fresh.person("Omar Haddad").writes("take #1");
  await fresh.person("Omar Haddad").writes("done #1 cleaned on Sundays");
  await fresh.moveTo(nextRound.question);
  await fresh.moveTo(nextRound.digest);
  const { tenantId } = await import("../world/world.ts");
  const partition = `tenant|${tenantId}`;
  const [newest] = await fresh.ports.rows.list(partition, { from: "measures|", to: "measures}" });
  if (!newest) throw new Error("no row");
  await fresh.ports.rows.commit(partition, [{ do: "delete", key: newest.key, tag: newest.tag }]);
  await fresh.put({ job: "post-digest", team: fresh.inChannel.team, digest: nextRound.id, by: fresh.person("Sara Lind").id });
  await fresh.settle();
  const [again] = await fresh.ports.rows.list(partition, { from: "measures|", to: "measures}" });
  expect(again?.values).toEqual(newest.values);
  expect(again?.values).toMatchObject({ adopted: 1, resultDays: "[0]" });
});
