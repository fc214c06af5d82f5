import { type Kind, kinds } from "../../src/domain/idea/idea.ts";
import type { DigestView, IdeaView } from "../../src/domain/idea/view.ts";
import type { Language } from "../../src/domain/language.ts";
import { texts } from "./texts.ts";

/** Digests as teams have them, with titles of an ordinary length: one with every section full, and one for each section alone. */
export const ordinary = (language: Language): Readonly<Record<string, DigestView>> => {
  const text = texts[language];
  const idea = (number: number, more: Partial<IdeaView> = {}): IdeaView => ({
    id: `idea-${number}`.padEnd(22, "-"),
    number,
    title: text.titles[number % text.titles.length] ?? "",
    kind: kinds[number % kinds.length] as Kind,
    voices: (number % 7) + 1,
    stage: "new",
    ageDays: 5,
    ownerAsked: false,
    ...more,
  });
  const many = (count: number, from: number, more: Partial<IdeaView> = {}) =>
    Array.from({ length: count }, (_, at) => idea(from + at, more));
  const owner = { name: "Åse Nygård", due: "2026-12-04", isPast: true, test: text.test };
  const end = { owner, result: text.badgeResult, lesson: text.meetingResult, minutes: 10, people: 6 };
  const [first, second, third] = many(3, 10, { proposal: text.proposal });
  if (!first || !second || !third) throw new Error("no ideas");
  const empty: DigestView = {
    team: { id: "nQ7_x-2a", name: text.team, zone: "Europe/Stockholm" },
    id: "2026-W48",
    week: "2026-W48",
    turnout: { asked: 24, answered: 17 },
    freshCount: 0,
    finishedCount: 0,
    quick: [],
    top: [],
    alsoNew: [],
    moreNew: 0,
    open: [],
    moreOpen: 0,
    passed: [],
    worth: [],
    morePassed: 0,
    moreWorth: 0,
    finished: [],
    moreFinished: 0,
    moreStopped: 0,
    nextPromptAt: Date.parse("2026-12-03T12:00:00Z"),
  };
  const fresh = {
    top: [first, { ...second, authorName: "Omar Haddad" }, third],
    alsoNew: kinds.slice(0, 5).map((kind, at) => ({ kind, ideas: many(at < 4 ? 2 : 1, 20 + 2 * at, { kind }) })),
    freshCount: 19,
    moreNew: 7,
  };
  const isQuick = { effort: "small", effect: "much" } as const;
  const quick = {
    quick: [...many(2, 12, { ...isQuick, proposal: text.proposal, ageDays: 1 }), ...many(3, 14, { ...isQuick, stage: "planned", owner })],
  };
  const open = { open: [...many(5, 40, { stage: "testing", owner }), ...many(3, 45)], moreOpen: 9 };
  const passed = {
    passed: [
      ...many(2, 50, { stage: "passed-on", passed: { contact: "Eva Lindqvist", answerBy: "2026-11-20", isLate: true } }),
      ...many(2, 52, { stage: "passed-on", passed: { contact: "Eva Lindqvist", answerBy: "2026-12-10" } }),
      ...many(1, 54, { stage: "passed-on", passed: {} }),
    ],
    morePassed: 3,
  };
  const worth = { worth: many(3, 56, { stage: "worth", proposal: text.proposal }), moreWorth: 4 };
  const ended = {
    finished: [...many(4, 60, { ...end, stage: "adopted" }), ...many(4, 64, { ...end, stage: "stopped" })],
    finishedCount: 13,
    moreFinished: 2,
    moreStopped: 3,
  };
  return {
    full: { ...empty, ...fresh, ...worth, ...open, ...passed, ...ended },
    "full with quick wins": { ...empty, ...quick, ...fresh, ...worth, ...open, ...passed, ...ended },
    quick: { ...empty, ...quick, freshCount: 2 },
    fresh: { ...empty, ...fresh },
    open: { ...empty, ...open },
    passed: { ...empty, ...passed },
    worth: { ...empty, ...worth },
    ended: { ...empty, ...ended },
    small: { ...empty, top: [first], freshCount: 1, finished: [idea(60, { ...end, stage: "adopted" })], finishedCount: 1 },
  };
};
