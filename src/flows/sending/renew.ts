import type { Message } from "../../domain/message/index.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Change, Delivery, Ports } from "../../ports.ts";
import type { JobEnd } from "../flow.ts";
import { addressIn, inTurn } from "./in-turn.ts";

/**
 * A post is renewed at most this often (ms): Teams allows 1,800 calls an hour in one thread, and 7 in a second.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const leastBetweenMs = 2_000;

/** A post as it is stored. `merge` changes its row in `partition`; with the tag of the read row, only where that has not changed since. */
type Renewable = {
  readonly channelId: string;
  readonly messageId: string;
  readonly renewedAt?: number;
  readonly partition: string;
  readonly merge: (facts: { readonly renewedAt?: number; readonly shownHash?: string }, isUnchanged: boolean) => Change;
};

/** Replaces a post for everybody. `no`: Teams never takes the new version. @param team the team in whose channel it is */
export const renewInChannel = async (
  ports: Ports,
  team: Team,
  { channelId, messageId, renewedAt = 0, partition, merge }: Renewable,
  message: Message,
  hash: string,
): Promise<{ readonly end: JobEnd } | { readonly no: Extract<Delivery, { outcome: "refused" }> }> => {
  const now = ports.clock.now();
  const sinceMs = now - renewedAt;
  if (sinceMs < leastBetweenMs) return { end: { laterMs: leastBetweenMs - sinceMs } };
  // One renewal at a time (compare-and-set): of two at once, the older view could arrive last and stay.
  const claimed = await ports.rows.commit(partition, [merge({ renewedAt: now }, true)]);
  if (claimed !== "done") return { end: { laterMs: leastBetweenMs } };
  const updated = await inTurn(ports, team, async () => {
    const delivery = await ports.channel.update(addressIn(team, channelId), messageId, message, team.settings.language);
    return delivery.outcome === "sent" ? { got: true } : { no: delivery };
  });
  if ("got" in updated) {
    await ports.rows.commit(partition, [merge({ shownHash: hash }, false)]);
    return { end: undefined };
  }
  const { no } = updated;
  return no.outcome === "refused" ? { no } : { end: { laterMs: no.outcome === "later" ? no.afterMs : 5_000 } };
};
