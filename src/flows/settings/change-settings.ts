import { roundTimes, weekOf } from "../../domain/asking/cadence.ts";
import { hourMs } from "../../domain/asking/local-time.ts";
import type { TeamId } from "../../domain/ids.ts";
import { omit } from "../../domain/omit.ts";
import { keepsUntilExported } from "../../domain/teams/months-kept.ts";
import type { Settings, Team } from "../../domain/teams/team.ts";
import type { Change, Ports } from "../../ports.ts";
import { readAsks, waitsForOwnTime } from "../../store/ask.ts";
import { type Due, dropDue, putDue } from "../../store/due.ts";
import { mergeRound, type Round, readRoundsSince } from "../../store/round.ts";
import { changeTeam, type StoredTeam } from "../../store/team.ts";
import { promptDue, roundDue, withNextPrompt } from "../asking/prompt-time.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { afterStoringMs, startReading } from "../flow.ts";
import { substitutesChange } from "../teams/substitutes-change.ts";

/** Weeks whose rounds are read to find the open ones: a digest closes its round a week after the question. */
const weeksOfOpenRounds = 26;

/** Reads the rounds of a team among which are all its open ones, to change its settings. */
export const readRecentRounds = ({ rows, clock }: Pick<Ports, "rows" | "clock">, team: TeamId): Promise<readonly Round[]> =>
  readRoundsSince(rows, team, weekOf(clock.now() - weeksOfOpenRounds * 7 * 24 * hourMs, "UTC"));

type ChangedSettings = { readonly team: Team; readonly also?: readonly Change[] | Promise<readonly Change[]> };

/**
 * Changes the settings of a team and moves its due rows: new due rows first, then the team and its open rounds in one transaction, then the old rows are
 * dropped. An old row that is left over disagrees with the store and is dropped when it fires.
 * @param known the team as the caller has read it
 * @param recent rounds among which are all open ones
 * @param changed makes the team with its new settings, its clock not moved yet, from the team as it is then stored: another person may save at the same time.
 *   `also` belongs in the same transaction
 */
export const changeSettings = async (
  ports: Ports,
  known: StoredTeam,
  recent: readonly Round[],
  now: number,
  changed: (stored: Team) => ChangedSettings | undefined,
): Promise<{ readonly team: Team; readonly rounds: readonly Round[] }> => {
  const { team } = known;
  const roundsOf = (stored: Team) => recent.filter(({ id }) => stored.openRounds.includes(id));
  const dueOf = (stored: Team, rounds: readonly Round[]) => [...promptDue(stored), ...rounds.flatMap((round) => roundDue(team.id, round))];
  let rounds = roundsOf(team);
  let old: readonly Due[] = [];

  const change = async (stored: Team) => {
    rounds = roundsOf(stored);
    old = [];
    const wanted = changed(stored);
    if (wanted === undefined || isSame(wanted.team, stored)) return undefined;
    const { team: after } = wanted;
    const isMoved = !isSame(cadenceOf(after), cadenceOf(stored));
    const planned = isMoved ? withNextPrompt(after, now) : after;
    const moved = isMoved ? rounds.map((round) => movedRound(round, after.settings, now)) : rounds;
    const [dueBefore, dueAfter] = [dueOf(stored, rounds), dueOf(planned, moved)];
    old = dueBefore.filter((due) => !isIn(dueAfter, due));
    const [more = []] = await Promise.all([
      wanted.also,
      ...dueAfter.filter((due) => !isIn(dueBefore, due)).map((due) => putDue(ports.rows, due)),
      stored.leads.every((lead) => planned.leads.includes(lead))
        ? undefined
        : ports.jobs.put({ job: "renew-drafts", team: team.id, changed: false }, afterStoringMs),
      substitutesChange(stored, planned, ports),
      keepsUntilExported(stored) && !keepsUntilExported(planned)
        ? ports.jobs.put({ job: "blank-copies", team: team.id }, afterStoringMs)
        : undefined,
      isMoved ? moveQuestions(stored, ports) : undefined,
    ]);
    rounds = moved;
    const also = isMoved
      ? moved.map(({ id, remindAt, checkInAt = 0, draftAt, digestAt }) =>
          mergeRound(id, { remindAt: remindAt ?? 0, checkInAt, draftAt: draftAt ?? 0, digestAt }),
        )
      : [];
    return { team: planned, also: [...also, ...more] };
  };
  const stored = (await changeTeam(ports.rows, team.id, change, known)) ?? team;
  // No answer waits for these: a row that stays is dropped when it fires.
  for (const due of old) startReading(dropDue(ports.rows, due));
  return { team: stored, rounds };
};

/** Moves the questions that wait for people's own times to those by the new settings: one that comes sooner by them would have passed when the old row is due. */
const moveQuestions = async ({ id: team, lastRound }: Team, { rows, jobs }: Ports): Promise<void> => {
  const asks = lastRound === undefined ? [] : await readAsks(rows, team, lastRound);
  await fewAtOnce(asks.filter(waitsForOwnTime), ({ person }) => jobs.put({ job: "move-question", team, person }, afterStoringMs));
};

const isIn = (all: readonly Due[], { at, job }: Due) => all.some((one) => one.at === at && isSame(one.job, job));

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The settings that say when something is due. */
const cadenceOf = ({
  settings: { zone, holidays, quiet, quietForAll, prompt, everyWeeks, reminder, digest, draftHours, asksWeekly },
}: Team) => ({
  zone,
  holidays,
  quiet,
  quietForAll,
  prompt,
  everyWeeks,
  reminder,
  digest,
  draftHours,
  asksWeekly,
});

/**
 * Moves an open round to the new times, counted from its question. A new reminder or draft time that is already past is dropped. A check-in that is over stays
 * over, and one that is still to come is not lost.
 */
const movedRound = (round: Round, settings: Settings, now: number): Round => {
  const kept = roundTimes(settings, round.startedAt);
  const { remindAt, draftAt, digestAt } = kept.digestAt > now ? kept : roundTimes(settings, now);
  const isCheckedIn = round.checkInAt !== undefined && round.checkInAt <= now;
  const { checkInAt } = kept.checkInAt > now ? kept : roundTimes(settings, now);
  const still = (at: number | undefined, old: number | undefined) => at !== undefined && (at > now || at === old);
  return {
    ...omit(round, "remindAt", "draftAt"),
    digestAt,
    ...(isCheckedIn ? {} : { checkInAt }),
    ...(remindAt !== undefined && still(remindAt, round.remindAt) ? { remindAt } : {}),
    ...(draftAt !== undefined && still(draftAt, round.draftAt) ? { draftAt } : {}),
  };
};
