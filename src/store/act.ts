import type { TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import { withoutPerson } from "../domain/settings/changes.ts";
import type { Rows } from "../ports.ts";
import { countdown } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decodeAll, encode, type Of, type RowKind } from "./record.ts";
import { teamPartition } from "./team.ts";
import { tenantPartition } from "./tenant.ts";
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

/** The latest acts of a tenant, the newest first. */
export const readActs = async (rows: Rows, tenant: string, most: number): Promise<readonly Act[]> =>
  decodeAll(rowKinds.act, auditPartition(tenant), await rows.list(auditPartition(tenant), under("act"), most));

/** Takes a person out of the rows of one range; their role stays. */
const forgetIn = async (rows: Rows, kind: RowKind, partition: string, person: PersonId): Promise<number> => {
  const found = await rows.list(partition, under(kind.name));
  const records = decodeAll(kind, partition, found) as readonly Pick<Act, "who" | "changes">[];
  let count = 0;
  for (const [at, { who, changes, ...record }] of records.entries()) {
    const row = found[at];
    if (!row || !JSON.stringify({ who, changes }).includes(JSON.stringify(person))) continue;
    const without = {
      ...record,
      ...(who === person ? {} : { who }),
      changes: changes?.map((change) => withoutPerson(change, person)),
    };
    await rows.commit(partition, [{ do: "put", key: row.key, values: encode(kind, without), tag: row.tag }]);
    count += 1;
  }
  return count;
};

/**
 * Takes a person whose data is erased out of every audit: of the tenant, of its admins, and of these teams. A long read, for jobs alone; again, it finds nothing.
 * @returns the number of rows that named the person
 */
export const forgetInAudit = async (rows: Rows, tenant: string, teams: readonly TeamId[], person: PersonId): Promise<number> => {
  let count = 0;
  for (const team of teams) count += await forgetIn(rows, rowKinds.teamAudit, teamPartition(team), person);
  count += await forgetIn(rows, rowKinds.tenantAudit, tenantPartition(tenant), person);
  return count + (await forgetIn(rows, rowKinds.act, auditPartition(tenant), person));
};
