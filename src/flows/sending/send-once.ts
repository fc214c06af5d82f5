import { ideasInPost } from "../../domain/records/posted.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Change, Delivery, Ports } from "../../ports.ts";
import { settingAside } from "../../store/aside.ts";
import { dropFirstCopy, noteCopied, type PostedNow, putFirstCopy, standsChange } from "../../store/posted.ts";
import { type Guard, guardOf, isOver, mergeMessageId, mergeOutcome, readSend, type StoredSend, writeIntent } from "../../store/send.ts";
import { teamPartition } from "../../store/team.ts";
import { restTeam } from "../teams/rest-team.ts";
import { addressIn, stoppedMs } from "./in-turn.ts";

/**
 * Outcome of a send for its job. `over`: there is nothing left to send. `held`: sending to this tenant is paused; nothing was tried, and the job need not try
 * what waits behind it.
 */
export type SendResult = Delivery | { readonly outcome: "over" } | { readonly outcome: "held"; readonly afterMs: number };

/** Age (ms) from which an intent without an outcome counts as left by an instance that died; a younger one is a send in flight. */
export const longestSendMs = 45_000;

/** An instance that stood still for this long (ms) between intent and post does not post: other instances may soon take it for dead. */
const longestPauseMs = 15_000;

/** The intent is written this long (ms) before its call's slot: early enough to be stored by then, late enough that a crash leaves few intents behind. */
const intentBeforeMs = 150;

/** One try to send, in its slot of the tenant's pace. */
export type Attempt = {
  /** The number of calls it makes to Teams. */
  readonly calls: number;
  /** Goes before the calls of rounds, because a person waits for it. */
  readonly urgent: boolean;
  /** The name of the form that the message carries, if any (`formIdOf`). */
  readonly form?: string;
  /** The post of which the team keeps a copy, as it stands in the channel. */
  readonly copy?: PostedNow;
  post(): Promise<Posted>;
};

/**
 * Result of an attempt. `also` is stored with the outcome, `after` runs once that is stored. `keepId`: Gnist will change the message one day, and stores its
 * id.
 */
export type Posted = {
  readonly delivery: Delivery;
  readonly also?: readonly Change[];
  readonly after?: () => Promise<void>;
  readonly keepId?: boolean;
};

/**
 * Posts one message at most once. The guard row says `intent` before the post, and its outcome after it. An intent without an outcome is doubtful: it is never
 * posted again.
 * @param known the guard row as it was read; `new` where there is none yet
 */
export const sendOnce = async (
  ports: Ports,
  team: Team,
  guard: Guard,
  known: StoredSend | "new",
  attempt: Attempt,
): Promise<SendResult> => {
  const { rows, clock, chance, log, pace } = ports;
  const partition = teamPartition(team.id);
  const before = known === "new" ? undefined : known;
  if (before && isOver(before)) return { outcome: "over" };
  if (before?.delivery === "intent") return lookAtIntent(ports, team, guard, before);

  const { copy } = attempt;
  const unkept = copy ? [dropFirstCopy(copy)] : [];
  if (copy) await noteCopied(rows, team.id, copy, ideasInPost(copy.message));
  const slot = await pace.slot(team.tenantId, attempt.calls, attempt.urgent);
  if (!("ready" in slot)) return { outcome: "held", afterMs: slot.afterMs };
  let delivery: Delivery | undefined;
  try {
    if (slot.probe) {
      // The probe of a stopped tenant is a call that may be repeated. With messages as probes, a long outage would make one after another doubtful.
      const asked = await ports.channel.teamName(addressIn(team, team.teamsId));
      if ("no" in asked && asked.no.outcome !== "refused") {
        delivery = asked.no;
        return { outcome: "held", afterMs: stoppedMs };
      }
    }
    await slot.near(intentBeforeMs);
    const nonce = chance.id().slice(0, 8);
    const intendedAt = clock.now();
    // The copy is stored before the post, so that a crash in between leaves no gap: it counts once Teams, or a lead, says that the post is there.
    const intent = writeIntent(guard, before?.tag, nonce, intendedAt, attempt.form);
    const written = await rows.commit(partition, [intent, ...(copy ? [putFirstCopy(copy, intendedAt)] : [])]).catch(() => "lost" as const);
    if (written !== "done") {
      // A refused commit may be the echo of our own write, and a lost answer may hide that it was made: the nonce tells.
      const now = await readSend(rows, partition, guard).catch(() => "lost" as const);
      if (now === "lost" || now?.intent !== nonce) {
        if (written === "lost") void takeBackLate(ports, { partition, guard, nonce }, unkept);
        return now !== "lost" && now && isOver(now) ? { outcome: "over" } : later(5_000, "another send was quicker, or the store away");
      }
    }
    const isReady = await slot.ready();
    const stoodStill = clock.now() - intendedAt > longestPauseMs;
    if (stoodStill || !isReady) {
      await settle(ports, { partition, guard, nonce }, notPosted, unkept);
      return isReady ? later(stoppedMs, "stood still before the post") : { outcome: "held", afterMs: stoppedMs };
    }
    const posted = await attempt.post();
    const made = posted.delivery;
    delivery = made;
    if (made.outcome === "sent") {
      const outcome = posted.keepId ? mergeMessageId(guard, made.messageId) : mergeOutcome(guard, made);
      const stands = copy ? [standsChange(copy, clock.now())] : [];
      await stored(() => rows.commit(partition, [outcome, ...stands, ...(posted.also ?? [])]));
    } else await settle(ports, { partition, guard, nonce }, made, [...(made.outcome === "doubtful" ? [] : unkept), ...(posted.also ?? [])]);
    await posted.after?.();
    // The team rests from here on: a second run of this job would find the send over, without its reason.
    if (made.outcome === "refused" && made.why === "archived") await settingAside(ports, () => restTeam(team.id, ports));
    if (delivery.outcome !== "sent")
      log.warn("message-not-sent", { team: team.id, guard: nameOf(guard), outcome: delivery.outcome, detail: delivery.detail });
    return delivery;
  } finally {
    await slot.end(delivery);
  }
};

