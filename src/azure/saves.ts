import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** What is used of Loki, which holds Azurite's data in memory and writes each database as one JSON file. */
export type Loki = {
  readonly filename: string;
  readonly collections: readonly { readonly name: string; dirty: boolean; count(): number }[];
  autosaveDirty(): boolean;
  autosaveClearFlags(): void;
  autosaveDisable(): void;
  serialize(): string;
};

/** `now` saves what has changed; `fault` is why the last save failed; `end` stops the saves between. */
export type Saves = { now(): Promise<void>; fault(): unknown; end(): void };

/** How often what has changed is saved, ms. One save of 50,000 rows takes about 0.6 s and holds the process for up to 0.4 s of it. */
const everyMs = 5_000;

/**
 * Saves databases in Loki's place. Its own saves say nothing when the disk is full and do not try again, and neither reach the disk before a power cut
 * nor are of one moment: then a row may be there without its job, or a job whose text cannot be found.
 */
export const keepSaved = (databases: readonly Loki[]): Saves => {
  for (const database of databases) database.autosaveDisable();
  let running: Promise<void> | undefined;
  let fault: unknown;
  const now = async (): Promise<void> => {
    while (running) await running.catch(() => undefined);
    running = saveChanged(databases).finally(() => {
      running = undefined;
    });
    await running.then(
      () => {
        fault = undefined;
      },
      (cause: unknown) => {
        fault = cause;
        throw cause;
      },
    );
  };
  const saving = setInterval(() => {
    if (!running) now().catch(() => undefined);
  }, everyMs);
  return { now, fault: () => fault, end: () => clearInterval(saving) };
};

/** All files are written beside the old ones before any is put in place, so a full disk leaves the old ones, and a crash at most the moment between two names. */
const saveChanged = async (databases: readonly Loki[]): Promise<void> => {
  const changed = databases.filter((database) => database.autosaveDirty());
  for (const database of changed) database.autosaveClearFlags();
  try {
    const texts = changed.map((database) => ({ path: database.filename, text: database.serialize() }));
    for (const { path, text } of texts) await writeThrough(`${path}~`, text);
    for (const { path } of texts) await rename(`${path}~`, path);
    for (const folder of new Set(texts.map(({ path }) => dirname(path)))) await syncNames(folder);
  } catch (fault) {
    for (const { collections } of changed) for (const collection of collections) collection.dirty = true;
    throw fault;
  }
};

const writeThrough = async (path: string, text: string): Promise<void> => {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.datasync();
  } finally {
    await file.close();
  }
};

/** Windows opens no folders, and keeps names without being asked. */
const syncNames = async (folder: string): Promise<void> => {
  const opened = await open(folder, "r").catch(() => undefined);
  try {
    await opened?.sync().catch(() => undefined);
  } finally {
    await opened?.close();
  }
};
