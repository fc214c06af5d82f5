import { beforeEach, describe, expect, test } from "vitest";
import type { Say } from "../../src/domain/message/index.ts";
import { readIdeas } from "../../src/store/idea.ts";
import { teamPartition } from "../../src/store/team.ts";
import { insertWaiting, readAllWaiting } from "../../src/store/waiting.ts";
import { minute, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
});

const trace = "Without a trace";
const sends = async (person: Person, text: string) => {
  await person.presses("Add details");
  return person.presses("Send", { [line]: text, [trace]: "true" });
};
const ideas = async () => (await readIdeas(world.ports.rows, teamId)).map(({ idea }) => idea);
const waiting = () => readAllWaiting(world.ports.rows, teamId);
const titles = () => (world.inTeam("digest").at(-1)?.digest.top ?? []).map(({ title }) => title).sort();

test("texts without a trace wait until enough people have written, are then shown together, and nothing leads to their authors", async () => {
  await sara.sets({ "Without a trace: smallest group": "3" });
  const kept = expectSay(await sends(omar, "Nobody greets us"), "kept-without-trace");
  expect(kept).toMatchObject({ waits: { smallestGroup: 3, isLong: false, anyway: false } });
  expectSay(await sends(pia, "The rota is unfair"), "kept-without-trace");
  // A second text of a person makes no further person.
  await pia.presses("Add another");
  expectSay(await sends(pia, "Breaks are too short"), "kept-without-trace");
  await world.moveTo(thisRound.digest);
  expect(world.inTeam("digest")).toEqual([]);
  expect(await waiting()).toHaveLength(3);

  await world.moveTo(nextRound.question);
  expectSay(await sends(jonas, "Meetings start late"), "kept-without-trace");
  await world.moveTo(nextRound.digest);
  expect(await waiting()).toEqual([]);
  const shown = await ideas();
  expect(shown.map(({ friction }) => friction).sort()).toEqual([
    "Breaks are too short",
    "Meetings start late",
    "Nobody greets us",
    "The rota is unfair",
  ]);
  for (const idea of shown) expect(idea).toMatchObject({ withoutTrace: true, showName: false, createdAt: shown[0]?.createdAt, voices: 1 });
  for (const idea of shown) for (const fact of ["author", "round", "owner"]) expect(idea).not.toHaveProperty(fact);
  expect(expectSay(await omar.writes("my ideas"), "my-ideas").ideas).toEqual([]);
});

