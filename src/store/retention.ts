/** Says of each kind of row when a team keeps it no longer. A kind without a line here does not compile. */
import type { IdeaId } from "../domain/idea/idea.ts";
import type { RoundId, TeamId } from "../domain/ids.ts";
import type { Team } from "../domain/teams/team.ts";
import type { Range } from "../ports.ts";
import { countdown } from "./idea.ts";
import type { rowKinds } from "./kinds.ts";
import type { Of, RowKind } from "./record.ts";
import { under } from "./under.ts";

/** The things that a team keeps no longer. */
export type Limit = {
  /** Rows of before this instant (ms), this local date and this week are too old. */
  readonly before: number;
  readonly date: string;
  readonly week: RoundId;
  /** Ideas of which nothing happened since this instant (ms), and posts of before, are too old: `before`, or earlier in a team that keeps until exported. */
  readonly recordBefore: number;
  /** The instant before which acts are too old for admins. */
  readonly auditBefore: number;
  /** The instant before which Gnist no longer knows where an answer stands. */
  readonly answersBefore: number;
  /** Digests that pass, by the team's cadence, in the time for which rows are kept. */
  readonly digests: number;
  /** Is it one of the ideas that are gone? */
  readonly isGone: (idea: IdeaId) => boolean;
  /** Was a digest or a review made before? The team's latest digest stays all the same. */
  readonly isPast: (post: string) => boolean;
  readonly team: Pick<Team, "id" | "lastDigest">;
};

/**
 * - `stays`: it is about the present, or says nothing of anybody and of no idea; or an event or a job of its own ends it.
 * - `as an idea`: the age of ideas is a rule of its own (domain/idea/age.ts).
 * - A function says whether a record is too old. `range`: where such rows can stand, if that is not everywhere.
 * - `idea`: it goes with this idea.
 * - `without` leaves out what is too old. Undefined where nothing is left; the same record where nothing is too old.
 */
export type Retention<K extends RowKind = RowKind> =
  | "stays"
  | "as an idea"
  | {
      readonly idea?: (record: Of<K>, key: readonly string[]) => IdeaId;
      readonly isOld?: (record: Of<K>, key: readonly string[], limit: Limit) => boolean;
      readonly without?: (record: Of<K>, key: readonly string[], limit: Limit) => Of<K> | undefined;
      readonly range?: (limit: Limit) => Range;
    };

const wordOf = (at: number) => ({ idea: (_record: object, key: readonly string[]) => key[at] ?? "" });
const ofIdea = wordOf(1);

/** Rows whose key begins with a week. */
const untilWeek = (name: string) => ({
  isOld: (_record: object, [, week = ""]: readonly string[], limit: Limit) => week < limit.week,
  range: ({ week }: Limit): Range => ({ from: `${name}|`, to: `${name}|${week}` }),
});

/** Such a row in the partition of a person, which says for which team it is. */
const untilWeekOf = (name: string) => ({
  isOld: ({ team }: { readonly team: TeamId }, [, week = ""]: readonly string[], limit: Limit) =>
    week < limit.week && team === limit.team.id,
  range: untilWeek(name).range,
});

/** Rows whose key counts down from an instant. */
const byTime = (name: string, at: "before" | "auditBefore") => ({
  isOld: (record: { readonly at: number }, _key: readonly string[], limit: Limit) => record.at < limit[at],
  range: (limit: Limit): Range => ({ ...under(name), from: `${name}|${countdown(limit[at])}` }),
});

const isGoneNews = (team: TeamId, idea: IdeaId, isOld: boolean, limit: Limit): boolean =>
  team === limit.team.id && (isOld || limit.isGone(idea));

export const retentions: { readonly [K in keyof typeof rowKinds]: Retention<(typeof rowKinds)[K]> } = {
  team: "stays",
  member: "stays",
  guest: "stays",
  left: "stays",
  round: untilWeek("round"),
  asked: untilWeek("asked"),
  waiting: { isOld: ({ waited, last = "" }, _key, { digests, isPast }) => waited >= digests || (last !== "" && isPast(last)) },
  idea: "as an idea",
  ended: "as an idea",
  voice: ofIdea,
  step: ofIdea,
  runTests: {
    without: (record, _key, { isGone }) =>
      record.tests.some(({ idea }) => isGone(idea)) ? { tests: record.tests.filter(({ idea }) => !isGone(idea)) } : record,
  },
  spread: ofIdea,
  tip: { idea: ({ idea }) => idea },
  tips: "stays",
  request: ofIdea,
  question: ofIdea,
  thanks: ofIdea,
  thanked: ofIdea,
  number: { idea: ({ idea }) => idea },
  numbers: "stays",
  mine: wordOf(3),
  handled: "stays",
  digest: { isOld: ({ createdAt }, [, id], { before, team }) => createdAt < before && id !== team.lastDigest },
  posted: { isOld: ({ at }, _key, { recordBefore }) => at < recordBefore },
  copied: ofIdea,
  exported: { isOld: ({ at }, _key, { recordBefore }) => at < recordBefore },
  address: "stays",
  addressOf: "stays",
  review: { isOld: ({ createdAt }, _key, { before }) => createdAt < before },
  shown: { ...ofIdea, isOld: (_shown, [, , post = ""], { isPast, team }) => isPast(post) && post !== team.lastDigest },
  board: byTime("board", "before"),
  onBoard: { ...ofIdea, isOld: (_row, [, , board = ""], { before }) => board > countdown(before) },
  // One that was cancelled before it was sent has no time: it goes with the round or the idea that it names.
  send: {
    isOld: ({ sentAt }, [, message, , ...which], { before, answersBefore, week, isGone }) =>
      message === "answer"
        ? (sentAt ?? 0) < answersBefore
        : sentAt === undefined
          ? which.some((name) => (/^\d{4}-W\d\d$/.test(name) ? name < week : isGone(name)))
          : sentAt < before,
  },
  draft: untilWeek("draft"),
  said: { ...ofIdea, isOld: ({ at }, _key, { answersBefore }) => at !== undefined && at < answersBefore },
  passed: ofIdea,
  // It goes with the row of the idea's own team.
  passedHere: "stays",
  teamAudit: byTime("audit", "before"),
  // It goes once the change is gone (drop-old.ts).
  changed: "stays",
  profile: "stays",
  knownAs: "stays",
  teamOfPerson: "stays",
  week: untilWeekOf("week"),
  checkIn: untilWeekOf("check-in"),
  form: "stays",
  welcomed: "stays",
  news: { isOld: ({ at, team, idea }, _key, limit) => isGoneNews(team, idea, at < limit.before, limit) },
  bundle: {
    without: (bundle, [, date = ""], limit) => {
      const news = bundle.news.filter(({ team, idea }) => !isGoneNews(team, idea, date < limit.date, limit));
      if (news.length === bundle.news.length) return bundle;
      return news.length > 0 ? { ...bundle, news } : undefined;
    },
  },
  muted: { isOld: (_muted, [, idea = ""], { isGone }) => isGone(idea) },
  typed: "stays",
  teamOfTenant: "stays",
  coordinators: "stays",
  defaults: "stays",
  change: { isOld: ({ at, state }, _key, { auditBefore }) => at < auditBefore && state !== "running" && state !== "undoing" },
  tenantAudit: byTime("audit", "auditBefore"),
  act: byTime("act", "auditBefore"),
  erasing: "stays",
  erased: "stays",
  measures: "stays",
  file: "stays",
  pace: "stays",
  due: "stays",
  ahead: "stays",
  alive: "stays",
  release: "stays",
  moving: "stays",
};
