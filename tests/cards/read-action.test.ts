import { describe, expect, test } from "vitest";
import { notRead, readAction, render } from "../../cards/index.ts";
import type { ActionOf, Verb } from "../../src/domain/action/index.ts";
import { typed } from "./check-card.ts";
import { fixturesIn, ids } from "./fixtures.ts";
import forms from "./old-forms.json" with { type: "json" };

const { team, other, secret } = ids;
const sent = { verb: "submit-idea", team, secret, round: "2026-W48" };

test("Every form that was ever sent is still understood", () => {
  for (const { sent, read } of forms) expect(readAction(sent)).toEqual(read);
});

test("There is an old form of every verb", () => {
  const verbs: Record<Verb | "assign-form" | "assign-owner", true> = {
    start: true,
    "test-done": true,
    "show-checking": true,
    adopt: true,
    adjust: true,
    "stop-idea": true,
    "answer-idea": true,
    reopen: true,
    "accept-idea": true,
    "add-another": true,
    "add-voice": true,
    "agree-large-team": true,
    "all-ideas": true,
    "answer-nothing": true,
    "ask-again": true,
    "ask-later": true,
    "ask-less": true,
    "assign-form": true,
    "assign-owner": true,
    "ask-owner": true,
    "change-date": true,
    "change-form": true,
    "choose-team": true,
    "take-file": true,
    "decline-file": true,
    "export-across": true,
    "claim-lead": true,
    "confirm-lead": true,
    "date-form": true,
    "decline-idea": true,
    "digest-is-there": true,
    "show-board": true,
    "close-board": true,
    "drop-offer": true,
    "edit-idea": true,
    "edit-title": true,
    "end-coordinators": true,
    "pass-on": true,
    "post-passed-again": true,
    "take-back": true,
    "show-passed": true,
    "take-passed": true,
    "answer-passed": true,
    "undo-answer": true,
    "send-back": true,
    "finish-form": true,
    "finish-idea": true,
    "give-back": true,
    "hold-form": true,
    "hold-idea": true,
    "merge-idea": true,
    "unmerge-idea": true,
    pause: true,
    "delete-data": true,
    "need-help": true,
    "ask-why": true,
    "drop-why": true,
    count: true,
    "end-count": true,
    "save-number": true,
    "new-owner": true,
    "on-track": true,
    "plan-idea": true,
    "post-digest-again": true,
    "post-now": true,
    "propose-form": true,
    "propose-owner": true,
    "refuse-lead": true,
    "release-idea": true,
    "undo-end": true,
    "reopen-idea": true,
    "restore-idea": true,
    resume: true,
    "save-change": true,
    "ask-author": true,
    "answer-author": true,
    "send-for-colleague": true,
    "withdraw-for-colleague": true,
    "restore-for-colleague": true,
    "follow-without-trace": true,
    "edit-without-trace": true,
    "save-without-trace": true,
    "withdraw-without-trace": true,
    "restore-without-trace": true,
    "answer-without-trace": true,
    "show-anyway": true,
    "save-idea": true,
    "save-settings": true,
    "show-audit": true,
    "show-defaults": true,
    "save-defaults": true,
    "change-teams-form": true,
    "make-change": true,
    "choose-teams": true,
    "preview-change": true,
    "start-change": true,
    "show-change": true,
    "undo-change": true,
    "say-words": true,
    "send-test": true,
    "show-quiet": true,
    "show-digest": true,
    "show-draft": true,
    "show-my-actions": true,
    "mute-idea": true,
    thank: true,
    "show-my-settings": true,
    "save-my-settings": true,
    "show-my-ideas": true,
    "show-receipt": true,
    "show-settings-changes": true,
    "show-address": true,
    "make-address": true,
    "revoke-address": true,
    "show-kinds": true,
    "save-kinds": true,
    "set-kind-owner": true,
    "show-settings": true,
    "show-status": true,
    "show-story": true,
    "show-teams": true,
    "numbers-across": true,
    "numbers-teams": true,
    "post-review": true,
    "show-agenda": true,
    "review-word": true,
    "submit-idea": true,
    "take-voice-back": true,
    "weigh-form": true,
    "tell-apart": true,
    "weigh-in-draft": true,
    weigh: true,
    "who-sees-this": true,
    "take-idea": true,
    "try-idea": true,
    "take-or-ask": true,
    "title-form": true,
    "undo-substitute": true,
    "withdraw-idea": true,
    "write-again": true,
    "save-as-friction": true,
    "spread-form": true,
    "spread-idea": true,
    "undo-spread": true,
    "try-tip": true,
    "refuse-tip": true,
    "undo-refusal": true,
  };
  expect([...new Set(forms.map(({ sent }) => sent.verb))].sort()).toEqual(Object.keys(verbs).sort());
});

