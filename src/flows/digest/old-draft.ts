import { teamView } from "../../domain/idea/view.ts";
import { extraDigestId, firstDigestId, type TeamId } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readDigest, type StoredDigest } from "../../store/digest.ts";
import { readRound } from "../../store/round.ts";
import type { Answer, Scene } from "../flow.ts";
import type { Turn } from "../right.ts";
import { currentDraft } from "./draft.ts";
import { posting } from "./posting.ts";
import { isMissed, unsettled } from "./settle-digest.ts";

/** The instant (ms) at which a digest was posted. */
export const postedAt = ({ sentAt, createdAt }: StoredDigest): number => sentAt ?? createdAt;

/** A button that may name its draft, by the digest that it becomes; the cards of old drafts do not name it. */
type NamesDraft = { readonly team: TeamId; readonly draft?: string };

/** The digest with the draft's id, where there is one by now, and what the flow needs besides. */
export type ReadOfDraft<R = undefined> = { readonly digest: StoredDigest | undefined; readonly more: R };

/** Reads for `inDraft` while the right is checked. @param more what the flow itself needs to be read */
export const ofDraft =
  <What, R = undefined>(more?: (what: What, ports: Ports, scene: Scene) => Promise<R>) =>
  async (what: What & NamesDraft, ports: Ports, scene: Scene): Promise<ReadOfDraft<R>> => {
    const { team, draft } = what;
    const [digest, read] = await Promise.all([
      draft === undefined ? undefined : readDigest(ports.rows, team, draft),
      more?.(what, ports, scene),
    ]);
    return { digest, more: read as R };
  };

/** The flow of a draft's button. Once the draft is no longer current the button does nothing, and the answer is how its digest stands. */
export const inDraft =
  <What, On extends Turn, R = undefined>(flow: (what: What, turn: On, read: R) => Promise<Answer>) =>
  async (what: What & NamesDraft, turn: On, { digest, more }: ReadOfDraft<R>): Promise<Answer> =>
    what.draft === undefined || (!digest && isOfNext(what.draft, turn.team)) ? flow(what, turn, more) : oldDraft(what.draft, digest, turn);

/** Does a draft stand for the team's next digest, if there is no digest with its id? */
const isOfNext = (draft: string, { id, openRounds, lastDigest }: Team): boolean =>
  firstDigestId(draft) === (openRounds[0] ?? extraDigestId(id, lastDigest));

/** How the digest of an old draft stands, with the way to the current draft. */
const oldDraft = async (draft: string, named: StoredDigest | undefined, { team, ports }: Turn): Promise<Message> => {
  const digest = named ?? (await digestThatClosed(draft, team, ports));
  if (isMissed(digest)) return unsettled(team, digest);
  if (digest && digest.delivery !== "sent") return posting(team);
  return {
    say: "draft-posted",
    team: teamView(team),
    isPressed: true,
    ...(digest ? { at: postedAt(digest) } : {}),
    ...((await currentDraft(team, ports)) ? { hasNewer: true } : {}),
  };
};

/** The digest with another id that closed the round of a draft. */
const digestThatClosed = async (draft: string, team: Team, { rows }: Ports): Promise<StoredDigest | undefined> => {
  const closedBy = (await readRound(rows, team.id, firstDigestId(draft)))?.digest;
  return closedBy === undefined ? undefined : readDigest(rows, team.id, closedBy);
};
