import { dirname } from "node:path";
import type { Storage } from "../ports.ts";
import { type Backup, backUp } from "./backup.ts";
import type { Opening } from "./connection.ts";
import { spaceAt } from "./folder.ts";
import { placedJobsOf, sqliteJobs } from "./sqlite-jobs.ts";
import { everyRowOf, sqliteRows } from "./sqlite-rows.ts";
import { openStoreFile } from "./store-file.ts";

/** The store in a file, which can also be backed up. */
type SqliteStorage = Storage & {
  /** Writes the whole store to a new file. @returns the amounts in it @throws Error with a sentence that says what to do */
  backupTo(file: string): Promise<Backup>;
};

/**
 * Opens the store in a folder: one file on a disk of this machine, which several processes of the machine may use at once.
 * @throws Error with a sentence that says what to do
 */
export const openSqlite = async (dataDir: string, how: Opening = {}): Promise<SqliteStorage> => {
  const file = await openStoreFile(dataDir, how);
  const rows = sqliteRows(file);
  const jobs = sqliteJobs(file, rows);
  const works = (ask: () => Promise<unknown>) =>
    ask().then(
      () => true,
      () => false,
    );
  return {
    rows,
    jobs,
    ...placedJobsOf(file),
    everyRow: everyRowOf(file),
    check() {
      const probe = file.probe();
      return {
        store: works(async () => [await probe, await rows.get("check", "check")]),
        queue: works(async () => [await probe, await jobs.poisoned()]),
      };
    },
    warnings: () => [file.trouble() ?? []].flat(),
    space: () => spaceAt(dirname(file.path)),
    backupTo: (to) => backUp(file, to),
    close: file.close,
  };
};
