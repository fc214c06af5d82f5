import { beforeEach, describe, expect, test } from "vitest";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await pia.answers("Nobody orders gloves");
  await jonas.answers("Too many forms");
  await world.moveTo(thisRound.draft);
});

const which = "Which idea?";
const why = "Why (the author sees this)";

describe("the draft", () => {
  test("comes to the lead, who holds an idea back with a reason, and its author alone hears why", async () => {
    expect(sara.got("draft")[0]?.digest.freshCount).toBe(3);
    // The lead's card in the hands of somebody else.
    expect(await omar.sendsByHand(sara.wouldSend("Hold back"))).toMatchObject({ why: "not-a-lead" });
    expectSay(await sara.presses("Hold back"), "hold-form");
    const reason = "We change them in January";
    const press = sara.wouldSend("Hold back", { [which]: "Too many forms", [why]: reason });
    // Today's clients do not send the form without a reason.
    expectSay(await sara.sendsByHand({ ...press, reason: "" }), "hold-form");
    const after = expectSay(await sara.presses("Hold back", { [which]: "Too many forms", [why]: reason }), "draft");
    expect([after.digest.freshCount, after.held.length]).toEqual([2, 1]);
    expect(jonas.got("author-news")).toEqual([]);
    await world.moveTo(thisRound.digest);
    expect(world.inTeam("digest")[0]?.digest.freshCount).toBe(2);
    expect(jonas.got("author-news")).toMatchObject([{ news: "held", reason }]);
  });

  test("shows an idea that was held back on a form left open until it was posted, and it can be put back there", async () => {
    // A draft that she asked for stands as it is.
    await sara.writes("digest");
    await sara.presses("Hold back");
    await world.moveTo(thisRound.digest);
    const shown = () => world.inTeam("digest")[0]?.digest.top.map(({ title }) => title) ?? [];
    const held = expectSay(await sara.presses("Hold back", { [which]: "Too many forms", [why]: "We change them in January" }), "draft");
    expect(held.held.map(({ title }) => title)).toEqual(["Too many forms"]);
    expect(shown()).not.toContain("Too many forms");
    await sara.presses("Put back");
    expect(shown()).toContain("Too many forms");
  });

  test("posts at once with Post now, and the clock then posts no second digest", async () => {
    await sara.press("Post now");
    await sara.onAnotherDevice().presses("Post now");
    await world.moveTo(thisRound.digest);
    expect(world.inTeam("digest")).toHaveLength(1);
  });
});
