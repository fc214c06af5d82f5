import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Job } from "../../src/domain/job.ts";
import { runJob } from "../../src/entry/worker.ts";
import { erasures } from "../../src/store/erasure.ts";
import { rowKinds } from "../../src/store/kinds.ts";
import { openInFolder } from "../sqlite/folders.ts";
import { aMonth } from "../store/month.ts";
import { day, minute, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import { aTeam, expectSay } from "../world/world.ts";
import { isErased, storedIn, tracesLeft } from "./erased.ts";
import { everybodyIsErased, messagesTo } from "./erased-play.ts";

test("a kind of row that names persons says how they are erased, and one that names none says so", () => {
  const wrong = Object.entries(rowKinds).filter(([name, { names, partition }]) => {
    const namesNobody = names.length === 0 && !partition.endsWith("PERSON");
    return (erasures[name as keyof typeof rowKinds] === "nobody") !== namesNobody;
  });
  expect(wrong.map(([name]) => name)).toEqual([]);
});

test("everybody who did everything for a month has it deleted, and then not a byte of the store's files leads to them", async () => {
  const { storage, folder, stop } = await openInFolder();
  try {
    const { world } = await aMonth(storage.rows);
    const bytes = () => readdirSync(folder).map((file) => readFileSync(join(folder, file)));
    await everybodyIsErased(world, async (traces) => {
      await storage.rows.forget();
      const text = await storedIn(world);
      return traces.filter((trace) => text.includes(trace) || bytes().some((file) => file.includes(trace)));
    });
  } finally {
    await stop();
  }
});

test("the team keeps its counts and gets back what the person owned; nothing more is sent to them until they come back, though the work was cut off", async () => {
  const { world, sara, pia, omar, jonas } = await aTeam();
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await jonas.writes("idea The door is heavy");
  await world.moveTo(thisRound.digest);
  const onPrinter = { in: "channel", on: "The printer is slow" };
  for (const one of [pia, jonas]) await one.presses("Me too", onPrinter);
  await pia.presses("Take or ask", onPrinter);
  await pia.presses("I'll take it", { in: "channel" });
  await pia.presses("Save", { "Smallest test": "One printer" });
  const before = messagesTo(world, pia.name).length;
  await pia.writes("delete my data");
  await pia.press("Keep them without my name");
  const job = world.queued().find(({ job }) => job === "erase-person") as Job;
  for (const calls of [4, 8, 16]) {
    world.storeIs("well", calls);
    await expect(runJob(job, world.ports)).rejects.toThrow("down");
  }
  world.storeIs("well");
  for (const _walk of [1, 2]) await world.moveTo(world.now() + 3 * minute);
  expect(messagesTo(world, pia.name).slice(before)).toEqual(["data-deleted"]);
  const printer = world
    .inTeam("digest")
    .at(-1)
    ?.digest.top.find(({ title }) => title === "The printer is slow");
  expect(printer).toMatchObject({ voices: 3, stage: "new" });
  expect(printer?.owner).toBeUndefined();
  expectSay(await pia.presses("Me too", { in: "channel", on: "The door is heavy" }), "refusal");
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.digest);
  await world.toNews();
  expect(messagesTo(world, pia.name).slice(before)).toEqual(["data-deleted"]);
  expect(expectSay(await sara.writes("status"), "team-status").status.round?.counts.asked).toBe(3);
  expect(await tracesLeft(world, pia)).toEqual([]);
  await pia.writes("resume");
  await world.moveTo(roundAfter(2).question);
  expect(messagesTo(world, pia.name).slice(before)).toEqual(["data-deleted", "idea-form"]);
});

test("nothing is kept of a person whose data is deleted, whatever they write, press, add and remove, until they come back", async () => {
  const { world, pia } = await aTeam();
  await pia.writes("my settings");
  const save = pia.wouldSend("Save", { "How often": "Every 2 weeks at most" });
  await isErased(world, pia);
  await pia.takesGnistAway();
  const added = { happened: "added-to-person", who: pia.who, place: pia.chat } as const;
  expectSay((await world.receive(added))?.message, "data-deleted");
  for (const words of ["language svenska", "pause 2 weeks", "stop"]) expectSay(await pia.writes(words), "data-deleted");
  const until = world.now() + 10 * day;
  for (const data of [save, { verb: "pause", weeks: 2 }, { verb: "ask-less", every: 2 }, { verb: "resume", until }])
    expectSay(await pia.sendsByHand(data), "data-deleted");
  for (const words of ["hello", "my ideas", "idea The fridge hums", "idea for a colleague: The fridge hums", "me too #1", "help", "undo"])
    for (const where of ["chat", "channel"]) await pia.writes(words, { in: where });
  expect(await tracesLeft(world, pia)).toEqual([]);
});
