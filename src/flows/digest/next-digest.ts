import { extraDigestId, nthDigestId, type RoundId } from "../../domain/ids.ts";
import { isOnItsWay, turnoutOf } from "../../domain/overview/count-round.ts";
import type { Turnout } from "../../domain/overview/turnout.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readAsks } from "../../store/ask.ts";
import { readDigest } from "../../store/digest.ts";
import { readIdeas, type StoredIdea } from "../../store/idea.ts";

/** Reads the ideas in a team's lists, for a button. */
export const readLists = ({ team }: { readonly team: string }, { rows }: Ports): Promise<readonly StoredIdea[]> => readIdeas(rows, team);

/** Counts the people who were asked in these rounds, and those who have answered. */
export const turnout = async ({ rows }: Pick<Ports, "rows">, team: Team, rounds: readonly RoundId[]): Promise<Turnout> =>
  turnoutOf((await Promise.all(rounds.map((round) => readAsks(rows, team.id, round)))).flat());

/** The turnout of a round where fewer than half have answered, else undefined. A question that is on its way counts as asked. */
export const tooFew = async ({ rows }: Pick<Ports, "rows">, team: Team, round: RoundId): Promise<Turnout | undefined> => {
  const asks = await readAsks(rows, team.id, round);
  const { asked: reached, answered } = turnoutOf(asks);
  const asked = reached + asks.filter(isOnItsWay).length;
  return answered * 2 < asked ? { asked, answered } : undefined;
};

/**
 * The ends of ideas that the last digest told, by name and not by time: the clock of the instance that ended an idea may be behind that of the instance
 * that made the digest.
 */
export const readTold = async ({ rows }: Pick<Ports, "rows">, team: Team): Promise<ReadonlySet<string>> =>
  new Set(team.lastDigest ? (await readDigest(rows, team.id, team.lastDigest))?.told : []);

/** The id of the next digest, and of its draft: the id of the open round it closes, so that the clock and a lead cannot post two. */
export const nextDigestId = (ports: Pick<Ports, "rows">, team: Team): Promise<string> =>
  freeDigestId(ports, team, team.openRounds[0] ?? extraDigestId(team.id, team.lastDigest));

/** The first id under a name that no digest has: a round that was opened once more has a second digest. */
export const freeDigestId = async ({ rows }: Pick<Ports, "rows">, team: Team, id: string): Promise<string> => {
  for (let which = 1; ; which++) {
    const name = nthDigestId(id, which);
    if (!(await readDigest(rows, team.id, name))) return name;
  }
};
