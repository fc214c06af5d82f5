import { weekBefore, weekOf, weeksBetween } from "../../domain/asking/cadence.ts";
import type { RoundId } from "../../domain/ids.ts";
import { chosenTimes, type OwnTimes } from "../../domain/people/own-times.ts";
import type { Member, PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { mayHaveIt, readAsk, type StoredAsk } from "../../store/ask.ts";
import { readPerson } from "../../store/person.ts";
import { readTeam } from "../../store/team.ts";

/** Has a later round of the team begun? The questions of this one that still wait are then not sent. */
export const isSuperseded = ({ lastRound = "" }: Pick<Team, "lastRound">, round: RoundId): boolean => lastRound > round;

/** The ISO week in which a person was asked, or answered before: with a time of their own, that need not be the week that names the round. */
export const weekAsked = ({ round, sentAt, answeredAt }: StoredAsk, zone: string): RoundId => {
  const at = sentAt ?? answeredAt;
  return at === undefined ? round : weekOf(at, zone);
};

/** The latest ISO week in which some teams asked a person, of the `weeks` weeks up to `until`. */
export const lastAsked = async (
  { rows }: Ports,
  person: PersonId,
  teams: readonly Pick<Team, "id" | "settings">[],
  { until, weeks }: { readonly until: RoundId; readonly weeks: number },
): Promise<RoundId | undefined> => {
  // A question at a time of the person's own may come as many weeks after the week that names its round as lie between two rounds.
  const longestWait = Math.max(...teams.map(({ settings }) => settings.everyWeeks));
  const rounds = Array.from({ length: weeks + longestWait }, (_, back) => weekBefore(until, back));
  const found = await Promise.all(
    teams.flatMap(({ id, settings }) =>
      rounds.map(async (round) => {
        const ask = await readAsk(rows, id, round, person);
        return ask && mayHaveIt(ask) ? [weekAsked(ask, settings.zone)] : [];
      }),
    ),
  );
  return found.flat().sort().at(-1);
};

/** Is a week too soon for a person who wants to be asked less often? */
export const isTooSoonAfter = (own: OwnTimes, last: RoundId | undefined, week: RoundId): boolean =>
  last !== undefined && weeksBetween(last, week) < chosenTimes(own).askEvery;

/** Would a question in a week come too soon for a person who wants to be asked less often? It reads nothing of anybody else. */
export const isTooSoon = async (ports: Ports, team: Team, member: Member, week: RoundId): Promise<boolean> => {
  const { askEvery } = chosenTimes(member);
  if (askEvery === 1) return false;
  const teams = member.inSeveralTeams ? await readTeamsOf(ports, member.person) : [team];
  return isTooSoonAfter(member, await lastAsked(ports, member.person, teams, { until: week, weeks: askEvery }), week);
};

const readTeamsOf = async ({ rows }: Ports, person: PersonId): Promise<readonly Team[]> => {
  const { teams } = await readPerson(rows, person);
  return (await Promise.all(teams.map((id) => readTeam(rows, id)))).flatMap((stored) => stored?.team ?? []);
};
