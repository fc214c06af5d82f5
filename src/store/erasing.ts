import { erasedMarkOf, type TeamId } from "../domain/ids.ts";
import { type Member, type PersonId, standings } from "../domain/people/person.ts";
import type { Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode, type Of } from "./record.ts";
import { teamPartition } from "./team.ts";
import { tenantPartition } from "./tenant.ts";
import { under } from "./under.ts";

/** The erasing of a person, and how far it has come. */
export type Erasing = Of<typeof rowKinds.erasing>;

export type StoredErasing = { readonly erasing: Erasing; readonly tag: string };

const erasingKey = (person: PersonId) => `erasing|${person}`;
const erasedKey = (person: PersonId) => `erased|${erasedMarkOf(person)}`;

export const readErasing = async (rows: Rows, tenant: string, person: PersonId): Promise<StoredErasing | undefined> => {
  const row = await rows.get(tenantPartition(tenant), erasingKey(person));
  return row && { erasing: decode(rowKinds.erasing, tenantPartition(tenant), row), tag: row.tag };
};

/**
 * Begins to erase a person. Where they asked for it, it takes the place of one that began because they had left, and marks them, so that no roster brings them
 * back. False where nobody asked and it had begun.
 */
export const beginErasing = async (rows: Rows, tenant: string, person: PersonId, erasing: Erasing, isAsked: boolean): Promise<boolean> => {
  const marks = (isAsked ? erasing.ids : []).map(
    (id) => ({ do: "put", key: erasedKey(id), values: encode(rowKinds.erased, { teams: erasing.teams }) }) as const,
  );
  const begin = { do: isAsked ? "put" : "insert", key: erasingKey(person), values: encode(rowKinds.erasing, erasing) } as const;
  return (await rows.commit(tenantPartition(tenant), [begin, ...marks])) === "done";
};

/** Notes how far it has come. False where another run was quicker. */
export const keepErasing = async (rows: Rows, tenant: string, person: PersonId, { erasing, tag }: StoredErasing): Promise<boolean> =>
  (await rows.commit(tenantPartition(tenant), [{ do: "put", key: erasingKey(person), values: encode(rowKinds.erasing, erasing), tag }])) ===
  "done";

/** False where it has begun anew. */
export const endErasing = async (rows: Rows, tenant: string, person: PersonId, { tag }: Pick<StoredErasing, "tag">): Promise<boolean> =>
  (await rows.commit(tenantPartition(tenant), [{ do: "delete", key: erasingKey(person), tag }])) !== "changed";

/** Takes a person off a team's people at once, so that nothing more is sent to them. */
export const dropMember = async (rows: Rows, team: TeamId, { person }: Pick<Member, "person">): Promise<void> => {
  await Promise.all(standings.map((standing) => rows.commit(teamPartition(team), [{ do: "delete", key: `${standing}|${person}` }])));
};

/** Has this person had everything deleted, and not come back? The teams whose rosters showed them. */
export const readErased = async (rows: Rows, tenant: string, person: PersonId): Promise<readonly TeamId[] | undefined> => {
  const row = await rows.get(tenantPartition(tenant), erasedKey(person));
  return row && decode(rowKinds.erased, tenantPartition(tenant), row).teams;
};

/** The marks of all such people of a tenant. */
export const readErasedMarks = async (rows: Rows, tenant: string): Promise<ReadonlySet<string>> => {
  const found = await rows.list(tenantPartition(tenant), under("erased"));
  return new Set(found.map(({ key }) => key.slice("erased|".length)));
};

/** The person comes back. */
export const dropErased = async (rows: Rows, tenant: string, person: PersonId): Promise<void> => {
  await rows.commit(tenantPartition(tenant), [{ do: "delete", key: erasedKey(person) }]);
};
