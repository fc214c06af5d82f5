import { afterWorkingHours, nextPrompt, type RoundId, roundTimes, weekOf } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import type { IdeaForm, Message } from "../domain/message.ts";
import { type Member, type PersonId, whyNotAsked } from "../domain/person.ts";
import { largeTeam, type Team, type TeamId } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { type Due, putDue } from "../store/due.ts";
import { readIdea } from "../store/ideas.ts";
import { choseTeam, claimWeek, mergeMember, readMember, readMembers, readPerson } from "../store/people.ts";
import {
  askGuard,
  insertAsk,
  insertRound,
  mergeAnswer,
  mergeRound,
  putRound,
  type Round,
  readAsk,
  readAsks,
  readRound,
  reminderGuard,
  type StoredAsk,
} from "../store/rounds.ts";
import { isOver, mergeCancelled } from "../store/sends.ts";
import { readTeam, teamPartition } from "../store/teams.ts";
import { inBatches, movePrompt, nextPromptOf, readRoster } from "./add-team.ts";
import { type CommandFlow, type JobFlow, refuse } from "./flow.ts";
import { ideaForm } from "./idea-form.ts";
import { afterSend, type SendResult, sayTo, sendOnce, toMember } from "./send.ts";
import { knownTeam, leadsTeam } from "./who.ts";

/** A lead asks the team now: this week's round is brought forward, and the clock then skips it. */
export const promptNow: CommandFlow<"prompt-now"> = async (_command, scene, ports) => {
  const found = await knownTeam(scene, ports, "leads");
  if ("refusal" in found) return found.refusal;
  const { team } = found;
  if (!leadsTeam(team, scene.who.person)) return refuse("not-a-lead");
  const now = ports.clock.now();
  const week = weekOf(now, team.settings.zone);
  const [round] = await Promise.all([
    readRound(ports.rows, team.id, week),
    ports.jobs.put({ job: "start-round", team: team.id, by: scene.who.person }),
  ]);
  const digestAt = round && team.openRounds.includes(week) ? round.digestAt : roundTimes(team.settings, now).digestAt;
  return { say: "asking-now", team: teamView(team), digestAt, again: round !== undefined };
};

/**
 * Starts a team's round, or goes on with one that was begun: everybody on the roster who may be asked gets one row and one job. It may run twice, and
 * on several instances at once: the round's row and each person's row are inserted once.
 */
