import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { readForm } from "../../cards/index.ts";
import { buttonsOf, type Card, type Filled, inputsOf, type Plain } from "../world/cards.ts";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { everyRow } from "../world/rows.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let jonas: Person;

beforeEach(async () => {
  const team = await aTeam();
  ({ world, sara, omar, jonas } = team);
});

const number = "850101-1236";
const phone = "070-123 45 67";
const proposal = "What would make it easier?";
const onForm = async (friction: string, more: Filled = {}) => {
  await sara.presses("Add details");
  return sara.answers(friction, more);
};

/** All that Gnist keeps and logs. */
const everything = async (): Promise<string> => JSON.stringify([await everyRow(world), world.logged]);

test("a form with a personal number comes back with its text and keeps nothing, is changed, and is then sent", async () => {
  await world.moveTo(thisRound.question);
  const warning = expectSay(await onForm(`Patient ${number} waited`, { [proposal]: `Ring ${phone}` }), "personal-details");
  expect(warning.found).toEqual(["swedish-number", "phone"]);
  expect(sara.buttons()).toEqual(["Change it", "Send anyway"]);
  expect(await everything()).not.toContain(number);

  expectSay(await sara.presses("Change it"), "personal-details");
  expect(sara.buttons()).toEqual(["Send", "Send anyway"]);
  expect(await everything()).not.toContain(number);
  const receipt = expectSay(await sara.presses("Send", { [line]: "A patient waited" }), "personal-details");
  expect(receipt.found).toEqual(["phone"]);
  expectSay(await sara.presses("Change it", { [proposal]: "" }), "receipt");
  const kept = await everything();
  expect(kept).toContain("A patient waited");
  expect(kept).not.toContain(phone);
});

test("Send anyway sends the form whole, and sent twice it is one idea", async () => {
  await world.moveTo(thisRound.question);
  await onForm(`Call ${phone} first`, { "Show my name": true });
  const again = sara.wouldSend("Send anyway");
  const receipt = expectSay(await sara.presses("Send anyway"), "receipt");
  expect(receipt.written).toMatchObject({ friction: `Call ${phone} first`, showName: true });
  expect(expectSay(await sara.sendsByHand(again), "receipt").idea).toBe(receipt.idea);

  expectSay(await sara.presses("Edit"), "idea-form");
  expectSay(await sara.presses("Save", { [line]: "Mail sara@example.org" }), "personal-details");
  expect(expectSay(await sara.presses("Send anyway"), "receipt").edited).toBe(true);
});

test("what is typed in chat and in a channel is warned of in the writer's own chat, and sent once", async () => {
  for (const [place, words, say] of [
    ["chat", `idea Call ${phone}`, "receipt"],
    ["channel", `idea Ask ${phone}`, "receipt"],
    ["chat", `idea for a colleague: Ring ${phone}`, "kept-for-colleague"],
  ] as const) {
    expectSay(await omar.writes(words, { in: place }), "personal-details");
    expect(await everything()).not.toContain(phone.slice(4));
    const again = omar.wouldSend("Send anyway");
    expectSay(await omar.presses("Send anyway"), say);
    expectSay(await omar.sendsByHand(again), say);
    await omar.presses("Withdraw");
  }
});

test("in a dialog on a colleague's message, the warning stands in the dialog", async () => {
  await omar.saves(`Ring Kari, ${phone}`, { in: "channel" });
  expectSay(await omar.presses("Send", { in: "dialog" }), "personal-details");
  expectSay(await omar.presses("Change it", { in: "dialog", [line]: "Ring Kari" }), "receipt");
  expect(await everything()).not.toContain(phone);
});

test("a person in several teams chooses one first, and is warned when they send the form", async () => {
  await world.addsTeam("South", ["Jonas Berg", "Omar Haddad"]);
  expectSay(await omar.writes(`idea Call ${phone}`), "idea-form");
  expectSay(await omar.presses("Send"), "personal-details");
  expectSay(await omar.presses("Send anyway"), "receipt");
});

test("reasons, titles, tests and results are warned of like ideas, and a line without such details is not", async () => {
  await world.moveTo(thisRound.question);
  await omar.answers("The printer of room 4.12 has been slow since 2026-11-02");
  await world.moveTo(thisRound.draft);
  const change = await sara.changes("The printer", "Save", { Title: `The printer, ask ${phone}` });
  expectSay(change, "personal-details");
  expectSay(await sara.presses("Send anyway"), "draft");
  expectSay(await sara.changes(phone, "Hold back", { Reason: `Names ${number}` }), "personal-details");
  expectSay(await sara.presses("Change it", { Reason: "Names a patient" }), "draft");
  await sara.presses("Put back");
  await world.moveTo(thisRound.digest);

  await jonas.writes("take #1");
  await world.settle();
  expectSay(await jonas.presses("Save", { "Smallest test": "Mail jonas@example.org" }), "personal-details");
  expectSay(await jonas.presses("Change it", { "Smallest test": "A sign on the printer" }), "owned");
  expectSay(await jonas.writes(`done #1 Call ${phone}`), "personal-details");
  expectSay(await jonas.presses("Change it"), "personal-details");
  expectSay(await jonas.presses("Send", { "Your words": "done #1 It prints" }), "finished");
  const kept = await everything();
  expect(kept).not.toContain(number);
  expect(kept).not.toContain("jonas@example.org");
});

const snapshots = join(import.meta.dirname, "../cards/snapshots/en");

/** Inputs whose texts are no words of people to others: numbers, settings, searches, and the contact that a coordinator names. */
const others = /^(?:number(?:-.*)?|minutes|people|contact|find|kinds|otherZone|focusNow|focusGoal|daysToDue|smallestGroup|whistle)$/;

test("every text of every card's form is looked at when it is sent", () => {
  const unread = readdirSync(snapshots).flatMap((file) => {
    const { card }: { readonly card?: Card } = JSON.parse(readFileSync(join(snapshots, file), "utf8"));
    if (!card) return [];
    const texts = inputsOf(card).filter(({ type, id }) => type === "Input.Text" && !others.test(id));
    const sending = buttonsOf(card).filter(({ action }) => action.associatedInputs !== "none" && action.type === "Action.Execute");
    return texts
      .filter(
        ({ id }) => !sending.some(({ action }) => readForm({ ...(action.data as Plain), [id]: phone })?.texts.some((one) => one.id === id)),
      )
      .map(({ id }) => `${file}: ${id}`);
  });
  expect(unread).toEqual([]);
});
