import { beforeEach, expect, test } from "vitest";
import type { Message } from "../../src/domain/message/index.ts";
import { inputsOf, textOf } from "../world/cards.ts";
import { nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { viewOf } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

/* An owner counts one thing: each check-in asks for its number, and the checking card shows the numbers before and since the test began. */

const jams = "Times the printer jammed this week";
const lifts = "Minutes at the lift";
const form = { what: "What do you count?", now: "Number now" } as const;

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.answers("The printer jams");
  await pia.answers("The lift is slow");
  await world.moveTo(thisRound.digest);
  const { ideas } = expectSay(await omar.writes("my ideas"), "my-ideas");
  const printer = ideas[0]?.idea.number ?? 0;
  numbers = { printer: `#${printer}`, lift: `#${3 - printer}` };
  for (const idea of Object.values(numbers)) await jonas.writes(`take ${idea}`);
});
let numbers: { readonly printer: string; readonly lift: string };

const counts = async (idea: string, filled: { readonly [label: string]: string }) => {
  await jonas.writes(idea);
  await jonas.presses("Count something");
  return expectSay(await jonas.presses("Save", filled), "count-form");
};
const toCheckIn = async (weeks: number) => {
  await world.moveTo(roundAfter(weeks).question);
  await jonas.writes("nothing");
  await world.moveTo(roundAfter(weeks).reminder);
};
const read = (message: Message) => textOf(viewOf(message, "en").card ?? {});

test("A number is asked for at each check-in, and the checking card compares those since the test with those before it", async () => {
  expect(await counts(numbers.printer, { [form.what]: jams, [form.now]: "1,000" })).toMatchObject({ problem: "bad-count" });
  expect(expectSay(await jonas.presses("Save", { [form.now]: "7" }), "count-form")).toMatchObject({ did: "saved", number: 7 });
  expectSay(await counts(numbers.lift, { [form.what]: lifts }), "count-form");

  await toCheckIn(1);
  const bad = expectSay(await jonas.presses("Save number", { on: numbers.printer, [jams]: "many", [lifts]: "12,5" }), "check-in");
  expect(read(bad)).toContain("I cannot use that number.");
  expect(bad.ideas.map(({ count }) => [count?.label, count?.typed, count?.isBad]).sort()).toEqual([
    [lifts, "12,5", undefined],
    [jams, "many", true],
  ]);
  expect(read(await jonas.presses("Save number", { on: numbers.printer, [jams]: "6" }))).toContain("Noted: 6.");
  await jonas.presses("Save number", { on: numbers.printer, [jams]: "8" });
  await jonas.presses("Started", { on: numbers.lift });
  const start = { Date: "2026-12-30", "Smallest test": "one week" };
  await jonas.presses("Started", start);
  await jonas.presses("Started", { on: numbers.printer });
  await jonas.presses("Started", start);

  for (const [week, number] of ["3", "2"].entries()) {
    await toCheckIn(2 + week);
    expect(
      inputsOf(jonas.sees().at(-1)?.card ?? {})
        .map(({ label, value }) => [label, value])
        .sort(),
    ).toEqual([
      [lifts, undefined],
      [jams, undefined],
    ]);
    await jonas.presses("On track", { on: numbers.printer, [jams]: number });
  }
  await toCheckIn(4);
  await jonas.presses("Test done", { on: numbers.printer, [jams]: "2.5" });
  const checking = jonas.sees().findLast(({ message }) => message.say === "checking");
  if (!checking?.card) throw new Error("no checking card");
  expect(textOf(checking.card)).toContain("7 8 │ 3 2 2.5\nBefore the test: 7.5. Since then: 2.5.");
  expect(JSON.stringify(checking.card)).toContain('"type":"Chart.Line"');
  expect(JSON.stringify(checking.card)).toContain(`{"x":"2026-12-28","y":2.5}`);
  expect(JSON.stringify(checking.card)).toContain('"fallback":"drop"');
});

test("Owner and leads alone see it; an end can be undone, a new owner has it, and a withdrawal takes it from everywhere", async () => {
  await counts(numbers.printer, { [form.what]: jams, [form.now]: "7" });
  const told = (message: unknown) => JSON.stringify(message).includes(jams);
  const { printer } = numbers;
  expect([told(await pia.writes(printer)), told(await omar.writes(printer)), told(await sara.writes(printer))]).toEqual([
    false,
    false,
    true,
  ]);
  expect(told(await jonas.presses("Stop counting"))).toBe(false);
  expect(expectSay(await jonas.presses("Undo"), "count-form").count?.before.map(({ value }) => value)).toEqual([7]);
  await jonas.presses("Stop counting");
  expect(expectSay(await jonas.presses("Save", { [form.what]: "Sheets" }), "count-form").count?.before).toEqual([]);
  await jonas.presses("Save", { [form.what]: jams, [form.now]: "4" });
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.reminder);
  expect(told(jonas.got("check-in").at(-1))).toBe(true);
  const late = jonas.wouldSend("Save number", { on: printer, [jams]: "5" });
  await jonas.writes(`not me ${printer} no time`);
  expect(await jonas.sendsByHand(late)).toMatchObject({ why: "not-the-owner" });
  await pia.writes(`take ${printer}`);
  expect(expectSay(await pia.presses("Count something"), "count-form").count?.label).toBe(jams);

  await omar.writes(`withdraw ${printer}`);
  await world.settle();
  expect(world.posted.filter(({ message }) => told(message))).toEqual([]);
  expect(told(await world.ports.rows.list(`team|${teamId}`, { from: "", to: "~" }))).toBe(false);
});