export const startRound: JobFlow<"start-round"> = async (job, ports) => {
  const { rows, jobs, clock, log } = ports;
  const stored = await readTeam(rows, job.team);
  if (!stored || stored.team.removedAt !== undefined) return undefined;
  // The clock of the instance that ticked may be ahead of this one's.
  const now = Math.max(clock.now(), job.at ?? 0);
  // A question that is late by so much that its week has gone by is this week's; one that was begun is gone on with.
  const planned = weekOf(job.at ?? now, stored.team.settings.zone);
  const unfinished = (await readRound(rows, job.team, planned))?.state === "planning";
  const week = unfinished ? planned : weekOf(now, stored.team.settings.zone);
  const begun = await readRound(rows, job.team, week);
  const byClock = job.by === undefined;
  if (byClock && begun?.state !== "planning" && stored.team.nextPromptAt !== job.at) return undefined;
  if (byClock && begun !== undefined && begun.state !== "planning") {
    // This week has been asked already: the clock waits for the next.
    await movePrompt(ports, stored.team, (team) => ({ ...team, nextPromptAt: nextPromptOf({ ...team, lastRound: week }, now) }));
    return undefined;
  }
  const read = await readRoster(job.team, ports);
  if (!read || "laterMs" in read) return read;
  const { team, members } = read;

  if (byClock && members.length > largeTeam && !team.largeTeamAgreed) {
    log.info("start-round", { team: team.id, waits: "large-team", size: members.length });
    await jobs.put({ job: "tell-leads", team: team.id, news: "large-team", once: String(team.addedAt) });
    await movePrompt(ports, team, (stored) => ({
      ...stored,
      nextPromptAt: nextPrompt(stored.settings, now, stored.lastRound),
    }));
    return undefined;
  }
  const allowed = await askedHere(ports, team, week, members, now);
  const fresh: Round = {
    id: week,
    startedAt: now,
    ...(job.by ? { by: job.by } : {}),
    ...roundTimes(team.settings, now),
    state: "planning",
  };
  if (!begun) {
    if ((await rows.commit(teamPartition(team.id), [insertRound(fresh)])) === "exists") return { laterMs: 1_000 };
  }
  let round = begun ?? fresh;
  if (begun?.state === "closed") {
    // Its digest has been posted. Who has not been asked is asked after all, and a new digest will tell what they say.
    const asked = new Set((await readAsks(rows, team.id, week)).map((ask) => ask.person));
    if (allowed.every(({ person }) => asked.has(person))) return undefined;
    round = fresh;
    await rows.commit(teamPartition(team.id), [putRound(fresh)]);
  }
  if (round.state === "planning") for (const due of roundDue(team.id, round)) await putDue(rows, due);
  await planAsks(ports, team, round, allowed);
  await jobs.put({ job: "ask-members", team: team.id, round: week });
  if (round.state === "planning") {
    await movePrompt(ports, team, (stored) => {
      const after: Team = {
        ...stored,
        lastRound: week,
        openRounds: [...stored.openRounds.filter((id) => id !== week), week],
        largeTeamAgreed: stored.largeTeamAgreed || !byClock,
      };
      return { ...after, nextPromptAt: nextPromptOf(after, now) };
    });
    await rows.commit(teamPartition(team.id), [mergeRound(week, { state: "open" })]);
  }
  log.info("start-round", { team: team.id, round: week, asked: allowed.length, by: byClock ? "clock" : "lead" });
  return undefined;
};

/** What the clock owes a round: its reminder, its draft and its digest. */
export const roundDue = (team: TeamId, { id, remindAt, draftAt, digestAt }: Round): readonly Due[] => {
  const owed = (job: "remind-round" | "send-draft" | "post-digest", at: number | undefined): readonly Due[] =>
    at ? [{ at, team, job: { job, team, round: id, at } }] : [];
  return [...owed("remind-round", remindAt), ...owed("send-draft", draftAt), ...owed("post-digest", digestAt)];
};

/** Somebody to be asked; `answered` where they have, on the card of another team. */
type ToAsk = { readonly person: PersonId; readonly isNew: boolean; readonly answered: boolean };

/** Who is asked for this team: everybody who may be, but those in several teams only where no other team has their week, or where they chose this one. */
const askedHere = async (
  { rows }: Ports,
  team: Team,
  week: RoundId,
  members: readonly Member[],
  now: number,
): Promise<readonly ToAsk[]> => {
  const allowed = members.filter((member) => !whyNotAsked(member, team.settings.notAsked, now));
  const toAsk = await inBatches(allowed, async (member): Promise<ToAsk | undefined> => {
    const { person, several, askedSince } = member;
    const isNew = askedSince === undefined;
    if (!several) return { person, isNew, answered: false };
    const claimed = await claimWeek(rows, person, week, team.id);
    if (claimed.chose === team.id && claimed.team !== team.id) return { person, isNew: false, answered: true };
    return claimed.team === team.id ? { person, isNew, answered: false } : undefined;
  });
  return toAsk.filter((one) => one !== undefined);
};

