import type { Change, Values } from "../ports.ts";

/*
 * Azure's limits that Azurite does not enforce, so that a mistake shows in tests and not in the cloud. What is refused here is a fault of the
 * program, never of a person, hence a plain Error. Sources:
 * https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model (keys, names, sizes)
 * https://learn.microsoft.com/azure/storage/tables/scalability-targets (transactions)
 */

const longestKey = 511;
const longestString = 32_768;
const mostValues = 252;
const mostBytes = 1024 * 1024;
const mostChanges = 100;

/** Slash, backslash, hash, question mark, control characters; and half a character, which no URL can carry. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const forbiddenInKeys = /[/\\#?\u0000-\u001f\u007f-\u009f]|\p{Surrogate}/u;
const name = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;
/** Azure's own columns, and what the SDK turns into them. */
const reservedName = /^(partitionkey|rowkey|timestamp|etag)$/i;

/** Refuses a partition or key that Azure would not store. An empty partition or key is legal in Azure, but always a mistake here. */
export function guardKey(partition: string, key: string): void {
  for (const [what, text] of [
    ["partition", partition],
    ["key", key],
  ] as const) {
    if (text.length === 0 || text.length > longestKey) {
      throw new Error(`The ${what} ${shown(text)} has ${text.length} characters; Azure tables take 1 to ${longestKey}.`);
    }
    if (forbiddenInKeys.test(text)) {
      throw new Error(`The ${what} ${shown(text)} has a character that Azure tables refuse (/ \\ # ? or a control character).`);
    }
  }
}

/** Refuses changes that Azure would not make in one transaction. */
export function guardChanges(partition: string, changes: readonly Change[]): void {
  if (changes.length > mostChanges) {
    throw new Error(`${changes.length} changes in partition ${shown(partition)}; one transaction takes at most ${mostChanges}.`);
  }
  const keys = new Set<string>();
  for (const change of changes) {
    guardKey(partition, change.key);
    if (keys.has(change.key)) throw new Error(`The key ${shown(change.key)} is changed twice; a transaction takes each key once.`);
    keys.add(change.key);
    if (change.do !== "delete") guardValues(change.key, change.values);
  }
}

function guardValues(key: string, values: Values): void {
  const stored = Object.entries(values).filter(([, value]) => value !== undefined);
  if (stored.length > mostValues) throw new Error(`The row ${shown(key)} has ${stored.length} values; Azure takes ${mostValues}.`);
  let bytes = 0;
  for (const [property, value] of stored) {
    if (!name.test(property) || reservedName.test(property)) {
      throw new Error(
        `The row ${shown(key)} has a value named ${shown(property)}; take letters, digits and _, and none of Azure's own names.`,
      );
    }
    if (typeof value === "string" && value.length > longestString) {
      throw new Error(`The row ${shown(key)} has ${value.length} characters in ${property}; Azure takes ${longestString}.`);
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
      throw new Error(`The row ${shown(key)} has ${value} in ${property}; only finite numbers survive JSON.`);
    }
    bytes += 2 * property.length + (typeof value === "string" ? 2 * value.length : 8);
  }
  if (bytes > mostBytes) throw new Error(`The row ${shown(key)} has about ${bytes} bytes; Azure takes ${mostBytes}.`);
}

/** A key in quotes, control characters escaped, cut at 80 characters. */
function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
