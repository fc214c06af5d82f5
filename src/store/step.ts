import type { MadeStep, Step } from "../domain/idea/event.ts";
import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Change, Rows } from "../ports.ts";
import { countdown } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** The newest steps of an idea, `limit` at most, the oldest of them first. */
export const readSteps = async (rows: Rows, team: TeamId, id: IdeaId, limit: number): Promise<readonly MadeStep[]> => {
  const found = await rows.list(teamPartition(team), under(`step|${id}`), limit);
  const steps = decodeAll(rowKinds.step, teamPartition(team), found);
  return steps.map((step, at) => ({ ...step, key: found[at]?.key ?? "" })).toReversed();
};

/** Rows that one look reads. */
const onPage = 1_000;

/**
 * The steps of many ideas, each idea's oldest first, in one pass through the rows between the first of them and the last: a look for each idea would take a
 * hundred times as long. Only the steps of these ideas are kept.
 */
export const readStepsOf = async (rows: Rows, team: TeamId, ids: readonly IdeaId[]): Promise<ReadonlyMap<IdeaId, readonly MadeStep[]>> => {
  const partition = teamPartition(team);
  const found = new Map<IdeaId, MadeStep[]>(ids.map((id) => [id, []]));
  const [first, last] = [[...ids].sort()[0], [...ids].sort().at(-1)];
  if (first === undefined || last === undefined) return found;
  for (let range = { from: under(`step|${first}`).from, to: under(`step|${last}`).to }; ; ) {
    const page = await rows.list(partition, range, onPage);
    const wanted = page.filter(({ key }) => found.has(key.split("|")[1] ?? ""));
    const steps = decodeAll(rowKinds.step, partition, wanted);
    for (const [at, { key }] of wanted.entries()) {
      const step = steps[at];
      if (step) found.get(key.split("|")[1] ?? "")?.unshift({ ...step, key });
    }
    const end = page.at(-1);
    if (!end || page.length < onPage) return found;
    range = { ...range, from: `${end.key} ` };
  }
};

/** The key of a step. @param nonce names the change, so that a writer whose answer was lost recognises its own step */
export const stepKey = (id: IdeaId, at: number, nonce: string) => `step|${id}|${countdown(at)}|${nonce}`;

export const isStepOf = (id: IdeaId, key: string): boolean => key.startsWith(`step|${id}|`);

export const insertStep = (key: string, step: Step): Change => ({ do: "insert", key, values: encode(rowKinds.step, step) });

export const readStep = async (rows: Rows, team: TeamId, key: string): Promise<Step | undefined> => {
  const row = await rows.get(teamPartition(team), key);
  return row && decode(rowKinds.step, teamPartition(team), row);
};

/** Sorts the keys of steps of several ideas by time, the newest first. */
export const newerStep = (a: string, b: string): number => ((a.split("|")[2] ?? "") < (b.split("|")[2] ?? "") ? -1 : 1);
