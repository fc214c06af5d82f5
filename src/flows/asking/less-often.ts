import { weekBefore, weeksBetween } from "../../domain/asking/cadence.ts";
import type { RoundId, TeamId } from "../../domain/ids.ts";
import type { IdeaForm } from "../../domain/message/ideas.ts";
import { chosenTimes, lessOften } from "../../domain/people/own-times.ts";
import type { Member, PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { hasAnswer, mayHaveIt, readAsk, readAsks, type StoredAsk } from "../../store/ask.ts";
import { readPerson, saveProfile } from "../../store/person.ts";
import { fewAtOnce } from "../few-at-once.ts";

/** Questions in a row without an answer, after which Gnist asks once whether to ask less often. */
const inARow = 3;

/** Weeks whose questions are looked through: nobody is asked in each of them, and a quiet summer has none. */
const weeksBack = 12;

const offerIn = (team: TeamId, round: RoundId): string => `${team}|${round}`;

/** Did the question that was to ask a person not reach them? A question of long ago is not looked at. */
const wasMissed = async ({ rows }: Ports, { person, offeredLess = "" }: Member, week: RoundId): Promise<boolean> => {
  const [, team = "", round = ""] = /^(.+)\|(.+)$/.exec(offeredLess) ?? [];
  if (round === "" || round >= week || weeksBetween(round, week) > weeksBack) return false;
  const ask = await readAsk(rows, team, round, person);
  return ask === undefined || !mayHaveIt(ask);
};

/** The choices that a person's question of a round offers, where it is the one that asks whether to ask less often. */
export const offerTo = (member: Member, { id, settings }: Team, round: RoundId): Pick<IdeaForm, "lessOften"> => {
  const choices = member.offeredLess === offerIn(id, round) ? lessOften(member, settings.everyWeeks) : [];
  return choices.length > 0 ? { lessOften: { now: chosenTimes(member).askEvery, choices } } : {};
};

/**
 * Notes for those of a round's people who have left their last three questions unanswered that this one asks whether to ask less often. Nothing counts their
 * silence: the rows of the latest rounds tell it, and nobody else learns of it.
 */
export const offerLess = async (ports: Ports, team: Team, week: RoundId, people: readonly Member[]): Promise<void> => {
  const { rows } = ports;
  const maySuit = people.filter(
    (member) =>
      member.askedSince !== undefined &&
      weeksBetween(member.askedSince, week) >= inARow &&
      lessOften(member, team.settings.everyWeeks).length > 0,
  );
  const unasked = await fewAtOnce(maySuit, async (member) =>
    member.offeredLess === undefined || (await wasMissed(ports, member, week)) ? [member] : [],
  );
  await fewAtOnce(await silentOf(ports, team, week, unasked.flat()), async (person) => {
    await saveProfile(rows, person, await readPerson(rows, person), { offeredLess: offerIn(team.id, week) });
  });
};

/** Finds those people, week by week into the past, until the latest answer of each. */
const silentOf = async (ports: Ports, team: Team, week: RoundId, people: readonly Member[]): Promise<readonly PersonId[]> => {
  const silent: PersonId[] = [];
  let open = people.map((member) => ({ member, unanswered: 0 }));
  for (let back = 1; back <= weeksBack && open.length > 0; back++) {
    const before = weekBefore(week, back);
    const here = new Map((await readAsks(ports.rows, team.id, before)).map((ask) => [ask.person, ask]));
    const counted = await fewAtOnce(open, async ({ member, unanswered }) => {
      const ask = here.get(member.person);
      const asks = [...(ask ? [ask] : []), ...(member.inSeveralTeams ? await readElsewhere(ports, member.person, team.id, before) : [])];
      if (asks.some(hasAnswer) || (member.askedSince ?? "") > before) return undefined;
      return { member, unanswered: unanswered + (asks.some(({ delivery }) => delivery === "sent") ? 1 : 0) };
    });
    const still = counted.filter((one) => one !== undefined);
    silent.push(...still.filter(({ unanswered }) => unanswered === inARow).map(({ member }) => member.person));
    open = still.filter(({ unanswered }) => unanswered < inARow);
  }
  return silent;
};

/** The questions of a person's other teams in a round. */
const readElsewhere = async ({ rows }: Ports, person: PersonId, team: TeamId, round: RoundId): Promise<readonly StoredAsk[]> => {
  const { teams } = await readPerson(rows, person);
  const asks = await Promise.all(teams.filter((other) => other !== team).map((other) => readAsk(rows, other, round, person)));
  return asks.filter((ask) => ask !== undefined);
};
