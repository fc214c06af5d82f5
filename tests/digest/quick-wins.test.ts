import { expect, test } from "vitest";
import { digestView, hasNews, planDigest } from "../../src/domain/digest/plan.ts";
import { effects, efforts, type Idea, isOpen, isQuickWin, kinds, stages } from "../../src/domain/idea/idea.ts";
import type { DigestView } from "../../src/domain/idea/view.ts";
import type { Message } from "../../src/domain/message/index.ts";
import type { Team } from "../../src/domain/teams/team.ts";
import { textOf } from "../world/cards.ts";
import { seeded } from "../world/chance.ts";
import { nextRound, thisRound } from "../world/moments.ts";
import { viewOf } from "../world/people.ts";
import { aTeam, expectSay, teamId } from "../world/world.ts";

const inChannel = { in: "channel" } as const;
const gloves = "Nobody orders gloves";
const forms = "Too many forms";
const printer = "The printer is slow";

const titlesIn = ({ quick, top, open }: DigestView) => [quick, top, open].map((some) => some.map(({ title }) => title).sort());

/** Where each text first stands on a card, in the order given. */
const standIn = (message: Message | undefined, ...texts: readonly string[]) => {
  const words = textOf((message && viewOf(message, "en").card) ?? {});
  const places = texts.map((text) => words.indexOf(text));
  expect(
    places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0)),
    `${texts} in ${words}`,
  ).toBe(true);
};

test("a lead marks a quick win in two presses: draft and digest show it in its place, its owner weighs it anew, and nobody else may", async () => {
  const { world, sara, omar, pia, jonas } = await aTeam();
  await world.moveTo(thisRound.question);
  await omar.answers(printer);
  await pia.answers(gloves);
  await jonas.answers(forms);
  await world.moveTo(thisRound.draft);
  const storedAs = async (title: string) => {
    const rows = await world.ports.rows.list(`team|${teamId}`, { from: "idea|", to: "idea}" });
    const { effort, effect } = rows.find(({ values }) => values.friction === title)?.values ?? {};
    return [effort, effect];
  };

  // Two presses, no form.
  expect(expectSay(await sara.presses("Small effort", { on: gloves }), "draft").digest.quick).toEqual([]);
  const stranger = sara.wouldSend("Much", { on: gloves });
  const draft = expectSay(await sara.presses("Much", { on: gloves }), "draft");
  expect(titlesIn(draft.digest)).toEqual([[gloves], [printer, forms].sort(), []]);
  expect(draft.digest.freshCount).toBe(3);
  standIn(draft, "Quick wins: 1", gloves, "Small effort, much effect", "New this week");
  for (const person of [omar, pia]) expect(await person.sendsByHand(stranger)).toMatchObject({ why: "not-a-lead" });

  // The form writes only what was changed since it opened, beside the title, and takes a guess away again.
  await sara.changes(forms, "Save", { Effort: "Big", Effect: "Much" });
  const onPhone = sara.onAnotherDevice();
  await onPhone.writes("draft");
  await onPhone.presses("Change", { on: forms });
  await sara.changes(forms, "Save", { Effort: "Some" });
  await onPhone.presses("Save", { Title: "Fewer forms", Effect: "Little" });
  expect(await storedAs(forms)).toEqual(["some", "little"]);
  await sara.changes(forms, "Save", { Effort: "Not said" });
  expect(await storedAs(forms)).toEqual([undefined, "little"]);
  expect(await storedAs(printer)).toEqual([undefined, undefined]);
  await sara.presses("Change", { on: printer });
  const both = sara.wouldSend("Save", { Person: "Pia Holm", Effort: "Big" });
  for (let times = 0; times < 2; times++) expectSay(await sara.sendsByHand(both), "draft");
  expect([await storedAs(printer), pia.got("owner-request").length]).toEqual([["big", undefined], 1]);
  expect(await sara.sendsByHand({ ...both, person: omar.id, due: "2020-01-01", effort: "some" })).toMatchObject({ problem: "past-date" });
  expect(await storedAs(printer)).toEqual(["big", undefined]);

  await world.moveTo(thisRound.digest);
  const posted = () => world.inTeam("digest").at(-1);
  standIn(posted(), "Quick wins", gloves, "Needs an owner · Small effort, much effect", "New this week", "Fewer forms");
  await omar.presses("Me too", { ...inChannel, on: gloves });
  expect(posted()?.digest.quick).toMatchObject([{ title: gloves, voices: 2 }]);
  // A new press of that draft finds it posted.
  expectSay(await sara.sendsByHand(stranger), "draft-posted");

  // Its owner knows better. Everybody reads it, the post says it at once, and nothing chosen is nothing written.
  await jonas.presses("Take or ask", { ...inChannel, on: gloves });
  await jonas.presses("I'll take it", inChannel);
  const number = `#${posted()?.digest.quick[0]?.number}`;
  await jonas.writes(number);
  await jonas.presses("Effort and effect");
  const save = jonas.wouldSend("Save", { Effort: "Some" });
  expect(await omar.sendsByHand(save)).toMatchObject({ why: "not-the-owner" });
  expectSay(await jonas.presses("Save"), "owned");
  expect(await storedAs(gloves)).toEqual(["small", "much"]);
  expect(posted()?.digest.quick).toMatchObject([{ title: gloves, owner: { name: "Jonas Berg" } }]);
  expect(await jonas.sendsByHand(save)).toMatchObject({ say: "owned", did: "weighed" });
  expect(titlesIn(posted()?.digest as DigestView)).toEqual([[], ["Fewer forms", gloves, printer].sort(), []]);
  standIn(await pia.writes(number), gloves, "Expected: some effort, much effect");
  expect(pia.buttons()).not.toContain("Effort and effect");

  // An owned quick win of an earlier digest stands with the new ones, first in the list of all, and no step or news tells of it.
  await jonas.writes(number);
  await jonas.presses("Effort and effect");
  await jonas.presses("Save", { Effort: "Small" });
  await world.moveTo(nextRound.question);
  await omar.answers("The lamp flickers");
  const other = `#${posted()?.digest.top.find(({ title }) => title === printer)?.number}`;
  await omar.writes(`take ${other}`);
  await omar.writes(`done ${other} A new one came`);
  await world.moveTo(nextRound.draft);
  standIn(sara.got("draft").at(-1), "Quick wins: 1", gloves, "Finished", printer);
  await world.moveTo(nextRound.digest);
  standIn(posted(), "Finished", printer, "Quick wins", gloves, "New this week", "Under way");
  expect(titlesIn(posted()?.digest as DigestView)).toEqual([[gloves], ["The lamp flickers"], ["Fewer forms"]]);
  const later = `#${posted()?.digest.open[0]?.number}`;
  for (const person of [omar, sara]) await person.writes(`me too ${later}`);
  const list = expectSay(await pia.presses("All ideas", inChannel), "all-ideas");
  standIn(list, gloves, "Quick win", "Fewer forms");
  expect(expectSay(await pia.writes(number), "idea-story").steps).toHaveLength(1);
  await jonas.writes(`done ${number} Ordered on Mondays`);
  expect(await jonas.sendsByHand(save)).toMatchObject({ why: "idea-closed" });
});