const notPosted: Delivery = { outcome: "later", afterMs: 0, cause: "again", detail: "stopped before the post" };

/** An intent that this instance has written; the nonce tells it from another instance's. */
type OwnIntent = { readonly partition: string; readonly guard: Guard; readonly nonce: string };

/**
 * Writes any outcome but `sent`, and only while the intent is still ours (compare-and-set): if this instance stood still, others may have settled it. `sent`
 * needs no such check, because it stays true whenever it is learned.
 */
const settle = async (
  { rows }: Ports,
  { partition, guard, nonce }: OwnIntent,
  delivery: Delivery,
  also: readonly Change[] = [],
): Promise<void> => {
  await stored(async () => {
    const now = await readSend(rows, partition, guard);
    if (now?.intent === nonce) await rows.commit(partition, [mergeOutcome(guard, delivery, now.tag), ...also]);
  });
};

/** Delays (ms) after which Gnist looks for an intent whose write got no answer: it may be stored after all, and nothing was posted under it. */
const lateAfterMs = [1_000, 3_000, 10_000, 20_000] as const;

const takeBackLate = async (ports: Ports, intent: OwnIntent, unkept: readonly Change[]): Promise<void> => {
  for (const ms of lateAfterMs) {
    await ports.clock.wait(ms);
    // If the store stays away, the intent ends as doubtful, and Gnist does not send the message a second time.
    await settle(ports, intent, notPosted, unkept).catch(() => undefined);
  }
};

const later = (afterMs: number, detail: string): SendResult => ({ outcome: "later", afterMs, cause: "again", detail });

/** Handles the intent of another send: it is in flight, or its instance has died. */
const lookAtIntent = async ({ rows, clock, log }: Ports, team: Team, guard: Guard, send: StoredSend): Promise<SendResult> => {
  const ageMs = clock.now() - (send.sentAt ?? 0);
  if (ageMs < longestSendMs) return later(longestSendMs - ageMs, "another send of this message is in flight");
  const doubtful: Delivery = { outcome: "doubtful", detail: "the instance that posted it left no outcome" };
  const marked = await rows.commit(teamPartition(team.id), [mergeOutcome(guard, doubtful, send.tag)]);
  // The other instance has just written its outcome.
  if (marked !== "done") return later(1_000, "the outcome has just been written");
  log.warn("message-not-sent", { team: team.id, guard: nameOf(guard), outcome: doubtful.outcome, detail: doubtful.detail });
  return doubtful;
};

/** Names a guard in the log: the kind of message, and no person's id. */
const nameOf = ({ key, columns }: Guard): string => `${key.split("|")[0]}${columns.state === "reminder" ? " reminder" : ""}`;

/** Sends a message with a guard row of its own. */
export const sendGuarded = async (ports: Ports, team: Team, key: string, attempt: Attempt): Promise<SendResult> => {
  const guard = guardOf(key);
  return sendOnce(ports, team, guard, (await readSend(ports.rows, teamPartition(team.id), guard)) ?? "new", attempt);
};

/** Tries a write three times, because a lost outcome makes a message doubtful that is not. @throws the fault of the third try */
const stored = async (write: () => Promise<unknown>): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      await write();
      return;
    } catch (fault) {
      if (tries === 3) throw fault;
    }
  }
};
