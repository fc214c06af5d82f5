/** SQLite's codes that Gnist knows, https://www.sqlite.org/rescode.html. The lowest byte of an extended code is the code. */
const codes = { busy: 5, readOnly: 8, disk: 10, corrupt: 11, full: 13, cannotOpen: 14, protocol: 15, noDatabase: 26 } as const;

/** SQLite's messages for these codes. The package for older Nodes gives no code with some faults (1.2.1, `all`). */
const words: Readonly<Record<string, number>> = {
  "database is locked": codes.busy,
  "attempt to write a readonly database": codes.readOnly,
  "disk I/O error": codes.disk,
  "database disk image is malformed": codes.corrupt,
  "database or disk is full": codes.full,
  "unable to open database file": codes.cannotOpen,
  "locking protocol": codes.protocol,
  "file is not a database": codes.noDatabase,
};

export const isOfSqlite = (fault: unknown): fault is Error =>
  fault instanceof Error && "code" in fault && fault.code === "ERR_SQLITE_ERROR";

const codeOf = (fault: unknown): number | undefined => {
  if (!isOfSqlite(fault)) return undefined;
  return "errcode" in fault && typeof fault.errcode === "number" ? fault.errcode & 0xff : words[fault.message];
};

/** Another connection holds the lock: the caller tries again. */
export const isBusy = (fault: unknown): boolean => codeOf(fault) === codes.busy || codeOf(fault) === codes.protocol;

export const isDamage = (fault: unknown): boolean => codeOf(fault) === codes.corrupt || codeOf(fault) === codes.noDatabase;

/** Says what a fault of SQLite means for the store in a file, and what to do. */
export const sayFault = (file: string, fault: unknown): string => {
  const [why, mend] = meaningOf(file, fault);
  return `The store ${file} ${why} (${fault instanceof Error ? fault.message : String(fault)}). ${mend}`;
};

const meaningOf = (file: string, fault: unknown): readonly [why: string, mend: string] => {
  switch (codeOf(fault)) {
    case codes.full:
      return [
        "has no room to grow: the disk is full",
        "What was stored stays, nothing new is stored. To resolve, make room; Gnist then goes on by itself.",
      ];
    case codes.corrupt:
    case codes.noDatabase:
      return [
        "is damaged",
        `Gnist overwrites nothing. To resolve, stop Gnist, move ${file}, ${file}-wal and ${file}-shm to another folder and ` +
          `keep them there, copy the latest backup to ${file}, and start again.`,
      ];
    case codes.readOnly:
    case codes.cannotOpen:
      return ["may not be written", "To resolve, give this user the right to write the file and its folder."];
    case codes.disk:
      return ["could not be read or written: the disk fails, or a limit of its size is met", "To resolve, look into the machine's log."];
    case codes.busy:
    case codes.protocol:
      return ["is held by another process", "To resolve, end a program that has the file open and does not go on."];
    default:
      return ["failed", "To resolve, look at the fault in brackets."];
  }
};

const elsewhere = "or set GNIST_DATA_DIR to a folder that may be written";
const full = ["the disk is full", "make room"] as const;
const forbidden = ["this user may not write there", `give it the right to, ${elsewhere}`] as const;
const inTheWay = ["a file is in the way", `move that, ${elsewhere}`] as const;
const meanings: Readonly<Record<string, readonly [why: string, mend: string]>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: ["it is read-only", `mount it for writing, ${elsewhere}`],
  EACCES: forbidden,
  EPERM: forbidden,
  ENOTDIR: inTheWay,
  EEXIST: inTheWay,
  ENOENT: ["it is gone, or cannot be made", `make it, ${elsewhere}`],
  EIO: ["the disk fails", "look into the machine's log"],
};

/** Why nothing can be written to a folder, and what to do. */
export const sayFolderFault = (folder: string, fault: unknown): string => {
  const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
  const [why, mend] = meanings[code] ?? ["the system refuses", "look at the fault in brackets"];
  return `The store cannot be kept in ${folder}: ${why} (${code || String(fault)}). To resolve, ${mend}.`;
};
