import type { TeamId } from "../domain/ids.ts";
import type { Team } from "../domain/teams/team.ts";
import type { Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decodeAll, encode } from "./record.ts";
import { under } from "./under.ts";

/** The partition of a tenant: the pace of its calls, and the list of its teams. */
export const tenantPartition = (tenant: string) => `tenant|${tenant}`;

/** A team in the list of a tenant's teams; the rest is read from the team's own rows. */
export type ListedTeam = { readonly id: TeamId; readonly name: string };

/** Writes a team into its tenant's list, also after the team was renamed. */
export const listTeam = async (rows: Rows, { id, name, tenantId }: Pick<Team, "id" | "name" | "tenantId">): Promise<void> => {
  await rows.commit(tenantPartition(tenantId), [{ do: "put", key: `team|${id}`, values: encode(rowKinds.teamOfTenant, { name }) }]);
};

export const unlistTeam = async (rows: Rows, { id, tenantId }: Pick<Team, "id" | "tenantId">): Promise<void> => {
  await rows.commit(tenantPartition(tenantId), [{ do: "delete", key: `team|${id}` }]);
};

/** Every team of a tenant that Gnist is in, by name. */
export const readListedTeams = async (rows: Rows, tenant: string): Promise<readonly ListedTeam[]> => {
  const found = await rows.list(tenantPartition(tenant), under("team"));
  const listed = decodeAll(rowKinds.teamOfTenant, tenantPartition(tenant), found);
  return listed
    .map(({ name }, at) => ({ id: found[at]?.key.slice("team|".length) ?? "", name }))
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
};
