import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { textOf } from "../world/cards.ts";
import { day, minute, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import { type Person, viewOf } from "../world/people.ts";
import { aTeam, expectSay, startWorld, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
});

const digests = () => world.inTeam("digest").map(({ digest }) => digest.id);
const words = (message: Message) => textOf(viewOf(message, "en").card ?? {});

/** Sara has the draft of this round. */
const drafted = async () => {
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await pia.answers("Nobody orders gloves");
  await world.moveTo(thisRound.draft);
};

describe("an old draft", () => {
  test("posts nothing of another week: it says when it was posted, and leads to the draft of now", async () => {
    await drafted();
    const postNow = sara.wouldSend("Post now");
    await world.moveTo(thisRound.digest);
    await world.moveTo(nextRound.question);
    await jonas.answers("Too many forms");
    const said = await sara.sendsByHand(postNow);
    expect(digests()).toEqual([thisRound.id]);
    expect(said).toMatchObject({ say: "draft-posted", isPressed: true, hasNewer: true });
    expect(words(said)).toContain("Posted already, Tuesday 1 December at 13:00.");
  });

  test("says so behind every other button of it, and its last one shows the draft of now", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await pia.answers("Nobody orders gloves");
    await sara.writes("draft");
    await sara.changes("gloves", "Hold back", { Reason: "A name" });
    const [change, putBack] = [sara.onAnotherDevice(), sara.onAnotherDevice()];
    // A draft that she has asked for stands as it is.
    await sara.writes("draft");
    await world.moveTo(thisRound.digest);
    for (const [lead, title] of [
      [change, "Change"],
      [putBack, "Put back"],
    ] as const) {
      expect(await lead.presses(title)).toMatchObject({ say: "draft-posted", isPressed: true, hasNewer: true });
      expect(expectSay(await lead.presses("Show the draft"), "draft").held).toHaveLength(1);
    }
  });

  test("turns in place into when it was posted, also where a lead posted it", async () => {
    await drafted();
    await sara.posts();
    expect(sara.got("draft")).toEqual([]);
    const [posted] = sara.got("draft-posted");
    expect(posted && render(posted, "en").summary).toBe("Posted Tuesday 1 December at 09:00.");
  });

  test("says that nothing was posted where nothing new was left", async () => {
    await drafted();
    for (const author of [omar, pia]) await author.presses("Withdraw");
    await world.moveTo(thisRound.digest);
    expect(sara.got("draft")).toEqual([]);
    expect(sara.got("draft-posted")).toMatchObject([{ say: "draft-posted" }]);
    expect(sara.got("draft-posted")[0]?.at).toBeUndefined();
    // A later digest is not its own.
    await world.moveTo(nextRound.question);
    await jonas.answers("Too many forms");
    await world.moveTo(nextRound.digest);
    expect(sara.got("draft-posted")[0]?.at).toBeUndefined();
  });

  test("turns in place also where the digest went out while the draft was being sent", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await pia.answers("Nobody orders gloves");
    const { channel } = world.ports;
    const { post } = channel;
    let isFirst = true;
    Object.assign(channel, {
      post: async (...said: Parameters<typeof post>) => {
        if (said[1].say === "draft" && isFirst) {
          isFirst = false;
          await sara.posts();
        }
        return post(...said);
      },
    } satisfies Partial<typeof channel>);
    await world.moveTo(thisRound.draft);
    expect(digests()).toHaveLength(1);
    expect([sara.got("draft").length, sara.got("draft-posted").length]).toEqual([0, 1]);
  });

  test("from between two rounds posts nothing of the round that has begun", async () => {
    await omar.writes("idea The printer is slow");
    await sara.writes("draft");
    await world.moveTo(thisRound.question);
    await pia.answers("Nobody orders gloves");
    const said = await sara.presses("Post now");
    expect(said).toMatchObject({ say: "draft-posted", hasNewer: true });
    expect(words(said)).toContain("This draft is an old one.");
    expect(digests()).toEqual([]);
  });

  test("of a card from before drafts had ids of their own is old where its digest is there", async () => {
    await drafted();
    await world.moveTo(thisRound.digest);
    const old = { verb: "post-now", team: teamId, nonce: thisRound.id };
    expect(await sara.sendsByHand(old)).toMatchObject({ say: "draft-posted" });
    expect(await sara.sendsByHand({ ...old, nonce: "N0nce-_Abcdefghijklmno" })).toMatchObject({ say: "draft-posted" });
    expect(digests()).toEqual([thisRound.id]);
  });
});

