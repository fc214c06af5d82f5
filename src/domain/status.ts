import type { RoundId } from "./cadence.ts";
import { teamView } from "./digest.ts";
import { type JobName, jobShape } from "./job.ts";
import type { TeamView } from "./message.ts";
import { type PaceStop, seenAt, stops, type TenantPace } from "./pace.ts";
import { isPresent, type Member, type PersonId, whyNotAsked } from "./person.ts";
import { largeTeam, type Team, type TeamId } from "./team.ts";
import { beginning, fits } from "./words.ts";

/**
 * Why a round's question did not reach somebody. `refused`: Teams would not take it; `late`: the digest was there first; `joined`: they came, or came back,
 * after the round had begun; `elsewhere`: another of their teams has asked them this week.
 */
export const notReachedReasons = [
  "blocked",
  "not-installed",
  "refused",
  "late",
  "joined",
  "paused",
  "excepted",
  "elsewhere",
  "left",
] as const;
export type NotReached = (typeof notReachedReasons)[number];

/** Reasons that somebody should act on; the others are people's own choice, or will pass. */
export const troubles: readonly NotReached[] = ["blocked", "not-installed", "refused", "late"];

/** People in a round, each counted once, but for `answered` and `waiting`, which are `asked` taken apart. */
export type Counts = {
  /** They have the question. */
  readonly asked: number;
  readonly answered: number;
  readonly waiting: number;
  /** Nobody knows whether they have it. */
  readonly doubtful: number;
  /** Their turn is still to come. */
  readonly toAsk: number;
  readonly notReached: Readonly<Partial<Record<NotReached, number>>>;
};

/** A round that is being sent: how far it is, and when it may be through. */
export type Sending = { readonly done: number; readonly of: number; readonly endsAt: number };

export type RoundStatus = {
  readonly week: RoundId;
  /** Missing where its digest has been posted. */
  readonly digestAt?: number;
  readonly counts: Counts;
  readonly sending?: Sending;
};

/** A whole tenant is not spoken to for now. */
export type TenantStop = { readonly why: PaceStop; readonly until: number };

/** How a team stands: its latest round, what comes next, and what has gone wrong. */
export type TeamStatus = {
  readonly team: TeamView;
  readonly round?: RoundStatus;
  readonly nextPromptAt?: number;
  /** The latest digest, where Teams would not take it or nobody knows whether it is there. */
  readonly digest?: { readonly id: string; readonly trouble: "refused" | "doubtful"; readonly channel: string };
  readonly hasLead: boolean;
  /** Archived in Teams, so that it rests until it is restored. */
  readonly isArchived?: true;
  /** A large team that the clock does not ask before a lead agrees: how many people it has. */
  readonly waitsFor?: number;
  /** Jobs and rows of this team that were set aside. */
  readonly setAside: readonly SetAside[];
};

/** How a team is, in a word; the worst where there are several. `unreadable`: something of what is stored about it is damaged. */
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

/** All teams of a tenant together, each with its latest round. */
export type TenantStatus = {
  readonly teams: number;
  readonly counts: Counts;
  /** The teams that are being asked now. */
  readonly sending?: Sending & { readonly teams: number };
  /** The first teams that are not well, the worst first. */
  readonly troubled: readonly TeamLine[];
  readonly moreTroubled: number;
};

/** Things that a stored row can be about, in the words of the people who read `status`. */
export const rowThings = ["idea", "person", "round", "question", "digest", "message", "row"] as const;
export type RowThing = (typeof rowThings)[number];

/** A job that nobody could do, or a row that nobody could read, kept aside so that nothing waits behind it: never what anybody wrote. */
export type SetAside = { readonly job?: JobName; readonly row?: RowThing; readonly team?: string; readonly reason: string };

/** The question to one person, as far as it is counted. */
export type AskFacts = {
  readonly person: PersonId;
  readonly answer?: "idea" | "nothing" | "later" | "elsewhere";
  readonly delivery?: "intent" | "sent" | "refused" | "doubtful" | "again" | "cancelled";
  readonly why?: string;
  readonly sentAt?: number;
};

type RoundFacts = { readonly id: RoundId; readonly digestAt: number; readonly state: "planning" | "open" | "closed" };

const asReason = (why: string | undefined): NotReached => notReachedReasons.find((one) => one === why) ?? "refused";

/** Where one person stands in a round: a count of its own, or why they were not reached. */
const standing = (ask: AskFacts, round: RoundFacts): "answered" | "waiting" | "doubtful" | "toAsk" | NotReached | undefined => {
  if (ask.answer === "elsewhere") return undefined;
  if (ask.answer === "idea" || ask.answer === "nothing") return "answered";
  if (ask.answer === "later" || ask.delivery === "sent") return "waiting";
  if (ask.delivery === "doubtful") return "doubtful";
  if (ask.delivery === "refused" || ask.delivery === "cancelled") return asReason(ask.why);
  return round.state === "closed" ? "late" : "toAsk";
};

