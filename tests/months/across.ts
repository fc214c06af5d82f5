import { day } from "../world/moments.ts";
import { type Counted, countedRounds, summed } from "./numbers.ts";
import type { Played } from "./play.ts";

/** The numbers across teams, counted by hand from the ledger: of the twelve weeks that are over. */

const fewestPeople = 5;
const shownDays = 12 * 7;

/** The step that a team has taken: asked, answered, a first idea, a first result. Fewer than five answers are none. */
const stepOf = (rounds: readonly Counted[]): number =>
  Math.max(
    0,
    ...rounds.map(({ adopted, stopped, kinds, answered, asked }) =>
      adopted + stopped > 0 ? 4 : kinds.length > 0 ? 3 : answered >= fewestPeople ? 2 : asked > 0 ? 1 : 0,
    ),
  );

/** All teams together, and each that is large enough to stand alone. @param until the Monday (ms) up to which weeks are over */
export const countedAcross = (played: Played, until: number) => {
  const teams = [...played.teams, played.officeTeam].map(({ name, people }) => {
    const all = countedRounds(played, name, people.length);
    return { name, people: people.length, step: stepOf(all), rounds: all.filter(({ at }) => at >= until - shownDays * day) };
  });
  const large = teams.filter(({ people }) => people >= fewestPeople);
  // A coordinators' team is asked nothing, so that it has no round.
  const small = teams.filter(({ people, rounds }) => people < fewestPeople && rounds.some(({ asked }) => asked > 0));
  // All teams of the play are small or large in every week, so that small ones are joined in all weeks or in none.
  const joined = small.reduce((sum, { people }) => sum + people, 0) >= fewestPeople ? small : [];
  const { ideas, adopted, stopped } = summed(joined.flatMap(({ rounds }) => rounds));
  return {
    teams: teams.length,
    sum: summed([...large, ...joined].flatMap(({ rounds }) => rounds)),
    steps: [1, 2, 3, 4].map((step) => teams.filter((team) => team.step >= step).length),
    ...(joined.length > 0 ? { small: { teams: joined.length, ideas, ended: adopted + stopped } } : {}),
    named: large
      .map(({ name, rounds, step }) => ({ name, steps: step, sum: summed(rounds) }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
  };
};
