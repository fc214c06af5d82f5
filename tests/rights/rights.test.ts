import { describe, expect, test } from "vitest";
import type { ActionOf, Verb } from "../../src/domain/action/index.ts";
import type { Idea } from "../../src/domain/idea/idea.ts";
import { actions } from "../../src/entry/actions.ts";
import type { Right } from "../../src/flows/route.ts";
import { en } from "../../src/language/en/index.ts";
import { settingsFields } from "../cards/sent.ts";
import { idOf, inOrder, isRefused, type Kind, may, openWorld, owned, passedOn, passedPost, team, teamsIds, wanted } from "./world.ts";

/*
 * Every button, by every kind of person, through HTTP. People without the right get a refusal in words, and people with it never do. The right of each is
 * stated here: a row of the routes page that names another one, or asks for less, fails.
 */

const { anIdea, presses } = openWorld();

/** The right of each button, and what it sends beside its verb and its team. */
const buttons: {
  readonly [V in Verb]: readonly [
    Right,
    Omit<ActionOf<V>, "verb" | "team" | "idea" | "written" | "solved"> & { readonly [more: string]: unknown },
  ];
} = {
  "claim-lead": ["member", {}],
  "confirm-lead": ["confirmer", { person: idOf("never there") }],
  "refuse-lead": ["lead-adder-or-admin", { person: idOf("member") }],
  "agree-large-team": ["lead", {}],
  "undo-substitute": ["lead-alone", { substitution: "s".repeat(22), person: idOf("member") }],
  "show-settings": ["lead-or-admin", {}],
  "save-settings": [
    "lead-or-admin",
    {
      written: undefined,
      ...settingsFields,
      channelId: teamsIds.own,
      leads: idOf("lead"),
      notAsked: "",
    },
  ],
  "show-settings-changes": ["lead-or-admin", {}],
  "show-kinds": ["lead-or-admin", {}],
  "save-kinds": ["lead-or-admin", { kinds: "Preventing falls", before: [] }],
  "show-address": ["lead", {}],
  "make-address": ["lead", {}],
  "revoke-address": ["lead", {}],
  "set-kind-owner": ["lead-or-admin", { kind: "tools", person: "" }],
  "send-test": ["lead", {}],
  "show-defaults": ["admin", {}],
  "show-audit": ["admin", { page: 0 }],
  "save-defaults": [
    "admin",
    {
      written: undefined,
      before: {},
      whistle: "",
      whistleBefore: "",
      zone: "Europe/Stockholm",
      promptWeekday: "3",
      promptTime: "13:00",
      everyWeeks: "1",
      reminderWeekday: "1",
      reminderTime: "10:00",
      digestWeekday: "2",
      digestTime: "13:00",
      draftHours: "4",
      daysToDue: "14",
    },
  ],
  "change-teams-form": ["admin", { settings: ["promptWeekday"] }],
  "make-change": ["admin", { settings: ["promptWeekday"], all: true }],
  "choose-teams": ["admin", { change: "c".repeat(22), find: "", found: "", page: 0, shown: [], picked: [] }],
  "preview-change": ["admin", { change: "c".repeat(22), find: "", shown: [], picked: [] }],
  "start-change": ["admin", { change: "c".repeat(22) }],
  "show-change": ["admin", { change: "c".repeat(22) }],
  "undo-change": ["admin", { change: "c".repeat(22) }],
  "submit-idea": ["member", { secret: "s".repeat(22), friction: "The printer jams" }],
  "write-again": ["member", { secret: "t".repeat(22), friction: "The printer jams" }],
  "send-for-colleague": ["member", { secret: "v".repeat(22), friction: "The printer jams" }],
  "withdraw-for-colleague": ["holder", { secret: "v".repeat(22) }],
  "restore-for-colleague": ["holder", { secret: "v".repeat(22), written: { friction: "Changed" } }],
  "follow-without-trace": ["holder", { secret: "v".repeat(22) }],
  "edit-without-trace": ["holder", { secret: "v".repeat(22) }],
  "save-without-trace": ["holder", { secret: "v".repeat(22), friction: "Changed" }],
  "withdraw-without-trace": ["holder", { secret: "v".repeat(22) }],
  "restore-without-trace": ["holder", { secret: "v".repeat(22), written: { friction: "Changed" } }],
  "answer-without-trace": ["holder", { secret: "v".repeat(22), question: "q".repeat(22), answer: "Yes" }],
  "show-anyway": ["holder", { secret: "v".repeat(22) }],
  "save-as-friction": ["member", { text: "The printer jams" }],
  "drop-offer": ["anyone", { secret: "u".repeat(22) }],
  "answer-nothing": ["member", {}],
  "ask-later": ["member", { round: "2026-W48" }],
  "ask-less": ["anyone", { every: 2 }],
  "delete-data": ["anyone", { ideas: "kept" }],
  pause: ["anyone", {}],
  resume: ["anyone", {}],
  "who-sees-this": ["anyone", {}],
  "add-another": ["member", {}],
  "edit-idea": ["author", {}],
  "save-idea": ["author", { friction: "Changed" }],
  "withdraw-idea": ["author", {}],
  "restore-idea": ["author", { written: { friction: "Changed" } }],
  "show-receipt": ["author", {}],
  "merge-idea": ["author-or-lead-now", {}],
  "unmerge-idea": ["author-or-lead", {}],
  "show-draft": ["lead", {}],
  "change-form": ["lead", {}],
  "save-change": ["lead", { title: "A title", person: "", due: "", was: { mark: "8Mark_-x", due: "" } }],
  "hold-form": ["lead", {}],
  "hold-idea": ["lead", { reason: "a reason" }],
  "release-idea": ["lead", {}],
  "tell-apart": ["lead", { other: "idea-_0000000000000001" }],
  "weigh-in-draft": ["lead", { effort: "small" }],
  "propose-form": ["lead", {}],
  "propose-owner": ["lead", { person: idOf("member"), due: "2030-01-01" }],
  "title-form": ["lead", {}],
  "edit-title": ["lead", { title: "A title" }],
  "post-now": ["lead", { draft: "2026-W48" }],
  "show-digest": ["member", { digest: "2026-W48" }],
  "show-board": ["member", { board: "8204299999999-Nonce123" }],
  "close-board": ["lead", { board: "8204299999999-Nonce123" }],
  "all-ideas": ["member", { page: 0 }],
  "ask-author": ["lead", { question: "On which days?" }],
  "answer-author": ["author-now", { question: "q".repeat(22), how: "hidden", answer: "On Mondays" }],
  "show-story": ["member-or-author", {}],
  "add-voice": ["member", {}],
  "take-voice-back": ["member", {}],
  "take-idea": ["member", {}],
  "try-idea": ["member", {}],
  "take-or-ask": ["member", {}],
  "ask-owner": ["member", { person: idOf("member"), due: "2030-01-01" }],
  "accept-idea": ["member", { due: "2030-01-01", test: "" }],
  "decline-idea": ["asked", { reason: "a reason" }],
  "plan-idea": ["owner", { due: "2030-01-01", test: "" }],
  "give-back": ["asked", { reason: "a reason" }],
  "date-form": ["owner", {}],
  "change-date": ["owner", { due: "2030-01-02" }],
  "weigh-form": ["owner", {}],
  weigh: ["owner", { effort: "small", effect: "much", was: {} }],
  start: ["owner", { due: "2030-01-01", test: "one week" }],
  "test-done": ["owner", {}],
  "show-checking": ["owner-or-lead", {}],
  adopt: ["owner-or-lead", { result: "a result" }],
  adjust: ["owner", { due: "2030-01-01", test: "two weeks" }],
  "stop-idea": ["owner-or-lead", {}],
  "answer-idea": ["lead", { solved: true, reason: "a reason" }],
  reopen: ["lead", { reason: "a reason" }],
  "finish-form": ["owner-or-lead", {}],
  "finish-idea": ["owner-or-lead", { result: "a result" }],
  "on-track": ["owner", {}],
  "need-help": ["owner", { line: "a line" }],
  "ask-why": ["owner", { place: 0, text: "a cause" }],
  count: ["owner", { counts: "Jams", number: "7", isSent: true }],
  "end-count": ["owner", {}],
  "save-number": ["owner", {}],
  "drop-why": ["owner", { place: 0, mark: "8Mark_-x" }],
  "show-quiet": ["lead", {}],
  "ask-again": ["lead", {}],
  "new-owner": ["lead", { person: idOf("member"), due: "2030-01-01" }],
  "undo-end": ["owner-or-lead", {}],
  "reopen-idea": ["owner-or-lead", {}],
  "spread-form": ["lead", {}],
  "spread-idea": ["lead", { title: "A title", test: "", result: "a result" }],
  "undo-spread": ["lead", {}],
  "try-tip": ["lead", { tip: "t".repeat(22) }],
  "refuse-tip": ["lead", { tip: "t".repeat(22) }],
  "undo-refusal": ["lead", { tip: "t".repeat(22) }],
  "end-coordinators": ["lead", {}],
  "pass-on": ["lead", { reason: "a reason" }],
  "post-passed-again": ["lead", { passed: passedPost }],
  "take-back": ["lead", {}],
  "show-passed": ["coordinator", { passed: passedPost }],
  "take-passed": ["coordinator", { passed: passedPost, contact: "Kim Ek", answerBy: "2030-01-01" }],
  "answer-passed": ["coordinator", { passed: passedPost, solved: "yes", reason: "a reason" }],
  "undo-answer": ["coordinator", { passed: passedPost }],
  "send-back": ["coordinator", { passed: passedPost, reason: "a reason" }],
  "show-my-ideas": ["anyone", {}],
  "show-my-actions": ["anyone", {}],
  "mute-idea": ["member", {}],
  thank: ["member", {}],
  "show-my-settings": ["anyone", {}],
  "save-my-settings": ["anyone", {}],
  "post-digest-again": ["lead", { digest: "2026-W48" }],
  "digest-is-there": ["lead", { digest: "2026-W48" }],
  "show-status": ["overseer", {}],
  "show-teams": ["overseer", { page: 0 }],
  "numbers-across": ["across", {}],
  "numbers-teams": ["across", { page: 0 }],
  "post-review": ["lead", { month: "2026-11" }],
  "show-agenda": ["lead", { month: "2026-11" }],
  "review-word": ["lead", { month: "2026-11" }],
  "take-file": ["anyone", { file: "f".repeat(22), uploadUrl: "https://a", contentUrl: "https://b", uniqueId: "c", fileType: "zip" }],
  "decline-file": ["anyone", { file: "f".repeat(22) }],
  "export-across": ["across", {}],
  "choose-team": ["anyone", { text: "help" }],
  "say-words": ["anyone", { text: "help" }],
};
const verbs = Object.keys(buttons) as Verb[];

