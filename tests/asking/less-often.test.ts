import { expect, test } from "vitest";
import { day, hour, minute, roundAfter } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay } from "../world/world.ts";

const prompts = (person: Person) => person.got("idea-form").filter(({ why }) => why === "prompt");
/** The rounds whose question asked a person whether to ask them less often. */
const offers = (person: Person) => prompts(person).flatMap(({ lessOften, round }) => (lessOften ? [round] : []));
const inRound = (round: number) => roundAfter(round).id;

test("after three unanswered questions the next one asks, once, whether to ask less often; one press decides, and My settings takes it back", async () => {
  const { world, sara, omar, pia, jonas } = await aTeam();
  const silent = [omar, pia];
  // Jonas's other team asks him in the second week alone, a day before this one, and he answers there.
  await world.addsTeam("South clinic", ["Nina Ny", "Jonas Berg"]);
  const nina = world.person("Nina Ny");
  await nina.sets({ "Question: day": "Friday" });
  await world.moveTo(roundAfter(0).question + 2 * day);
  await nina.sets({ "Question: day": "Wednesday" });
  await world.moveTo(roundAfter(1).question - hour);
  await jonas.answers("The door is heavy");
  await nina.sets({ "Question: day": "Friday" });
  await world.moveTo(roundAfter(1).question + minute);
  // A person who wants it later has not answered.
  await omar.presses("Ask me tomorrow");
  await sara.presses("Nothing this week");
  await world.moveTo(roundAfter(2).question + minute);
  expect([sara, omar, pia, jonas].flatMap(offers)).toEqual([]);
  await world.moveTo(roundAfter(3).question + minute);
  for (const one of silent) expect(offers(one)).toEqual([inRound(3)]);
  expect([sara, jonas].flatMap(offers)).toEqual([]);

  await omar.presses("Every 2 weeks");
  expect(omar.got("less-noted")).toMatchObject([{ every: 2, next: { at: roundAfter(5).question } }]);
  // Its question is still to be answered.
  expectSay(await omar.answers("The printer is slow"), "receipt");
  expect(await omar.writes("nothing")).toMatchObject({ say: "nothing-noted", nextPromptAt: roundAfter(5).question });
  await pia.writes("pause 3 weeks");
  await pia.presses("As now");
  expect(pia.got("less-noted")).toMatchObject([{ every: 1, next: { at: roundAfter(6).question } }]);
  expect(await pia.writes("resume")).toMatchObject({ say: "resumed", next: { at: roundAfter(4).question } });
  await world.moveTo(roundAfter(4).question + minute);
  // The fifth question does not reach Jonas, who has paused by then.
  world.trouble.set(jonas.chatId, { outcome: "later", cause: "again", afterMs: minute, detail: "412" });
  await world.moveTo(roundAfter(5).question);
  await jonas.writes("pause");
  world.trouble.clear();
  await world.moveTo(roundAfter(5).question + 5 * minute);
  await jonas.writes("resume");
  for (let round = 6; round < 9; round++) await world.moveTo(roundAfter(round).question + minute);
  expect(prompts(omar).map(({ round }) => round)).toEqual([0, 1, 2, 3, 5, 7].map(inRound));
  expect(prompts(pia)).toHaveLength(9);
  for (const one of silent) expect(offers(one)).toEqual([inRound(3)]);
  expect([sara, jonas].map(offers)).toEqual([[inRound(5)], [inRound(6)]]);

  await omar.presses("My settings");
  await omar.presses("Save", { "How often": "Each time my team is asked" });
  await world.moveTo(roundAfter(9).question + day);
  await world.moveTo(roundAfter(10).question + day);
  expect(prompts(omar).map(({ round }) => round)).toEqual([0, 1, 2, 3, 5, 7, 9, 10].map(inRound));
  expect(offers(omar)).toEqual([inRound(3)]);
});
