import { type TeamView, teamView } from "../idea/view.ts";
import type { RoundId } from "../ids.ts";
import { type PaceStop, seenAt, stops, type TenantPace } from "../pace.ts";
import type { Member } from "../people/person.ts";
import { asksWeekly, type Team, waitsForLead } from "../teams/team.ts";
import {
  type AskFacts,
  type CountedRound,
  type Counts,
  countRound,
  type RoundFacts,
  troubledPeople,
  type Unreached,
  unreachedIn,
} from "./count-round.ts";
import type { SetAside } from "./set-aside.ts";

/** A round that is being sent: how far it is, and when it may be through. */
export type Sending = { readonly done: number; readonly of: number; readonly endsAt: number };

export type RoundStatus = {
  readonly week: RoundId;
  /** Missing where its digest has been posted. */
  readonly digestAt?: number;
  readonly counts: Counts;
  /** Only for leads of the team. */
  readonly unreached?: readonly Unreached[];
  readonly sending?: Sending;
};

/** Gnist sends nothing to a whole tenant, until `until`. */
export type TenantStop = { readonly why: PaceStop; readonly until: number };

/** How a team stands: its latest round, what comes next, and what has gone wrong. */
export type TeamStatus = {
  readonly team: TeamView;
  readonly round?: RoundStatus;
  readonly nextPromptAt?: number;
  /** The latest digest, where Teams refused it or nobody knows whether Teams has it. */
  readonly digest?: { readonly id: string; readonly week: RoundId; readonly trouble: "refused" | "doubtful"; readonly channel: string };
  readonly hasLead: boolean;
  /** Archived in Teams, so that it rests until it is restored. */
  readonly isArchived?: true;
  /** The size of a large team that the clock does not ask before a lead agrees. */
  readonly waitsFor?: number;
  /** Jobs and rows of this team that were set aside. */
  readonly setAside: readonly SetAside[];
};

/** The health of a team: its worst trouble, or none. `unreadable`: stored rows of the team are damaged. */
export type Health =
  | { readonly how: "well" | "archived" | "no-lead" | "waits-for-lead" | "digest-refused" | "digest-doubtful" | "set-aside" | "unreadable" }
  | { readonly how: "asking" | "stopped"; readonly sending: Sending }
  | { readonly how: "not-reached"; readonly people: number };

/** A team in a list of teams. */
export type TeamLine = {
  readonly team: TeamView;
  readonly round?: { readonly week: RoundId; readonly asked: number; readonly answered: number };
  readonly nextPromptAt?: number;
  readonly health: Health;
};

/** The assumed pace (questions per second), until sends have been measured. */
const usualPace = 50;
/** The pace is measured over sends that are no older than this (ms): a round may stop and continue a day later. */
const seenForMs = 300_000;

/** The expected instant at which everybody has the question, at the measured pace. */
const endOf = (asks: readonly AskFacts[], left: number, stop: TenantStop | undefined, now: number): number => {
  const seen = asks
    .flatMap(({ delivery, sentAt }) => (delivery !== "intent" && sentAt !== undefined && sentAt > now - seenForMs ? [sentAt] : []))
    .sort((a, b) => a - b);
  // The time of a stop says nothing about the pace.
  const until = stop ? (seen.at(-1) ?? now) : now;
  const seconds = (until - (seen[0] ?? until)) / 1000;
  const pace = seen.length > 1 && seconds >= 1 ? seen.length / seconds : usualPace;
  return Math.round(Math.max(now, stop?.until ?? 0) + (left / pace) * 1000);
};

const roundStatus = (counted: CountedRound, stop: TenantStop | undefined, now: number, forLead: boolean): RoundStatus => {
  const { round, asks } = counted;
  const counts = countRound(counted, now);
  const done = counts.asked + counts.doubtful;
  const { toAsk } = counts;
  return {
    week: round.id,
    ...(round.state === "closed" ? {} : { digestAt: round.digestAt }),
    counts,
    ...(forLead ? { unreached: unreachedIn(counted, now) } : {}),
    ...(toAsk > 0 ? { sending: { done, of: done + toAsk, endsAt: endOf(asks, toAsk, stop, now) } } : {}),
  };
};

