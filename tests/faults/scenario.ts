import type { Rows } from "../../src/ports.ts";
import { day, hour, minute, monday, second } from "../world/moments.ts";
import { check, type Finding } from "./check.ts";
import { type TeamsRates, wellTeams } from "./connector.ts";
import { type Habits, lively, openPeople, type People } from "./people.ts";
import { type StoreRates, wellStore } from "./store.ts";
import { openWorld, type Size, type World } from "./world.ts";

/** One scenario of faults, with its checks. */
export type Scenario = {
  /** Number in the table of fault scenarios; 0 mixes all. */
  readonly number: number;
  readonly name: string;
  readonly size?: Partial<Size>;
  readonly habits?: Habits;
  readonly weeks?: number;
  readonly startAt?: number;
  /** Rates of faults outside the calm days. */
  readonly store?: Partial<StoreRates>;
  readonly teams?: Partial<TeamsRates>;
  /** Runs at a certain time; called at the beginning of each week. @param wave when its questions are due */
  happens?(world: World, people: People, wave: number, week: number): void;
  /** Checks beside the common ones, at the end of each week. */
  holds?(world: World, people: People, wave: number): readonly string[] | Promise<readonly string[]>;
  /** ISO weeks in which everybody must have been asked by the end of a week, where that is not each. */
  weeksAsked?(week: number): readonly string[];
};

export type Run = {
  readonly seed: number;
  readonly findings: readonly Finding[];
  readonly hash: string;
  readonly events: number;
  readonly steps: number;
  readonly staffWeeks: number;
  readonly prompts: number;
  readonly doubtful: number;
  /** Calls that Teams refused because they came too many at a time. */
  readonly tooMany: number;
  /** The part of the trace that shows the first finding. */
  readonly excerpt: readonly string[];
};

const usual: Size = { instances: 3, people: 24, teams: 3, tenants: 1, zones: ["Europe/Berlin"], inTwo: 0.2, guests: 0.05 };

/** Questions on Thursday at 13:00, reminders on Monday, digests on Tuesday; from Wednesday, 00:00 UTC, it is calm and everything is looked at. */
const waveAfterMs = 3 * day + 4 * hour;
const calmAfterMs = 9 * day - 8 * hour;
const calmMs = 14 * hour;
/** After faults have stopped, everything is settled within this time. */
const settledMs = 2 * minute;

/** The ISO weeks that began with `monday`. */
const isoWeeks = (weeks: number): readonly string[] =>
  Array.from({ length: weeks }, (_, at) => (at < 6 ? `2026-W${48 + at}` : `2027-W0${at - 5}`));

type RunSettings = {
  readonly size?: Partial<Size>;
  readonly weeks?: number;
  readonly twin?: (rows: Rows) => Rows;
  readonly watch?: (line: string) => void;
};

/** Plays a scenario with one seed. */
export const play = async (scenario: Scenario, seed: number, { size, weeks: asked, twin, watch }: RunSettings = {}): Promise<Run> => {
  const weeks = asked ?? scenario.weeks ?? 1;
  const startAt = scenario.startAt ?? monday;
  const world = openWorld(
    seed,
    { ...usual, ...scenario.size, ...size },
    { startAt, ...(twin ? { twin } : {}), ...(watch ? { watch } : {}) },
  );
  const { time, store, connector } = world;
  await world.setUp();
  const people = openPeople(world, scenario.habits ?? lively);
  const findings: Finding[] = [];
  const excerpt: string[] = [];

  const playWeek = async (week: number): Promise<void> => {
    const weekAt = startAt + week * 7 * day;
    store.setRates({ ...wellStore, ...scenario.store });
    connector.setRates({ ...wellTeams, ...scenario.teams });
    scenario.happens?.(world, people, weekAt + waveAfterMs, week);
    await time.run(weekAt + calmAfterMs - 10 * second);
    people.rest(weekAt + calmAfterMs + settledMs + minute);
    await time.run(weekAt + calmAfterMs);
    world.well();
    await time.run(weekAt + calmAfterMs + settledMs);
    const weeksAsked = scenario.weeksAsked?.(week) ?? isoWeeks(week + 1);
    findings.push(...(await check(world, people, weeksAsked)));
    for (const what of (await scenario.holds?.(world, people, weekAt + waveAfterMs)) ?? []) findings.push({ what, about: [] });
    if (findings.length > 0) excerpt.push(...about(time.last(), findings[0]?.about ?? []));
    await time.run(weekAt + calmAfterMs + calmMs);
  };
  for (let week = 0; week < weeks && findings.length === 0; week++)
    await playWeek(week).catch((fault: unknown) => {
      findings.push({ what: `the run failed: ${fault instanceof Error ? fault.stack : String(fault)}`, about: [] });
      excerpt.push(...time.last().slice(-mostLines));
    });

  const { hash, events, seq } = time.trace();
  const prompts = connector.ledger.filter(({ message }) => message.say === "idea-form" && message.why === "prompt").length;
  const rows = await Promise.all(world.teams.map((team) => store.base.list(`team|${team.id}`, { from: "asked|", to: "asked}" })));
  const doubtful = rows.flat().filter(({ values }) => values.delivery === "doubtful").length;
  return {
    seed,
    findings,
    hash,
    events,
    steps: seq,
    staffWeeks: world.people.length * weeks,
    prompts,
    doubtful,
    tooMany: connector.tooMany(),
    excerpt,
  };
};

const mostLines = 60;

/** The lines of a trace that name one of these, with what happened to the instances. */
const about = (trace: readonly string[], words: readonly string[]): readonly string[] =>
  trace
    .filter((line) => words.some((word) => line.includes(word)) || /is killed|is frozen|thaws|starts|told to stop/.test(line))
    .slice(-mostLines);
