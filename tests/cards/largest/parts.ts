import type { WrittenIdea } from "../../../src/domain/action/ideas.ts";
import type { WrittenSettings } from "../../../src/domain/action/settings.ts";
import { type CountView, longestCounts } from "../../../src/domain/idea/count.ts";
import {
  kinds,
  longestFriction,
  longestProposal,
  longestReadyTest,
  longestReason,
  longestTitle,
  mostWhys,
} from "../../../src/domain/idea/idea.ts";
import type { Choice, IdeaView, TeamView } from "../../../src/domain/idea/view.ts";
import type { Language } from "../../../src/domain/language.ts";
import type { AskedAuthor, IdeaForm } from "../../../src/domain/message/ideas.ts";
import type { MessageOf, Say } from "../../../src/domain/message/index.ts";
import type { PlanForm } from "../../../src/domain/message/owning.ts";
import type { MeasureSum } from "../../../src/domain/overview/measures.ts";
import { longestLink } from "../../../src/domain/settings/web-link.ts";
import { longestFocus } from "../../../src/domain/teams/team.ts";
import { type Fill, lineOf } from "../fills.ts";

/** A message with all its parts: one that is forgotten does not compile. */
export type Full<T> = T extends readonly (infer One)[]
  ? readonly Full<One>[]
  : T extends object
    ? { readonly [K in keyof T]-?: Full<Exclude<T[K], undefined>> }
    : T;

/** For each kind of message the case with all its parts, and cases that look different and could be larger. A kind without a case does not compile. */
export type LargestOf<S extends Say> = { readonly [One in S]: readonly [Full<MessageOf<One>>, ...MessageOf<One>[]] };

/** Entra allows 256 characters in names of people and teams, and Teams 50 in names of channels. */
const longestName = 256;
const longestChannel = 50;
/** An id as Teams makes them. */
export const channelId = `19:${"a".repeat(64)}@thread.tacv2`;
export const largestTeam = 2_000;
export const mostIdeas = 1_200;
const mostTeams = 250;

export const instant = Date.parse("2026-11-25T12:59:00Z");
export const due = "2027-12-24";
export const week = "2026-W48";
export const month = "2026-11";
export const secret = "S3cret_Abcdefghijklmno";
export const longestAddress = `https://report.example/${"a".repeat(480)}`.slice(0, longestLink);
/** A week's eleventh digest, and one that a lead posted between two rounds. */
export const digestId = `extra-${secret}~11`;
export const boardId = `8204299999999-${secret}`;

export const many = <T>(count: number, make: (at: number) => T): readonly T[] => Array.from({ length: count }, (_, at) => make(at));
export const longId = (kind: string, at: number) => `${kind}_${at}`.padEnd(22, "-");
export const place = `2300000000000|${longId("idea", 0)}`;
export const undone = `step|${longId("idea", 0)}|${place}`;
export const teamId = (at: number) => `t${at}`.padEnd(8, "-");