describe("the log has the same lines of it as of another idea, so that an operator who sees people press learns nothing", () => {
  /** The lines of what somebody does and of the jobs that follow, without the time that a job took. */
  const linesOf = async (deeds: () => Promise<unknown>) => {
    const before = world.logged.length;
    await deeds();
    await world.moveTo(world.now() + minute);
    return world.logged
      .slice(before)
      .map(({ event, facts }) => (event === "job-ended" ? { event, facts: { ...facts, ms: undefined } } : { event, facts }));
  };
  const sending = (person: Person, say: Say, more: Readonly<Record<string, string>>) => async () => {
    await person.presses("Add details");
    expectSay(await person.presses("Send", { [line]: "Nobody greets us", ...more }), say);
  };
  const pressing = (person: Person) => async () => {
    await person.presses("Edit");
    await person.presses("Save", { [line]: "Nobody greets anybody" });
    await person.presses("Withdraw");
    await person.presses("Undo");
  };

  test("of Send, and of the buttons of its receipt", async () => {
    const usual = await linesOf(sending(omar, "receipt", {}));
    expect(await linesOf(sending(pia, "kept-without-trace", { [trace]: "true" }))).toEqual(usual);
    expect(usual).toEqual([{ event: "answer-ended", facts: { outcome: "done", what: "submit-idea", ms: 500 } }]);
    // Jobs follow a change of an idea that others may see already, and none follows that of a text that waits: docs/operations.md says so.
    const [changed, traceless] = [await linesOf(pressing(omar)), await linesOf(pressing(pia))];
    expect(traceless).toEqual(changed.filter(({ event }) => event === "answer-ended"));
    expect(traceless.map(({ facts }) => facts)).toEqual(
      ["edit-idea", "save-idea", "withdraw-idea", "restore-idea"].map((what) => ({ outcome: "done", what, ms: 500 })),
    );
  });

  test("of the buttons that only its receipt has", async () => {
    await sends(omar, "Nobody greets us");
    const lines = await linesOf(() => omar.presses("See what happened"));
    expect(lines).toEqual([{ event: "answer-ended", facts: { outcome: "done", what: "show-receipt", ms: 500 } }]);
  });

  test("where the person answers for another team than the one that asked", async () => {
    const south = await world.addsTeam("South clinic", ["Omar Haddad", "Nina Ny"]);
    const sentFor = async (moment: number, more: Readonly<Record<string, string>>) => {
      await world.moveTo(moment);
      await world.moveTo(moment + minute);
      const own = omar.got("idea-form").at(-1)?.team.id;
      await omar.presses("Add details");
      const Team = own === south ? "North clinic" : "South clinic";
      const lines = await linesOf(() => omar.presses("Send", { [line]: "Nobody greets us", Team, ...more }));
      return JSON.stringify(lines).replaceAll(String(own), "own");
    };
    const usual = await sentFor(nextRound.question, {});
    expect(usual).toContain('"job":"answered-elsewhere"');
    expect(await sentFor(roundAfter(2).question, { [trace]: "true" })).toBe(usual);
  });
});

test("the secret on the receipt alone follows, changes, withdraws and brings back a text, before and after it is shown", async () => {
  await sara.sets({ "Without a trace: smallest group": "3" });
  const first = expectSay(await sends(omar, "Nobody greets us"), "kept-without-trace");
  const again = expectSay(
    await omar.sendsByHand({ verb: "follow-without-trace", team: teamId, secret: first.secret }),
    "kept-without-trace",
  );
  expect(again.written.friction).toBe("Nobody greets us");
  await omar.presses("Edit");
  expect(expectSay(await omar.presses("Save", { [line]: "Nobody greets us at night" }), "kept-without-trace")).toMatchObject({
    edited: true,
  });
  await omar.presses("Withdraw");
  expect(await waiting()).toEqual([]);
  expectSay(await omar.presses("Undo"), "kept-without-trace");
  for (const [person, text] of [
    [pia, "The rota is unfair"],
    [jonas, "Meetings start late"],
  ] as const)
    await sends(person, text);
  await world.moveTo(thisRound.digest);
  expect(titles()).toEqual(["Meetings start late", "Nobody greets us at night", "The rota is unfair"]);

  // A lead asks; nobody is told, and the author finds the question.
  const before = omar.sees().length;
  const number = world
    .inTeam("digest")
    .at(-1)
    ?.digest.top.find(({ title }) => title === "Nobody greets us at night")?.number;
  await sara.writes(`#${number}`);
  await sara.presses("Ask the author");
  expect(expectSay(await sara.presses("Send", { Question: "On which ward?" }), "author-asked")).toMatchObject({ looks: true });
  await world.settle();
  expect(omar.sees()).toHaveLength(before);
  const asked = expectSay(await omar.presses("See what happened"), "kept-without-trace");
  expect(asked).toMatchObject({ idea: { stage: "new" }, asked: { text: "On which ward?" } });
  expectSay(await omar.presses("Answer"), "kept-without-trace");
  expect(expectSay(await omar.presses("Answer", { Answer: "Ward 4" }), "kept-without-trace").asked).toMatchObject({ answer: "Ward 4" });
  await world.settle();
  expect(JSON.stringify(sara.got("author-answer").at(-1))).toContain("Ward 4");
  await omar.presses("Edit");
  await omar.presses("Save", { [line]: "Nobody says hello" });
  await world.settle();
  expect(titles()).toContain("Nobody says hello");
  await omar.presses("Withdraw");
  await world.settle();
  expect(titles()).toEqual(["Meetings start late", "The rota is unfair"]);
  expectSay(await omar.presses("Undo"), "kept-without-trace");
  // Without the secret nobody can.
  expect(await omar.sendsByHand({ verb: "follow-without-trace", team: teamId, secret: "w".repeat(22) })).toMatchObject({
    why: "no-such-idea",
  });
});

