import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { logEvents } from "../../src/domain/log-events.ts";
import type { Log } from "../../src/ports.ts";
import { wrongWith } from "../world/log.ts";

const operations = readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8");

const levelsOf = Object.entries(logEvents).map(([event, levels]) => {
  const shapes = Object.values(levels).map(({ shape }) => Object.keys(shape));
  return { event, levels: Object.keys(levels), fields: [...new Set(shapes.flat())] };
});

describe("the table of log events", () => {
  test("is the one of docs/operations.md: event, levels and fields", () => {
    const table = operations.slice(operations.indexOf("| event | level | fields |")).split("\n\n")[0] ?? "";
    const documented = [...table.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| [^|]{5,}/gm)].map(
      ([, event, levels = "", fields = ""]) => ({
        event,
        levels: levels.split(", "),
        fields: [...fields.matchAll(/`([^`]+)`/g)].map(([, field]) => field),
      }),
    );
    expect(documented).toEqual(levelsOf);
  });

  test("says nothing under a name that every line has", () => {
    expect(levelsOf.filter(({ fields }) => ["event", "level", "time", "msg"].some((name) => fields.includes(name)))).toEqual([]);
  });

  test("lets no event, level or field compile that it has not", () => {
    const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const more = { team: "t", name: "Sara" };
    log.info("team-removed", { team: "t" });
    // @ts-expect-error an event that is not in the table
    log.info("team-painted", { team: "t" });
    // @ts-expect-error at a level that it has not
    log.error("team-removed", { team: "t" });
    // @ts-expect-error a field that it has not
    log.info("team-removed", { team: "t", name: "Sara" });
    // @ts-expect-error not even in a spread
    log.info("team-removed", { ...more });
    // @ts-expect-error a field that is missing
    log.info("team-removed", {});
    // @ts-expect-error success at the level of failure
    log.error("job-ended", { outcome: "done", job: "read-team", attempt: 1, ms: 1, fault: "TypeError" });
  });

  test("catches a line that it has not", () => {
    expect(wrongWith({ level: "info", event: "team-removed", facts: { team: "QmFzZTY0" } })).toBeUndefined();
    expect(wrongWith({ level: "warn", event: "team-removed", facts: { team: "QmFzZTY0" } })).toContain("no event of level warn");
    expect(wrongWith({ level: "info", event: "team-removed", facts: { team: "QmFzZTY0", name: "Sara" } })).toContain("name");
    expect(wrongWith({ level: "info", event: "team-removed", facts: { team: "North clinic" } })).toContain("team");
  });
});
