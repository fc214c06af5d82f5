import type { Idea } from "../domain/idea.ts";
import { type IdeaEvent, life, live } from "../domain/life.ts";
import type { Change } from "../ports.ts";
import { changeIdea, type Made } from "../store/ideas.ts";
import { afterStoringMs, type Outcome, refuse } from "./flow.ts";
import { readNames } from "./names.ts";
import { refreshDigests, refreshEveryDigest } from "./post.ts";
import type { IdeaTurn, Turn } from "./right.ts";

/** What came of an event: the idea as it now stands, with the key of the step where one was written; or why it could not happen. */
export type Happened = Outcome<Made>;

/** Words that stand in old posts are changed by these. */
const changesWords: readonly IdeaEvent["event"][] = ["edit", "title", "hold", "put-back", "withdraw", "restore"];

/**
 * Lets an event happen to an idea (domain/life.ts), under the tag of its row. What is told of it follows from the step that is written, and names it: whoever
 * pressed how often, it is told once; where somebody else was quicker, there is no such step and nothing is told.
 * @param also changes of the team's other rows that belong in the same transaction
 * @param then puts what else follows, before it is stored
 */
export const happen = async (
  { team, ports, now }: Pick<Turn, "team" | "ports" | "now">,
  { stored, pressed, names }: Pick<IdeaTurn, "stored"> & Partial<Pick<IdeaTurn, "pressed" | "names">>,
  event: IdeaEvent,
  also: readonly Change[] = [],
  then: (made: Made) => Promise<unknown> = async () => undefined,
): Promise<Happened> => {
  const { rows, jobs, chance } = ports;
  // Why it does not happen is so for the idea as it was then, which may be another than was read before.
  const change = (idea: Idea) => {
    const lived = live(idea, event, now);
    return "no" in lived ? { no: { why: lived.no, of: idea } } : lived;
  };
  const changed = await changeIdea(
    rows,
    team.id,
    stored,
    chance.id(),
    change,
    (made) =>
      Promise.all([
        made.stepKey && life[event.event].news
          ? jobs.put({ job: "tell-author", team: team.id, idea: made.idea.id, step: made.stepKey }, afterStoringMs)
          : undefined,
        changesWords.includes(event.event) ? refreshEveryDigest(ports, team, made.idea) : refreshDigests(ports, team, made.idea, pressed),
        then(made),
      ]),
    also,
  );
  if (!changed) return { no: refuse("no-such-idea") };
  if (!("no" in changed)) return changed;
  const { why, of } = changed.no;
  const { owner } = of;
  const isOwned = why === "already-owned" && owner !== undefined;
  return { no: refuse(why, isOwned ? (await readNames(rows, team.id, [owner], await names)).get(owner) : undefined) };
};
