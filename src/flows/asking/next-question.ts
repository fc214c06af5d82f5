import { nextPrompt, weekOf } from "../../domain/asking/cadence.ts";
import { momentFrom, nextRoundFrom, ownMoment } from "../../domain/asking/own-moment.ts";
import type { ChosenTimes, OwnTimes } from "../../domain/people/own-times.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { largeTeam, rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readAsk, waitsForOwnTime } from "../../store/ask.ts";
import { readRound } from "../../store/round.ts";
import { isTooSoonAfter, lastAsked } from "./last-asked.ts";

/**
 * The moment from `from` on that suits a person whose question in the team's latest round waits for a time of their own; undefined where none waits, and where
 * the next round comes first.
 */
export const waitingUntil = async (
  { rows }: Ports,
  team: Team,
  person: PersonId,
  { own, from }: { readonly own: OwnTimes; readonly from: number },
): Promise<number | undefined> => {
  const { id, lastRound, settings } = team;
  if (lastRound === undefined || rests(team)) return undefined;
  const [round, ask] = await Promise.all([readRound(rows, id, lastRound), readAsk(rows, id, lastRound, person)]);
  if (!round || !ask || !waitsForOwnTime(ask)) return undefined;
  const at = ownMoment(own, settings, from);
  return at < nextRoundFrom(settings, round.startedAt) ? at : undefined;
};

/** Rounds that are looked through for a person's next question: the fourth suits even a person who wants to be asked every four weeks. */
const roundsAhead = 4;

/** The moment of a person's next question in a team that is the only one of theirs; undefined where that cannot be told. */
export const nextQuestion = async (ports: Ports, team: Team, person: PersonId, own: ChosenTimes): Promise<number | undefined> => {
  const { settings, size = 0, largeTeamAgreed, nextPromptAt } = team;
  if (rests(team) || settings.notAsked.includes(person) || (size > largeTeam && !largeTeamAgreed)) return undefined;
  const now = ports.clock.now();
  const [waiting, last] = await Promise.all([
    waitingUntil(ports, team, person, { own, from: now }),
    lastAsked(ports, person, [team], { until: weekOf(now, settings.zone), weeks: own.askEvery }),
  ]);
  const suits = (at: number) => !isTooSoonAfter(own, last, weekOf(at, settings.zone));
  if (waiting !== undefined && suits(waiting)) return waiting;
  let startAt = nextPromptAt;
  for (let round = 0; startAt !== undefined && round < roundsAhead; round++) {
    const at = momentFrom(own, settings, startAt);
    if (at < nextRoundFrom(settings, startAt) && suits(at)) return at;
    startAt = nextPrompt(settings, startAt, weekOf(startAt, settings.zone));
  }
  return undefined;
};
