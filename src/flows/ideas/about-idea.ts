import type { Idea, IdeaId } from "../../domain/idea/idea.ts";
import { type IdeaView, ideaView, type Names, teamView, withdrawnView } from "../../domain/idea/view.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readBoard, type StoredBoard } from "../../store/board.ts";
import { readDigest, type StoredDigest } from "../../store/digest.ts";
import { readIdea, readNumbered, type StoredIdea } from "../../store/idea.ts";
import { readTeam } from "../../store/team.ts";
import { startReading } from "../flow.ts";
import { namedBy, readNamed } from "../people/names.ts";

/**
 * An idea with everything its cards need: the pressed digest or board, the names of people they may mention, the reader among them, and its owner where they are `gone`:
 * no member in the team's last roster, which may be wrong. Names are read while a change is stored.
 */
export type About = {
  readonly stored: StoredIdea;
  readonly pressed?: StoredDigest;
  readonly onBoard?: StoredBoard;
  readonly names: Promise<Names>;
  readonly gone: Promise<PersonId | undefined>;
};

export const aboutStored = (
  team: TeamId,
  stored: StoredIdea,
  readers: readonly PersonId[],
  { rows }: Ports,
): Omit<About, "pressed" | "onBoard"> => {
  const { idea } = stored;
  const reading = readNamed(rows, team, [...namedBy(idea), ...(idea.askedBy ? [idea.askedBy] : []), ...readers]);
  const goneOwner = reading.then(({ gone }) => (idea.owner !== undefined && gone.has(idea.owner) ? idea.owner : undefined));
  return { stored, names: startReading(reading.then(({ names }) => names)), gone: startReading(goneOwner) };
};

/** The post that a press names, if any. */
export type MaybeInPost = { readonly digest?: string | undefined; readonly board?: string | undefined };

export const readAbout = async (
  { team, idea, digest, board }: { readonly team: TeamId; readonly idea: IdeaId } & MaybeInPost,
  who: PersonId,
  ports: Ports,
): Promise<About | undefined> => {
  const [stored, pressed, onBoard] = await Promise.all([
    readIdea(ports.rows, team, idea),
    digest === undefined ? undefined : readDigest(ports.rows, team, digest),
    board === undefined ? undefined : readBoard(ports.rows, team, board),
  ]);
  return stored && { ...aboutStored(team, stored, [who], ports), ...(pressed ? { pressed } : {}), ...(onBoard ? { onBoard } : {}) };
};

/** Reads an idea by its number, even a withdrawn one. */
export const readAboutNumber = async (team: TeamId, number: number, who: PersonId, ports: Ports): Promise<About | undefined> => {
  const stored = await readNumbered(ports.rows, team, number);
  return stored && aboutStored(team, stored, [who], ports);
};

/** The message about a withdrawn idea, in place of another about it, and as an answer to words about it. */
export const withdrawnInstead = ({ team, stored }: { readonly team: Team; readonly stored: StoredIdea }): Message => ({
  say: "idea-withdrawn",
  team: teamView(team),
  ...withdrawnView(stored.idea),
});

/** An idea with its team, outside a turn. */
export type IdeaInTeam = About & { readonly team: Team; readonly now: number };

/** Reads an idea with its team for a job; undefined where either is gone. @param evenRemoved Gnist need not be in the team any more */
export const readForJob = async (
  job: { readonly team: TeamId; readonly idea: IdeaId },
  ports: Ports,
  evenRemoved = false,
): Promise<IdeaInTeam | undefined> => {
  const [found, stored] = await Promise.all([readTeam(ports.rows, job.team), readIdea(ports.rows, job.team, job.idea)]);
  return found && (evenRemoved || found.team.removedAt === undefined) && stored
    ? { ...aboutStored(job.team, stored, [], ports), team: found.team, now: ports.clock.now() }
    : undefined;
};

/** The view of an idea that its team may see, after a change where `idea` is given. */
export const viewOfIdea = async ({ team, names, stored, now }: IdeaInTeam, idea: Idea = stored.idea): Promise<IdeaView> =>
  ideaView(idea, await names, team, now);
