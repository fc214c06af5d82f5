import { nextPrompt, weekOf } from "../../domain/asking/cadence.ts";
import { momentFrom, nextRoundFrom, ownMoment } from "../../domain/asking/own-moment.ts";
import type { NextQuestion } from "../../domain/message/asking.ts";
import { chosenTimes, type OwnTimes } from "../../domain/people/own-times.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { rests, type Team, waitsForLead } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readAsk, waitsForOwnTime } from "../../store/ask.ts";
import type { Person } from "../../store/person.ts";
import { type Round, readRound } from "../../store/round.ts";
import { readTeam } from "../../store/team.ts";
import { isTooSoonAfter, lastAsked } from "./last-asked.ts";

/** A team's latest round whose question to a person waits for a time of theirs. */
type WaitingRound = { readonly team: Team; readonly round: Round };

/** Finds that round; undefined where the person has been asked, or is asked with all others. */
export const readWaiting = async ({ rows }: Ports, team: Team, person: PersonId): Promise<WaitingRound | undefined> => {
  const { id, lastRound } = team;
  if (lastRound === undefined || rests(team)) return undefined;
  const [round, ask] = await Promise.all([readRound(rows, id, lastRound), readAsk(rows, id, lastRound, person)]);
  return round && ask && waitsForOwnTime(ask) ? { team, round } : undefined;
};

/** The moment from `from` on at which such a question suits the person; undefined where the next round comes first. */
export const suitsAt = ({ team, round }: WaitingRound, own: OwnTimes, from: number): number | undefined => {
  const at = ownMoment(own, team.settings, from);
  return at < nextRoundFrom(team.settings, round.startedAt) ? at : undefined;
};

/** Rounds that are looked through for a person's next question: the fourth suits even a person who wants to be asked every four weeks. */
const roundsAhead = 4;

/** A person's own times, and the end of their pause. */
type Choices = OwnTimes & Pick<Person["profile"], "pausedUntil">;

/**
 * The next question of a person in one team; undefined where that cannot be told. Of several teams, the one that comes first asks, and that is not known before.
 * @param read a team that the caller has read
 */
export const nextQuestionOf = async (
  person: PersonId,
  [id, ...others]: Person["teams"],
  own: Choices,
  ports: Ports,
  read?: Team,
): Promise<NextQuestion | undefined> => {
  if (id === undefined || others.length > 0) return undefined;
  const team = read?.id === id ? read : (await readTeam(ports.rows, id))?.team;
  const at = team && (await nextIn(team, person, own, ports));
  return team && at !== undefined ? { at, zone: team.settings.zone } : undefined;
};

const nextIn = async (team: Team, person: PersonId, own: Choices, ports: Ports): Promise<number | undefined> => {
  const { settings, size = 0, nextPromptAt } = team;
  if (rests(team) || settings.notAsked.includes(person) || waitsForLead(team, size)) return undefined;
  const now = ports.clock.now();
  const [waiting, last] = await Promise.all([
    readWaiting(ports, team, person),
    lastAsked(ports, person, [team], { until: weekOf(now, settings.zone), weeks: chosenTimes(own).askEvery }),
  ]);
  const { pausedUntil = 0 } = own;
  const suits = (at: number) => at >= pausedUntil && !isTooSoonAfter(own, last, weekOf(at, settings.zone));
  const waitingAt = waiting && suitsAt(waiting, own, now);
  if (waitingAt !== undefined && suits(waitingAt)) return waitingAt;
  let startAt = nextPromptAt;
  for (let round = 0; startAt !== undefined && round < roundsAhead; round++) {
    const at = momentFrom(own, settings, startAt);
    if (at < nextRoundFrom(settings, startAt) && suits(at)) return at;
    startAt = nextPrompt(settings, startAt, weekOf(startAt, settings.zone));
  }
  return undefined;
};
