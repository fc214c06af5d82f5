import type { WrittenCheck } from "../../src/domain/action/cycle.ts";
import type { WrittenIdea } from "../../src/domain/action/ideas.ts";
import type { WrittenSettings } from "../../src/domain/action/settings.ts";
import { type CountView, longestCounts } from "../../src/domain/idea/count.ts";
import {
  kinds,
  longestFriction,
  longestProposal,
  longestReadyTest,
  longestReason,
  longestTitle,
  mostWhys,
} from "../../src/domain/idea/idea.ts";
import type { SpreadLines } from "../../src/domain/idea/spread.ts";
import type { Choice, DigestView, IdeaView, TeamView } from "../../src/domain/idea/view.ts";
import { newsKinds } from "../../src/domain/job.ts";
import type { Language } from "../../src/domain/language.ts";
import type { AskedAuthor, IdeaForm, NewsLine } from "../../src/domain/message/ideas.ts";
import type { MessageOf, Say } from "../../src/domain/message/index.ts";
import type { PlanForm } from "../../src/domain/message/owning.ts";
import type { RefusalReason } from "../../src/domain/message/refusal.ts";
import { type Counts, namedReasons, notReachedReasons, type Unreached } from "../../src/domain/overview/count-round.ts";
import type { SetAside } from "../../src/domain/overview/set-aside.ts";
import type { Health, TeamLine } from "../../src/domain/overview/team-health.ts";
import { paceStops } from "../../src/domain/pace.ts";
import type { ChangedSetting, SettingValue } from "../../src/domain/settings/changes.ts";
import { pickSettings, type TenantSettings, tenantSettingNames } from "../../src/domain/settings/tenant-settings.ts";
import { longestLink } from "../../src/domain/settings/web-link.ts";
import { longestFocus } from "../../src/domain/teams/team.ts";
import { type Fill, lineOf } from "./fills.ts";
import { refusalReasons } from "./refusal-reasons.ts";

/** A message with all its parts: one that is forgotten here does not compile. */
type Full<T> = T extends readonly (infer One)[]
  ? readonly Full<One>[]
  : T extends object
    ? { readonly [K in keyof T]-?: Full<Exclude<T[K], undefined>> }
    : T;

/** For each kind of message the case with all its parts, and cases that look different and could be larger. A kind without a case does not compile. */
type Largest = { readonly [S in Say]: readonly [Full<MessageOf<S>>, ...MessageOf<S>[]] };

/** Entra allows 256 characters in names of people and teams, and Teams 50 in names of channels. */
const longestName = 256;
const longestChannel = 50;
/** An id as Teams makes them. */
const channelId = `19:${"a".repeat(64)}@thread.tacv2`;
const largestTeam = 2_000;
const mostIdeas = 1_200;
const mostTeams = 250;
const mostChannels = 1_000;

const instant = Date.parse("2026-11-25T12:59:00Z");
const due = "2027-12-24";
const week = "2026-W48";
const secret = "S3cret_Abcdefghijklmno";
const longestAddress = `https://report.example/${"a".repeat(480)}`.slice(0, longestLink);
/** A week's eleventh digest, and one that a lead posted between two rounds. */
const digestId = `extra-${secret}~11`;

const many = <T>(count: number, make: (at: number) => T): readonly T[] => Array.from({ length: count }, (_, at) => make(at));
const longId = (kind: string, at: number) => `${kind}_${at}`.padEnd(22, "-");
const place = `2300000000000|${longId("idea", 0)}`;
const undone = `step|${longId("idea", 0)}|${place}`;
const teamId = (at: number) => `t${at}`.padEnd(8, "-");

