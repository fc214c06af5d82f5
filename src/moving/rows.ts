import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import type { Change, PlacedRow, Rows, Storage } from "../ports.ts";
import { kindOf, rowKinds } from "../store/kinds.ts";
import { isOfStoreAlone } from "../store/moving.ts";
import { openHands, type Patience } from "./patience.ts";

/** A transaction takes at most 100 changes and 4 MB (store/limits.ts); a small one passes a slow line in time. */
const mostChanges = 100;
const mostBatchBytes = 512 * 1024;

const order = (one: PlacedRow, other: PlacedRow): number =>
  one.partition === other.partition ? compare(one.key, other.key) : compare(one.partition, other.partition);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The rows of a store by partition and key, without those that say something of this store alone. @throws StoreFault */
export async function* rowsOf({ everyRow }: Pick<Storage, "everyRow">, { pace, insist }: Patience): AsyncGenerator<PlacedRow> {
  let last: PlacedRow | undefined;
  for (;;) {
    const page = await insist(() => everyRow(pace.rows, last));
    if (page.length === 0) return;
    for (const row of page) {
      // `sideBySide` needs one order in both stores.
      if (last && order(last, row) >= 0)
        throw new Error("The store does not list its rows in order. Nothing can be moved out of or into it.");
      last = row;
      if (!isOfStoreAlone(row.partition)) yield row;
    }
  }
}

/** Merge join of two stores: at each place the row of the one, of the other, or both. */
async function* sideBySide(
  ones: AsyncGenerator<PlacedRow>,
  others: AsyncGenerator<PlacedRow>,
): AsyncGenerator<readonly [PlacedRow | undefined, PlacedRow | undefined]> {
  const next = async (rows: AsyncGenerator<PlacedRow>): Promise<PlacedRow | undefined> => (await rows.next()).value ?? undefined;
  let [one, other] = [await next(ones), await next(others)];
  while (one || other) {
    const by = one && other ? order(one, other) : one ? -1 : 1;
    yield [by <= 0 ? one : undefined, by >= 0 ? other : undefined];
    if (by <= 0) one = await next(ones);
    if (by >= 0) other = await next(others);
  }
}

/** The canonical text of a row: equal for two rows exactly if they hold equal values in one place. Tags are the store's own, and no part of it. */
const textOf = ({ partition, key, values }: PlacedRow): string =>
  JSON.stringify([partition, key, Object.entries(values).sort(([one], [other]) => compare(one, other))]);

/** A change in its partition. */
type PlacedChange = { readonly partition: string; readonly change: Change };

/**
 * Finds the changes that make a store hold exactly the rows of another: puts of rows that are missing or differ, deletes of rows that the other lacks. An equal
 * row stays untouched, so that a run that was killed costs the next one only reading.
 * @param passed is called for each row of the source. @throws StoreFault
 */
export async function* changesTo(
  to: Pick<Storage, "everyRow">,
  from: Pick<Storage, "everyRow">,
  patience: Patience,
  passed: () => void,
): AsyncGenerator<PlacedChange> {
  for await (const [source, target] of sideBySide(rowsOf(from, patience), rowsOf(to, patience))) {
    if (source) {
      passed();
      if (target && textOf(source) === textOf(target)) continue;
      yield { partition: source.partition, change: { do: "put", key: source.key, values: source.values } };
    } else if (target) yield { partition: target.partition, change: { do: "delete", key: target.key } };
  }
}

/** Finds the changes that empty a store. @param passed is called for each row. @throws StoreFault */
export async function* deletesOf(storage: Pick<Storage, "everyRow">, patience: Patience, passed: () => void): AsyncGenerator<PlacedChange> {
  for await (const { partition, key } of rowsOf(storage, patience)) {
    passed();
    yield { partition, change: { do: "delete", key } };
  }
}

/** Makes changes that come in the order of their partitions, in several transactions at once. @throws StoreFault */
export const makeChanges = async (rows: Rows, all: AsyncGenerator<PlacedChange>, patience: Patience): Promise<void> => {
  const hands = openHands(patience);
  let partition = "";
  let changes: Change[] = [];
  let bytes = 0;
  const begin = async (): Promise<void> => {
    const [where, made] = [partition, changes];
    changes = [];
    bytes = 0;
    if (made.length > 0) await hands.take(() => commit(rows, where, made, patience));
  };
  try {
    for await (const one of all) {
      const size = Buffer.byteLength(JSON.stringify(one.change));
      if (one.partition !== partition || changes.length === mostChanges || bytes + size > mostBatchBytes) await begin();
      partition = one.partition;
      changes.push(one.change);
      bytes += size;
    }
    await begin();
  } finally {
    await hands.end();
  }
};

const commit = async (rows: Rows, partition: string, changes: readonly Change[], { insist }: Patience): Promise<void> => {
  if ((await insist(() => rows.commit(partition, changes))) === "done") return;
  // A delete found no row: an earlier try succeeded, and its answer was lost. So each change is made alone, and a delete may find nothing.
  for (const change of changes) await insist(() => rows.commit(partition, [change]));
};

/** A store counted: its rows, those of each kind, and the SHA-256 of all of them in order. */
export type Tally = { readonly rows: number; readonly kinds: Readonly<Record<string, number>>; readonly hash: string };

/** A comparison of two stores, read to their ends. `differs`: the first place where they do, by the kind of its row alone, because keys hold ids of persons. */
type Comparison = {
  readonly from: Tally;
  readonly to: Tally;
  readonly differs?: { readonly kind: string; readonly in: "from" | "to" | "both" };
};

/** @throws StoreFault */
export const compareRows = async (
  from: Pick<Storage, "everyRow">,
  to: Pick<Storage, "everyRow">,
  patience: Patience,
  passed: () => void,
): Promise<Comparison> => {
  const [ofFrom, ofTo] = [openTally(), openTally()];
  let differs: Comparison["differs"];
  for await (const [one, other] of sideBySide(rowsOf(from, patience), rowsOf(to, patience))) {
    passed();
    const texts = [one && ofFrom.count(one), other && ofTo.count(other)];
    const row = one ?? other;
    if (texts[0] !== texts[1] && row) differs ??= { kind: kindNameOf(row), in: one && other ? "both" : one ? "from" : "to" };
  }
  return { from: ofFrom.end(), to: ofTo.end(), ...(differs && { differs }) };
};

const openTally = () => {
  const hash = createHash("sha256");
  const kinds: Record<string, number> = {};
  let rows = 0;
  return {
    /** @returns the row as text */
    count(row: PlacedRow): string {
      const text = textOf(row);
      const kind = kindNameOf(row);
      rows += 1;
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      hash.update(text).update("\n");
      return text;
    },
    end: (): Tally => ({ rows, kinds, hash: hash.digest("hex") }),
  };
};

const names = new Map(Object.entries(rowKinds).map(([name, kind]) => [kind, name]));

const kindNameOf = ({ partition, key }: PlacedRow): string => {
  const kind = kindOf(partition, key);
  return (kind && names.get(kind)) ?? (key.startsWith("aside|") ? "set aside" : "unknown");
};
