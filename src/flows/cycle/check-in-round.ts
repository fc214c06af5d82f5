import { weekOf } from "../../domain/asking/cadence.ts";
import { isWorkingDay, nextWorkingMorning } from "../../domain/asking/calendar.ts";
import { dateOf, hourMs } from "../../domain/asking/local-time.ts";
import { isDayOff } from "../../domain/asking/own-moment.ts";
import type { Idea } from "../../domain/idea/idea.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { IdeaForm } from "../../domain/message/ideas.ts";
import type { Message } from "../../domain/message/index.ts";
import { isPresent, type Member, type PersonId } from "../../domain/people/person.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readAsk, reminderGuard, type StoredAsk } from "../../store/ask.ts";
import { claimCheckIn, readWeek } from "../../store/claims.ts";
import { putDue } from "../../store/due.ts";
import { readIdeas } from "../../store/idea.ts";
import { readMember, readMembers } from "../../store/member.ts";
import { type Round, readOpenRounds, readRound, readRoundsSince } from "../../store/round.ts";
import { isSaid, type Said } from "../../store/said.ts";
import { guardOf, isOver, mergeAgain, mergeCancelled, readSend, sendKey } from "../../store/send.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import { questionTo } from "../asking/question.ts";
import { remind, waitingForReminder } from "../asking/remind-round.ts";
import { sendAll } from "../asking/send-all.ts";
import type { JobFlow } from "../flow.ts";
import { planReviewOf } from "../review/plan-review.ts";
import { keepingId, toMember } from "../sending/say-to.ts";
import { type SendResult, sendOnce } from "../sending/send-once.ts";
import { planDrop } from "../teams/drop-old.ts";
import { checkInMessage, isOwnedBy, listedWith, type OwnedIdea, readOwned, teamsChecked } from "./check-in.ts";
import { oweNudge } from "./nudge.ts";

/** A round whose check-in is due at an instant (ms). `since`: the instant from which its nudge is counted, for it may be late. */
type DueCheckIn = { readonly team: Team; readonly round: Round; readonly at: number; readonly since: number };

/** Age (ms) from which a check-in is late. */
const lateMs = 12 * hourMs;

/** Is the check-in of a later round due by the end of today? */
const isOvertaken = async ({ rows }: Ports, { id, settings: { zone } }: Team, round: Round, now: number): Promise<boolean> => {
  const { checkInAt = 0 } = round;
  const rounds = await readRoundsSince(rows, id, round.id);
  return rounds.some(({ checkInAt: at = 0 }) => at > checkInAt && dateOf(at, zone) <= dateOf(now, zone));
};

/**
 * Asks every owner once in a round how it goes, in one message about all that they own. Where the reminder is due at this instant too, it sends that as well:
 * an owner gets one card with both. A person who has paused is not asked; one whom the settings except from the question is. An owner with a day off is asked on
 * their next working day, without a reminder.
 */