test("a quick win is small effort with an effect that somebody expects to be more than little", () => {
  const quick = [undefined, ...efforts].flatMap((effort) =>
    [undefined, ...effects].flatMap((effect) =>
      isQuickWin({ ...(effort ? { effort } : {}), ...(effect ? { effect } : {}) }) ? [[effort, effect]] : [],
    ),
  );
  expect(quick).toEqual([
    ["small", "some"],
    ["small", "much"],
  ]);
});

test("no idea stands twice in a digest, whatever happens to it later: every open quick win stands among the quick wins, and all are counted", () => {
  const { fraction } = seeded(7);
  const one = <T>(from: readonly T[]): T => from[Math.floor(fraction() * from.length)] as T;
  const weighed = () => ({
    ...one([
      {},
      { effort: "small" as const },
      { effort: one(["small", "big"] as const), effect: one(["little", "some", "much"] as const) },
    ]),
  });
  const team = { id: "t", name: "North clinic", settings: { zone: "Europe/Stockholm" } } as Team;
  for (let round = 0; round < 200; round++) {
    const ideas = Array.from({ length: Math.floor(fraction() * 60) }, (_, at): Idea => {
      const facts = { author: "p", createdAt: at, friction: "x", showName: false, voices: Math.ceil(fraction() * 5), finishedAt: at };
      return {
        id: `i${at}`,
        ...facts,
        stage: one(stages),
        kind: one(kinds),
        ...weighed(),
        ...(fraction() < 0.5 ? { digest: "2026-W40" } : {}),
      };
    });
    const plan = planDigest(ideas, new Set());
    const later = ideas.map(
      ({ effort: _effort, effect: _effect, ...idea }): Idea => (fraction() < 0.5 ? idea : { ...idea, stage: one(stages), ...weighed() }),
    );
    for (const now of [ideas, later]) {
      const view = digestView({ id: "2026-W48", week: "2026-W48", plan }, now, new Map(), team, 0);
      const also = view.alsoNew.flatMap(({ ideas }) => ideas);
      const others = [...view.top, ...also, ...view.worth, ...view.open, ...view.passed, ...view.finished];
      const ids = [...view.quick, ...others].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(view.quick.every((idea) => isOpen(idea) && isQuickWin(idea))).toBe(true);
      expect(others.some((idea) => isOpen(idea) && isQuickWin(idea))).toBe(false);
      const newOnes = view.quick.filter(({ id }) => plan.fresh.includes(id));
      expect(view.freshCount).toBe(newOnes.length + view.top.length + also.length + view.moreNew);
    }
    // Where not all have room, quick wins do.
    const left = ideas.filter((idea) => isOpen(idea) && isQuickWin(idea) && ![...plan.fresh, ...plan.open].includes(idea.id));
    for (const idea of left) {
      const among = idea.digest === undefined ? plan.fresh : plan.open;
      expect(among.every((id) => ideas.some((other) => other.id === id && isQuickWin(other)))).toBe(true);
    }
    expect(hasNews(plan)).toBe(plan.fresh.length + plan.worth.length + plan.finished.length > 0);
  }
});
