import { beforeEach, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { groupOf } from "../../src/domain/idea/waiting.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import { type Rows, StoreFault } from "../../src/ports.ts";
import { readIdeas } from "../../src/store/idea.ts";
import { personPartition } from "../../src/store/person.ts";
import { readAllWaiting } from "../../src/store/waiting.ts";
import { nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, startWorld, teamId, type World } from "../world/world.ts";

/* Texts without a trace while they wait: for whom, for how long, and on which devices. */

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
const traced = { withoutTrace: "true" } as const;
const sends = async (person: Person, text: string) => {
  await person.presses("Add details");
  return expectSay(await person.presses("Send", { [line]: text, [trace]: "true" }), "kept-without-trace");
};
const waiting = (of = world) => readAllWaiting(of.ports.rows, teamId);
const ideas = async (of = world) => (await readIdeas(of.ports.rows, teamId)).map(({ idea }) => idea);
const follows = (person: Person, secret: string) => person.sendsByHand({ verb: "follow-without-trace", team: teamId, secret });

test("texts on what worked wait for a group of their own, because their list tells the round in which they were written", () => {
  const people = (many: number, question?: "success" | "users") =>
    Array.from({ length: many }, (_, at) => ({ person: `${question}${at}`, ...(question ? { question } : {}) }));
  const texts = [...people(2), ...people(2, "success"), ...people(1, "users")];
  expect(groupOf(texts, 3)).toEqual([...people(2), ...people(1, "users")]);
  expect(groupOf([...texts, { person: "another", question: "success" as const }], 3)).toHaveLength(6);
});

test("a text that is shown keeps no question of its round", async () => {
  await sara.sets({ Questions: "Take turns", "Without a trace: smallest group": "3" });
  await world.moveTo(nextRound.question);
  await world.moveTo(roundAfter(2).question);
  for (const person of [omar, pia, jonas]) expect((await sends(person, `Trouble of ${person.name}`)).question).toBe("users");
  await world.moveTo(roundAfter(2).digest);
  expect(await waiting()).toEqual([]);
  for (const idea of await ideas()) expect(idea).not.toHaveProperty("question");
});

test("a large group is shown as one, also where an author changes their text while it is being shown", async () => {
  const names = Array.from({ length: 40 }, (_, at) => `Person ${at + 10}`);
  const inMemory = memoryRows();
  let shown = 0;
  let late: (() => Promise<unknown>) | undefined;
  const rows: Rows = {
    ...inMemory,
    commit: async (partition, changes) => {
      const shows = changes.some((change) => change.do === "delete" && change.key.startsWith("waiting|"));
      if (shows && shown++ === 1) await late?.();
      return inMemory.commit(partition, changes);
    },
  };
  const large = await startWorld(names, 1, { rows });
  await large.added(names[0]);
  await large.person(names[0] ?? "").sets({ "Without a trace: smallest group": "30" });
  await large.moveTo(thisRound.question);
  const secrets = new Map<string, string>();
  for (const name of names) {
    const person = large.person(name);
    const send = person.wouldSend("Send", { [line]: `Trouble of ${name}` });
    secrets.set(name, expectSay(await person.sendsByHand({ ...send, ...traced }), "kept-without-trace").secret);
  }
  late = async () => {
    late = undefined;
    const [left] = await waiting(large);
    const name = left?.friction.slice("Trouble of ".length) ?? "";
    const secret = secrets.get(name) ?? "";
    // Its author has not asked for that.
    expect(expectSay(await follows(large.person(name), secret), "kept-without-trace").waits?.anyway).toBe(false);
    const about = { team: teamId, secret };
    await large.receive({
      happened: "pressed",
      who: large.person(name).who,
      place: large.person(name).chat,
      data: { verb: "save-without-trace", ...about, friction: "Changed" },
    });
  };
  await large.moveTo(thisRound.digest);
  expect(late).toBeUndefined();
  expect(await waiting(large)).toEqual([]);
  const all = await ideas(large);
  expect(all).toHaveLength(40);
  expect(all.filter(({ friction }) => friction === "Changed")).toHaveLength(1);
  expect(new Set(all.map(({ createdAt }) => createdAt)).size).toBe(1);
});

test("a form that was sent without a trace and is then sent in the usual way, from another device, keeps the first text, and no author", async () => {
  await sara.sets({ "Without a trace: smallest group": "3" });
  const forms = [omar, pia].map((person) => person.wouldSend("Send", { [line]: "Nobody greets us" }));
  for (const [at, person] of [omar, pia].entries()) expectSay(await person.sendsByHand({ ...forms[at], ...traced }), "kept-without-trace");
  const usual = { friction: "Other words", withoutTrace: "false" };
  const again = expectSay(await omar.sendsByHand({ ...forms[0], ...usual }), "kept-without-trace");
  expect(again).toMatchObject({ written: { friction: "Nobody greets us" }, offered: { friction: "Other words" } });
  expect(await ideas()).toEqual([]);
  await sends(jonas, "Meetings start late");
  await world.moveTo(thisRound.digest);
  const shown = expectSay(await pia.sendsByHand({ ...forms[1], ...usual }), "kept-without-trace");
  expect(shown).toMatchObject({ idea: { stage: "new" }, offered: { friction: "Other words" } });
  for (const idea of await ideas()) expect(idea).not.toHaveProperty("author");
});

test("words that come back on a form, and are then sent without a trace, become a text that no row of their writer names", async () => {
  const inMemory = memoryRows();
  let isDown = true;
  const rows: Rows = {
    ...inMemory,
    // The store fails between the row of the message and the idea.
    commit: (partition, changes) =>
      isDown && changes.some(({ key }) => key.startsWith("idea|"))
        ? Promise.reject(new StoreFault("down"))
        : inMemory.commit(partition, changes),
  };
  const other = await startWorld(["Sara Lind", "Omar Haddad"], 1, { rows });
  other.expectTrouble();
  await other.added("Sara Lind");
  const writer = other.person("Omar Haddad");
  const back = expectSay(await writer.writes("idea Nobody greets us"), "idea-form");
  isDown = false;
  const form = expectSay(await writer.sendsByHand({ ...writer.wouldSend("Send"), ...traced }), "idea-form");
  expect(form.secret).not.toBe(back.secret);
  const sent = { verb: "submit-idea", team: teamId, secret: form.secret, friction: "Nobody greets us", ...traced };
  expectSay(await writer.sendsByHand(sent), "kept-without-trace");
  const [text] = await waiting(other);
  const own = await rows.list(personPartition(writer.id), { from: "", to: "~" });
  expect(own.map(({ key }) => key.split("|")[0])).toContain("typed");
  expect(text?.friction).toBe("Nobody greets us");
  expect(JSON.stringify(own)).not.toContain(text?.id);
});

test("typed words that were kept after all are not sent a second time without a trace", async () => {
  const first = expectSay(await omar.writes("idea Nobody greets us"), "receipt");
  const secret = "s".repeat(22);
  expectSay(await omar.sendsByHand({ verb: "write-again", secret, team: teamId, friction: "The lamp is dark" }), "receipt");
  const again = { verb: "write-again", secret, team: teamId, friction: "The lamp is dark", ...traced };
  expect(expectSay(await omar.sendsByHand(again), "receipt").idea).not.toBe(first.idea);
  expect(await waiting()).toEqual([]);
});

test("Undo remembers for how long a text has waited, for how many people, and that its author wants it shown anyway", async () => {
  const { secret } = await sends(omar, "Nobody greets us");
  await world.moveTo(thisRound.digest);
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.digest);
  await follows(omar, secret);
  expect(expectSay(await omar.presses("See what happened"), "kept-without-trace").waits).toMatchObject({ isLong: true });
  await omar.presses("Show it anyway");
  const [before] = await waiting();
  await omar.presses("Withdraw");
  expect(expectSay(await omar.presses("Undo"), "kept-without-trace").waits).toMatchObject({ isLong: true, anyway: true });
  expect(await waiting()).toMatchObject([{ ...before, tag: expect.any(String) }]);
});

