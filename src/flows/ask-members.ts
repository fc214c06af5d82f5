import { afterWorkingHours, hourMs, leastToRemindMs } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import type { IdeaForm, Message } from "../domain/message.ts";
import { type Member, type PersonId, whyNotAsked } from "../domain/person.ts";
import { rests, type Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { putDue } from "../store/due.ts";
import { readIdea } from "../store/ideas.ts";
import { choseTeam, readMember, readMembers, readPerson } from "../store/people.ts";
import { askGuard, mergeAnswer, type Round, readAsk, readAsks, readRound, reminderGuard, type StoredAsk } from "../store/rounds.ts";
import { guardOf, isOver, mergeCancelled, readSend, sendKey } from "../store/sends.ts";
import { readTeam, teamPartition } from "../store/teams.ts";
import type { JobFlow } from "./flow.ts";
import { ideaForm } from "./idea-form.ts";
import { afterSend, type SendResult, sayTo, sendOnce, toMember } from "./send.ts";

/** People read at once; the rows of those who come later are read again, because they may leave, pause or answer meanwhile. */
const freshFor = 500;
/** Sends of one round in hand at once in one instance; the pace is the tenant's, not this. */
const sideBySide = 40;

/** The weekly question to everybody in a round who has not got it: each at most once, however often and wherever this runs. */
export const askMembers: JobFlow<"ask-members"> = async (job, ports) => {
  const { rows, clock } = ports;
  for (;;) {
    const [stored, round, asks, all] = await Promise.all([
      readTeam(rows, job.team),
      readRound(rows, job.team, job.round),
      readAsks(rows, job.team, job.round),
      readMembers(rows, job.team),
    ]);
    if (!stored || !round) return undefined;
    const { team } = stored;
    const members = new Map(all.map((member) => [member.person, member]));
    const addedBy = team.addedBy && members.get(team.addedBy)?.name;
    const waiting = asks.filter((ask) => ask.answer === undefined && !isOver(ask));
    const unsettled = asks.filter(
      ({ answer, delivery, reminder }) => answer === undefined && delivery === "doubtful" && !reminder.delivery,
    );
    for (const ask of unsettled) await remindLater(ports, team, round, ask);
    let doubts = 0;
    const askOne = async (ask: StoredAsk): Promise<SendResult> => {
      const member = members.get(ask.person);
      const why = round.state === "closed" || rests(team) ? "late" : whyNotAsked(member, team.settings.notAsked, clock.now());
      // One that may be on its way is not called back.
      if ((why || !member) && ask.delivery !== "intent") {
        await rows.commit(teamPartition(team.id), [mergeCancelled(askGuard(ask.round, ask.person), why ?? "left", ask.tag)]);
        return { outcome: "over" };
      }
      if (!member) return { outcome: "over" };
      const first = member.askedSince === job.round ? { first: addedBy ? { addedBy } : {} } : {};
      const message = await questionTo(ports, "prompt", team, round, ask, member, first);
      const result = await sendOnce(ports, team, askGuard(ask.round, ask.person), ask, toMember(ports, team, member, message, false));
      if (result.outcome === "doubtful") doubts += 1;
      return result;
    };
    const laterMs = await sendAll(waiting.slice(0, freshFor), askOne);
    if (laterMs !== undefined) return { laterMs };
    // A send that has become doubtful is read again, and settled, before the round is done with.
    if (waiting.length <= freshFor && doubts === 0) return undefined;
  }
};

/** Several sends side by side. @returns when to come back, where something is left: as soon as the tenant is not spoken to, nothing more is tried. */
const sendAll = async <T>(all: readonly T[], send: (one: T) => Promise<SendResult>): Promise<number | undefined> => {
  const rest = [...all];
  let laterMs: number | undefined;
  let held = false;
  const sendOn = async (): Promise<void> => {
    for (let one = rest.shift(); one !== undefined && !held; one = rest.shift()) {
      const result = await send(one);
      const later = afterSend(result);
      if (result.outcome === "held") held = true;
      if (later) laterMs = Math.min(laterMs ?? later.laterMs, later.laterMs);
    }
  };
  // All come to their end before a fault of one is thrown.
  const ended = await Promise.allSettled(Array.from({ length: sideBySide }, sendOn));
  const fault = ended.find((one) => one.status === "rejected");
  if (fault) throw fault.reason;
  return laterMs;
};

/** Somebody in several teams chooses on the card which one their answer is for. */
const teamChoices = async ({ rows }: Ports, team: Team, person: PersonId): Promise<Pick<IdeaForm, "teams">> => {
  const { teams } = await readPerson(rows, person);
  const others = await Promise.all(teams.filter((id) => id !== team.id).map((id) => readTeam(rows, id)));
  const there = others.flatMap((other) => (other && other.team.removedAt === undefined ? [other.team] : []));
  return there.length > 0 ? { teams: [team, ...there].map(({ id, name }) => ({ id, name })) } : {};
};

/** A question of which nobody knows whether it arrived is settled by an answer, or by the round's reminder after so many working hours. */
const hoursToSettle = 4;

/** When a doubt is to be settled; before the digest in any case, since after it there is nothing to remind of. */
const settledAt = (team: Team, round: Round, doubtfulAt: number): number =>
  Math.min(afterWorkingHours(doubtfulAt, hoursToSettle, team.settings.zone), Math.max(doubtfulAt, round.digestAt - hourMs));

const remindLater = async ({ rows, clock }: Ports, team: Team, round: Round, { person, sentAt }: StoredAsk): Promise<void> => {
  const at = settledAt(team, round, sentAt ?? clock.now());
  await putDue(rows, { at, team: team.id, job: { job: "remind-doubtful", team: team.id, round: round.id, person, at } });
};

/** The question again, on the morning the person asked for. */
export const askAgain: JobFlow<"ask-again"> = async (job, ports) => {
  const asked = await readAsked(job, ports);
  if (asked?.ask.answer !== "later" || asked.ask.askAgainAt !== job.at || asked.round.state === "closed") return undefined;
  const { team, round, ask } = asked;
  const member = await readMember(ports.rows, team.id, job.person);
  if (whyNotAsked(member, team.settings.notAsked, ports.clock.now())) return undefined;
  const result = await sayTo(ports, team, job.person, againKey(ask), (member) => questionTo(ports, "again", team, round, ask, member));
  if (result.outcome === "doubtful") await remindLater(ports, team, round, { ...ask, sentAt: ports.clock.now() });
  return afterSend(result);
};

/** The guard of a question that somebody wanted later. */
const againKey = ({ round, person, askAgainAt = 0 }: StoredAsk): string => sendKey("again", person, round, askAgainAt);

/** One reminder in a round, to those who were asked and have not answered. */
export const remindRound: JobFlow<"remind-round"> = async (job, ports) => {
  const { rows, clock, log } = ports;
  const [stored, round, asks, members] = await Promise.all([
    readTeam(rows, job.team),
    readRound(rows, job.team, job.round),
    readAsks(rows, job.team, job.round),
    readMembers(rows, job.team),
  ]);
  if (!stored || rests(stored.team) || round?.remindAt !== job.at || round.state === "closed") return undefined;
  // After three days down the digest is due too: who is reminded now could only answer the next one.
  if (round.digestAt <= clock.now()) return undefined;
  const { team } = stored;
  const allowed = new Map(
    members.filter((member) => !whyNotAsked(member, team.settings.notAsked, clock.now())).map((member) => [member.person, member]),
  );
  const now = clock.now();
  // Whose question came late is not reminded of it at once; a doubt has a time of its own.
  const isTime = ({ delivery, sentAt = 0 }: StoredAsk) =>
    (delivery === "sent" && sentAt + leastToRemindMs <= Math.max(now, job.at)) ||
    (delivery === "doubtful" && settledAt(team, round, sentAt) <= now);
  const waiting = asks.filter((ask) => ask.answer === undefined && isTime(ask) && allowed.has(ask.person));
  const laterMs = await sendAll(waiting, (ask) => remind(ports, team, round, ask, allowed.get(ask.person)));
  log.info("remind-round", { team: job.team, round: job.round, reminded: waiting.length });
  return laterMs === undefined ? undefined : { laterMs };
};

/** There is one reminder for a person in a round, whatever sends it. */
const remind = async (ports: Ports, team: Team, round: Round, ask: StoredAsk, member: Member | undefined): Promise<SendResult> => {
  if (!member) return { outcome: "over" };
  const message = await questionTo(ports, "reminder", team, round, ask, member);
  return sendOnce(ports, team, reminderGuard(round.id, ask.person), ask.reminder, toMember(ports, team, member, message, false));
};

/** The reminder to one person whose question may not have arrived; also where the team has no reminders. */
export const remindDoubtful: JobFlow<"remind-doubtful"> = async (job, ports) => {
  const asked = await readAsked(job, ports);
  if (!asked || asked.round.state === "closed") return undefined;
  const { team, round, ask } = asked;
  const again = ask.answer === "later" ? await readSend(ports.rows, teamPartition(team.id), guardOf(againKey(ask))) : undefined;
  const isDoubtful = (ask.answer === undefined && ask.delivery === "doubtful") || again?.delivery === "doubtful";
  if (!isDoubtful) return undefined;
  const member = await readMember(ports.rows, team.id, job.person);
  if (whyNotAsked(member, team.settings.notAsked, ports.clock.now())) return undefined;
  return afterSend(await remind(ports, team, round, ask, member));
};

/** Somebody asked for this team has answered for another: they are not asked here any more, and count there. */
export const answeredElsewhere: JobFlow<"answered-elsewhere"> = async (job, { rows, clock }) => {
  const idea = await readIdea(rows, job.to, job.idea);
  if (!idea || idea.idea.author !== job.person) return undefined;
  await choseTeam(rows, job.person, job.round, job.to);
  const ask = await readAsk(rows, job.team, job.round, job.person);
  if (ask && (ask.answer === undefined || ask.answer === "later"))
    await rows.commit(teamPartition(job.team), [mergeAnswer(job.round, job.person, "elsewhere", clock.now())]);
  return undefined;
};

/** The question as members get it, to a lead who wants to see it. It belongs to no round. */
export const sendTestPrompt: JobFlow<"send-test"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  if (!stored || stored.team.removedAt !== undefined) return undefined;
  const { team } = stored;
  const form = await ideaForm("test", team, [], undefined, ports);
  return afterSend(await sayTo(ports, team, job.person, sendKey("test", job.person, job.once), () => form));
};

const readAsked = async (job: { team: string; round: string; person: PersonId }, { rows }: Ports) => {
  const [stored, round, ask] = await Promise.all([
    readTeam(rows, job.team),
    readRound(rows, job.team, job.round),
    readAsk(rows, job.team, job.round, job.person),
  ]);
  if (!stored || rests(stored.team) || !round || !ask) return undefined;
  return { team: stored.team, round, ask };
};

/** The question of a round as one person gets it. */
const questionTo = async (
  ports: Ports,
  why: IdeaForm["why"],
  team: Team,
  round: Round,
  ask: StoredAsk,
  member: Member,
  extra: Partial<IdeaForm> = {},
): Promise<Message> => ({
  say: "idea-form",
  why,
  team: teamView(team),
  secret: ports.chance.id(),
  round: round.id,
  digestAt: round.digestAt,
  ...(member.several ? await teamChoices(ports, team, ask.person) : {}),
  ...extra,
});
