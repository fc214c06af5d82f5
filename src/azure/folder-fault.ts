/** What the codes of a failed write mean, and what to do. */
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

/** Why the embedded store cannot write to its folder, and what to do; undefined for what is no fault of the folder. Loki hides the code in its message. */
export const folderFault = (dataDir: string, fault: unknown): string | undefined => {
  const code = /\bE[A-Z]{2,}\b/.exec(String(fault))?.[0] ?? "";
  const [why, mend] = meanings[code] ?? [];
  return why && `The embedded store cannot write to ${dataDir}: ${why} (${code}). To resolve, ${mend}.`;
};

export const isCode = (fault: unknown, code: string): boolean => fault instanceof Error && "code" in fault && fault.code === code;
