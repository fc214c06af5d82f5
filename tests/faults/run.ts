import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { play, type Run, type Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios.ts";

/*
 * Plays fault scenarios over many seeds, in one process for each core.
 *   npm run test:faults                                    500 seeds of everything at once: 3 instances, 500 people, 4 weeks
 *   npm run test:faults -- --to 20                         the same, 20 seeds
 *   npm run test:faults -- --scenario all --to 100         every scenario in its own size
 *   npm run test:faults -- --scenario 6 --seed 12 --trace  one seed again, with all that happened in it
 */

const { values: given } = parseArgs({
  options: {
    scenario: { type: "string", multiple: true, default: [] },
    seed: { type: "string" },
    from: { type: "string", default: "1" },
    to: { type: "string" },
    people: { type: "string" },
    teams: { type: "string" },
    instances: { type: "string" },
    weeks: { type: "string" },
    /** Stops after this many seconds. */
    seconds: { type: "string" },
    trace: { type: "boolean", default: false },
    processes: { type: "string" },
    /** Number of this process; set by the parent process. */
    part: { type: "string" },
  },
});

/** Default settings. */
const large = { scenario: ["0"], to: "500", people: "500", weeks: "4", instances: "3" };
const asked = given.scenario.length === 0 ? { ...large, ...given, scenario: large.scenario } : { to: "100", ...given };

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

const sumOf = ({ staffWeeks, prompts, doubtful, tooMany, events, steps, findings }: Run): Sum => ({
  seeds: 1,
  staffWeeks,
  prompts,
  doubtful,
  tooMany,
  events,
  steps,
  twice: findings.filter(({ what }) => what.startsWith("twice")).length,
  lost: findings.filter(({ what }) => /was forgotten|nobody got it|not stored|left open|was lost/.test(what)).length,
  failed: findings.length > 0 ? 1 : 0,
});

const chosen: readonly Scenario[] = asked.scenario.includes("all")
  ? scenarios
  : scenarios.filter(({ number }) => asked.scenario.includes(String(number)));
const first = Number(asked.seed ?? asked.from);
const last = Number(asked.seed ?? asked.to);
const until = asked.seconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + Number(asked.seconds) * 1000;
const people = asked.people === undefined ? undefined : Number(asked.people);
const size = {
  ...(people === undefined ? {} : { people, teams: Math.max(3, Math.ceil(people / 50)) }),
  ...(asked.teams === undefined ? {} : { teams: Number(asked.teams) }),
  ...(asked.instances === undefined ? {} : { instances: Number(asked.instances) }),
};
const weeks = asked.weeks === undefined ? {} : { weeks: Number(asked.weeks) };
const asGiven = Object.entries({ ...size, ...weeks })
  .map(([name, value]) => ` --${name} ${value}`)
  .join("");

/** Every `of`th seed, beginning with the `part`th. */
const playSome = async (part: number, of: number, played: (run: Sum) => void): Promise<void> => {
  // Runs make thousands of errors, and the stack trace is the most expensive part of one.
  if (!asked.trace) Error.stackTraceLimit = 0;
  for (let seed = first + part; seed <= last; seed += of)
    for (const scenario of chosen) {
      if (performance.now() > until) return;
      const run = await play(scenario, seed, { size, ...weeks, ...(asked.trace ? { watch: say } : {}) });
      if (run.findings.length > 0) {
        say(`\nscenario ${scenario.number} (${scenario.name}), seed ${seed}, trace ${run.hash}:`);
        for (const { what } of run.findings.slice(0, 5)) say(`  ${what}`);
        say(`  npm run test:faults -- --scenario ${scenario.number} --seed ${seed}${asGiven} --trace`);
      }
      played(sumOf(run));
    }
};

/** Each core has a process already, so V8's helper threads for garbage collection would only compete. A larger young generation copies less. */
const ownCore = ["--single-threaded-gc", "--min-semi-space-size=64", "--max-semi-space-size=128"];

/** Plays in a process of its own. */
const playElsewhere = (part: number, of: number, played: (run: Sum) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [...process.argv.slice(2), "--part", String(part), "--processes", String(of)], {
      execArgv: [...process.execArgv, ...ownCore],
    });
    child.on("message", (message) => played(message as Sum));
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`the process for part ${part} of ${of} ended with ${code}`))));
  });

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;

/** Prints progress and expected end from time to time. */
const openProgress = (runs: number) => {
  const startedAt = performance.now();
  const everyMs = process.stdout.isTTY ? 1_000 : 15_000;
  let toldAt = startedAt;
  return {
    seconds: () => (performance.now() - startedAt) / 1000,
    tell: (sum: Sum): void => {
      const now = performance.now();
      if (now - toldAt < everyMs) return;
      toldAt = now;
      const secondsLeft = ((now - startedAt) / 1000 / sum.seeds) * (runs - sum.seeds);
      const end = new Date(Date.now() + secondsLeft * 1000).toTimeString().slice(0, 5);
      const line = `${sum.seeds} of ${runs} runs, ${sum.failed} failed, ${sum.staffWeeks} staff-weeks; ${clock(secondsLeft)} left, until ${end}`;
      process.stdout.write(process.stdout.isTTY ? `\r${line}   ` : `${line}\n`);
    },
  };
};

const playAll = async (): Promise<void> => {
  const runs = (last - first + 1) * chosen.length;
  if (chosen.length === 0) throw new Error(`There is: all, ${scenarios.map(({ number }) => number).join(", ")}`);
  const of = Number(asked.processes ?? Math.max(1, Math.min(availableParallelism(), last - first + 1)));
  const sum = none();
  const progress = openProgress(runs);
  const played = (run: Sum): void => {
    for (const name of Object.keys(sum) as (keyof Sum)[]) sum[name] += run[name];
    progress.tell(sum);
  };
  if (of === 1) await playSome(0, 1, played);
  else await Promise.all(Array.from({ length: of }, (_, part) => playElsewhere(part, of, played)));
  const seconds = progress.seconds();
  say(process.stdout.isTTY ? "\n" : "");
  for (const [name, value] of [
    [chosen.length === 1 ? "seeds" : "runs", sum.seeds],
    ["staff-weeks", sum.staffWeeks],
    ["events", sum.events],
    ["steps", sum.steps],
    ["questions sent", sum.prompts],
    ["doubtful", sum.doubtful],
    ["calls too many at a time", sum.tooMany],
    ["twice", sum.twice],
    ["lost", sum.lost],
    ["failed", sum.failed],
    ["seconds", seconds.toFixed(1)],
    ["staff-weeks a second", Math.round(sum.staffWeeks / seconds)],
  ] as const)
    say(`${String(value).padStart(12)}  ${name}`);
  if (sum.seeds < runs && !Number.isFinite(until)) throw new Error(`only ${sum.seeds} of ${runs} runs were played`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
};

if (given.part === undefined) await playAll();
else {
  await playSome(Number(given.part), Number(given.processes), (run) => process.send?.(run));
  process.disconnect();
}
