import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, generalChannel, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
});

const doubtful = async () => {
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
  await world.moveTo(thisRound.digest);
  world.trouble.clear();
};

/** Pia leads beside Sara. */
const twoLeads = async () => {
  await pia.presses("I lead this team", { in: "channel" });
  await sara.presses("Yes, they lead");
};

const digests = () => world.inTeam("digest").length;

describe("a digest that may not have arrived", () => {
  test("is asked about, and posted when a lead does not find it", async () => {
    await twoLeads();
    await doubtful();
    for (const lead of [sara, pia]) expect(lead.got("digest-doubtful")).toMatchObject([{ channel: "General" }]);
    expect(await omar.sendsByHand(sara.wouldSend("Post it"))).toMatchObject({ why: "not-a-lead" });
    expectSay(await sara.presses("Post it"), "posting");
    expect(digests()).toBe(1);
    for (const [lead, title] of [
      [sara, "Post it"],
      [pia, "Post it"],
      [pia, "It is there"],
    ] as const)
      expect(await lead.onAnotherDevice().presses(title)).toMatchObject({ say: "digest-settled", how: "posted", already: true });
    expect(digests()).toBe(1);
  });

  test("is left as it is when a lead finds it, whatever is pressed then", async () => {
    await twoLeads();
    await doubtful();
    expect(await pia.presses("It is there")).toMatchObject({ say: "digest-settled", how: "there", already: false });
    for (const title of ["It is there", "Post it"])
      expect(await sara.onAnotherDevice().presses(title)).toMatchObject({ how: "there", already: true });
    expect(await sara.writes("digest now")).toMatchObject({ why: "nothing-to-post" });
    expect(digests()).toBe(0);
  });

  test("is posted once when two leads press at the same moment", async () => {
    await twoLeads();
    await doubtful();
    const said = await Promise.all([sara.press("Post it"), pia.press("Post it")]);
    expect(said.map(({ say }) => say).sort()).toEqual(["digest-settled", "posting"]);
    await world.settle();
    expect(digests()).toBe(1);
  });

  test("is asked about again when the second try is doubtful too", async () => {
    await doubtful();
    world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
    await sara.presses("Post it");
    expect(sara.got("digest-doubtful")).toHaveLength(2);
  });

  test("is asked about by digest now too, by its week, and nothing is posted before a lead says what they see", async () => {
    await doubtful();
    await world.moveTo(nextRound.question);
    await pia.answers("Nobody orders gloves");
    const said = expectSay(await sara.writes("digest now"), "digest-doubtful");
    expect(said).toMatchObject({ digest: thisRound.id, week: thisRound.id, hasDraft: true });
    expect(JSON.stringify(render(said, "en").card)).toContain("the digest of week 48 reached General");
    expect(digests()).toBe(0);
    expectSay(await sara.presses("It is there"), "digest-settled");
    expectSay(await sara.posts(), "posting");
    expect(world.inTeam("digest").map(({ digest }) => digest.id)).toEqual([nextRound.id]);
  });

  test("does not keep this week's draft from being posted", async () => {
    await doubtful();
    await world.moveTo(nextRound.question);
    for (const person of [pia, omar]) await person.answers(`The lamps of ${person.name} flicker`);
    await sara.writes("digest now");
    expectSay(await sara.presses("Show the draft"), "draft");
    expectSay(await sara.presses("Post now"), "posting");
    expect(world.inTeam("digest").map(({ digest }) => digest.id)).toEqual([nextRound.id]);
    expect(await sara.presses("Post it")).toMatchObject({ say: "posting" });
    expect(world.inTeam("digest").map(({ digest }) => digest.id)).toEqual([nextRound.id, thisRound.id]);
  });

  test("is asked about behind Post now of its own draft", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await sara.writes("draft");
    world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
    await world.moveTo(thisRound.digest);
    world.trouble.clear();
    const again = sara.onAnotherDevice();
    expect(await again.presses("Post now", { on: "printer" })).toMatchObject({ say: "digest-doubtful", digest: thisRound.id });
    expect(digests()).toBe(0);
  });
});

describe("a digest that Teams did not take", () => {
  const refused = async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    world.trouble.set(generalChannel, { outcome: "refused", why: "gone", detail: "404" });
    await world.moveTo(thisRound.digest);
    world.trouble.clear();
  };

  test("is posted by digest now, and by its own button", async () => {
    await refused();
    expect(sara.got("digest-trouble")).toMatchObject([{ digest: thisRound.id, week: thisRound.id, channel: "General" }]);
    expectSay(await sara.writes("digest now"), "posting");
    expect(digests()).toBe(1);
    expect(await sara.presses("Post it")).toMatchObject({ say: "digest-settled", how: "posted" });
    expect(digests()).toBe(1);
  });

  test("is not posted in the place of this week's once another round is open: digest now asks which one is meant", async () => {
    await refused();
    await world.moveTo(nextRound.question);
    for (const person of [pia, omar]) await person.answers(`The lamps of ${person.name} flicker`);
    expect(await sara.writes("digest now")).toMatchObject({ say: "digest-trouble", week: thisRound.id, hasDraft: true });
    expect(digests()).toBe(0);
    expectSay(await sara.onAnotherDevice().presses("Show the draft"), "draft");
    expectSay(await sara.presses("Post it"), "posting");
    expect(world.inTeam("digest").map(({ digest }) => digest.id)).toEqual([thisRound.id]);
    expectSay(await sara.writes("digest now"), "posting");
    expect(world.inTeam("digest").map(({ digest }) => digest.id)).toEqual([thisRound.id, nextRound.id]);
  });
});
