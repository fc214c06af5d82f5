import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { wordsOf } from "../../src/language/index.ts";
import { rowKinds } from "../../src/store/kinds.ts";
import type { RowKind } from "../../src/store/record.ts";
import { lifetimes, readers, register } from "../../src/store/register.ts";

/* The templates of the pages that Teams links for privacy and terms, which an operator puts on a server of their own. */

const folder = join(import.meta.dirname, "../../manifest/pages");
const tongues = ["en", "sv"] as const;
const names = ["privacy", "terms"] as const;
const page = (name: string, tongue: string) => readFileSync(join(folder, `${name}.${tongue}.html`), "utf8");
const all = names.flatMap((name) => tongues.map((tongue) => ({ name, tongue, html: page(name, tongue) })));

const outlineOf = (html: string) => [...html.matchAll(/<(h\d|li|p|br)\b/g)].map(([, tag = ""]) => tag);
const headingsOf = (html: string) => [...html.matchAll(/<h\d>([^<]+)<\/h\d>/g)].map(([, text = ""]) => text);
const placeholdersOf = (text: string) => [...new Set([...text.matchAll(/⟨([^⟩]+)⟩/g)].map(([, name = ""]) => name))].sort();

type Row = { readonly kinds: readonly string[]; readonly long: string; readonly seen: string };
const rowsOf = (html: string): readonly Row[] =>
  [...html.matchAll(/<li data-kinds="([^"]+)">[^<]+<br>[^<:]+: <span>([^<]+)<\/span>\.<br>[^<:]+: <span>([^<]+)<\/span>\.<\/li>/g)].map(
    ([, kinds = "", long = "", seen = ""]) => ({ kinds: kinds.split(" "), long, seen }),
  );

const kinds: ReadonlyMap<string, RowKind> = new Map(Object.entries(rowKinds));
const namesPeople = (kind: RowKind) => kind.partition.endsWith("PERSON") || kind.names.length > 0;

/** Sentences about a list that says otherwise than the register. */
const untrue = (html: string, tongue: (typeof tongues)[number]): readonly string[] => {
  const rows = rowsOf(html);
  const said = rows.flatMap((row) => row.kinds);
  return [
    ...said.filter((name) => !kinds.has(name)).map((name) => `${name} is no kind of row`),
    ...[...kinds].filter(([name, kind]) => namesPeople(kind) && !said.includes(name)).map(([name]) => `${name} is missing`),
    ...rows.flatMap((row) => {
      const known = row.kinds.flatMap((name) => {
        const kind = kinds.get(name);
        return kind ? [{ name, kind }] : [];
      });
      const readBy = new Set(known.flatMap(({ name }) => register[name as keyof typeof register].seenBy).filter((one) => one !== "nobody"));
      const wanted = [...readBy].map((one) => readers[one][tongue]);
      return [
        ...known.filter(({ kind }) => !row.long.includes(lifetimes[kind.lives][tongue])).map(({ name }) => `${name} lives otherwise`),
        ...wanted.filter((one) => !row.seen.includes(one)).map((one) => `${row.kinds.join(" ")}: ${one} is not said`),
        ...[wanted.reduce((rest, one) => rest.replace(one, ""), row.seen)].filter((rest) => /\p{L}/u.test(rest)),
      ];
    }),
  ];
};

