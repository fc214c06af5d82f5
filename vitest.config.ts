import { defineConfig } from "vitest/config";

/** `code` needs nothing but Node; `browser` drives the Agents Playground in a headless Chromium; `week` runs whole processes. */
export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: "dist/tests.json" }]],
    projects: [
      {
        test: {
          name: "code",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**", "tests/week/**"],
          testTimeout: 20_000,
        },
      },
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