test("a text has waited for long after two rounds, whether or not they had a digest, and however many digests a lead posts between them", async () => {
  const { secret } = await sends(omar, "Nobody greets us");
  const isLong = async () => expectSay(await follows(omar, secret), "kept-without-trace").waits?.isLong;
  await world.moveTo(thisRound.digest);
  expect(world.inTeam("digest")).toEqual([]);
  for (const text of ["The stairs are steep", "The lamp is dark"]) {
    await jonas.writes(`idea ${text}`);
    await sara.posts();
  }
  expect(world.inTeam("digest")).toHaveLength(2);
  expect(await isLong()).toBe(false);
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.digest);
  expect(world.inTeam("digest")).toHaveLength(2);
  expect(await isLong()).toBe(true);
});

test.each(["Nothing this week", "Ask me tomorrow", "Pause"])(
  "%s on another device keeps the only receipt of a text that was sent from the same card",
  async (title) => {
    // The first question of a person has other buttons.
    await world.moveTo(nextRound.question);
    const other = omar.onAnotherDevice();
    const press = other.wouldSend(title);
    await sends(omar, "Nobody greets us");
    const said = await other.sendsByHand(press);
    expect(expectSay(said, "kept-without-trace").written.friction).toBe("Nobody greets us");
    if (title === "Pause") expect(other.sees().map(({ message }) => message.say)).toContain("paused");
  },
);

