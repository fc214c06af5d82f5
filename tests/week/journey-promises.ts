import type { Temporal } from "temporal-polyfill";
import type { Language } from "../../src/domain/language.ts";
import type { Promised } from "./journey-record.ts";
import { wallOf } from "./journey-record.ts";
import { inLanguage, questions } from "./journey-words.ts";

const minute = 60_000;

type Stage = "new" | "planned" | "testing" | "checking" | "adopted" | "stopped" | "passed-on";

/** An idea as the script knows it. */
type Known = {
  readonly title: string;
  readonly author: string;
  readonly voices: Set<string>;
  stage: Stage;
  owner?: string;
  /** The ready test that it was planned with. */
  test?: string;
  /** When its owner last pressed something on it. */
  heardAt: number;
  /** The check-in, the nudge and the word to the leads that it has had since then. */
  askedAt?: number;
  nudgedAt?: number;
  toldAt?: number;
  isShown: boolean;
};

const owned: readonly Stage[] = ["planned", "testing", "checking"];

/** A person of the script. */
export type Player = { readonly name: string; readonly language: Language };

export type Promises = ReturnType<typeof openPromises>;

/**
 * The ledger of promises: what product.md promises to whom, derived from the presses of the script alone, with no code of the product.
 * @param firstRound the local Thursday, 13:00, of the first question
 */
