import { beforeEach, describe, expect, test } from "vitest";
import type { IdeaEvent } from "../../src/domain/idea/event.ts";
import { type Idea, type Stage, stages } from "../../src/domain/idea/idea.ts";
import { life, live, whyNotNow } from "../../src/domain/idea/life.ts";
import { nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

/*
 * An idea's life is one transition table. Messages follow from the step that was written, so that each is sent once, however often people press at once.
 */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.answers("The printer jams");
});

const inChannel = { in: "channel" } as const;
const take = "I'll take it";
const held = (reason: string) => ({ Reason: reason });

describe("pressed at the same moment", () => {
  test("I'll take it by two, and twice by one, makes one owner, one piece of news and one plan form", async () => {
    await world.moveTo(thisRound.digest);
    const devices = [jonas, pia, jonas.onAnotherDevice()];
    for (const device of devices) await device.presses("Take or ask", inChannel);
    await Promise.all(devices.map((device) => device.press(take, inChannel)));
    await world.settle();
    const forms = [jonas, pia].flatMap((person) => person.got("owner-plan"));
    await world.toNews();
    expect([omar.news().length, forms.length]).toEqual([1, 1]);
    expect(expectSay(await sara.writes("#1"), "idea-story").steps).toHaveLength(1);
  });

  test("a lead's done and the author's withdrawal: one of them is true, and nobody is told the other", async () => {
    await world.moveTo(thisRound.digest);
    await jonas.writes("take #1");
    await sara.writes("done #1");
    const [done, withdrawn] = await Promise.all([sara.press("Save", { "What came of it": "cleaned on Sundays" }), omar.press("Withdraw")]);
    await world.settle();
    const kept = await world.ports.rows.list(`team|${teamId}`, { from: "idea|", to: "idea}" });
    const words = JSON.stringify(kept);
    if (withdrawn.say === "withdrawn") expect(words).not.toMatch(/printer|Sundays/);
    else expect([done.say, withdrawn.say]).toEqual(["finished", "refusal"]);
  });

  test("who takes it twice at once reads both times that it is theirs, and who was slower reads whose it is", async () => {
    await world.moveTo(thisRound.digest);
    for (const person of [jonas, pia]) await person.writes("ask #1");
    const [first, again, slower] = await Promise.all([jonas, jonas.onAnotherDevice(), pia].map((device) => device.press(take)));
    await world.settle();
    for (const said of [first, again]) expect(expectSay(said, "owned").idea.owner?.name).toBe("Jonas Berg");
    expect(slower).toMatchObject({ say: "refusal", why: "already-owned", about: "Jonas Berg" });
  });

  test("two members ask the same person at once: one has asked, the other reads that somebody has been asked already, who is asked once", async () => {
    await world.moveTo(thisRound.digest);
    for (const person of [omar, jonas]) await person.presses("Take or ask", inChannel);
    const ask = { in: "channel", Person: "Pia Holm", Date: "2026-12-24" };
    const asked = await Promise.all([omar, jonas].map((person) => person.press("Ask", ask)));
    await world.settle();
    expect(asked.map(({ say }) => say).sort()).toEqual(["digest", "refusal"]);
    expect(asked.find(({ say }) => say === "refusal")).toMatchObject({ why: "already-asked" });
    expect(pia.got("owner-request")).toHaveLength(1);
  });

  test("two leads hold one idea: its author hears it once, with one of the two reasons", async () => {
    await jonas.presses("I lead this team", inChannel);
    await sara.presses("Yes, they lead");
    await world.moveTo(thisRound.draft);
    for (const lead of [sara, jonas]) await lead.presses("Change");
    await Promise.all([sara.press("Hold back", held("names a colleague")), jonas.press("Hold back", held("too long"))]);
    await world.settle();
    expect(omar.news()).toEqual([]);
    await world.moveTo(thisRound.digest);
    await world.toNews();
    expect(omar.news()).toHaveLength(1);
  });
});

/** The *Hold back* of a form that Sara opens from the draft of the next digest, and leaves open. */
const changesInNextDraft = async () => {
  await pia.writes("idea Nobody orders gloves");
  await sara.writes("draft");
  await sara.presses("Change", { on: "#1" });
  return sara.wouldSend("Hold back");
};

test("a reason is told as it was given, whoever says what meanwhile", async () => {
  await world.moveTo(thisRound.digest);
  await sara.writes("ask #1 Jonas Berg");
  const form = await changesInNextDraft();
  await jonas.presses("Not me");
  await jonas.press("Not me", { Reason: "I am on leave" });
  await sara.sendsByHand({ ...form, reason: "names a colleague" });
  expect(sara.got("owner-refused").map(({ reason }) => reason)).toEqual(["I am on leave"]);
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.digest);
  await world.toNews();
  expect(omar.news().map(({ reason }) => reason)).toEqual(["names a colleague"]);
});

test("a plan that is saved again adds no step, and nobody hears of it again", async () => {
  await world.moveTo(thisRound.digest);
  await jonas.writes("take #1");
  for (const due of ["2026-12-10", "2026-12-11"]) await jonas.onAnotherDevice().presses("Save", { Date: due, "Smallest test": "one week" });
  const story = expectSay(await sara.writes("#1"), "idea-story");
  expect([story.steps.length, story.idea.owner?.due]).toEqual([1, "2026-12-11"]);
  await world.toNews();
  expect(omar.news()).toHaveLength(1);
});

