import { statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { StoreFault } from "../ports.ts";
import { type Database, type Driver, loadDriver, type Statement } from "./driver.ts";
import { isBusy, isDamage, isOfSqlite, sayFault } from "./faults.ts";
import { prepareFolder } from "./folder.ts";

/** Thrown by work that finds itself refused after it has changed something: its changes are taken back, and `end` is its result. */
export class TakeBack {
  readonly end: unknown;
  constructor(end: unknown) {
    this.end = end;
  }
}

/** The open file. */
export type StoreFile = {
  readonly path: string;
  prepare(sql: string): Statement;
  /** Reads what is committed, and therefore durable: a group of writes runs and commits in one piece, with no read in between. @throws StoreFault */
  read<T>(look: () => T): Promise<T>;
  /**
   * Does work in a transaction; resolves when its commit has returned, that is when the disk has it. Work that waits together shares a commit, and may be run
   * again when another in its group fails: it does nothing but read and write through statements. @throws StoreFault
   */
  write<T>(work: () => T): Promise<T>;
  /** Writes something small where the last write failed, so that the end of a trouble is noticed. @throws StoreFault */
  probe(): Promise<void>;
  /** What is wrong now, as a sentence that says what to do. */
  trouble(): string | undefined;
  close(): Promise<void>;
};

/** The form of the file that this version reads and writes, in SQLite's user_version. */
const form = 1;
/** SQLite's application_id: a store ("Gnis"), and a backup ("GniB"), which becomes a store when it is first opened as one. */
const storeId = 0x476e6973;
const backupId = 0x476e6942;

/**
 * `place` is partition and key (key.ts). No table has a row number: it would tell the order of writes. A job's `seen` is when it may be taken, ms since 1970.
 * `tries` counts its takings, and is the receipt of whoever took it last.
 */
const schema = `
  create table rows (place text primary key, tag text not null, row text not null) without rowid;
  create table jobs (id text primary key, lane text not null, seen integer not null, tries integer not null, job text not null) without rowid;
  create index jobs_seen on jobs (lane, seen);
  create table poison (at integer not null, id text not null, reason text not null, tries integer not null, job text not null, primary key (at, id)) without rowid;
`;

/** Writers of several processes share one lock. It is asked for again after 1 to 4 ms, for as long as a person can wait for an answer. */
const patienceMs = 2_200;
/** Opening may wait for another process that reads the log of a crash. */
const openingMs = 10_000;
/** Writes are collected until a turn of the event loop brings no more, at most this long, ms: the more of them share a commit, the fewer times the disk is waited for. */
const collectMs = 2;
/** How often it is looked whether the file is still in its place, ms. */
const lookMs = 1_000;

/**
 * Opens the store in a folder, and makes it where there is none.
 * @param how `alone`: refuses when another process has it open, and keeps others out until it is closed; the system ends that when this process dies.
 * @throws Error with a sentence that says what to do
 */
export const openStoreFile = async (dataDir: string, how: { readonly alone?: boolean } = {}): Promise<StoreFile> => {
  const driver = loadDriver();
  const path = await prepareFolder(dataDir);
  await refuseForeignLog(driver, path);
  let database: Database | undefined;
  try {
    database = driver.open(path);
    await setUp(database, path, how.alone === true);
    return storeFile(database, path);
  } catch (fault) {
    database?.close();
    if (isBusy(fault)) throw new Error(sayInUse(path, how.alone === true), { cause: fault });
    throw isOfSqlite(fault) ? new Error(sayFault(path, fault), { cause: fault }) : fault;
  }
};

const sayInUse = (path: string, alone: boolean): string =>
  alone
    ? `The store ${path} is in use by another process. To resolve, stop every Gnist that uses it, and try again.`
    : `The store ${path} is held by another process, which needs it alone (npm run move-store) or does not go on. To resolve, wait for its end, and try again.`;

/** A backup that was copied beside the log of another file would be mixed with it. Read as SQLite reads a file that nobody writes: without a lock and without the log. */
const refuseForeignLog = async (driver: Driver, path: string): Promise<void> => {
  const log = await stat(`${path}-wal`).catch(() => undefined);
  if (log === undefined || log.size === 0) return;
  let isBackup = false;
  try {
    const database = driver.open(`file:${encodeURI(path).replaceAll("?", "%3f").replaceAll("#", "%23")}?immutable=1`, { readOnly: true });
    isBackup = pragma(database, "application_id") === backupId;
    database.close();
  } catch {
    // A damaged file: opening it says so.
  }
  if (!isBackup) return;
  throw new Error(
    `The store ${path} is a backup, but beside it lies ${path}-wal, the log of the file that was there before. Nothing was changed. To resolve, move ${path}-wal and ` +
      `${path}-shm to another folder, and start again.`,
  );
};

const pragma = (database: Database, name: string): unknown => Object.values(database.prepare(`pragma ${name}`).get() as object)[0];

const setUp = async (database: Database, path: string, alone: boolean): Promise<void> => {
  const whenFree = async <T>(work: () => T): Promise<T> => {
    for (const until = Date.now() + (alone ? patienceMs : openingMs); ; await wait(pauseMs())) {
      try {
        return work();
      } catch (fault) {
        if (!isBusy(fault) || Date.now() > until) throw fault;
      }
    }
  };
  // temp_store: nothing of the store is written elsewhere.
  database.exec("pragma busy_timeout = 0; pragma temp_store = memory; pragma cache_size = -32768; pragma journal_size_limit = 33554432");
  if (alone) database.exec("pragma locking_mode = exclusive");
  await whenFree(() => refuseStranger(database, path));
  await whenFree(() => create(database));
  const mode = await whenFree(() => pragma(database, "journal_mode = wal"));
  database.exec(
    "pragma synchronous = full; pragma fullfsync = on; pragma checkpoint_fullfsync = on; pragma secure_delete = on; pragma wal_autocheckpoint = 4000",
  );
  const [sync, isOverwriting] = [pragma(database, "synchronous"), pragma(database, "secure_delete")];
  if (mode !== "wal" || sync !== 2 || isOverwriting !== 1)
    throw new Error(
      `The store ${path} cannot be made safe against a power cut on this disk (journal_mode ${mode}, synchronous ${sync}, secure_delete ${isOverwriting}; ` +
        "needed are wal, 2, 1). To resolve, set GNIST_DATA_DIR to a folder on another disk.",
    );
  // Only now is the lock really had.
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
  const found = identityOf(database);
  if (isNew(found)) return;
  if (found.id !== storeId && found.id !== backupId)
    throw new Error(
      `The file ${path} is a database, but not Gnist's. Nothing in it was changed. To resolve, move it away, or set GNIST_DATA_DIR to another folder.`,
    );
  if (found.version !== form)
    throw new Error(
      `The store ${path} has form ${found.version}; this version of Gnist knows form ${form}. Nothing in it was changed. To resolve, start the version of Gnist that wrote it, ` +
        "or a newer one.",
    );
};

/** Several processes may do this at once: each looks again under the lock. */
const create = (database: Database): void => {
  const { id } = identityOf(database);
  if (id === storeId) return;
  database.exec("begin immediate");
  try {
    if (isNew(identityOf(database))) database.exec(`${schema} pragma user_version = ${form}`);
    database.exec(`pragma application_id = ${storeId}; commit`);
  } catch (fault) {
    rollBack(database);
    throw fault;
  }
};

/** SQLite may have done so itself. */
const rollBack = (database: Database): void => {
  try {
    database.exec("rollback");
  } catch {
    // No transaction is open any more.
  }
};

type Work = {
  readonly run: () => unknown;
  readonly until: number;
  readonly resolve: (end: unknown) => void;
  readonly reject: (fault: unknown) => void;
};

/** How a work ended that failed alone. */
class Failure {
  readonly fault: unknown;
  constructor(fault: unknown) {
    this.fault = fault;
  }
}

const storeFile = (database: Database, path: string): StoreFile => {
  const begin = database.prepare("begin immediate");
  const commit = database.prepare("commit");
  const inode = () => statSync(path, { throwIfNoEntry: false })?.ino;
  const opened = inode();

  let waiting: Work[] = [];
  let isCollecting = false;
  let collected = 0;
  let collectUntil = 0;
  let lookedAt = 0;
  let isClosed = false;
  /** The last write failed, for a reason that may pass. */
  let trouble: string | undefined;
  /** This process must not write any more. */
  let lost: string | undefined;

  const toStoreFault = (fault: unknown): unknown => {
    if (!isOfSqlite(fault)) return fault;
    const say = sayFault(path, fault);
    if (isDamage(fault)) lost = say;
    else if (!isBusy(fault)) trouble = say;
    return new StoreFault(say, { cause: fault });
  };

  const refuseIfLost = (): void => {
    if (isClosed) throw new StoreFault(`The store ${path} is closed.`);
    const now = Date.now();
    if (now - lookedAt > lookMs) {
      lookedAt = now;
      if (inode() !== opened) lost ??= sayMoved(path);
    }
    if (lost !== undefined) throw new StoreFault(lost);
  };

  /** The ends of all works, in one transaction. */
  const transact = (works: readonly Work[], run: (works: readonly Work[]) => unknown[]): unknown[] => {
    begin.run();
    try {
      const ends = run(works);
      commit.run();
      return ends;
    } catch (fault) {
      rollBack(database);
      throw fault;
    }
  };

  const runAll = (works: readonly Work[]): unknown[] => works.map(({ run }) => run());

  /** Each on its own, so that one that fails takes nothing from the others. What SQLite itself refuses, it refuses to all. */
  const runEach = (works: readonly Work[]): unknown[] =>
    works.map(({ run }) => {
      database.exec("savepoint one");
      try {
        return run();
      } catch (fault) {
        if (isOfSqlite(fault)) throw fault;
        database.exec("rollback to one");
        return fault instanceof TakeBack ? fault.end : new Failure(fault);
      } finally {
        if (database.isTransaction) database.exec("release one");
      }
    });

  const runGroup = (works: readonly Work[]): unknown[] => {
    refuseIfLost();
    try {
      return transact(works, runAll);
    } catch (fault) {
      if (isOfSqlite(fault)) throw fault;
      return transact(works, runEach);
    }
  };

  const takeTurn = (): void => {
    if (waiting.length > collected && performance.now() < collectUntil) {
      collected = waiting.length;
      setImmediate(takeTurn);
      return;
    }
    const works = waiting;
    waiting = [];
    isCollecting = false;
    let ends: readonly unknown[];
    try {
      ends = runGroup(works);
    } catch (fault) {
      refuseOrRepeat(works, fault);
      return;
    }
    for (const [at, { resolve, reject }] of works.entries()) {
      const end = ends[at];
      if (end instanceof Failure) reject(end.fault);
      else resolve(end);
    }
  };

  const refuseOrRepeat = (works: readonly Work[], fault: unknown): void => {
    const told = toStoreFault(fault);
    const now = Date.now();
    const patient = isBusy(fault) ? works.filter(({ until }) => now < until) : [];
    for (const work of works) if (!patient.includes(work)) work.reject(told);
    if (patient.length === 0) return;
    waiting = patient;
    isCollecting = true;
    setTimeout(takeTurn, pauseMs());
  };

  const file: StoreFile = {
    path,
    prepare: (sql) => database.prepare(sql),

    async read(look) {
      const until = Date.now() + patienceMs;
      for (;;) {
        try {
          if (isClosed) throw new StoreFault(`The store ${path} is closed.`);
          return look();
        } catch (fault) {
          if (!isBusy(fault) || Date.now() > until) throw toStoreFault(fault);
        }
        await wait(pauseMs());
      }
    },

    write: <T>(run: () => T): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ run, until: Date.now() + patienceMs, resolve: resolve as (end: unknown) => void, reject });
        if (isCollecting) return;
        isCollecting = true;
        collected = 0;
        collectUntil = performance.now() + collectMs;
        setImmediate(takeTurn);
      }),

    async probe() {
      if (trouble === undefined && lost === undefined && Date.now() - lookedAt <= lookMs) return;
      await file.write(() => trouble !== undefined && database.exec(`pragma user_version = ${form}`));
      trouble = undefined;
    },

    trouble: () => lost ?? trouble,

    async close() {
      if (isClosed) return;
      // Behind all that waits.
      await file.write(() => undefined).catch(() => undefined);
      isClosed = true;
      try {
        database.exec("pragma wal_checkpoint(truncate)");
      } catch {
        // Whoever opens it next reads the log.
      }
      database.close();
    },
  };
  return file;
};

const pauseMs = (): number => 1 + 3 * Math.random();

const sayMoved = (path: string): string =>
  `The store ${path} was moved or deleted while Gnist used it: what is written now would be lost. To resolve, stop Gnist, put the file back, and start again.`;
