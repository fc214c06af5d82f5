import type { Idea } from "../../domain/idea/idea.ts";
import { heldNews } from "../../domain/idea/life.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { changeIdea } from "../../store/change-idea.ts";
import { readIdeas, type StoredIdea } from "../../store/idea.ts";
import { sendKey } from "../../store/send.ts";
import { readStep } from "../../store/step.ts";
import type { JobFlow } from "../flow.ts";
import { readForJob, viewOfIdea } from "../ideas/about-idea.ts";
import { isSent, newsKey, wasTold } from "../ideas/tell-author.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";

/**
 * Tells an author, with the reason, that their idea was held back from a digest, or that it was put back, and tells its owner too. It runs when that digest has
 * gone out. The idea keeps what its author was told: an idea that was put back before they were told is no news.
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
  const { author, owner, heldStep = "", toldHeld = "" } = stored.idea;
  const step = news === "held" ? await readStep(ports.rows, team.id, heldStep) : undefined;
  const seen = await viewOfIdea(found);
  const keyFor = (person: PersonId) => (news === "held" ? newsKey(person, heldStep) : sendKey("news", person, "put-back", toldHeld));
  const message = { say: "author-news", news, team: teamView(team), idea: seen } as const;
  const told = await sayTo(ports, team, author, {
    key: keyFor(author),
    message: () => ({ ...message, reader: "author", ...(step?.why ? { reason: step.why } : {}) }),
  });
  const ends = [afterSend(told)];
  const isOwners =
    owner !== undefined && owner !== author && owner !== step?.who && (news === "held" || (await wasTold(owner, toldHeld, team, ports)));
  if (isOwners) {
    const said = { key: keyFor(owner), message: () => ({ ...message, reader: "owner" as const }), keep: stored.idea };
    ends.push(afterSend(await sayTo(ports, team, owner, said)));
  }
  const laterMs = Math.max(0, ...ends.map((end) => end?.laterMs ?? 0));
  if (laterMs > 0) return { laterMs };
  // An author whom Gnist cannot reach was not told.
  if (await isSent(keyFor(author), team, ports)) await noteTold(team, stored, news === "held" ? heldStep : undefined, ports);
  return undefined;
};

/** Keeps what the author of an idea was told about its being held back. */
const noteTold = async (team: Team, stored: StoredIdea, step: string | undefined, { rows }: Ports): Promise<void> => {
  const change = ({ toldHeld: _before, ...idea }: Idea) => ({ got: { idea: { ...idea, ...(step ? { toldHeld: step } : {}) }, steps: [] } });
  await changeIdea(rows, team.id, stored, { change });
};
