import { beforeEach, describe, expect, test } from "vitest";
import { type Idea, stages } from "../../src/domain/idea.ts";
import { type IdeaEvent, life, live } from "../../src/domain/life.ts";
import { expectSay, personId, startWorld, teamId } from "./world.ts";

/*
 * An idea's life is one table. What is told follows from the step that was really written, so that it is told once, whoever presses how often and at once.
 */

const post = "2026-W48";
let world: Awaited<ReturnType<typeof startWorld>>;
let idea: string;
beforeEach(async () => {
  world = await startWorld();
  await world.added();
  await world.moveTo("2026-11-26T12:00:00Z");
  const form = world.got("Omar Haddad", "idea-form").at(-1);
  const sent = {
    verb: "submit-idea",
    team: teamId,
    secret: form?.secret,
    round: form?.round,
    language: "en",
    friction: "The printer jams",
  };
  idea = expectSay(await world.presses("Omar Haddad", sent), "receipt").idea;
  await world.moveTo("2026-12-01T12:00:00Z");
});

const press = (verb: string, more: Record<string, unknown> = {}) => ({ verb, team: teamId, idea, ...more });

describe("pressed at the same moment", () => {
  test("I'll take it by two, and twice by one, makes one owner, one piece of news and one plan form", async () => {
    const takes = ["Jonas Berg", "Pia Holm", "Jonas Berg"].map((name) =>
      world.press(name, press("take-idea", { digest: post }), "channel"),
    );
    await Promise.all(takes);
    await world.settle();
    const forms = ["Jonas Berg", "Pia Holm"].flatMap((name) => world.got(name, "owner-plan"));
    expect([world.got("Omar Haddad", "author-news").length, forms.length]).toEqual([1, 1]);
    expect(expectSay(await world.writes("Sara Lind", "#1"), "idea-story").steps).toHaveLength(1);
  });

  test("a lead's done and the author's withdrawal: one of them is true, and nobody is told the other", async () => {
    await world.presses("Jonas Berg", press("take-idea"));
    const [done, withdrawn] = await Promise.all([
      world.press("Sara Lind", press("finish-idea", { result: "cleaned on Sundays" })),
      world.press("Omar Haddad", press("withdraw-idea")),
    ]);
    await world.settle();
    const said = [done?.message.say, withdrawn?.message.say];
    const kept = await world.ports.rows.list(`team|${teamId}`, { from: "idea|", to: "idea}" });
    const words = JSON.stringify(kept);
    if (withdrawn?.message.say === "withdrawn") expect(words).not.toMatch(/printer|Sundays/);
    else expect(said).toEqual(["finished", "refusal"]);
  });

  test("who takes it twice at once reads both times that it is theirs, and who was slower reads whose it is", async () => {
    const take = (name: string) => world.press(name, press("take-idea"));
    const [first, again, slower] = await Promise.all(["Jonas Berg", "Jonas Berg", "Pia Holm"].map(take));
    await world.settle();
    for (const said of [first, again]) expect(expectSay(said?.message, "owned").idea.owner?.name).toBe("Jonas Berg");
    expect(slower?.message).toMatchObject({ say: "refusal", why: "already-owned", about: "Jonas Berg" });
  });

  test("two ask the same person at once: both read that somebody was asked", async () => {
    const ask = { person: personId("Pia Holm"), due: "2026-12-24", digest: post };
    const asked = await Promise.all(["Sara Lind", "Jonas Berg"].map((name) => world.press(name, press("assign-owner", ask), "channel")));
    await world.settle();
    expect(asked.map((said) => expectSay(said?.message, "digest").digest.top[0]?.ownerAsked)).toEqual([true, true]);
    expect(world.got("Pia Holm", "owner-request")).toHaveLength(1);
  });

  test("two leads hold one idea: its author hears it once, with one of the two reasons", async () => {
    await world.presses("Sara Lind", { verb: "claim-lead", team: teamId });
    await world.presses("Jonas Berg", { verb: "claim-lead", team: teamId });
    await world.presses("Sara Lind", { verb: "confirm-lead", team: teamId, person: personId("Jonas Berg") });
    await Promise.all([
      world.press("Sara Lind", press("hold-idea", { reason: "names a colleague" })),
      world.press("Jonas Berg", press("hold-idea", { reason: "too long" })),
    ]);
    await world.settle();
    expect(world.got("Omar Haddad", "author-news")).toHaveLength(1);
  });
});

