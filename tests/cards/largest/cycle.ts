import type { WrittenCheck } from "../../../src/domain/action/cycle.ts";
import type { CycleMessage } from "../../../src/domain/message/cycle.ts";
import { due, type Full, instant, type LargestOf, longId, many, type Parts, undone } from "./parts.ts";

export const cycle = ({ count, form, idea, line, members, name, planForm, reason, team, whys }: Parts): LargestOf<CycleMessage["say"]> => {
  const typed: Full<WrittenCheck> = { result: reason, minutes: line(40), people: line(40) };
  return {
    "check-in": [
      {
        say: "check-in",
        why: "round",
        ideas: many(6, (at) => ({
          team,
          idea: idea(at),
          noted: "help",
          count: { label: count.label, number: 999_999.01, typed: line(40), isBad: true },
        })),
        more: 1_000,
        since: instant,
        question: form,
      },
    ],
    "need-help-form": [{ say: "need-help-form", team, idea: idea(0) }],
    "help-asked": [
      { say: "help-asked", team, idea: idea(0), unheard: "alone", tellsAt: instant },
      { say: "help-asked", team, idea: idea(0), unheard: "no-lead", tellsAt: instant },
    ],
    whys: [
      { say: "whys", team, idea: idea(0), whys: whys.slice(1), written: reason, problem: "whys-changed" },
      { say: "whys", team, idea: idea(0), whys, problem: "whys-changed" },
    ],
    "needs-help": [{ say: "needs-help", team, idea: idea(0), name, line: reason, whys }],
    "quiet-idea": [
      { say: "quiet-idea", team, idea: idea(0), owner: longId("person", 0), name, whys, how: "asked-again", asksAt: instant },
      { say: "quiet-idea", team, idea: idea(0), owner: longId("person", 0), name, whys, how: "not-reached" },
    ],
    "new-owner-form": [{ say: "new-owner-form", team, idea: idea(0), members, due, problem: "far-date" }],
    "finish-form": [{ say: "finish-form", team, idea: idea(0), problem: "result-needed" }],
    "test-form": [{ say: "test-form", team, idea: idea(0), ...planForm, checked: typed, problem: "far-date" }],
    "count-form": [
      {
        say: "count-form",
        team,
        idea: idea(0),
        count,
        number: 999_999.01,
        written: { counts: count.label, number: line(40) },
        did: "ended",
        problem: "bad-count",
      },
    ],
    checking: [{ say: "checking", team, idea: idea(0), count, written: typed, owns: true, problem: "bad-numbers" }],
    "stop-form": [{ say: "stop-form", team, idea: idea(0), lesson: reason, checked: typed, owns: true, problem: "lesson-needed" }],
    "answer-form": [{ say: "answer-form", team, idea: idea(0), solved: true, reason, problem: "reason-needed" }],
    "reopen-form": [{ say: "reopen-form", team, idea: idea(0), problem: "reason-needed" }],
    finished: [
      { say: "finished", team, idea: idea(0), answered: true, step: undone, maySpread: true },
      { say: "finished", team, idea: { ...idea(0), stage: "stopped" }, step: undone },
    ],
    reopened: [
      { say: "reopened", team, idea: idea(0), undone: true, owns: true },
      { say: "reopened", team, idea: idea(0), owns: true },
    ],
  };
};
