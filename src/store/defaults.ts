import type { TeamsChange } from "../domain/settings/teams-change.ts";
import type { Change, Rows } from "../ports.ts";
import { countdown } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { tenantPartition } from "./tenant.ts";
import { under } from "./under.ts";

/** Settings for the new teams of a tenant, and what holds for all its teams. */
export type Defaults = Of<typeof rowKinds.defaults>;

const key = "defaults";

type StoredDefaults = { readonly defaults: Defaults; readonly tag?: string };

/** Reads the defaults of a tenant; without a tag where no admin has saved any. */
export const readDefaults = async (rows: Rows, tenant: string): Promise<StoredDefaults> => {
  const row = await rows.get(tenantPartition(tenant), key);
  return row ? { defaults: decode(rowKinds.defaults, tenantPartition(tenant), row), tag: row.tag } : { defaults: { settings: {} } };
};

/** Writes the defaults of a tenant where nobody else has since they were read. */
export const putDefaults = (defaults: Defaults, tag: string | undefined): Change => {
  const values = encode(rowKinds.defaults, defaults);
  return tag === undefined ? { do: "insert", key, values } : { do: "put", key, values, tag };
};

const changeKey = (id: string) => `change|${id}`;

export type StoredChange = { readonly change: TeamsChange; readonly id: string; readonly tag: string };

export const readTeamsChange = async (rows: Rows, tenant: string, id: string): Promise<StoredChange | undefined> => {
  const row = await rows.get(tenantPartition(tenant), changeKey(id));
  return row && { change: decode(rowKinds.change, tenantPartition(tenant), row), id, tag: row.tag };
};

export const insertTeamsChange = (id: string, change: TeamsChange): Change => ({
  do: "insert",
  key: changeKey(id),
  values: encode(rowKinds.change, change),
});

export const putTeamsChange = (id: string, change: TeamsChange, tag: string): Change => ({
  do: "put",
  key: changeKey(id),
  values: encode(rowKinds.change, change),
  tag,
});

export type TenantAudit = Of<typeof rowKinds.tenantAudit>;

/** Notes what an admin did. @param nonce names what was done, so that it is noted once */
export const putTenantAudit = (audit: TenantAudit, nonce: string): Change => ({
  do: "put",
  key: `audit|${countdown(audit.at)}|${nonce}`,
  values: encode(rowKinds.tenantAudit, audit),
});

/** The latest that admins did, the newest first. */
export const readTenantAudit = async (rows: Rows, tenant: string, most: number): Promise<readonly TenantAudit[]> => {
  const partition = tenantPartition(tenant);
  return decodeAll(rowKinds.tenantAudit, partition, await rows.list(partition, under("audit"), most));
};
