import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const files = ["src", "cards"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(root, folder, name)),
);

type Declared = { readonly file: string; readonly source: string };
const sources: readonly Declared[] = files.map((file) => ({ file: relative(root, file), source: readFileSync(file, "utf8") }));

/** Names that more than one of these files declares at its top, each with the files. */
const declaredTwice = (among: readonly Declared[], declaration: RegExp): readonly string[] => {
  const places = new Map<string, string[]>();
  for (const { file, source } of among)
    for (const [, name = ""] of source.matchAll(declaration)) places.set(name, [...(places.get(name) ?? []), file]);
  return [...places].filter(([, where]) => new Set(where).size > 1).map(([name, where]) => `${name}: ${where.join(", ")}`);
};

const types = /^(?:export )?(?:declare )?(?:abstract )?(?:type|interface|class|enum) (\w+)/gm;
/** Every card exports `render` and `read`, and both lasting stores export the two functions that copy rows and jobs. */
const values = /^export (?:async )?(?:const|function|let) (?!(?:render|read|everyRowOf|placedJobsOf)\b)(\w+)/gm;

/** A language has the words of each topic under the topic's name. */
const isNoLanguage = ({ file }: Declared) => !file.startsWith("src/language/");

describe("one word for one thing", () => {
  test("a type's name is declared in one file, be it exported or not", () => {
    expect(declaredTwice(sources, types)).toEqual([]);
  });

  test("what a file exports has a name that no other file exports", () => {
    expect(declaredTwice(sources.filter(isNoLanguage), values)).toEqual([]);
  });

  test("no import gives a type of the house another name", () => {
    const renamed = sources.flatMap(({ file, source }) =>
      [...source.matchAll(/^import (?:type )?\{([^}]*)\} from "\.[^"]*"/gm)]
        .filter(([, names = ""]) => / as [A-Z]/.test(names))
        .map(([line]) => `${file}: ${line}`),
    );
    expect(renamed).toEqual([]);
  });

  test("a second declaration is caught in either form", () => {
    const twice = [
      { file: "one.ts", source: "export type Ask = string;\nexport const ask = 1;\n" },
      { file: "two.ts", source: "type Ask = number;\nexport async function ask() {}\n" },
      { file: "three.ts", source: "  type Ask = boolean;\nexport const read = 1;\n" },
      { file: "four.ts", source: "export const read = 1;\n" },
    ];
    expect(declaredTwice(twice, types)).toEqual(["Ask: one.ts, two.ts"]);
    expect(declaredTwice(twice, values)).toEqual(["ask: one.ts, two.ts"]);
  });
});
