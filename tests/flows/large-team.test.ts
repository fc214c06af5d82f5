import { describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { mostCardBytes } from "../../cards/parts/card.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { sizeOf, typed } from "../cards/check-card.ts";
import type { Filled } from "../world/cards.ts";
import type { Person } from "../world/people.ts";
import { expectSay, personId, startWorld } from "../world/world.ts";

const colleagues = Array.from({ length: 299 }, (_, at) => `Colleague ${at + 1}`);

/** The idea that a colleague has written. A number in it ends with a word: otherwise the first would be found in the tenth too. */
const titleOf = (name: string) => `${name} waits for a key`;

/** A team of 300 people, `ideas` of whom have written an idea. */
const largeTeam = async (ideas = 0) => {
  const world = await startWorld(["Sara Lind", ...colleagues]);
  await world.added();
  for (const name of colleagues.slice(0, ideas)) await world.person(name).write(`idea ${titleOf(name)}`);
  return { world, sara: world.person("Sara Lind"), omar: world.person("Colleague 2") };
};

const inputOf = (message: Message, id: string) => typed(render(message, "en").card, "Input.").find((input) => input.id === id);
const choicesOf = (message: Message, id: string) => (inputOf(message, id)?.choices ?? []) as readonly { title: string; value: string }[];
const searchOf = (message: Message, id: string) => inputOf(message, id)?.["choices.data"];
const fits = (message: Message) => expect(sizeOf(render(message, "en").card)).toBeLessThan(mostCardBytes);

const organisation = { type: "Data.Query", dataset: "graph.microsoft.com/users" };
const channel = { type: "Data.Query", dataset: "graph.microsoft.com/users?scope=currentContext" };

/** Sends a form of theirs with somebody picked whom the team does not have. */
const picksStranger = (person: Person, title: string, filled: Filled & { readonly in?: string }, input: string) =>
  person.sendsByHand({ ...person.wouldSend(title, filled), [input]: "entra-Somebody else" }, filled.in ? { in: filled.in } : {});

const any = "Change any idea";

describe("a lead of a team with 200 new ideas", () => {
  const changes: readonly { readonly title: string; readonly wrong: Filled; readonly right: Filled }[] = [
    { title: "Hold back", wrong: { Reason: " " }, right: { Reason: "A name" } },
    { title: "Save", wrong: { Person: "Colleague 7", Date: "2020-01-01" }, right: { Person: "Colleague 299", Date: "2026-12-18" } },
    { title: "Save", wrong: { Date: "2030-01-01" }, right: { Title: "Shorter", Date: "" } },
  ];

  test.each(changes)("turns to the last of them and presses $title", async ({ title, wrong, right }) => {
    const { sara } = await largeTeam(200);
    let shown: Message = await sara.writes("draft");
    const seen: { title: string; value: string }[] = [];
    for (let page = 1; page <= 8; page++) {
      if (page > 1) shown = await sara.presses("Next");
      fits(shown);
      expect(shown).toMatchObject({ say: "draft", page: page - 1, pages: 8, changeable: 200 });
      seen.push(...choicesOf(shown, "idea"));
    }
    expect(new Set(seen.map(({ value }) => value)).size).toBe(200);
    const last = seen.at(-1);
    const form = await sara.presses("Change", { on: any, "Which idea?": last?.title ?? "" });
    fits(form);
    expect(form).toMatchObject({ say: "change-form", idea: { id: last?.value } });
    const again = await sara.presses(title, wrong);
    expect(again).toMatchObject({ say: "change-form", problem: expect.any(String), idea: { id: last?.value } });
    expectSay(await sara.presses(title, right), "draft");
  });
});

test("a lead who has held back ten ideas puts back any of them: six from the draft, the others from the form", async () => {
  const { sara } = await largeTeam(12);
  await sara.writes("draft");
  for (let at = 1; at <= 10; at++) {
    const shown = expectSay(sara.sees().at(-1)?.message, "draft");
    const title = shown.ideas[0]?.name ?? "";
    // Where every idea has a button of its own, there is no choice.
    await sara.presses("Change", choicesOf(shown, "idea").length > 0 ? { on: any, "Which idea?": title } : { on: title });
    await sara.presses("Hold back", { Reason: "A name" });
  }
  const draft = sara.sees().at(-1)?.message;
  const held = expectSay(draft, "draft").held.map(({ title }) => title);
  expect(held).toHaveLength(10);
  for (const other of held.slice(6)) {
    await sara.presses("Change", { on: any, "Which idea?": other });
    expect(expectSay(await sara.presses("Put back"), "draft").held.map(({ title }) => title)).not.toContain(other);
  }
  const after = expectSay(await sara.presses("Put back", { on: held[0] ?? "" }), "draft");
  expect(after.held.map(({ title }) => title)).toEqual(held.slice(1, 6));
});

describe("in a team of 300 people", () => {
  const withDigest = async () => {
    const team = await largeTeam(1);
    await team.sara.posts();
    return team;
  };
  const inChannel = { in: "channel" } as const;

  test("anybody in it can be chosen as an owner: with Teams' people picker who is not on the card", async () => {
    const { world, omar } = await withDigest();
    const form = await omar.presses("Take or ask", inChannel);
    fits(form);
    expect(choicesOf(form, "person").map(({ title }) => title)).not.toContain("Colleague 299");
    expect(searchOf(form, "person")).toEqual(channel);
    await omar.presses("Ask", { ...inChannel, Person: "Colleague 299" });
    expect(world.person("Colleague 299").got("owner-request")).toHaveLength(1);
  });

  test("whoever is picked and is not in it brings the form back", async () => {
    const { omar } = await withDigest();
    await omar.presses("Take or ask", inChannel);
    const again = await picksStranger(omar, "Ask", { ...inChannel, Person: "Colleague 7" }, "person");
    expect(again).toMatchObject({ say: "take-or-ask", problem: "no-such-member" });
  });

  test("the people picker of one's own chat looks through everybody at work, for nobody else is in the chat", async () => {
    const { sara } = await withDigest();
    for (const form of [await sara.writes("ask #1"), await sara.writes("ask #1", inChannel)])
      expect(searchOf(form, "person")).toEqual(organisation);
  });
});

describe("the settings of a team of 300 people", () => {
  const opened = async () => {
    const team = await largeTeam();
    const shown = await team.sara.writes("settings");
    fits(shown);
    return { ...team, shown: await team.sara.presses("Who") };
  };
  const ids = (names: readonly string[]) => names.map(personId).toSorted();
  const chosenOn = (message: Message, id: string) => String(inputOf(message, id)?.value ?? "").split(",");
  const namesOn = (message: Message, id: string) => {
    const all = choicesOf(message, id);
    return chosenOn(message, id).flatMap((chosen) => all.find(({ value }) => value === chosen)?.title ?? []);
  };
  /** A last day of no substitute, and none. */
  const [fault, mended] = [{ Until: "2026-12-04" }, { Until: "" }];
  const saves = async (person: Person, filled: Filled) => expectSay(await person.presses("Save", filled), "settings");

  test("name anybody in it, found with Teams' people picker, and keep those who are named already", async () => {
    const { sara, shown } = await opened();
    fits(shown);
    expect(choicesOf(shown, "notAsked").map(({ title }) => title)).not.toContain("Colleague 298");
    expect(searchOf(shown, "notAsked")).toEqual(organisation);
    const named = { "Team leads": ["Sara Lind", "Colleague 299"], "People not asked": ["Colleague 1", "Colleague 298"] };
    expect(await saves(sara, named)).toMatchObject({ saved: true });
    const again = expectSay(await sara.presses("Who"), "settings");
    expect(again.written.leads.toSorted()).toEqual(ids(["Sara Lind", "Colleague 299"]));
    expect(namesOn(again, "notAsked")).toEqual(["Colleague 1", "Colleague 298"]);
  });

  test("name fifty page by page: who is taken out on one page leaves those of the others", async () => {
    const { sara } = await opened();
    const fifty = colleagues.slice(100, 150);
    const named = await saves(sara, { "People not asked": fifty });
    fits(named);
    expect(named.written.notAsked.toSorted()).toEqual(ids(fifty));
    await sara.presses("Who");
    const second = await sara.presses("Next");
    const on = namesOn(second, "notAsked");
    expect(on).toHaveLength(20);
    const less = await saves(sara, { "People not asked": on.slice(1) });
    expect(less).toMatchObject({ saved: true, written: { leads: ids(["Sara Lind"]) } });
    expect(less.written.notAsked.toSorted()).toEqual(ids(fifty.filter((name) => name !== on[0])));
  });

  test("name nobody who is not in it, and say so", async () => {
    const { sara } = await opened();
    const named = await picksStranger(sara, "Save", { "People not asked": ["Colleague 298"] }, "leads");
    expect(named).toMatchObject({ saved: false, problem: "no-such-member", written: { notAsked: ids(["Colleague 298"]) } });
  });

  test("bring back a form whose changes were not saved, and forget none of them", async () => {
    const { sara } = await opened();
    await saves(sara, { "People not asked": ["Colleague 1", "Colleague 2"] });
    await sara.presses("Who");
    const wrong = await saves(sara, { "People not asked": ["Colleague 2"], ...fault });
    expect(wrong).toMatchObject({ problem: "bad-substitute", written: { notAsked: ids(["Colleague 2"]) } });
    expect(await saves(sara, mended)).toMatchObject({ saved: true, written: { notAsked: ids(["Colleague 2"]) } });
  });

  test("bring back a form to which two hundred were added, say how many of them have no room on it, and save the others", async () => {
    const { sara } = await opened();
    const hundred = colleagues.slice(100, 200);
    const wrong = await saves(sara, { "Team leads": ["Sara Lind", ...hundred], "People not asked": hundred, ...fault });
    expect(wrong).toMatchObject({ problem: "bad-substitute" });
    fits(wrong);
    const kept = namesOn(wrong, "notAsked");
    expect(kept.length).toBeGreaterThan(9);
    expect(JSON.stringify(render(wrong, "en").card)).toContain(`${100 - kept.length} people you added have no room here.`);
    const saved = await saves(sara, mended);
    expect(saved).toMatchObject({ saved: true, written: { leads: expect.arrayContaining([personId("Sara Lind")]) } });
    expect(saved.written.notAsked.toSorted()).toEqual(ids(kept));
  });

  test("stay as another lead has saved them meanwhile, but for what was changed", async () => {
    const { world, sara } = await opened();
    await saves(sara, { "Team leads": ["Sara Lind", "Colleague 299"] });
    const other = world.person("Colleague 299");
    for (const person of [sara, other]) {
      await person.writes("settings");
      await person.presses("Who");
    }
    await saves(other, { "People not asked": ["Colleague 1"] });
    expect((await saves(sara, { "People not asked": ["Colleague 2"] })).written.notAsked.toSorted()).toEqual(
      ids(["Colleague 1", "Colleague 2"]),
    );
  });

  test("have a lead also where two take each other out", async () => {
    const { world, sara } = await opened();
    await saves(sara, { "Team leads": ["Sara Lind", "Colleague 299"] });
    const other = world.person("Colleague 299");
    for (const person of [sara, other]) {
      await person.writes("settings");
      await person.presses("Who");
    }
    const last = other.wouldSend("Save", { "Team leads": ["Colleague 299"] });
    await saves(sara, { "Team leads": ["Sara Lind"] });
    expect(await other.sendsByHand(last)).toMatchObject({ why: "not-a-lead" });
    expect(expectSay(await sara.writes("settings"), "settings").written.leads).toEqual(ids(["Sara Lind"]));
  });
});

test("a team of 2,000 people has settings that leave out a thousand of them, and no more", async () => {
  const many = Array.from({ length: 1_999 }, (_, at) => `Colleague ${at + 1}`);
  const world = await startWorld(["Sara Lind", ...many]);
  await world.added();
  const sara = world.person("Sara Lind");
  fits(await sara.writes("settings"));
  await sara.presses("Who");
  expect(await sara.presses("Save", { "People not asked": many.slice(0, 1_001) })).toMatchObject({ say: "settings", problem: "too-many" });
  const saved = await sara.presses("Save", { "People not asked": many.slice(0, 1_000) });
  expect(saved).toMatchObject({ say: "settings", saved: true });
  fits(saved);
});

test("somebody in a hundred and twenty teams chooses the one they mean in a list, and hears how to reach those it has no room for", async () => {
  const world = await startWorld(["Sara Lind"]);
  await world.added();
  for (let at = 1; at < 120; at++) await world.addsTeam(`Ward ${String(at).padStart(3, "0")}`, ["Sara Lind"]);
  const sara = world.person("Sara Lind");
  const textOn = (message: Message) => JSON.stringify(render(message, "en").card);
  const asked = expectSay(await sara.writes("withdraw"), "which-team");
  fits(asked);
  expect(choicesOf(asked, "team")).toHaveLength(100);
  expect(textOn(asked)).toContain("write this in its channel");
  expect(await sara.presses("Choose", { Team: "Ward 099" })).toMatchObject({ why: "no-such-idea" });
  const form = expectSay(await sara.writes("idea The printer is slow"), "idea-form");
  fits(form);
  expect(choicesOf(form, "forTeam")).toHaveLength(100);
  expect(textOn(form)).toContain("write idea in its channel");
});
