import { createRequire } from "node:module";

/** The part that Node's own SQLite and the package have in common, as far as Gnist uses it. */
export type Database = { readonly isTransaction: boolean; exec(sql: string): void; prepare(sql: string): Statement; close(): void };
export type Statement = {
  run(...given: readonly Given[]): { readonly changes: number | bigint };
  get(...given: readonly Given[]): unknown;
  all(...given: readonly Given[]): unknown[];
};
type Given = string | number | Uint8Array;

/** Opens a file, a `file:` address, or `:memory:`. */
export type Driver = { readonly open: (path: string, how?: { readonly readOnly?: boolean }) => Database };

/**
 * The oldest version that Gnist uses: before it, two connections that write and checkpoint in one instant could damage a file,
 * https://www.sqlite.org/releaselog/3_51_3.html
 */
const oldest = "3.51.3";
const bridge = "@photostructure/sqlite";

type Loaded = { readonly DatabaseSync: new (path: string, how?: object) => Database };

/**
 * SQLite: Node's own where it is there and new enough, else the package, which is Node's own made for older Nodes.
 * @throws Error with a sentence that says what to do
 */
export const loadDriver = (): Driver => chooseDriver({ [`Node ${process.version}`]: builtIn, [bridge]: packaged });

/** The first of several SQLites that is there and new enough. */
export const chooseDriver = (loads: Readonly<Record<string, () => Loaded | undefined>>): Driver => {
  const found: string[] = [];
  for (const [name, load] of Object.entries(loads)) {
    const loaded = load();
    if (loaded === undefined) continue;
    const version = versionOf(loaded);
    if (!isOlder(version, oldest)) return { open: (path, how = {}) => new loaded.DatabaseSync(path, how) };
    found.push(`${name} has SQLite ${version}`);
  }
  const why =
    found.length === 0
      ? `Node ${process.version} has no SQLite of its own, and the package ${bridge} cannot be loaded.`
      : `${found.join(", and ")}: before ${oldest}, SQLite could damage a file that several processes use.`;
  throw new Error(`${why} To resolve, use a newer Node, or run "npm install" without leaving out optional packages (${bridge}).`);
};

const versionOf = ({ DatabaseSync }: Loaded): string => {
  const database = new DatabaseSync(":memory:");
  const { version } = database.prepare("select sqlite_version() as version").get() as { version: string };
  database.close();
  return version;
};

const isOlder = (one: string, other: string): boolean => {
  const [parts, others] = [one, other].map((version) => version.split(".").map(Number));
  const at = parts?.findIndex((part, place) => part !== others?.[place]) ?? -1;
  return at >= 0 && (parts?.[at] ?? 0) < (others?.[at] ?? 0);
};

/**
 * Node's own SQLite. Node 22 warns once that it is experimental; that one warning is left out, because the parts in use have not changed since, and an operator
 * can do nothing.
 */
const builtIn = (): Loaded | undefined => {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...more: never[]) => {
    if (!String(warning).startsWith("SQLite is an experimental feature")) emitWarning.call(process, warning, ...more);
  }) as typeof emitWarning;
  try {
    return process.getBuiltinModule("node:sqlite") as Loaded | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
};

const packaged = (): Loaded | undefined => {
  try {
    return createRequire(import.meta.url)(bridge) as Loaded;
  } catch {
    // Left out, or not made for this platform: the sentence says what to do.
    return undefined;
  }
};
