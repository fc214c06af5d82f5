import { beforeEach, describe, expect, test } from "vitest";
import { isErased } from "../people/erased.ts";
import { day, hour, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { everyRow } from "../world/rows.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
let idea: string;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
  ({ idea } = expectSay(await omar.answers("The printer is slow"), "receipt"));
  await jonas.answers("The stairs are steep");
  await world.moveTo(thisRound.draft);
});

const question = "On which days?";

/** A lead opens the form in their draft. */
const opens = async (lead: Person, title = "The printer is slow") => {
  await lead.writes("draft");
  await lead.presses("Change", { on: title });
  return lead.presses("Ask the author");
};
const asks = async (lead: Person, text = question) => {
  await opens(lead);
  return lead.presses("Send", { Question: text });
};
/** Everything that somebody reads and all that their buttons carry, in their chat and in the channel. */
const readBy = (person: Person, isWanted: (say: string) => boolean = () => true) =>
  JSON.stringify([...person.sees(), ...person.sees({ in: "channel" })].filter(({ message }) => isWanted(message.say)));

describe("a question to the author", () => {
  test("is answered hidden, for leads alone, and nothing that anybody reads or that it stores tells who answered", async () => {
    const before = new Set((await everyRow(world)).map(({ partition, row }) => `${partition} ${row.key}`));
    const asked = expectSay(await asks(sara), "author-asked");
    expect(asked).toMatchObject({ isNew: true, asked: { text: question } });
    expect(JSON.stringify(sara.sees().at(-1)?.card)).toContain(
      "I will ask the author, if I can reach them. If they answer, you will see it here.",
    );
    const [card] = omar.got("author-question");
    expect(card?.question.text).toBe(question);
    expect([jonas, pia, sara].flatMap((one) => one.got("author-question"))).toEqual([]);
    expect(await omar.sendsByHand({ ...omar.wouldSend("Answer hidden"), answer: " " })).toMatchObject({ problem: "line-needed" });
    expectSay(await omar.presses("Answer hidden", { Answer: "On Mondays" }), "author-answered");
    expect(JSON.stringify(omar.sees().at(-1)?.card)).toContain("Sent without your name.");
    expect(sara.got("author-answer")).toEqual([
      expect.objectContaining({ asked: { text: question, answer: { how: "hidden", text: "On Mondays" } } }),
    ]);

    // It is final: a press of another device is answered as the first one, and the lead hears nothing more.
    const again = { verb: "answer-author", team: teamId, idea, question: card?.question.id, how: "named", answer: "On Fridays" };
    expect(await omar.sendsByHand(again)).toMatchObject({ say: "author-answered", how: "hidden", answer: "On Mondays" });
    for (const [person, why] of [
      [jonas, "not-your-idea"],
      [sara, "not-your-idea"],
    ] as const)
      expect(await person.sendsByHand(again)).toMatchObject({ why });
    expect(sara.got("author-answer")).toHaveLength(1);

    // A second question is answered with the first one; every lead reads both, nobody else and no story.
    await sara.writes("draft");
    expect(expectSay(await sara.presses("Change", { on: "The printer is slow" }), "change-form").asked?.answer?.text).toBe("On Mondays");
    expect(await sara.sendsByHand({ verb: "ask-author", team: teamId, idea, question: "Why?" })).toMatchObject({
      say: "author-asked",
      isNew: false,
      answerBelow: true,
      asked: { text: question },
    });
    await world.moveTo(thisRound.digest);
    await world.toNews();
    const { number } =
      world
        .inTeam("digest")
        .at(-1)
        ?.digest.top.find(({ title }) => title === "The printer is slow") ?? {};
    expect(expectSay(await sara.writes(`#${number}`), "idea-story").may.askAuthor).toBe(true);
    expect(expectSay(await pia.writes(`#${number}`), "idea-story").may.askAuthor).toBe(false);
    for (const person of [pia, jonas]) expect(/On Mondays|On which days/.test(readBy(person))).toBe(false);
    expect(omar.news()).toEqual([]);

    // The lead's cards name nobody, and rows that came with the question name its author in their own messages alone.
    const ofLead = readBy(sara, (say) => say.includes("author"));
    for (const trace of [omar.id, omar.name, card?.question.id ?? ""]) expect([trace, ofLead.includes(trace)]).toEqual([trace, false]);
    const written = (await everyRow(world)).filter(({ partition, row }) => !before.has(`${partition} ${row.key}`));
    const naming = written.filter(({ partition, row }) => (partition + JSON.stringify(row)).includes(omar.id)).map(({ row }) => row.key);
    expect(naming.map((key) => key.replace(/^(said\|[^|]*\|)?(send\|[^|]*).*/, "$1$2").replace(/\|[\w-]{22}\|/, "|")).sort()).toEqual([
      "said|send|ask-author",
      "send|ask-author",
    ]);
    const log = JSON.stringify(world.logged);
    for (const trace of [omar.id, idea, "Mondays", "which days"]) expect([trace, log.includes(trace)]).toEqual([trace, false]);
  });

  test("is answered with a name or with help, which is asked once more and sends nothing before", async () => {
    await asks(sara);
    const confirms = expectSay(await omar.presses("I want to help", { Answer: "I know the printer" }), "author-question");
    expect(confirms).toMatchObject({ confirms: true, answer: "I know the printer" });
    expect(JSON.stringify(omar.sees().at(-1)?.card)).toContain("This shows your name to your lead.");
    await world.settle();
    expect(sara.got("author-answer")).toEqual([]);
    expect(expectSay(await omar.presses("Back"), "author-question")).toMatchObject({ answer: "I know the printer" });
    await omar.presses("I want to help", { Answer: "" });
    expect(expectSay(await omar.presses("I want to help"), "author-answered")).toMatchObject({ how: "help" });
    expect(sara.got("author-answer").at(-1)?.asked.answer).toEqual({ how: "help", name: "Omar Haddad" });
    expect(JSON.stringify(sara.sees().at(-1)?.card)).toContain("Omar Haddad wants to help");

    await opens(sara, "The stairs are steep");
    await sara.presses("Send", { Question: "Which stairs?" });
    await jonas.presses("Answer with my name", { Answer: "Those in the yard" });
    expect(sara.got("author-answer").at(-1)?.asked.answer).toEqual({ how: "named", text: "Those in the yard", name: "Jonas Berg" });
  });

  test("waits for a working day, reaches nobody who has left, and a substitute's ends with the lead they stood in for", async () => {
    await sara.writes("substitute Pia Holm until 2026-12-12");
    await world.moveTo(thisRound.digest);
    await world.moveTo(thisRound.digest + 4 * day);
    const number = world
      .inTeam("digest")
      .at(-1)
      ?.digest.top.find(({ title }) => title === "The printer is slow")?.number;
    await pia.writes(`#${number}`);
    await pia.presses("Ask the author");
    expect(expectSay(await pia.presses("Send", { Question: question }), "author-asked").draft).toBeUndefined();
    expect(omar.got("author-question")).toEqual([]);
    const due = (await everyRow(world)).filter(({ row }) => row.key.includes("ask-author"));
    expect(due).toHaveLength(1);
    expect(JSON.stringify(due)).not.toContain(omar.id);
    await world.moveTo(thisRound.digest + 6 * day);
    expect(omar.got("author-question")).toHaveLength(1);
    const late = omar.wouldSend("Answer hidden", { Answer: "On Mondays" });
    await world.moveTo(thisRound.digest + 13 * day);
    await omar.presses("Answer hidden", { Answer: "On Mondays" });
    // The substitute's time is over: every lead hears it.
    expect([pia.got("author-answer").length, sara.got("author-answer").length]).toEqual([0, 1]);

    world.roster.splice(
      world.roster.findIndex(({ name }) => name === "Omar Haddad"),
      1,
    );
    const { teamsId, entraId } = omar;
    await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId, ...(entraId ? { entraId } : {}) }] });
    await world.moveTo(world.now() + hour);
    expect(await omar.sendsByHand(late)).toMatchObject({ why: "not-in-team" });
  });

  test("leaves no answer with a lead who read it from the story, once the author withdraws", async () => {
    await asks(sara);
    await omar.presses("Answer hidden", { Answer: "On Mondays" });
    await sara.sets({ "Team leads": ["Sara Lind", "Pia Holm"] });
    await world.moveTo(thisRound.digest);
    const number = world.inTeam("digest")[0]?.digest.top.find(({ title }) => title === "The printer is slow")?.number;
    await pia.writes(`#${number}`);
    expect(expectSay(await pia.presses("Ask the author"), "author-asked")).toMatchObject({ answerBelow: true });
    await world.settle();
    expect(readBy(pia)).toContain("On Mondays");
    await omar.writes("withdraw");
    await world.settle();
    expect(readBy(pia)).not.toContain("On Mondays");
  });

  test("ends when the author withdraws: its words are gone from rows and cards, and nothing is sent", async () => {
    await asks(sara);
    const answer = omar.wouldSend("Answer hidden", { Answer: "On Mondays" });
    await omar.presses("Answer hidden", { Answer: "On Mondays" });
    await omar.writes("withdraw");
    expect(JSON.stringify(await everyRow(world))).not.toMatch(/On Mondays|On which days/);
    expect([...sara.got("author-answer"), ...omar.got("author-question")]).toEqual([]);
    expect([sara, omar].map((one) => one.got("idea-withdrawn").length)).toEqual([1, 1]);
    expect(await omar.sendsByHand(answer)).toMatchObject({ why: "question-over" });

    await opens(sara, "The stairs are steep");
    const press = sara.wouldSend("Send", { Question: "Which stairs?" });
    // The author withdraws between the read and the write of the lead's press.
    const { commit } = world.ports.rows;
    let isFirst = true;
    const quicker: typeof commit = async (partition, changes) => {
      const asksNow = isFirst && changes.some(({ key }) => key.startsWith("question|"));
      isFirst &&= !asksNow;
      if (asksNow) await jonas.write("withdraw");
      return commit(partition, changes);
    };
    Object.assign(world.ports.rows, { commit: quicker });
    expect(await sara.sendsByHand(press)).toMatchObject({ why: "idea-closed" });
    await world.settle();
    expect(jonas.got("author-question")).toEqual([]);
    expect(JSON.stringify(await everyRow(world))).not.toContain("Which stairs");
    expect(await sara.sendsByHand(press)).toMatchObject({ why: "idea-closed" });
  });
});

