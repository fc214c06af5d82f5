import { describe, expect, test } from "vitest";
import type { IdeaEvent, Step } from "../../src/domain/idea/event.ts";
import { type Idea, isFinished, isOpen } from "../../src/domain/idea/idea.ts";
import { live } from "../../src/domain/idea/life.ts";
import { publicStory } from "../../src/domain/idea/story.ts";
import { seeded } from "../world/chance.ts";

/* The public story of an idea, whatever happens to it and in whatever order: it names owners alone, and what was undone leaves no trace in it. */

const words = { friction: "The printer jams", showName: false };
const fresh: Idea = { id: "i", author: "omar", createdAt: 0, ...words, stage: "new", voices: 1 };

/** Sara leads and may own as well; Jonas and Pia are members. */
const eventsBy = (who: string): readonly IdeaEvent[] => [
  { event: "take", who, due: "2026-12-24" },
  { event: "take", who, due: "2026-12-24", agreed: true },
  { event: "plan", who, due: "2026-12-25" },
  { event: "give-back", who, why: "no time" },
  { event: "done", who, leads: true, why: `cleaned, says ${who}` },
  { event: "start", who, due: "2026-12-24", test: "one week" },
  { event: "test-done", who },
  { event: "adjust", who, due: "2027-01-24", test: "two weeks", why: `half a help, says ${who}` },
  { event: "adopt", who, leads: true, why: `it helped, says ${who}` },
  { event: "stop", who, leads: true, why: `too noisy, says ${who}` },
  { event: "answer", who, as: "lead", solved: true, why: "bought a new one" },
  { event: "answer", who, as: "coordinator", solved: false, why: "no money this year" },
  { event: "pass-on", who, why: "not ours to decide", to: "office" },
  { event: "promise", who, contact: "Anna", answerBy: "2026-12-24" },
  { event: "send-back", who, why: "try it yourselves" },
  { event: "merge", who, into: "j" },
  { event: "unmerge", who },
  { event: "undo-end", who, leads: true },
  { event: "reopen", who, why: "it came back" },
  { event: "owner-left", person: who },
  { event: "hold", who, why: "names a colleague" },
  { event: "put-back", who },
  { event: "withdraw" },
  { event: "restore", words },
];
const people = ["sara", "jonas", "pia"];
const all = people.flatMap(eventsBy);

/** `owners`: who owned it at each moment. */
type Lived = { readonly idea: Idea; readonly steps: readonly Step[]; readonly owners: ReadonlyMap<number, string | undefined> };

const livedOn = ({ idea, steps, owners }: Lived, event: IdeaEvent, at: number): Lived | undefined => {
  const lived = live(idea, event, at, `step ${at}`);
  if ("no" in lived) return undefined;
  const { idea: after, step } = lived.got;
  return { idea: after, steps: step ? [...steps, step] : steps, owners: new Map([...owners, [at, after.owner]]) };
};

const born: Lived = { idea: fresh, steps: [], owners: new Map() };

/** A random life of `length` events, with every state on its way. */
const lifeFrom = (seed: number, length: number): readonly Lived[] => {
  const random = seeded(seed);
  const lives = [born];
  for (let at = 1; lives.length < length; at++) {
    const next = livedOn(lives.at(-1) as Lived, random.pick(all), at);
    if (next) lives.push(next);
  }
  return lives;
};

/** Each event that somebody can take back, and how. */
const undone: readonly (readonly [IdeaEvent, IdeaEvent])[] = people.flatMap((who) => [
  [
    { event: "give-back", who, why: "pressed by mistake" },
    { event: "take", who, due: "2026-12-24", agreed: true },
  ],
  [
    { event: "hold", who: "sara", why: "names a colleague" },
    { event: "put-back", who },
  ],
  [{ event: "withdraw" }, { event: "restore", words }],
  [
    { event: "merge", who, into: "j" },
    { event: "unmerge", who },
  ],
  [
    { event: "stop", who, leads: true, why: "too early" },
    { event: "undo-end", who, leads: true },
  ],
  [
    { event: "done", who, leads: true, why: "too early" },
    { event: "undo-end", who: "sara", leads: true },
  ],
]);

/** Steps that break the rule. */
const stepsWhereNot = (lives: readonly Lived[], isSo: (lived: Lived) => boolean) =>
  lives.filter((lived) => !isSo(lived)).map(({ steps }) => steps);

describe("the public story of 120 lives of 30 events", () => {
  const lives = Array.from({ length: 120 }, (_, seed) => lifeFrom(seed + 1, 30)).flat();

  test("names nobody but its owner of that moment, and at its last plan who owns it", () => {
    const namesOwners = ({ idea, steps, owners }: Lived) => {
      const story = publicStory(steps);
      const planned = story.findLast(({ stage }) => stage === "planned");
      return (
        story.every(({ who, at }) => who === undefined || who === owners.get(at)) &&
        (idea.owner === undefined || planned?.who === idea.owner)
      );
    };
    expect(stepsWhereNot(lives, namesOwners)).toEqual([]);
  });

  test("ends where the idea stands, and never tells that it was held back or withdrawn", () => {
    const endsThere = ({ idea, steps }: Lived) => {
      const story = publicStory(steps);
      const stands = isOpen(idea) || isFinished(idea);
      return (
        story.every(({ stage }) => stage !== "held" && stage !== "withdrawn") && (!stands || (story.at(-1)?.stage ?? "new") === idea.stage)
      );
    };
    expect(stepsWhereNot(lives, endsThere)).toEqual([]);
  });

  test("says nothing twice, unless another owner plans", () => {
    const saysOnce = ({ steps }: Lived) =>
      publicStory(steps).every(({ stage, who }, at, story) => {
        const before = story[at - 1];
        return stage !== before?.stage || (stage === "planned" && who !== before.who);
      });
    expect(stepsWhereNot(lives, saysOnce)).toEqual([]);
  });

  test("told from its newest steps alone is a part of it, which names no others", () => {
    const isPart = ({ steps, owners }: Lived) => {
      const whole = publicStory(steps).map(({ stage, at }) => `${stage} ${at}`);
      const parts = Array.from({ length: steps.length }, (_, left) => publicStory(steps.slice(left)));
      return parts.flat().every(({ stage, at, who }) => whole.includes(`${stage} ${at}`) && (who === undefined || who === owners.get(at)));
    };
    expect(stepsWhereNot(lives, isPart)).toEqual([]);
  });

  test("is after an undo what it was before", () => {
    const told = (steps: readonly Step[]) => JSON.stringify(publicStory(steps));
    let undos = 0;
    for (const lived of lives) {
      for (const [event, undo] of undone) {
        const done = livedOn(lived, event, 1_000);
        const back = done && livedOn(done, undo, 1_001);
        // The event changed nothing, or is not allowed.
        if (!back || done.steps.length === lived.steps.length) continue;
        undos += 1;
        if (told(back.steps) !== told(lived.steps)) expect(back.steps).toEqual(lived.steps);
      }
    }
    expect(undos).toBeGreaterThan(1_000);
  });
});
