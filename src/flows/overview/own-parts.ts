import type { Message } from "../../domain/message/index.ts";
import type { Finding } from "../../domain/overview/findings.ts";
import { type Poisoned, type Ports, StoreFault } from "../../ports.ts";
import { inTime } from "../in-time.ts";

/** A part of Gnist that has not answered after this time (ms) is taken to be down: an admin waits at most twice as long for everything. */
export const answersWithinMs = 1_500;

/** The jobs set aside, undefined where the queue does not say; and the findings, of which a silent queue is one. */
export const readParts = async (ports: Ports, finding: Promise<readonly Finding[]>) => {
  const asked = ports.jobs.poisoned().catch((fault: unknown) => {
    if (fault instanceof StoreFault) return undefined;
    throw fault;
  });
  const [aside, found] = await Promise.all([inTime(ports, asked, answersWithinMs), finding]);
  return { aside: aside ?? ([] as readonly Poisoned[]), found: aside ? found : withQueueDown(found) };
};

/** A queue that did not answer is a finding, where no other tells of it. */
const withQueueDown = (found: readonly Finding[]): readonly Finding[] =>
  found.some(({ finding }) => finding === "queue-down" || finding === "store-down") ? found : [{ finding: "queue-down" }, ...found];

/** Tells an admin what is wrong with Gnist's own parts, where there is no team to tell of, or none can be. */
export const partsAlone = (teams: "none" | "not-counted", findings: readonly Finding[]): Message => ({
  say: "own-parts",
  teams,
  findings,
});
