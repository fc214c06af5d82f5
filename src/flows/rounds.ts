import { nextPrompt, roundTimes, weekOf } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import type { IdeaForm, Message } from "../domain/message.ts";
import { type Member, mayBeAsked, type PersonId } from "../domain/person.ts";
import { largeTeam, type Team, type TeamId } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { type Due, putDue } from "../store/due.ts";
import { mergeMember, readMember } from "../store/people.ts";
import {
  askKey,
  insertAsk,
  insertRound,
  mergeAnswer,
  mergeRound,
  putRound,
  type Round,
  readAsk,
  readAsks,
  readRound,
} from "../store/rounds.ts";
import { readTeam, teamPartition } from "../store/teams.ts";
import { movePrompt, nextPromptOf, readRoster } from "./add-team.ts";
import { type CommandFlow, type JobFlow, refuse } from "./flow.ts";
import { ideaForm } from "./idea-form.ts";
import { afterSend, sayTo } from "./send.ts";
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
  const allowed = members.filter((member) => mayBeAsked(member, now) && !team.settings.notAsked.includes(member.person));
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
    if (allowed.every((member) => asked.has(member.person))) return undefined;
    round = fresh;
    await rows.commit(teamPartition(team.id), [putRound(fresh)]);
  }
  if (round.state === "planning") for (const due of roundDue(team.id, round)) await putDue(rows, due);
  await planAsks(ports, team, round, allowed);
  for (const ask of await readAsks(rows, team.id, week)) {
    if (ask.delivery === undefined && ask.answer === undefined)
      await jobs.put({ job: "ask-member", team: team.id, round: week, person: ask.person });
  }
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

/** One row for each person who has none; another instance may be doing the same. */
const planAsks = async ({ rows, chance }: Ports, team: Team, round: Round, members: readonly Member[]): Promise<void> => {
  for (;;) {
    const asked = new Set((await readAsks(rows, team.id, round.id)).map((ask) => ask.person));
    const missing = members.filter((member) => !asked.has(member.person)).slice(0, 50);
    if (missing.length === 0) return;
    const changes = missing.flatMap((member) => [
      insertAsk({ round: round.id, person: member.person, nonce: chance.id() }),
      ...(member.askedSince === undefined ? [mergeMember(member.person, { askedSince: round.id })] : []),
    ]);
    await rows.commit(teamPartition(team.id), changes);
  }
};

/** The weekly question to one person, in their own chat. */
export const askMember: JobFlow<"ask-member"> = async (job, ports) => {
  const asked = await readAsked(job, ports);
  if (!asked || asked.ask.answer !== undefined) return undefined;
  const { team, round, ask } = asked;
  const result = await sayTo(ports, team, job.person, askKey(job.round, job.person), false, (member) => {
    const first = member.askedSince === job.round;
    return promptOf("prompt", team, round, ask.nonce, first ? { first: asked.addedBy ? { addedBy: asked.addedBy } : {} } : {});
  });
  return afterSend(result);
};

/** The question again, on the morning the person asked for. */
export const askAgain: JobFlow<"ask-again"> = async (job, ports) => {
  const asked = await readAsked(job, ports);
  if (asked?.ask.answer !== "later" || asked.ask.askAgainAt !== job.at || asked.round.state === "closed") return undefined;
  if (!(await stillAsked(asked.team, job.person, ports))) return undefined;
  const { team, round, ask } = asked;
  return afterSend(
    await sayTo(ports, team, job.person, `send|again|${job.round}|${job.person}|${job.at}`, true, () =>
      promptOf("again", team, round, ask.nonce, {}),
    ),
  );
};

/** Is this person still one to be asked? They may have paused, or been excepted, since the question was planned. */
const stillAsked = async (team: Team, person: PersonId, { rows, clock }: Ports): Promise<boolean> => {
  const member = await readMember(rows, team.id, person);
  return member !== undefined && mayBeAsked(member, clock.now()) && !team.settings.notAsked.includes(person);
};

/** One reminder in a round, to those who were asked and have not answered. */
export const remindRound: JobFlow<"remind-round"> = async (job, ports) => {
  const { rows, jobs, log } = ports;
  const stored = await readTeam(rows, job.team);
  const round = await readRound(rows, job.team, job.round);
  if (!stored || stored.team.removedAt !== undefined || round?.remindAt !== job.at || round.state === "closed") return undefined;
  const waiting = (await readAsks(rows, job.team, job.round)).filter(
    (ask) => ask.answer === undefined && (ask.delivery === "sent" || ask.delivery === "doubtful"),
  );
  let reminded = 0;
  for (const ask of waiting) {
    if (!(await stillAsked(stored.team, ask.person, ports))) continue;
    await jobs.put({ job: "remind-member", team: job.team, round: job.round, person: ask.person });
    reminded++;
  }
  log.info("remind-round", { team: job.team, round: job.round, reminded });
  return undefined;
};

export const remindMember: JobFlow<"remind-member"> = async (job, ports) => {
  const asked = await readAsked(job, ports);
  if (!asked || asked.ask.answer !== undefined || asked.round.state === "closed") return undefined;
  const { team, round, ask } = asked;
  return afterSend(
    await sayTo(ports, team, job.person, `send|reminder|${job.round}|${job.person}`, true, () =>
      promptOf("reminder", team, round, ask.nonce, {}),
    ),
  );
};

/** The question as members get it, to a lead who wants to see it. It belongs to no round. */
export const sendTestPrompt: JobFlow<"send-test"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  if (!stored || stored.team.removedAt !== undefined) return undefined;
  const { team } = stored;
  const form = await ideaForm("test", team, [], undefined, ports);
  return afterSend(await sayTo(ports, team, job.person, `send|test|${job.once}`, true, () => form));
};

const readAsked = async (job: { team: string; round: string; person: PersonId }, { rows }: Ports) => {
  const [stored, round, ask] = await Promise.all([
    readTeam(rows, job.team),
    readRound(rows, job.team, job.round),
    readAsk(rows, job.team, job.round, job.person),
  ]);
  if (!stored || stored.team.removedAt !== undefined || !round || !ask) return undefined;
  const adder = stored.team.addedBy ? await readMember(rows, job.team, stored.team.addedBy) : undefined;
  return { team: stored.team, round, ask, ...(adder ? { addedBy: adder.name } : {}) };
};

const promptOf = (why: IdeaForm["why"], team: Team, round: Round, nonce: string, extra: Partial<IdeaForm>): Message => ({
  say: "idea-form",
  why,
  team: teamView(team),
  nonce,
  round: round.id,
  digestAt: round.digestAt,
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
