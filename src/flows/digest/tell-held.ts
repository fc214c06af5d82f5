import { heldNews, type Idea } from "../../domain/idea/idea.ts";

import type { NewsReader } from "../../domain/message/ideas.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { changeIdea } from "../../store/change-idea.ts";
import { readIdeas, type StoredIdea } from "../../store/idea.ts";
import { readSteps } from "../../store/step.ts";
import type { JobFlow } from "../flow.ts";
import { readForJob } from "../ideas/about-idea.ts";
import { newestSteps, noteFor } from "../ideas/note-news.ts";
import { readJoined } from "../ideas/same-thing.ts";

/**
 * Notes for an author that their idea was held back from a digest, with the reason, or that it was put back, and notes it for its owner too. It runs when that
 * digest has gone out, so that it is in the first bundle after it. The idea keeps what was noted for its author. The authors of ideas that are part of it hear
 * the same of their own idea, since they were told that they would hear how it goes.
 */
export const tellHeld: JobFlow<"tell-held"> = async ({ team: id, idea: which }, ports) => {
  if (which === undefined) {
    for (const { idea } of await readIdeas(ports.rows, id))
      if (heldNews(idea)) await ports.jobs.put({ job: "tell-held", team: id, idea: idea.id });
    return undefined;
  }
  const found = await readForJob({ team: id, idea: which }, ports);
  const news = found && heldNews(found.stored.idea);
  if (!found || !news) return undefined;
  const { team, stored } = found;
  const { author, owner, heldStep } = stored.idea;
  const event = news === "held" ? "hold" : "put-back";
  const step = (await readSteps(ports.rows, id, which, newestSteps)).findLast((one) => one.event === event);
  if (!step) return undefined;
  const note = (person: PersonId, reader: NewsReader, idea = which) =>
    noteFor(ports, team, person, { team: id, idea, news, reader, step: step.key, at: step.at });
  // An author whom Gnist cannot reach is told after a later digest.
  const isNoted = author === undefined || step.who === author || (await note(author, "author"));
  if (owner !== undefined && owner !== author && owner !== step.who) await note(owner, "owner");
  const told = [author, owner, step.who];
  for (const { idea: part } of await readJoined(ports, team, stored.idea))
    if (part.stage === "merged" && part.author !== undefined && !told.includes(part.author)) await note(part.author, "author", part.id);
  if (isNoted) await keepNoted(team, stored, news === "held" ? heldStep : undefined, ports);
  return undefined;
};

/** Keeps what was noted for the author of an idea about its being held back. */
const keepNoted = async (team: Team, stored: StoredIdea, step: string | undefined, { rows }: Ports): Promise<void> => {
  const change = ({ toldHeld: _before, ...idea }: Idea) => ({ got: { idea: { ...idea, ...(step ? { toldHeld: step } : {}) }, steps: [] } });
  await changeIdea(rows, team.id, stored, { change });
};