test("a reason is told as it was given, whoever says what meanwhile", async () => {
  await world.writes("Sara Lind", "assign #1 Jonas Berg");
  await world.press("Jonas Berg", press("decline-idea", { reason: "I am on leave" }));
  await world.press("Sara Lind", press("hold-idea", { reason: "names a colleague" }));
  await world.settle();
  expect(world.got("Sara Lind", "owner-refused").map(({ reason }) => reason)).toEqual(["I am on leave"]);
  expect(world.got("Omar Haddad", "author-news").map((news) => news.reason)).toEqual(["names a colleague"]);
});

test("a plan that is saved again adds no step, and nobody hears of it again", async () => {
  await world.presses("Jonas Berg", press("take-idea"));
  for (const due of ["2026-12-10", "2026-12-11"]) await world.presses("Jonas Berg", press("plan-idea", { due, test: "one week" }));
  const story = expectSay(await world.writes("Sara Lind", "#1"), "idea-story");
  expect([story.steps.length, story.idea.owner?.due]).toEqual([1, "2026-12-11"]);
  expect(world.got("Omar Haddad", "author-news")).toHaveLength(1);
});

test("the public story of an idea names neither the lead who held it back, put it back and opened it again, nor tells that they did", async () => {
  await world.presses("Jonas Berg", press("take-idea"));
  const before = expectSay(await world.writes("Pia Holm", "#1"), "idea-story").steps;
  await world.presses("Sara Lind", press("hold-idea", { reason: "names a colleague" }));
  await world.presses("Sara Lind", press("release-idea"));
  await world.presses("Sara Lind", press("finish-idea", { result: "too early" }));
  await world.presses("Sara Lind", press("reopen-idea"));
  await world.presses("Omar Haddad", press("withdraw-idea"));
  await world.presses("Omar Haddad", press("restore-idea", { written: { friction: "The printer jams", showName: false } }));
  expect(before).toMatchObject([{ stage: "planned", who: "Jonas Berg" }]);
  expect(expectSay(await world.writes("Pia Holm", "#1"), "idea-story").steps).toEqual(before);
});

describe("every event", () => {
  const all: readonly IdeaEvent[] = [
    { event: "take", who: "p", due: "2026-12-24" },
    { event: "plan", who: "p", due: "2026-12-24" },
    { event: "give-back", who: "p", why: "r" },
    { event: "done", who: "p", why: "r" },
    { event: "reopen", who: "p" },
    { event: "hold", who: "p", why: "r" },
    { event: "put-back", who: "p" },
    { event: "withdraw" },
    { event: "restore", words: { friction: "f", showName: false } },
    { event: "edit", words: { friction: "f", showName: false } },
    { event: "title", title: "t" },
    { event: "ask", who: "p", person: "q", due: "2026-12-24", request: "r" },
    { event: "end-request", request: "r" },
  ];
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
  };

  test("stands in the table, happens in its stages alone, and makes a step where the stage is another", () => {
    expect(all.map(({ event }) => event).sort()).toEqual(Object.keys(life).sort());
    for (const event of all) {
      for (const stage of stages) {
        const before: Idea = event.event === "take" || event.event === "ask" ? without({ ...facts, stage }) : { ...facts, stage };
        const lived = live(before, event, 1);
        const { from, to } = life[event.event];
        if (!from.includes(stage)) expect(lived).toEqual({ no: "idea-closed" });
        else {
          if ("no" in lived) throw new Error(`${event.event} in ${stage}: ${JSON.stringify(lived)}`);
          expect(lived.got.step?.stage).toBe(to?.(before));
          for (const fact of life[event.event].clears) if (fact !== "heldFrom") expect(lived.got.idea[fact]).toBeUndefined();
        }
      }
    }
  });

  const without = ({ owner: _owner, ...idea }: Idea): Idea => idea;
});
