import type { Idea, IdeaId } from "./idea.ts";

/** The instant (ms) of the last thing that somebody did with an idea and that it remembers: a step, a sign of its owner, or its writing. */
const lastChangeOf = ({ createdAt, steppedAt, takenAt, heardAt, finishedAt, help, numbers = [] }: Idea): number =>
  Math.max(createdAt, ...[steppedAt, takenAt, heardAt, finishedAt, help?.at, numbers.at(-1)?.at].filter((at) => at !== undefined));

type Aging = Pick<Idea, "id" | "mergedInto">;

/** The idea of which one is a part in the end, through every merge; the idea itself where it is part of none that is there. */
const wholeOf = (idea: Aging, byId: ReadonlyMap<IdeaId, Aging>): IdeaId => {
  const seen = new Set<IdeaId>();
  let whole = idea;
  for (let next: Aging | undefined = idea; next && !seen.has(next.id); next = byId.get(next.mergedInto ?? "")) {
    seen.add(next.id);
    whole = next;
  }
  return whole.id;
};

/**
 * The ideas that a team keeps no longer, whatever their stage: nothing has been done with them since an instant. An idea and those that were merged into it go
 * together, by the latest of them, so that a merge can be undone as long as one of them is there.
 * @param ideas every idea of the team
 */
export const ideasUntouchedSince = (ideas: readonly Idea[], since: number): ReadonlySet<IdeaId> => {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const touched = new Set(ideas.filter((idea) => lastChangeOf(idea) >= since).map((idea) => wholeOf(idea, byId)));
  return new Set(ideas.filter((idea) => !touched.has(wholeOf(idea, byId))).map(({ id }) => id));
};
