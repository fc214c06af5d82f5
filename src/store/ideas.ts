import { z } from "zod";
import { costs, type Idea, type IdeaId, kinds, type Stage, stages } from "../domain/idea.ts";
import type { PersonId } from "../domain/person.ts";
import type { TeamId } from "../domain/team.ts";
import type { Chance, Change, Row, Rows } from "../ports.ts";
import { under } from "./people.ts";
import { decode, encode } from "./record.ts";
import { teamPartition } from "./teams.ts";

const ideaShape = z.object({
  id: z.string(),
  author: z.string(),
  createdAt: z.number(),
  round: z.string().optional(),
  friction: z.string(),
  proposal: z.string().optional(),
  cost: z.literal(costs).optional(),
  kind: z.enum(kinds).optional(),
  showName: z.boolean(),
  stage: z.enum(stages),
  withdrawnFrom: z.enum(stages).optional(),
  number: z.number().optional(),
  editedTitle: z.string().optional(),
  digest: z.string().optional(),
  owner: z.string().optional(),
  due: z.string().optional(),
  test: z.string().optional(),
  askedOwner: z.string().optional(),
  askedBy: z.string().optional(),
  askedDue: z.string().optional(),
  reason: z.string().optional(),
  result: z.string().optional(),
  finishedAt: z.number().optional(),
});

const stepShape = z.object({ stage: z.enum(stages), at: z.number(), who: z.string().optional(), why: z.string().optional() });

/** One change of stage: who, when and why. */
export type Step = { readonly stage: Stage; readonly at: number; readonly who?: PersonId; readonly why?: string };

/** An idea with the people behind it and its story. */
export type Voiced = { readonly idea: Idea; readonly tag: string; readonly voices: readonly PersonId[]; readonly steps: readonly Step[] };

const ideaKey = (id: IdeaId) => `idea|${id}`;

const asIdea = (row: Row): Idea => decode(ideaShape, row) as Idea;

/** The author's voice comes first and with the idea. */
export const insertIdea = (idea: Idea): readonly Change[] => [
  { do: "insert", key: ideaKey(idea.id), values: encode(idea) },
  insertVoice(idea.id, idea.author),
];

export const insertVoice = (id: IdeaId, person: PersonId): Change => ({
  do: "insert",
  key: `${ideaKey(id)}|voice|${person}`,
  values: encode({}),
});

export const putIdea = (idea: Idea, tag: string): Change => ({ do: "put", key: ideaKey(idea.id), values: encode(idea), tag });

/** Nothing is overwritten without a trace: each change of stage is a row of its own beside the idea. */
export const insertStep = (id: IdeaId, step: Step, chance: Chance): Change => ({
  do: "insert",
  key: `${ideaKey(id)}|history|${String(step.at).padStart(15, "0")}|${chance.id()}`,
  values: encode(step),
});

export const readIdea = async (rows: Rows, team: TeamId, id: IdeaId): Promise<{ idea: Idea; tag: string } | undefined> => {
  const row = await rows.get(teamPartition(team), ideaKey(id));
  return row && { idea: asIdea(row), tag: row.tag };
};

/** Every idea of a team with its voices and its story: one range read. There are thousands of rows, so their keys are not taken apart more than needed. */
export const readIdeas = async (rows: Rows, team: TeamId): Promise<readonly Voiced[]> => {
  const ideas = new Map<IdeaId, { idea: Idea; tag: string; voices: PersonId[]; steps: Step[] }>();
  const range = under("idea");
  for (const row of await rows.list(teamPartition(team), range)) {
    const { key } = row;
    const end = key.indexOf("|", range.from.length);
    const id = key.slice(range.from.length, end < 0 ? undefined : end);
    if (end < 0) ideas.set(id, { idea: asIdea(row), tag: row.tag, voices: [], steps: [] });
    else if (key.startsWith("|voice|", end)) ideas.get(id)?.voices.push(key.slice(end + "|voice|".length));
    else if (key.startsWith("|history|", end)) ideas.get(id)?.steps.push(decode(stepShape, row) as Step);
  }
  return [...ideas.values()];
};

/** What a change of an idea comes to: the idea as it shall be, with the step to be kept; or an answer instead. */
export type IdeaChange<T> = { readonly idea: Idea; readonly step?: Step } | { readonly instead: T };

/**
 * Changes an idea on its fresh row, again where another was quicker. `before` runs once it is known that something will change and before it is
 * stored: that is where jobs are put, so that a crash in between leaves a job that finds nothing to do. `known` spares the first read.
 */
export const changeIdea = async <T>(
  rows: Rows,
  chance: Chance,
  team: TeamId,
  id: IdeaId,
  change: (idea: Idea) => IdeaChange<T>,
  before: (idea: Idea) => Promise<unknown>,
  known?: { readonly idea: Idea; readonly tag: string },
): Promise<{ readonly idea: Idea } | { readonly instead: T } | undefined> => {
  let prepared = false;
  for (let stored = known ?? (await readIdea(rows, team, id)); ; stored = await readIdea(rows, team, id)) {
    if (!stored) return undefined;
    const changed = change(stored.idea);
    if ("instead" in changed) return changed;
    if (!prepared) await before(changed.idea);
    prepared = true;
    const changes = [putIdea(changed.idea, stored.tag), ...(changed.step ? [insertStep(id, changed.step, chance)] : [])];
    const commit = await rows.commit(teamPartition(team), changes);
    if (commit === "done") return { idea: changed.idea };
    if (commit !== "changed") throw new Error(`an idea changed while its neighbours said ${commit}`);
  }
};
