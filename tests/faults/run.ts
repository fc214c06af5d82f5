import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { play, type Run, type Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios.ts";

/*
 * Plays fault scenarios over many seeds: npm run test:faults -- --scenario 0 --from 1 --to 500 --people 500 --weeks 4
 * One seed again, with all that happened in it: npm run test:faults -- --scenario 6 --seed 1234 --trace
 */

const { values: given } = parseArgs({
  options: {
    scenario: { type: "string", multiple: true, default: [] },
    seed: { type: "string" },
    from: { type: "string", default: "1" },
    to: { type: "string", default: "100" },
    people: { type: "string" },
    teams: { type: "string" },
    instances: { type: "string" },
    weeks: { type: "string" },
    /** Stops after so many seconds. */
    seconds: { type: "string" },
    trace: { type: "boolean", default: false },
    processes: { type: "string" },
    /** Which of the processes this one is; set by the first. */
    part: { type: "string" },
  },
});

type Sum = {
  seeds: number;
  staffWeeks: number;
  prompts: number;
  doubtful: number;
  tooMany: number;
  events: number;
  steps: number;
  twice: number;
  lost: number;
  failed: number;
};

const none = (): Sum => ({
  seeds: 0,
  staffWeeks: 0,
  prompts: 0,
  doubtful: 0,
  tooMany: 0,
  events: 0,
  steps: 0,
  twice: 0,
  lost: 0,
  failed: 0,
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const add = (sum: Sum, run: Run): void => {
  sum.seeds += 1;
  sum.staffWeeks += run.staffWeeks;
  sum.prompts += run.prompts;
  sum.doubtful += run.doubtful;
  sum.tooMany += run.tooMany;
  sum.events += run.events;
  sum.steps += run.steps;
  sum.twice += run.findings.filter(({ what }) => what.startsWith("twice")).length;
  sum.lost += run.findings.filter(({ what }) => /was forgotten|nobody got it|not stored|left open/.test(what)).length;
  if (run.findings.length > 0) sum.failed += 1;
};

const chosen: readonly Scenario[] =
  given.scenario.length === 0 ? scenarios : scenarios.filter(({ number }) => given.scenario.includes(String(number)));
const first = Number(given.seed ?? given.from);
const last = Number(given.seed ?? given.to);
const until = given.seconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + Number(given.seconds) * 1000;
const people = given.people === undefined ? undefined : Number(given.people);
const size = {
  ...(people === undefined ? {} : { people, teams: Math.max(3, Math.ceil(people / 50)) }),
  ...(given.teams === undefined ? {} : { teams: Number(given.teams) }),
  ...(given.instances === undefined ? {} : { instances: Number(given.instances) }),
};
const asGiven = Object.entries(size)
  .map(([name, value]) => ` --${name} ${value}`)
  .join("");
const weeks = given.weeks === undefined ? {} : { weeks: Number(given.weeks) };

/** Every `of`th seed, beginning with the `part`th. */
const playSome = async (part: number, of: number): Promise<Sum> => {
  // Faults are made by the thousand here, and a trace of the stack is the dearest part of one.
  if (!given.trace) Error.stackTraceLimit = 0;
  const sum = none();
  for (let seed = first + part; seed <= last; seed += of)
    for (const scenario of chosen) {
      if (performance.now() > until) return sum;
      const run = await play(scenario, seed, { size, ...weeks, ...(given.trace ? { watch: say } : {}) });
      add(sum, run);
      if (run.findings.length === 0) continue;
      say(`scenario ${scenario.number} (${scenario.name}), seed ${seed}, trace ${run.hash}:`);
      for (const { what } of run.findings.slice(0, 5)) say(`  ${what}`);
      say(
        `  npm run test:faults -- --scenario ${scenario.number} --seed ${seed}${asGiven}${given.weeks ? ` --weeks ${given.weeks}` : ""} --trace`,
      );
    }
  return sum;
};

/** The same in a process of its own. */
const playElsewhere = (part: number, of: number): Promise<Sum> =>
  new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [...process.argv.slice(2), "--part", String(part), "--processes", String(of)]);
    let sum: Sum | undefined;
    child.on("message", (message) => {
      sum = message as Sum;
    });
    child.on("exit", (code) => (sum ? resolve(sum) : reject(new Error(`a process ended with ${code} and told nothing`))));
  });

const total = async (): Promise<Sum> => {
  const of = Number(given.processes ?? Math.max(1, Math.min(availableParallelism(), last - first + 1)));
  if (given.part !== undefined || of === 1) return playSome(Number(given.part ?? 0), of);
  const sums = await Promise.all(Array.from({ length: of }, (_, part) => playElsewhere(part, of)));
  const all = none();
  for (const sum of sums) for (const name of Object.keys(all) as (keyof Sum)[]) all[name] += sum[name];
  return all;
};

const startedAt = performance.now();
const sum = await total();
if (given.part !== undefined) process.send?.(sum);
else {
  const seconds = (performance.now() - startedAt) / 1000;
  say(
    `${sum.seeds} runs, ${sum.staffWeeks} staff-weeks, ${sum.prompts} questions sent, ${sum.doubtful} doubtful, ${sum.tooMany} calls too many at a time, ${sum.events} events, ${sum.steps} steps in ` +
      `${seconds.toFixed(1)} s (${Math.round(sum.steps / seconds)} steps/s); ${sum.twice} twice, ${sum.lost} lost, ${sum.failed} runs failed`,
  );
  process.exitCode = sum.failed > 0 ? 1 : 0;
}