test("a form that comes back because the store is away is still sent without a trace", async () => {
  await omar.presses("Add details");
  world.storeIs("down");
  world.expectTrouble();
  expectSay(await omar.press("Send", { [line]: "Nobody greets us", [trace]: "true" }), "idea-form");
  world.storeIs("well");
  expectSay(await omar.presses("Send"), "kept-without-trace");
});

test("a text waits for as many people as its author was told, also where a lead lowers the number meanwhile", async () => {
  await sara.sets({ "Without a trace: smallest group": "4" });
  for (const person of [omar, pia]) await sends(person, `Trouble of ${person.name}`);
  await sara.sets({ "Without a trace: smallest group": "3" });
  expect(expectSay(await omar.presses("See what happened"), "kept-without-trace").waits?.smallestGroup).toBe(4);
  expect(expectSay(await sends(jonas, "Meetings start late"), "kept-without-trace").waits?.smallestGroup).toBe(3);
  await world.moveTo(thisRound.digest);
  expect(await waiting()).toHaveLength(3);
  await sends(sara, "The lamp is dark");
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.digest);
  expect(await waiting()).toEqual([]);
});

test("a text that has waited for two rounds is shown in the next one where its author says so", async () => {
  const other = async (text: string) => expectSay(await jonas.writes(`idea ${text}`), "receipt");
  expectSay(await sends(omar, "Nobody greets us"), "kept-without-trace");
  await other("The stairs are steep");
  await world.moveTo(thisRound.digest);
  await other("The lamp is dark");
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.digest);
  expect(expectSay(await omar.presses("See what happened"), "kept-without-trace")).toMatchObject({ waits: { isLong: true } });
  expect(expectSay(await omar.presses("Show it anyway"), "kept-without-trace")).toMatchObject({ waits: { anyway: true } });
  await world.moveTo(roundAfter(2).question);
  await world.moveTo(roundAfter(2).digest);
  expect(titles()).toContain("Nobody greets us");
  expect(expectSay(await omar.presses("See what happened"), "kept-without-trace")).toMatchObject({ idea: { stage: "new" } });
});

test("Undo brings a waiting text back as an answer to its question, and is not offered where Gnist is in the team no more", async () => {
  await sara.sets({ Questions: "Take turns" });
  await world.moveTo(nextRound.question);
  await sends(omar, "Short meetings");
  await omar.presses("Withdraw");
  await omar.presses("Undo");
  expect(await waiting()).toMatchObject([{ friction: "Short meetings", question: "success" }]);
  await world.receive({ happened: "removed-from-team", place: world.inChannel });
  expect(expectSay(await omar.presses("Withdraw"), "withdrawn").written).toBeUndefined();
  expect(await waiting()).toEqual([]);
});

test("No, thanks on another device keeps the receipt of an offered text that was sent, which is the only way back to it", async () => {
  expectSay(await omar.writes("Nobody greets us at the door"), "idea-form");
  const drop = omar.wouldSend("No, thanks");
  await omar.presses("Add details");
  expectSay(await omar.presses("Save", { [trace]: "true" }), "kept-without-trace");
  expectSay(await omar.sendsByHand(drop), "kept-without-trace");
  await omar.presses("Withdraw");
  expectSay(await omar.sendsByHand(drop), "offer-dropped");
});

