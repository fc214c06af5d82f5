import { statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { StoreFault } from "../ports.ts";
import { connect, fileLayout, type Opening, pauseMs, rollBack } from "./connection.ts";
import type { Database, Statement } from "./driver.ts";
import { isBusy, isDamage, isOfSqlite, sayFault } from "./faults.ts";

/** Thrown by work that is refused after it has changed something: its changes are rolled back, and `end` is its result. */
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
   * Does work in a transaction, and resolves when its commit has returned, that is when the disk has it. Works that wait together share a commit (group
   * commit). A work may be run again when another one of its group fails, so it does nothing but read and write through statements. @throws StoreFault
   */
  write<T>(work: () => T): Promise<T>;
  /**
   * Writes every page anew, moves what is committed out of the log and empties it, so that neither holds an older state of a page. It takes about 2 s for each 100 MB,
   * in which nobody else writes: callers that wait together share a run, and the store rests between two long runs. @throws StoreFault
   */
  emptyLog(): Promise<void>;
  /** Checks that the file is in its place and, where the last write failed, that a write succeeds now. @throws StoreFault */
  probe(): Promise<void>;
  /** The present fault of the store, as a sentence that says what to do. */
  trouble(): string | undefined;
  close(): Promise<void>;
};

/** The time (ms) for which a read or write tries for the lock that several processes share, every 1 to 4 ms: as long as a person can wait for an answer. */
const patienceMs = 2_200;
/**
 * The longest time (ms) for which writes are collected for one commit; a turn of the event loop that brings no more ends it. The more writes share a commit,
 * the fewer times they wait for the disk.
 */
const collectMs = 2;
/** The time (ms) between checks that the file is still in its place. */
const lookMs = 1_000;
/** After a run of `emptyLog` that took longer than `longMs`, the store rests this many times as long. */
const restTimes = 10;
const longMs = 100;
/** The free space (bytes) with which a disk that was full has room again. */
const leastRoom = 1024 * 1024;

/** Opens the store in a folder, and makes it where there is none. @throws Error with a sentence that says what to do */
export const openStoreFile = async (dataDir: string, how: Opening): Promise<StoreFile> => {
  const { database, path } = await connect(dataDir, how);
  return storeFile(database, path);
};

type Work = {
  readonly run: () => unknown;
  readonly until: number;
  readonly resolve: (end: unknown) => void;
  readonly reject: (fault: unknown) => void;
};

/** The end of a work that failed alone. */
class Thrown {
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
  /** Why the last write failed, where the reason may pass. */
  let trouble: string | undefined;
  /** Why this process must not write any more. */
  let lost: string | undefined;
  /** The run of `emptyLog` that has not begun, and the time before which it does not. */
  let nextRun: Promise<void> | undefined;
  let restsUntil = 0;

  const toStoreFault = (fault: unknown): unknown => {
    if (!isOfSqlite(fault)) return fault;
    const say = sayFault(path, fault);
    if (isDamage(fault)) lost = say;
    else if (!isBusy(fault)) trouble = say;
    return new StoreFault(say, { cause: fault });
  };

  /** @param maxAgeMs how old the last look at the file's place may be */
  const refuseIfLost = (maxAgeMs: number): void => {
    if (isClosed) throw new StoreFault(`The store ${path} is closed.`);
    const now = Date.now();
    if (now - lookedAt > maxAgeMs) {
      lookedAt = now;
      if (inode() !== opened) lost ??= sayMoved(path);
    }
    if (lost !== undefined) throw new StoreFault(lost);
  };

  /** Runs works in one transaction. @returns their ends */
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

  /** Runs each in its own savepoint, so that one failure does not undo the others. An error of SQLite itself fails all of them. */
  const runEach = (works: readonly Work[]): unknown[] =>
    works.map(({ run }) => {
      database.exec("savepoint one");
      try {
        return run();
      } catch (fault) {
        if (isOfSqlite(fault)) throw fault;
        database.exec("rollback to one");
        return fault instanceof TakeBack ? fault.end : new Thrown(fault);
      } finally {
        if (database.isTransaction) database.exec("release one");
      }
    });

  const runGroup = (works: readonly Work[]): unknown[] => {
    refuseIfLost(lookMs);
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
      if (end instanceof Thrown) reject(end.fault);
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

    emptyLog() {
      nextRun ??= (async () => {
        await wait(Math.max(0, restsUntil - performance.now()));
        // Callers from here on need a run that begins after them.
        nextRun = undefined;
        // This resolves after all writes that wait.
        await file.write(() => undefined);
        const began = performance.now();
        await file.read(() => {
          // Despite secure_delete, a page that SQLite has balanced keeps pieces of rows which have moved to another page. Only whole new pages are free of them.
          database.exec("vacuum");
          const { busy } = database.prepare("pragma wal_checkpoint(truncate)").get() as { readonly busy: number };
          if (busy !== 0)
            throw new StoreFault(`The log of the store ${path} could not be emptied: another process reads it. Gnist tries again.`);
        });
        const took = performance.now() - began;
        if (took > longMs) restsUntil = began + took + restTimes * took;
      })();
      return nextRun;
    },

    async probe() {
      refuseIfLost(-1);
      if (trouble === undefined) return;
      // A small write may still fit where a usual one does not.
      const { bavail, bsize } = await statfs(dirname(path));
      if (bavail * bsize < leastRoom) throw new StoreFault(trouble);
      await file.write(() => database.exec(`pragma user_version = ${fileLayout}`));
      trouble = undefined;
    },

    trouble: () => lost ?? trouble,

    async close() {
      if (isClosed) return;
      // This resolves after all writes that wait.
      await file.write(() => undefined).catch(() => undefined);
      isClosed = true;
      try {
        database.exec("pragma wal_checkpoint(truncate)");
      } catch {
        // The process that opens it next reads the log.
      }
      database.close();
    },
  };
  return file;
};

const sayMoved = (path: string): string =>
  `The store ${path} was moved or deleted while Gnist used it: what is written now would be lost. To resolve, stop Gnist, put the file back, and start again.`;