test("See what happened says why a lead has held a text back", async () => {
  await sara.sets({ "Without a trace: smallest group": "3" });
  const { secret } = await sends(omar, "Nobody greets us");
  for (const person of [pia, jonas]) await sends(person, `Trouble of ${person.name}`);
  await world.moveTo(thisRound.digest);
  await jonas.writes("idea The stairs are steep");
  await sara.writes("draft");
  await sara.changes("Nobody greets us", "Hold back", { Reason: "We greet on Monday" });
  const told = expectSay(await follows(omar, secret), "kept-without-trace");
  expect(told).toMatchObject({ idea: { stage: "held" }, reason: "We greet on Monday" });
});

test("Who sees this promises no news and no written withdrawal where every text is without a trace", async () => {
  const said = async () => {
    await omar.writes("who sees this");
    return JSON.stringify(omar.sees().at(-1)?.card);
  };
  expect(await said()).toContain("write withdraw");
  await sara.sets({ [trace]: "Always" });
  for (const untrue of ["write withdraw", "you will hear why", "gets news"]) expect(await said()).not.toContain(untrue);
});

test("a digest says that texts wait, without a number, and stays as it is; where there is no digest, the leads are told", async () => {
  const wait = "Some texts without a trace wait until enough people have written.";
  await sends(omar, "Nobody greets us");
  await world.moveTo(thisRound.digest);
  expect(world.inTeam("digest")).toEqual([]);
  expect(sara.got("nothing-to-post")).toMatchObject([{ textsWait: true }]);
  const says = (where: { readonly in?: string }) =>
    sara.sees(where).map(({ message, language }) => JSON.stringify(render(message, language)));
  expect(says({}).filter((text) => text.includes(wait))).toHaveLength(1);
  expect(says({ in: "channel" }).filter((text) => text.includes(wait))).toEqual([]);

  await jonas.writes("idea The stairs are steep");
  await world.moveTo(nextRound.question);
  const draft = async () => {
    await sara.writes("draft");
    return JSON.stringify(sara.sees().at(-1)?.card);
  };
  const before = await draft();
  await sends(pia, "The rota is unfair");
  // A draft would tell who has just written.
  expect(await draft()).toBe(before);
  await world.moveTo(nextRound.digest);
  const posts = () => says({ in: "channel" }).filter((text) => text.includes(wait));
  expect(posts()).toHaveLength(1);
  await omar.presses("Me too", { in: "channel" });
  await pia.presses("Withdraw");
  await world.settle();
  expect(posts()).toHaveLength(1);
});

test("a team's smallest group is at least the one that an admin has set for all teams, and the lead is told so", async () => {
  world.makeAdmin("Ada Min");
  const ada = world.person("Ada Min");
  await ada.writes("defaults");
  await ada.presses("Save", { "Without a trace: smallest group": "7" });
  const smallest = (people: string) => sara.sets({ "Without a trace: smallest group": people });
  expect(expectSay(await smallest("6"), "settings")).toMatchObject({ problem: "small-group", leastGroup: 7 });
  expect(JSON.stringify(sara.sees().at(-1)?.card)).toContain("7 people at least");
  expect(expectSay(await smallest("8"), "settings")).toMatchObject({ saved: true });
  expect(expectSay(await sara.sets({ "Digest: time": "14:00" }), "settings")).toMatchObject({ saved: true });
});

test("See what happened says that nothing has, while a text waits and once it is shown", async () => {
  await sara.sets({ "Without a trace: smallest group": "3" });
  const { secret } = await sends(omar, "Nobody greets us");
  const says = async () => JSON.stringify(render(expectSay(await follows(omar, secret), "kept-without-trace"), "en"));
  expect(await says()).toContain("Nothing has happened yet: it still waits.");
  for (const person of [pia, jonas]) await sends(person, `Trouble of ${person.name}`);
  await world.moveTo(thisRound.digest);
  expect(await says()).toContain("Nothing more has happened yet.");
});

test("my ideas says that texts without a trace are not listed, where the team takes them, whether or not somebody has written one", async () => {
  const says = async (person: Person) => {
    await person.writes("my ideas");
    return JSON.stringify(person.sees().at(-1)?.card);
  };
  const unlisted = "Texts without a trace are not listed here.";
  await sends(omar, "Nobody greets us");
  expect(await says(omar)).toContain(unlisted);
  expect(await says(pia)).toBe(await says(omar));
  await sara.sets({ [trace]: "Not offered" });
  expect(await says(omar)).not.toContain(unlisted);
});
