import type { Address } from "../../domain/address.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Answered, Delivery, Ports } from "../../ports.ts";

/** Delay (ms) after which a call is tried again whose tenant has just been stopped. */
export const stoppedMs = 1_000;

export const addressIn = (team: Team, conversationId: string): Address => ({
  tenantId: team.tenantId,
  serviceUrl: team.serviceUrl,
  conversationId,
});

/** Makes one call that is no message and may be repeated, in its slot of the tenant's pace. */
export const inTurn = async <T>({ pace }: Pick<Ports, "pace">, team: Team, call: () => Promise<Answered<T>>): Promise<Answered<T>> => {
  const slot = await pace.slot(team.tenantId, 1, true);
  if (!("ready" in slot)) return { no: { outcome: "later", afterMs: slot.afterMs, cause: "again", detail: slot.why } };
  let delivery: Delivery | undefined;
  try {
    if (!(await slot.ready())) return { no: { outcome: "later", afterMs: stoppedMs, cause: "again", detail: "stopped" } };
    const answered = await call();
    delivery = "no" in answered ? answered.no : { outcome: "sent", messageId: "" };
    return answered;
  } finally {
    await slot.end(delivery);
  }
};
