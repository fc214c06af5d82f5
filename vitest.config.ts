import { defineConfig } from "vitest/config";

/** Files that run Azurite in their own process: it keeps state in its modules, and answers wrongly when a second file meets it. */
const withAzurite = ["tests/azure/**/*.test.ts", "tests/contracts/**/*.test.ts"];

/**
 * `code` and `azurite` need nothing but Node; `browser` drives the Agents Playground in a headless Chromium; `week` runs whole processes.
 * The files of `code` share a module registry in each thread: to load botbuilder and zod for every file cost a third of the CPU.
 */
export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: "dist/tests.json" }]],
    // Vitest leaves one core free of its own accord, which is half of two.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "code",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**", "tests/week/**", ...withAzurite],
          testTimeout: 20_000,
          pool: "threads",
          isolate: false,
        },
      },
      { test: { name: "azurite", include: withAzurite, testTimeout: 20_000 } },
      { test: { name: "week", include: ["tests/week/**/*.test.ts"], testTimeout: 180_000, hookTimeout: 60_000, fileParallelism: false } },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