/** Where a member stands who has no question of their own in the round; those who left before it are no part of it. */
const without = (member: Member, round: RoundFacts, excepted: readonly PersonId[], now: number): "toAsk" | NotReached | undefined => {
  if (!isPresent(member)) return undefined;
  const why = whyNotAsked(member, excepted, now);
  if (why) return why;
  if (round.state === "planning") return "toAsk";
  return member.several ? "elsewhere" : "joined";
};

const none: Counts = { asked: 0, answered: 0, waiting: 0, doubtful: 0, toAsk: 0, notReached: {} };

/** Counts the people of a round. */
export const countRound = (
  round: RoundFacts,
  asks: readonly AskFacts[],
  members: readonly Member[],
  excepted: readonly PersonId[],
  now: number,
): Counts => {
  const asked = new Set(asks.map(({ person }) => person));
  const others = members.filter(({ person }) => !asked.has(person));
  const counts = { asked: 0, answered: 0, waiting: 0, doubtful: 0, toAsk: 0 };
  const notReached: Partial<Record<NotReached, number>> = {};
  for (const one of [...asks.map((ask) => standing(ask, round)), ...others.map((member) => without(member, round, excepted, now))]) {
    if (one === "answered" || one === "waiting") counts.asked += 1;
    if (one === "answered" || one === "waiting" || one === "doubtful" || one === "toAsk") counts[one] += 1;
    else if (one) notReached[one] = (notReached[one] ?? 0) + 1;
  }
  return { ...counts, notReached };
};

const add = (a: Counts, b: Counts): Counts => ({
  asked: a.asked + b.asked,
  answered: a.answered + b.answered,
  waiting: a.waiting + b.waiting,
  doubtful: a.doubtful + b.doubtful,
  toAsk: a.toAsk + b.toAsk,
  notReached: Object.fromEntries(
    notReachedReasons.flatMap((why) => {
      const people = (a.notReached[why] ?? 0) + (b.notReached[why] ?? 0);
      return people > 0 ? [[why, people]] : [];
    }),
  ),
});

/** How many were not reached that somebody should do something about. */
export const troubledPeople = ({ notReached }: Counts): number => troubles.reduce((sum, why) => sum + (notReached[why] ?? 0), 0);

/** The assumed pace (a second), before it has been seen. */
const usualPace = 50;
/** The pace is that of the last sends, no older than this (ms): a round can be gone on with a day later. */
const seenForMs = 300_000;

/** When those who are left will have been asked, at the pace that was seen. */
const endOf = (asks: readonly AskFacts[], left: number, stop: TenantStop | undefined, now: number): number => {
  const seen = asks
    .flatMap(({ delivery, sentAt }) => (delivery !== "intent" && sentAt !== undefined && sentAt > now - seenForMs ? [sentAt] : []))
    .sort((a, b) => a - b);
  // While nothing may be sent no time is lost that says anything of the pace.
  const until = stop ? (seen.at(-1) ?? now) : now;
  const seconds = (until - (seen[0] ?? until)) / 1000;
  const pace = seen.length > 1 && seconds >= 1 ? seen.length / seconds : usualPace;
  return Math.round(Math.max(now, stop?.until ?? 0) + (left / pace) * 1000);
};

const roundStatus = (
  round: RoundFacts,
  asks: readonly AskFacts[],
  members: readonly Member[],
  excepted: readonly PersonId[],
  stop: TenantStop | undefined,
  now: number,
): RoundStatus => {
  const counts = countRound(round, asks, members, excepted, now);
  const done = counts.asked + counts.doubtful;
  const { toAsk } = counts;
  return {
    week: round.id,
    ...(round.state === "closed" ? {} : { digestAt: round.digestAt }),
    counts,
    ...(toAsk > 0 ? { sending: { done, of: done + toAsk, endsAt: endOf(asks, toAsk, stop, now) } } : {}),
  };
};

/** Is a tenant stopped at this instant? What only an admin can mend is so until a call gets through, whether one is tried just now or not. */
export const stopOf = (written: TenantPace | undefined, now: number): TenantStop | undefined => {
  const pace = written && seenAt(written, now);
  return pace?.why && (pace.until > now || isAdmins(pace.why)) ? { why: pace.why, until: pace.until } : undefined;
};

const isAdmins = (why: PaceStop): boolean => (stops as readonly PaceStop[]).includes(why);

