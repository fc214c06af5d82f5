import type { PersonId } from "../people/person.ts";
import { type Idea, ownedStages } from "./idea.ts";

/** A person of whom nothing is to be kept: every id under which rows know them, and the names that Teams gave them. */
export type Forgotten = { readonly ids: readonly PersonId[]; readonly names: readonly string[] };

/** Does this text hold one of the person's ids? */
export const namesPerson = ({ ids }: Pick<Forgotten, "ids">, text: string): boolean => ids.some((id) => text.includes(id));

/**
 * The idea without a person: it stays as it was shown, and no fact leads to them. Their causes, their count and their call for help go, which only leads could
 * read. An owner who still works on it stays until the event `owner-left`. An idea that names them nowhere is returned as it is.
 */
export const ideaWithout = (idea: Idea, { ids, names }: Forgotten): Idea => {
  const isTheirs = (one: string | undefined) => one !== undefined && ids.includes(one);
  const after: { -readonly [Fact in keyof Idea]?: Idea[Fact] } = { ...idea };
  if (isTheirs(idea.author)) {
    delete after.author;
    after.showName = false;
  }
  if (isTheirs(idea.owner)) {
    for (const fact of ["whys", "help", "counts", "numbers", "countedLast"] as const) delete after[fact];
    if (!ownedStages.includes(idea.stage)) delete after.owner;
  }
  if (isTheirs(idea.askedOwner) || isTheirs(idea.askedBy))
    for (const fact of ["askedOwner", "askedBy", "askedDue", "request"] as const) delete after[fact];
  if (isTheirs(idea.mergedBy)) delete after.mergedBy;
  if (idea.last && isTheirs(idea.last.who)) after.last = { event: idea.last.event, step: idea.last.step };
  if (idea.contact !== undefined && names.includes(idea.contact)) delete after.contact;
  const isUnchanged = Object.keys(idea).every((fact) => after[fact as keyof Idea] === idea[fact as keyof Idea]);
  return isUnchanged ? idea : (after as Idea);
};
