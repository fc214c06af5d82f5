import { beforeEach, describe, expect, test } from "vitest";
import { en } from "../../src/language/en/index.ts";
import { day, hour, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { everyRow } from "../world/rows.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

/* A person who asks gets an answer that stays in their chat, or in the channel where they asked. It shows a withdrawn idea no longer either. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.answers("The zebra crossing is blocked");
  await pia.answers("Another one");
  await world.moveTo(thisRound.digest);
});

const inChannel = { in: "channel" } as const;

/** The messages of Gnist in which a word stands, as they are in Teams and on every screen, but for those in the author's own chat. */
const shown = (word = /zebra/i) =>
  world.posts
    .filter(({ to }) => to !== omar.chatId)
    .flatMap((post) => [post, ...post.views.values()].map(({ message }) => ({ to: post.to, message })))
    .filter(({ message }) => word.test(JSON.stringify(message)));
const saysShown = () => shown().map(({ message }) => message.say);

/** How people come to read about an idea of a colleague, and the messages in which they then read it. */
const ways: Record<string, readonly [() => Promise<unknown>, string]> = {
  "its story, by its number": [() => pia.writes("#1"), "idea-story"],
  "its story, asked for in the channel": [() => pia.writes("#1", inChannel), "idea-story"],
  "a digest in one's own chat": [() => pia.writes("digest"), "digest"],
  "a digest in the channel": [() => pia.writes("digest", inChannel), "digest"],
  "all ideas, in place of a digest": [
    async () => {
      await pia.writes("digest");
      await pia.presses("All ideas");
    },
    "all-ideas",
  ],
  "what one owns": [
    async () => {
      await jonas.writes("take #1");
      await jonas.writes("my actions");
    },
    "my-actions",
  ],
  "a form in place of a card": [
    async () => {
      await pia.writes("#1");
      await pia.presses("Take or ask");
    },
    "take-or-ask",
  ],
  "the test that a form offers to the owner of another idea": [
    async () => {
      await jonas.writes("take #1");
      await jonas.presses("Save", { "Smallest test": "One zebra, one week" });
      await jonas.writes("test done #1");
      await sara.writes("take #2");
      await sara.writes("test done #2");
      await sara.presses(en.buttons.adjust);
    },
    "test-form",
  ],
  "a lead's draft": [
    async () => {
      await world.moveTo(nextRound.question);
      await jonas.answers("Something new");
      await sara.writes("draft");
    },
    "draft",
  ],
  "a receipt that names it as alike": [() => jonas.writes("idea The crossing is blocked by a zebra"), "receipt"],
};

const withdraws = () => omar.writes("withdraw #1");
const erases = async () => {
  await omar.writes("delete my data");
  await omar.presses("Delete my ideas too");
  await world.moveTo(world.now() + hour);
};

describe.each(Object.entries({ withdraws, erases }))("When its author %s it", (_name, goes) => {
  test.each(Object.entries(ways))("%s shows it no longer", async (_way, [reads, say]) => {
    await reads();
    expect(saysShown()).toContain(say);
    await goes();
    // A receipt goes on showing its own author's words.
    expect(shown(/zebra crossing/i)).toEqual([]);
    if (say !== "receipt") expect(saysShown()).toEqual([]);
  });
});

test("what it says in place of the idea is that its author withdrew it, and when", async () => {
  await pia.writes("#1");
  await withdraws();
  const [story] = world.posts.filter(({ to, isAnswer }) => to === pia.chatId && isAnswer).slice(-1);
  expect(story?.message).toMatchObject({ say: "idea-withdrawn", number: 1, at: expect.any(Number) });
});

test("a digest keeps its other ideas, in the channel too", async () => {
  await pia.writes("digest");
  await pia.writes("digest", inChannel);
  await withdraws();
  const digests = world.posts.filter(({ message }) => message.say === "digest");
  expect(digests.map(({ isAnswer, to }) => [isAnswer, to === pia.chatId])).toEqual([
    [false, false],
    [true, true],
    [true, false],
  ]);
  for (const { message } of digests) {
    const { digest } = expectSay(message, "digest");
    expect([digest.top.map(({ title }) => title), digest.withdrawn]).toEqual([["Another one"], [expect.objectContaining({ number: 1 })]]);
  }
});

test("an author's receipt that named it as alike stays their receipt", async () => {
  const before = expectSay(await jonas.writes("idea The crossing is blocked by a zebra"), "receipt");
  expect(before.similar).toHaveLength(1);
  await withdraws();
  const [after] = world.posts.filter(({ to }) => to === jonas.chatId).slice(-1);
  expect(after?.message).toMatchObject({ say: "receipt", idea: before.idea, written: before.written });
  expect(after?.message).not.toHaveProperty("similar");
});

test("in an archived team, an answer in the channel is changed once the team is restored", async () => {
  await pia.writes("digest", inChannel);
  await world.receive({ happened: "team-archived", place: world.inChannel });
  await withdraws();
  await world.receive({ happened: "team-unarchived", place: world.inChannel });
  await world.moveTo(world.now() + 25 * hour);
  expect(saysShown()).toEqual([]);
});

describe("Where answers stand", () => {
  const noted = async () => (await everyRow(world)).filter(({ row }) => row.key.includes("send|answer|")).length;

  test("is kept for a month, because it says who looked at an idea", async () => {
    await pia.writes("#1");
    await pia.writes("digest", inChannel);
    expect(await noted()).toBe(5);
    await world.moveTo(world.now() + 29 * day);
    expect(await noted()).toBe(5);
    for (let days = 0; days < 9; days += 1) await world.moveTo(world.now() + day);
    expect(await noted()).toBe(0);
  });

  test("is not kept of one's own ideas, nor beside a usual receipt", async () => {
    await omar.writes("#1");
    await jonas.writes("idea The lift is stuck");
    await pia.writes("my ideas");
    expect(await noted()).toBe(0);
  });
});
