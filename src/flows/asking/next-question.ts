import { nextPrompt, weekOf } from "../../domain/asking/cadence.ts";
import { momentFrom, nextRoundFrom, ownMoment } from "../../domain/asking/own-moment.ts";
import type { ChosenTimes, OwnTimes } from "../../domain/people/own-times.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { largeTeam, rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readAsk, waitsForOwnTime } from "../../store/ask.ts";
import { type Round, readRound } from "../../store/round.ts";
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

/** The moment of a person's next question in a team that is the only one of theirs; undefined where that cannot be told. */
export const readNextQuestion = async (ports: Ports, team: Team, person: PersonId, own: ChosenTimes): Promise<number | undefined> => {
  const { settings, size = 0, largeTeamAgreed, nextPromptAt } = team;
  if (rests(team) || settings.notAsked.includes(person) || (size > largeTeam && !largeTeamAgreed)) return undefined;
  const now = ports.clock.now();
  const [waiting, last] = await Promise.all([
    readWaiting(ports, team, person),
    lastAsked(ports, person, [team], { until: weekOf(now, settings.zone), weeks: own.askEvery }),
  ]);
  const suits = (at: number) => !isTooSoonAfter(own, last, weekOf(at, settings.zone));
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
