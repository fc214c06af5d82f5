import type { TenantPace } from "../domain/pace.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { BadRow, decode, encode } from "./record.ts";
import { tenantPartition } from "./tenant.ts";

const paceKey = "pace";

/** `pace` is missing where the row cannot be read: perhaps another version of Gnist wrote it. */
type StoredPace = { readonly pace?: TenantPace; readonly tag: string };

export const readPace = async (rows: Rows, tenant: string): Promise<StoredPace | undefined> => {
  const row = await rows.get(tenantPartition(tenant), paceKey);
  if (!row) return undefined;
  try {
    const { why, ...pace } = decode(rowKinds.pace, tenantPartition(tenant), row);
    return { tag: row.tag, pace: { ...pace, ...(why ? { why } : {}) } };
  } catch (fault) {
    if (fault instanceof BadRow) return { tag: row.tag };
    throw fault;
  }
};

/** Writes the pace (compare-and-set). @param tag the tag of the row that was read; none where there is no row yet */
export const putPace = (pace: TenantPace, tag: string | undefined): Change => {
  const values = encode(rowKinds.pace, pace);
  return tag === undefined ? { do: "insert", key: paceKey, values } : { do: "put", key: paceKey, values, tag };
};