test("a team takes all texts without a trace or none, as its leads choose", async () => {
  await sara.sets({ [trace]: "Not offered" });
  const back = expectSay(await sends(omar, "Nobody greets us"), "idea-form");
  expect(back).toMatchObject({ problem: "no-trace", written: { friction: "Nobody greets us" } });
  expect(back.trace).toBeUndefined();
  expect(await waiting()).toEqual([]);
  await sara.sets({ [trace]: "Always" });
  const form = expectSay(await pia.writes("idea The rota is unfair"), "idea-form");
  expect(form.trace).toMatchObject({ isAlways: true });
  expectSay(await pia.presses("Send"), "kept-without-trace");
});

test("a text that waits is told with my data, and goes with it", async () => {
  await sends(omar, "Nobody greets us");
  await omar.writes("my data");
  await world.settle();
  expect(JSON.stringify(omar.sees().map(({ card }) => card))).toContain("Nobody greets us");
  await omar.writes("delete my data");
  await omar.presses("Keep them without my name");
  await world.settle();
  expect(await waiting()).toEqual([]);
});

test("a form that is sent in the usual way and then without a trace, from two devices, is one text: the first, and the team still gets its digest", async () => {
  await sara.sets({ "Without a trace: smallest group": "3" });
  const [hidden, usual] = [omar, pia].map((person) => person.wouldSend("Send", { [line]: "Nobody greets us" }));
  const [trace, other] = [{ withoutTrace: "true" }, { friction: "Other words" }];
  expectSay(await omar.sendsByHand({ ...hidden, ...trace }), "kept-without-trace");
  expect(expectSay(await omar.sendsByHand({ ...hidden, ...trace, ...other }), "kept-without-trace").offered).toMatchObject(other);
  expect(await ideas()).toEqual([]);
  expectSay(await pia.sendsByHand(usual), "receipt");
  expect(expectSay(await pia.sendsByHand({ ...usual, ...other, ...trace }), "receipt").offered).toMatchObject(other);
  expect(await waiting()).toHaveLength(1);

  for (const [person, text] of [
    [sara, "The rota is unfair"],
    [jonas, "Meetings start late"],
  ] as const)
    await sends(person, text);
  await world.moveTo(thisRound.digest);
  // A press that was long on its way is stored beside an idea that was shown meanwhile.
  const known = (await ideas()).find(({ withoutTrace }) => withoutTrace);
  const late = insertWaiting(known?.id ?? "", { person: pia.id, friction: "Nobody greets us", waited: 0, anyway: true });
  expect(await world.ports.rows.commit(teamPartition(teamId), late)).toBe("done");
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.digest);
  expect((await ideas()).map(({ friction }) => friction).sort()).toEqual([
    "Meetings start late",
    "Nobody greets us",
    "Nobody greets us",
    "The rota is unfair",
  ]);
  expect(await waiting()).toEqual([]);
  // Once it is withdrawn, that press finds no words.
  await omar.sendsByHand({ verb: "withdraw-without-trace", team: teamId, secret: hidden?.secret });
  expect(expectSay(await omar.sendsByHand({ ...hidden, ...trace }), "idea-form").written?.friction).toBe("Nobody greets us");
});

test("no row says who looked at the story of a text without a trace", async () => {
  await sara.sets({ "Without a trace: smallest group": "3" });
  for (const [person, text] of [
    [omar, "Nobody greets us"],
    [pia, "The rota is unfair"],
    [jonas, "Meetings start late"],
  ] as const)
    await sends(person, text);
  await world.moveTo(thisRound.digest);
  const [one] = await ideas();
  const looked = async () => (await world.ports.rows.list(teamPartition(teamId), { from: "said|", to: "said}" })).map(({ key }) => key);
  const before = await looked();
  expectSay(await omar.writes(`#${one?.number}`), "idea-story");
  await world.settle();
  expect(await looked()).toEqual(before);
  // An answer about all ideas says nothing of one of them.
  await omar.writes("digest");
  await world.settle();
  expect(await looked()).not.toEqual(before);
});
