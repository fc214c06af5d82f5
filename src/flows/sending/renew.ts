import type { Message } from "../../domain/message/index.ts";
import { spokenIn, type Team } from "../../domain/teams/team.ts";
import type { Change, Ports } from "../../ports.ts";
import type { PostedNow } from "../../store/posted.ts";
import type { JobEnd } from "../flow.ts";
import { nextVersion } from "../records/keep-copy.ts";
import { restTeam } from "../teams/rest-team.ts";
import { addressIn, inTurn } from "./in-turn.ts";

/**
 * A post is renewed at most this often (ms): Teams allows 1,800 calls an hour in one thread, and 7 in a second.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const leastBetweenMs = 2_000;

/**
 * A post as it is stored; `digest` or `board` is its id, if it is one. `copy`: the team keeps its versions, and this one shows these people. `merge` changes its
 * row in `partition`; with the tag of the read row, only where that has not
 * changed since.
 */
export type Renewable = {
  readonly channelId: string;
  readonly messageId: string;
  readonly renewedAt: number | undefined;
  readonly digest?: string;
  readonly copy?: Pick<PostedNow, "kind" | "post" | "names">;
  readonly board?: string;
  readonly partition: string;
  readonly merge: (facts: { readonly renewedAt?: number; readonly shownHash?: string }, isUnchanged: boolean) => Change;
};

/** Replaces a post for everybody. One that Teams refuses to change stays as it is. @param team the team in whose channel it is */
export const renewInChannel = async (
  ports: Ports,
  team: Team,
  { channelId, messageId, renewedAt = 0, digest, board, copy, partition, merge }: Renewable,
  message: Message,
  hash: string,
): Promise<JobEnd> => {
  const now = ports.clock.now();
  const sinceMs = now - renewedAt;
  if (sinceMs < leastBetweenMs) return { laterMs: leastBetweenMs - sinceMs };
  // One renewal at a time (compare-and-set): of two at once, the older view could arrive last and stay.
  const claimed = await ports.rows.commit(partition, [merge({ renewedAt: now }, true)]);
  if (claimed !== "done") return { laterMs: leastBetweenMs };
  const updated = await inTurn(ports, team, async () => {
    const delivery = await ports.channel.update(addressIn(team, channelId), messageId, message, spokenIn(team));
    return delivery.outcome === "sent" ? { got: true } : { no: delivery };
  });
  if ("got" in updated) {
    const version = copy ? await nextVersion(ports, team, { ...copy, message, spoken: spokenIn(team) }) : [];
    const noted = await ports.rows.commit(partition, [merge({ shownHash: hash }, false), ...version]);
    // Another run was quicker with a version: the next look compares with that one.
    return noted === "done" || version.length === 0 ? undefined : { laterMs: leastBetweenMs };
  }
  const { no } = updated;
  if (no.outcome !== "refused") return { laterMs: no.outcome === "later" ? no.afterMs : 5_000 };
  if (no.why === "archived") await restTeam(team.id, ports);
  const post = { ...(digest === undefined ? {} : { digest }), ...(board === undefined ? {} : { board }) };
  ports.log.warn("post-not-renewed", { team: team.id, ...post, why: no.why, detail: no.detail });
  return undefined;
};
