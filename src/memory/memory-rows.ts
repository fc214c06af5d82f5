import { randomBytes } from "node:crypto";
import type { Change, Commit, Row, Rows } from "../ports.ts";
import { guardChanges, guardKey } from "../store/limits.ts";

/** Rows in memory, for tests and benches. */
export function memoryRows(): Rows {
  const partitions = new Map<string, Map<string, Row>>();

  return {
    async get(partition, key) {
      guardKey(partition, key);
      return partitions.get(partition)?.get(key);
    },

    async list(partition, { from, to }, limit) {
      const rows = [...(partitions.get(partition)?.values() ?? [])].filter(({ key }) => key >= from && key < to);
      return rows.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, limit);
    },

    async commit(partition, changes) {
      guardChanges(partition, changes);
      const rows = partitions.get(partition) ?? new Map<string, Row>();
      for (const change of changes) {
        const refused = refuse(change, rows.get(change.key));
        if (refused !== undefined) return refused;
      }
      partitions.set(partition, rows);
      for (const change of changes) {
        if (change.do === "delete") rows.delete(change.key);
        else {
          const old = change.do === "merge" ? rows.get(change.key)?.values : {};
          const given = Object.fromEntries(Object.entries(change.values).filter(([, value]) => value !== undefined));
          rows.set(change.key, Object.freeze({ key: change.key, tag: newTag(), values: Object.freeze({ ...old, ...given }) }));
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

/** Eight random bytes: a tag tells neither how many writes there were nor their order. */
const newTag = () => randomBytes(8).toString("base64url");