/** How a team stands, from what is stored of it. */
export const teamStatus = (
  team: Team,
  stored: {
    readonly round?: RoundFacts | undefined;
    readonly asks: readonly AskFacts[];
    readonly members: readonly Member[];
    readonly digest?: { readonly id: string; readonly delivery?: string; readonly channelId: string } | undefined;
    readonly setAside?: readonly SetAside[];
  },
  stop: TenantStop | undefined,
  now: number,
): TeamStatus => {
  const { round, asks, members, digest, setAside = [] } = stored;
  const trouble = digest?.delivery === "refused" || digest?.delivery === "doubtful" ? digest.delivery : undefined;
  const large = team.size !== undefined && team.size > largeTeam && !team.largeTeamAgreed ? team.size : undefined;
  return {
    team: teamView(team),
    ...(round ? { round: roundStatus(round, asks, members, team.settings.notAsked, stop, now) } : {}),
    ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
    ...(digest && trouble
      ? { digest: { id: digest.id, trouble, channel: team.channels.find(({ id }) => id === digest.channelId)?.name ?? "" } }
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

const byTrouble = (a: TeamLine, b: TeamLine): number => {
  const people = ({ health }: TeamLine) => (health.how === "not-reached" ? health.people : 0);
  const rank = ({ health }: TeamLine) => worstFirst.indexOf(health.how);
  return rank(a) - rank(b) || people(b) - people(a) || a.team.name.localeCompare(b.team.name, undefined, { numeric: true });
};

const mostTroubled = 5;

const untroubled: readonly Health["how"][] = ["well", "archived", "asking"];

/** @param teams each with its round, where it has had one that could be read. */
export const tenantStatus = (teams: readonly { readonly line: TeamLine; readonly round?: RoundStatus | undefined }[]): TenantStatus => {
  const troubled = teams
    .map(({ line }) => line)
    .filter(({ health }) => !untroubled.includes(health.how))
    .sort(byTrouble);
  const sending = teams.flatMap(({ round }) => round?.sending ?? []);
  const sum = (of: (one: Sending) => number) => sending.reduce((all, one) => all + of(one), 0);
  return {
    teams: teams.length,
    counts: teams.reduce((all, { round }) => (round ? add(all, round.counts) : all), none),
    ...(sending.length > 0
      ? {
          sending: {
            teams: sending.length,
            done: sum(({ done }) => done),
            of: sum(({ of }) => of),
            endsAt: Math.max(...sending.map(({ endsAt }) => endsAt)),
          },
        }
      : {}),
    troubled: troubled.slice(0, mostTroubled),
    moreTroubled: Math.max(0, troubled.length - mostTroubled),
  };
};

const jobNames: ReadonlySet<string> = new Set(jobShape.options.map(({ shape }) => shape.job.value));
const isJobName = (name: unknown): name is JobName => typeof name === "string" && jobNames.has(name);

const longestReason = 160;

/** A fault in one short line; what it quotes goes, since that may be what somebody wrote. */
const plainReason = (reason: string): string => {
  const [first = ""] = reason
    .replace(/["`“][\s\S]*["`”]/g, "…")
    .trim()
    .split("\n");
  const plain = first.replace(/^(?:\w*Error|BadRow|Unstorable): /, "").trim();
  return fits(plain, longestReason) ? plain : `${beginning(plain, longestReason - 1)}…`;
};

type Poisoned = { readonly reason: string; readonly job: unknown };

const factsOf = (job: unknown): { readonly job?: unknown; readonly team?: unknown; readonly tenant?: unknown } =>
  typeof job === "object" && job !== null ? job : {};

const thingOf: Readonly<Record<string, RowThing>> = {
  idea: "idea",
  ended: "idea",
  voice: "idea",
  step: "idea",
  mine: "idea",
  number: "idea",
  member: "person",
  guest: "person",
  left: "person",
  round: "round",
  asked: "question",
  digest: "digest",
  send: "message",
};

/** The rows and jobs of one team that were set aside. @param rows by the name of their kind; a job by its own name */
export const teamSetAside = (
  rows: readonly { readonly kind: string; readonly why: string; readonly job?: string }[],
): readonly SetAside[] =>
  rows.map(({ kind, why, job }) => ({ ...(isJobName(job) ? { job } : { row: thingOf[kind] ?? "row" }), reason: plainReason(why) }));

/** The jobs of a tenant's teams that were set aside. One that cannot be read belongs to nobody, and is shown to every admin. */
export const setAside = (poisoned: readonly Poisoned[], tenant: string, teams: ReadonlyMap<TeamId, string>): readonly SetAside[] =>
  poisoned.flatMap(({ reason, job }) => {
    const known = factsOf(job);
    const team = typeof known.team === "string" ? teams.get(known.team) : undefined;
    const isOurs = known.tenant === tenant || team !== undefined || !isJobName(known.job);
    return isOurs
      ? [{ ...(isJobName(known.job) ? { job: known.job } : {}), ...(team !== undefined ? { team } : {}), reason: plainReason(reason) }]
      : [];
  });
