import { expect, test } from "vitest";
import { limitFloods } from "../../src/entry/floods.ts";
import { thisRound } from "../world/moments.ts";
import { aTeam, expectSay } from "../world/world.ts";

test("a person who floods is told so once, is taken no further for a minute, loses no form, and slows nobody else", async () => {
  const { world, sara, omar } = await aTeam();
  world.slowsFloods(50);
  await world.moveTo(thisRound.question);
  const send = sara.wouldSend("Send", { "A line or two is enough": "The label printer jams" });
  const said: unknown[] = [];
  for (let message = 0; message < 60; message += 1) {
    const reply = await world.receive({ happened: "wrote", who: sara.who, place: sara.chat, text: "help", activity: String(message) });
    said.push(reply?.message.say);
  }
  expect(said).toEqual([...Array(50).fill("help"), "refusal", ...Array(9).fill(undefined)]);
  expect(world.logged.filter(({ event }) => event === "person-slowed")).toHaveLength(1);

  world.calls.length = 0;
  const pressed = await world.receive({ happened: "pressed", who: sara.who, place: sara.chat, data: send });
  const back = expectSay(pressed?.message, "idea-form");
  expect([back.problem, back.written?.friction, world.calls]).toEqual(["not-saved", "The label printer jams", []]);
  expectSay(await omar.answers("The lift is slow"), "receipt");

  await world.moveTo(world.now() + 60_000);
  expectSay(await sara.sendsByHand(send), "receipt");
});

test("a pause ends after a minute, however much is sent in it, and counts of many people take no more room than is given", () => {
  const floods = limitFloods(2, 2);
  const sends = (person: string, seconds: readonly number[]) => seconds.map((second) => floods(person, second * 1_000));
  expect(sends("a", [0, 30, 59, 70, 118, 119])).toEqual(["taken", "taken", "told", "dropped", "dropped", "taken"]);
  expect(sends("b", [119, 119, 119])).toEqual(["taken", "taken", "told"]);
  expect(sends("c", [119])).toEqual(["taken"]);
  expect(sends("a", [119, 119, 119])).toEqual(["taken", "taken", "told"]);
  // A clock that was set back ends a pause.
  expect(sends("a", [20])).toEqual(["taken"]);
});
