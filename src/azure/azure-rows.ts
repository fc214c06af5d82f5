import { Buffer } from "node:buffer";
import { odata, type TableClient, type TableEntity, type TableEntityResult, type TransactionAction } from "@azure/data-tables";
import type { Change, Commit, PlacedRow, Row, Rows, Storage, Values } from "../ports.ts";
import { checkChanges, checkKey, shown } from "../store/limits.ts";
import { aRead, aWrite, callAzure, statusOf } from "./call-azure.ts";

/** Azure returns at most 1,000 rows a page, and fewer (even none, with more to come) when a page takes it 5 s. */
const pageRows = 1_000;

/**
 * The rows of one Azure table: a partition is a PartitionKey, a key a RowKey, a tag an ETag.
 * Every call, and every page of a list, has its own time limit (call-azure.ts).
 * @param table made with `retryOptions: { maxRetries: 0 }`; this file repeats the calls that may be repeated.
 */
export function azureRows(table: TableClient): Rows {
  const deleteTags = new WeakMap<object, readonly string[]>();
  table.pipeline.addPolicy(mendBodies(deleteTags));

  return {
    async forget() {},

    async get(partition, key) {
      checkKey(partition, key);
      return callAzure(`get of ${shown(key)} in ${shown(partition)}`, aRead, async (abortSignal) => {
        try {
          return toRow(await table.getEntity(partition, key, { abortSignal }));
        } catch (error) {
          if (outcome(error) === "missing") return undefined;
          throw error;
        }
      });
    },

    async list(partition, range, limit = Number.POSITIVE_INFINITY) {
      const filter = odata`PartitionKey eq ${partition} and RowKey ge ${range.from} and RowKey lt ${range.to}`;
      const rows: Row[] = [];
      let next: string | undefined;
      while (rows.length < limit) {
        const maxPageSize = Math.min(pageRows, limit - rows.length);
        const page = await callAzure(`list from ${shown(range.from)} in ${shown(partition)}`, aRead, async (abortSignal) => {
          const pages = table.listEntities({ queryOptions: { filter }, abortSignal });
          return (await pages.byPage({ maxPageSize, ...(next !== undefined && { continuationToken: next }) }).next()).value;
        });
        rows.push(...(page ?? []).map(toRow));
        next = page?.continuationToken;
        if (next === undefined) break;
      }
      return rows;
    },

    async commit(partition, changes) {
      checkChanges(partition, changes);
      const [first, ...others] = changes;
      if (first === undefined) return "done";
      const what = `${first.do} of ${shown(first.key)} in ${shown(partition)}${others.length === 0 ? "" : ` and ${others.length} more`}`;
      return callAzure(what, aWrite, async (abortSignal): Promise<Commit> => {
        try {
          if (others.length === 0) {
            await one(table, partition, first, abortSignal);
          } else {
            deleteTags.set(
              abortSignal,
              changes.filter((change) => change.do === "delete").map((change) => change.tag ?? "*"),
            );
            await table.submitTransaction(
              changes.map((change) => action(partition, change)),
              { abortSignal },
            );
          }
          return "done";
        } catch (error) {
          const known = outcome(error);
          if (known === undefined) throw error;
          return known;
        }
      });
    },
  };
}

/** Reads rows of all partitions after a place, in order. */
export function everyRowOf(table: TableClient): Storage["everyRow"] {
  return async (limit, after) => {
    // Two queries, each with its own lower bound: for one query that joins them by `or`, Azure would read a large partition again from its beginning.
    const filters = after
      ? [odata`PartitionKey eq ${after.partition} and RowKey gt ${after.key}`, odata`PartitionKey gt ${after.partition}`]
      : [undefined];
    const rows: PlacedRow[] = [];
    for (const filter of filters) {
      let next: string | undefined;
      do {
        const maxPageSize = Math.min(pageRows, limit - rows.length);
        if (maxPageSize <= 0) return rows;
        const page = await callAzure("look at every row", aRead, async (abortSignal) => {
          const pages = table.listEntities({ ...(filter && { queryOptions: { filter } }), abortSignal });
          return (await pages.byPage({ maxPageSize, ...(next !== undefined && { continuationToken: next }) }).next()).value;
        });
        for (const found of page ?? []) {
          const { key, values } = toRow(found);
          rows.push({ partition: found.partitionKey ?? "", key, values });
        }
        next = page?.continuationToken;
      } while (next !== undefined);
    }
    return rows;
  };
}