/** Every message at the largest size that a flow can make, with texts of the largest allowed length. */
export const largest = (fill: Fill, language: Language): Largest => {
  const line = lineOf(fill);
  const [name, title, reason] = [line(longestName), line(longestTitle), fill(longestReason)];
  const channel = line(longestChannel);
  const zone = "America/Argentina/ComodRivadavia";
  const team: TeamView = { id: teamId(0), name, zone };
  const lineOfNews = <K extends NewsLine["news"]>(news: K) => ({ news, name, reason, count: largestTeam });
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
  const whys = many(mostWhys, () => reason);
  const numbers = many(30, (at) => ({ date: due, value: 999_999.01 + at / 100 }));
  const count: Full<CountView> = {
    label: line(longestCounts),
    before: numbers,
    since: numbers,
    medianBefore: 999_999.01,
    medianSince: 999_999.01,
  };
  const free = (at: number): IdeaView => {
    const { owner: _owner, ...rest } = idea(at);
    return rest;
  };
  const passedOn = (at: number) => ({ ...idea(at), stage: "passed-on" }) as const;
  const ended = (at: number) => ({ ...idea(at), stage: at % 2 === 0 ? "adopted" : "stopped" }) as const;
  const planForm: Full<PlanForm> = {
    due,
    offered: due,
    test: reason,
    reach: "new-ground",
    tip: line(longestReadyTest),
    earlier: many(2, () => line(longestReadyTest)),
  };
  const spreadLines: Full<SpreadLines> = { title, test: line(longestReadyTest), result: reason };
  const digest: Full<DigestView> = {
    team,
    id: digestId,
    week,
    turnout: { asked: largestTeam, answered: 1_999 },
    freshCount: mostIdeas,
    finishedCount: mostIdeas,
    quick: many(15, (at) => idea(80 + at)),
    top: many(3, idea),
    alsoNew: kinds.slice(0, 5).map((kind, at) => ({ kind, ideas: many(2, (one) => idea(10 + 2 * at + one)) })),
    moreNew: mostIdeas,
    open: many(8, (at) => idea(30 + at)),
    moreOpen: mostIdeas,
    passed: many(5, (at) => passedOn(40 + at)),
    morePassed: mostIdeas,
    worth: many(3, (at) => ({ ...idea(60 + at), stage: "worth" }) as const),
    moreWorth: mostIdeas,
    finished: many(8, (at) => ended(50 + at)),
    moreFinished: mostIdeas,
    moreStopped: mostIdeas,
    nextPromptAt: instant,
  };
  const coach = { about: "first-answer", count: mostIdeas, weeks: 999, idea: idea(70) } as const;
  /** Ideas that a lead has begun to mark as quick wins. */
  const halfWeighed = (at: number): IdeaView => {
    const { owner: _owner, effect: _effect, ...rest } = idea(at);
    return { ...rest, stage: "new" };
  };
  const unowned: DigestView = { ...digest, top: many(3, free) };
  const written: Full<WrittenIdea> = {
    friction: fill(longestFriction),
    proposal: fill(longestProposal),
    cost: 480,
    kind: "routines",
    showName: true,
  };
  const typed: Full<WrittenCheck> = { result: reason, minutes: line(40), people: line(40) };
  const tooLong = { ...written, friction: fill(20_000), proposal: fill(20_000) };
  const members: readonly Choice[] = many(largestTeam, (at) => ({ id: longId("person", at), name }));
  const people = members.map(({ id }) => id);
  const teams: readonly Choice[] = many(mostTeams, (at) => ({ id: teamId(at), name }));
  const choices = {
    changeable: mostIdeas,
    ideas: many(25, (at): Choice => ({ id: longId("idea", at), name: `#10000 ${title}` })),
    page: 10,
    pages: 48,
  };
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
  const { leads: _leads, notAsked: _notAsked, ...oneSetting } = settings;
  const oneSettings = Object.entries({ ...oneSetting, substitute: people[0] ?? "", kindOwners: people[0] ?? "" }) as [
    Exclude<ChangedSetting, "leads" | "notAsked" | "kinds">,
    SettingValue,
  ][];
  const kindsOf20 = many(20, (at) => `${"Å".repeat(38)}${10 + at}`);
  const counts: Full<Counts> = {
    asked: 99_999,
    answered: 88_888,
    doubtful: 9_999,
    toAsk: 99_999,
    notReached: Object.fromEntries(notReachedReasons.map((why) => [why, 9_999])) as Full<Counts["notReached"]>,
  };
  const sending = { done: 88_888, of: 99_999, endsAt: instant };
  const aside: Full<SetAside> = { job: "answered-elsewhere", row: "question", team: name, why: "other-version" };
  const health: Full<Health> = { how: "stopped", sending };
  const lines = (one: Omit<TeamLine, "team" | "nextPromptAt">) =>
    many(20, (at) => ({ ...one, team: { ...team, id: teamId(at) }, nextPromptAt: instant }));
  const round = { week, asked: 99_999, answered: 88_888 };
  const stop = { why: "no-permission", until: instant } as const;
  const form: Full<IdeaForm> = {
    say: "idea-form",
    why: "prompt",
    team,
    teams,
    secret,
    typed: secret,
    checkIn: instant,
    round: week,
    idea: longId("idea", 0),
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
    problem: "too-long",
  };
  const step = { stage: "planned", event: "adjust", cycle: 12, at: instant, otherYear: true, who: name, why: reason } as const;
  const story: Full<MessageOf<"idea-story">> = {
    say: "idea-story",
    team,
    idea: idea(0),
    into: idea(1),
    whys,
    count,
    joined: many(20, (at) => ({ id: longId("idea", at), number: 10_000 + at, title })),
    steps: many(100, () => step),
    may: {
      join: true,
      try: true,
      own: true,
      plan: true,
      end: true,
      answer: true,
      reopen: true,
      passOn: true,
      takeBack: true,
      askAuthor: true,
      spread: true,
    },
  };
  const asked: Full<AskedAuthor> = { text: reason, answer: { how: "help", text: reason, name } };
  const unreached: readonly Full<Unreached>[] = namedReasons.map((why) => ({ why, names: many(20, () => name), more: largestTeam }));
  const teamStatus: Full<MessageOf<"team-status">> = {
    say: "team-status",
    status: {
      team,
      round: { week, digestAt: instant, counts, unreached, sending },
      nextPromptAt: instant,
      digest: { id: digestId, week, trouble: "doubtful", channel },
      hasLead: false,
      isArchived: true,
      waitsFor: largestTeam,
      setAside: many(500, () => aside),
    },
    stop,
    leads: true,
    page: 10_000,
  };
  const tenantStatus: Full<MessageOf<"tenant-status">> = {
    say: "tenant-status",
    status: {
      teams: largestTeam,
      turnout: { is: "at-least", answered: largestTeam, asked: largestTeam },
      counts,
      sending: { ...sending, teams: largestTeam },
      troubled: lines({ health, round }).slice(0, 5) as Full<TeamLine>[],
      moreTroubled: largestTeam,
    },
    setAside: many(32, () => aside),
    stop,
    zone,
  };
  const listOfTeams: Full<MessageOf<"teams">> = {
    say: "teams",
    whose: "tenant",
    teams: lines({ health, round }) as Full<TeamLine>[],
    count: 99_999,
    page: 500,
    pages: 5_000,
    stop,
    zone,
  };
  const refusal = (why: RefusalReason) => ({ say: "refusal", why, about: reason }) as const;

  const settingsForm: Full<MessageOf<"settings">> = {
    say: "settings",
    group: "when",
    inChannel: true,
    page: 1,
    before: settings,
    others: settings,
    team,
    written: settings,
    channels: many(mostChannels, (at) => ({ id: `19:${String(at).padStart(64, "a")}@thread.tacv2`, name: channel })),
    members,
    offices: teams,
    zones: many(40, (at) => `America/Argentina/Comodoro_${at}`),
    nextPromptAt: instant,
    nextDigestAt: instant,
    saved: true,
    standIn: {
      lead: longId("person", 9999),
      now: { person: people[1] ?? "", until: due },
      before: { person: people[1] ?? "", until: due },
    },
    fromTenant: tenantSettingNames,
    changed: [
      ...oneSettings.map(([setting, value]) => ({ setting, from: value, to: value, about: kindsOf20[0] ?? "", until: due })),
      ...(["leads", "notAsked", "kinds"] as const).map((setting) => {
        const named = setting === "kinds" ? kindsOf20 : people.slice(0, 100);
        return { setting, added: named, removed: named, more: 1_800 };
      }),
    ],
    problem: "bad-settings",
    testSent: true,
  };
  const given = {
    ...(pickSettings(settings, tenantSettingNames) as Required<TenantSettings>),
    zone,
    coordinators: teams[0]?.id ?? "",
  };
  const other: TenantSettings = { promptWeekday: 3, promptTime: "08:00", digestWeekday: 5, coordinators: teams[1]?.id ?? "" };
  const tally = { after: "t", seen: 2_000, changed: 1_214, refused: 786, names: many(10, () => name) };
  const { group: _group, ...firstView } = settingsForm;

  return {
    "welcome-team": [
      {
        say: "welcome-team",
        team,
        addedBy: name,
        leads: many(100, () => name),
        nextPromptAt: instant,
        nextDigestAt: instant,
        large: false,
      },
    ],
    "welcome-person": [{ say: "welcome-person", team, quietUntil: instant, local: true }],
    "lead-claim": [
      { say: "lead-claim", team, person: people[0] ?? "", name, openly: true },
      { say: "lead-claim", team, person: people[0] ?? "", name },
    ],
    "lead-wanted": [{ say: "lead-wanted", team, owns: true }],
    "large-team": [{ say: "large-team", team, size: largestTeam, nextPromptAt: instant }],
    "idea-form": [
      form,
      { ...form, why: "edit" },
      { ...form, why: "offer" },
      { ...form, why: "typed" },
      { ...form, why: "message" },
      { ...form, written, problem: "not-storable" },
    ],
    receipt: [
      {
        say: "receipt",
        team,
        idea: longId("idea", 0),
        number: 10_000,
        written,
        question: "success",
        stage: "planned",
        digestAt: instant,
        rests: true,
        shown: false,
        post: "on-its-way",
        edited: true,
        mayMerge: true,
        similar: [0, 1].map((at) => ({
          id: longId("idea", at),
          number: 10_000,
          title,
          colleagues: 10_000,
          shared: many(3, () => fill(200)),
        })),
        closes: true,
        offered: written,
      },
      {
        say: "receipt",
        team,
        idea: longId("idea", 0),
        number: 10_000,
        written,
        question: "success",
        stage: "planned",
        shown: true,
        post: "on-its-way",
        edited: true,
        mayMerge: true,
        offered: written,
      },
    ],
    "ask-author-form": [{ say: "ask-author-form", team, idea: idea(0), draft: digestId, problem: "line-needed" }],
    "author-asked": [{ say: "author-asked", team, idea: idea(0), draft: digestId, asked, isNew: false, answerBelow: true }],
    "author-question": [
      {
        say: "author-question",
        team,
        idea: idea(0),
        question: { id: secret, text: reason },
        answer: reason,
        confirms: true,
        problem: "line-needed",
      },
      { say: "author-question", team, idea: idea(0), question: { id: secret, text: reason }, answer: reason, problem: "line-needed" },
    ],
    "author-answered": [{ say: "author-answered", team, idea: idea(0), question: reason, how: "help", answer: reason }],
    "author-answer": [{ say: "author-answer", team, idea: idea(0), asked }],
    "colleague-form": [
      {
        say: "colleague-form",
        team,
        teams,
        kinds: form.kinds,
        secret,
        typed: secret,
        digestAt: instant,
        rests: true,
        written: tooLong,
        problem: "too-long",
      },
    ],
    "kept-for-colleague": [{ say: "kept-for-colleague", team, written, number: 4000, secret, digestAt: instant, rests: true }],
    "sent-beside": [{ say: "sent-beside", where: "below" }],
    "nothing-noted": [{ say: "nothing-noted", team, nextPromptAt: instant }],
    "less-noted": [{ say: "less-noted", every: 4, next: { at: instant, zone } }],
    "later-noted": [{ say: "later-noted", team, at: instant }],
    paused: [
      {
        say: "paused",
        until: instant,
        otherYear: true,
        zone,
        written: true,
        before: instant,
        stops: { team: teamId(0), idea: longId("idea", 0), number: 10_000 },
      },
    ],
    "who-sees-this": [{ say: "who-sees-this", team, digestAt: instant, rests: true, whistle: longestAddress }],
    resumed: [{ say: "resumed", next: { at: instant, zone } }],
    "offer-dropped": [{ say: "offer-dropped" }],
    withdrawn: [
      { say: "withdrawn", team, idea: longId("idea", 0), written, post: "on-its-way", secret },
      { say: "withdrawn", team, idea: longId("idea", 0), written, post: "on-its-way" },
    ],
    draft: [
      {
        say: "draft",
        digest,
        held: many(mostIdeas, idea),
        ...choices,
        notReached: name,
        asks: { name, at: instant },
        postsAt: instant,
        coach,
        alike: many(3, (at) => ({
          idea: { id: longId("idea", at), number: 10_000, title },
          into: { id: longId("idea", at), number: 10_000, title },
          shared: [line(200)],
        })),
        rests: true,
      },
      {
        say: "draft",
        digest: unowned,
        held: many(mostIdeas, idea),
        ...choices,
        notReached: name,
        asks: { name, at: instant },
        postsAt: instant,
        coach,
      },
      {
        say: "draft",
        digest: { ...digest, quick: [], top: many(3, halfWeighed), open: many(8, (at) => halfWeighed(30 + at)) },
        held: many(mostIdeas, idea),
        ...choices,
        postsAt: instant,
        coach,
      },
    ],
    "change-form": [
      {
        say: "change-form",
        noAuthor: true,
        team,
        draft: digestId,
        idea: idea(0),
        whys,
        was: { mark: "8Mark_-x", due, effort: "some", effect: "some" },
        written: { title, person: people[0] ?? "", due, effort: "small", effect: "little", reason },
        members,
        usual: members[0] ?? { id: "", name },
        asked,
        same: many(20, (at) => ({ id: longId("idea", at), number: 10_000 + at, title })),
        problem: "already-owned",
      },
      {
        say: "change-form",
        team,
        draft: digestId,
        idea: { id: longId("idea", 0) },
        was: { mark: "8Mark_-x", due, effort: "some", effect: "some" },
        written: { title, person: people[0] ?? "", due, effort: "small", effect: "little", reason },
        members: [{ id: people[0] ?? "", name: "" }],
        problem: "not-storable",
      },
    ],
    "draft-posted": [{ say: "draft-posted", team, at: instant, isPressed: true, hasNewer: true }],
    "post-early": [{ say: "post-early", team, draft: digestId, turnout: { asked: largestTeam, answered: 999 } }],
    posting: [{ say: "posting", team, channelName: channel }],
    digest: [
      { say: "digest", digest },
      { say: "digest", digest: unowned },
    ],
    "all-ideas": [{ say: "all-ideas", team, digest: digestId, ideas: many(20, idea), page: 10, pages: 50 }],
    "take-or-ask": [
      {
        say: "take-or-ask",
        inChannel: true,
        team,
        idea: idea(0),
        digest: digestId,
        members,
        due,
        mayAsk: true,
        mayAnswer: true,
        mayPassOn: true,
        usual: members[0] ?? { id: "", name },
        problem: "far-date",
      },
    ],
    "owner-asked": [{ say: "owner-asked", team, idea: idea(0), name, notReached: true, asksAt: instant }],
    kinds: [
      {
        say: "kinds",
        inChannel: true,
        team,
        kinds: kindsOf20,
        owners: kindsOf20.map((kind) => ({ kind, name })),
        members,
        saved: true,
        written: kindsOf20,
        problem: "too-many-kinds",
      },
    ],
    "digest-here": [{ say: "digest-here", team, nextDigestAt: instant }],
    "coordinators-here": [{ say: "coordinators-here", team, isAskedWeekly: false }],
    "coordinators-ended": [{ say: "coordinators-ended", team, isAskedWeekly: true }],
    "pass-on-form": [{ say: "pass-on-form", team, idea: idea(0), to: name, digest: digestId, problem: "reason-needed" }],
    "passed-on": [{ say: "passed-on", team, idea: idea(0), to: name }],
    "no-coordinators": [{ say: "no-coordinators", team }],
    "passed-post": [
      { say: "passed-post", team, idea: idea(0), passed: place, reason, step: undone },
      { say: "passed-post", team, idea: ended(0), passed: place, reason, step: undone },
    ],
    "passed-gone": [{ say: "passed-gone", team, number: 10_000, why: "withdrawn" }],
    "take-passed-form": [
      { say: "take-passed-form", team, idea: idea(0), passed: place, contact: name, answerBy: due, problem: "far-date" },
    ],
    "answer-passed-form": [
      { say: "answer-passed-form", team, idea: idea(0), passed: place, solved: true, reason, problem: "reason-needed" },
    ],
    "send-back-form": [{ say: "send-back-form", team, idea: idea(0), passed: place, problem: "reason-needed" }],
    "passed-trouble": [
      { say: "passed-trouble", team, idea: idea(0), passed: place, to: name, isDoubtful: true, isGone: true },
      { say: "passed-trouble", team, idea: idea(0), passed: place, to: name, isDoubtful: false },
    ],
    "owner-request": [{ say: "owner-request", team, idea: idea(0), ...planForm, askedBy: name, problem: "reason-needed" }],
    "owner-plan": [{ say: "owner-plan", team, idea: idea(0), ...planForm, problem: "far-date" }],
    owned: [{ say: "owned", team, idea: idea(0), did: "moved" }],
    "date-form": [{ say: "date-form", team, idea: idea(0), due, offered: due, problem: "far-date" }],
    "weigh-form": [{ say: "weigh-form", team, idea: idea(0) }],
    declined: [{ say: "declined", team, idea: idea(0) }],
    "give-back-form": [{ say: "give-back-form", team, idea: idea(0), problem: "reason-needed" }],
    "given-back": [{ say: "given-back", team, idea: idea(0), due, test: reason, withReason: true }],
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
    "spread-form": [{ say: "spread-form", team, idea: idea(0), written: spreadLines, problem: "title-needed" }],
    spread: [{ say: "spread", team, idea: idea(0), lines: spreadLines }],
    "spread-back": [{ say: "spread-back", team, idea: idea(0) }],
    tip: [
      { say: "tip", team, idea: idea(0), tip: secret, lines: spreadLines, shared: many(3, () => line(60)), did: "tried", owner: name },
      { say: "tip", team, idea: idea(0), tip: secret, lines: spreadLines, shared: many(3, () => line(60)) },
      { say: "tip", team, idea: idea(0), tip: secret, lines: spreadLines, shared: [], did: "refused" },
    ],
    "tip-over": [{ say: "tip-over", team }],
    reopened: [
      { say: "reopened", team, idea: idea(0), undone: true, owns: true },
      { say: "reopened", team, idea: idea(0), owns: true },
    ],
    news: [
      {
        say: "news",
        ideas: [
          ...many(
            5,
            (at) =>
              ({
                team,
                idea: idea(at),
                into: idea(at + 100),
                reader: "author",
                owns: true,
                lines: [lineOfNews("done"), lineOfNews("owned")],
              }) as const,
          ),
          { team, withdrawn: true, number: 10_000, reader: "asked" },
        ],
      },
      ...newsKinds.flatMap((news) =>
        news === "withdrawn"
          ? []
          : [{ say: "news", ideas: [{ team, idea: idea(0), reader: "owner", owns: true, lines: [lineOfNews(news)] }] } as const],
      ),
      {
        say: "news",
        ideas: many(6, (at) => ({ team, idea: { ...idea(at), stage: "adopted" as const }, reader: "voice", lines: [lineOfNews("done")] })),
      },
    ],
    muted: [{ say: "muted", team, idea: idea(0) }],
    unmuted: [{ say: "unmuted" }],
    "thanks-noted": [{ say: "thanks-noted", team, idea: idea(0), already: true }],
    "my-settings": [
      {
        say: "my-settings",
        written: { askDay: 3, askTime: "13:37", workingDays: [1, 2, 3, 4, 5, 6], askEvery: 4, news: false },
        before: { askDay: 3, askTime: "13:37", workingDays: [1, 2, 3, 4, 5, 6], askEvery: 4, news: false },
        next: { at: instant, zone },
        pause: { until: instant, otherYear: true, zone },
        saved: "news",
        problem: "day-off",
      },
    ],
    "idea-withdrawn": [{ say: "idea-withdrawn", team, number: 10_000 }],
    "post-stays": [{ say: "post-stays", team, channel, week, number: 10_000 }],
    "owner-left": [{ say: "owner-left", team, idea: idea(0) }],
    "owner-refused": [{ say: "owner-refused", team, idea: idea(0), name, reason, owned: true }],
    "nothing-to-post": [{ say: "nothing-to-post", team, nextPromptAt: instant }],
    "digest-trouble": [{ say: "digest-trouble", team, digest: digestId, week, channel, hasDraft: true }],
    "digest-doubtful": [{ say: "digest-doubtful", team, digest: digestId, week, channel, hasDraft: true }],
    "digest-settled": [{ say: "digest-settled", team, how: "posted", already: true, channel }],
    "same-thing-form": [
      {
        say: "same-thing-form",
        team,
        idea: idea(0),
        ideas: many(20, (at) => ({ id: longId("idea", at), number: 10_000 + at, title })),
      },
    ],
    "idea-merged": [{ say: "idea-merged", team, idea: idea(0), into: idea(1), reader: "author", noAuthor: true, step: undone }],
    "idea-unmerged": [{ say: "idea-unmerged", team, idea: idea(0) }],
    "my-ideas": [
      { say: "my-ideas", ideas: many(10, (at) => ({ team, idea: idea(at), place, reason, into: idea(at) })), older: place, later: true },
    ],
    "my-actions": [{ say: "my-actions", actions: many(8, (at) => ({ team, idea: idea(at) })), page: 10, pages: 50 }],
    "idea-story": [story, { ...story, idea: free(0) }],
    "which-team": [
      { say: "which-team", text: `done #10000 ${reason}`, teams },
      { say: "which-team", text: `done #10000 ${reason}`, teams: teams.slice(0, 5) },
    ],
    "stop-which": [{ say: "stop-which", number: 999_999_999, team: teamId(0), channel: channelId }],
    help: [{ say: "help", lead: true, admin: true, local: true, team, pause: { until: instant, otherYear: true, zone } }],
    "did-you-mean": [{ say: "did-you-mean", text: fill(60), near: [fill(60), fill(60), fill(60)], team: teamId(0), channel: channelId }],
    "question-or-idea": [{ say: "question-or-idea", text: fill(300), team: teamId(0), channel: channelId }],
    thanked: [{ say: "thanked" }],
    "team-status": [
      teamStatus,
      {
        ...teamStatus,
        leads: false,
        status: { ...teamStatus.status, digest: { id: digestId, week, trouble: "refused", channel } },
      },
    ],
    "tenant-status": [tenantStatus, ...paceStops.map((why) => ({ ...tenantStatus, stop: { why, until: instant } }))],
    counting: [{ say: "counting", teams: 99_999, stop, zone }],
    teams: [listOfTeams, { ...listOfTeams, teams: lines({ health: { how: "set-aside" } }) }],
    settings: [
      settingsForm,
      firstView,
      ...(["where", "who", "what"] as const).map((group) => ({ ...settingsForm, group })),
      // Nothing is saved, and a hundred people were added to either list, or more than it may hold.
      ...[120, 1_100].map((last) => ({
        ...settingsForm,
        group: "who" as const,
        saved: false,
        before: { ...settings, leads: people.slice(0, 20), notAsked: people.slice(0, 20) },
        written: { ...settings, leads: people.slice(0, last), notAsked: people.slice(0, last) },
      })),
    ],
    defaults: [
      {
        say: "defaults",
        written: given,
        before: given,
        whistle: longestAddress,
        whistleBefore: longestAddress,
        zones: many(60, () => zone),
        offices: teams,
        set: tenantSettingNames,
        saved: tenantSettingNames,
        problem: "bad-link",
        latest: many(10, () => ({
          at: instant,
          name,
          did: "changed",
          before: given,
          after: { ...given, ...other },
          link: "removed",
          teams: 2_000,
        })),
      },
    ],
    "change-teams-form": [
      { say: "change-teams-form", given, offices: teams, chosen: tenantSettingNames, teams: 2_000, problem: "none-chosen" },
    ],
    "choose-teams": [
      {
        say: "choose-teams",
        change: secret,
        find: line(120),
        teams: many(50, (at) => ({ id: teamId(at), name })),
        picked: many(50, teamId),
        count: 2_000,
        page: 1,
        pages: 40,
        problem: "no-team-chosen",
      },
    ],
    "change-preview": [
      {
        say: "change-preview",
        change: secret,
        given,
        offices: teams,
        teams: 2_000,
        isAll: true,
        counts: tenantSettingNames.map((setting) => ({ setting, changes: 1_214, hasIt: 786, cannot: 1 })),
        changes: 1_214,
        problem: "under-way",
      },
    ],
    "change-running": [{ say: "change-running", change: secret, given, offices: teams, isBack: true, teams: 2_000, tally }],
    "change-ended": [{ say: "change-ended", change: secret, given, offices: teams, isBack: true, tally, problem: "under-way" }],
    "settings-changes": [
      {
        say: "settings-changes",
        team,
        edits: many(10, () => ({ at: instant, otherYear: true as const, name, changes: settingsForm.changed })),
        named: [...members, ...settingsForm.channels, ...teams].map(({ id, name }) => ({ id, name })),
      },
    ],
    "language-set": [{ say: "language-set", language }],
    "which-language": [{ say: "which-language" }],
    "asking-now": [{ say: "asking-now", team, digestAt: instant, again: true, notWeekly: true }],
    "lead-asked": [{ say: "lead-asked", team, asksAt: instant }],
    "you-lead": [{ say: "you-lead", team, already: true }],
    "lead-now": [{ say: "lead-now", team, name, already: true }],
    "lead-half": [{ say: "lead-half", team, name, more: 2 }],
    "lead-not": [{ say: "lead-not", team, name }],
    "substitute-set": [
      {
        say: "substitute-set",
        team,
        person: people[0] ?? "",
        name,
        until: due,
        otherYear: true,
        substitution: longId("substitution", 0),
        before: { person: people[1] ?? "", until: due },
        notReached: true,
        tellsAt: instant,
      },
    ],
    "substitute-ended": [{ say: "substitute-ended", team, name }],
    "substitute-left": [{ say: "substitute-left", team, name }],
    substitute: [{ say: "substitute", team, name, until: due, otherYear: true }],
    "substitute-over": [{ say: "substitute-over", team, name }],
    "large-agreed": [{ say: "large-agreed", team, nextPromptAt: instant }],
    "voice-added": [{ say: "voice-added", team, idea: idea(0) }],
    "voice-counts": [{ say: "voice-counts", team, idea: idea(0), digest: digestId, mayLeave: true }],
    "voice-back": [{ say: "voice-back", team, idea: idea(0) }],
    "clock-moved": [{ say: "clock-moved", at: instant, zone, what: ["remind-doubtful", "end-request", "send-news"] }],
    refusal: [refusal("no-such-idea"), ...refusalReasons.map(refusal)],
  };
};
