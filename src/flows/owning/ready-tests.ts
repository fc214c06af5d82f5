import { longestReadyTest } from "../../domain/idea/idea.ts";
import { readyTestOf } from "../../domain/idea/spread.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { fits } from "../../domain/words.ts";
import type { Ports } from "../../ports.ts";
import type { Also } from "../../store/change-idea.ts";
import { readSome } from "../../store/idea.ts";
import { keepRunTest, type RunTest, readRunTests } from "../../store/run-test.ts";
import { readTip, type Tip } from "../../store/spread.ts";
import type { IdeaInTeam } from "../ideas/about-idea.ts";
import { isShown } from "../ideas/same-thing.ts";
import type { Turn } from "../right.ts";
import { sayTo } from "../sending/say-to.ts";
import type { SendResult } from "../sending/send-once.ts";
import { readSource } from "../spread/give-tips.ts";
import { sayTip } from "../spread/say-tip.ts";

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

/** Tests that a card offers to an owner: the team's own earlier ones, the newest first, and the one of another team that a lead tries here. */
export type OfferedTests = {
  readonly earlier: readonly RunTest[];
  readonly tip?: Pick<Tip, "from" | "source"> & { readonly test: string };
};

export const offeredTests = async (about: Pick<IdeaInTeam, "team" | "stored">, ports: Ports): Promise<OfferedTests> => {
  const [earlier, tip] = await Promise.all([earlierTests(about, ports), tipFor(about, ports)]);
  return { earlier: earlier.filter(({ test }) => test !== tip?.test), ...(tip ? { tip } : {}) };
};

/** The other team may have taken it back. */
const tipFor = async ({ team, stored }: Pick<IdeaInTeam, "team" | "stored">, ports: Ports): Promise<OfferedTests["tip"]> => {
  const name = stored.idea.tip;
  const tip = name === undefined ? undefined : await readTip(ports.rows, team.id, name);
  const source = tip && (await readSource({ from: tip.from, idea: tip.source, since: tip.since }, ports));
  return source && { from: tip.from, source: tip.source, test: readyTestOf(source.lines) };
};

/** Says something to a person that offers tests for an idea: it is a message about the ideas that they come from too. */
export const sayWithTests = (
  ports: Ports,
  { team, stored }: Pick<IdeaInTeam, "team" | "stored">,
  person: PersonId,
  { key, message, tests }: { readonly key: string; readonly message: Message; readonly tests: OfferedTests },
): Promise<SendResult> => {
  const said = { key, message: () => message, keep: [stored.idea, ...tests.earlier.map(({ idea }) => ({ id: idea }))] };
  return tests.tip ? sayTip(ports, team, person, said, tests.tip) : sayTo(ports, team, person, said);
};

/**
 * The team's own tests of this kind that a card offers, the newest first. The team must be able to read about the idea of each: one that was held back or
 * withdrawn gives no test.
 */
const earlierTests = async ({ team, stored }: Pick<IdeaInTeam, "team" | "stored">, { rows }: Ports): Promise<readonly RunTest[]> => {
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
