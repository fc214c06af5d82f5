import { mkdtemp, open, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { doctorPlace } from "../domain/doctor-place.ts";
import { lowDisk } from "../domain/overview/findings.ts";
import type { Space, Storage } from "../ports.ts";
import { backupId, refuseRestored } from "../sqlite/connection.ts";
import { fileName, networkDiskAt, refuseRemains, spaceAt } from "../sqlite/folder.ts";
import { openSqlite } from "../sqlite/open-sqlite.ts";
import { refuseLater } from "../store/form.ts";
import { refuseMoved } from "../store/moving.ts";
import { broken, type CheckEnd, notChecked, ok, warning } from "./check-end.ts";
import { faultSaid, findingSaid } from "./say.ts";

/** The store in a file, as far as it could be opened. `waits`: nothing is there to open yet, or only a backup that the next start takes over. */
export type OpenedFile = { readonly storage: Storage } | { readonly waits: string } | { readonly fault: unknown };

/** Opens the store as Gnist does, where there is one that Gnist may use, and makes none. Never rejects. */
export const openFile = async (dataDir: string): Promise<OpenedFile> => {
  const folder = resolve(dataDir);
  try {
    const header = await headerOf(join(folder, fileName));
    if (await isThere(folder)) await refuseRemains(folder);
    if (header === "none") return { waits: "there is none yet: Gnist makes it at its first start" };
    if (header === "backup") {
      await refuseRestored(join(folder, fileName));
      return { waits: "a restored backup, which Gnist takes over at its next start" };
    }
    const storage = await openSqlite(dataDir, { existing: true });
    try {
      await refuseLater(storage.rows);
      await refuseMoved(storage.rows);
      return { storage };
    } catch (fault) {
      await storage.close();
      return { fault };
    }
  } catch (fault) {
    return { fault };
  }
};

/** Whether the store can be opened and read, is of no later release, and is the one in use. */
export const checkFile = (opened: OpenedFile): CheckEnd => {
  if ("waits" in opened) return ok(opened.waits);
  if ("fault" in opened) return faultSaid(opened.fault, "Gnist does not start on such a store.");
  return ok("it opens, can be read, and is of this version");
};

/** Whether this user may write the folder and the file: by the rights that they have, and by a row that is written and deleted. */
export const checkFileRights = async (dataDir: string, opened: OpenedFile): Promise<CheckEnd> => {
  const folder = resolve(dataDir);
  const mayBeMade = await nearest(folder);
  const stranger = await strangerTo(folder, mayBeMade);
  if (stranger) return stranger;
  for (const path of [mayBeMade, join(folder, fileName)]) {
    const refused = await refusalOf(path);
    if (refused) return refused;
  }
  if ("fault" in opened) return notChecked("the store cannot be used, see the line above");
  if (isRoot() && !(await isThere(join(folder, fileName))))
    return notChecked("root may write everywhere, and no store shows yet whose it is: run the doctor as the user that runs Gnist");
  if ("waits" in opened) return ok(mayBeMade === folder ? "the folder may be written" : "the folder may be made");
  try {
    const { rows } = opened.storage;
    const { partition, key } = doctorPlace;
    await rows.commit(partition, [{ do: "put", key, values: {} }]);
    await rows.commit(partition, [{ do: "delete", key }]);
  } catch (fault) {
    return faultSaid(fault, "Nothing that people write is saved.");
  }
  return ok("folder and file may be written; a row was written and deleted");
};

/** @param look asks the disk */
export const checkDisk = async (dataDir: string, look: (folder: string) => Promise<Space> = spaceAt): Promise<CheckEnd> => {
  const space = await look(await nearest(resolve(dataDir)));
  const [low] = lowDisk(space);
  if (!low) return ok(`${mbOf(space.freeBytes)} MB free, the store has ${mbOf(space.fileBytes)} MB`);
  const isTooFull = space.freeBytes <= space.fileBytes;
  return findingSaid(
    low,
    isTooFull ? "broken" : "warning",
    "Where words or people are erased, Gnist writes the whole file anew, and needs as much free space as it has.",
  );
};

const mbOf = (bytes: number): string => Math.ceil(bytes / 1024 / 1024).toLocaleString("en");

/** @param kindOf the kind of network disk that a folder is on */
export const checkNetworkDisk = async (dataDir: string, kindOf: typeof networkDiskAt = networkDiskAt): Promise<CheckEnd> => {
  const kind = await kindOf(await nearest(resolve(dataDir)));
  if (kind === undefined) return ok("the folder is on a disk of this machine");
  return broken(
    `the folder is on a network disk (${kind})`,
    "SQLite's locks cannot be relied on there: two programs could damage the file.",
    "Set GNIST_DATA_DIR to a folder on a disk of this machine, or use an Azure storage account.",
  );
};

/** The folder itself, or the nearest one above it that is there. */
const nearest = async (folder: string): Promise<string> =>
  (await isThere(folder)) || dirname(folder) === folder ? folder : nearest(dirname(folder));

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Tries to write there as Gnist does, and leaves nothing: rights alone do not tell of lists of access and read-only disks. */
const refusalOf = async (path: string): Promise<CheckEnd | undefined> => {
  try {
    if (await stat(path).then((found) => found.isDirectory())) await rmdir(await mkdtemp(join(path, ".gnist-doctor-")));
    else await (await open(path, "r+")).close();
    return undefined;
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "unknown";
    if (code === "ENOENT") return undefined;
    return broken(
      `this user may not write ${path} (${code})`,
      "Gnist cannot keep what people write.",
      code === "EROFS"
        ? "Mount that disk for writing, or set GNIST_DATA_DIR to another folder."
        : "Give the user that runs Gnist the right to write there, or set GNIST_DATA_DIR to a folder that it may write.",
    );
  }
};

const isRoot = (): boolean => process.geteuid?.() === 0;

/**
 * A store of another user: the rights that the doctor sees then are not Gnist's. Root may write in the folders of others too, where a user without rights is refused.
 * @param nearby the folder itself, or the nearest one above it that is there
 */
const strangerTo = async (folder: string, nearby: string): Promise<CheckEnd | undefined> => {
  const file = join(folder, fileName);
  const [store, place] = await Promise.all([file, nearby].map((path) => stat(path).catch(() => undefined)));
  const me = process.geteuid?.();
  if (me === undefined) return undefined;
  const [why, mend] = ["The doctor sees your rights, and not those of Gnist.", "Run the doctor as the user that runs Gnist."];
  if (store !== undefined && store.uid !== me)
    return warning(
      "the store belongs to another user than the one who runs the doctor",
      why,
      mend,
      `If that is you, another user has copied the store here. Make it yours: sudo chown "$(id -un)" ${file}`,
    );
  if (!isRoot() || place === undefined || place.uid === me) return undefined;
  if (store === undefined) return warning("the folder belongs to another user than the one who runs the doctor", why, mend);
  return warning(
    "the store belongs to another user than its folder",
    "If Gnist runs as the folder's user, it may not write the store.",
    `Give the store to the folder's user: sudo chown --reference=${folder} ${file}*`,
    "If root runs Gnist, nothing is wrong.",
  );
};

/** SQLite's application_id stands in the bytes 68 to 71 of a file, https://www.sqlite.org/fileformat.html */
const headerOf = async (file: string): Promise<"none" | "backup" | "other"> => {
  if ((await stat(file).catch(() => ({ size: 0 }))).size === 0) return "none";
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 68);
    return bytesRead === 4 && buffer.readInt32BE(0) === backupId ? "backup" : "other";
  } finally {
    await handle.close();
  }
};
