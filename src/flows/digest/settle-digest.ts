import { idsIn } from "../../domain/digest/plan.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { mergeDigest, readDigest, type StoredDigest } from "../../store/digest.ts";
import { readNewest, standsChange } from "../../store/posted.ts";
import { teamPartition } from "../../store/team.ts";
import { type Answer, afterStoringMs, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { copyOf } from "./post.ts";
import { channelNamed, posting } from "./posting.ts";
import { askToDelete } from "./renew-posts.ts";

/** A digest that Teams refused, or of which nobody knows whether it arrived. */
type MissedDigest = StoredDigest & { readonly delivery: "refused" | "doubtful" };

export const isMissed = (digest: StoredDigest | undefined): digest is MissedDigest =>
  digest?.delivery === "refused" || digest?.delivery === "doubtful";

/** The message that lets a lead settle such a digest. */
export const unsettled = (team: Team, { id, week, channelId, delivery }: MissedDigest) =>
  ({
    say: delivery === "doubtful" ? "digest-doubtful" : "digest-trouble",
    team: teamView(team),
    digest: id,
    week,
    channel: channelNamed(team, channelId),
  }) as const;

/** Posts such a digest again, in the channel that is set now. False where it has changed since it was read. */
export const postAgain = async (team: Team, { id, tag }: StoredDigest, who: PersonId, ports: Ports): Promise<boolean> => {
  await ports.jobs.put({ job: "post-digest", team: team.id, digest: id, by: who }, afterStoringMs);
  const again = mergeDigest(id, { delivery: "again", channelId: team.channelId }, tag);
  return (await ports.rows.commit(teamPartition(team.id), [again])) === "done";
};

type NamesDigest = { readonly team: string; readonly digest: string };

/** Reads the digest that a lead settles. */
export const readToSettle = ({ team, digest }: NamesDigest, ports: Ports): Promise<StoredDigest | undefined> =>
  readDigest(ports.rows, team, digest);

/** *Post it*: a lead does not find the digest in the channel. */
export const postDigestAgain = async (_action: unknown, turn: Turn, found: StoredDigest | undefined): Promise<Answer> => {
  const { team, who, ports } = turn;
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  return settleDigest(turn, found, async (digest) => ((await postAgain(team, digest, who, ports)) ? posting(team) : undefined));
};

/** *It is there*: a lead found it. Teams never told the id of its message, so Gnist cannot renew it. */
export const digestIsThere = (_action: unknown, turn: Turn, found: StoredDigest | undefined): Promise<Answer> =>
  settleDigest(turn, found, async (digest) => {
    const { id, tag, channelId } = digest;
    const { team, ports } = turn;
    const [copy] = await Promise.all([
      readNewest(ports.rows, team.id, copyOf(digest)),
      // Words that were withdrawn while nobody knew whether the digest is there may have stayed in its copy.
      ports.jobs.put({ job: "blank-copies", team: team.id }, afterStoringMs),
      ports.jobs.put({ job: "renew-drafts", team: team.id, changed: false }, afterStoringMs),
      ports.jobs.put({ job: "tell-held", team: team.id }, afterStoringMs),
      ports.jobs.put({ job: "tell-thanks", team: team.id, once: ports.chance.id() }, afterStoringMs),
      askToDelete(ports, team, idsIn(digest)),
    ]);
    const stands = copy ? [standsChange(copyOf(digest), copy.at)] : [];
    const there = await ports.rows.commit(teamPartition(team.id), [mergeDigest(id, { delivery: "sent" }, tag), ...stands]);
    return there === "done"
      ? { say: "digest-settled", team: teamView(team), how: "there", already: false, channel: channelNamed(team, channelId) }
      : undefined;
  });

/** Lets a lead decide on a digest that did not arrive, or may not have; the first press counts. */
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
