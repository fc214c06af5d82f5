import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A reader of the few forms of Bicep that infra/ uses. There is no Bicep compiler among npm's packages, so that it finds misspelt names, and no wrong property:
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/file
 */

export const root = join(import.meta.dirname, "../..");
export const read = (path: string): string => readFileSync(join(root, path), "utf8");

export type Template = {
  readonly text: string;
  readonly params: Readonly<Record<string, { readonly type: string; readonly fallback?: string; readonly allowed?: readonly string[] }>>;
  /** Resources by their symbols: type and API version, the parent's before it. */
  readonly resources: Readonly<Record<string, string>>;
  /** Modules by their symbols: the file, and the parameters that it is given. */
  readonly modules: Readonly<Record<string, { readonly file: string; readonly given: readonly string[] }>>;
  readonly variables: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
};

const quoted = (text: string): readonly string[] => [...text.matchAll(/'([^']*)'/g)].map(([, one = ""]) => one);

const entriesOf = <T>(matches: Iterable<RegExpMatchArray>, make: (match: RegExpMatchArray) => T): Readonly<Record<string, T>> =>
  Object.fromEntries([...matches].map((match) => [match[1] ?? "", make(match)]));

/** The text from an opening brace or bracket to its end. */
export const blockFrom = (text: string, from: number): string => {
  const start = text.slice(from).search(/[{[]/) + from;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (/[{[]/.test(text[at] ?? "")) depth += 1;
    else if (/[}\]]/.test(text[at] ?? "") && --depth === 0) return text.slice(start, at + 1);
  }
  throw new Error(`no end of what begins with ${text.slice(start, start + 40)}`);
};

/** Names of the properties of an object, those of objects inside it left out. */
export const keysOf = (object: string): readonly string[] => {
  const flat = object.slice(1, -1).replace(/\$\{[^}]*\}/g, "");
  let depth = 0;
  const own = [...flat].filter((sign) => {
    if (/[{[(]/.test(sign)) depth += 1;
    const keep = depth === 0;
    if (/[}\])]/.test(sign)) depth -= 1;
    return keep;
  });
  return [...own.join("").matchAll(/(?:^|[,\n])\s*'?([\w -]+?)'?\s*:/g)].map(([, key = ""]) => key);
};

export const readTemplate = (path: string): Template => {
  const text = read(path).replace(/^\s*\/\/.*$/gm, "");
  const top = [...text.matchAll(/^resource (\w+) '([^']+)' = /gm)];
  const parentOf = (at = 0) =>
    top
      .filter((match) => match.index < at)
      .at(-1)?.[2]
      ?.split("@") ?? ["", ""];
  const nested = [...text.matchAll(/^ {2}resource (\w+) '([^']+)' = /gm)];
  return {
    text,
    params: entriesOf(text.matchAll(/^param (\w+) (\w+)(?: = (.+))?$/gm), (match) => {
      const before = text.slice(0, match.index);
      const allowed = /@allowed\(\[([^\]]*)\]\)\n(?:@\w+\(.*\)\n)*$/.exec(before)?.[1];
      return { type: match[2] ?? "", ...(match[3] ? { fallback: match[3] } : {}), ...(allowed ? { allowed: quoted(allowed) } : {}) };
    }),
    resources: {
      ...entriesOf(top, (match) => match[2] ?? ""),
      ...entriesOf(nested, (match) => {
        const [type, version] = parentOf(match.index);
        const [name, own] = (match[2] ?? "").split("@");
        return `${type}/${name}@${own ?? version}`;
      }),
    },
    modules: entriesOf(text.matchAll(/^module (\w+) '([^']+)' = /gm), (match) => {
      const block = text.slice(match.index);
      return { file: match[2] ?? "", given: keysOf(blockFrom(block, block.indexOf("params:"))) };
    }),
    variables: [...text.matchAll(/^var (\w+) = /gm)].map(([, name = ""]) => name),
    outputs: entriesOf(text.matchAll(/^output (\w+) \w+ = (.+)$/gm), (match) => match[2] ?? ""),
  };
};

/** Bicep's own functions that infra/ calls. */
const functions = "empty environment guid items subscription subscriptionResourceId tenant toLower union uniqueString".split(" ");

/** Names that a template uses and nobody declares. */
export const undeclaredIn = ({ text, params, resources, modules, variables }: Template): readonly string[] => {
  const known = new Set([...Object.keys(params), ...Object.keys(resources), ...Object.keys(modules), ...variables, ...functions]);
  for (const [, name = ""] of text.matchAll(/\[for (\w+) in /g)) known.add(name);
  const inStrings = [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, expression = ""]) => expression).join("\n");
  const outside = text.replace(/'(?:[^'])*'/g, "''").replace(/@(?:description|allowed)\([^)]*\)/g, "");
  const values = outside
    .replace(/^\s*(?:targetScope|param|extension).*$/gm, "")
    .replace(/\b(?:resource|module|output|var) \w+(?: \w+)?/g, "");
  const used = [...`${values}\n${inStrings}`.matchAll(/(?<![\w.])(\w+)\b(?!\s*:(?!:))(?:\s*[.(!])?/g)].map(([, name = ""]) => name);
  const words = new Set(["true", "false", "if", "for", "in", "null"]);
  return [...new Set(used.filter((name) => !/^\d/.test(name) && !words.has(name) && !known.has(name)))];
};
