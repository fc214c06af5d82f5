import { expect } from "vitest";
import { monthsBefore, nextDropAt } from "../../src/domain/teams/months-kept.ts";
import type { Clock, Rows } from "../../src/ports.ts";
import { readIdea } from "../../src/store/idea.ts";
import { readPosted } from "../../src/store/posted.ts";
import { aMonth } from "../store/month.ts";
import { minute, monday, roundAfter, week } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { expectSay, teamId, type WorldJobs } from "../world/world.ts";

const zone = "Europe/Stockholm";

/** The words that are written about one idea of the years: by its author, by somebody who gives it back, and at its end. */
const wordsOf = (at: number) => {
  const name = `lamp-${String(at).padStart(3, "0")}`;
  return { friction: `The ${name} is dark`, reason: `I never met ${name}`, lesson: `We learned ${name}` };
};

/** An idea of the years, and the instant at which somebody did something with it last. */
type Played = { readonly at: number; readonly idea: string; readonly last: number; readonly isStopped: boolean };

/** All that was written about it, by everybody. */
const everyWordOf = ({ at, isStopped }: Played): readonly string[] => {
  const { friction, reason, lesson } = wordsOf(at);
  return [friction, reason, ...(isStopped ? [lesson] : [])];
};

/**
 * A month in which nearly everything happens, and then months of rounds: every four weeks an idea, which somebody takes. Every second one is stopped with a
 * lesson two weeks later. It ends a quarter of an hour after the team has deleted what it keeps no longer.
 * @param kept months, as the leads choose from the settings
 */
export const years = async (
  kept: number,
  weeks: number,
  { rows, jobs }: { readonly rows?: Rows; readonly jobs?: (clock: Pick<Clock, "now">) => WorldJobs } = {},
) => {
  const { world, ideas } = await aMonth(rows, jobs);
  const [sara, pia, jonas] = ["Sara Lind", "Pia Holm", "Jonas Berg"].map(world.person) as [Person, Person, Person];
  await sara.sets({ "How long ideas are kept": `${kept} months` });
  const first = {
    ideas,
    words: ["The door is heavy", "cleaned on Sundays", "The contract is not ours", "Which door?", "One printer"],
  };
  const played: Played[] = [];
  const open: { readonly at: number; readonly idea: string; readonly number: number; readonly last: number }[] = [];
  const from = Math.ceil((world.now() - monday) / week) + 1;
  for (let at = from; at < from + weeks; at += 1) {
    const { question, digest } = roundAfter(at);
    await world.moveTo(question);
    const written = wordsOf(at);
    const idea = at % 4 === 0 ? expectSay(await pia.writes(`idea ${written.friction}`), "receipt").idea : undefined;
    await world.moveTo(digest);
    if (at % 4 === 2)
      for (const one of open.splice(0)) {
        expectSay(await sara.writes(`stop #${one.number} ${wordsOf(one.at).lesson}`), "finished");
        played.push({ ...one, last: world.now(), isStopped: true });
      }
    if (idea === undefined) continue;
    const number = (await readIdea(world.ports.rows, teamId, idea))?.idea.number ?? 0;
    await jonas.writes(`me too #${number}`);
    await jonas.writes(`take #${number}`);
    await jonas.writes(`not me #${number} ${written.reason}`);
    await sara.writes(`take #${number}`);
    const last = world.now();
    await world.toNews();
    // Every second one is left as it is.
    if (at % 8 === 0) open.push({ at, idea, number, last });
    else played.push({ at, idea, last, isStopped: false });
  }
  played.push(...open.map((one) => ({ ...one, isStopped: false })));
  const dropAt = nextDropAt(teamId, world.now());
  await world.moveTo(dropAt + minute);
  await world.moveTo(dropAt + 15 * minute);
  return { world, first, played, before: monthsBefore(dropAt + minute, kept, zone) };
};

/**
 * Looks for all that was written in the years, and finds it where it is younger than the months kept, and nowhere else: an open idea also stands in the copies
 * of younger posts, each of which goes by its own age. @param isThere says whether words are kept
 */
export const expectKept = async (
  { world, first, played, before }: Awaited<ReturnType<typeof years>>,
  isThere: (words: string) => boolean,
): Promise<void> => {
  let posted = "";
  for await (const { at, message } of readPosted(world.ports.rows, teamId)) {
    expect(at).toBeGreaterThanOrEqual(before);
    posted += JSON.stringify(message);
  }
  const [old, young] = [played.filter(({ last }) => last < before), played.filter(({ last }) => last >= before)];
  expect(Math.min(old.length, young.length)).toBeGreaterThan(0);
  expect([...old.flatMap(everyWordOf), ...first.words].filter((words) => isThere(words) && !posted.includes(words))).toEqual([]);
  expect(young.flatMap(everyWordOf).filter((words) => !isThere(words))).toEqual([]);
};
