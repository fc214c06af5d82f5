import { fewAtOnce } from "../few-at-once.ts";
import { afterSend } from "../sending/say-to.ts";
import type { SendResult } from "../sending/send-once.ts";

/** Sends of one round that one instance runs at once; the tenant's pace sets the rate, this number does not. */
const sideBySide = 40;

/**
 * Runs several sends side by side. It starts no more of them once sending to the tenant is paused, or once `sideBySide` sends have failed, which is no fault of
 * one person. The first fault is thrown after all started sends have ended. @returns the delay (ms) before the job comes back, where something is left
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
