import { stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { formPlace, sayLater, storeForm } from "../domain/release.ts";
import { type Database, type Driver, loadDriver } from "./driver.ts";
import { isBusy, isOfSqlite, sayFault } from "./faults.ts";
import { prepareFolder } from "./folder.ts";
import { placeIn } from "./key.ts";

/** The layout of the file that this version reads and writes, in SQLite's user_version. */
export const fileLayout = 1;
/** SQLite's application_id: a store ("Gnis"), and a backup ("GniB"), which becomes a store when it is first opened as one. */
const storeId = 0x476e6973;
export const backupId = 0x476e6942;

/**
 * `place` is partition and key (key.ts). No table has a row number: it would tell the order of writes. A job can be taken from `seen` (ms since 1970) on;
 * `tries` counts its takings, and is the receipt of the last taker.
 */
const schema = `
  create table rows (place text primary key, tag text not null, row text not null) without rowid;
  create table jobs (id text primary key, lane text not null, seen integer not null, tries integer not null, job text not null) without rowid;
  create index jobs_seen on jobs (lane, seen);
  create table poison (at integer not null, id text not null, reason text not null, tries integer not null, job text not null, primary key (at, id)) without rowid;
`;

/**
 * The pause (ms) before another try for a lock that another process holds. Opening tries for up to 4 s, because the other process may be reading the log of a
 * crash; opening alone tries for 2 s.
 */
export const pauseMs = (): number => 1 + 3 * Math.random();
const openingMs = 4_000;
const aloneMs = 2_000;

/** How a store is opened. */
export type Opening = {
  /** Refuses when another process has it open, and keeps others out until it is closed; the system ends that when this process dies. */
  readonly alone?: boolean;
  /** Refuses a folder without a store, instead of making one. */
  readonly existing?: boolean;
};

/**
 * Opens the file in a folder, and makes it where there is none. It refuses a file that is no store of this layout, and a disk on which it is not durable.
 * @throws Error with a sentence that says what to do
 */
export const connect = async (
  dataDir: string,
  { alone = false, existing = false }: Opening,
): Promise<{ readonly database: Database; readonly path: string }> => {
  const driver = loadDriver();
  const path = await prepareFolder(dataDir, existing);
  await refuseForeignLog(driver, path);
  let database: Database | undefined;
  try {
    database = driver.open(path);
    await setUp(database, path, alone);
    return { database, path };
  } catch (fault) {
    database?.close();
    if (isBusy(fault)) throw new Error(sayInUse(path, alone), { cause: fault });
    throw isOfSqlite(fault) ? new Error(sayFault(path, fault), { cause: fault }) : fault;
  }
};

const sayInUse = (path: string, alone: boolean): string =>
  alone
    ? `The store ${path} is in use by another process. To resolve, stop every Gnist that uses it, and try again.`
    : `The store ${path} is held by another process, which needs it alone (npm run move-store) or does not go on. To resolve, wait for its end, and try again.`;

/** The address by which a file is opened without a lock and without its log. */
const immutable = (path: string): string => `${pathToFileURL(path).href}?immutable=1`;

/** Refuses a backup that was copied beside the log of another file, because SQLite would mix the two. */
const refuseForeignLog = async (driver: Driver, path: string): Promise<void> => {
  const log = await stat(`${path}-wal`).catch(() => undefined);
  if (log === undefined || log.size === 0) return;
  let isBackup = false;
  try {
    const database = driver.open(immutable(path), { readOnly: true });
    isBackup = pragma(database, "application_id") === backupId;
    database.close();
  } catch {
    // A damaged file: opening it says so.
  }
  if (!isBackup) return;
  throw new Error(
    `The store ${path} is a backup, but beside it lies ${path}-wal, the log of the file that was there before. Nothing was ` +
      `changed. To resolve, move ${path}-wal and ` +
      `${path}-shm to another folder, and start again.`,
  );
};

export const pragma = (database: Database, name: string): unknown => Object.values(database.prepare(`pragma ${name}`).get() as object)[0];

const setUp = async (database: Database, path: string, alone: boolean): Promise<void> => {
  const whenFree = async <T>(work: () => T): Promise<T> => {
    for (const until = Date.now() + (alone ? aloneMs : openingMs); ; await wait(pauseMs())) {
      try {
        return work();
      } catch (fault) {
        if (!isBusy(fault) || Date.now() > until) throw fault;
      }
    }
  };
  // SQLite's own waiting would block the event loop. temp_store: nothing of the store is written elsewhere.
  const settings = "pragma busy_timeout = 0; pragma temp_store = memory; pragma cache_size = -32768; pragma journal_size_limit = 33554432";
  await whenFree(() => database.exec(alone ? `${settings}; pragma locking_mode = exclusive` : settings));
  await whenFree(() => refuseStranger(database, path));
  await whenFree(() => create(database));
  const mode = await whenFree(() => pragma(database, "journal_mode = wal"));
  const durable =
    "pragma synchronous = full; pragma fullfsync = on; pragma checkpoint_fullfsync = on; pragma secure_delete = on; pragma wal_autocheckpoint = 8000";
  const [sync, isOverwriting] = await whenFree(() => {
    database.exec(durable);
    return [pragma(database, "synchronous"), pragma(database, "secure_delete")];
  });
  if (mode !== "wal" || sync !== 2 || isOverwriting !== 1)
    throw new Error(
      `The store ${path} cannot be made safe against a power cut on this disk (journal_mode ${mode}, synchronous ${sync}, secure_delete ${isOverwriting}; ` +
        "needed are wal, 2, 1). To resolve, set GNIST_DATA_DIR to a folder on another disk.",
    );
  // Damage in the first pages shows here, and not at the first press.
  await whenFree(() => {
    for (const table of ["rows", "jobs", "poison"]) database.prepare(`select * from ${table} limit 1`).get();
  });
  // Only a transaction makes sure of the exclusive lock.
  if (alone) await whenFree(() => database.exec("begin immediate; commit"));
};

type Identity = { readonly id: unknown; readonly version: unknown; readonly tables: unknown };

const identityOf = (database: Database): Identity => ({
  id: pragma(database, "application_id"),
  version: pragma(database, "user_version"),
  tables: (database.prepare("select count(*) as tables from sqlite_schema").get() as { tables: number }).tables,
});

const isNew = ({ id, version, tables }: Identity): boolean => id === 0 && version === 0 && tables === 0;

const refuseStranger = (database: Database, path: string): void => {
  // The transaction reads all as of one moment: another process may be making the file.
  database.exec("begin");
  let found: Identity;
  let mark: ReturnType<typeof markOf>;
  try {
    found = identityOf(database);
    mark = markOf(database);
  } finally {
    rollBack(database);
  }
  if (isNew(found)) return;
  if (found.id !== storeId && found.id !== backupId)
    throw new Error(
      `The file ${path} is a database, but not Gnist's. Nothing in it was changed. To resolve, move it away, or set GNIST_DATA_DIR to another folder.`,
    );
  const isLater = typeof mark.form === "number" && mark.form > storeForm;
  if (found.version !== fileLayout || isLater) throw new Error(sayLater(`The store ${path}`, mark.by));
};

/** The form of a file, and the release that wrote it, where a file of another layout still has that row. */
const markOf = (database: Database): { readonly form?: unknown; readonly by?: string } => {
  try {
    const found = database.prepare("select row from rows where place = ?").get(placeIn(formPlace.partition, formPlace.key));
    const { form, by } = JSON.parse((found as { row: string }).row) as { readonly form?: unknown; readonly by?: unknown };
    return { form, ...(typeof by === "string" ? { by } : {}) };
  } catch {
    return {};
  }
};

/** Refuses a restored backup with which a start would end, and leaves it as it is. @throws Error with a sentence that says what to do */
export const refuseRestored = async (path: string): Promise<void> => {
  const driver = loadDriver();
  await refuseForeignLog(driver, path);
  const database = driver.open(immutable(path), { readOnly: true });
  try {
    refuseStranger(database, path);
  } catch (fault) {
    throw isOfSqlite(fault) ? new Error(sayFault(path, fault), { cause: fault }) : fault;
  } finally {
    database.close();
  }
};

/** Makes the tables. Several processes may do this at once: each looks again under the lock. */
const create = (database: Database): void => {
  const { id } = identityOf(database);
  if (id === storeId) return;
  database.exec("begin immediate");
  try {
    if (isNew(identityOf(database))) database.exec(`${schema} pragma user_version = ${fileLayout}`);
    database.exec(`pragma application_id = ${storeId}; commit`);
  } catch (fault) {
    rollBack(database);
    throw fault;
  }
};

/** Rolls back, unless SQLite has done so itself. */
export const rollBack = (database: Database): void => {
  try {
    database.exec("rollback");
  } catch {
    // No transaction is open any more.
  }
};
