import { describe, expect, test } from "vitest";
import { titleOf } from "../../src/domain/idea/idea.ts";
import { beginning, cut, fits, normalise, oneLine } from "../../src/domain/words.ts";

const family = "👨‍👩‍👧‍👦";
const scotland = "🏴󠁧󠁢󠁳󠁣󠁴󠁿";

/** Pieces that are hard on a text, some whole and some broken. */
const pieces = [
  ...'aåZ9 .,"\\<>&#',
  "e\u0301",
  "\u0301",
  "\u0301".repeat(20),
  "\u0344",
  "\u0958",
  "\u212B",
  "😀",
  "👍🏽",
  family,
  "🇸🇪",
  "🇳",
  scotland,
  "🏴\u{E0067}",
  "❤️",
  "1️⃣",
  "\uD83D",
  "\uDE00",
  "\u200D",
  "\u200C",
  "\uFE0F",
  "می‌خواهم",
  "שלום",
  "क्‌ष",
  "\u202E",
  "\u2066",
  "\u200B",
  "\uFEFF",
  "\u00AD",
  "\u3164",
  "\u2028",
  "\u2029",
  "\u0085",
  "\r\n",
  "\r",
  "\n",
  "\v",
  "\f",
  "\t",
  "\u0000",
  "\u001B",
  "\u00A0",
  "\u3000",
  "각",
  "\u1100\u1161",
];

/** Texts of random pieces, from a seed. */
const texts = (count: number, seed: number): readonly string[] => {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () => Array.from({ length: next(40) }, () => pieces[next(pieces.length)] ?? "").join(""));
};

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const characters = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

describe("A text that is normalised", () => {
  test.each([
    ["first line\vsecond line\rthird line", "first line\nsecond line\nthird line"],
    ["a\u2028b\u2029c\u0085d\fe\r\nf", "a\nb\nc\nd\ne\nf"],
    ["\n\n  one \t two\u00A0\u3000three  \n  four \n\n", "one two three\nfour"],
    ["in\u00ADvi\u200Bsi\u2060ble\uFEFF \u202Eturned\u202C \u2066round\u2069 \u0000\u001B", "invisible turned round"],
    ["half \uD83D of \uDE00 one", "half \uFFFD of \uFFFD one"],
    [`${family} ❤️ 👍🏽 🇸🇪 ${scotland} 1️⃣`, `${family} ❤️ 👍🏽 🇸🇪 ${scotland} 1️⃣`],
    ["hidden\u{E0068}\u{E0065}\u{E0079}", "hidden"],
    ["می‌خواهم Sa‌ra", "می‌خواهم Sara"],
    ["A\u030Angstro\u0308m", "Ångström"],
    [`z${"\u0334".repeat(500)}o`, `z${"\u0334".repeat(8)}o`],
    ["\u200D \uFE0F\u200B\u3164\u0301", ""],
  ])("%j becomes %j", (text, words) => {
    expect(normalise(text)).toBe(words);
  });

  test("is well-formed, has no line end but \\n and no control, and stays as it is when it is normalised again", () => {
    for (const text of texts(4_000, 7)) {
      const words = normalise(text);
      expect(normalise(words), JSON.stringify(text)).toBe(words);
      expect(words.isWellFormed()).toBe(true);
      expect(words, JSON.stringify(text)).not.toMatch(
        /(?!\n)\p{Cc}|[\p{Zl}\p{Zp}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u,
      );
      expect(words).toBe(words.trim());
      expect(oneLine(oneLine(text))).toBe(oneLine(text));
      expect(oneLine(text)).not.toContain("\n");
    }
  });
});

describe("A text that is cut", () => {
  test("never ends in the middle of a character, and is as long as it may be", () => {
    for (const [at, text] of texts(1_500, 11).map(normalise).entries()) {
      const longest = at % 60;
      const all = characters(text);
      const begun = beginning(text, longest);
      const kept = characters(begun);
      expect(kept, JSON.stringify(text)).toEqual(all.slice(0, kept.length));
      expect(kept.length).toBeLessThanOrEqual(Math.max(longest, 0));
      expect(fits(begun, longest)).toBe(true);
      expect(fits(text, longest)).toBe(begun === text);
      const roomy = JSON.stringify(all.slice(0, longest).join("")).length - 2 <= 2 * longest;
      if (roomy) expect(kept.length, JSON.stringify(text)).toBe(Math.min(longest, all.length));
      const short = cut(text, longest + 1);
      if (short === text) continue;
      expect(short.endsWith("…")).toBe(true);
      expect(text.startsWith(short.slice(0, -1)), JSON.stringify(text)).toBe(true);
      expect(characters(short.slice(0, -1))).toEqual(all.slice(0, characters(short.slice(0, -1)).length));
    }
  });

  test("is counted as people see it: an emoji of two units or a letter with its mark is one character", () => {
    expect(fits("😀".repeat(2_000), 2_000)).toBe(true);
    expect(fits("😀".repeat(2_001), 2_000)).toBe(false);
    expect(beginning("q\u0301".repeat(50), 20)).toBe("q\u0301".repeat(20));
  });

  test("of nothing but families is held to twice the units, so that a card can carry it", () => {
    expect(beginning(family.repeat(100), 110)).toBe(family.repeat(20));
    expect(fits(family.repeat(100), 100)).toBe(false);
  });

  test("ends at a word where it can", () => {
    expect(cut("The printer on the second floor is slow", 30)).toBe("The printer on the second…");
    expect(cut("Skrivaren", 9)).toBe("Skrivaren");
    expect(cut("Skrivarna", 8)).toBe("Skrivar…");
  });

  test("as an idea's title keeps a family at its end whole", () => {
    const friction = `${"x".repeat(118)}${family}${family}`;
    expect(titleOf({ friction })).toBe(friction);
    expect(titleOf({ friction: `${friction}yz` })).toBe(`${"x".repeat(118)}${family}…`);
  });
});
