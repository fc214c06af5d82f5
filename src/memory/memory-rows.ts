import type { Change, Commit, Row, Rows } from "../ports.ts";

/** What a store refuses to hold; the real ones stand in azure/guards.ts, where this room may not look. */
type Guards = { guardKey(partition: string, key: string): void; guardChanges(partition: string, changes: readonly Change[]): void };

const noGuards: Guards = { guardKey() {}, guardChanges() {} };

/**
 * Rows in memory, for tests and benches.
 * @param guards throw for what the real store refuses. Tests pass those of azure/guards.ts, so that a bad key shows here too.
 */
export function memoryRows(guards: Guards = noGuards): Rows {
  const partitions = new Map<string, Map<string, Row>>();
  let writes = 0;

  return {
    async get(partition, key) {
      guards.guardKey(partition, key);
      return partitions.get(partition)?.get(key);
    },

    async list(partition, { from, to }, limit) {
      const rows = [...(partitions.get(partition)?.values() ?? [])].filter(({ key }) => key >= from && key < to);
      return rows.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, limit);
    },

    async commit(partition, changes) {
      guards.guardChanges(partition, changes);
      const rows = partitions.get(partition) ?? new Map<string, Row>();
      for (const change of changes) {
        const refused = refuse(change, rows.get(change.key));
        if (refused !== undefined) return refused;
      }
      partitions.set(partition, rows);
      for (const change of changes) {
        writes += 1;
        if (change.do === "delete") rows.delete(change.key);
        else {
          const old = change.do === "merge" ? rows.get(change.key)?.values : {};
          const given = Object.fromEntries(Object.entries(change.values).filter(([, value]) => value !== undefined));
          rows.set(change.key, Object.freeze({ key: change.key, tag: String(writes), values: Object.freeze({ ...old, ...given }) }));
        }
      }
      return "done";
    },
  };
}

function refuse(change: Change, row: Row | undefined): Exclude<Commit, "done"> | undefined {
  if (change.do === "insert") return row === undefined ? undefined : "exists";
  if (change.do === "put" && change.tag === undefined) return undefined;
  if (row === undefined) return "missing";
  return change.tag === undefined || change.tag === row.tag ? undefined : "changed";
}