/** The contrast of two colours, as WCAG 2.2 defines it. */
const contrast = (one: string, other: string): number => {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [more = 0, less = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return (more + 0.05) / (less + 0.05);
};

describe("the pages for privacy and terms", () => {
  test("are there in both languages, built alike, and lead to each other", () => {
    expect(readdirSync(folder).sort()).toEqual(["README.md", ...all.map(({ name, tongue }) => `${name}.${tongue}.html`)].sort());
    for (const name of names) {
      expect(outlineOf(page(name, "sv"))).toEqual(outlineOf(page(name, "en")));
      expect(headingsOf(page(name, "en")).length).toBeGreaterThan(3);
      expect(page(name, "en")).toContain(`href="${name}.sv.html"`);
      expect(page(name, "sv")).toContain(`href="${name}.en.html"`);
    }
  });

  test("have a placeholder for all that Gnist cannot know, each explained", () => {
    const explained = readFileSync(join(folder, "README.md"), "utf8");
    const columns = explained
      .split("\n")
      .filter((line) => line.startsWith("| ⟨"))
      .map((line) =>
        line
          .split("|")
          .slice(1, 4)
          .map((cell) => cell.trim()),
      );
    expect(columns.every(([, , means = ""]) => means.length > 10)).toBe(true);
    for (const [at, tongue] of tongues.entries()) {
      const used = placeholdersOf(names.map((name) => page(name, tongue)).join());
      expect(used).toEqual(columns.map((cells) => placeholdersOf(cells[at] ?? "")[0]).sort());
    }
  });

  test("are asked for, with the page before them, at each address of GNIST_HOME that the manifest names", () => {
    const manifest = readFileSync(join(folder, "../manifest.json"), "utf8");
    const linked = [...manifest.matchAll(/\$\{(GNIST_HOME)\}([^"]*)"/g)].map(([, home, path]) => `\`${home}${path}\``);
    expect(linked).toHaveLength(3);
    for (const guide of ["README.md", "../../docs/guides/admin.md"]) {
      const text = readFileSync(join(folder, guide), "utf8");
      expect(
        linked.filter((address) => !text.includes(address)),
        guide,
      ).toEqual([]);
    }
  });

  test("say of each kind of row that leads to a person how long it is kept and who sees it, as the register does, and name no other", () => {
    for (const tongue of tongues) expect(untrue(page("privacy", tongue), tongue), tongue).toEqual([]);
    const english = page("privacy", "en");
    expect(untrue(english.replace('data-kinds="mine"', 'data-kinds="mine mood"'), "en")).toEqual(["mood is no kind of row"]);
    expect(untrue(english.replace('data-kinds="idea ended"', 'data-kinds="idea"'), "en")).toEqual(["ended is missing"]);
    expect(untrue(english.replace("<span>until it is shown</span>", "<span>an hour</span>"), "en")).toEqual(["waiting lives otherwise"]);
    expect(
      untrue(
        english.replace(
          "<span>with the idea</span>.<br>Seen by: <span>the person</span>",
          "<span>with the idea</span>.<br>Seen by: <span>admins</span>",
        ),
        "en",
      ),
    ).toEqual(["mine: the person is not said", "admins"]);
  });

  test("say of the setting that goes before the months, and of withdrawn words, what a team's own form says", () => {
    for (const tongue of tongues) expect(page("privacy", tongue)).toContain(`<em>${wordsOf(tongue).settings.keepUntilExported}</em>`);
  });

  test("give the promise on names in the words of Who sees this, with the search that no promise of Gnist can prevent", () => {
    for (const tongue of tongues) expect(page("terms", tongue)).toContain(`<li>${wordsOf(tongue).whoSees.promise}</li>`);
  });

  test("say what the store asks of a privacy policy: storage, retention, deletion, protection and a contact, and link no shop", () => {
    for (const word of ["The server and the store are in", "How long", "delete my data", "How it is protected", "⟨contact⟩"])
      expect(page("privacy", "en")).toContain(word);
    for (const { html } of all) expect(html).not.toMatch(/AppSource|price|pris\b/);
  });

  test("are for everybody: language, headings in order, contrast, width of a phone, no script, nothing from elsewhere", () => {
    for (const { tongue, html } of all) {
      expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${tongue}">`));
      expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
      expect(/<title>([^<]+)<\/title>/.exec(html)?.[1]).toBe(headingsOf(html)[0]);
      expect(outlineOf(html).filter((tag) => tag === "h1")).toHaveLength(1);
      expect(outlineOf(html).filter((tag) => /^h[3-6]$/.test(tag))).toEqual([]);
      expect(html).not.toMatch(/<(?:script|link|img|iframe|form)\b|\son\w+=|url\(|@import|https?:/i);
      const [text = "", background = ""] = [/[{;] color: (#\w{6})/.exec(html)?.[1], /background: (#\w{6})/.exec(html)?.[1]];
      const link = /a \{ color: (#\w{6})/.exec(html)?.[1] ?? "";
      expect(contrast(text, background)).toBeGreaterThan(7);
      expect(contrast(link, background)).toBeGreaterThan(7);
      // A table would be wider than a phone.
      expect(html).not.toMatch(/<table|[^-]width: \d/);
      // Every part that is opened is closed, so that a reader for the blind hears the page in order.
      for (const tag of ["main", "h1", "h2", "p", "ul", "li", "span", "em", "code", "a"])
        expect(html.match(new RegExp(`<${tag}[ >]`, "g"))?.length ?? 0, tag).toBe(html.match(new RegExp(`</${tag}>`, "g"))?.length ?? 0);
    }
  });
});
