import { hourMs, roundTimes, weekOf } from "../../domain/asking/cadence.ts";
import type { RoundId, TeamId } from "../../domain/ids.ts";
import { type Member, type PersonId, whyNotAsked } from "../../domain/people/person.ts";
import { largeTeam, rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { askGuard, insertAsk, insertNotAsked, readAsideAsks, readAsk, readAsks } from "../../store/ask.ts";
import { claimWeek, takeWeek } from "../../store/claims.ts";
import { putDue } from "../../store/due.ts";
import { mergeMember } from "../../store/member.ts";
import { insertRound, mergeRound, putRound, type Round, readRound } from "../../store/round.ts";
import { mergeAgain, mergeCancelled } from "../../store/send.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import { fewAtOnce } from "../few-at-once.ts";
import type { JobEnd, JobFlow } from "../flow.ts";
import { readRoster } from "../teams/read-roster.ts";
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
  const read = await readRoster(job.team, ports, true);
  if ("no" in read) return read.no;
  const { team, members } = read.got;
  if (members.length === 0) return nobodyThere(job, team, now, ports);

  if (byClock && members.length > largeTeam && !team.largeTeamAgreed) {
    log.info("round-not-started", { team: team.id, why: "large-team", size: members.length });
    await jobs.put({ job: "tell-leads", team: team.id, news: "large-team", once: String(team.addedAt) });
    await movePrompt(ports, team, (stored) => withNextPrompt(stored, now));
    return undefined;
  }
  const { toAsk: allowed, leftOut } = await askedHere(ports, team, week, { members, now });
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
    // The round's digest has been posted. People who were not asked are asked after all, and a new digest will show their ideas.
    const [asks, aside] = await Promise.all([readAsks(rows, team.id, week), readAsideAsks(rows, team.id, week)]);
    const asked = new Set([...asks.filter(({ delivery }) => delivery !== "cancelled").map((ask) => ask.person), ...aside]);
    if (allowed.every(({ person }) => asked.has(person))) return undefined;
    round = fresh;
    await rows.commit(teamPartition(team.id), [putRound(fresh)]);
  }
  if (round.state === "planning") for (const due of roundDue(team.id, round)) await putDue(rows, due);
  const lookAt = Math.min(now + hoursToAskElsewhere * hourMs, round.digestAt - hourMs);
  if (leftOut && lookAt > now)
    await putDue(rows, { at: lookAt, team: team.id, job: { job: "ask-left-out", team: team.id, round: week, at: lookAt } });
  await planAsks(ports, team, round, [...allowed, ...unreachable(team, members, now)]);
  if (!byClock) await askAfterAll(ports, team, week, allowed);
  await jobs.put({ job: "ask-members", team: team.id, round: week });
  if (round.state === "planning") {
    const opened = (stored: Team): Team => {
      if (rests(stored)) return stored;
      const openRounds = [...stored.openRounds.filter((id) => id !== week), week];
      return withNextPrompt({ ...stored, lastRound: week, openRounds, largeTeamAgreed: stored.largeTeamAgreed || !byClock }, now);
    };
    // Stored in one transaction with the team: if the team is archived at this moment, the round is closed at once.
    await movePrompt(ports, team, opened, (after) => [mergeRound(week, { state: rests(after) ? "closed" : "open" })]);
  }
  // The first search for a lead went to one person, who may not have read it.
  if (team.leads.length === 0) await jobs.put({ job: "find-lead", team: team.id, once: week, openly: true });
  const started = { team: team.id, round: week, asked: allowed.length, by: byClock ? "clock" : "lead" } as const;
  if (allowed.length > 0) log.info("round-started", started);
  else log.warn("round-started", started);
  return undefined;
};

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

/** A person to ask. `answered`: they have already answered, on the card of another team. `why`: they get a row and no question, since Teams takes none for them. */
type ToAsk = {
  readonly person: PersonId;
  readonly isNew: boolean;
  readonly answered: boolean;
  readonly why?: "blocked" | "not-installed";
};

/**
 * Chooses the people whom this team asks: everybody who may be asked, but a person in several teams only where no other team has their week, or where they
 * chose this one. `leftOut`: another team has a person's week and has not asked them yet. `atLast`: this team waits no longer for that.
 */
