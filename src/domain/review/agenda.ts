import { isOpen } from "../idea/idea.ts";
import type { IdeaView, TeamView } from "../idea/view.ts";
import type { TeamId } from "../ids.ts";
import { isPresent, type Member, type PersonId } from "../people/person.ts";
import { type Month, monthNumber } from "./month.ts";
import type { ReviewView } from "./review.ts";

/** Lengths of a meeting (minutes) to choose from. */
export const meetingMinutes = [15, 30, 60] as const;
export type MeetingMinutes = (typeof meetingMinutes)[number];
export const usualMeeting: MeetingMinutes = 30;

/** A result as an example: another team's in the lines that its lead has offered to other teams, or one of this team. `team`: the team of the idea. */
export type Example = {
  readonly isOther: boolean;
  readonly team: { readonly id: TeamId };
  readonly id: string;
  readonly title: string;
  readonly result: string;
};

/** A point of an agenda. `served`: the voices of the people whom the team serves. `hard`: one open idea. */
export type AgendaPoint = { readonly minutes: number } & (
  | { readonly what: "check-in" | "check-out" }
  | { readonly what: "served" | "worked"; readonly ideas: readonly IdeaView[] }
  | { readonly what: "hard"; readonly idea: IdeaView }
  | { readonly what: "actions"; readonly count: number }
  | { readonly what: "example"; readonly example: Example }
);

export type AgendaView = {
  readonly team: TeamView;
  readonly month: Month;
  readonly minutes: number;
  /** The name of the member whose turn it is to lead the meeting; missing where nobody can, and where Gnist knows no name. */
  readonly leader?: string;
  /** The number of the check-in question and of the check-out question among those of a language: they take turns by month. */
  readonly question: number;
  readonly points: readonly AgendaPoint[];
};

/** Check-in questions in each language, and as many check-out questions. */
export const agendaQuestions = 6;

/**
 * The member whose turn it is to lead the meeting of a month. Turns go by their ids, which say nothing about anybody. Only people whom a lead has excepted from
 * the question are passed over: turns that passed over somebody who has paused would tell a lead that they have.
 */
export const leaderOf = (members: readonly Member[], month: Month, notAsked: readonly PersonId[]): Member | undefined => {
  const able = members.filter((one) => isPresent(one) && !notAsked.includes(one.person)).sort((a, b) => (a.person < b.person ? -1 : 1));
  return able[monthNumber(month) % Math.max(1, able.length)];
};

const weeksOf = ({ ageDays = 0 }: IdeaView): number => Math.floor(ageDays / 7) + 1;

/** How hard a point is: its voices times the weeks for which the team has known it. */
const hardness = (idea: IdeaView): number => idea.voices * weeksOf(idea);

/** Open ideas, the hardest first. */
export const hardestFirst = (ideas: readonly IdeaView[]): readonly IdeaView[] =>
  ideas.filter(isOpen).sort((a, b) => hardness(b) - hardness(a) || (a.number ?? 0) - (b.number ?? 0));

/** The open ideas that a meeting of some length has room for, beside the other points. */
const roomFor: Readonly<Record<MeetingMinutes, number>> = { 15: 1, 30: 2, 60: 4 };

const shares: Readonly<Record<AgendaPoint["what"], number>> = {
  "check-in": 3,
  served: 5,
  hard: 7,
  actions: 4,
  worked: 2,
  example: 3,
  "check-out": 3,
};

/** Divides minutes by shares, in whole minutes, at least one each: their sum is the whole. */
export const divide = (minutes: number, parts: readonly number[]): readonly number[] => {
  const all = parts.reduce((sum, part) => sum + part, 0);
  const spare = minutes - parts.length;
  const exact = parts.map((part) => (spare * part) / all);
  const whole = exact.map(Math.floor);
  const left = spare - whole.reduce((sum, part) => sum + part, 0);
  const byRest = exact.map((part, at) => ({ at, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  const more = new Set(byRest.slice(0, left).map(({ at }) => at));
  return whole.map((part, at) => part + 1 + (more.has(at) ? 1 : 0));
};

type Untimed = AgendaPoint extends infer P ? (P extends AgendaPoint ? Omit<P, "minutes"> : never) : never;

/** @param example a result of another team; without one, the best result of this team's month stands there */
export const agendaOf = (
  review: ReviewView,
  given: {
    readonly minutes: MeetingMinutes;
    /** Open ideas of the people whom the team serves. */
    readonly served: readonly IdeaView[];
    readonly open: readonly IdeaView[];
    readonly leader: string | undefined;
    readonly example: Example | undefined;
  },
): AgendaView => {
  const { minutes, leader } = given;
  const served = hardestFirst(given.served).slice(0, 2);
  const hard = hardestFirst(given.open)
    .filter(({ id }) => !served.some((one) => one.id === id))
    .slice(0, roomFor[minutes]);
  const example = given.example ?? ownExample(review);
  const worked = review.worked.filter(({ id }) => id !== example?.id).slice(0, 2);
  const points: readonly Untimed[] = [
    { what: "check-in" },
    { what: "served", ideas: served },
    ...hard.map((idea): Untimed => ({ what: "hard", idea })),
    ...(review.actions.length > 0 ? [{ what: "actions", count: review.actions.length + review.moreActions } as const] : []),
    ...(worked.length > 0 ? [{ what: "worked", ideas: worked } as const] : []),
    ...(example ? [{ what: "example", example } as const] : []),
    { what: "check-out" },
  ];
  const times = divide(
    minutes,
    points.map(({ what }) => shares[what]),
  );
  return {
    team: review.team,
    month: review.month,
    minutes,
    // Of somebody whose name Teams has left out, nothing can be said.
    ...(leader ? { leader } : {}),
    question: monthNumber(review.month) % agendaQuestions,
    points: points.map((point, at) => ({ ...point, minutes: times[at] ?? 1 })),
  };
};

const ownExample = ({ worked, team }: ReviewView): Example | undefined => {
  const best = worked.find(({ stage, result }) => stage === "adopted" && result);
  return best && { isOther: false, team: { id: team.id }, id: best.id, title: best.title, result: best.result ?? "" };
};
