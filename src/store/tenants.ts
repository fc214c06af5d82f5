import type { TenantPace } from "../domain/pace.ts";
import type { Team, TeamId } from "../domain/team.ts";
import type { Change, Rows } from "../ports.ts";
import { kinds } from "./kinds.ts";
import { BadRow, decode, decodeAll, encode } from "./record.ts";
import { under } from "./under.ts";

/** The rows of a whole tenant: the pace of its calls, and which teams there are. */
export const tenantPartition = (tenant: string) => `tenant|${tenant}`;

/** A team as the list of a tenant's teams has it; the rest is read from the team's own rows. */
export type ListedTeam = { readonly id: TeamId; readonly name: string };

/** Keeps a team in its tenant's list; again where it was renamed. */
export const listTeam = async (rows: Rows, { id, name, tenantId }: Pick<Team, "id" | "name" | "tenantId">): Promise<void> => {
  await rows.commit(tenantPartition(tenantId), [{ do: "put", key: `team|${id}`, values: encode(kinds.teamOfTenant, { name }) }]);
};

export const unlistTeam = async (rows: Rows, { id, tenantId }: Pick<Team, "id" | "tenantId">): Promise<void> => {
  await rows.commit(tenantPartition(tenantId), [{ do: "delete", key: `team|${id}` }]);
};

/** Every team of a tenant that Gnist is in, by name. */
export const readListedTeams = async (rows: Rows, tenant: string): Promise<readonly ListedTeam[]> => {
  const found = await rows.list(tenantPartition(tenant), under("team"));
  const listed = decodeAll(kinds.teamOfTenant, tenantPartition(tenant), found);
  return listed
    .map(({ name }, at) => ({ id: found[at]?.key.slice("team|".length) ?? "", name }))
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
};

const paceKey = "pace";

/** `pace` is missing where the row cannot be read: written by another Gnist perhaps. */
export type StoredPace = { readonly pace?: TenantPace; readonly tag: string };

export const readPace = async (rows: Rows, tenant: string): Promise<StoredPace | undefined> => {
  const row = await rows.get(tenantPartition(tenant), paceKey);
  if (!row) return undefined;
  try {
    const { why, ...pace } = decode(kinds.pace, tenantPartition(tenant), row);
    return { tag: row.tag, pace: { ...pace, ...(why ? { why } : {}) } };
  } catch (fault) {
    if (fault instanceof BadRow) return { tag: row.tag };
    throw fault;
  }
};

/** @param tag of the row that was read; none where there is no row yet. */
export const putPace = (pace: TenantPace, tag: string | undefined): Change => {
  const values = encode(kinds.pace, pace);
  return tag === undefined ? { do: "insert", key: paceKey, values } : { do: "put", key: paceKey, values, tag };
};