test("the public story of an idea names neither the lead who held it back, put it back and opened it again, nor tells that they did", async () => {
  await world.moveTo(thisRound.digest);
  const form = await changesInNextDraft();
  await jonas.writes("take #1");
  const story = async () => expectSay(await pia.writes("#1"), "idea-story").steps;
  const before = await story();
  await sara.sendsByHand({ ...form, reason: "names a colleague" });
  await sara.writes("draft");
  await sara.presses("Put back");
  await sara.writes("done #1");
  await sara.presses("Save", { "What came of it": "too early" });
  await sara.presses("Undo");
  await omar.presses("Withdraw");
  await omar.presses("Undo");
  expect(before).toMatchObject([{ stage: "planned", who: "Jonas Berg" }]);
  expect(await story()).toEqual(before);
});

describe("every event", () => {
  const all: readonly IdeaEvent[] = [
    { event: "take", who: "p", due: "2026-12-24" },
    { event: "try-idea", who: "p", due: "2026-12-24" },
    { event: "plan", who: "p", due: "2026-12-24" },
    { event: "give-back", who: "p", why: "r" },
    { event: "explain", who: "p", why: "r" },
    { event: "owner-left", person: "p" },
    { event: "done", who: "p", leads: false, why: "r" },
    { event: "start", who: "p", due: "2026-12-24", test: "one week" },
    { event: "on-track", who: "p" },
    { event: "need-help", who: "p", why: "" },
    { event: "add-why", who: "p", text: "w", place: 0 },
    { event: "drop-why", who: "p", place: 0, mark: "m" },
    { event: "count", who: "p", counts: "Minutes" },
    { event: "end-count", who: "p" },
    { event: "add-number", who: "p", number: { value: 7, zone: "Europe/Oslo" } },
    { event: "test-done", who: "p" },
    { event: "adjust", who: "p", why: "", due: "2026-12-24", test: "one week" },
    { event: "adopt", who: "p", leads: false, why: "r", minutes: 10, people: 3 },
    { event: "stop", who: "p", leads: false, why: "r" },
    { event: "answer", who: "p", as: "lead", solved: true, why: "r" },
    { event: "undo-end", who: "p", leads: true },
    { event: "reopen", who: "p", why: "r" },
    { event: "nudge", person: "p", since: 0 },
    { event: "tell-quiet", person: "p", since: 0 },
    { event: "ask-again", who: "p" },
    { event: "pass-on", who: "p", why: "r", to: "office" },
    { event: "promise", who: "p", contact: "Anna", answerBy: "2026-12-24" },
    { event: "send-back", who: "p", why: "r" },
    { event: "merge", who: "p", into: "j" },
    { event: "unmerge", who: "p", leads: true },
    { event: "join", idea: "j" },
    { event: "part", idea: "j" },
    { event: "hold", who: "p", why: "r" },
    { event: "put-back", who: "p" },
    { event: "withdraw", isErased: true },
    { event: "forget", person: { ids: ["q"], names: [] } },
    { event: "restore", words: { friction: "f", showName: false } },
    { event: "edit", words: { friction: "f", showName: false } },
    { event: "title", title: "t" },
    { event: "weigh", who: "p", leads: false, effort: "small", effect: "much" },
    { event: "tell-apart", other: "j" },
    { event: "try-tip", tip: "t" },
    { event: "ask", who: "p", leads: true, person: "q", due: "2026-12-24", request: "r" },
    { event: "end-request", request: "r" },
  ];
  const living = ["new", "planned", "testing", "checking", "passed-on", "worth"] as const;
  /** The stages in which there is nothing left to do for it. */
  const already: Partial<Record<IdeaEvent["event"], readonly Stage[]>> = {
    "drop-why": stages,
    "test-done": ["checking"],
    "undo-end": living,
    unmerge: stages.filter((stage) => stage !== "merged" && stage !== "withdrawn"),
    part: stages,
    hold: ["held"],
    "put-back": living,
    withdraw: ["withdrawn"],
    restore: [...living, "held", "merged"],
  };
  const noOwner: readonly string[] = ["done", "adopt", "stop"];
  const facts: Idea = {
    id: "i",
    author: "a",
    createdAt: 0,
    friction: "f",
    showName: false,
    stage: "new",
    voices: 1,
    owner: "p",
    request: "r",
    counts: "Jams",
  };

  test("stands in the table, happens in its stages alone, and makes a step where the stage is another", () => {
    expect(all.map(({ event }) => event).sort()).toEqual(Object.keys(life).sort());
    for (const event of all) {
      for (const stage of stages) {
        const before: Idea = ["take", "try-idea", "ask"].includes(event.event) ? without({ ...facts, stage }) : { ...facts, stage };
        const lived = live(before, event, 1, "key");
        const { from, to, clears } = life[event.event];
        const isSo: readonly string[] = already[event.event] ?? [];
        if (isSo.includes(stage)) expect([event.event, stage, lived]).toEqual([event.event, stage, { got: { idea: before } }]);
        else if (!from.includes(stage) || (event.event === "answer" && stage === "passed-on"))
          expect([event.event, stage, lived]).toEqual([
            event.event,
            stage,
            { no: noOwner.includes(event.event) && stage === "new" ? "needs-owner" : whyNotNow({ stage }) },
          ]);
        else {
          if ("no" in lived) throw new Error(`${event.event} in ${stage}: ${JSON.stringify(lived)}`);
          expect([event.event, stage, lived.got.step?.stage]).toEqual([event.event, stage, to?.(before, event)]);
          for (const fact of clears) expect(lived.got.idea[fact]).toBeUndefined();
        }
      }
    }
  });

  const without = ({ owner: _owner, ...idea }: Idea): Idea => idea;
});