export const checkInRound: JobFlow<"check-in"> = async (job, ports) => {
  const { rows, clock, log } = ports;
  const [stored, round] = await Promise.all([readTeam(rows, job.team), readRound(rows, job.team, job.round)]);
  if (!stored || rests(stored.team) || round?.checkInAt !== job.at) return undefined;
  const { team } = stored;
  const { settings } = team;
  const now = clock.now();
  await planDrop(ports, team.id);
  await planReviewOf(ports, team);
  const isLate = now - job.at > lateMs;
  // After downtime it waits for a working day, unless its own day is none, and gives way to the check-in of a later round.
  if (job.person === undefined && (isLate || isWorkingDay(job.at, settings)) && !isWorkingDay(now, settings)) {
    await putDue(rows, { at: nextWorkingMorning(now, settings), team: team.id, job });
    return undefined;
  }
  if (isLate && (await isOvertaken(ports, team, round, now))) return undefined;
  const [waiting, members, ideas] = await Promise.all([
    job.person === undefined ? waitingForReminder(ports, team, round, job.at) : [],
    readMembers(rows, team.id),
    readIdeas(rows, team.id),
  ]);
  const reminders = new Map(waiting.map(({ ask }) => [ask.person, ask]));
  const read = new Map<TeamId, Promise<readonly Idea[]>>([[team.id, Promise.resolve(ideas.map(({ idea }) => idea))]]);
  const ideasOf = (id: TeamId): Promise<readonly Idea[]> => {
    const reading = read.get(id) ?? readIdeas(rows, id).then((all) => all.map(({ idea }) => idea));
    read.set(id, reading);
    return reading;
  };
  const due = { team, round, at: job.at, since: isLate ? now : job.at };
  let owners = 0;
  const sendTo = async (member: Member): Promise<SendResult> => {
    const ask = reminders.get(member.person);
    if (isDayOff(member, now, settings)) {
      const { person } = member;
      await putDue(rows, { at: nextWorkingMorning(now, settings, member.workingDays), team: team.id, job: { ...job, person } });
      return { outcome: "over" };
    }
    const owned = (member.pausedUntil ?? 0) > now ? [] : await ownedToCheck(ports, due, member, ideasOf);
    if (owned.length === 0) return ask ? remindAlone(ports, due, ask, member) : { outcome: "over" };
    owners += 1;
    return checkIn(ports, due, member, owned, ask);
  };
  const isOwner = ({ person }: Member) => ideas.some(({ idea }) => isOwnedBy(idea, person));
  const isMeant = ({ person }: Member) => job.person === undefined || job.person === person;
  const mayOwn = (one: Member) => isPresent(one) && (reminders.has(one.person) || one.inSeveralTeams || isOwner(one));
  const some = members.filter((one) => isMeant(one) && mayOwn(one));
  const laterMs = await sendAll(some, sendTo);
  if (round.remindAt === job.at) log.info("round-reminded", { team: job.team, round: job.round, reminded: waiting.length });
  log.info("owners-checked-in", { team: job.team, round: job.round, owners });
  return laterMs === undefined ? undefined : { laterMs };
};

/**
 * The ideas that this team asks a person about. A person in several teams is asked in one of them about the ideas in all: in the team that asks them this week,
 * so that its reminder and the check-in are one card; else in the one that is first.
 */
const ownedToCheck = async (
  ports: Ports,
  { team, round, at }: DueCheckIn,
  member: Member,
  ideasOf: (team: TeamId) => Promise<readonly Idea[]>,
): Promise<readonly OwnedIdea[]> => {
  const { person, inSeveralTeams } = member;
  if (!inSeveralTeams) return readOwned(ports, person, [team.id], ideasOf);
  const asking = await readWeek(ports.rows, person, round.id);
  if (asking !== undefined && asking !== team.id) {
    const other = await readTeam(ports.rows, asking);
    if (other && !rests(other.team)) return [];
  }
  const owned = await readOwned(ports, person, await teamsChecked(ports, team.id, member), ideasOf);
  if (owned.length === 0 || (asking === undefined && !owned.some((one) => one.team.id === team.id))) return [];
  return (await claimCheckIn(ports.rows, person, weekOf(at, team.settings.zone), team.id)) === team.id ? owned : [];
};

const checkInKey = ({ team, at }: Pick<DueCheckIn, "team" | "at">, person: PersonId): string =>
  sendKey("check-in", person, dateOf(at, team.settings.zone));

/** Sends the check-in, at most one to a person on a day: two rounds of a team may have it on the same day. */
const checkIn = async (
  ports: Ports,
  { team, round, at, since }: DueCheckIn,
  member: Member,
  owned: readonly OwnedIdea[],
  ask: StoredAsk | undefined,
): Promise<SendResult> => {
  const { person } = member;
  const key = checkInKey({ team, at }, person);
  const guard = guardOf(key);
  await oweNudge(ports, { team, person, since });
  const known = await readSend(ports.rows, teamPartition(team.id), guard);
  if (known && isOver(known)) return ask ? remind(ports, team, round, ask, member) : { outcome: "over" };
  if (member.unreachable) return { outcome: "over" };
  const message = await checkInMessage(ports, "round", owned, since);
  const question =
    ask && (await carriesReminder(ports, team, ask)) ? await questionTo(ports, "reminder", { team, round, ask }, member) : undefined;
  const whole = question?.say === "idea-form" ? { ...message, question } : message;
  const attempt = keepingId(toMember(ports, team, member, whole, false), key, await listedWith(ports, team, key, owned));
  return sendOnce(ports, team, guard, known ?? "new", attempt);
};

