import { teamView } from "../../domain/idea/view.ts";
import { firstDigestId } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readDigest, type StoredDigest } from "../../store/digest.ts";
import { readRound } from "../../store/round.ts";
import type { Turn } from "../right.ts";
import { currentDraft } from "./draft.ts";
import { nextDigestId } from "./next-digest.ts";
import { posting } from "./posting.ts";
import { isMissed, unsettled } from "./settle-digest.ts";

/** The instant (ms) at which a digest was posted. */
export const postedAt = ({ sentAt, createdAt }: StoredDigest): number => sentAt ?? createdAt;

/**
 * Answers every button of a draft that is no longer current: how its digest stands, with the way to the current draft. Undefined where the draft is current, or
 * its card is so old that its buttons do not name their draft.
 * @param draft the id of the digest that it was to become
 */
export const oldDraft = async (draft: string | undefined, { team, ports }: Pick<Turn, "team" | "ports">): Promise<Message | undefined> => {
  if (draft === undefined || draft === (await nextDigestId(ports, team))) return undefined;
  const digest = await digestOf(draft, team, ports);
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

/** The digest that a draft became: the one with its id, or another that closed its round. */
const digestOf = async (draft: string, team: Team, { rows }: Ports): Promise<StoredDigest | undefined> => {
  const named = await readDigest(rows, team.id, draft);
  const closedBy = named ? undefined : (await readRound(rows, team.id, firstDigestId(draft)))?.digest;
  return closedBy === undefined ? named : readDigest(rows, team.id, closedBy);
};
