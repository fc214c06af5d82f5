import { z } from "zod";
import type { Change, Delivery, Rows } from "../ports.ts";
import { decode, encode } from "./record.ts";

/** How the sending of one message stands. Written as `intent` before the message is posted, so that a crash can never post it twice. */
const sendShape = z.object({
  delivery: z.enum(["intent", "sent", "refused", "doubtful", "again"]).optional(),
  sendNonce: z.string().optional(),
  sentAt: z.number().optional(),
  messageId: z.string().optional(),
  why: z.string().optional(),
});

export type Send = z.infer<typeof sendShape>;

/** A guard row for a message that has none yet. `exists` from the store means that it is there already. */
export const insertSend = (key: string): Change => ({ do: "insert", key, values: encode({}) });

export const readSend = async (rows: Rows, partition: string, key: string): Promise<(Send & { tag: string }) | undefined> => {
  const row = await rows.get(partition, key);
  return row && { ...decode(sendShape, row), tag: row.tag };
};

export const mergeIntent = (key: string, tag: string, nonce: string, at: number): Change => ({
  do: "merge",
  key,
  tag,
  values: encode({ delivery: "intent", sendNonce: nonce, sentAt: at }),
});

/** What became of the send; a message that Teams has not taken may be tried again. */
export const mergeOutcome = (key: string, delivery: Delivery): Change => ({
  do: "merge",
  key,
  values: encode(
    delivery.outcome === "sent"
      ? { delivery: "sent", messageId: delivery.messageId }
      : delivery.outcome === "refused"
        ? { delivery: "refused", why: delivery.why }
        : delivery.outcome === "later"
          ? { delivery: "again", why: delivery.detail.slice(0, 200) }
          : { delivery: "doubtful", why: delivery.detail.slice(0, 200) },
  ),
});