/** The list of teams shows the lead of another team that one, and the form for a message each of its members. */
const seesTheirOwn = (verb: Verb, kind: Kind) => {
  const leads = kind === "other team" || kind === "office lead";
  return verb === "save-as-friction" ? leads || kind === "coordinator" : verb === "show-teams" && leads;
};

/** The facts of the idea, for verbs that mean one without an owner's plan. */
const standsFor: Partial<Record<Verb, Partial<Idea>>> = {
  "propose-owner": {},
  "answer-idea": {},
  "show-checking": { ...owned, stage: "checking" },
  adopt: { ...owned, stage: "checking" },
  adjust: { ...owned, stage: "checking" },
  reopen: { ...owned, stage: "adopted", finishedAt: 1 },
  "spread-form": { ...owned, stage: "adopted", number: 1, finishedAt: 1 },
  "spread-idea": { ...owned, stage: "adopted", number: 1, finishedAt: 1 },
};

/** Every kind presses it: those whom it is answered, and no others. */
const walk = async (verb: Verb, allowed: readonly Kind[], more: object) => {
  const [right, sent] = buttons[verb];
  for (const kind of inOrder(allowed)) {
    const said = await presses(kind, { team, ...sent, verb, ...more });
    const told = said.slice(0, 120);
    expect([kind, isRefused(said, right) ? "refused" : "answered", told]).toEqual([
      kind,
      allowed.includes(kind) || seesTheirOwn(verb, kind) ? "answered" : "refused",
      told,
    ]);
  }
};