/**
 * The message that takes the place of a check-in or a nudge with which an idea was listed, from the rows as they now stand: the other ideas on it and, where it
 * is still open, the question. Undefined for another message, and where nothing is left of it.
 */
export const checkInInstead = async (
  ports: Ports,
  team: Team,
  { person, guardKey, sentAt }: Pick<Said, "person" | "guardKey" | "sentAt">,
): Promise<Message | undefined> => {
  const [, message, , which = ""] = guardKey.split("|");
  const member = await readMember(ports.rows, team.id, person);
  if ((message !== "check-in" && message !== "nudge") || !member || sentAt === undefined) return undefined;
  const owned = await readOwned(ports, person, await teamsChecked(ports, team.id, member));
  const isOnIt = await Promise.all(owned.map((one) => isSaid(ports.rows, one.team.id, one.idea.id, guardKey)));
  const left = owned.filter((_, at) => isOnIt[at]);
  const question = message === "check-in" ? await questionOn(ports, team, member, which) : undefined;
  if (left.length === 0) return question;
  const [why, since] = message === "check-in" ? (["round", sentAt] as const) : (["nudge", Number(which)] as const);
  const checkIn = await checkInMessage(ports, why, left, since);
  return question ? { ...checkIn, question } : checkIn;
};

/** The question on a check-in of a local date, while its round is open and it waits for an answer. */
const questionOn = async (ports: Ports, team: Team, member: Member, date: string): Promise<IdeaForm | undefined> => {
  for (const round of await readOpenRounds(ports.rows, team)) {
    if (round.checkInAt === undefined || dateOf(round.checkInAt, team.settings.zone) !== date) continue;
    const ask = await readAsk(ports.rows, team.id, round.id, member.person);
    if (!ask || ask.answer !== undefined || ask.reminder.why !== withCheckIn) continue;
    const question = await questionTo(ports, "reminder", { team, round, ask }, member);
    if (question.say === "idea-form") return question;
  }
  return undefined;
};

/** The reason that stands in the guard of a reminder which a check-in carries. */
const withCheckIn = "with the check-in";

/**
 * Reminds a person who owns nothing. Where Teams was away, the check-in that was to carry the reminder may have come to nothing, because their last idea has
 * ended since: the reminder then goes out by itself.
 */
const remindAlone = async (ports: Ports, due: DueCheckIn, ask: StoredAsk, member: Member): Promise<SendResult> => {
  const { team, round } = due;
  const partition = teamPartition(team.id);
  if (ask.reminder.delivery !== "cancelled" || ask.reminder.why !== withCheckIn) return remind(ports, team, round, ask, member);
  const checkIn = await readSend(ports.rows, partition, guardOf(checkInKey(due, member.person)));
  const mayHaveIt = checkIn?.delivery !== undefined && checkIn.delivery !== "again";
  if (mayHaveIt) return { outcome: "over" };
  await ports.rows.commit(partition, [mergeAgain(reminderGuard(round.id, ask.person), ask.tag)]);
  const now = await readAsk(ports.rows, team.id, round.id, ask.person);
  return now && now.answer === undefined ? remind(ports, team, round, now, member) : { outcome: "over" };
};

/** Keeps the reminder of a question from being sent by itself (compare-and-set). False where it has been, or the person has just answered. */
const carriesReminder = async ({ rows }: Ports, team: Team, { round, person, tag, reminder }: StoredAsk): Promise<boolean> => {
  if (reminder.delivery === "cancelled") return reminder.why === withCheckIn;
  if (reminder.delivery !== undefined && reminder.delivery !== "again") return false;
  return (await rows.commit(teamPartition(team.id), [mergeCancelled(reminderGuard(round, person), withCheckIn, tag)])) === "done";
};
