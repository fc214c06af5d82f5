import { describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";

const id = "20000000-0000-4000-8000-000000000001";
const problemsOf = (env: Record<string, string>) => {
  const read = readConfig(env);
  return "problems" in read ? read.problems : [];
};

describe("the settings of the process", () => {
  test("nothing set means local, on the embedded store", () => {
    const read = readConfig({});
    expect("config" in read && read.config).toMatchObject({
      local: true,
      port: 3978,
      zone: "Europe/Stockholm",
      storage: { dataDir: ".data" },
    });
  });

  test("production never runs without credentials and a store", () => {
    const problems = problemsOf({ NODE_ENV: "production" }).join("\n");
    expect(problems).toContain("MicrosoftAppId");
    expect(problems).toContain("No store is configured");
  });

  test("every wrong setting is named at once, with how to mend it", () => {
    const problems = problemsOf({
      PORT: "many",
      GNIST_TIME_ZONE: "Europe/Nowhere",
      GNIST_ADMINS: "me",
      MicrosoftAppId: id,
      AZURE_STORAGE_ACCOUNT: "No Name",
    });
    for (const name of ["PORT", "GNIST_TIME_ZONE", "GNIST_ADMINS", "MicrosoftAppType", "MicrosoftAppTenantId", "AZURE_STORAGE_ACCOUNT"]) {
      expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
    }
  });

  test("a managed identity has no password", () => {
    const bot = { MicrosoftAppId: id, MicrosoftAppType: "UserAssignedMSI", MicrosoftAppTenantId: id };
    expect(problemsOf(bot)).toEqual([]);
    expect(problemsOf({ ...bot, MicrosoftAppPassword: "secret" })).toHaveLength(1);
  });

  test("a password without an id is not silently local", () => {
    expect(problemsOf({ MicrosoftAppPassword: "secret" })).toHaveLength(1);
  });
});