test("two leads who ask at once ask one question, and an answer that is pressed twice at once is one", async () => {
  await sara.writes("substitute Pia Holm until 2026-12-12");
  const press = (text: string) => ({ verb: "ask-author", team: teamId, idea, question: text });
  const said = await Promise.all([sara.sendsByHand(press(question)), pia.sendsByHand(press("Since when?"))]);
  expect(said.map((one) => expectSay(one, "author-asked").isNew).sort()).toEqual([false, true]);
  const cards = omar.got("author-question");
  expect(cards).toHaveLength(1);
  const answer = (how: string) => ({
    verb: "answer-author",
    team: teamId,
    idea,
    question: cards[0]?.question.id,
    how,
    answer: "On Mondays",
  });
  const answers = await Promise.all(["hidden", "named"].map((how) => omar.sendsByHand(answer(how))));
  expect(new Set(answers.map((one) => expectSay(one, "author-answered").how)).size).toBe(1);
  expect([...sara.got("author-answer"), ...pia.got("author-answer")]).toHaveLength(1);
});

test("an idea that keeps no author looks to leads as any other, and a question about it reaches nobody", async () => {
  await omar.writes("idea for a colleague: The lift is slow");
  await sara.writes("draft");
  await opens(sara, "The lift is slow");
  expect(expectSay(await sara.presses("Send", { Question: question }), "author-asked")).toMatchObject({ isNew: true });
  expect([omar, pia, jonas].flatMap((one) => one.got("author-question"))).toEqual([]);
});

test("no lead learns whose idea it was when its author has their data deleted", async () => {
  await world.moveTo(nextRound.question);
  await jonas.answers("The door sticks");
  const looks = async () => {
    await sara.writes("draft");
    return { ...expectSay(await sara.presses("Change", { on: "The printer is slow" }), "change-form"), members: [] };
  };
  const before = await looks();
  await isErased(world, omar);
  expect(await looks()).toEqual(before);
  expect(expectSay(await asks(sara), "author-asked")).toMatchObject({ isNew: true });
});
