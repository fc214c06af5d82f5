import { expect, test } from "vitest";
import { textOf } from "../world/cards.ts";
import { minute, roundAfter } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay } from "../world/world.ts";

/* Answers to the question of what works are kept as worth doing more of: apart, without an owner, until somebody tries one. */

const inChannel = { in: "channel" } as const;
const [success, after] = [roundAfter(1), roundAfter(2)];
const handover = "Handing over at the bedside";

/** A team whose second round asks what works. */
const aSuccessWeek = async () => {
  const team = await aTeam();
  await team.world.moveTo(roundAfter(0).question);
  await team.sara.sets({ Questions: "Take turns" });
  await team.world.moveTo(success.question);
  return team;
};
const shownWeek = async () => {
  const team = await aSuccessWeek();
  expectSay(await team.omar.answers(handover), "receipt");
  await team.world.moveTo(success.digest);
  return team;
};
const lastDigest = ({ world }: Awaited<ReturnType<typeof aTeam>>) => expectSay(world.inTeam("digest").at(-1), "digest").digest;
const cardOf = (person: Person, where = {}) => textOf(person.sees(where).at(-1)?.card ?? {});
const thanksOf = (person: Person) => person.got("news").flatMap(({ ideas }) => ideas.flatMap((one) => ("lines" in one ? one.lines : [])));

test("What works is listed apart, gets voices and thanks, and waits for nobody; typed texts of that week are ordinary ideas", async () => {
  const team = await aSuccessWeek();
  const { world, sara, omar, pia, jonas } = team;
  const receipt = expectSay(await omar.answers(handover), "receipt");
  expect([receipt.stage, receipt.mayMerge]).toEqual(["worth", undefined]);
  expect(cardOf(omar)).toContain("Kept as something worth doing more of.");
  await pia.writes("idea The door is heavy");
  await world.moveTo(success.draft);
  // A lead may reword it or hold it back, and proposes nobody.
  const form = expectSay(await sara.presses("Change", { on: handover }), "change-form");
  expect([form.members, form.same]).toEqual([[], undefined]);
  await world.moveTo(success.digest);
  const digest = lastDigest(team);
  expect([digest.worth.map(({ title }) => title), digest.top.map(({ title }) => title), digest.freshCount]).toEqual([
    [handover],
    ["The door is heavy"],
    1,
  ]);
  await pia.presses("Me too", { ...inChannel, on: handover });
  expect(lastDigest(team).worth[0]?.voices).toBe(2);
  await pia.presses("Thanks", { ...inChannel, on: handover });
  expectSay(await jonas.writes(`thanks #${digest.worth[0]?.number}`), "thanks-noted");
  for (const said of [`ask #${digest.worth[0]?.number} Pia Holm`, `stop #${digest.worth[0]?.number} no`])
    expect(await sara.writes(said)).toMatchObject({ say: "refusal", why: "not-tried" });
  // It stands in later digests no more, in All ideas still.
  await world.moveTo(after.question);
  await pia.answers("The lamps flicker");
  await world.moveTo(after.digest);
  expect([lastDigest(team).worth, lastDigest(team).open.map(({ title }) => title)]).toEqual([[], ["The door is heavy"]]);
  await world.toNews();
  expect(thanksOf(omar)).toEqual([{ news: "thanks", count: 2 }]);
  const { ideas } = expectSay(await jonas.presses("All ideas", inChannel), "all-ideas");
  expect(ideas.at(-1)).toMatchObject({ title: handover, stage: "worth" });
  expect(omar.news().map(({ news }) => news)).toEqual(["thanks"]);
});

test("Try it makes whoever presses it the owner, who is asked for date and test; given back it is an ordinary new idea", async () => {
  const team = await shownWeek();
  const { world, omar, pia, jonas } = team;
  await jonas.presses("Me too", { ...inChannel, on: handover });
  expect(cardOf(pia, inChannel)).toContain("What works, and what is under way");
  const stale = jonas.wouldSend("Try it", { ...inChannel, on: handover });
  await pia.presses("Try it", { ...inChannel, on: handover });
  expect(lastDigest(team).open).toMatchObject([{ title: handover, stage: "planned", owner: { name: "Pia Holm" } }]);
  expect(await jonas.sendsByHand(stale, inChannel)).toMatchObject({ say: "refusal", why: "already-owned" });
  expectSay(pia.got("owner-plan").at(-1), "owner-plan");
  expectSay(await pia.presses("Save", { Date: "2026-12-18", "Smallest test": "One ward for a week" }), "owned");
  await world.toNews();
  expect([omar.news(), jonas.news()]).toMatchObject([[{ news: "tried", reader: "author" }], [{ news: "tried", reader: "voice" }]]);
  expect([cardOf(omar), cardOf(jonas)].map((text) => text.includes("Pia Holm tries "))).toEqual([true, true]);
  const story = expectSay(await jonas.writes("#1"), "idea-story");
  expect(story.steps).toMatchObject([{ event: "try-idea", stage: "planned", who: "Pia Holm" }]);
  await pia.writes("give it back #1");
  await pia.presses("Give it back");
  await pia.presses("Give it back", { Reason: "No time" });
  expect(expectSay(await jonas.writes("#1"), "idea-story").idea).toMatchObject({ stage: "new" });
  await world.moveTo(after.question);
  await pia.writes("idea Something new");
  await world.moveTo(after.digest);
  expect(lastDigest(team).open.map(({ title, stage }) => [title, stage])).toContainEqual([handover, "new"]);
  // A press that an older post still offers takes it, as any new idea.
  await jonas.sendsByHand(stale, inChannel);
  expect(expectSay(await omar.writes("#1"), "idea-story").idea.owner?.name).toBe("Jonas Berg");
});

test("A lead holds it back and puts it back, and its author edits and withdraws it, as any idea", async () => {
  const team = await aSuccessWeek();
  const { world, sara, omar, pia } = team;
  await omar.answers(handover);
  await pia.answers("The weekly tip");
  await world.moveTo(success.draft);
  await sara.changes("The weekly tip", "Hold back", { Reason: "Names a product" });
  await world.moveTo(success.digest);
  expect(lastDigest(team).worth.map(({ title }) => title)).toEqual([handover]);
  await world.toNews();
  expect(pia.news()).toMatchObject([{ news: "held", reason: "Names a product" }]);
  await omar.writes("my ideas");
  await omar.presses("Open");
  await omar.presses("Edit");
  await omar.presses("Add details");
  expect(cardOf(omar)).toContain("What would help us do more of it?");
  expect(cardOf(omar)).not.toContain("What it costs me");
  await omar.presses("Save", { "A line or two is enough": "Handing over at the bed", "Show my name": true });
  await world.moveTo(success.digest + 5 * minute);
  expect(lastDigest(team).worth[0]).toMatchObject({ title: "Handing over at the bed", authorName: "Omar Haddad" });
  await world.moveTo(after.question);
  await sara.writes("draft");
  await sara.presses("Put back");
  await world.moveTo(after.digest);
  expect(lastDigest(team).worth.map(({ title }) => title)).toEqual(["The weekly tip"]);
  await omar.writes("withdraw");
  expect(JSON.stringify(world.inTeam("digest"))).not.toContain("Handing over");
  await omar.presses("Undo");
  expect(expectSay(await pia.writes("#1"), "idea-story").idea.stage).toBe("worth");
});
