import { ideaView } from "../domain/digest.ts";
import type { Idea, IdeaId } from "../domain/idea.ts";
import type { IdeaView } from "../domain/message.ts";
import type { Team, TeamId } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { readDigest, type StoredDigest } from "../store/digests.ts";
import { readIdea, readNumbered, type StoredIdea } from "../store/ideas.ts";
import { type Gathered, gather } from "./digest.ts";

/** What every flow about one idea needs: the idea, the team's lists and people, and the post that was pressed. */
export type About = { readonly gathered: Gathered; readonly stored: StoredIdea; readonly pressed?: StoredDigest };

export const readAbout = async (
  { team, idea, digest }: { readonly team: TeamId; readonly idea: IdeaId; readonly digest?: string | undefined },
  ports: Ports,
): Promise<About | undefined> => {
  const reading = digest ? readDigest(ports.rows, team, digest) : undefined;
  const [gathered, pressed] = await Promise.all([gather(ports, team, reading), reading]);
  const stored = await ideaIn(gathered, team, idea, ports);
  return stored && { gathered, stored, ...(pressed ? { pressed } : {}) };
};

/** An idea that is named by its number; one that was withdrawn is not found. */
export const readAboutNumber = async (team: TeamId, number: number, ports: Ports): Promise<About | undefined> => {
  const gathered = await gather(ports, team);
  const stored = gathered.ideas.find(({ idea }) => idea.number === number) ?? (await readNumbered(ports.rows, team, number));
  return stored && stored.idea.stage !== "withdrawn" ? { gathered, stored } : undefined;
};

/** An idea among those that were read, or one that has ended. */
export const ideaIn = async ({ ideas }: Gathered, team: TeamId, id: IdeaId, { rows }: Ports): Promise<StoredIdea | undefined> =>
  ideas.find(({ idea }) => idea.id === id) ?? (await readIdea(rows, team, id));

export const view = (
  { team, gathered, stored, now }: About & { readonly team: Team; readonly now: number },
  idea: Idea = stored.idea,
): IdeaView => ideaView(idea, gathered.names, team, now);
