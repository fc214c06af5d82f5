import { bom } from "../../src/files/csv.ts";

/** Reads a CSV as RFC 4180 says, with semicolons. */
export const readCsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith(bom) ? 1 : 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += text[at] === '"' ? 2 : 1) cell += text[at];
      at += 1;
    } else for (; at < text.length && text[at] !== ";" && !text.startsWith("\r\n", at); at += 1) cell += text[at];
    row.push(cell);
    if (text[at] === ";") {
      at += 1;
      continue;
    }
    at += 2;
    rows.push(row);
    row = [];
  }
  return rows;
};

/** A text as it was, from its cell. */
export const textOfCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);
