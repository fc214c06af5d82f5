import { leastToRemindMs } from "../../domain/asking/cadence.ts";
import { afterWorkingHours, nextWorkingMorning } from "../../domain/asking/calendar.ts";
import { hourMs } from "../../domain/asking/local-time.ts";
import { isDayOff } from "../../domain/asking/own-moment.ts";
import { type Member, whyNotAsked } from "../../domain/people/person.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readAsks, reminderGuard, type StoredAsk } from "../../store/ask.ts";
import { putDue } from "../../store/due.ts";
import { readMember, readMembers } from "../../store/member.ts";
import { type Round, readRound } from "../../store/round.ts";
import { guardOf, readSend } from "../../store/send.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { afterSend, toMember } from "../sending/say-to.ts";
import { type SendResult, sendOnce } from "../sending/send-once.ts";
import { againKey, questionTo, readAsked } from "./question.ts";
import { sendAll } from "./send-all.ts";

/** Working hours after which the round's reminder settles a doubtful question, unless the person answers first. */
const hoursToSettle = 4;

/** When a doubt is settled: at the latest an hour before the digest, since after it there is nothing to remind of. */
const settledAt = (team: Team, round: Round, doubtfulAt: number): number =>
  Math.min(afterWorkingHours(doubtfulAt, hoursToSettle, team.settings), Math.max(doubtfulAt, round.digestAt - hourMs));

export const remindLater = async ({ rows, clock }: Ports, team: Team, round: Round, { person, sentAt }: StoredAsk): Promise<void> => {
  const at = settledAt(team, round, sentAt ?? clock.now());
  await putDue(rows, { at, team: team.id, job: { job: "remind-doubtful", team: team.id, round: round.id, person, at } });
};

/** A question that waits for its reminder, and the person who was asked. */
type Waiting = { readonly ask: StoredAsk; readonly member: Member };

/**
 * Finds the questions of a round that nobody has answered and whose reminder is due. After three days of downtime the digest is due too: a person reminded then
 * could answer only the next one.
 */
export const waitingForReminder = async ({ rows, clock }: Ports, team: Team, round: Round, at: number): Promise<readonly Waiting[]> => {
  const now = clock.now();
  if (round.remindAt !== at || round.state === "closed" || round.digestAt <= now) return [];
  const [asks, members] = await Promise.all([readAsks(rows, team.id, round.id), readMembers(rows, team.id)]);
  const { notAsked } = team.settings;
  const mayBe = (member: Member) => !whyNotAsked(member, notAsked, now) && !isDayOff(member, now, team.settings);
  const allowed = new Map(members.filter(mayBe).map((member) => [member.person, member]));
  // A person whose question came late is not reminded of it at once; a doubtful question has a time of its own.
  const isTime = ({ delivery, sentAt = 0 }: StoredAsk) =>
    (delivery === "sent" && sentAt + leastToRemindMs <= Math.max(now, at)) ||
    (delivery === "doubtful" && settledAt(team, round, sentAt) <= now);
  return asks.flatMap((ask) => {
    const member = allowed.get(ask.person);
    return member && ask.answer === undefined && isTime(ask) ? [{ ask, member }] : [];
  });
};

/** Sends one reminder in a round to the people who were asked and have not answered. Where the check-in is due too, its job sends both (check-in-round.ts). */
export const remindRound: JobFlow<"remind-round"> = async (job, ports) => {
  const { rows, log } = ports;
  const [stored, round] = await Promise.all([readTeam(rows, job.team), readRound(rows, job.team, job.round)]);
  if (!stored || rests(stored.team) || round?.remindAt !== job.at || round.checkInAt === job.at) return undefined;
  const { team } = stored;
  const waiting = await waitingForReminder(ports, team, round, job.at);
  const laterMs = await sendAll(waiting, ({ ask, member }) => remind(ports, team, round, ask, member));
  log.info("round-reminded", { team: job.team, round: job.round, reminded: waiting.length });
  return laterMs === undefined ? undefined : { laterMs };
};

/** Sends the reminder under its one guard, so that a person gets one in a round: with all others, with a check-in, or from `remindDoubtful`. */
export const remind = async (ports: Ports, team: Team, round: Round, ask: StoredAsk, member: Member | undefined): Promise<SendResult> => {
  if (!member) return { outcome: "over" };
  const message = await questionTo(ports, "reminder", { team, round, ask }, member);
  return sendOnce(ports, team, reminderGuard(round.id, ask.person), ask.reminder, toMember(ports, team, member, message, false));
};

/** Sends the reminder to one person whose question may not have arrived, also in a team without reminders. */
export const remindDoubtful: JobFlow<"remind-doubtful"> = async (job, ports) => {
  const asked = await readAsked(job, ports);
  if (!asked || asked.round.state === "closed") return undefined;
  const { team, round, ask } = asked;
  const again = ask.answer === "later" ? await readSend(ports.rows, teamPartition(team.id), guardOf(againKey(ask))) : undefined;
  const isDoubtful = (ask.answer === undefined && ask.delivery === "doubtful") || again?.delivery === "doubtful";
  if (!isDoubtful) return undefined;
  const member = await readMember(ports.rows, team.id, job.person);
  const now = ports.clock.now();
  if (!member || whyNotAsked(member, team.settings.notAsked, now)) return undefined;
  if (isDayOff(member, now, team.settings)) {
    const at = nextWorkingMorning(now, team.settings, member.workingDays);
    if (at < round.digestAt) await putDue(ports.rows, { at, team: team.id, job: { ...job, at } });
    return undefined;
  }
  return afterSend(await remind(ports, team, round, ask, member));
};
