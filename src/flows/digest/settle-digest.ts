import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { mergeDigest, readDigest, type StoredDigest } from "../../store/digest.ts";
import { teamPartition } from "../../store/team.ts";
import { type Answer, afterStoringMs, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { channelNamed, posting } from "./posting.ts";
import { askToDelete } from "./renew-posts.ts";

/** A digest that did not arrive, or that a lead may not find in the channel. */
type MissedDigest = StoredDigest & { readonly delivery: "refused" | "doubtful" };

export const isMissed = (digest: StoredDigest | undefined): digest is MissedDigest =>
  digest?.delivery === "refused" || digest?.delivery === "doubtful";

/** Tells a lead of such a digest, so that they settle it. */
export const unsettled = (team: Team, { id, week, channelId, delivery }: MissedDigest) =>
  ({
    say: delivery === "doubtful" ? "digest-doubtful" : "digest-trouble",
    team: teamView(team),
    digest: id,
    week,
    channel: channelNamed(team, channelId),
  }) as const;

/** Such a digest is posted again, in the channel that is set now. False where it no longer stands as it was read. */
export const postAgain = async (team: Team, { id, tag }: StoredDigest, who: PersonId, ports: Ports): Promise<boolean> => {
  await ports.jobs.put({ job: "post-digest", team: team.id, digest: id, by: who }, afterStoringMs);
  const again = mergeDigest(id, { delivery: "again", channelId: team.channelId }, tag);
  return (await ports.rows.commit(teamPartition(team.id), [again])) === "done";
};

type NamesDigest = { readonly team: string; readonly digest: string };

/** The digest that is to be settled. */
export const readToSettle = ({ team, digest }: NamesDigest, ports: Ports): Promise<StoredDigest | undefined> =>
  readDigest(ports.rows, team, digest);

/** *Post it*: a lead does not find the digest in the channel. */
export const postDigestAgain = async (_action: unknown, turn: Turn, found: StoredDigest | undefined): Promise<Answer> => {
  const { team, who, ports } = turn;
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  return settleDigest(turn, found, async (digest) => ((await postAgain(team, digest, who, ports)) ? posting(team) : undefined));
};

/** *It is there*: a lead found it. Its message is not known to Gnist, so it is not renewed. */
export const digestIsThere = (_action: unknown, turn: Turn, found: StoredDigest | undefined): Promise<Answer> =>
  settleDigest(turn, found, async (digest) => {
    const { id, tag, channelId } = digest;
    const { team, ports } = turn;
    await Promise.all([
      ports.jobs.put({ job: "renew-drafts", team: team.id, changed: false }, afterStoringMs),
      ports.jobs.put({ job: "tell-held", team: team.id }, afterStoringMs),
      askToDelete(ports, team, digest),
    ]);
    const there = await ports.rows.commit(teamPartition(team.id), [mergeDigest(id, { delivery: "sent" }, tag)]);
    return there === "done"
      ? { say: "digest-settled", team: teamView(team), how: "there", already: false, channel: channelNamed(team, channelId) }
      : undefined;
  });

/** A lead's decision on a digest of which nobody knows whether it is there; once, whoever presses first. */
const settleDigest = async (
  { team, ports }: Turn,
  digest: StoredDigest | undefined,
  decide: (digest: StoredDigest) => Promise<Message | undefined>,
): Promise<Message> => {
  if (!digest) return refuse("no-digest");
  const decided = isMissed(digest) ? await decide(digest) : undefined;
  if (decided) return decided;
  const settled = isMissed(digest) ? ((await readDigest(ports.rows, team.id, digest.id)) ?? digest) : digest;
  const how = settled.delivery !== "sent" ? "posting" : settled.messageId ? "posted" : "there";
  return { say: "digest-settled", team: teamView(team), how, already: true, channel: channelNamed(team, settled.channelId) };
};
