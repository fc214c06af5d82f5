import { beforeEach, expect, test } from "vitest";
import { readIdeas } from "../../src/store/idea.ts";
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
