import fc from "fast-check";
import { expect, test } from "vitest";
import { bom, csvOf, guarded, jsonOf } from "../../src/files/csv.ts";
import { readCsv, textOfCell } from "./read-csv.ts";

const whole = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
};

async function* pagesOf<T>(...pages: readonly (readonly T[])[]) {
  yield* pages;
}

/** A cell as a spreadsheet may see it: without all that it may trim, hide or take for a quote. */
const asSpreadsheetSees = (cell: string): string =>
  cell.replace(/^[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}"`´‘’“”«»„]+/gu, "").normalize("NFKC");

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "=",
        "+",
        "-",
        "@",
        "|",
        "%",
        "\t",
        "\r",
        "\n",
        " ",
        "'",
        '"',
        ";",
        ",",
        "\u200B",
        "\u202E",
        "\uFEFF",
        "\u00A0",
        "\u3000",
      ),
      fc.constantFrom(
        "＝",
        "＋",
        "－",
        "＠",
        "﹣",
        "﬩",
        "−",
        "1+1",
        'HYPERLINK("x")',
        "cmd|' /C calc'!A0",
        "\u0000",
        "\u00AD",
        "\uFE0F",
        "é",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join("").toWellFormed());

test("no cell begins in a way that a spreadsheet would run, and each text can be had back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 4 }), async (texts) => {
      const columns = texts.map((_, at) => `c${at}`);
      const row = Object.fromEntries(texts.map((text, at) => [`c${at}`, text]));
      const rows = readCsv(await whole(csvOf(columns, pagesOf([row]))));
      expect(rows).toHaveLength(2);
      const cells = rows[1] ?? [];
      for (const cell of cells) if (!cell.startsWith("'")) expect(asSpreadsheetSees(cell)).not.toMatch(/^[=+\-@]/);
      expect(cells.map(textOfCell)).toEqual(texts);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test.each([
  "=1+1",
  "\n=1+1",
  "  =1+1",
  '"=1+1"',
  "\u200B=1+1",
  "\u202E=1+1",
  "＝1+1",
  "\u200B ＠SUM(A1)",
  "-2+3",
  "+46 8",
  "@SUM",
  "\t=1",
  "\r=1",
  "|calc",
  "'=1",
  "− 1",
])("%j is guarded", (text) => {
  expect(guarded(text)).toBe(`'${text}`);
});

test.each(["Printer", "10 = ten", "a-b", "«Hei»", "", "naïve @ home"])("%j stays as it is", (text) => {
  expect(guarded(text)).toBe(text);
});

test("a CSV has a byte order mark, semicolons, CRLF, and numbers as numbers", async () => {
  const text = await whole(csvOf(["number", "title"], pagesOf([{ number: 12, title: "A; b" }], [{ title: "two\nlines" }])));
  expect(text).toBe(`${bom}number;title\r\n12;"A; b"\r\n;"two\nlines"\r\n`);
});

test("a list without entries, and one of several pages, are whole JSON", async () => {
  expect(JSON.parse(await whole(jsonOf(pagesOf<object>())))).toEqual([]);
  expect(JSON.parse(await whole(jsonOf(pagesOf<object>([], [{ a: 1 }], [], [{ a: 2 }, { a: 3 }]))))).toEqual([
    { a: 1 },
    { a: 2 },
    { a: 3 },
  ]);
});
