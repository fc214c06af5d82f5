import type { TeamId } from "../domain/ids.ts";
import { isOffice, type Team } from "../domain/teams/team.ts";
import type { Row, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decodeAll, encode } from "./record.ts";
import { under } from "./under.ts";

/** The partition of a tenant: the pace of its calls, and the lists of its teams. */
export const tenantPartition = (tenant: string) => `tenant|${tenant}`;

/** A team in a list of a tenant's teams; the rest is read from the team's own rows. */
export type ListedTeam = { readonly id: TeamId; readonly name: string };

type Listed = Pick<Team, "id" | "tenantId">;

/** Writes a team into its tenant's lists, also after the team was renamed. */
export const listTeam = async (rows: Rows, team: Team): Promise<void> => {
  const { id, name, tenantId } = team;
  await rows.commit(tenantPartition(tenantId), [
    { do: "put", key: `team|${id}`, values: encode(rowKinds.teamOfTenant, { name }) },
    ...(isOffice(team) ? [{ do: "put", key: `coordinators|${id}`, values: encode(rowKinds.coordinators, { name }) } as const] : []),
  ]);
};

export const unlistTeam = async (rows: Rows, team: Listed): Promise<void> => {
  await rows.commit(tenantPartition(team.tenantId), [{ do: "delete", key: `team|${team.id}` }]);
  await unlistCoordinators(rows, team);
};

/** Takes a team off the list of those that take ideas. */
export const unlistCoordinators = async (rows: Rows, { id, tenantId }: Listed): Promise<void> => {
  await rows.commit(tenantPartition(tenantId), [{ do: "delete", key: `coordinators|${id}` }]);
};

/** Every team of a tenant that Gnist is in, by name. */
export const readListedTeams = (rows: Rows, tenant: string): Promise<readonly ListedTeam[]> => readList(rows, tenant, "teamOfTenant");

/** At most `most` teams of a tenant, in the order of their ids, after one of them. */
export const readTeamsAfter = async (rows: Rows, tenant: string, after: TeamId, most: number): Promise<readonly ListedTeam[]> => {
  const { teamOfTenant: kind } = rowKinds;
  const found = await rows.list(tenantPartition(tenant), { ...under(kind.name), from: `${kind.name}|${after}!` }, most);
  return namedIn(kind, tenant, found);
};

/** The teams of a tenant that take ideas from other teams, by name. */
export const readCoordinators = (rows: Rows, tenant: string): Promise<readonly ListedTeam[]> => readList(rows, tenant, "coordinators");

const readList = async (rows: Rows, tenant: string, which: "teamOfTenant" | "coordinators"): Promise<readonly ListedTeam[]> => {
  const kind = rowKinds[which];
  const found = await rows.list(tenantPartition(tenant), under(kind.name));
  return namedIn(kind, tenant, found).toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
};

const namedIn = (
  kind: typeof rowKinds.teamOfTenant | typeof rowKinds.coordinators,
  tenant: string,
  found: readonly Row[],
): readonly ListedTeam[] =>
  decodeAll(kind, tenantPartition(tenant), found).map(({ name }, at) => ({
    id: found[at]?.key.slice(`${kind.name}|`.length) ?? "",
    name,
  }));
