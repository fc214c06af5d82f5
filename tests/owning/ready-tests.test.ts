import { expect, test } from "vitest";
import { dateOf } from "../../src/domain/asking/local-time.ts";
import { languages } from "../../src/domain/language.ts";
import { fits } from "../../src/domain/words.ts";
import { en } from "../../src/language/en/index.ts";
import { wordsOf } from "../../src/language/index.ts";
import { textOf } from "../world/cards.ts";
import { day, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay } from "../world/world.ts";

const { tools, other } = en.readyTests;
const { plan } = en;
const newGround = { [plan.reach]: plan.reaches["new-ground"] };

const ownKind = "Keys and doors";

/** A team whose post shows three ideas of one kind and one of a kind that the team has named, with their numbers. */
const aTeamWithIdeas = async () => {
  const team = await aTeam();
  const { world, sara, omar, pia, jonas } = team;
  await sara.writes("settings");
  await sara.presses("What");
  await sara.presses("Kinds");
  await sara.presses("Save", { "Kinds, one on each line": `Tools and IT\n${ownKind}` });
  await world.moveTo(thisRound.question);
  const written = [
    [omar, "The printer is slow", en.kinds.tools],
    [pia, "The cable is lost", en.kinds.tools],
    [jonas, "The screen is dark", en.kinds.tools],
    [sara, "The door sticks", ownKind],
  ] as const;
  for (const [person, friction, kind] of written) {
    await person.presses(en.buttons.addDetails);
    await person.answers(friction, { [en.form.kind]: kind });
  }
  await world.moveTo(thisRound.digest);
  const digest = world.inTeam("digest")[0]?.digest;
  const all = [...(digest?.top ?? []), ...(digest?.alsoNew.flatMap(({ ideas }) => ideas) ?? [])];
  const numberOf = (word: string) => `#${all.find(({ title }) => title.includes(word))?.number}`;
  return { ...team, printer: numberOf("printer"), cable: numberOf("cable"), screen: numberOf("screen"), door: numberOf("door") };
};

const cardOf = (person: Person) => person.sees().findLast(({ card }) => card)?.card ?? {};
const offeredTo = (person: Person, tests: readonly string[]) => tests.filter((one) => textOf(cardOf(person)).includes(one));
const dueIn = (now: number, days: number) => dateOf(now + days * day, "Europe/Stockholm");

test("one press on a ready test plans it; what the team has tried comes first, until the author of that idea withdraws it", async () => {
  const { world, sara, omar, pia, jonas, printer, cable, screen, door } = await aTeamWithIdeas();
  await jonas.writes(`take ${printer}`);
  const offered = offeredTo(jonas, tools);
  expect(offered).toHaveLength(3);
  const [, pressed = ""] = offered;
  const planned = expectSay(await jonas.presses(plan.useThis, { on: pressed, "Smallest test": "not this" }), "owned");
  expect(planned.idea.owner).toMatchObject({ test: pressed, due: dueIn(world.now(), 14) });
  await jonas.writes(`test done ${printer}`);
  // Of the test that it has had, the next cycle offers nothing again.
  await jonas.presses(en.buttons.adjust);
  expect(offeredTo(jonas, tools)).toHaveLength(3);
  expect(offeredTo(jonas, tools)).not.toContain(pressed);

  await omar.writes(`take ${cable}`);
  expect([omar.got("owner-plan").at(-1)?.earlier, offeredTo(omar, tools).length]).toEqual([[pressed], 3]);
  await omar.presses("Save", { "Smallest test": "One hook for one cable" });
  await omar.writes(`test done ${cable}`);

  await pia.writes(`ask ${screen} Sara Lind`);
  expect(sara.got("owner-request").at(-1)?.earlier).toEqual(["One hook for one cable", pressed]);
  expect(offeredTo(sara, tools)).toHaveLength(2);
  await pia.writes(`withdraw ${cable}`);
  expect(JSON.stringify(world.posted.filter(({ to }) => to === sara.chatId))).not.toContain("cable");
  const [again] = sara.got("owner-request");
  expect([again?.earlier, offeredTo(sara, tools).length]).toEqual([[pressed], 3]);
  const taken = expectSay(await sara.presses(plan.useThis, { on: pressed, Date: "2026-12-30" }), "owned");
  expect(taken.idea.owner).toMatchObject({ name: "Sara Lind", test: pressed, due: "2026-12-30" });

  await omar.writes(`take ${door}`);
  expect([omar.got("owner-plan").at(-1)?.idea.kind, offeredTo(omar, other).length]).toEqual([ownKind, 3]);
});

test("a card that is sent no longer offers what was withdrawn, and tells how its own idea stands", async () => {
  const { sara, omar, pia, jonas, printer, cable, screen, door } = await aTeamWithIdeas();
  await omar.writes(`take ${cable}`);
  await omar.presses("Save", { "Smallest test": "One hook for one cable" });
  await omar.writes(`done ${cable} it hangs there`);
  await omar.presses("Undo");
  await jonas.writes(`take ${printer}`);
  await jonas.presses(plan.useThis, { on: "One hook for one cable" });
  await sara.writes(`ask ${screen} Jonas Berg`);
  await jonas.presses("Not me");
  await jonas.presses("Not me", { Reason: "I am away" });
  await sara.writes(`take ${door}`);
  expect(sara.got("owner-plan").at(-1)?.earlier).toEqual([]);
  await pia.writes(`withdraw ${cable}`);
  expect(jonas.got("owned").map(({ idea }) => idea.title)).toEqual(["The printer is slow"]);
  expect(jonas.got("declined").map(({ idea }) => idea.title)).toEqual(["The screen is dark"]);
});

test("new ground ends sooner unless its owner chooses the date, and its lesson is the result", async () => {
  const { world, pia, jonas, printer, screen } = await aTeamWithIdeas();
  await jonas.writes(`take ${printer}`);
  const planned = expectSay(await jonas.presses("Save", { "Smallest test": "On paper", ...newGround }), "owned").idea;
  expect([planned.reach, planned.owner?.due]).toEqual(["new-ground", dueIn(world.now(), 7)]);
  expect(textOf(cardOf(jonas))).toContain(plan.isNewGround);
  await pia.writes(printer);
  expect(textOf(cardOf(pia))).toContain(`${en.reaches["new-ground"]} · ${en.kinds.tools}`);
  await jonas.writes(`test done ${printer}`);
  expect(textOf(cardOf(jonas))).toContain(en.check.wasNewGround);
  await jonas.presses(en.buttons.adjust);
  const again = expectSay(await jonas.presses(en.buttons.adjust, { "Smallest test": "On a board" }), "owned").idea;
  expect([again.reach, again.owner?.due]).toEqual(["new-ground", dueIn(world.now(), 7)]);

  await pia.writes(`take ${screen}`);
  await pia.presses("Save", { Date: "2026-12-30" });
  await pia.presses("Change date");
  const moved = expectSay(await pia.presses("Save", newGround), "owned").idea;
  expect([moved.reach, moved.owner?.due]).toEqual(["new-ground", "2026-12-30"]);
});

test.each(languages)("the ready tests in %s are short sentences, each another one", (language) => {
  const all = Object.values(wordsOf(language).readyTests).flat();
  expect(new Set(all).size).toBe(48);
  for (const one of all) {
    expect(fits(one, 90), one).toBe(true);
    expect(one).toMatch(/^\p{Lu}[^\n]*\.$/u);
  }
});