function one(table: TableClient, partition: string, change: Change, abortSignal: AbortSignal): Promise<unknown> {
  switch (change.do) {
    case "insert":
      return table.createEntity(entity(partition, change), { abortSignal });
    case "merge":
      return table.updateEntity(entity(partition, change), "Merge", { etag: change.tag ?? "*", abortSignal });
    case "put":
      return change.tag === undefined
        ? table.upsertEntity(entity(partition, change), "Replace", { abortSignal })
        : table.updateEntity(entity(partition, change), "Replace", { etag: change.tag, abortSignal });
    case "delete":
      return table.deleteEntity(partition, change.key, { etag: change.tag ?? "*", abortSignal });
  }
}

function action(partition: string, change: Change): TransactionAction {
  switch (change.do) {
    case "insert":
      return ["create", entity(partition, change)];
    case "merge":
      return ["update", entity(partition, change), "Merge", { etag: change.tag ?? "*" }];
    case "put":
      return change.tag === undefined
        ? ["upsert", entity(partition, change), "Replace"]
        : ["update", entity(partition, change), "Replace", { etag: change.tag }];
    case "delete":
      return ["delete", { partitionKey: partition, rowKey: change.key }];
  }
}

/**
 * Mends the bodies that the SDK (13.3.2) writes, before they leave.
 * - Lines: U+2028, U+2029 and U+0085 end a line for some that read the parts of a transaction (Azurite answers 500). JSON can hold them as \u2028, which is the
 *   same value; elsewhere in a body, in addresses, they are percent-encoded.
 * - Tags of deletes: TableClient.submitTransaction takes none and sends "if-match: *". So the tags, in the order of the deletes and filed under the call's
 *   signal, are written into the transaction. See "in a transaction a delete minds its tag" in tests/contracts/rows.test.ts.
 */
function mendBodies(tagsOf: WeakMap<object, readonly string[]>): Parameters<TableClient["pipeline"]["addPolicy"]>[0] {
  return {
    name: "gnistMendBodies",
    sendRequest(request, next) {
      if (typeof request.body !== "string") return next(request);
      const tags = (request.abortSignal && tagsOf.get(request.abortSignal)) ?? [];
      const body = withTags(withEscapes(request.body), tags);
      if (body !== request.body) {
        request.body = body;
        // The signing policy has counted the old body; the length is no part of what it signs.
        request.headers.set("content-length", String(Buffer.byteLength(body)));
      }
      return next(request);
    },
  };
}

function withEscapes(body: string): string {
  return body.replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function withTags(body: string, tags: readonly string[]): string {
  if (tags.length === 0) return body;
  let deletes = 0;
  // One delete: its request line, then its headers up to the first empty line. A value cannot look like that: JSON escapes line ends.
  const tagged = body.replace(/^(DELETE .*\r\n(?:.+\r\n)*?if-match: )\*\r\n/gim, (_found, before: string) => {
    const tag = tags[deletes];
    deletes += 1;
    return `${before}${tag}\r\n`;
  });
  if (deletes !== tags.length)
    throw new Error(`A transaction of ${tags.length} deletes was written with ${deletes}; is @azure/data-tables new?`);
  return tagged;
}

/** The meaning of Azure's refusals; in a transaction the SDK reports the first refused change by the same status and code. */
function outcome(error: unknown): Exclude<Commit, "done"> | undefined {
  const { status, code } = statusOf(error);
  if (status === 409 && code === "EntityAlreadyExists") return "exists";
  // A missing table is 404 TableNotFound: a fault, not an answer.
  if (status === 404 && (code === "ResourceNotFound" || code === "EntityNotFound")) return "missing";
  // UpdateConditionNotSatisfied, or ConditionNotMet.
  if (status === 412) return "changed";
  return undefined;
}

function entity(partition: string, change: { readonly key: string; readonly values: Values }): TableEntity {
  const values = Object.entries(change.values).filter(([, value]) => value !== undefined);
  return { partitionKey: partition, rowKey: change.key, ...Object.fromEntries(values.map(([name, value]) => [name, typed(value)])) };
}

/** The SDK sends numbers without a type. An instant in ms does not fit the 32-bit integer that Azure may then take it for. */
function typed(value: Values[string]): unknown {
  return typeof value === "number" && (value | 0) !== value ? { type: "Double", value } : value;
}

function toRow(found: TableEntityResult<Record<string, unknown>>): Row {
  const values: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(found)) {
    const own = !["partitionKey", "rowKey", "timestamp", "etag"].includes(name) && !name.startsWith("odata.");
    if (own && (typeof value === "string" || typeof value === "number" || typeof value === "boolean")) values[name] = value;
  }
  return { key: found.rowKey ?? "", tag: found.etag, values };
}
