/*
 * Text from outside is normalised once, where it enters: messages and names in teams/, forms in cards/. Behind that a text is well-formed, its only line
 * end is \n, and nothing in it is invisible but what letters and emoji need.
 * Characters are counted and cut as people see them (grapheme clusters, https://unicode.org/reports/tr29/): a flag or a family is one.
 */

const lineEnds = /\r\n|[\v\f\r\u0085\u2028\u2029]/g;

/** Scripts that are written with the zero-width non-joiner: Persian without it is misspelt. */
const joining =
  "\\p{Script_Extensions=Arabic}\\p{Script=Bengali}\\p{Script=Devanagari}\\p{Script=Gujarati}\\p{Script=Kannada}" +
  "\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Telugu}";
/** A black flag with the tag characters that make it the flag of England, Scotland or Wales. */
const regionFlag = "\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}";
/** Control, format and other invisible characters, except tab, line end, zero-width joiner and variation selectors. `$1` matches what stays. */
const invisible = new RegExp(
  `(${regionFlag}|(?<=[${joining}])\\u200C(?=[${joining}]))` +
    `|(?![\\t\\n\\u180B-\\u180D\\u180F\\u200D\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}])[\\p{Cc}\\p{Cf}\\p{DI}]`,
  "gu",
);

/** More than 8 marks on one letter: no language needs them, and stacks of dozens cover other people's lines. */
const heapedMarks = /(\p{M}{8})\p{M}+/gu;

/** Something that can be seen. */
const visible = /[^\s\p{M}\u200C\u200D]/u;

/** Most texts, which need no normalising: letters of the Latin alphabet with single spaces and line ends between them. */
const normal = /^(?:[\x21-\x7E\xA1-\xAC\xAE-\u02FF\u2010-\u2027]+[ \n])*[\x21-\x7E\xA1-\xAC\xAE-\u02FF\u2010-\u2027]+$/;

/** The form in which Gnist keeps a text, which may have several lines; empty where nothing of it is visible. Idempotent. */
export const normalise = (text: string): string => {
  if (normal.test(text)) return text;
  const words = text
    .toWellFormed()
    .replace(lineEnds, "\n")
    .replace(invisible, "$1")
    .normalize("NFC")
    .replace(heapedMarks, "$1")
    .replace(/[\t\p{Zs}]+/gu, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
  return visible.test(words) ? words : "";
};

/** A text that belongs on one line: a name, a title, a date. */
export const oneLine = (text: string): string => normalise(text).replace(/\n+/g, " ");

/** Full-width digits, letters and signs, as keyboards for Chinese and Japanese write them, in half width. The text keeps its length. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Characters that are one UTF-16 unit each and join no other. Segmenting costs about 1 µs a character, and few texts need it. */
const single = /^[\n\x20-\x7E\xA0-\u02FF\u2010-\u2027]*$/;

/**
 * The beginning of a text: at most `longest` whole characters, and at most twice as many UTF-16 units as JSON writes them, because cards and rows count those.
 * The second limit shortens only a text of little but flags, families or heaped marks.
 */
export const beginning = (text: string, longest: number): string => {
  if (text.length <= longest) return text;
  // The test includes one character more, which might combine with the last one.
  if (single.test(text.slice(0, longest + 1))) return text.slice(0, longest);
  let characters = 0;
  let units = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    characters += 1;
    units += segment === '"' || segment === "\\" || segment === "\n" ? 2 : segment.length;
    if (characters > longest || units > 2 * longest) return text.slice(0, index);
  }
  return text;
};

/** Is a text no longer than people are told it may be? */
export const fits = (text: string, longest: number): boolean =>
  text.length <= longest || (text.length <= 2 * longest && beginning(text, longest).length === text.length);

/** Entra's own limit; nobody can store or show a name without an end. */
const longestName = 256;

/** A name of somebody or something in Teams, on one line. */
export const nameIn = (text: string | null | undefined): string => beginning(oneLine(text ?? ""), longestName);

/** A text cut at a word where one ends in its second half, for places that have little room; `longest` counts the ellipsis. */
export const cut = (text: string, longest: number): string => {
  if (fits(text, longest)) return text;
  const short = beginning(text, longest - 1);
  const space = short.lastIndexOf(" ");
  return `${(space > longest / 2 ? short.slice(0, space) : short).trimEnd()}…`;
};

/** One word alone is too little for an idea. */
export const isSeveralWords = (text: string): boolean => /\s/.test(text);
