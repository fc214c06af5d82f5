import { describe, expect, test } from "vitest";
import type { Change, Values } from "../../src/ports.ts";
import { checkChanges, checkKey } from "../../src/store/limits.ts";

const insert = (key: string, values: Values = {}): Change => ({ do: "insert", key, values });
const values = (given: Values) => () => checkChanges("p", [insert("a", given)]);

describe("keys", () => {
  test.each(["/", "\\", "#", "?", "\u0000", "\t", "\n", "\u001f", "\u007f", "\u009f", "half of 😀: \ud83d"])(
    "a key with %j is refused, and named",
    (part) => {
      expect(() => checkKey("p", `a${part}b`)).toThrow("The key");
      expect(() => checkKey(`a${part}b`, "k")).toThrow("The partition");
      expect(() => checkChanges("p", [{ do: "delete", key: `a${part}b` }])).toThrow("The key");
    },
  );

  test("a key has 1 to 511 characters", () => {
    expect(() => checkKey("p", "x".repeat(511))).not.toThrow();
    expect(() => checkKey("p", "x".repeat(512))).toThrow("512 characters");
    expect(() => checkKey("p", "")).toThrow("0 characters");
    expect(() => checkKey("", "k")).toThrow("The partition");
  });

  test("a long key is cut where it is named", () => {
    expect(() => checkKey("p", `#${"x".repeat(5_000)}`)).toThrow(/^.{1,150}$/);
  });

  test.each(["a|b", "it's", "50%", "29:1bS@thread.tacv2;messageid=1", "2026-W47", "Ålesund", "😀", " "])("the key %j is fine", (key) => {
    expect(() => checkKey(key, key)).not.toThrow();
  });
});

describe("values", () => {
  test("a string has at most 32,768 characters", () => {
    expect(values({ words: "ø".repeat(32_768) })).not.toThrow();
    expect(values({ words: "ø".repeat(32_769) })).toThrow('The row "a" has 32769 characters in words');
  });

  test.each(["no-dash", "1st", "", "a b", "ø", "x".repeat(256), "PartitionKey", "rowKey", "Timestamp", "etag", "odata.etag"])(
    "the name %j is refused",
    (name) => {
      expect(values({ [name]: 1 })).toThrow("named");
    },
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d is no number that survives", (n) => {
    expect(values({ n })).toThrow("finite");
  });

  test("a row has at most 252 values and about 1 MiB, undefined ones not counted", () => {
    const many = (length: number, value: string | undefined) => Object.fromEntries(Array.from({ length }, (_, n) => [`v${n}`, value]));
    expect(values(many(252, "x"))).not.toThrow();
    expect(values({ ...many(252, "x"), more: undefined })).not.toThrow();
    expect(values(many(253, "x"))).toThrow("253 values");
    expect(values(many(15, "x".repeat(32_768)))).not.toThrow();
    expect(values(many(16, "x".repeat(32_768)))).toThrow("bytes");
  });
});

describe("transactions", () => {
  test("a transaction has at most 4 MiB, however its letters are written", () => {
    const large = (letter: string, length: number) =>
      Array.from({ length }, (_, n) =>
        insert(`k${n}`, Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`v${at}`, letter.repeat(32_768)]))),
      );
    expect(() => checkChanges("p", large("x", 8))).not.toThrow();
    expect(() => checkChanges("p", large("x", 9))).toThrow("too large together");
    expect(() => checkChanges("p", large("語", 2))).not.toThrow();
    expect(() => checkChanges("p", large("語", 3))).toThrow("too large together");
  });

  test("half a character is refused in a value, a whole one is not", () => {
    expect(values({ words: "half of 😀: \ud83d." })).toThrow('The row "a" has half a character');
    expect(values({ words: "😀" })).not.toThrow();
  });

  test("a message names the kind of a row, and neither its key nor its words", () => {
    const about = (change: Change) => {
      try {
        checkChanges("team|secret", [change]);
        return "";
      } catch (fault) {
        return `${(fault as Error).name}: ${(fault as Error).message}`;
      }
    };
    const messages = [
      about({ do: "delete", key: "voice|secret#" }),
      about({ do: "delete", key: `voice|${"secret".repeat(100)}` }),
      about(insert("voice|secret", { words: "secret".repeat(10_000) })),
      about(insert("voice|secret", { words: "secret \ud83d" })),
      about(insert("voice|secret", { "no-dash": "secret" })),
    ];
    for (const message of messages) expect(message).toMatch(/^Unstorable: (?!.*secret).*"voice\|…"/);
  });

  test("a transaction has at most 100 changes, each key once", () => {
    const inserts = (length: number) => Array.from({ length }, (_, n) => insert(`k${n}`));
    expect(() => checkChanges("p", inserts(100))).not.toThrow();
    expect(() => checkChanges("p", inserts(101))).toThrow("101 changes");
    expect(() => checkChanges("p", [insert("a"), { do: "delete", key: "a" }])).toThrow('A key is changed twice in partition "p"');
  });
});
