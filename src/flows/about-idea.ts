import { ideaView } from "../domain/digest.ts";
import type { Idea, IdeaId } from "../domain/idea.ts";
import type { IdeaView, Message } from "../domain/message.ts";
import type { Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { readDigest, type StoredDigest } from "../store/digests.ts";
import { readIdea, readNumbered, type StoredIdea } from "../store/ideas.ts";
import { type Gathered, gather } from "./digest.ts";
import { refuse, type Scene } from "./flow.ts";
import { knownTeam, pressedTeam } from "./who.ts";

/** What every flow about one idea begins with: the team, its people, and the idea, read side by side. */
export type About = {
  readonly team: Team;
  readonly gathered: Gathered;
  readonly stored: StoredIdea;
  /** The post that was pressed. */
  readonly pressed?: StoredDigest;
};

export const about = async (
  action: { readonly team: string; readonly idea: IdeaId; readonly digest?: string | undefined },
  scene: Scene,
  ports: Ports,
): Promise<About | { readonly refusal: Message }> => {
  const reading = action.digest ? readDigest(ports.rows, action.team, action.digest) : undefined;
  const [found, gathered, pressed] = await Promise.all([
    pressedTeam(action.team, scene, ports),
    gather(ports, action.team, reading),
    reading,
  ]);
  if ("refusal" in found) return found;
  const stored = await ideaIn(gathered, action.team, action.idea, ports);
  return stored ? { team: found.team, gathered, stored, ...(pressed ? { pressed } : {}) } : { refusal: refuse("no-such-idea") };
};

/** An idea among those that were read, or one that has ended. */
export const ideaIn = async ({ ideas }: Gathered, team: string, id: IdeaId, { rows }: Ports): Promise<StoredIdea | undefined> =>
  ideas.find(({ idea }) => idea.id === id) ?? (await readIdea(rows, team, id));

/** Reads what a flow begins with whose command names the idea by its number. */
export const numbered = async (number: number, scene: Scene, ports: Ports): Promise<About | { readonly refusal: Message }> => {
  const ids = scene.place.kind === "channel" ? [scene.place.team] : (await scene.person()).teams;
  const [id] = ids;
  const [found, early] = await Promise.all([
    knownTeam(scene, ports, "only"),
    id !== undefined && ids.length === 1 ? gather(ports, id) : undefined,
  ]);
  if ("refusal" in found) return found;
  const gathered = early ?? (await gather(ports, found.team.id));
  const listed = gathered.ideas.find(({ idea }) => idea.number === number);
  const stored = listed ?? (await readNumbered(ports.rows, found.team.id, number));
  return stored && stored.idea.stage !== "withdrawn"
    ? { team: found.team, gathered, stored }
    : { refusal: refuse("no-such-idea", `#${number}`) };
};

export const view = ({ team, gathered, stored }: About, ports: Ports, idea: Idea = stored.idea): IdeaView =>
  ideaView(idea, gathered.names, team, ports.clock.now());
