import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const inFolder = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, folder, name));

/** Comments of a file: each block, and each run of `//` lines, as one text. A `//` inside an address follows no space, and is none. */
const commentsIn = (source: string): readonly string[] =>
  [...source.matchAll(/\/\*[\s\S]*?\*\/|(?:(?:^|(?<=[;,{})\]] ))[ \t]*\/\/ [^\n]*\n?)+/gm)].map(([comment]) =>
    comment.replace(/^[ \t]*(?:\/\*+|\*\/|\*|\/\/)[ \t]*|\*\/$/gm, ""),
  );

/** Texts of a document: paragraphs, headings, entries of lists and cells of tables, without code and mark-up. */
const textsIn = (document: string): readonly string[] =>
  document
    .replace(/^```[\s\S]*?^```/gm, "")
    .split(/\n\s*\n|\n(?=\s*(?:[-*#|]|\d+\.) ?)|(?<!\\)\|/)
    .map((text) => text.replace(/^[\s#>*-]+|^\s*\d+\.\s+|\*\*/g, ""));

/** Beginnings of sentences that name neither a thing nor an actor. */
const forbidden = /(?:^\s*|[.!?]\s+(?:@\w+ )?)((?:Who|What|Whoever|Whatever|Which|The same)\b[^.!?\n]*)/g;
/** Idioms that a reader has to guess. */
const idioms =
  /\b(?:is|are|was) (?:not )?spoken to\b|\bgo(?:es)? again\b|\bof long ahead\b|\bfor so (?:much|many|long)\b|\bby so (?:much|many)\b/gi;

const wrongIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => [
    ...[...text.matchAll(forbidden)].map(([, sentence = ""]) => sentence),
    ...[...text.matchAll(idioms)].map(([idiom]) => idiom),
  ]);

const faults = (files: readonly string[], read: (source: string) => readonly string[]) =>
  files.flatMap((file) => wrongIn(read(readFileSync(file, "utf8"))).map((sentence) => `${relative(root, file)}: ${sentence}`));

describe("every sentence names its thing or its actor first", () => {
  test("in comments", () => {
    // The examples at the end of this file are no comments of its own.
    const isOther = (file: string) => file !== import.meta.filename;
    expect(
      faults(
        ["src", "cards", "scripts", "bench", "tests"].flatMap((folder) => inFolder(folder, ".ts").filter(isOther)),
        commentsIn,
      ),
    ).toEqual([]);
  });

  test("in documents", () => {
    const documents = [
      ...inFolder("docs", ".md"),
      ...["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].map((name) => join(root, name)),
    ];
    expect(documents.length).toBeGreaterThan(5);
    expect(faults(documents, textsIn)).toEqual([]);
  });

  test("also within a comment, a table and a list", () => {
    const comments = commentsIn(
      '/** A row. What it holds. */\nconst a = "// Who"; // Whoever.\n/**\n * One line.\n * The same, for two.\n */\n// A run\n// of lines. Which ends.\n',
    );
    expect(wrongIn(comments)).toEqual(["What it holds", "Whoever", "The same, for two", "Which ends"]);
    const texts = textsIn("# What is\n\nIt is so. Who knows.\n\n- **Whoever** asks\n1. Which\n\n| a | What it is |\n\n```\nWhat\n```\n");
    expect(wrongIn(texts)).toEqual(["What is", "Who knows", "Whoever asks", "Which", "What it is "]);
    expect(wrongIn(["The row goes again."])).toEqual(["goes again"]);
  });
});
