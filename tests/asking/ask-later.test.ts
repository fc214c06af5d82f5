import { beforeEach, expect, test } from "vitest";
import { buttonsOf } from "../world/cards.ts";
import { day, hour, minute, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
beforeEach(async () => {
  ({ world, sara, omar } = await aTeam());
  await world.moveTo(thisRound.question);
});

const tomorrow = "Ask me tomorrow";
const whys = (person: Person) => person.got("idea-form").map(({ why }) => why);
const titles = (person: Person) => buttonsOf(person.sees().at(-1)?.card ?? {}).map(({ title }) => title);

test("is offered as long as the next working morning comes before the digest, and not after", async () => {
  expect(titles(omar)).toContain(tomorrow);
  await world.moveTo(thisRound.reminder);
  expect(whys(omar)).toEqual(["prompt", "reminder"]);
  expect(titles(omar)).toContain(tomorrow);
  // Tomorrow's question would come after the digest, which is due that day at 07:00.
  await sara.sets({ "Digest: time": "07:00" });
  await world.moveTo(nextRound.reminder);
  expect(titles(omar)).not.toContain(tomorrow);
});

test("pressed too late is answered in words, the question stays, and nothing comes", async () => {
  await world.moveTo(thisRound.digest - 5 * hour);
  expect(await omar.presses(tomorrow)).toEqual({ say: "refusal", why: "digest-sooner" });
  expectSay(await omar.answers("The printer is slow"), "receipt");
  const pia = world.person("Pia Holm");
  expect(await pia.writes("tomorrow")).toEqual({ say: "refusal", why: "digest-sooner" });
  await world.moveTo(thisRound.digest + minute);
  expect(await pia.presses(tomorrow)).toEqual({ say: "refusal", why: "digest-sooner" });
  await world.moveTo(thisRound.digest + day);
  expect([omar, pia].map((person) => whys(person).includes("again"))).toEqual([false, false]);
});

test.each(["Send", "Nothing this week"])("is never promised to somebody who has answered with %s on another device", async (title) => {
  const phone = omar.onAnotherDevice();
  await (title === "Send" ? phone.answers("The printer is slow") : phone.presses(title));
  expect(await omar.presses(tomorrow)).toEqual({ say: "refusal", why: "answered-already" });
  expect(await omar.writes("tomorrow")).toEqual({ say: "refusal", why: "answered-already" });
  await world.moveTo(thisRound.question + day);
  expect(whys(omar)).toEqual(["prompt"]);
});

test("is not promised any more once a lead has posted the digest before that morning", async () => {
  expectSay(await omar.presses(tomorrow), "later-noted");
  await world.person("Pia Holm").answers("The printer is slow");
  await sara.writes("digest now");
  await sara.presses("Post now");
  await world.settle();
  expect(await omar.writes("tomorrow")).not.toMatchObject({ say: "later-noted" });
});

test("takes no answer away that comes at the same moment", async () => {
  const { rows } = world.ports;
  const { commit } = rows;
  const phone = omar.onAnotherDevice();
  let isFirst = true;
  Object.assign(rows, {
    commit: async (...[partition, changes]: Parameters<typeof commit>) => {
      if (isFirst && JSON.stringify(changes).includes('"later"')) {
        isFirst = false;
        await phone.answers("The printer is slow");
      }
      return commit(partition, changes);
    },
  });
  expect(await omar.presses(tomorrow)).toEqual({ say: "refusal", why: "answered-already" });
  await world.moveTo(thisRound.question + day);
  expect(whys(omar)).toEqual(["prompt"]);
});

test.each(["digest now", "an earlier digest"])(
  "comes on the morning that was promised, also after %s, and is shown in the next one",
  async (how) => {
    const pia = world.person("Pia Holm");
    for (const one of [pia, world.person("Jonas Berg")]) await one.answers("The printer is slow");
    const { at } = expectSay(await omar.presses(tomorrow), "later-noted");
    if (how === "digest now") expectSay(await sara.writes(how), "posting");
    else await sara.sets({ "Digest: day": "Friday", "Digest: time": "07:00" });
    await world.moveTo(at - minute);
    await world.moveTo(at + minute);
    expect(world.posted.filter(({ message }) => message.say === "digest")).toHaveLength(1);
    expect(whys(omar)).toEqual(["prompt", "again"]);
    const { mayWait, digestAt = 0 } = omar.got("idea-form").at(-1) ?? {};
    expect([mayWait, digestAt > at]).toEqual([undefined, true]);
    expectSay(await omar.answers("The door is heavy"), "receipt");
  },
);
