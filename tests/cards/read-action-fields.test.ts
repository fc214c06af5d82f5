import { describe, expect, test } from "vitest";
import { readAction } from "../../cards/index.ts";
import type { ActionOf } from "../../src/domain/action/index.ts";
import { ids } from "./fixtures.ts";
import { sentIdea, sentSettings } from "./sent.ts";

const { team, other, secret } = ids;

describe("An idea form", () => {
  test("is read with nothing but a line in it", () => {
    expect(readAction({ ...sentIdea, friction: "The printer", proposal: "", cost: "", kind: "", showName: "false" })).toEqual({
      verb: "submit-idea",
      team,
      secret,
      round: "2026-W48",
      written: { friction: "The printer", showName: false },
    });
  });

  test("is read with everything in it", () => {
    expect(readAction({ ...sentIdea, friction: "a", proposal: "b", cost: "30", kind: "tools", showName: "true" })).toMatchObject({
      written: { friction: "a", proposal: "b", cost: 30, kind: "tools", showName: true },
    });
  });

  test("is read without a round, as one that was asked for", () => {
    expect(readAction({ verb: "submit-idea", team, secret, friction: "a" })).toEqual({
      verb: "submit-idea",
      team,
      secret,
      written: { friction: "a", showName: false },
    });
  });

  test("goes to the team that was chosen on it", () => {
    expect(readAction({ ...sentIdea, friction: "a", forTeam: other })).toMatchObject({ team: other });
  });

  test("keeps the team that asked, where it came back for another that was chosen", () => {
    expect(readAction({ ...sentIdea, team: other, cardTeam: team, friction: "a" })).toMatchObject({ team: other, cardTeam: team });
    expect(readAction({ ...sentIdea, team: other, cardTeam: team, forTeam: team, friction: "a" })).toMatchObject({ team, cardTeam: team });
  });

  test("is read when it is empty or too long, so that the text can be kept", () => {
    expect(readAction({ ...sentIdea, friction: "" })).toMatchObject({ written: { friction: "" } });
    expect(readAction(sentIdea)).toMatchObject({ written: { friction: "" } });
    expect(readAction({ ...sentIdea, friction: "x".repeat(19_999) })).toMatchObject({ written: { friction: "x".repeat(19_999) } });
  });

  test("ignores a cost or a kind that it never offered", () => {
    expect(readAction({ ...sentIdea, friction: "a", cost: "7", kind: "people" })).toMatchObject({
      written: { friction: "a", showName: false },
    });
  });
});

describe("A number on a form", () => {
  test.each([
    ["7", 7],
    [7, 7],
    [" 7 ", 7],
    ["07", 7],
    ["７", 7],
    ["7.5", -1],
    [7.5, -1],
    ["7.0", -1],
    ["1e1", -1],
    ["0x7", -1],
    ["-7", -1],
    [-7, -1],
    [Number.NaN, -1],
    ["NaN", -1],
    ["Infinity", -1],
    ["seven", -1],
    [true, -1],
    [[7], -1],
    [{}, -1],
  ])("%j is read as %j", (daysToDue, read) => {
    expect(readAction({ ...sentSettings, daysToDue, draftHours: daysToDue })).toMatchObject({
      written: { daysToDue: read, draftHours: read },
    });
    expect(readAction({ ...sentSettings, promptWeekday: daysToDue, digestWeekday: daysToDue, reminderWeekday: daysToDue })).toEqual(
      read === 7 ? expect.objectContaining({ written: expect.objectContaining({ promptWeekday: 7, reminderWeekday: 7 }) }) : undefined,
    );
  });

  test("that was emptied is told from one that the form does not ask for", () => {
    expect(readAction({ ...sentSettings, daysToDue: "" })).toMatchObject({ written: { daysToDue: -1 } });
    const { written } = readAction({
      verb: "save-settings",
      team,
      group: "what",
      language: "en",
      before: { language: "en" },
    }) as ActionOf<"save-settings">;
    expect(written).toEqual({ language: "en" });
  });

  test("of a page or of weeks may be text", () => {
    expect(readAction({ verb: "all-ideas", team, page: "1" })).toMatchObject({ page: 1 });
    expect(readAction({ verb: "show-teams", page: "2" })).toMatchObject({ page: 2 });
    expect(readAction({ verb: "pause", weeks: "2" })).toEqual({ verb: "pause", weeks: 2 });
  });
});

test("People who are chosen are a set, whether they come as text or as a list", () => {
  const [one, two] = [ids.person(1), ids.person(2)];
  for (const leads of [`${one}, ${two},${one}`, [one, two, one]])
    expect(readAction({ ...sentSettings, leads })).toMatchObject({ written: { leads: [one, two] } });
});

test("A choice that cannot be read costs no words", () => {
  const odd = { cost: {}, kind: 7, language: [], showName: 1 };
  expect(readAction({ ...sentIdea, ...odd, friction: "a" })).toMatchObject({ written: { friction: "a", showName: false } });
  expect(readAction({ ...sentIdea, friction: "a", showName: "True" })).toMatchObject({ written: { showName: true } });
});
