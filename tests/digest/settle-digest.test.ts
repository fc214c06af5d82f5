import { beforeEach, describe, expect, test } from "vitest";
import { thisRound } from "../world/moments.ts";
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

  test("is posted in the channel that is set now when a lead writes digest now", async () => {
    await doubtful();
    expectSay(await sara.writes("digest now"), "posting");
    expect(digests()).toBe(1);
  });
});
