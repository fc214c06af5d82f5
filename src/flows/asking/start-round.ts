import { roundTimes, weekOf } from "../../domain/asking/cadence.ts";
import { isOff } from "../../domain/asking/calendar.ts";
import { hourMs } from "../../domain/asking/local-time.ts";
import { keptQuestion } from "../../domain/asking/question.ts";
import type { RoundId, TeamId } from "../../domain/ids.ts";
import { type Member, type PersonId, whyNotAsked } from "../../domain/people/person.ts";
import { questionInTurn, rests, type Team, waitsForLead } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { insertAsk, insertNotAsked, mergeAskAgain, readAsideAsks, readAsks, type StoredAsk } from "../../store/ask.ts";
import { type Due, putDue } from "../../store/due.ts";
import { mergeMember } from "../../store/member.ts";
import { insertRound, mergeRound, putRound, type Round, readRound } from "../../store/round.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import { fewAtOnce } from "../few-at-once.ts";
import type { JobEnd, JobFlow } from "../flow.ts";
import { readRoster } from "../teams/read-roster.ts";
import { askedHere, type ToAsk } from "./asked-here.ts";
import { offerLess } from "./less-often.ts";
import { movePrompt, roundDue, withNextPrompt } from "./prompt-time.ts";

/**
 * Starts a team's round, or goes on with one whose start was cut off. It stores one row for each person on the roster who may be asked, and puts one job for
 * the round. It is idempotent, also on several instances at once: the round's row and each person's row are inserted once.
 */
export const startRound: JobFlow<"start-round"> = async (job, ports) => {
  const { rows, jobs, clock, log } = ports;
  const stored = await readTeam(rows, job.team);
  if (!stored) return undefined;
  // The clock of the instance that ticked may be ahead of this one's.
  const now = Math.max(clock.now(), job.at ?? 0);
  // If the planned week is already over, the round counts for the current week, unless the planned week's round was begun: then it is finished.
  const planned = weekOf(job.at ?? now, stored.team.settings.zone);
  const unfinished = (await readRound(rows, job.team, planned))?.state === "planning";
  const week = unfinished ? planned : weekOf(now, stored.team.settings.zone);
  const begun = await readRound(rows, job.team, week);
  if (rests(stored.team)) {
    // Another run began the round and did not finish before the team was archived.
    if (begun?.state === "planning") await rows.commit(teamPartition(job.team), [mergeRound(week, { state: "closed" })]);
    return undefined;
  }
  const byClock = job.by === undefined;
  if (byClock && begun?.state !== "planning" && stored.team.nextPromptAt !== job.at) return undefined;
  if (byClock && begun !== undefined && begun.state !== "planning") {
    // The team has been asked this week already: the clock waits for the next.
    await movePrompt(ports, stored.team, (team) => withNextPrompt({ ...team, lastRound: week }, now));
    return undefined;
  }
  // Gnist was down until a day off: the next week has its own question.
  if (byClock && begun === undefined && isOff(now, stored.team.settings)) {
    log.info("round-not-started", { team: job.team, why: "day-off" });
    await movePrompt(ports, stored.team, (team) => withNextPrompt(team, now));
    return undefined;
  }
  const read = await readRoster(job.team, ports, true);
  if ("no" in read) return read.no;
  const { team, members } = read.got;
  if (members.length === 0) return nobodyThere(job, team, now, ports);

  if (byClock && waitsForLead(team, members.length)) {
    log.info("round-not-started", { team: team.id, why: "large-team", size: members.length });
    await jobs.put({ job: "tell-leads", team: team.id, news: "large-team", once: String(team.addedAt) });
    await movePrompt(ports, team, (stored) => withNextPrompt(stored, now));
    return undefined;
  }
  const rowsOf = async (): Promise<readonly StoredAsk[]> => (begun ? readAsks(rows, team.id, week) : []);
  const asked = new Set((await rowsOf()).filter(({ delivery }) => delivery !== "cancelled").map(({ person }) => person));
  const { toAsk: allowed, leftOut } = await askedHere(ports, { team, week, members, plannedAt: job.at ?? now, now, asked });
  const startedAt = job.at !== undefined && now - job.at < littleLateMs ? job.at : now;
  const fresh: Round = {
    id: week,
    startedAt,
    ...(job.by ? { by: job.by } : {}),
    ...roundTimes(team.settings, startedAt),
    // A round has one question, also where it is opened once more.
    ...keptQuestion(begun ? begun.question : questionInTurn(team)),
    state: "planning",
  };
  if (!begun) {
    if ((await rows.commit(teamPartition(team.id), [insertRound(fresh)])) === "exists") return { laterMs: 1_000 };
  }
  let round = begun ?? fresh;
  if (begun?.state === "closed") {
    // The round's digest has been posted. People who were not asked are asked after all, and a new digest will show their ideas.
    const aside = new Set(await readAsideAsks(rows, team.id, week));
    if (allowed.every(({ person }) => asked.has(person) || aside.has(person))) return undefined;
    round = fresh;
    await rows.commit(teamPartition(team.id), [putRound(fresh)]);
  }
  if (round.state === "planning") for (const due of roundDue(team.id, round)) await putDue(rows, due);
  const lookAt = Math.min(now + hoursToAskElsewhere * hourMs, round.digestAt - hourMs);
  if (leftOut && lookAt > now)
    await putDue(rows, { at: lookAt, team: team.id, job: { job: "ask-left-out", team: team.id, round: week, at: lookAt } });
  const toAsk = new Set(allowed.map(({ person }) => person));
  await offerLess(
    ports,
    team,
    week,
    members.filter(({ person }) => toAsk.has(person)),
  );
  await planAsks(ports, team, round, [...allowed, ...unreachable(team, members, now)]);
  if (!byClock) await askAfterAll(ports, team, week, allowed);
  await jobs.put({ job: "ask-members", team: team.id, round: week, ...(job.at === undefined ? {} : { at: job.at }) });
  if (round.state === "planning") {
    const opened = (stored: Team): Team => {
      if (rests(stored)) return stored;
      const openRounds = [...stored.openRounds.filter((id) => id !== week), week];
      const asked = { lastRound: week, lastQuestion: round.question ?? "friction" } as const;
      return withNextPrompt({ ...stored, ...asked, openRounds, largeTeamAgreed: stored.largeTeamAgreed || !byClock }, now);
    };
    // Stored in one transaction with the team: if the team is archived at this moment, the round is closed at once.
    await movePrompt(ports, team, opened, async (after) => [mergeRound(week, { state: rests(after) ? "closed" : "open" })]);
  }
  // The first search for a lead went to one person, who may not have read it.
  if (team.leads.length === 0) await jobs.put({ job: "find-lead", team: team.id, once: week, openly: true });
  const started = { team: team.id, round: week, asked: allowed.length, by: byClock ? "clock" : "lead" } as const;
  if (allowed.length > 0) log.info("round-started", started);
  else log.warn("round-started", started);
  return undefined;
};

