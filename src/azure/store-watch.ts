import type { Log } from "../ports.ts";

/** What the embedded store holds without a stall, and from where on it is said; said again only after it has been clearly below. */
const limitRows = 50_000;
const nearRows = 40_000;
const farRows = 38_000;

/** What is known of the embedded store. What to do about it is logged when it begins, and stands in `warnings` while it lasts. */
export type StoreWatch = {
  hear(word: { readonly rows: number; readonly unsaved?: string | undefined }): void;
  /** Its process has ended while it was in use. */
  lose(): void;
  warnings(): readonly string[];
};

export const watchStore = (log: Log): StoreWatch => {
  let rows = 0;
  let unsaved: string | undefined;
  let isNear = false;
  let isLost = false;
  return {
    hear(word) {
      rows = word.rows;
      if (rows >= nearRows && !isNear) log.warn("store-size", { rows, limit: limitRows, say: sayNear(rows) });
      isNear = rows >= (isNear ? farRows : nearRows);
      if (word.unsaved !== undefined && unsaved === undefined) log.error("store-unsaved", { say: sayUnsaved(word.unsaved) });
      if (word.unsaved === undefined && unsaved !== undefined) log.info("store-saved");
      unsaved = word.unsaved;
    },
    lose() {
      isLost = true;
      log.error("store-lost", { say: sayLost });
    },
    warnings: () => [
      ...(isLost ? [sayLost] : []),
      ...(unsaved === undefined ? [] : [sayUnsaved(unsaved)]),
      ...(rows >= nearRows ? [sayNear(rows)] : []),
    ],
  };
};

const spoken = (count: number): string => count.toLocaleString("en");

const sayNear = (rows: number): string =>
  `The embedded store holds ${spoken(rows)} of about ${spoken(limitRows)} rows: beyond that it answers ever more slowly. ` +
  `To resolve, move to an Azure storage account, see "Set it up for real" in README.md.`;

const sayUnsaved = (why: string): string => `${why} Until then what is new is in memory alone; saving it is tried every few seconds.`;

const sayLost =
  "The process of the embedded store has ended, for example for want of memory: the last seconds before that may be lost. To resolve, start Gnist again.";
