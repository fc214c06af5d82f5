import { beforeEach, expect, test } from "vitest";
import { textOf } from "../world/cards.ts";
import { day, hour, nextRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, expectSay, teamId, type World } from "../world/world.ts";

/* *Why does this happen?* asks an owner for up to five causes, one at a time. Owner and leads alone read them, until the author withdraws the idea. */

const ask = "Why does this happen?";
const next = "And why is that?";
const causes = ["All print on Monday", "Badges come on Friday", "The budget comes first", "Thursday is full", "So it was"];

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeamWithDigest("The printer jams"));
  await jonas.writes("take #1");
  await jonas.presses("Save", { Date: "2026-12-18", "Smallest test": "one week" });
});

const read = (person: Person) => {
  const { card } = person.sees().findLast((one) => one.card) ?? {};
  return card ? textOf(card) : "";
};
const because = (count: number) => causes.slice(0, count).map((cause) => `Because: ${cause}`);

test("An owner finds five causes and no sixth, and takes back the last", async () => {
  await jonas.presses(ask);
  expect(jonas.buttons()).toEqual(["Save", "Back"]);
  const first = { ...jonas.wouldSend("Save", { "What is the cause?": causes[0] ?? "" }) };
  await jonas.presses("Save", { "What is the cause?": causes[0] ?? "" });
  expect(expectSay(await jonas.sendsByHand(first), "whys").whys).toEqual(causes.slice(0, 1));
  await jonas.presses("Save", { [next]: "A slip" });
  const undo = jonas.wouldSend("Undo");
  await jonas.presses("Undo");
  expect(read(jonas)).toContain("A slip");
  expect(expectSay(await jonas.sendsByHand(undo), "whys").whys).toEqual(causes.slice(0, 1));
  const stale = jonas.wouldSend("Save", { [next]: "From another device" });
  for (const cause of causes.slice(1)) await jonas.presses("Save", { [next]: cause });
  expect(jonas.buttons()).toEqual(["Undo", "Back"]);
  expect(
    read(jonas)
      .split("\n")
      .filter((line) => line.startsWith("Because")),
  ).toEqual(because(5));
  expect(expectSay(await jonas.sendsByHand(stale), "whys")).toMatchObject({ whys: causes, problem: "whys-changed" });
  expect(expectSay(await jonas.sendsByHand(undo), "whys")).toMatchObject({ whys: causes, problem: "whys-changed" });
  expect(await jonas.sendsByHand({ ...stale, place: 5 })).toMatchObject({ say: "refusal" });
});

test("Leads read them, and members never; a new owner does; a withdrawal takes them from the store and from every message", async () => {
  await jonas.presses(ask);
  await jonas.presses("Save", { "What is the cause?": causes[0] ?? "" });
  const told = (message: unknown) => JSON.stringify(message).includes(causes[0] ?? "");
  expect([told(await pia.writes("#1")), told(await sara.writes("#1")), told(await jonas.writes("#1"))]).toEqual([false, true, true]);
  await world.moveTo(nextRound.question);
  await omar.answers("The lift is slow");
  await sara.writes("draft");
  await sara.presses("Change", { on: "#1" });
  expect(read(sara)).toContain(`Because: ${causes[0]}`);
  await jonas.writes("need help #1");
  expect(told(sara.got("needs-help"))).toBe(true);
  for (const days of [0, 2, 4]) await world.moveTo(nextRound.reminder + days * (day + hour));
  expect(told(sara.got("quiet-idea"))).toBe(true);
  await jonas.writes("not me #1 no time");
  await pia.writes("take #1");
  expect(expectSay(await pia.presses(ask, { on: "#1" }), "whys").whys).toEqual(causes.slice(0, 1));
  await world.toNews();
  for (const { messageId, to, message } of world.posted)
    if (to !== sara.chatId && to !== jonas.chatId && to !== pia.chatId) expect([messageId, told(message)]).toEqual([messageId, false]);

  const late = pia.wouldSend("Save", { on: next, [next]: "late" });
  await omar.writes("withdraw #1");
  await world.settle();
  expect(world.posted.filter(({ message }) => told(message))).toEqual([]);
  expect(told(await world.ports.rows.list(`team|${teamId}`, { from: "", to: "~" }))).toBe(false);
  expect(await pia.sendsByHand(late)).toMatchObject({ say: "refusal" });
});
