import { expect } from "vitest";
import { nextPrompt, weekOf } from "../../src/domain/asking/cadence.ts";
import { day, hour, minute, monday, week } from "../world/moments.ts";
import { manyTeams } from "./many-teams.ts";

const zone = "Europe/Stockholm";

/** The instant of a day of the `weeks`th week from the first: 09:00 in Stockholm on its Monday, and days and hours later. */
const at = (weeks: number, days: number, hours = 0) => monday + weeks * week + days * day + hours * hour;
const weekAt = (weeks: number) => weekOf(at(weeks, 0), zone);

/**
 * Changes the question's day in every team before a round, in the middle of one and after one, with jobs that are put twice and an instance that dies: in each
 * week each team has one round, each person one question, and the teams plan the next by the rule of `nextPrompt`.
 * @param played weeks of rounds that are played
 */
export const isAskedOnceAWeek = async (count: number, played: 1 | 4): Promise<void> => {
  const world = await manyTeams(count);
  const everybody = count + Math.ceil(count / 2);
  const askedOnce = (weeks: number) => expect(world.questionsIn(weekAt(weeks))).toEqual({ people: everybody, most: 1 });
  const planned = async () => {
    for (const { settings, nextPromptAt, lastRound } of await world.teams())
      expect(nextPromptAt).toBe(nextPrompt(settings, world.now(), lastRound));
  };

  // Before the round: on Tuesday, from Thursday to Wednesday. An instance dies in the middle, and the job is there twice.
  await world.passTo(at(0, 1));
  await world.begins("before", { promptWeekday: 3 });
  await world.dies("before", Math.floor(0.4 * Math.min(count, 50)) * 3);
  await world.again("before");
  await world.settle();
  expect(await world.change("before")).toMatchObject({ state: "done", done: { seen: count, changed: count, refused: 0 } });
  await planned();

  // In the middle of the round: on Wednesday at the time of the question, to Friday. Some teams are being asked just then.
  await world.passTo(at(0, 2, 4));
  await world.turn(8);
  await world.begins("during", { promptWeekday: 5 });
  await world.turn(8);
  await world.dies("during", 30);
  await world.again("during");
  await world.settle();
  expect(await world.change("during")).toMatchObject({ state: "done", done: { seen: count, refused: 0 } });
  await planned();
  expect(world.questionsIn(weekAt(0)).people).toBeGreaterThan(0);
  expect(world.questionsIn(weekAt(0)).people).toBeLessThan(everybody);
  await world.moveTo(at(0, 4, 4));
  askedOnce(0);

  // After the round: on Saturday, from Friday to Monday.
  await world.moveTo(at(0, 5));
  await world.begins("after", { promptWeekday: 1, promptTime: "09:30" });
  await world.settle();
  await planned();
  if (played === 1) return;
  await world.moveTo(at(1, 0, 1));
  askedOnce(1);
  // Every 2 weeks, after the Monday's question.
  await world.begins("weeks", { everyWeeks: 2 });
  await world.settle();
  await planned();
  for (let weeks = 1; weeks <= 3; weeks++) await world.moveTo(at(weeks, 4) + minute);
  expect(world.questionsIn(weekAt(2))).toEqual({ people: 0, most: 0 });
  askedOnce(3);
  for (const rounds of await world.rounds()) expect(rounds).toEqual([0, 1, 3].map(weekAt));
};
