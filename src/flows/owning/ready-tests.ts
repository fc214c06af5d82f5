import { longestReadyTest } from "../../domain/idea/idea.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { fits } from "../../domain/words.ts";
import type { Ports } from "../../ports.ts";
import type { Also } from "../../store/change-idea.ts";
import { readSome } from "../../store/idea.ts";
import { keepRunTest, type RunTest, readRunTests } from "../../store/run-test.ts";
import type { IdeaInTeam } from "../ideas/about-idea.ts";
import { isShown } from "../ideas/same-thing.ts";
import type { Turn } from "../right.ts";

/** Keeps the test that was run, so that the team's next owners can begin with it. A long one does not fit on a card beside its button. */
export const keepingTest =
  ({ team, ports }: Pick<Turn, "team" | "ports">): Also<RefusalReason> =>
  async ({ idea: { test = "", ...idea } }) => {
    const isOffered = test !== "" && !test.includes("\n") && fits(test, longestReadyTest);
    return { got: isOffered ? [await keepRunTest(ports.rows, team.id, idea, test)] : [] };
  };

/** Two of three tests on a card at most are the team's own: the third is Gnist's, which nobody in the team may have thought of. */
const mostEarlier = 2;

/** The most earlier tests whose ideas are read. */
const mostLookedAt = 5;

/**
 * The team's own tests of this kind that a card offers, the newest first. The team must be able to read about the idea of each: one that was held back or
 * withdrawn gives no test.
 */
export const earlierTests = async ({ team, stored }: Pick<IdeaInTeam, "team" | "stored">, { rows }: Ports): Promise<readonly RunTest[]> => {
  const run = (await readRunTests(rows, team.id, stored.idea)).filter(({ idea }) => idea !== stored.idea.id);
  const distinct = run.filter(({ test }, at) => run.findIndex((one) => one.test === test) === at).slice(0, mostLookedAt);
  const about = await readSome(
    rows,
    team.id,
    distinct.map(({ idea }) => idea),
  );
  const shown = new Set(about.flatMap(({ idea }) => (isShown(idea) ? [idea.id] : [])));
  return distinct.filter(({ idea }) => shown.has(idea)).slice(0, mostEarlier);
};
