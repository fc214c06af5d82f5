import { describe, expect, test } from "vitest";
import { notRead, readAction } from "../../cards/index.ts";
import { ids } from "./fixtures.ts";
import { sentIdea, sentSettings } from "./sent.ts";

const { team } = ids;

test("A form that we never sent is not understood", () => {
  const refused: unknown[] = [
    undefined,
    null,
    "submit-idea",
    [],
    {},
    { verb: "toString" },
    { verb: "__proto__" },
    { verb: "drop-table", team },
    { ...sentIdea, friction: "x".repeat(20_001) },
    { ...sentIdea, team: "../../etc" },
    { ...sentIdea, team: "short" },
    { ...sentIdea, secret: "short" },
    { ...sentIdea, secret: "x".repeat(65) },
    { ...sentIdea, round: "2026-48" },
    { ...sentIdea, friction: { toString: "x" } },
    { verb: "add-voice", team, idea: "' or 1 eq 1" },
    { verb: "add-voice", team },
    { verb: "all-ideas", team, page: -1 },
    { verb: "show-teams", page: 0.5 },
    { verb: "show-status", team: "../../etc" },
    { verb: "post-digest-again", team, digest: "a|b" },
    { verb: "pause", weeks: 1_000 },
    { verb: "ask-later", team },
    { verb: "confirm-lead", team, person: "x" },
  ];
  for (const data of refused) expect(readAction(data), JSON.stringify(data)?.slice(0, 80)).toBeUndefined();
});

describe("A press that cannot be read has its own reason", () => {
  test.each([
    [undefined, "foreign-card"],
    [[], "foreign-card"],
    [{}, "foreign-card"],
    [{ choice: 1 }, "foreign-card"],
    [{ verb: 7 }, "foreign-card"],
    [{ verb: "drop-table", team }, "stale-form"],
    [{ ...sentIdea, team: "short", friction: "a" }, "stale-form"],
    [{ ...sentIdea, friction: "x".repeat(20_001) }, "too-long"],
    [{ ...sentIdea, friction: "x".repeat(20_001), team: "short" }, "stale-form"],
    [{ ...sentIdea, friction: { toString: "x" } }, "stale-form"],
    [{ verb: "pause", weeks: 0 }, "bad-pause"],
    [{ verb: "pause", weeks: 1.5 }, "bad-pause"],
    [{ ...sentSettings, promptWeekday: "8" }, "bad-settings"],
    [{ ...sentSettings, digestWeekday: "0" }, "bad-settings"],
    [{ ...sentSettings, everyWeeks: "3" }, "bad-settings"],
    [{ ...sentSettings, language: "de" }, "bad-settings"],
    [{ ...sentSettings, team: "short", language: "de" }, "stale-form"],
  ])("case %#", (data, why) => {
    expect(readAction(data)).toBeUndefined();
    expect(notRead(data)).toMatchObject({ say: "refusal", why });
  });
});
