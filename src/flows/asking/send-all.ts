import { afterSend } from "../sending/say-to.ts";
import type { SendResult } from "../sending/send-once.ts";

/** Sends of one round in hand at once in one instance; the pace is the tenant's, not this. */
const sideBySide = 40;

/** Several sends side by side. @returns when to come back, where something is left: as soon as the tenant is not spoken to, nothing more is tried. */
export const sendAll = async <T>(all: readonly T[], send: (one: T) => Promise<SendResult>): Promise<number | undefined> => {
  const rest = [...all];
  let laterMs: number | undefined;
  let held = false;
  const sendOn = async (): Promise<void> => {
    for (let one = rest.shift(); one !== undefined && !held; one = rest.shift()) {
      const result = await send(one);
      const later = afterSend(result);
      if (result.outcome === "held") held = true;
      if (later) laterMs = Math.min(laterMs ?? later.laterMs, later.laterMs);
    }
  };
  // All come to their end before a fault of one is thrown.
  const ended = await Promise.allSettled(Array.from({ length: sideBySide }, sendOn));
  const fault = ended.find((one) => one.status === "rejected");
  if (fault) throw fault.reason;
  return laterMs;
};
