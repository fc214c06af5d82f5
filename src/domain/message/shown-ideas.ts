import type { IdeaId } from "../idea/idea.ts";
import type { ShownIdea } from "../idea/view.ts";
import type { TeamId } from "../ids.ts";
import type { Message } from "./index.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/**
 * The ideas whose words a message shows, each once: wherever a view of an idea stands in it, and those that gave an owner a test. An author's receipt shows their
 * own words, and no view. tests/domain/shown-ideas.test.ts walks the list of all outputs, so that a new message is not forgotten.
 */
export const shownIdeas = (message: Message): readonly ShownIdea[] => {
  const found = new Map<IdeaId, ShownIdea>();
  const add = (team: TeamId | undefined, id: IdeaId): void => {
    if (team !== undefined) found.set(id, { team, id });
  };
  const look = (value: unknown, team: TeamId | undefined): void => {
    if (Array.isArray(value)) for (const one of value) look(one, team);
    else if (isFields(value)) {
      const here = teamOf(value) ?? team;
      if (typeof value.id === "string" && typeof value.title === "string") add(here, value.id);
      for (const one of Object.values(value)) look(one, here);
    }
  };
  look(message, undefined);
  if (message.say === "draft") for (const { id } of message.ideas) add(message.digest.team.id, id);
  if ("testsFrom" in message) for (const { team, id } of message.testsFrom) add(team, id);
  return [...found.values()];
};

/** The team of a part of a message: that of its `team`, or of its digest. */
const teamOf = ({ team, digest }: Fields): TeamId | undefined => {
  if (isFields(team) && typeof team.id === "string") return team.id;
  return isFields(digest) ? teamOf(digest) : undefined;
};
