import { Buffer } from "node:buffer";
import { type Change, Unstorable, type Values } from "../ports.ts";

/*
 * The limits of every store: those of an Azure storage account, so that what one machine stores can move to Azure one day, and a mistake shows in tests and not
 * in the cloud. Each engine calls these functions itself. Their messages hold no full key (keys hold ids of persons) and no value. Sources:
 * https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model (keys, names, sizes)
 * https://learn.microsoft.com/azure/storage/tables/scalability-targets (transactions)
 * https://learn.microsoft.com/rest/api/storageservices/put-message (messages, hiding times)
 */

const longestKey = 511;
const longestString = 32_768;
const mostValues = 252;
const mostRowBytes = 1024 * 1024;
const mostChanges = 100;
/** The largest body of a transaction, and the part of it that each change takes for its lines and addresses. */
const mostTransactionBytes = 4 * 1024 * 1024;
const changeBytes = 2_048;

/** A message has at most 64 KiB once it is Base64, which makes four bytes of three. */
export const mostJobBytes = 48 * 1024;
/** The most characters that are kept of a reason, and of a job that nobody can read. */
export const longestKept = 8_000;

/** The longest hiding time of a job, seconds. */
const sevenDays = 7 * 24 * 60 * 60;
const mostTaken = 32;

/** Slash, backslash, hash, question mark, control characters; and half a character, which neither a URL nor UTF-8 can carry. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const forbiddenInKeys = /[/\\#?\u0000-\u001f\u007f-\u009f]/;
const name = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;
/** Azure's own columns, and what its SDK turns into them. */
const reservedName = /^(partitionkey|rowkey|timestamp|etag)$/i;

/** Refuses a partition or key that a store does not take. An empty partition or key is legal in Azure, but always a mistake here. @throws Unstorable */
export function checkKey(partition: string, key: string): void {
  checkText("partition", partition);
  checkText("key", key);
}

function checkText(what: "partition" | "key", text: string): void {
  if (text.length === 0 || text.length > longestKey)
    throw new Unstorable(`The ${what} ${shown(text)} has ${text.length} characters; a store takes 1 to ${longestKey}.`);
  if (forbiddenInKeys.test(text) || !text.isWellFormed())
    throw new Unstorable(
      `The ${what} ${shown(text)} has a character that a store refuses (/ \\ # ? or a control character), or half a character.`,
    );
}

/** Refuses changes that a store does not make in one transaction. @throws Unstorable */
export function checkChanges(partition: string, changes: readonly Change[]): void {
  if (changes.length > mostChanges)
    throw new Unstorable(`${changes.length} changes in partition ${shown(partition)}; one transaction takes at most ${mostChanges}.`);
  const keys = new Set<string>();
  let bytes = 0;
  for (const change of changes) {
    checkKey(partition, change.key);
    keys.add(change.key);
    if (change.do !== "delete") bytes += checkValues(change.key, change.values);
  }
  // UTF-8 takes at most three bytes where UTF-16 takes two, so only changes above that bound are measured exactly.
  const most = mostTransactionBytes - changeBytes * changes.length;
  if (1.5 * bytes > most && Buffer.byteLength(JSON.stringify(changes)) > most)
    throw new Unstorable(
      `The changes in partition ${shown(partition)} are too large together; one transaction takes ${mostTransactionBytes} bytes.`,
    );
  if (keys.size < changes.length)
    throw new Unstorable(`A key is changed twice in partition ${shown(partition)}; a transaction takes each key once.`);
}

/** @returns about how many bytes they take */
function checkValues(key: string, values: Values): number {
  let bytes = 0;
  let count = 0;
  for (const property in values) {
    const value = values[property];
    if (value === undefined) continue;
    count += 1;
    if (!name.test(property) || reservedName.test(property))
      throw new Unstorable(
        `The row ${shown(key)} has a value named ${shown(property)}; take letters, digits and _, and none of Azure's own names.`,
      );
    if (typeof value === "string") {
      if (value.length > longestString)
        throw new Unstorable(`The row ${shown(key)} has ${value.length} characters in ${property}; a store takes ${longestString}.`);
      if (!value.isWellFormed())
        throw new Unstorable(`The row ${shown(key)} has half a character (a lone surrogate) in ${property}, which UTF-8 cannot carry.`);
    } else if (typeof value === "number" && !Number.isFinite(value))
      throw new Unstorable(`The row ${shown(key)} has ${value} in ${property}; only finite numbers survive JSON.`);
    bytes += 2 * property.length + (typeof value === "string" ? 2 * value.length : 8);
  }
  if (count > mostValues) throw new Unstorable(`The row ${shown(key)} has ${count} values; a store takes ${mostValues}.`);
  if (bytes > mostRowBytes) throw new Unstorable(`The row ${shown(key)} has about ${bytes} bytes; a store takes ${mostRowBytes}.`);
  return bytes;
}

/** The JSON of what is put in a queue. @throws Unstorable when it is larger than a message may be. */
export function checkedJson(content: object): string {
  const json = JSON.stringify(content);
  const bytes = Buffer.byteLength(json);
  if (bytes > mostJobBytes) throw new Unstorable(`A job has ${bytes} bytes of JSON; a queue takes ${mostJobBytes}.`);
  return json;
}

/** A hiding time in whole seconds, rounded up, as queues count it. */
export function hiddenSeconds(ms: number, least: 0 | 1): number {
  const seconds = Math.max(least, Math.ceil(ms / 1000));
  if (!(ms >= 0) || seconds > sevenDays) throw new Unstorable(`A job can be hidden for 0 ms to 7 days, not for ${ms} ms.`);
  return seconds;
}

/** Refuses to take more jobs at a time than a queue gives. */
export function checkTake(max: number): void {
  if (!Number.isInteger(max) || max < 1 || max > mostTaken)
    throw new Unstorable(`${max} jobs asked for; a queue gives 1 to ${mostTaken} at a time.`);
}

/** The kind of a partition or key, in quotes: what stands before its first `|` (ids of persons stand behind it), cut at 80 characters. */
export function shown(text: string): string {
  const end = text.indexOf("|");
  const kind = end < 0 ? text : `${text.slice(0, end)}|…`;
  return JSON.stringify(kind.length > 80 ? `${kind.slice(0, 80)}…` : kind);
}
