import { fewAtOnce } from "../few-at-once.ts";
import { afterSend } from "../sending/say-to.ts";
import type { SendResult } from "../sending/send-once.ts";

/** Sends of one round in hand at once in one instance; the pace is the tenant's, not this. */
const sideBySide = 40;

/**
 * Several sends side by side. As soon as the tenant is not spoken to, or so many fail that it is no fault of one, nothing more is tried; a fault is thrown when all
 * others have come to their end. @returns when to come back, where something is left
 */
export const sendAll = async <T>(all: readonly T[], send: (one: T) => Promise<SendResult>): Promise<number | undefined> => {
  const faults: unknown[] = [];
  let laterMs: number | undefined;
  let held = false;
  const trySend = async (one: T): Promise<void> => {
    if (held || faults.length >= sideBySide) return;
    try {
      const result = await send(one);
      const later = afterSend(result);
      if (result.outcome === "held") held = true;
      if (later) laterMs = Math.min(laterMs ?? later.laterMs, later.laterMs);
    } catch (fault) {
      faults.push(fault);
    }
  };
  await fewAtOnce(all, trySend, sideBySide);
  if (faults.length > 0) throw faults[0];
  return laterMs;
};
