import type { MadeStep } from "../domain/idea/event.ts";
import { firstVoice, type Idea } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Result } from "../domain/result.ts";
import { type Change, type Rows, StoreFault } from "../ports.ts";
import { keyIn, mineKey, putIdea, readIdea, type StoredIdea } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { encode } from "./record.ts";
import { insertStep } from "./step.ts";
import { teamPartition } from "./team.ts";
import { insertVoice } from "./voice.ts";

/** A new idea with its first voice, and its place among its author's ideas. */
export const insertIdea = (idea: Idea): readonly Change[] => [
  { do: "insert", key: keyIn("idea", idea.id), values: encode(rowKinds.idea, idea) },
  insertVoice(idea.id, firstVoice(idea)),
  ...(idea.author === undefined ? [] : [{ do: "insert", key: mineKey(idea.author, idea), values: encode(rowKinds.mine, {}) } as const]),
];

/** An idea before and after a change, with the steps that the change writes. */
export type Made = { readonly was: Idea; readonly idea: Idea; readonly steps: readonly MadeStep[] };

/** Changes of the team's other rows that belong in the transaction of a change, or why the change cannot be made. It is called before each try to store. */
export type Also<No> = (made: Made) => Result<readonly Change[], No> | Promise<Result<readonly Change[], No>>;

/** The most tries of one change: 50 people never press at the same moment. */
const mostTries = 50;

/**
 * Changes an idea with optimistic concurrency: a compare-and-set on its row, again on the fresh row where another write was quicker. Each change of stage adds
 * a row of its own in the same transaction, so nothing is overwritten without a trace.
 * `before` runs before each try to store, beside `also`: it puts jobs with the keys that the steps will have, so a crash in between, or a change that cannot be
 * made, leaves jobs that find no step and do nothing.
 * @throws StoreFault where other writes are quicker every time
 */
export const changeIdea = async <No>(
  rows: Rows,
  team: TeamId,
  known: StoredIdea,
  {
    change,
    before,
    also = () => ({ got: [] }),
  }: {
    readonly change: (idea: Idea) => Result<{ readonly idea: Idea; readonly steps: readonly MadeStep[] }, No>;
    readonly before?: (made: Made) => Promise<unknown>;
    readonly also?: Also<No>;
  },
): Promise<Result<Made, No> | undefined> => {
  const { id } = known.idea;
  let stored: StoredIdea | undefined = known;
  for (let tries = 0; stored; stored = await readIdea(rows, team, id), tries += 1) {
    if (tries === mostTries) throw new StoreFault(`an idea was changed ${mostTries} times by others while a change of it was stored`);
    const changed = change(stored.idea);
    if ("no" in changed) return changed;
    const made: Made = { was: stored.idea, ...changed.got };
    // The event had happened before: nothing is left to store.
    if (made.idea === made.was) return { got: made };
    const [beside] = await Promise.all([also(made), before?.(made)]);
    if ("no" in beside) return beside;
    const steps = made.steps.map((step) => insertStep(step.key, step));
    const more = [...steps, ...beside.got];
    const commit = await rows.commit(teamPartition(team), [...putIdea(made.idea, stored), ...more]);
    if (commit === "done") return { got: made };
    // A tag that has changed may be the echo of this very write: a row that it alone more tells.
    const mark = more.find((one) => one.do === "insert")?.key;
    if (mark !== undefined && (await rows.get(teamPartition(team), mark)))
      return { got: { ...made, idea: (await readIdea(rows, team, id))?.idea ?? made.idea } };
  }
  return undefined;
};