/** A round that begins no later (ms) than this after its time has the times that people have been told. */
const littleLateMs = hourMs;

/** A team whose roster shows nobody is read again for this long (ms) before its week is given up, with a pause of `waitMs` between the readings. */
const mostWaitMs = 6 * hourMs;
const waitMs = 5 * 60_000;

/** Puts off the round of a team whose roster is empty: no team is without people, and a week is not used up by asking nobody. */
const nobodyThere = async (job: Parameters<typeof startRound>[0], team: Team, now: number, ports: Ports): Promise<JobEnd> => {
  ports.log.warn("round-not-started", { team: team.id, why: "nobody-there" });
  if (job.at !== undefined && ports.clock.now() - job.at < mostWaitMs) return { laterMs: waitMs };
  if (job.by === undefined) await movePrompt(ports, team, (stored) => withNextPrompt(stored, now));
  return undefined;
};

/**
 * The people whom the round cannot reach: it keeps that in a row, because a person who writes to Gnist can be reached again, and a name that then went from the
 * status would tell leads who wrote.
 */
const unreachable = (team: Team, members: readonly Member[], now: number): readonly ToAsk[] =>
  members.flatMap((member) => {
    const why = whyNotAsked(member, team.settings.notAsked, now);
    return why === "blocked" || why === "not-installed" ? [{ person: member.person, isNew: false, answered: false, why }] : [];
  });

/** Hours that a team which has claimed a person's week has for asking them; after these, another of the person's teams asks them. */
const hoursToAskElsewhere = 4;

/** The due row of a question to one person at a time of their own. */
export const ownDue = (team: TeamId, round: RoundId, person: PersonId, at: number): Due => ({
  at,
  team,
  job: { job: "ask-person", team, round, person, at },
});

/**
 * Inserts one row for each person who has none, and none that was set aside; another instance may be doing so too. A person with a later moment of their own
 * gets a due row first.
 */
export const planAsks = async ({ rows, clock }: Ports, team: Team, round: Round, people: readonly ToAsk[]): Promise<void> => {
  const stillMissing = async () => {
    const [asks, aside] = await Promise.all([readAsks(rows, team.id, round.id), readAsideAsks(rows, team.id, round.id)]);
    const asked = new Set([...asks.map(({ person }) => person), ...aside]);
    return people.filter(({ person }) => !asked.has(person));
  };
  for (let missing = await stillMissing(), refused = 0; missing.length > 0; ) {
    const some = missing.slice(0, 50);
    await fewAtOnce(some, async ({ person, ownAt }) => {
      if (ownAt !== undefined) await putDue(rows, ownDue(team.id, round.id, person, ownAt));
    });
    const changes = some.flatMap(({ person, isNew, answered, ownAt, why }) => [
      why
        ? insertNotAsked(round.id, person, why)
        : insertAsk({
            round: round.id,
            person,
            ...(answered ? { answer: "idea", answeredAt: clock.now() } : {}),
            ...(ownAt === undefined ? {} : { atOwnTime: true }),
          }),
      ...(isNew ? [mergeMember(person, { askedSince: round.id })] : []),
    ]);
    const done = (await rows.commit(teamPartition(team.id), changes)) === "done";
    refused = done ? 0 : refused + 1;
    if (refused > mostRefused) throw new Error("the rows of a round cannot be made, though nobody else makes them");
    missing = done ? missing.slice(some.length) : await stillMissing();
  }
};

/** Another instance that plans the same round is quicker at most this often in a row. */
const mostRefused = 100;

/**
 * Asks people after all whose question in the round was cancelled, because they had paused or the digest was there first, and who may be asked now. Only a lead
 * starts it.
 */
const askAfterAll = async ({ rows }: Ports, team: Team, round: RoundId, people: readonly ToAsk[]): Promise<void> => {
  const allowed = new Map(people.map((one) => [one.person, one]));
  const cancelled = (await readAsks(rows, team.id, round)).filter(
    ({ person, delivery, answer }) => delivery === "cancelled" && answer === undefined && allowed.has(person),
  );
  await fewAtOnce(cancelled, async ({ person, tag }) => {
    const ownAt = allowed.get(person)?.ownAt;
    if (ownAt !== undefined) await putDue(rows, ownDue(team.id, round, person, ownAt));
    await rows.commit(teamPartition(team.id), [mergeAskAgain(round, person, ownAt !== undefined, tag)]);
  });
};
