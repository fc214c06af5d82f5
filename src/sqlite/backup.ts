import { link, mkdtemp, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { backupId, pragma } from "./connection.ts";
import { loadDriver } from "./driver.ts";
import { isDamage, sayFault } from "./faults.ts";
import { sync } from "./folder.ts";
import type { StoreFile } from "./store-file.ts";

/** The amounts in a backup. */
export type Backup = { readonly rows: number; readonly jobs: number; readonly bytes: number };

/**
 * Writes the store as of this moment to a new file, for its owner only, while other processes use the store. To use a backup, copy it to the place of the
 * store.
 * It blocks this process, so it is for a command and not for a server.
 * @returns the amounts in the new file, read back from it.
 * @throws Error with a sentence that says what to do; nothing is left of a backup that did not succeed.
 */
export const backUp = async (store: StoreFile, to: string): Promise<Backup> => {
  const file = resolve(to);
  if (await isThere(file)) throw new Refused(sayIsThere(file));
  let folder: string | undefined;
  try {
    // A folder of its own: backups at once do not meet in it, and SQLite leaves a journal beside a copy that it could not finish.
    folder = await mkdtemp(`${file}.part-`);
    const part = join(folder, "copy");
    await (await open(part, "wx", 0o600)).close();
    copy(store, part);
    const counts = checkAndMark(part);
    const written = await open(part, "r+");
    await written.sync();
    await written.close();
    await putInPlace(part, file);
    return { ...counts, bytes: (await stat(file)).size };
  } catch (fault) {
    if (fault instanceof Refused) throw fault;
    throw new Error(
      `The backup ${file} could not be written: ${fault instanceof Error ? fault.message : String(fault)}. To resolve, see ` +
        "that its folder is there, may be written and has room.",
      { cause: fault },
    );
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
};

/** Says by itself what is wrong, and what to do. */
class Refused extends Error {}

const sayIsThere = (file: string): string =>
  `The file ${file} is there already. Nothing was changed. To resolve, name a file that is not there.`;

const copy = (store: StoreFile, part: string): void => {
  try {
    store.prepare("vacuum into ?").run(part);
  } catch (fault) {
    throw isDamage(fault) ? new Refused(sayFault(store.path, fault), { cause: fault }) : fault;
  }
};

/** Gives a finished copy its name. A link, unlike a rename, replaces no backup that was made meanwhile; a disk without links has only the rename. */
const putInPlace = async (part: string, file: string): Promise<void> => {
  try {
    await link(part, file);
  } catch (fault) {
    if (await isThere(file)) throw new Refused(sayIsThere(file), { cause: fault });
    await rename(part, file);
  }
  try {
    await sync(dirname(file));
  } catch (fault) {
    await rm(file, { force: true });
    throw fault;
  }
};

const checkAndMark = (part: string): Omit<Backup, "bytes"> => {
  const database = loadDriver().open(part);
  try {
    const found = pragma(database, "integrity_check");
    if (found !== "ok") throw new Error(`the copy is damaged: ${found}`);
    database.exec(`pragma application_id = ${backupId}`);
    const counts = "select (select count(*) from rows) as rows, (select count(*) from jobs) + (select count(*) from poison) as jobs";
    return database.prepare(counts).get() as Omit<Backup, "bytes">;
  } finally {
    database.close();
  }
};

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
