import { z } from "zod";
import type { Row, Values } from "../ports.ts";

/** A list or object kept as JSON in one column. A text that is no JSON does not fit, like any other damage. */
export const json = <S extends z.ZodType>(shape: S) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue("not JSON");
        return z.NEVER;
      }
    })
    .pipe(shape);

/** A row that does not fit its shape: damaged, or written by a newer Gnist. */
export class BadRow extends Error {
  override readonly name = "BadRow";
}

/** Reads a row's values by their shape. @throws BadRow */
export const decode = <S extends z.ZodType>(shape: S, row: Row): z.infer<S> => {
  const read = shape.safeParse(row.values);
  if (!read.success) throw new BadRow(`row ${row.key.split("|")[0]} does not fit its shape: ${z.prettifyError(read.error)}`);
  return read.data;
};

/** A record as the values of a row: lists and objects as JSON, the schema version beside them. */
export const encode = (record: object): Values => ({
  v: 1,
  ...Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === "object" ? JSON.stringify(value) : value]),
  ),
});
