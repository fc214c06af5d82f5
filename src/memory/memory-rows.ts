import { Buffer } from "node:buffer";
import type { Change, Commit, Row, Rows, Values } from "../ports.ts";
import { checkChanges, checkKey } from "../store/limits.ts";

/** Rows in memory, for tests and benches. */
export function memoryRows(): Rows {
  const partitions = new Map<string, Partition>();

  return {
    async forget() {},

    async get(partition, key) {
      checkKey(partition, key);
      return partitions.get(partition)?.rows.get(key);
    },

    async list(partition, { from, to }, limit = Number.POSITIVE_INFINITY) {
      const { rows, keys } = partitions.get(partition) ?? empty;
      const found: Row[] = [];
      for (let at = placeOf(keys, from); at < keys.length && found.length < limit; at++) {
        const key = keys[at] as string;
        if (key >= to) break;
        found.push(rows.get(key) as Row);
      }
      return found;
    },

    async commit(partition, changes) {
      checkChanges(partition, changes);
      const { rows, keys } = partitions.get(partition) ?? { rows: new Map<string, Row>(), keys: [] };
      for (const change of changes) {
        const refused = misfit(change, rows.get(change.key));
        if (refused !== undefined) return refused;
      }
      partitions.set(partition, { rows, keys });
      for (const change of changes) {
        const { key } = change;
        if (change.do === "delete") {
          rows.delete(key);
          keys.splice(placeOf(keys, key), 1);
        } else {
          const old = rows.get(key);
          if (old === undefined) keys.splice(placeOf(keys, key), 0, key);
          const values = withGiven(change.do === "merge" ? old?.values : undefined, change.values);
          rows.set(key, Object.freeze({ key, tag: newTag(), values }));
        }
      }
      return "done";
    },
  };
}

/** Rows by their keys, and the keys in order, so that reading a range needs no look at the other rows. */
type Partition = { readonly rows: Map<string, Row>; readonly keys: string[] };

const empty: Partition = { rows: new Map(), keys: [] };

/** The place of the first key that is not before `key`. */
function placeOf(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withGiven(old: Values | undefined, given: Values): Values {
  const values: Record<string, Values[string]> = { ...old };
  for (const name in given) if (given[name] !== undefined) values[name] = given[name];
  return Object.freeze(values);
}

function misfit(change: Change, row: Row | undefined): Exclude<Commit, "done"> | undefined {
  if (change.do === "insert") return row === undefined ? undefined : "exists";
  if (change.do === "put" && change.tag === undefined) return undefined;
  if (row === undefined) return "missing";
  return change.tag === undefined || change.tag === row.tag ? undefined : "changed";
}

const tag = Buffer.alloc(8);

/** Eight random bytes: a tag tells neither how many writes there were nor their order. Fast chance is enough, because nobody guesses the tags of a test. */
function newTag(): string {
  for (const half of [0, 4]) tag.writeUInt32LE(Math.random() * 2 ** 32, half);
  return tag.toString("base64url");
}