/** Texts, people, ideas and forms of the largest size, of which the messages are made. */
export const partsOf = (fill: Fill, language: Language) => {
  const line = lineOf(fill);
  const [name, title, reason] = [line(longestName), line(longestTitle), fill(longestReason)];
  const channel = line(longestChannel);
  const zone = "America/Argentina/ComodRivadavia";
  const team: TeamView = { id: teamId(0), name, zone };
  const idea = (at: number) =>
    ({
      id: longId("idea", at),
      number: 10_000 + at,
      title,
      proposal: fill(longestProposal),
      kind: kinds[at % kinds.length] ?? "other",
      voices: 2_000,
      effort: "small",
      effect: "some",
      stage: "planned",
      ageDays: 4_000,
      authorName: name,
      owner: { name, due, otherYear: true, isPast: true, test: reason },
      cycle: 12,
      reach: "new-ground",
      ownerAsked: true,
      result: reason,
      lesson: reason,
      minutes: 10_000,
      people: 2_000,
      passed: { contact: name, answerBy: due, otherYear: true, isLate: true },
    }) as const satisfies Full<IdeaView>;
  const free = (at: number): IdeaView => {
    const { owner: _owner, ...rest } = idea(at);
    return rest;
  };
  const ended = (at: number) => ({ ...idea(at), stage: at % 2 === 0 ? "adopted" : "stopped" }) as const;
  const whys = many(mostWhys, () => reason);
  const numbers = many(30, (at) => ({ date: due, value: 999_999.01 + at / 100 }));
  const count: Full<CountView> = {
    label: line(longestCounts),
    before: numbers,
    since: numbers,
    medianBefore: 999_999.01,
    medianSince: 999_999.01,
  };
  const planForm: Full<PlanForm> = {
    due,
    offered: due,
    test: reason,
    reach: "new-ground",
    tip: line(longestReadyTest),
    earlier: many(2, () => line(longestReadyTest)),
    testsFrom: many(3, (at) => ({ team: "team1234", id: `idea-of-a-test-${at}` })),
  };
  const written: Full<WrittenIdea> = {
    friction: fill(longestFriction),
    proposal: fill(longestProposal),
    cost: 480,
    kind: "routines",
    showName: true,
    withoutTrace: true,
  };
  const tooLong = { ...written, friction: fill(20_000), proposal: fill(20_000) };
  const members: readonly Choice[] = many(largestTeam, (at) => ({ id: longId("person", at), name }));
  const people = members.map(({ id }) => id);
  const teams: readonly Choice[] = many(mostTeams, (at) => ({ id: teamId(at), name }));
  const kindsOf20 = many(20, (at) => `${"Å".repeat(38)}${10 + at}`);
  const settings: Full<WrittenSettings> = {
    language,
    secondLanguage: language,
    holidays: "DK",
    quiet: "2027-03-22/2027-04-30 2027-09-20/2027-09-30 2028-09-20/2028-11-30",
    quietForAll: "2027-03-22/2027-04-30 2027-09-20/2027-09-30 2028-09-20/2028-11-30",
    zone,
    promptWeekday: 3,
    promptTime: "12:59",
    everyWeeks: 2,
    reminderWeekday: 3,
    reminderTime: "12:59",
    digestWeekday: 3,
    digestTime: "12:59",
    draftHours: 71,
    daysToDue: 365,
    withoutTrace: "always",
    smallestGroup: 100,
    monthsKept: 119,
    keepUntilExported: true,
    channelId,
    leads: people,
    notAsked: people,
    asksWeekly: false,
    coordinators: teamId(0),
    rotates: true,
    spread: false,
    focusNow: line(longestFocus),
    focusGoal: line(longestFocus),
  };
  const form: Full<IdeaForm> = {
    say: "idea-form",
    why: "prompt",
    team,
    untilExported: true,
    teams,
    secret,
    typed: secret,
    checkIn: instant,
    round: week,
    idea: longId("idea", 0),
    stands: { stage: "planned", number: 10_000, post: "on-its-way" },
    digestAt: instant,
    rests: true,
    first: { addedBy: name },
    cardTeam: teamId(1),
    mayWait: true,
    lessOften: { now: 1, choices: [2, 4] },
    question: "success",
    focus: { now: line(longestFocus), goal: line(longestFocus) },
    written: tooLong,
    kinds: kindsOf20,
    trace: { isAlways: false, smallestGroup: 100 },
    problem: "too-long",
  };
  const sum: Full<MeasureSum> = {
    turnout: { is: "at-least", answered: 88_888, asked: 99_999 },
    ideas: 99_999,
    ofKind: kinds.map((kind) => ({ kind, ideas: 9_999 })),
    toAnswer: 999.5,
    toDecision: 999.5,
    toResult: 999.5,
    ripe: 99_999,
    owned: 88_888,
    adopted: 9_999,
    solved: 9_999,
    stopped: 9_999,
    passedOn: 9_999,
    minutes: 9_999_999,
  };
  const asked: Full<AskedAuthor> = { text: reason, answer: { how: "help", text: reason, name } };
  const stop = { why: "no-permission", until: instant } as const;
  return {
    fill,
    language,
    line,
    name,
    title,
    reason,
    channel,
    zone,
    team,
    idea,
    free,
    ended,
    whys,
    count,
    planForm,
    written,
    tooLong,
    members,
    people,
    teams,
    kindsOf20,
    settings,
    form,
    asked,
    stop,
    sum,
  };
};

export type Parts = ReturnType<typeof partsOf>;
