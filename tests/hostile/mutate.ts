import fc from "fast-check";
import { isPlain } from "../world/cards.ts";
import { hostileTexts } from "./texts.ts";

/** Changes of a JSON value that no client of Teams makes. A change is drawn apart from the value, so that one seed gives equal changes and can be shrunk. */

/** One change: where (a number that chooses among the places of a value), and what. */
export type Mutation = { readonly at: number; readonly how: How };

type How =
  | { readonly do: "replace"; readonly by: unknown }
  /** Another text in place of a text, so that the shape of the value stays. */
  | { readonly do: "say"; readonly text: string }
  /** Puts a value of so many levels in its place. It is made late, since what prints a drawn value walks into it. */
  | { readonly do: "nest"; readonly levels: number }
  | { readonly do: "fill"; readonly piece: string; readonly length: number }
  | { readonly do: "omit" }
  | { readonly do: "wrap"; readonly in: "list" | "record" | "text" }
  | { readonly do: "repeat"; readonly times: number }
  | { readonly do: "add"; readonly key: string; readonly value: unknown }
  | { readonly do: "cut" }
  /** Takes a string that stands elsewhere in the value, such as an id where a name belongs. */
  | { readonly do: "swap"; readonly with: number };

const nested = (depth: number): unknown => {
  let value: unknown = "deep";
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

const texts = Object.values(hostileTexts);
const oddTexts = ["", " ", "\u200B", "\uD83D", "__proto__", "constructor", "a|b/c#?%\\", "null", "0", "-1", "1e400", "{", "[]", "\u0000"];
const oddNumbers = [0, -0, -1, 0.1, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 1e308, -1e308, 5e-324];
const oddShapes = [null, true, false, [], [null], [[]], {}, { id: null }, { length: 5 }, { toJSON: "x" }];
const keys = [
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "toString",
  "then",
  "toJSON",
  "verb",
  "msteams",
  "warned",
  "length",
];

/** Pieces of long texts. */
const pieces = ["x", "å", "👨‍👩‍👧‍👦", "\u0301", "{{", "<at>"] as const;

const aValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.constantFrom(...oddNumbers),
  fc.constantFrom<unknown>(...oddShapes),
  fc.constantFrom(...texts),
  fc.string({ unit: "binary", maxLength: 20 }),
);

const aHow: fc.Arbitrary<How> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...texts, ...oddTexts).map((text): How => ({ do: "say", text })) },
  { weight: 3, arbitrary: aValue.map((by): How => ({ do: "replace", by })) },
  { weight: 1, arbitrary: fc.constantFrom(20, 1_500).map((levels): How => ({ do: "nest", levels })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...pieces), fc.constantFrom(3_000, 40_000))
      .map(([piece, length]): How => ({ do: "fill", piece, length })),
  },
  { weight: 2, arbitrary: fc.constant<How>({ do: "omit" }) },
  { weight: 1, arbitrary: fc.constantFrom<How>({ do: "wrap", in: "list" }, { do: "wrap", in: "record" }, { do: "wrap", in: "text" }) },
  { weight: 1, arbitrary: fc.constantFrom(2, 3, 500).map((times): How => ({ do: "repeat", times })) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...keys), aValue).map(([key, value]): How => ({ do: "add", key, value })) },
  { weight: 1, arbitrary: fc.constant<How>({ do: "cut" }) },
  { weight: 3, arbitrary: fc.nat(10_000).map((one): How => ({ do: "swap", with: one })) },
);

const aMutation = fc.record({ at: fc.nat(10_000), how: aHow });

/** Changes of one value: mostly one, so that the rest of it is still read; now and then none, so that what a person would send is among the drawn. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(aMutation) },
  { weight: 2, arbitrary: fc.array(aMutation, { minLength: 2, maxLength: 4 }) },
  { weight: 2, arbitrary: fc.constant<readonly Mutation[]>([]) },
);

type Path = readonly (string | number)[];

const pathsIn = (value: unknown, at: Path = []): Path[] => {
  const inner: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((one, place) => [place, one] as const)
    : isPlain(value)
      ? Object.entries(value)
      : [];
  return [at, ...(at.length > 8 ? [] : inner.flatMap(([key, one]) => pathsIn(one, [...at, key])))];
};

/** Sets a key as JSON does: `__proto__` becomes a key of its own. */
const withKey = (value: object, key: string, set: unknown): object =>
  Object.defineProperty({ ...value }, key, { value: set, enumerable: true, configurable: true, writable: true });

const changed = (value: unknown, how: How, strings: readonly string[]): unknown => {
  switch (how.do) {
    case "replace":
      return how.by;
    case "say":
      return typeof value === "string" ? how.text : value;
    case "nest":
      return nested(how.levels);
    case "fill":
      return how.piece.repeat(Math.ceil(how.length / how.piece.length));
    case "omit":
      return undefined;
    case "wrap":
      return how.in === "list" ? [value] : how.in === "record" ? { value } : JSON.stringify(value ?? null);
    case "repeat":
      if (Array.isArray(value)) return Array.from({ length: Math.min(how.times, 50) }, () => value).flat();
      return typeof value === "string" ? value.repeat(Math.min(how.times, Math.ceil(20_000 / (value.length + 1)))) : [value, value];
    case "add":
      return isPlain(value) ? withKey(value, how.key, how.value) : value;
    case "cut":
      return typeof value === "string" ? value.slice(0, -1) : Array.isArray(value) ? value.slice(1) : value;
    case "swap":
      return strings[how.with % Math.max(1, strings.length)] ?? "";
  }
};

const at = (value: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown => {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, place) => (place === key ? at(one, rest, change) : one));
  if (!isPlain(value)) return value;
  return withKey(value, String(key), at(value[key], rest, change));
};

const valueAt = (value: unknown, path: Path): unknown => path.reduce((inner, key) => Reflect.get(Object(inner), key), value);

const stringsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/**
 * A value with its changes.
 * @param others strings that a change may take in, such as ids of other teams
 * @param isKept whether a place stays as it is, such as the address that Gnist answers to
 */
export const mutated = (
  value: unknown,
  changes: readonly Mutation[],
  others: readonly string[] = [],
  isKept: (path: Path) => boolean = () => false,
): unknown => {
  let now = value;
  for (const { at: place, how } of changes) {
    const paths = pathsIn(now).filter((path) => path.length > 0 && !isKept(path));
    // A key may be added to the whole too, which nothing else changes.
    const all = how.do === "add" ? [[], ...paths.filter((path) => isPlain(valueAt(now, path)))] : paths;
    const path = all[place % Math.max(1, all.length)];
    if (path === undefined) continue;
    const strings = how.do === "swap" ? [...others, ...stringsIn(now).slice(0, 200)] : [];
    now = at(now, path, (one) => changed(one, how, strings));
  }
  return now;
};
