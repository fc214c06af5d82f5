import { TableClient } from "@azure/data-tables";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { azureRows } from "../../src/azure/azure-rows.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import { type Change, type Rows, Unstorable } from "../../src/ports.ts";
import { startAzurite } from "../azurite.ts";
import { openInFolder } from "../sqlite/folders.ts";

type Engine = { rows: Rows; stop(): Promise<void> };

const engines: readonly [string, () => Promise<Engine>][] = [
  ["memory", async () => ({ rows: memoryRows(), stop: async () => {} })],
  [
    "azure",
    async () => {
      const azurite = await startAzurite();
      const options = { retryOptions: { maxRetries: 0 }, allowInsecureConnection: true };
      const table = TableClient.fromConnectionString(azurite.connectionString, "Gnist", options);
      await table.createTable();
      return { rows: azureRows(table), stop: azurite.stop };
    },
  ],
  [
    "sqlite",
    async () => {
      const { storage, stop } = await openInFolder();
      return { rows: storage.rows, stop };
    },
  ],
];

const everything = { from: "!", to: "~" };

describe.each(engines)("rows in %s", (name, open) => {
  let rows: Rows;
  let stop = async () => {};
  beforeAll(async () => {
    ({ rows, stop } = await open());
  });
  afterAll(() => stop());

  /** Each test has a partition of its own, named like it. */
  const here = () => (expect.getState().currentTestName ?? "").replace(/[^a-z0-9]+/gi, "-");
  const commit = (...changes: Change[]) => rows.commit(here(), changes);
  const values = async (key: string) => (await rows.get(here(), key))?.values;
  const tag = async (key: string) => (await rows.get(here(), key))?.tag ?? "no row";
  const keys = async (range = everything, limit?: number) => (await rows.list(here(), range, limit)).map(({ key }) => key);

  test("what is stored is read back as it was: words of any language, whole and broken numbers, instants, yes and no", async () => {
    const told = {
      words: "Blåbær 🫐 «ja» \"'\\ </x> %20\r\nDELETE x\r\nif-match: *\r\n",
      empty: "",
      whole: -7,
      broken: 0.1,
      instant: 1_795_000_000_123,
      large: 2 ** 53 - 1,
      tiny: 5e-324,
      yes: true,
      no: false,
      looksLikeADate: "2026-11-23T19:00:00Z",
      looksLikeANumber: "007",
    };
    expect(await commit({ do: "insert", key: "a", values: told })).toBe("done");
    expect(await values("a")).toEqual(told);
    expect(await commit({ do: "insert", key: "b", values: told }, { do: "insert", key: "c", values: told })).toBe("done");
    expect(await values("c")).toEqual(told);
  });

  test("the line ends of Unicode are values like others, alone and in a transaction of several changes", async () => {
    const told = { lines: "one\u2028two\u2029three\u0085four\vfive\r\nsix", nul: "\u0000", mark: "\ufeff" };
    expect(await commit({ do: "insert", key: "a", values: told })).toBe("done");
    expect(await values("a")).toEqual(told);
    expect(await commit({ do: "merge", key: "a", values: { more: "\u2028" } }, { do: "insert", key: "b", values: told })).toBe("done");
    expect(await values("a")).toEqual({ ...told, more: "\u2028" });
    expect(await values("b")).toEqual(told);
  });

  test("a row that was never stored is not there", async () => {
    expect(await rows.get(here(), "a")).toBeUndefined();
    expect(await keys()).toEqual([]);
  });

  test("a row is only seen in its own partition", async () => {
    await commit({ do: "insert", key: "a", values: {} });
    expect(await rows.get("another", "a")).toBeUndefined();
    expect(await rows.list("another", everything)).toEqual([]);
  });

  test("a value that is undefined is not stored", async () => {
    await commit({ do: "insert", key: "a", values: { kept: 1, left: undefined } });
    expect(Object.keys((await values("a")) ?? {})).toEqual(["kept"]);
    await commit({ do: "merge", key: "a", values: { kept: undefined, more: 2 } });
    expect(await values("a")).toEqual({ kept: 1, more: 2 });
  });

  test("inserting a key twice is answered with exists, and the first row stays", async () => {
    expect(await commit({ do: "insert", key: "a", values: { by: "first" } })).toBe("done");
    expect(await commit({ do: "insert", key: "a", values: { by: "second" } })).toBe("exists");
    expect(await values("a")).toEqual({ by: "first" });
  });

  test("of 50 inserts of one key at once exactly one is done", async () => {
    const ends = await Promise.all(Array.from({ length: 50 }, (_, by) => commit({ do: "insert", key: "a", values: { by } })));
    expect(ends.filter((end) => end === "done")).toHaveLength(1);
    expect(ends.filter((end) => end === "exists")).toHaveLength(49);
  });

  test("a merge leaves the other values, a put replaces them all", async () => {
    await commit({ do: "insert", key: "a", values: { one: 1, two: 2 } });
    expect(await commit({ do: "merge", key: "a", values: { two: 22, three: 3 } })).toBe("done");
    expect(await values("a")).toEqual({ one: 1, two: 22, three: 3 });
    expect(await commit({ do: "put", key: "a", values: { four: 4 } })).toBe("done");
    expect(await values("a")).toEqual({ four: 4 });
  });

  test("a put without a tag creates the row", async () => {
    expect(await commit({ do: "put", key: "a", values: { one: 1 } })).toBe("done");
    expect(await values("a")).toEqual({ one: 1 });
  });

  test("a merge, a delete, and a put with a tag answer missing where there is no row", async () => {
    await commit({ do: "insert", key: "other", values: {} });
    const old = await tag("other");
    for (const change of [
      { do: "merge", key: "a", values: {} },
      { do: "merge", key: "a", values: {}, tag: old },
      { do: "put", key: "a", values: {}, tag: old },
      { do: "delete", key: "a" },
      { do: "delete", key: "a", tag: old },
    ] satisfies Change[]) {
      expect(await commit(change), JSON.stringify(change)).toBe("missing");
      expect(await commit(change, { do: "put", key: "b", values: {} }), `in a transaction ${JSON.stringify(change)}`).toBe("missing");
    }
    expect(await keys()).toEqual(["other"]);
  });

  test("every write changes the tag, and an old tag is answered with changed", async () => {
    await commit({ do: "insert", key: "a", values: { n: 1 } });
    const old = await tag("a");
    await commit({ do: "merge", key: "a", values: { n: 1 } });
    expect(await tag("a")).not.toBe(old);
    for (const change of [
      { do: "merge", key: "a", values: { n: 2 }, tag: old },
      { do: "put", key: "a", values: { n: 3 }, tag: old },
      { do: "delete", key: "a", tag: old },
    ] satisfies Change[]) {
      expect(await commit(change), JSON.stringify(change)).toBe("changed");
      expect(await commit({ do: "put", key: "b", values: {} }, change), `in a transaction ${JSON.stringify(change)}`).toBe("changed");
    }
    expect(await values("a")).toEqual({ n: 1 });
    expect(await keys()).toEqual(["a"]);
  });

  test("a tag tells neither how many writes there were nor their order", async () => {
    // Azure's tags are its own: a time.
    if (name === "azure") return;
    const tags: string[] = [];
    for (let n = 0; n < 200; n += 1) {
      await commit({ do: "put", key: "a", values: { n } });
      tags.push(await tag("a"));
    }
    expect(tags.map((one) => Buffer.from(one, "base64url").length)).toEqual(tags.map(() => 8));
    expect(new Set(tags).size).toBe(tags.length);
    // Of random numbers half are larger than the one before; 200 of them within 60 and 140 but once in 10^8.
    const rises = tags.filter(
      (one, at) => at > 0 && Buffer.from(one, "base64url").compare(Buffer.from(tags[at - 1] ?? "", "base64url")) > 0,
    );
    expect(rises.length).toBeGreaterThan(60);
    expect(rises.length).toBeLessThan(140);
  });

  test("the newest tag is taken", async () => {
    await commit({ do: "insert", key: "a", values: { n: 1 } });
    expect(await commit({ do: "merge", key: "a", values: { n: 2 }, tag: await tag("a") })).toBe("done");
    expect(await commit({ do: "put", key: "a", values: { n: 3 }, tag: await tag("a") })).toBe("done");
    expect(await commit({ do: "delete", key: "a", tag: await tag("a") })).toBe("done");
    expect(await keys()).toEqual([]);
  });

  test("of 50 merges at once with one tag exactly one is done", async () => {
    await commit({ do: "insert", key: "a", values: { by: -1 } });
    const old = await tag("a");
    const ends = await Promise.all(Array.from({ length: 50 }, (_, by) => commit({ do: "merge", key: "a", values: { by }, tag: old })));
    expect(ends.filter((end) => end === "done")).toHaveLength(1);
    expect(ends.filter((end) => end === "changed")).toHaveLength(49);
    expect(await values("a")).toEqual({ by: ends.indexOf("done") });
  });

  test("a transaction makes all its changes", async () => {
    await commit({ do: "insert", key: "gone", values: {} });
    await commit({ do: "insert", key: "merged", values: { one: 1 } });
    await commit({ do: "insert", key: "replaced", values: { one: 1 } });
    const ended = await commit(
      { do: "delete", key: "gone", tag: await tag("gone") },
      { do: "insert", key: "new", values: { n: 1 } },
      { do: "merge", key: "merged", values: { two: 2 }, tag: await tag("merged") },
      { do: "put", key: "put", values: { n: 2 } },
      { do: "put", key: "replaced", values: { two: 2 }, tag: await tag("replaced") },
    );
    expect(ended).toBe("done");
    expect(await rows.list(here(), everything)).toMatchObject([
      { key: "merged", values: { one: 1, two: 2 } },
      { key: "new", values: { n: 1 } },
      { key: "put", values: { n: 2 } },
      { key: "replaced", values: { two: 2 } },
    ]);
    expect(await values("replaced")).toEqual({ two: 2 });
  });

  test("a transaction with one refused change leaves nothing of the others", async () => {
    await commit({ do: "insert", key: "a", values: { n: 1 } });
    await commit({ do: "insert", key: "b", values: { n: 1 } });
    const before = await rows.list(here(), everything);
    const others: Change[] = [
      { do: "merge", key: "a", values: { n: 2 } },
      { do: "delete", key: "b" },
      { do: "insert", key: "c", values: {} },
      { do: "put", key: "d", values: {} },
    ];
    expect(await commit(...others, { do: "merge", key: "nobody", values: {} })).toBe("missing");
    expect(await commit({ do: "delete", key: "nobody" }, ...others)).toBe("missing");
    expect(await commit({ do: "insert", key: "a", values: {} }, ...others.slice(1))).toBe("exists");
    expect(await rows.list(here(), everything)).toEqual(before);
  });

  test("in a transaction a delete minds its tag", async () => {
    await commit({ do: "insert", key: "a", values: { n: 1 } });
    await commit({ do: "insert", key: "b", values: { n: 1 } });
    const [a, b] = [await tag("a"), await tag("b")];
    await commit({ do: "merge", key: "b", values: { n: 2 } });
    expect(await commit({ do: "delete", key: "a", tag: a }, { do: "delete", key: "b", tag: b })).toBe("changed");
    expect(await keys()).toEqual(["a", "b"]);
    expect(await commit({ do: "delete", key: "a" }, { do: "delete", key: "b", tag: await tag("b") })).toBe("done");
    expect(await keys()).toEqual([]);
  });

  test("the first refused change of a transaction names the outcome", async () => {
    await commit({ do: "insert", key: "a", values: {} });
    expect(await commit({ do: "insert", key: "a", values: {} }, { do: "delete", key: "nobody" })).toBe("exists");
    expect(await commit({ do: "delete", key: "nobody" }, { do: "insert", key: "a", values: {} })).toBe("missing");
  });

  test("of 20 transactions at once that advance one row exactly one is done", async () => {
    await commit({ do: "insert", key: "due-1", values: {} });
    const old = await tag("due-1");
    const ends = await Promise.all(
      Array.from({ length: 20 }, (_, by) =>
        commit({ do: "delete", key: "due-1", tag: old }, { do: "insert", key: `due-2-${by}`, values: {} }),
      ),
    );
    expect(ends.filter((end) => end === "done")).toHaveLength(1);
    expect(await keys()).toEqual([`due-2-${ends.indexOf("done")}`]);
  });

  test("a hundred changes fit one transaction, no change is done at once, one more is refused", async () => {
    const inserts = (length: number): Change[] => Array.from({ length }, (_, n) => ({ do: "insert", key: `k${n}`, values: { n } }));
    expect(await commit()).toBe("done");
    expect(await commit(...inserts(100))).toBe("done");
    expect(await keys()).toHaveLength(100);
    await expect(commit(...inserts(101))).rejects.toThrow("at most 100");
  });

  test("a range has its first key and not its last, in ordinal order", async () => {
    const all = ["10", "9", "A", "a", "a|1", "a|1|x", "a|2", "b", "ä", "å", "€", "😀"];
    for (const key of [...all].reverse()) await commit({ do: "insert", key, values: {} });
    expect(await keys({ from: "!", to: "\uffff" })).toEqual([...all].sort());
    expect(await keys({ from: "a|", to: "a}" })).toEqual(["a|1", "a|1|x", "a|2"]);
    expect(await keys({ from: "a", to: "b" })).toEqual(["a", "a|1", "a|1|x", "a|2"]);
    expect(await keys({ from: "b", to: "a" })).toEqual([]);
    expect(await keys({ from: "a", to: "a" })).toEqual([]);
  });

  test("keys with quotes, percent signs, umlauts and what Teams puts into its ids are ordinary keys", async () => {
    for (const key of ["it's", "50%", "%41", "a+b", "Ålesund & Cø", "29:1bSnHZ7Js@thread.tacv2;messageid=1", "=", "a b", "日本"]) {
      expect(await commit({ do: "insert", key, values: { key } }), key).toBe("done");
      expect(await rows.get(here(), key), key).toMatchObject({ key, values: { key } });
      const old = await tag(key);
      expect(await commit({ do: "merge", key, values: { n: 1 } }, { do: "put", key: `${key}.`, values: {} }), key).toBe("done");
      expect(await commit({ do: "delete", key, tag: old }, { do: "delete", key: `${key}.` }), key).toBe("changed");
      expect(await keys({ from: key, to: `${key}.` }), key).toEqual([key]);
      expect(await commit({ do: "delete", key, tag: await tag(key) }, { do: "delete", key: `${key}.` }), key).toBe("done");
    }
  });

  test("a range of more than a thousand rows comes whole and in order, or as many as are asked for", async () => {
    const all = Array.from({ length: 2_050 }, (_, n) => `ø|${String(n).padStart(5, "0")}`);
    const shuffled = all.map((key, n) => [(n * 7_919) % all.length, key] as const).sort(([a], [b]) => a - b);
    for (let n = 0; n < shuffled.length; n += 100) {
      await commit(...shuffled.slice(n, n + 100).map(([order, key]): Change => ({ do: "insert", key, values: { order } })));
    }
    const range = { from: "ø|", to: "ø}" };
    expect(await keys(range)).toEqual(all);
    expect(await keys(range, 3)).toEqual(all.slice(0, 3));
    expect(await keys(range, 1_000)).toEqual(all.slice(0, 1_000));
    expect(await keys(range, 1_001)).toEqual(all.slice(0, 1_001));
    expect(await keys(range, 5_000)).toEqual(all);
    expect(await keys(range, 0)).toEqual([]);
    expect(await keys({ from: "ø|01990", to: "ø|02010" }, 1_500)).toEqual(all.slice(1_990, 2_010));
  });

  test("what no store takes is refused for good, without a word of what stands behind the kind of a key", async () => {
    const insert = (key: string, values = {}) => commit({ do: "insert", key, values });
    const refused = insert("voice|secret-person", { words: "half of 😀: \ud83d" });
    await expect(refused).rejects.toThrow(Unstorable);
    await expect(refused).rejects.toThrow(/The row "voice\|…" has half a character .* in words/);
    await expect(rows.get(here(), "member|secret?person")).rejects.toThrow(/^(?!.*secret)The key "member\|…"/);
    await expect(insert("a/b")).rejects.toThrow('The key "a/b"');
    await expect(rows.get(here(), "a#b")).rejects.toThrow('The key "a#b"');
    await expect(rows.get("a\nb", "a")).rejects.toThrow('The partition "a\\nb"');
    await expect(insert("a", { words: "x".repeat(32_769) })).rejects.toThrow("32769 characters in words");
    await expect(insert("a", { "no-dash": 1 })).rejects.toThrow('named "no-dash"');
    await expect(commit({ do: "put", key: "a", values: {} }, { do: "delete", key: "a" })).rejects.toThrow("twice");
    expect(await insert("a", { words: "x".repeat(32_768) })).toBe("done");
    expect(await keys()).toEqual(["a"]);
  });
});
