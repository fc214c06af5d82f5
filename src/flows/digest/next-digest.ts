import { extraDigestId, nthDigestId, type RoundId } from "../../domain/ids.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readAsks, type StoredAsk } from "../../store/ask.ts";
import { readDigest } from "../../store/digest.ts";
import { readIdeas, type StoredIdea } from "../../store/idea.ts";

/** The ideas that a team's lists show, for a button. */
export const readLists = ({ team }: { readonly team: string }, { rows }: Ports): Promise<readonly StoredIdea[]> => readIdeas(rows, team);

/** Has the question, as far as anybody knows, and was not asked for another team instead. */
const hasBeenAsked = ({ answer, delivery }: StoredAsk): boolean =>
  answer === undefined ? delivery === "sent" || delivery === "doubtful" : answer !== "elsewhere";

/** Asking for tomorrow is no answer. */
const hasAnswered = ({ answer }: StoredAsk): boolean => answer === "idea" || answer === "nothing";

export type Turnout = { readonly asked: number; readonly answered: number };

/** How many were asked and have answered in these rounds. */
export const turnout = async ({ rows }: Pick<Ports, "rows">, team: Team, rounds: readonly RoundId[]): Promise<Turnout> => {
  const asks = (await Promise.all(rounds.map((round) => readAsks(rows, team.id, round)))).flat();
  return {
    asked: asks.filter(hasBeenAsked).length,
    answered: asks.filter(hasAnswered).length,
  };
};

/** How many are asked in a round and how many have answered, where that is fewer than half. A question that is on its way counts as asked. */
export const tooFew = async ({ rows }: Pick<Ports, "rows">, team: Team, round: RoundId): Promise<Turnout | undefined> => {
  const asks = await readAsks(rows, team.id, round);
  const isOnItsWay = ({ answer, delivery }: StoredAsk) =>
    answer === undefined && (delivery === undefined || delivery === "intent" || delivery === "again");
  const asked = asks.filter((ask) => hasBeenAsked(ask) || isOnItsWay(ask)).length;
  const answered = asks.filter(hasAnswered).length;
  return answered * 2 < asked ? { asked, answered } : undefined;
};

/** The ends of ideas that the last digest told. They are no question of time: the clock of who ended one may be behind that of who made the digest. */
export const readTold = async ({ rows }: Pick<Ports, "rows">, team: Team): Promise<ReadonlySet<string>> =>
  new Set(team.lastDigest ? (await readDigest(rows, team.id, team.lastDigest))?.told : []);

/** The id of the next digest, and of its draft: that of the open round it closes, so that clock and lead cannot post two. */
export const nextDigestId = (ports: Pick<Ports, "rows">, team: Team): Promise<string> =>
  freeDigestId(ports, team, team.openRounds[0] ?? extraDigestId(team.id, team.lastDigest));

/** The first of the ids under a name that no digest has: a round that was opened once more has a second digest. */
export const freeDigestId = async ({ rows }: Pick<Ports, "rows">, team: Team, id: string): Promise<string> => {
  for (let which = 1; ; which++) {
    const name = nthDigestId(id, which);
    if (!(await readDigest(rows, team.id, name))) return name;
  }
};
