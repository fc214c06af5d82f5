import { Buffer } from "node:buffer";
import { randomFillSync } from "node:crypto";
import type { Change, Commit, PlacedRow, Row, Rows, Values } from "../ports.ts";
import { checkChanges, checkKey } from "../store/limits.ts";
import { keyAt, partsOf, placeIn } from "./key.ts";
import { type StoreFile, TakeBack } from "./store-file.ts";

type FileRow = { readonly place: string; readonly tag: string; readonly row: string };

/**
 * `json_patch` fails for a text that is not JSON, and replaces the whole of a value that is no object. So a merge leaves such a row as it is, and answers
 * `changed`.
 */
const isReadable = "case when json_valid(row) then json_type(row) = 'object' end";

/** The rows of the file: a row's values are a text of JSON. */
export const sqliteRows = (file: StoreFile): Rows => {
  const get = file.prepare("select tag, row from rows where place = ?");
  const list = file.prepare("select place, tag, row from rows where place >= ? and place < ? order by place limit ?");
  const insert = file.prepare("insert into rows (place, tag, row) values (?, ?, ?) on conflict do nothing");
  const put = file.prepare(
    "insert into rows (place, tag, row) values (?, ?, ?) on conflict do update set tag = excluded.tag, row = excluded.row",
  );
  const replace = file.prepare("update rows set tag = ?, row = ? where place = ? and tag = ?");
  const patch = `update rows set tag = ?, row = json_patch(row, ?) where ${isReadable} and place = ?`;
  const merge = file.prepare(patch);
  const mergeTagged = file.prepare(`${patch} and tag = ?`);
  const remove = file.prepare("delete from rows where place = ?");
  const removeTagged = file.prepare("delete from rows where place = ? and tag = ?");

  /** Prepares a change outside the transaction. `make` makes it inside, and says whether it was made. */
  const toStep = (partition: string, change: Change): { readonly place: string; readonly change: Change; readonly make: () => boolean } => {
    const place = placeIn(partition, change.key);
    if (change.do === "delete") {
      const { tag } = change;
      return { place, change, make: () => (tag === undefined ? remove.run(place) : removeTagged.run(place, tag)).changes === 1 };
    }
    const row = JSON.stringify(change.values);
    const fresh = newTag();
    if (change.do === "insert") return { place, change, make: () => insert.run(place, fresh, row).changes === 1 };
    const { tag } = change;
    if (change.do === "merge")
      return {
        place,
        change,
        make: () => (tag === undefined ? merge.run(fresh, row, place) : mergeTagged.run(fresh, row, place, tag)).changes === 1,
      };
    return {
      place,
      change,
      make: () => (tag === undefined ? put.run(place, fresh, row) : replace.run(fresh, row, place, tag)).changes === 1,
    };
  };

  const whyNot = (change: Change, place: string): Commit =>
    change.do === "insert" ? "exists" : get.get(place) === undefined ? "missing" : "changed";

  return {
    forget: () => file.emptyLog(),

    async get(partition, key) {
      checkKey(partition, key);
      const place = placeIn(partition, key);
      return file.read((): Row | undefined => {
        const found = get.get(place) as FileRow | undefined;
        return found && { key, tag: found.tag, values: toValues(found.row) };
      });
    },

    async list(partition, { from, to }, limit = -1) {
      const start = placeIn(partition, "").length;
      return file.read(() =>
        (list.all(placeIn(partition, from), placeIn(partition, to), limit) as FileRow[]).map(({ place, tag, row }) => ({
          key: keyAt(place, start),
          tag,
          values: toValues(row),
        })),
      );
    },

    async commit(partition, changes) {
      checkChanges(partition, changes);
      if (changes.length === 0) return "done";
      const steps = changes.map((change) => toStep(partition, change));
      return file.write((): Commit => {
        for (const [at, { place, change, make }] of steps.entries()) {
          if (make()) continue;
          const end = whyNot(change, place);
          if (at === 0) return end;
          throw new TakeBack(end);
        }
        return "done";
      });
    },
  };
};

/** Reads rows of all partitions after a place, in order. */
export const everyRowOf = (
  file: StoreFile,
): ((limit: number, after?: { partition: string; key: string }) => Promise<readonly PlacedRow[]>) => {
  const page = file.prepare("select place, row from rows where place > ? order by place limit ?");
  return (limit, after) =>
    file.read(() =>
      (page.all(after ? placeIn(after.partition, after.key) : "", limit) as FileRow[]).map(({ place, row }) => ({
        ...partsOf(place),
        values: toValues(row),
      })),
    );
};

/** The values of a row. A damaged text becomes pieces that fit a column of every store, without a version: so the row fits no kind, and is set aside. */
const toValues = (row: string): Values => {
  try {
    const values: unknown = JSON.parse(row);
    if (typeof values === "object" && values !== null && !Array.isArray(values)) return values as Values;
  } catch {
    // The text is no JSON.
  }
  const pieces = row.match(/.{1,16000}/gsu) ?? [""];
  return Object.fromEntries(pieces.map((piece, at) => [at === 0 ? "unread" : `unread${at}`, piece]));
};

const chance = Buffer.alloc(4_096);
let used = chance.length;

/**
 * Eight random bytes: a tag tells neither how many writes there were nor their order. They are drawn for 512 tags at a time, because a call of the system for
 * each would take longer.
 */
const newTag = (): string => {
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  used += 8;
  return chance.toString("base64url", used - 8, used);
};