export const openPromises = (channel: string, players: readonly Player[], firstRound: Temporal.ZonedDateTime) => {
  const promised: Promised[] = [];
  const ideas = new Map<string, Known>();
  const members = new Set<string>();
  /** Members of a team that is asked weekly. */
  const asked = new Set<string>();
  const leads = new Set<string>();
  /** The substitute, and until when. */
  let substitute: { readonly name: string; readonly until: number; readonly of: string } | undefined;
  /** People whose language Gnist has seen. */
  const seen = new Set<string>();
  const answered = new Set<string>();
  const tomorrow = new Map<string, number>();
  /** Lines that wait for somebody's next bundle of news. */
  const news = new Map<string, string[][]>();
  /** News that wait for the next digest first. */
  let afterDigest: { readonly to: string; readonly says: readonly string[] }[] = [];
  let digestSays: string[] = [];
  /** Weekdays that people have chosen for their question, each from a round on. */
  const ownDays = new Map<string, { readonly day: number; readonly from: number }>();
  /** The first round that asks the second question, once the questions take turns. */
  let secondQuestionIn = Number.POSITIVE_INFINITY;

  const roundOf = (at: number): number => Math.floor((at - firstRound.epochMilliseconds) / (7 * 24 * 60 * minute) + 0.0001);
  const languageOf = (name: string): Language => (seen.has(name) ? (players.find((one) => one.name === name)?.language ?? "en") : "en");
  const questionOf = (name: string, at: number): string =>
    questions[languageOf(name)][roundOf(at) < secondQuestionIn ? 0 : (roundOf(at) - secondQuestionIn + 1) % 4] ?? "";
  /** The weekday that somebody has chosen, which counts in this round. */
  const ownDay = (name: string, at: number): number | undefined => {
    const own = ownDays.get(name);
    return own && own.from <= roundOf(at) ? own.day : undefined;
  };
  const ideaOf = (title: string): Known => {
    const found = ideas.get(title);
    if (!found) throw new Error(`The script knows no idea "${title}".`);
    return found;
  };
  const add = (
    to: string,
    what: string,
    at: number,
    more: Omit<Promised, "to" | "what" | "from" | "until"> & { readonly forMs?: number },
  ) => {
    const { forMs = 10 * minute, ...rest } = more;
    promised.push({ to, what, from: at, until: at + forMs, ...rest });
  };

  /** On a working day at once, else in the course of the next one. */
  const onWorkingDay = (
    to: string,
    what: string,
    at: number,
    more: Omit<Promised, "to" | "what" | "from" | "until"> & { readonly forMs?: number },
  ) => {
    const wall = wallOf(at);
    if (wall.dayOfWeek <= 5) return add(to, what, at, more);
    const next = wall.add({ days: 8 - wall.dayOfWeek }).withPlainTime("00:00");
    add(to, what, next.epochMilliseconds, { ...more, forMs: 18 * 60 * minute });
  };

  /** The people who get the leads' cards: a substitute in place of the lead for whom they stand in. */
  const leadsAt = (at: number): readonly string[] =>
    [...leads].map((lead) => (substitute && substitute.until >= at && lead === substitute.of ? substitute.name : lead));

  /** The leads hear something. */
  const toLeads = (
    what: string,
    at: number,
    says: Promised["says"],
    { but, forMs = 10 * minute }: { readonly but?: string; readonly forMs?: number } = {},
  ) => {
    for (const lead of leadsAt(at)) if (lead !== but) onWorkingDay(lead, what, at, { says, forMs });
  };

  /** The author and every voice hear a step, but not the person who made it. */
  const step = (idea: Known, by: string, ...says: readonly string[]) => {
    for (const to of new Set([idea.author, ...idea.voices]))
      if (to !== by && members.has(to)) news.set(to, [...(news.get(to) ?? []), [idea.title, ...says]]);
  };

  /** A sign of the owner. */
  const heard = (idea: Known, at: number) => {
    idea.heardAt = at;
    for (const since of ["askedAt", "nudgedAt", "toldAt"] as const) delete idea[since];
  };

  const ownedBy = (name: string): readonly Known[] =>
    [...ideas.values()].filter(({ owner, stage }) => owner === name && owned.includes(stage));

  const titlesOf = (to: string, idea: Known): readonly string[] =>
    ({ planned: ["Started"], testing: ["On track", "Need help", "Test done", "Stop"], checking: [] })[idea.stage as "planned"].flatMap(
      (title) => inLanguage(languageOf(to), title).slice(0, 1),
    );

  /** Moments of the team's week, and what comes in them. */
  const moments: { readonly time: string; readonly days: readonly number[]; come(at: number): void }[] = [
    {
      time: "08:00",
      days: [1, 2, 3, 4, 5],
      come: (at) => {
        for (const [name, since] of tomorrow) {
          if (since >= at || answered.has(`${name} ${roundOf(at)}`)) continue;
          add(name, "the question again, as asked for", at, { says: [questionOf(name, at)] });
          tomorrow.delete(name);
        }
      },
    },
    {
      time: "13:00",
      days: [4],
      come: (at) => {
        for (const name of asked)
          if (ownDay(name, at) === undefined) add(name, "the question", at, { says: [questionOf(name, at)], counts: "round" });
      },
    },
    {
      time: "10:00",
      days: [1],
      come: (at) => {
        if (roundOf(at) < 0) return;
        for (const name of members) {
          const mine = ownedBy(name);
          // Of a question that comes later in the round, nobody is reminded.
          const isToCome = (ownDay(name, at) ?? 4) < 4;
          const isAsked = asked.has(name) && !isToCome && !answered.has(`${name} ${roundOf(at)}`);
          const reminder = isAsked ? [questionOf(name, at)] : [];
          const has = [...new Set(mine.flatMap((idea) => titlesOf(name, idea)))];
          for (const idea of mine) idea.askedAt = at;
          const what = mine.length > 0 ? (isAsked ? "reminder and check-in in one card" : "check-in") : "reminder";
          if (isAsked || mine.length > 0)
            add(name, what, at, {
              says: [...reminder, ...mine.flatMap(({ title, test, stage }) => [title, ...(test && stage === "planned" ? [test] : [])])],
              has,
              counts: "round",
            });
        }
      },
    },
    {
      time: "10:00",
      days: [3, 5],
      come: (at) => {
        const quiet = (since: "askedAt" | "nudgedAt") =>
          [...ideas.values()].filter((idea) => {
            const from = idea[since];
            return (
              owned.includes(idea.stage) && idea.owner && from !== undefined && at - from > 47 * 60 * minute && at - from < 50 * 60 * minute
            );
          });
        const silent = quiet("askedAt").filter(({ nudgedAt }) => nudgedAt === undefined);
        for (const owner of new Set(silent.map((idea) => idea.owner ?? ""))) {
          const mine = silent.filter((idea) => idea.owner === owner);
          add(owner, "nudge", at, { says: mine.map(({ title }) => title) });
          for (const idea of mine) idea.nudgedAt = at;
        }
        for (const idea of quiet("nudgedAt")) {
          if (idea.nudgedAt === at || idea.toldAt !== undefined) continue;
          toLeads("an idea is quiet", at, [idea.title]);
          idea.toldAt = at;
        }
      },
    },
    {
      time: "09:00",
      days: [2],
      come: (at) => {
        if (roundOf(at) < 0) return;
        for (const lead of leadsAt(at))
          add(lead, "draft", at, {
            says: [...ideas.values()].filter(({ isShown }) => !isShown).map(({ title }) => title),
            has: inLanguage(languageOf(lead), "Post now").slice(0, 1),
          });
      },
    },
    {
      time: "09:00",
      days: [1, 2, 3, 4, 5],
      come: (at) => {
        const { day, dayOfWeek } = wallOf(at);
        const isFirstOfMonth = day === 1 || (dayOfWeek === 1 && day <= 3);
        if (!isFirstOfMonth || ![...ideas.values()].some(({ isShown }) => isShown)) return;
        for (const lead of leadsAt(at))
          add(lead, "the review of the month", at, { says: [], has: inLanguage(languageOf(lead), "Agenda").slice(0, 1) });
      },
    },
    {
      time: "13:00",
      days: [2],
      come: (at) => {
        if (roundOf(at) < 0) return;
        const fresh = [...ideas.values()].filter(({ isShown }) => !isShown);
        for (const idea of fresh) idea.isShown = true;
        add(channel, "digest", at, { says: [...fresh.map(({ title }) => title), ...digestSays] });
        digestSays = [];
        for (const { to, says } of afterDigest) news.set(to, [...(news.get(to) ?? []), [...says]]);
        afterDigest = [];
      },
    },
    {
      time: "15:00",
      days: [1, 2, 3, 4, 5],
      come: (at) => {
        for (const [to, lines] of news) if (members.has(to)) add(to, "news", at, { says: lines.flat(), counts: "news" });
        news.clear();
      },
    },
  ];

  return {
    promised: promised as readonly Promised[],
    roundOf,
    languageOf,
    ideaOf,
    /** @param isAsked false for members of a team that is not asked weekly */
    joins: (name: string, isAsked = true) => {
      members.add(name);
      if (isAsked) asked.add(name);
    },
    leads: (name: string) => void leads.add(name),
    /** Gnist sees somebody's language when they first do something. */
    sees: (name: string) => void seen.add(name),
    /** Time goes by: notes what comes in it. */
    passes(from: number, to: number): void {
      for (let day = wallOf(from).startOfDay(); day.epochMilliseconds <= to; day = day.add({ days: 1 })) {
        for (const { time, come } of moments
          .filter(({ days }) => days.includes(day.dayOfWeek))
          .sort((a, b) => (a.time < b.time ? -1 : 1))) {
          const at = day.withPlainTime(time).epochMilliseconds;
          if (at > from && at <= to) come(at);
        }
      }
    },
    /** @param author empty for an idea for a colleague, of which nobody hears as its author */
    writes(author: string, title: string, at: number, isAnswer: boolean): void {
      ideas.set(title, { title, author, voices: new Set(), stage: "new", heardAt: at, isShown: false });
      if (isAnswer) answered.add(`${author} ${roundOf(at)}`);
    },
    answers: (name: string, at: number) => void answered.add(`${name} ${roundOf(at)}`),
    waits: (name: string, at: number) => void tomorrow.set(name, at),
    voices: (name: string, title: string) => void ideaOf(title).voices.add(name),
    /** Somebody chooses a weekday and a time of their own for the question; they have had that of this round. */
    choosesTime(name: string, { day, time, at: chosenAt }: { readonly day: number; readonly time: string; readonly at: number }): void {
      ownDays.set(name, { day, from: roundOf(chosenAt) + 1 });
      moments.push({
        time,
        days: [day],
        come: (at) => {
          if (ownDay(name, at) === day)
            add(name, "the question, at a time of their own", at, { says: [questionOf(name, at)], counts: "round" });
        },
      });
    },
    /** The questions take turns from the next round on. */
    takesTurns(at: number): void {
      secondQuestionIn = roundOf(at) + 1;
    },
    /** A substitute for a lead, until the end of a date. */
    substitutes(name: string, of: string, until: number): void {
      substitute = { name, of, until };
    },
    /** @param planned with date and test at once, so that they are not asked for */
    takes(by: string, title: string, at: number, planned = false): void {
      const idea = ideaOf(title);
      idea.stage = "planned";
      idea.owner = by;
      heard(idea, at);
      if (!planned) add(by, "the form for a date and a test", at, { says: [title], has: inLanguage(languageOf(by), "Save").slice(0, 1) });
      step(idea, by, by);
    },
    /** A press of the owner that makes a step. */
    steps(by: string, title: string, stage: Stage, at: number, ...says: readonly string[]): void {
      const idea = ideaOf(title);
      idea.stage = stage;
      heard(idea, at);
      step(idea, by, ...says);
      if (stage === "adopted" || stage === "stopped") digestSays.push(title, ...says);
    },
    signs: (title: string, at: number) => heard(ideaOf(title), at),
    /** One press on a ready test plans it; the owner's next check-in says it. */
    plansReady(title: string, test: string, at: number): void {
      heard(ideaOf(title), at);
      ideaOf(title).test = test;
    },
    helps(by: string, title: string, line: string, at: number): void {
      heard(ideaOf(title), at);
      toLeads("a call for help", at, [title, line], { but: by });
    },
    asks: (person: string, title: string, at: number) =>
      onWorkingDay(person, "a request to own", at, {
        says: [title],
        has: ["I'll take it", "Not me"].flatMap((one) => inLanguage(languageOf(person), one).slice(0, 1)),
      }),
    refuses: (title: string, reason: string, at: number) => toLeads("a refusal", at, [title, reason]),
    frees(by: string, title: string, at: number, reason: string): void {
      const idea = ideaOf(title);
      idea.stage = "new";
      delete idea.owner;
      step(idea, by);
      // A roster confirms that an owner has left, within the hour or two.
      toLeads("no owner any more", at, [title, reason].filter(Boolean), { forMs: reason ? 10 * minute : 120 * minute });
    },
    leaves: (name: string) => {
      members.delete(name);
      asked.delete(name);
    },
    afterDigest: (to: string, ...says: readonly string[]) => void afterDigest.push({ to, says }),
    digestSays: (...says: readonly string[]) => void digestSays.push(...says),
    /** A promise that no rule here covers. */
    add,
    onWorkingDay,
    step: (title: string, by: string, ...says: readonly string[]) => step(ideaOf(title), by, ...says),
  };
};