describe("two leads side by side", () => {
  beforeEach(async () => {
    await pia.presses("I lead this team", { in: "channel" });
    await sara.presses("Yes, they lead");
  });

  test("post one digest of a round, whoever presses when, and the clock posts no other", async () => {
    await drafted();
    const leads = [sara, pia, sara.onAnotherDevice()];
    for (const { say } of await Promise.all(leads.map((lead) => lead.press("Post now")))) expect(say).toBe("posting");
    await world.settle();
    await world.moveTo(thisRound.digest + day);
    expect(digests()).toEqual([thisRound.id]);
  });

  test("post one digest between two rounds", async () => {
    await omar.writes("idea The printer is slow");
    for (const lead of [sara, pia]) await lead.writes("draft");
    await Promise.all([sara.press("Post now"), pia.press("Post now")]);
    await world.settle();
    expect(digests()).toHaveLength(1);
    await jonas.writes("idea Too many forms");
    expect(await pia.onAnotherDevice().presses("Post now")).toMatchObject({ say: "draft-posted", hasNewer: true });
    expect(digests()).toHaveLength(1);
    expectSay(await pia.writes("digest now"), "posting");
    expect(digests()).toHaveLength(2);
  });

  test("do not close the round that begins between a press and its digest", async () => {
    await omar.writes("idea The printer is slow");
    await sara.writes("draft");
    await world.moveTo(thisRound.question - minute);
    await sara.press("Post now");
    await world.moveTo(thisRound.question);
    await world.moveTo(thisRound.question + minute);
    await pia.answers("Nobody orders gloves");
    await world.moveTo(thisRound.digest);
    expect(digests().at(-1)).toBe(thisRound.id);
  });
});

describe("fewer than half have answered", () => {
  test("Post now and digest now ask once more, and post what is pressed again", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    for (const ask of [() => sara.writes("digest now"), () => sara.presses("Post now")]) {
      const said = await ask();
      expectSay(said, "post-early");
      expect(words(said)).toContain("Fewer than half of those asked have answered so far.");
      expectSay(await sara.presses("Back"), "draft");
    }
    expect(digests()).toEqual([]);
    expectSay(await sara.presses("Post now"), "post-early");
    expectSay(await sara.presses("Post now"), "posting");
    expect(digests()).toEqual([thisRound.id]);
  });

  test("half of them are enough", async () => {
    await drafted();
    expectSay(await sara.presses("Post now"), "posting");
  });

  test("those whose question is still on its way count as asked", async () => {
    world.trouble.set(jonas.chatId, { outcome: "later", afterMs: day, cause: "again", detail: "429" });
    world.trouble.set(pia.chatId, { outcome: "later", afterMs: day, cause: "again", detail: "429" });
    world.trouble.set(sara.chatId, { outcome: "later", afterMs: day, cause: "again", detail: "429" });
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    expect(await sara.writes("digest now")).toMatchObject({ say: "post-early", turnout: { asked: 4, answered: 1 } });
  });

  test("a confirmation that is left until the digest is there posts nothing", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await sara.writes("digest now");
    await world.moveTo(thisRound.digest);
    await world.moveTo(nextRound.question);
    await pia.answers("Nobody orders gloves");
    expect(await sara.presses("Post now")).toMatchObject({ say: "draft-posted" });
    expect(digests()).toEqual([thisRound.id]);
  });

  test.each([
    [4, 12, "Fewer than 5 of the 12 asked have answered so far."],
    [5, 12, "5 of the 12 asked have answered so far."],
    [3, 8, "Fewer than half of those asked have answered so far."],
  ])("%i of %i is told without an exact count below five", async (answered, asked, told) => {
    const names = Array.from({ length: asked }, (_, at) => `Person ${at}`);
    world = await startWorld(names);
    await world.added();
    await world.moveTo(thisRound.question);
    for (const name of names.slice(0, answered)) await world.person(name).answers(`Idea of ${name}`);
    const said = await world.person("Person 0").writes("digest now");
    expectSay(said, "post-early");
    expect(words(said)).toContain(told);
  });
});

test("a round that nobody closes in time keeps its draft when another begins", async () => {
  await drafted();
  await world.moveTo(roundAfter(1).digest);
  expect(digests()).toEqual([thisRound.id]);
  expect(sara.got("draft")).toEqual([]);
});
