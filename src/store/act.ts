import type { Rows } from "../ports.ts";
import { countdown } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { under } from "./under.ts";

/** The audit of a tenant, in a partition of its own. */
export const auditPartition = (tenant: string) => `audit|${tenant}`;

export type Act = Of<typeof rowKinds.act>;

/** Notes an act for admins. @param nonce names it, so that it is noted once */
export const noteAct = async (rows: Rows, tenant: string, act: Act, nonce: string): Promise<void> => {
  const key = `act|${countdown(act.at)}|${nonce}`;
  await rows.commit(auditPartition(tenant), [{ do: "put", key, values: encode(rowKinds.act, act) }]);
};

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Notes that a person's data was erased: the date and a count of rows, and nothing that leads to the person or their team.
 * @param nonce names the erasure, so that it is noted once
 */
export const noteErasure = (rows: Rows, tenant: string, { at, count }: Required<Pick<Act, "at" | "count">>, nonce: string): Promise<void> =>
  noteAct(rows, tenant, { at: at - (at % dayMs), did: "erased", count }, nonce);

/** Adds to the day's note that rows were deleted which teams keep no longer: the date and a count of rows, of all teams together. */
export const noteOldRows = async (rows: Rows, tenant: string, { at, count }: Required<Pick<Act, "at" | "count">>): Promise<void> => {
  const partition = auditPartition(tenant);
  const day = at - (at % dayMs);
  const key = `act|${countdown(day)}|old-rows`;
  for (;;) {
    const row = await rows.get(partition, key);
    const before = row ? (decode(rowKinds.act, partition, row).count ?? 0) : 0;
    const values = encode(rowKinds.act, { at: day, did: "too-old", count: before + count });
    const change = row ? ({ do: "put", key, values, tag: row.tag } as const) : ({ do: "insert", key, values } as const);
    if ((await rows.commit(partition, [change])) === "done") return;
  }
};

/** The latest acts of a tenant, the newest first. */
export const readActs = async (rows: Rows, tenant: string, most: number): Promise<readonly Act[]> =>
  decodeAll(rowKinds.act, auditPartition(tenant), await rows.list(auditPartition(tenant), under("act"), most));