export const askedHere = async (
  { rows }: Ports,
  team: Team,
  week: RoundId,
  { members, now, atLast = false }: { readonly members: readonly Member[]; readonly now: number; readonly atLast?: boolean },
): Promise<{ readonly toAsk: readonly ToAsk[]; readonly leftOut: boolean }> => {
  const allowed = members.filter((member) => !whyNotAsked(member, team.settings.notAsked, now));
  let leftOut = false;
  const toAsk = await fewAtOnce(allowed, async (member): Promise<ToAsk | undefined> => {
    const { person, inSeveralTeams, askedSince } = member;
    const isNew = askedSince === undefined;
    if (!inSeveralTeams) return { person, isNew, answered: false };
    const claimed = await claimWeek(rows, person, week, team.id);
    if (claimed.chose === team.id && claimed.team !== team.id) return { person, isNew: false, answered: true };
    if (claimed.team === team.id) return { person, isNew, answered: false };
    if (claimed.chose !== undefined || claimed.tag === undefined) return undefined;
    const other = await askedThere(rows, claimed.team, week, person);
    if (other === "yes") return undefined;
    if (other === "not yet" && !atLast) {
      leftOut = true;
      return undefined;
    }
    if (!(await keepFromAsking(rows, claimed.team, week, person))) return undefined;
    return (await takeWeek(rows, person, week, team.id, claimed.tag)) ? { person, isNew, answered: false } : undefined;
  });
  return { toAsk: toAsk.filter((one) => one !== undefined), leftOut };
};

/** Has the team that claimed the person's week asked them, or may it be doing so now? `no`: it will not. */
const askedThere = async (rows: Ports["rows"], team: TeamId, week: RoundId, person: PersonId): Promise<"yes" | "not yet" | "no"> => {
  const [stored, round, ask] = await Promise.all([readTeam(rows, team), readRound(rows, team, week), readAsk(rows, team, week, person)]);
  if (ask && (ask.answer !== undefined || ask.delivery === "sent" || ask.delivery === "doubtful" || ask.delivery === "intent"))
    return "yes";
  if (!stored || rests(stored.team)) return "no";
  if (ask?.delivery === "cancelled" || ask?.delivery === "refused" || round?.state === "closed") return "no";
  return "not yet";
};

/** Keeps a team's round from asking a person. False where it is asking them just now, or has. */
const keepFromAsking = async (rows: Ports["rows"], team: TeamId, week: RoundId, person: PersonId): Promise<boolean> => {
  const ask = await readAsk(rows, team, week, person);
  if (ask?.delivery === "cancelled" || ask?.delivery === "refused") return true;
  if (ask && (ask.answer !== undefined || (ask.delivery !== undefined && ask.delivery !== "again"))) return false;
  const change = ask ? mergeCancelled(askGuard(week, person), "elsewhere", ask.tag) : insertNotAsked(week, person, "elsewhere");
  return (await rows.commit(teamPartition(team), [change])) === "done";
};

/** Inserts one row for each person who has none, and none that was set aside; another instance may be doing so too. */
export const planAsks = async ({ rows, clock }: Ports, team: Team, round: Round, people: readonly ToAsk[]): Promise<void> => {
  const stillMissing = async () => {
    const [asks, aside] = await Promise.all([readAsks(rows, team.id, round.id), readAsideAsks(rows, team.id, round.id)]);
    const asked = new Set([...asks.map(({ person }) => person), ...aside]);
    return people.filter(({ person }) => !asked.has(person));
  };
  for (let missing = await stillMissing(), refused = 0; missing.length > 0; ) {
    const some = missing.slice(0, 50);
    const changes = some.flatMap(({ person, isNew, answered, why }) => [
      why
        ? insertNotAsked(round.id, person, why)
        : insertAsk({ round: round.id, person, ...(answered ? { answer: "idea", answeredAt: clock.now() } : {}) }),
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
  const allowed = new Set(people.map(({ person }) => person));
  const cancelled = (await readAsks(rows, team.id, round)).filter(
    ({ person, delivery, answer }) => delivery === "cancelled" && answer === undefined && allowed.has(person),
  );
  await fewAtOnce(cancelled, (ask) => rows.commit(teamPartition(team.id), [mergeAgain(askGuard(round, ask.person), ask.tag)]));
};
