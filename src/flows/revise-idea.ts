import type { Idea, IdeaId } from "../domain/idea.ts";
import type { Message } from "../domain/message.ts";
import type { TeamId } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { changeIdea, type IdeaChange, type StoredIdea } from "../store/ideas.ts";
import { refuse } from "./flow.ts";

/**
 * Changes an idea on its fresh row, or says why not. `before` puts the jobs that the change brings, and runs only when there will be one.
 * @param known the idea as it was just read, to spare a read
 */
export const reviseIdea = async (
  ports: Ports,
  team: TeamId,
  id: IdeaId,
  change: (idea: Idea) => IdeaChange<Message>,
  before: (idea: Idea) => Promise<unknown>,
  known?: StoredIdea,
): Promise<{ readonly idea: Idea } | { readonly refusal: Message }> => {
  const changed = await changeIdea(ports.rows, ports.chance, team, id, change, before, known);
  if (!changed) return { refusal: refuse("no-such-idea") };
  return "instead" in changed ? { refusal: changed.instead } : changed;
};
