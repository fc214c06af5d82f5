import { constants } from "node:fs";
import { access, chmod, mkdir, open, readdir, readFile, realpath, stat, statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Space } from "../ports.ts";
import { sayFolderFault } from "./faults.ts";

/** The name of the file in its folder. */
export const fileName = "gnist.sqlite";

/**
 * Makes a folder ready for the store, and the file where there is none: for its owner only, and on the disk before anything is written to it.
 * @param existing refuses a folder without a store, instead of making one.
 * @returns the path of the file.
 * @throws Error with a sentence that says what to do
 */
export const prepareFolder = async (dataDir: string, existing: boolean): Promise<string> => {
  const folder = resolve(dataDir);
  const file = join(folder, fileName);
  try {
    if (existing && !(await stat(file).catch(() => false)))
      throw new Error(`There is no store in ${folder}: ${file} is missing. To resolve, set GNIST_DATA_DIR to its folder.`);
    await makeFolder(folder);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    await refuseNetworkDisk(folder);
    await refuseRemains(folder);
    await makeFile(file);
  } catch (fault) {
    throw fault instanceof Error && "code" in fault ? new Error(sayFolderFault(folder, fault), { cause: fault }) : fault;
  }
  return file;
};

/** Refuses a folder that holds what is left of another store. @throws Error with a sentence that says what to do */
export const refuseRemains = async (folder: string): Promise<void> => {
  await refuseOldStore(folder);
  await refuseLonelyLog(join(folder, fileName));
};

/** The free space (bytes) of the disk of a folder, and the size of the store in it with its log. */
export const spaceAt = async (folder: string): Promise<Space> => {
  const sizeOf = (path: string) => stat(path).then(({ size }) => size, ifMissing(0));
  const file = join(folder, fileName);
  const [{ bavail, bsize }, ...sizes] = await Promise.all([statfs(folder), sizeOf(file), sizeOf(`${file}-wal`)]);
  return { freeBytes: bavail * bsize, fileBytes: sizes.reduce((one, other) => one + other, 0) };
};

/** Makes the folder and those above it. A power cut must not take a new folder, so the folder above each is synced too. */
const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made)) await sync(dirname(made));
};

const makeFile = async (file: string): Promise<void> => {
  try {
    const made = await open(file, "wx", 0o600);
    await made.sync();
    await made.close();
    await sync(dirname(file));
  } catch (fault) {
    if (!isCode(fault, "EEXIST")) throw fault;
    // A backup that was copied here may be readable for others. SQLite gives its other files the mode of this one.
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0) await chmod(file, 0o600);
  }
};

/** Syncs the names in a folder to the disk. Windows has no such call, and needs none. */
export const sync = async (folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Names of the files in which Gnist's earlier store, Azurite, kept its data. */
const oldNames = /^(tables|queues|queue-extents|store)\.json$|^__azurite_db_/;

const refuseOldStore = async (folder: string): Promise<void> => {
  const names = await readdir(folder);
  const old = names.find((name) => oldNames.test(name));
  if (old === undefined || names.includes(fileName)) return;
  throw new Error(
    `The folder ${folder} holds a store of an earlier Gnist (${old}), which this version cannot read. Nothing in it was changed. To resolve, move the folder ` +
      "away and keep it, or set GNIST_DATA_DIR to another folder: Gnist then begins with an empty store.",
  );
};

/**
 * Refuses a log whose database is missing or empty: SQLite would delete the log, though it may hold all that is left. The file's size is read last, because a
 * log is made after its file.
 */
const refuseLonelyLog = async (file: string): Promise<void> => {
  const sizeOf = (path: string) => stat(path).then(({ size }) => size, ifMissing(0));
  if ((await sizeOf(`${file}-wal`)) === 0 || (await sizeOf(file)) > 0) return;
  throw new Error(
    `The store ${file} is missing or empty, but its log ${file}-wal is there. Nothing was changed. To resolve, put back the file that belongs to the log; or ` +
      "move the log away and keep it, copy the latest backup to the file's place, and start again.",
  );
};

/** Types of file systems on other machines, as Linux counts them (statfs(2)): their locks and shared memory are not those of one machine. */
const networkDisks: Readonly<Record<number, string>> = {
  26985: "NFS",
  20859: "SMB",
  4266872130: "SMB",
  4283649346: "CIFS",
  16914839: "9p",
  1397113167: "AFS",
  1799439955: "AFS",
  12805120: "Ceph",
  198183888: "Lustre",
  18225520: "GFS2",
  1952539503: "OCFS2",
  1937076805: "Coda",
  3133910204: "VMware's shared folders",
  2020557398: "VirtualBox's shared folders",
};
const fuse = 0x65735546;
const networkFuse = /^(sshfs|glusterfs|rclone|s3fs|gcsfuse|blobfuse2?|davfs2?|cephfs|ceph-fuse|moosefs|juicefs|vmhgfs-fuse)$/;

const refuseNetworkDisk = async (folder: string): Promise<void> => {
  const disk = await networkDiskAt(folder);
  if (disk !== undefined) throw new Error(sayNetworkDisk(folder, disk));
};

/** The kind of network disk that a folder is on; undefined on a disk of this machine, and on systems where Gnist cannot tell. */
export const networkDiskAt = async (folder: string): Promise<string | undefined> => {
  if (folder.startsWith("\\\\")) return "a Windows share";
  if (process.platform !== "linux") return undefined;
  const { type } = await statfs(folder);
  const mounts = type === fuse ? await readFile("/proc/self/mounts", "utf8").catch(() => "") : "";
  return networkDiskOf(type, await realpath(folder), mounts);
};

const sayNetworkDisk = (folder: string, disk: string): string =>
  `The folder ${folder} is on a network disk (${disk}), where SQLite's locks cannot be relied on. To resolve, set ` +
  "GNIST_DATA_DIR to a folder on a disk of this " +
  "machine, or use an Azure storage account.";

/**
 * The network disk that a folder is on, undefined for a disk of this machine.
 * @param type as statfs gives it. @param mounts as in /proc/self/mounts, which says what is behind FUSE (local disks too).
 */
export const networkDiskOf = (type: number, folder: string, mounts: string): string | undefined => {
  const unsigned = type >>> 0;
  if (unsigned !== fuse) return networkDisks[unsigned];
  const around = mounts
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([, at = ""]) => at === "/" || `${folder}/`.startsWith(`${at.replaceAll("\\040", " ")}/`))
    .sort(([, one = ""], [, other = ""]) => one.length - other.length);
  const [device = "", , named = ""] = around.at(-1) ?? [];
  // Some file systems have no type of their own, and stand by name in the device's place.
  const kind = named === "fuse" ? device : named.replace(/^fuse\./, "");
  return networkFuse.test(kind) ? kind : undefined;
};

const isCode = (fault: unknown, code: string): boolean => fault instanceof Error && "code" in fault && fault.code === code;

const ifMissing =
  <T>(value: T) =>
  (fault: unknown): T => {
    if (isCode(fault, "ENOENT")) return value;
    throw fault;
  };
