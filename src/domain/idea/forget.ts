import type { PersonId } from "../people/person.ts";
import { counting, given, ownership, requestFacts } from "./facts.ts";
import { type Idea, isFinished, ownedStages } from "./idea.ts";

/** A person of whom nothing is to be kept: every id under which rows know them, and the names that Teams gave them. */
export type Forgotten = { readonly ids: readonly PersonId[]; readonly names: readonly string[] };

/** Does this text hold one of the person's ids? */
export const namesPerson = ({ ids }: Pick<Forgotten, "ids">, text: string): boolean => ids.some((id) => text.includes(id));

/** The stages to which a hidden or ended idea goes back. */
const returns = ["withdrawnFrom", "heldFrom", "mergedFrom", "endedFrom"] as const;

/**
 * The idea without a person: it stays as it was shown, and no fact leads to them. Their causes, their count and their call for help go, which only leads could
 * read, and what they planned before they gave it back. An owner who still works on it stays until the event `owner-left`; one whose work was hidden or has ended
 * owns it no more when it comes back. An idea that names them nowhere is returned as it is.
 */
export const ideaWithout = (idea: Idea, { ids, names }: Forgotten): Idea => {
  const isTheirs = (one: string | undefined) => one !== undefined && ids.includes(one);
  const after: { -readonly [Fact in keyof Idea]?: Idea[Fact] } = { ...idea };
  const drop = (facts: readonly (keyof Idea)[]) => {
    for (const fact of facts) delete after[fact];
  };
  if (isTheirs(idea.author)) {
    delete after.author;
    after.showName = false;
    if (idea.stage === "withdrawn") after.isErased = true;
  }
  if (isTheirs(idea.owner)) {
    drop(["whys", "help", ...counting]);
    if (!ownedStages.includes(idea.stage)) {
      // The test that led to an end is part of what the team was shown.
      drop(ownership.filter((fact) => fact !== "test" || !isFinished(idea)));
      for (const from of returns) if (ownedStages.includes(idea[from] ?? "new")) after[from] = "new";
    }
  }
  if (isTheirs(idea.askedOwner) || isTheirs(idea.askedBy)) drop(requestFacts);
  if (isTheirs(idea.mergedBy)) delete after.mergedBy;
  if (idea.last && isTheirs(idea.last.who)) {
    after.last = { event: idea.last.event, step: idea.last.step };
    if (idea.last.event === "give-back") drop(given);
  }
  if (idea.contact !== undefined && names.includes(idea.contact)) delete after.contact;
  const isUnchanged = Object.keys(idea).every((fact) => after[fact as keyof Idea] === idea[fact as keyof Idea]);
  return isUnchanged ? idea : (after as Idea);
};
