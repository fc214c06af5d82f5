import { expect, test } from "vitest";
import type { Idea } from "../../src/domain/idea/idea.ts";
import { readIdeas } from "../../src/store/idea.ts";
import { thisRound } from "../world/moments.ts";
import { aTeam, aTeamWithDigest, expectSay, teamId, type World } from "../world/world.ts";
import { isErased, tracesLeft } from "./erased.ts";

const onPrinter = { in: "channel", on: "The printer is slow" };

/** A team in which Pia owns an idea of Omar's. */
const owned = async () => {
  const team = await aTeamWithDigest();
  await team.pia.presses("Take or ask", onPrinter);
  await team.pia.presses("I'll take it", { in: "channel" });
  await team.pia.presses("Save", { "Smallest test": "One printer less" });
  return team;
};

const printerIn = async ({ ports }: World): Promise<Idea> => {
  const found = (await readIdeas(ports.rows, teamId)).find(({ idea }) => idea.friction === "The printer is slow");
  if (!found) throw new Error("The printer is gone");
  return found.idea;
};

test("an idea that was held back while an erased person owned it is everybody's once it is put back", async () => {
  const { world, sara, pia, idea } = await owned();
  await sara.sendsByHand({ verb: "hold-idea", team: teamId, idea, reason: "not now" });
  await isErased(world, pia);
  await sara.writes("draft");
  await sara.presses("Put back");
  expect(await printerIn(world)).toMatchObject({ stage: "new" });
  expect(await printerIn(world)).not.toHaveProperty("due");
  expect(await printerIn(world)).not.toHaveProperty("test");
});

test("an idea that an erased person has ended is everybody's once a lead undoes the end", async () => {
  const { world, sara, pia } = await owned();
  await pia.writes("my actions");
  await pia.presses("Started");
  await pia.presses("Test done");
  await pia.presses("Adopt", { "Did it help?": "It is faster" });
  await isErased(world, pia);
  const { id: idea, last } = await printerIn(world);
  await sara.sendsByHand({ verb: "undo-end", team: teamId, idea, step: last?.step });
  expect(await printerIn(world)).toMatchObject({ stage: "new" });
  expect(await printerIn(world)).not.toHaveProperty("due");
});

test("the test of an owner who gave an idea back goes with them", async () => {
  const { world, pia } = await owned();
  await pia.writes("not me #1");
  expect(await printerIn(world)).toMatchObject({ gaveTest: "One printer less" });
  await isErased(world, pia);
  expect(JSON.stringify(await printerIn(world))).not.toContain("gave");
});

test("every post forgets the name of an owner whose data is deleted, also where a lead was the last to change the idea", async () => {
  const { world, sara, pia, omar } = await owned();
  await pia.writes("my actions");
  await pia.presses("Started");
  await pia.presses("Test done");
  await pia.presses("Adopt", { "Did it help?": "It is faster" });
  await world.moveTo(thisRound.digest + 7 * 24 * 3_600_000);
  await sara.writes("#1");
  await sara.presses("Reopen");
  await sara.presses("Reopen", { Reason: "Not yet" });
  await omar.writes("idea The door is heavy");
  await world.moveTo(thisRound.digest + 14 * 24 * 3_600_000);
  const named = () => world.inTeam("digest").filter((digest) => JSON.stringify(digest).includes("Pia Holm")).length;
  expect(named()).toBeGreaterThan(1);
  await isErased(world, pia);
  expect(named()).toBe(0);
});

test("a coordinator's name goes from an idea that another one has answered", async () => {
  const { world, sara, omar } = await aTeam();
  await world.addsTeam("Office", ["Kim Ek", "Nina Ny"]);
  const [kim, nina] = [world.person("Kim Ek"), world.person("Nina Ny")];
  const office = { in: "Office" };
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.digest);
  await kim.writes("coordinators here", office);
  await sara.sets({ Coordinators: "Office" });
  await sara.writes("#1");
  await sara.presses("Pass on");
  await sara.presses("Pass on", { Reason: "The contract is not ours" });
  await kim.presses("Take it", office);
  await kim.presses("Take it", { ...office, Contact: "", "Answer by": "2026-12-08" });
  await nina.presses("Answer", office);
  expectSay(await nina.presses("Answer", { ...office, Answer: "We do it", Reason: "Bought" }), "passed-post");
  expect(await printerIn(world)).toMatchObject({ contact: "Kim Ek" });
  await isErased(world, kim);
  expect(await tracesLeft(world, kim)).toEqual([]);
});
