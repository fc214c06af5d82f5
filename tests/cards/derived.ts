import { coached } from "../../src/domain/digest/coach.ts";
import type { Message, MessageOf, Say } from "../../src/domain/message/index.ts";
import { namedReasons } from "../../src/domain/overview/count-round.ts";
import type { Finding } from "../../src/domain/overview/findings.ts";
import type { SetAside } from "../../src/domain/overview/set-aside.ts";
import type { Health, TeamLine } from "../../src/domain/overview/team-health.ts";

/*
 * Messages that no journey of reasonable length reaches. Each is a collected one with a small change, which its function names.
 */

type Collected = ReadonlyMap<string, Message>;

const yearMs = 365 * 86_400_000;

const collected = <S extends Say>(all: Collected, name: string, say: S): MessageOf<S> => {
  const message = all.get(name);
  if (message?.say !== say) throw new Error(`${name} was not collected`);
  return message as MessageOf<S>;
};

/** One of the ended ideas was stopped. */
const withOneStopped = (message: MessageOf<"digest">): MessageOf<"digest"> => {
  const [first, ...others] = message.digest.finished;
  return first ? { ...message, digest: { ...message.digest, finished: [{ ...first, stage: "stopped" }, ...others] } } : message;
};

/** A digest whose open ideas were passed on: to somebody who is late, and to nobody yet. */
const withPassed = (message: MessageOf<"digest">): MessageOf<"digest"> => {
  const late = { contact: "Eva Lindqvist", answerBy: "2026-11-20", isLate: true };
  const passed = message.digest.open.map(
    ({ owner: _owner, ...idea }, at) => ({ ...idea, stage: "passed-on", passed: at === 0 ? late : {} }) as const,
  );
  return { ...message, digest: { ...message.digest, open: [], passed } };
};

/** Drafts with each line of the coach. */
const coachedLike = (message: MessageOf<"draft">): readonly (readonly [string, MessageOf<"draft">])[] => {
  const [idea] = message.digest.open;
  if (!idea) throw new Error("nothing is open in the draft");
  return coached.map((about, at) => [
    `draft-coach-${about}`,
    { ...message, coach: { about, count: at % 2 === 0 ? 2 : 1, weeks: 3, idea } },
  ]);
};

/** A story that began a year ago. */
const begunLastYear = (message: MessageOf<"idea-story">): MessageOf<"idea-story"> => {
  const [first, ...others] = message.steps;
  return first ? { ...message, steps: [{ ...first, at: first.at - yearMs, otherYear: true }, ...others] } : message;
};

/** A status with people not reached for every reason. */
const reachedByNone = (message: MessageOf<"team-status">): MessageOf<"team-status"> => {
  const { round } = message.status;
  if (!round) return message;
  const notReached = { ...round.counts.notReached, late: 1, joined: 5, elsewhere: 3, left: 1 };
  const unreached = namedReasons.map((why) => ({ why, names: ["Kim Nilsson 1", "Kim Nilsson 2"], more: 3 }));
  return { ...message, status: { ...message.status, round: { ...round, unreached, counts: { ...round.counts, notReached } } } };
};

const sending = (endsAt: number) => ({ done: 412, of: 1_240, endsAt });

/** Each way a team can be. */
const healths = (at: number): { readonly [How in Health["how"]]: Health & { readonly how: How } } => ({
  well: { how: "well" },
  "not-reached": { how: "not-reached", people: 3 },
  asking: { how: "asking", sending: sending(at) },
  stopped: { how: "stopped", sending: sending(at) },
  "digest-refused": { how: "digest-refused" },
  "digest-doubtful": { how: "digest-doubtful" },
  "set-aside": { how: "set-aside" },
  "waits-for-lead": { how: "waits-for-lead" },
  "no-lead": { how: "no-lead" },
  archived: { how: "archived" },
  unreadable: { how: "unreadable" },
});

/** A line for each way a team can be. */
const linesLike = (line: TeamLine): readonly TeamLine[] =>
  Object.values(healths(line.nextPromptAt ?? 0)).map((health, at) => ({
    ...line,
    team: { ...line.team, id: `nQ7_x-${String(at).padStart(2, "0")}`, name: `${line.team.name} ${at + 1}` },
    health,
  }));

/** A page of a list of many teams, one of each kind. */
const everyHealth = (message: MessageOf<"teams">): MessageOf<"teams"> => {
  const [line] = message.teams;
  return line ? { ...message, teams: linesLike(line), count: 48, page: 1, pages: 3 } : message;
};

/** A tenant of many teams, with more troubles than the card has room for, with jobs that were set aside, and with faults of Gnist's own parts. */
const ofManyTeams = (message: MessageOf<"tenant-status">): MessageOf<"tenant-status"> => {
  const [line] = message.status.troubled;
  const turnout = { is: "at-least", answered: 702, asked: 1_180 } as const;
  const troubled = line ? linesLike(line).slice(1, 6) : [];
  const setAside: readonly SetAside[] = [
    { job: "ask-members", ...(line ? { team: line.team.name } : {}), why: "damaged" },
    { why: "not-a-job" },
  ];
  const findings: readonly Finding[] = [
    { finding: "store-down" },
    { finding: "queue-down" },
    { finding: "disk-low", freeMb: 340, neededMb: 1_200 },
    { finding: "clock-off", seconds: -420 },
    { finding: "days-off-end", countries: ["SE", "NO"], year: 2035 },
  ];
  return { ...message, status: { ...message.status, teams: 48, turnout, troubled, moreTroubled: 2 }, setAside, findings };
};

/** An owner of more than a page has room for. */
const amongMany = (message: MessageOf<"my-actions">): MessageOf<"my-actions"> => ({ ...message, page: 1, pages: 3 });

/** A refusal by `teams/` and not by a flow, to a person whose chat it cannot reach. */
const chatOnly = (message: MessageOf<"refusal">): MessageOf<"refusal"> => ({ ...message, why: "chat-only" });

export const derived = (all: Collected): ReadonlyMap<string, Message> =>
  new Map<string, Message>([
    ["digest-stopped", withOneStopped(collected(all, "digest", "digest"))],
    ["digest-passed", withPassed(collected(all, "digest", "digest"))],
    ...coachedLike(collected(all, "draft", "draft")),
    ["take-or-ask-lead", { ...collected(all, "take-or-ask", "take-or-ask"), mayAnswer: true, mayPassOn: true }],
    ["my-actions-page-2", amongMany(collected(all, "my-actions", "my-actions"))],
    ["idea-story-last-year", begunLastYear(collected(all, "idea-story", "idea-story"))],
    ["team-status-not-reached", reachedByNone(collected(all, "team-status", "team-status"))],
    ["team-status-no-url", { ...collected(all, "team-status", "team-status"), leads: false, findings: [{ finding: "no-url" }] }],
    ["own-parts-not-counted", { say: "own-parts", teams: "not-counted", findings: [{ finding: "store-down" }] }],
    ["tenant-status-many", ofManyTeams(collected(all, "tenant-status", "tenant-status"))],
    ["teams-every-health", everyHealth(collected(all, "teams", "teams"))],
    ["refusal-chat-only", chatOnly(collected(all, "refusal-channel-only", "refusal"))],
  ]);
