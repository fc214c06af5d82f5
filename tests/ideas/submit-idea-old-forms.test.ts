import { beforeEach, expect, test } from "vitest";
import { readIdeas } from "../../src/store/idea.ts";
import { readAllWaiting } from "../../src/store/waiting.ts";
import { nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

/* Old forms of texts without a trace that are pressed once more: no press tells the author of a text that was sent before. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
});

const traced = { withoutTrace: "true" } as const;
const ideas = async (team = teamId) => (await readIdeas(world.ports.rows, team)).map(({ idea }) => idea);

test("a form that was sent without a trace stores no author when its text has left the lists and the form is sent again in the usual way", async () => {
  await world.moveTo(thisRound.question);
  await sara.sets({ "Without a trace: smallest group": "3" });
  const form = omar.wouldSend("Send", { [line]: "Nobody greets us" });
  const { secret } = expectSay(await omar.sendsByHand({ ...form, ...traced }), "kept-without-trace");
  for (const person of [pia, jonas]) {
    const other = person.wouldSend("Send", { [line]: `Trouble of ${person.name}` });
    expectSay(await person.sendsByHand({ ...other, ...traced }), "kept-without-trace");
  }
  await world.moveTo(thisRound.digest);
  const idea = (await ideas()).find(({ friction }) => friction === "Nobody greets us")?.id;
  await jonas.sendsByHand({ verb: "take-idea", team: teamId, idea, due: "2026-12-18" });
  expectSay(await jonas.sendsByHand({ verb: "stop-idea", team: teamId, idea, lesson: "We greet already" }), "finished");
  for (const round of [nextRound, roundAfter(2)]) {
    await world.moveTo(round.question);
    await jonas.writes(`idea The stairs are steep ${round.id}`);
    await world.moveTo(round.digest);
  }
  expect((await ideas()).map(({ friction }) => friction)).not.toContain("Nobody greets us");
  const again = expectSay(await omar.sendsByHand({ ...form, withoutTrace: "false" }), "kept-without-trace");
  expect(again).toMatchObject({ secret, idea: { stage: "stopped" } });
  expect((await ideas()).filter(({ author }) => author === omar.id)).toEqual([]);
});

test("a card with several teams that was sent without a trace for one, and in the usual way for another, gives the two no id in common", async () => {
  const south = await world.addsTeam("South clinic", ["Sara Lind", "Omar Haddad", "Nina Ny"]);
  await world.moveTo(thisRound.question);
  const own = omar.got("idea-form").findLast(({ why }) => why === "prompt")?.team.id ?? "";
  const other = own === teamId ? south : teamId;
  const waiting = (team: string) => readAllWaiting(world.ports.rows, team);
  for (const [person, hidden, named] of [
    [omar, own, other],
    [sara, other, own],
  ] as const) {
    const form = person.wouldSend("Send", { [line]: "Nobody greets us" });
    const { secret } = expectSay(await person.sendsByHand({ ...form, ...traced, forTeam: hidden }), "kept-without-trace");
    expectSay(await person.sendsByHand({ verb: "follow-without-trace", team: hidden, secret }), "kept-without-trace");
    const sent = await person.sendsByHand({ ...form, withoutTrace: "false", forTeam: named });
    const texts = [...(await waiting(own)), ...(await waiting(other))].map(({ id }) => id);
    const authored = [...(await ideas(own)), ...(await ideas(other))].filter(({ author }) => author).map(({ id }) => id);
    expect([texts.length, authored.filter((id) => texts.includes(id))]).toEqual([1, []]);
    expect(expectSay(sent, "receipt").team.id).toBe(named);
    await person.sendsByHand({ verb: "withdraw-without-trace", team: hidden, secret });
  }
});
