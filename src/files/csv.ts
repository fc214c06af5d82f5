import { stringify } from "csv-stringify/sync";
import type { ExportRow } from "../domain/records/export.ts";

/** Byte order mark: without it Excel reads UTF-8 as another encoding. */
export const bom = "\uFEFF";

/** Signs that begin a formula in Excel, LibreOffice or Sheets, in half and in full width, and those that they take away or do not show before one. */
const runs = /^[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}"'`´‘’“”«»„]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B\u2212]/u;
const opens = /^['\t\r\n]/;

/**
 * A text as a cell that no spreadsheet runs: an apostrophe stands before one that begins like a formula, be it behind line feeds, blanks, quotes or signs that
 * nobody sees. Each text that begins with an apostrophe gets one more, so that taking one away gives every text back.
 */
export const guarded = (text: string): string =>
  opens.test(text) || runs.test(text) || runs.test(text.normalize("NFKC")) ? `'${text}` : text;

/** Lines of a CSV: semicolons, CRLF, numbers as numbers. */
const linesOf = (cells: readonly (readonly (string | number)[])[]): string =>
  stringify(
    cells.map((row) => [...row]),
    { delimiter: ";", record_delimiter: "windows", escape_formulas: true, quoted_match: /[\r\n]/ },
  );

/** A table as CSV, with its columns first. */
export async function* csvOf(columns: readonly string[], pages: AsyncIterable<readonly ExportRow[]>): AsyncGenerator<string> {
  yield bom + linesOf([columns]);
  for await (const page of pages)
    if (page.length > 0)
      yield linesOf(
        page.map((row) =>
          columns.map((column) => {
            const cell = row[column] ?? "";
            return typeof cell === "string" ? guarded(cell) : cell;
          }),
        ),
      );
}

/** A list as JSON, an entry on each line. */
export async function* jsonOf(pages: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield before + page.map((row) => JSON.stringify(row)).join(",\n");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}
