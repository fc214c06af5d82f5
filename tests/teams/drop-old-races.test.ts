import { expect, test } from "vitest";
import { readIdeas } from "../../src/store/idea.ts";
import { nextRound, thisRound } from "../world/moments.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, teamId } from "../world/world.ts";

/* Old rows of a team go once a week, beside what people do. */

test("a text without a trace that waits keeps the row by which its old form is not stored with its author", async () => {
  const { world, omar } = await aTeam();
  await world.moveTo(thisRound.question);
  const form = omar.wouldSend("Send", { [line]: "Nobody greets us" });
  expectSay(await omar.sendsByHand({ ...form, withoutTrace: "true" }), "kept-without-trace");
  await world.moveTo(nextRound.question);
  expectSay(await omar.sendsByHand({ ...form, withoutTrace: "false" }), "kept-without-trace");
  expect(await readIdeas(world.ports.rows, teamId)).toEqual([]);
});