/** One row for each person who has none; another instance may be doing the same. */
const planAsks = async ({ rows, chance, clock }: Ports, team: Team, round: Round, people: readonly ToAsk[]): Promise<void> => {
  for (;;) {
    const asked = new Set((await readAsks(rows, team.id, round.id)).map((ask) => ask.person));
    const missing = people.filter(({ person }) => !asked.has(person)).slice(0, 50);
    if (missing.length === 0) return;
    const changes = missing.flatMap(({ person, isNew, answered }) => [
      insertAsk({
        round: round.id,
        person,
        nonce: chance.id(),
        ...(answered ? { answer: "idea", answeredAt: clock.now() } : {}),
      }),
      ...(isNew ? [mergeMember(person, { askedSince: round.id })] : []),
    ]);
    await rows.commit(teamPartition(team.id), changes);
  }
};

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
    for (const ask of unsettled) await remindLater(ports, team, ask);
    let doubts = 0;
    const askOne = async (ask: StoredAsk): Promise<SendResult> => {
      const member = members.get(ask.person);
      const why = round.state === "closed" ? "late" : whyNotAsked(member, team.settings.notAsked, clock.now());
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
    // What has become doubtful is read again, and settled, before the round is done with.
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

const remindLater = async ({ rows, clock }: Ports, team: Team, { round, person, sentAt }: StoredAsk): Promise<void> => {
  const at = afterWorkingHours(sentAt ?? clock.now(), hoursToSettle, team.settings.zone);
  await putDue(rows, { at, team: team.id, job: { job: "remind-doubtful", team: team.id, round, person, at } });
};

/** The question again, on the morning the person asked for. */
export const askAgain: JobFlow<"ask-again"> = async (job, ports) => {
  const asked = await readAsked(job, ports);
  if (asked?.ask.answer !== "later" || asked.ask.askAgainAt !== job.at || asked.round.state === "closed") return undefined;
  const { team, round, ask } = asked;
  const member = await readMember(ports.rows, team.id, job.person);
  if (whyNotAsked(member, team.settings.notAsked, ports.clock.now())) return undefined;
  return afterSend(
    await sayTo(ports, team, job.person, `send|again|${job.round}|${job.person}|${job.at}`, (member) =>
      questionTo(ports, "again", team, round, ask, member),
    ),
  );
};

/** One reminder in a round, to those who were asked and have not answered. */
export const remindRound: JobFlow<"remind-round"> = async (job, ports) => {
  const { rows, clock, log } = ports;
  const [stored, round, asks, members] = await Promise.all([
    readTeam(rows, job.team),
    readRound(rows, job.team, job.round),
    readAsks(rows, job.team, job.round),
    readMembers(rows, job.team),
  ]);
  if (!stored || stored.team.removedAt !== undefined || round?.remindAt !== job.at || round.state === "closed") return undefined;
  const { team } = stored;
  const allowed = new Map(
    members.filter((member) => !whyNotAsked(member, team.settings.notAsked, clock.now())).map((member) => [member.person, member]),
  );
  const waiting = asks.filter(
    (ask) => ask.answer === undefined && (ask.delivery === "sent" || ask.delivery === "doubtful") && allowed.has(ask.person),
  );
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
  if (!asked || asked.ask.answer !== undefined || asked.ask.delivery !== "doubtful" || asked.round.state === "closed") return undefined;
  const { team, round, ask } = asked;
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
  return afterSend(await sayTo(ports, team, job.person, `send|test|${job.once}`, () => form));
};

const readAsked = async (job: { team: string; round: string; person: PersonId }, { rows }: Ports) => {
  const [stored, round, ask] = await Promise.all([
    readTeam(rows, job.team),
    readRound(rows, job.team, job.round),
    readAsk(rows, job.team, job.round, job.person),
  ]);
  if (!stored || stored.team.removedAt !== undefined || !round || !ask) return undefined;
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
  nonce: ask.nonce,
  round: round.id,
  digestAt: round.digestAt,
  ...(member.several ? await teamChoices(ports, team, ask.person) : {}),
  ...extra,
});

/** Notes an answer that is not an idea. False where the person was not asked in that round. */
export const noteAnswer = async (
  ports: Ports,
  team: string,
  round: string,
  person: PersonId,
  answer: "nothing" | "later",
  askAgainAt?: number,
): Promise<boolean> =>
  (await ports.rows.commit(teamPartition(team), [mergeAnswer(round, person, answer, ports.clock.now(), askAgainAt)])) === "done";
