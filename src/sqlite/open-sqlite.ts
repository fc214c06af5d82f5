import type { Storage } from "../ports.ts";
import { placedJobsOf, sqliteJobs } from "./sqlite-jobs.ts";
import { everyRowOf, sqliteRows } from "./sqlite-rows.ts";
import { openStoreFile } from "./store-file.ts";

/**
 * Opens the store in a folder: one file on a disk of this machine, which several processes of it may use at once.
 * @param how `alone`: refuses while another process uses the store, and keeps others out.
 * @throws Error with a sentence that says what to do
 */
export const openSqlite = async (dataDir: string, how: { readonly alone?: boolean } = {}): Promise<Storage> => {
  const file = await openStoreFile(dataDir, how);
  const [rows, jobs] = [sqliteRows(file), sqliteJobs(file)];
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
    async check() {
      const isWritable = await works(file.probe);
      const [store, queue] = await Promise.all([works(() => rows.get("check", "check")), works(() => jobs.poisoned())]);
      return { store: store && isWritable, queue: queue && isWritable };
    },
    warnings: () => [file.trouble() ?? []].flat(),
    close: file.close,
  };
};
