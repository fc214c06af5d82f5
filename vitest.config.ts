import { defineConfig } from "vitest/config";

/**
 * Files that need a process of their own. Azurite keeps state in its modules, and answers wrongly when a second file, or restify, meets it. The tests of the
 * SQLite file and of the doctor change the user of their process, and put code of their own between it and its driver, or between it and the network.
 */
const apart = ["azure", "contracts", "doctor", "sqlite"].map((room) => `tests/${room}/**/*.test.ts`);

/** Files too long for `npm run check` that depend on Node: copies of stores, and writers that are killed. */
const killed = ["tests/moving/**/*.test.ts", "tests/upgrade/**/*.test.ts", "tests/sqlite/{kills,opening}.test.ts"];

/**
 * Files too long for `npm run check` that need one Node only: weeks of faults in virtual time, and exhaustive combinations: each pair of presses at once, each
 * field of an activity, each card at its largest, the largest team, each press after years, years of one team, months of a whole tenant, mutated bodies, months in Azure, and an attacker who holds every row there.
 */
const long = [
  "tests/faults/faults.test.ts",
  "tests/flows/history.test.ts",
  "tests/flows/large-team.test.ts",
  "tests/ideas/life-races.test.ts",
  "tests/connector/odd-fields.test.ts",
  "tests/hostile/fuzz.test.ts",
  "tests/cards/size.test.ts",
  "tests/settings/change-teams-many.test.ts",
  "tests/teams/drop-old-years.test.ts",
  "tests/azure/without-trace-attack.test.ts",
  "tests/azure/kept-nothing.test.ts",
  "tests/overview/numbers-across-year.test.ts",
  "tests/months/months.test.ts",
];

/** The steps of the image and one install: it waits for its processes as `week` does. */
const installed = "tests/deploy/installed.test.ts";

/** Files that measure real processes against a time limit: they have the machine to themselves. */
const timed = ["faults", "faults-store", "faults-teams"].map((name) => `tests/week/${name}.test.ts`);

/**
 * `code` and `apart` need nothing but Node, and `npm run check` runs them; `killed` and `long` need no more, and more time; `week` and `timed` run whole processes;
 * `browser` drives the Agents Playground in a headless Chromium.
 * The files of `code` share a module registry in each thread: to load botbuilder and zod for every file cost a third of the CPU.
 */
export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "dist/tests.json" },
    // By default Vitest leaves one core free, which is half of two.
    maxWorkers: "100%",
    // Transformed files are kept in node_modules: a check starts Vitest several times.
    experimental: { fsModuleCache: true },
    projects: [
      {
        test: {
          name: "code",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**", "tests/week/**", installed, ...apart, ...killed, ...long],
          testTimeout: 20_000,
          pool: "threads",
          isolate: false,
        },
      },
      { test: { name: "apart", include: apart, exclude: [...killed, ...long], testTimeout: 20_000 } },
      { test: { name: "killed", include: killed, testTimeout: 60_000 } },
      { test: { name: "long", include: long, testTimeout: 60_000 } },
      {
        test: {
          name: "week",
          include: ["tests/week/**/*.test.ts", installed],
          exclude: timed,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          // Its files wait more than they work, so they run side by side.
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "timed",
          include: timed,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // One browser at a time: two of them keep each other waiting longer than a person would.
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