test("the routes page names the right of each button", () => {
  const named = Object.fromEntries(Object.entries(actions).map(([verb, { right }]) => [verb, right]));
  expect(named).toEqual(Object.fromEntries(verbs.map((verb) => [verb, buttons[verb][0]])));
});

describe("the button", () => {
  test.each(verbs.filter((verb) => verb !== "delete-data"))("%s works for those alone who have its right", async (verb) => {
    const idea = await anIdea(standsFor[verb] ?? (buttons[verb][0] === "coordinator" ? passedOn : owned));
    await walk(verb, may[buttons[verb][0]], { idea: idea.id });
  });

  test("decline-idea works for whoever is asked to own an idea that nobody owns", async () => {
    const { id } = await anIdea(wanted);
    await walk("decline-idea", ["asked"], { idea: id });
  });

  test("an author who has left, or is a guest now, still withdraws and edits", async () => {
    for (const kind of ["left", "guest"] as const) {
      const { id } = await anIdea({ ...owned, author: idOf(kind) });
      expect(await presses(kind, { verb: "save-idea", team, idea: id, friction: "Mine, changed" })).toContain("Mine, changed");
      expect(await presses(kind, { verb: "show-story", team, idea: id })).toContain(en.noted.sentBeside.below);
      expect(await presses(kind, { verb: "merge-idea", team, idea: id })).toContain(en.refusals["not-in-team"]());
      expect(await presses(kind, { verb: "withdraw-idea", team, idea: id })).toContain("It is gone from Gnist");
    }
  });

  // The last one: it leaves nobody in the team.
  test("delete-data works for everybody", () => walk("delete-data", may.anyone, {}));
});