/** The stop of a tenant at this instant, if any. A stop that only an admin can end lasts until a call gets through, also while Gnist tries one. */
export const stopOf = (written: TenantPace | undefined, now: number): TenantStop | undefined => {
  const pace = written && seenAt(written, now);
  return pace?.why && (pace.until > now || isAdmins(pace.why)) ? { why: pace.why, until: pace.until } : undefined;
};

const isAdmins = (why: PaceStop): boolean => (stops as readonly PaceStop[]).includes(why);

/** The status of a team, from its stored rows. @param forLead the reader leads the team, and sees the names of people whom the question did not reach */
export const teamStatus = (
  team: Team,
  stored: {
    readonly round?: RoundFacts | undefined;
    readonly asks: readonly AskFacts[];
    readonly members: readonly Member[];
    readonly digest?: { readonly id: string; readonly week: RoundId; readonly delivery?: string; readonly channelId: string } | undefined;
    readonly setAside?: readonly SetAside[];
  },
  stop: TenantStop | undefined,
  now: number,
  forLead: boolean,
): TeamStatus => {
  const { round, asks, members, digest, setAside = [] } = stored;
  const trouble = digest?.delivery === "refused" || digest?.delivery === "doubtful" ? digest.delivery : undefined;
  const large = asksWeekly(team) && team.size !== undefined && waitsForLead(team, team.size) ? team.size : undefined;
  return {
    team: teamView(team),
    ...(round ? { round: roundStatus({ round, asks, members, excepted: team.settings.notAsked }, stop, now, forLead) } : {}),
    ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
    ...(digest && trouble
      ? {
          digest: {
            id: digest.id,
            week: digest.week,
            trouble,
            channel: team.channels.find(({ id }) => id === digest.channelId)?.name ?? "",
          },
        }
      : {}),
    hasLead: team.leads.length > 0,
    ...(team.archivedAt === undefined ? {} : { isArchived: true }),
    ...(large !== undefined ? { waitsFor: large } : {}),
    setAside,
  };
};

const healthOf = ({ round, digest, hasLead, isArchived, waitsFor, setAside }: TeamStatus, stop: TenantStop | undefined): Health => {
  if (isArchived) return { how: "archived" };
  const sending = round?.sending;
  if (sending && stop) return { how: "stopped", sending };
  if (!hasLead) return { how: "no-lead" };
  if (waitsFor !== undefined) return { how: "waits-for-lead" };
  if (digest) return { how: `digest-${digest.trouble}` };
  if (setAside.length > 0) return { how: "set-aside" };
  if (sending) return { how: "asking", sending };
  const people = round ? troubledPeople(round.counts) : 0;
  return people > 0 ? { how: "not-reached", people } : { how: "well" };
};

export const teamLine = (status: TeamStatus, stop: TenantStop | undefined): TeamLine => {
  const { team, round, nextPromptAt } = status;
  return {
    team,
    ...(round ? { round: { week: round.week, asked: round.counts.asked, answered: round.counts.answered } } : {}),
    ...(nextPromptAt !== undefined ? { nextPromptAt } : {}),
    health: healthOf(status, stop),
  };
};

const worstFirst: readonly Health["how"][] = [
  "stopped",
  "unreadable",
  "digest-refused",
  "digest-doubtful",
  "set-aside",
  "no-lead",
  "waits-for-lead",
  "not-reached",
  "asking",
  "archived",
  "well",
];

export const byTrouble = (a: TeamLine, b: TeamLine): number => {
  const people = ({ health }: TeamLine) => (health.how === "not-reached" ? health.people : 0);
  const rank = ({ health }: TeamLine) => worstFirst.indexOf(health.how);
  return rank(a) - rank(b) || people(b) - people(a) || a.team.name.localeCompare(b.team.name, undefined, { numeric: true });
};