describe("An idea form", () => {
  test("is read with nothing but a line in it", () => {
    expect(readAction({ ...sent, friction: "The printer", proposal: "", cost: "", kind: "", showName: "false" })).toEqual({
      verb: "submit-idea",
      team,
      secret,
      round: "2026-W48",
      written: { friction: "The printer", showName: false },
    });
  });

  test("is read with everything in it", () => {
    expect(readAction({ ...sent, friction: "a", proposal: "b", cost: "30", kind: "tools", showName: "true" })).toMatchObject({
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
    expect(readAction({ ...sent, friction: "a", forTeam: other })).toMatchObject({ team: other });
  });

  test("keeps the team that asked, where it came back for another that was chosen", () => {
    expect(readAction({ ...sent, team: other, cardTeam: team, friction: "a" })).toMatchObject({ team: other, cardTeam: team });
    expect(readAction({ ...sent, team: other, cardTeam: team, forTeam: team, friction: "a" })).toMatchObject({ team, cardTeam: team });
  });

  test("is read when it is empty or too long, so that the text can be kept", () => {
    expect(readAction({ ...sent, friction: "" })).toMatchObject({ written: { friction: "" } });
    expect(readAction(sent)).toMatchObject({ written: { friction: "" } });
    expect(readAction({ ...sent, friction: "x".repeat(19_999) })).toMatchObject({ written: { friction: "x".repeat(19_999) } });
  });

  test("ignores a cost or a kind that it never offered", () => {
    expect(readAction({ ...sent, friction: "a", cost: "7", kind: "people" })).toMatchObject({
      written: { friction: "a", showName: false },
    });
  });
});

const settings = {
  verb: "save-settings",
  team,
  language: "en",
  zone: "Europe/Oslo",
  promptWeekday: "4",
  promptTime: "13:00",
  everyWeeks: "1",
  reminderWeekday: "1",
  reminderTime: "10:00",
  digestWeekday: "2",
  digestTime: "13:00",
  draftHours: "4",
  daysToDue: "14",
  channelId: "19:x",
  leads: ids.person(1),
};

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
    expect(readAction({ ...settings, daysToDue, draftHours: daysToDue })).toMatchObject({
      written: { daysToDue: read, draftHours: read },
    });
    expect(readAction({ ...settings, promptWeekday: daysToDue, digestWeekday: daysToDue, reminderWeekday: daysToDue })).toEqual(
      read === 7 ? expect.objectContaining({ written: expect.objectContaining({ promptWeekday: 7, reminderWeekday: 7 }) }) : undefined,
    );
  });

  test("that was emptied is told from one that the form does not ask for", () => {
    expect(readAction({ ...settings, daysToDue: "" })).toMatchObject({ written: { daysToDue: -1 } });
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
    expect(readAction({ ...settings, leads })).toMatchObject({ written: { leads: [one, two] } });
});

test("A choice that cannot be read costs no words", () => {
  const odd = { cost: {}, kind: 7, language: [], showName: 1 };
  expect(readAction({ ...sent, ...odd, friction: "a" })).toMatchObject({ written: { friction: "a", showName: false } });
  expect(readAction({ ...sent, friction: "a", showName: "True" })).toMatchObject({ written: { showName: true } });
});

test("Words that are read again for the team that was chosen are normalised as a message is", () => {
  expect(readAction({ verb: "choose-team", team, text: " idea a\u2028b\u202e " })).toMatchObject({ text: "idea a\nb" });
});

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
    { ...sent, friction: "x".repeat(20_001) },
    { ...sent, team: "../../etc" },
    { ...sent, team: "short" },
    { ...sent, secret: "short" },
    { ...sent, secret: "x".repeat(65) },
    { ...sent, round: "2026-48" },
    { ...sent, friction: { toString: "x" } },
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

