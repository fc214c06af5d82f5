import { ideaView } from "../domain/digest.ts";
import type { Idea, IdeaId } from "../domain/idea.ts";
import type { IdeaView, Message } from "../domain/message.ts";
import type { Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import type { Voiced } from "../store/ideas.ts";
import { readDigest, type StoredDigest } from "../store/rounds.ts";
import { type Gathered, gather } from "./digest.ts";
import { refuse, type Scene } from "./flow.ts";
import { knownTeam, pressedTeam } from "./who.ts";

/** What every flow about one idea begins with: the team, its people, and the idea, read side by side. */
export type About = {
  readonly team: Team;
  readonly gathered: Gathered;
  readonly voiced: Voiced;
  /** The post that was pressed. */
  readonly pressed?: StoredDigest;
};

export const about = async (
  action: { readonly team: string; readonly idea: IdeaId; readonly digest?: string | undefined },
  scene: Scene,
  ports: Ports,
): Promise<About | { readonly refusal: Message }> => {
  const [found, gathered, pressed] = await Promise.all([
    pressedTeam(action.team, scene, ports),
    gather(ports, action.team),
    action.digest ? readDigest(ports.rows, action.team, action.digest) : undefined,
  ]);
  if ("refusal" in found) return found;
  const voiced = gathered.ideas.find(({ idea }) => idea.id === action.idea);
  return voiced ? { team: found.team, gathered, voiced, ...(pressed ? { pressed } : {}) } : { refusal: refuse("no-such-idea") };
};

/** The same for a command, which names the idea by its number. */
export const numbered = async (number: number, scene: Scene, ports: Ports): Promise<About | { readonly refusal: Message }> => {
  const ids = scene.place.kind === "channel" ? [scene.place.team] : (await scene.person()).teams;
  const [id] = ids;
  const [found, gathered] = await Promise.all([
    knownTeam(scene, ports, "only"),
    id !== undefined && ids.length === 1 ? gather(ports, id) : undefined,
  ]);
  if ("refusal" in found) return found;
  const { ideas, ...rest } = gathered ?? (await gather(ports, found.team.id));
  const voiced = ideas.find(({ idea }) => idea.number === number && idea.stage !== "withdrawn");
  return voiced ? { team: found.team, gathered: { ideas, ...rest }, voiced } : { refusal: refuse("no-such-idea", `#${number}`) };
};

export const view = ({ team, gathered, voiced }: About, ports: Ports, idea: Idea = voiced.idea): IdeaView =>
  ideaView({ idea, voices: voiced.voices }, gathered.names, team, ports.clock.now());
