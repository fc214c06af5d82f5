import type { z } from "zod";
import type { Result } from "../domain/result.ts";
import { NamedFault, type Row, type Values } from "../ports.ts";

/** The version of every row's form. Gnist refuses a row of another version: no release has written one. */
const version = 1;

/** How long rows of a kind are kept. */
type Lifetime =
  | "with its team"
  | "with its idea"
  | "for the months kept"
  | "as long as the audit"
  | "with its person"
  | "with its tenant"
  | "while a member"
  | "an hour"
  | "a day"
  | "a day at most"
  | "until told"
  | "until it is shown"
  | "until its time comes"
  | "while its instance runs"
  | "until it is moved back"
  | "until it is done"
  | "until they come back"
  | "as long as the store";

/** A kind of row: how it is found, what it holds, whom it names and how long it lives. kinds.ts lists all of them. */
export type RowKind<S extends z.ZodObject = z.ZodObject> = {
  /** The partition it stands in and its key; words in capitals stand for ids, `…` for whatever follows. */
  readonly partition: string;
  readonly key: string;
  /** The columns, beside the version. Lists and objects are stored as JSON. */
  readonly shape: S;
  /** Where the ids of persons stand: words of the key, or columns. */
  readonly names: readonly string[];
  readonly lives: Lifetime;
  /** The rest of the partition means nothing without this row, so an unreadable one stays where it is. */
  readonly isEssential?: boolean;
  /** The text before the first bar of its key; `due` where that is a time. */
  readonly name: string;
  /** Columns that hold JSON. */
  readonly json: readonly string[];
};

const isNested = (type: z.core.$ZodType): boolean => {
  const { def } = type._zod;
  if ("innerType" in def) return isNested(def.innerType as z.core.$ZodType);
  return def.type === "array" || def.type === "object";
};

const first = (text: string): string => text.split("|")[0] ?? text;

const nameOf = (partition: string, key: string): string => (first(partition) === "due" ? "due" : first(key));

/** Declares a kind of row. */
export const kind = <S extends z.ZodObject>(facts: Omit<RowKind<S>, "json" | "name">): RowKind<S> => ({
  ...facts,
  name: nameOf(facts.partition, facts.key),
  json: Object.entries(facts.shape.shape).flatMap(([name, type]) => (isNested(type) ? [name] : [])),
});

/** The record that a row of a kind holds. */
export type Of<K extends RowKind> = Readonly<z.infer<K["shape"]>>;

/** A row that does not fit its kind, and why not. */
export type Damaged = { readonly partition: string; readonly row: Row; readonly kind: RowKind; readonly why: string };

/** Rows that do not fit their kind: damaged, or written by a newer Gnist. The message names kinds and columns, never an id or a text. */
export class BadRow extends NamedFault {
  override readonly name = "BadRow";
  readonly damaged: readonly Damaged[];
  constructor(damaged: readonly Damaged[]) {
    super(damaged.map(({ kind, why }) => `a row ${kind.name} cannot be read: ${why}`).join("; "));
    this.damaged = damaged;
  }
}

const readColumns = (kind: RowKind, { values }: Row): Result<unknown, string> => {
  if (values.v !== version)
    return { no: `its form is ${typeof values.v === "number" ? `version ${values.v}` : "of no version"}, not version ${version}` };
  const columns: Record<string, unknown> = { ...values };
  for (const name of kind.json) {
    const text = columns[name];
    if (typeof text !== "string") continue;
    try {
      columns[name] = JSON.parse(text);
    } catch {
      return { no: `${name} is not JSON` };
    }
  }
  const read = kind.shape.safeParse(columns);
  // The path names the column, and zod's code names the problem. Neither quotes what is stored.
  return read.success
    ? { got: read.data }
    : { no: read.error.issues.map(({ path, code }) => `${path.join(".")} is not as expected (${code})`).join(", ") };
};

/** Reads the rows of one kind in a partition. @throws BadRow that holds every row of them that does not fit */
export const decodeAll = <K extends RowKind>(kind: K, partition: string, rows: readonly Row[]): readonly Of<K>[] => {
  const damaged: Damaged[] = [];
  const read = rows.flatMap((row) => {
    const columns = readColumns(kind, row);
    if ("got" in columns) return [columns.got as Of<K>];
    damaged.push({ partition, row, kind, why: columns.no });
    return [];
  });
  if (damaged.length > 0) throw new BadRow(damaged);
  return read;
};

/** Reads one row by its kind. @throws BadRow */
export const decode = <K extends RowKind>(kind: K, partition: string, row: Row): Of<K> => {
  const columns = readColumns(kind, row);
  if ("no" in columns) throw new BadRow([{ partition, row, kind, why: columns.no }]);
  return columns.got as Of<K>;
};

/** Has a row the version that this Gnist writes? For rows whose columns no kind describes; `decode` checks all others. */
export const isOfThisVersion = ({ values }: Pick<Row, "values">): boolean => values.v === version;

/** Adds the version to columns whose names are chosen at run time; `encode` checks all others. */
export const versioned = (columns: Values): Values => ({ v: version, ...columns });

/**
 * Encodes a record as the columns of its row: lists and objects become JSON, half characters are mended (no store could keep them), facts that the kind does
 * not know are left out, and the version is added.
 */
export const encode = <K extends RowKind>(kind: K, record: { readonly [C in keyof Of<K>]?: Of<K>[C] | undefined }): Values => {
  const values: Record<string, Values[string]> = { v: version };
  for (const [name, value] of Object.entries(record)) {
    if (value === undefined || !(name in kind.shape.shape)) continue;
    if (typeof value === "string") values[name] = value.toWellFormed();
    else values[name] = typeof value === "object" ? JSON.stringify(value) : (value as number | boolean);
  }
  return values;
};