describe("Whatever is typed on a card", async () => {
  const fixtures = await fixturesIn("en");
  /** Each button of each card, with the inputs that are sent with it. */
  const forms = fixtures.flatMap(({ name, message }) => {
    const { card } = render(message, "en");
    if (!card) return [];
    const inputs = typed(card, "Input.").map(({ id, type, value, choices }) => {
      const [first] = (choices ?? []) as readonly { readonly value: string }[];
      return {
        id: String(id),
        isText: type === "Input.Text" && !["daysToDue", "otherZone", "number"].includes(String(id).replace(/^(number)-.*/, "$1")),
        value: String(value ?? first?.value ?? ""),
      };
    });
    return typed(card, "Action.Execute")
      .filter(({ associatedInputs }) => associatedInputs !== "none")
      .map(({ data }) => ({ name, data: data as Readonly<Record<string, unknown>>, inputs }));
  });
  const sentWith = ({ data, inputs }: (typeof forms)[number], text: string) => ({
    ...data,
    ...Object.fromEntries(inputs.map(({ id, isText, value }) => [id, isText ? text : value])),
  });
  // An owner's press of a check-in sends the inputs of the weekly question on it, and reads none of them.
  const withText = forms.filter(({ data, inputs }) => !("since" in data) && inputs.some(({ isText }) => isText));

  test("is normalised as a message is", () => {
    const read = withText.map((form) =>
      JSON.stringify(readAction(sentWith(form, ' <at id="0">one</at>\u2028t\u200bwo\u0085th\u00adree\v\ud83d '))),
    );
    expect(read.length).toBeGreaterThan(10);
    const texts = read.filter((action) => action.includes("three"));
    expect(texts.length).toBeGreaterThan(10);
    for (const action of texts) expect(action).toMatch(/"one(?:\\n| )two(?:\\n| )three(?:\\n| )\ufffd"/);
    for (const action of read) expect(action).not.toMatch(/[\u0085\u00ad\u200b\u2028]|\\u|\\v|<at/);
  });

  test("and is far too long is named so, with the length that people are told", () => {
    const told = withText.map((form) => {
      const sent = sentWith(form, "x".repeat(20_001));
      expect(readAction(sent)).toBeUndefined();
      return notRead(sent);
    });
    expect(new Set(told.map(({ why, about }) => `${why} ${about}`))).toEqual(
      new Set(["too-long 2000", "too-long 500", "too-long 120", "too-long 80"]),
    );
  });

  test("counts as people see it: 500 emoji are a reason, 501 are too long", () => {
    const reason = (text: string) => ({ verb: "hold-idea", team, idea: secret, reason: text });
    expect(readAction(reason("😀".repeat(500)))).toMatchObject({ reason: "😀".repeat(500) });
    expect(notRead(reason("😀".repeat(501)))).toEqual({ say: "refusal", why: "too-long", about: "500" });
  });
});

describe("A press that cannot be read has its own reason", () => {
  test.each([
    [undefined, "foreign-card"],
    [[], "foreign-card"],
    [{}, "foreign-card"],
    [{ choice: 1 }, "foreign-card"],
    [{ verb: 7 }, "foreign-card"],
    [{ verb: "drop-table", team }, "stale-form"],
    [{ ...sent, team: "short", friction: "a" }, "stale-form"],
    [{ ...sent, friction: "x".repeat(20_001) }, "too-long"],
    [{ ...sent, friction: "x".repeat(20_001), team: "short" }, "stale-form"],
    [{ ...sent, friction: { toString: "x" } }, "stale-form"],
    [{ verb: "pause", weeks: 0 }, "bad-pause"],
    [{ verb: "pause", weeks: 1.5 }, "bad-pause"],
    [{ ...settings, promptWeekday: "8" }, "bad-settings"],
    [{ ...settings, digestWeekday: "0" }, "bad-settings"],
    [{ ...settings, everyWeeks: "3" }, "bad-settings"],
    [{ ...settings, language: "de" }, "bad-settings"],
    [{ ...settings, team: "short", language: "de" }, "stale-form"],
  ])("case %#", (data, why) => {
    expect(readAction(data)).toBeUndefined();
    expect(notRead(data)).toMatchObject({ say: "refusal", why });
  });
});
