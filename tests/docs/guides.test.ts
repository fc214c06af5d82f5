import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCommand } from "../../src/domain/commands.ts";
import type { Language } from "../../src/domain/language.ts";
import { everyPhrase, wordsOf } from "../../src/language/index.ts";
import { wholeLanguages } from "../language/whole-languages.ts";

/* The guides for staff, leads and admins. On their pages *italics* are words on a card, and `code` is something to write to Gnist or to run. */

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "docs/guides");
const read = (page: string): string => readFileSync(join(folder, page), "utf8");

const staff = wholeLanguages.map((language) => ({ page: `staff.${language}.md`, language }));
const guides: readonly { readonly page: string; readonly language: Language; readonly words: number }[] = [
  ...staff.map((one) => ({ ...one, words: 560 })),
  { page: "lead.md", language: "en", words: 650 },
  { page: "admin.md", language: "en", words: 900 },
];

type Picture = { readonly alt: string; readonly to: string };
const picturesIn = (text: string): readonly Picture[] =>
  [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = "", to = ""]) => ({ alt, to }));
const withoutPictures = (text: string): string => text.replace(/!\[[^\]]*\]\([^)]+\)/g, "");
const linksIn = (text: string): readonly string[] => [...withoutPictures(text).matchAll(/\]\(([^)]+)\)/g)].map(([, to = ""]) => to);
/** Words that a reader reads, without the addresses of links. */
const wordsIn = (text: string): number =>
  withoutPictures(text)
    .replace(/\]\([^)]+\)/g, "]")
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word)).length;

const quotedIn = (text: string): readonly string[] =>
  [
    ...withoutPictures(text)
      .replaceAll("**", "")
      .matchAll(/(?<!\w)\*([^*\n]+)\*/g),
  ].map(([, words = ""]) => words);
const writtenIn = (text: string): readonly string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = ""]) => words);
/** Settings of the server, commands of a shell, addresses and files: nothing that people write to Gnist. */
const isForOperators = (written: string): boolean => /^(?:npm |[A-Z]\w*_\w+|Microsoft\w+)|\//.test(written);

/** The places in a language's words that hold exactly this text, such as `buttons.send`. */
const placesOf = (text: string, language: Language): readonly string[] => {
  const walk = (value: unknown, at: string): readonly string[] => {
    if (value === text) return [at];
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => walk(inner, `${at}.${key}`));
  };
  return walk(wordsOf(language), "");
};

/** Whether a card of this language shows the text as a button, a heading, a label or a tick box. */
const isOnCard = (text: string, language: Language): boolean => {
  const cards = readFileSync(join(root, `tests/cards/${language}.txt`), "utf8");
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`\\[${escaped}\\]|^(?:▸ )?(?:☐ |☑ |== )?${escaped}(?: \\*| ==)?$`, "m").test(cards);
};

const wrongQuotes = (text: string, language: Language): readonly string[] =>
  quotedIn(text).filter((words) => placesOf(words, language).length === 0 || !isOnCard(words, language));

const commandIn = (written: string, language: Language): string | undefined => {
  const mine = everyPhrase.filter((one) => one.language === language);
  const found = parseCommand(written, mine);
  // A pause until a moment is another command to its reader than one without an end.
  return found && JSON.stringify({ ...found, team: undefined });
};

const wrongWritten = (text: string, language: Language): readonly string[] =>
  writtenIn(text).filter((written) => !isForOperators(written) && commandIn(written, language) === undefined);

describe("the guides", () => {
  test("are these pages, and each is short", () => {
    for (const { page, words } of guides)
      expect([page, wordsIn(read(page))]).toEqual([page, expect.toSatisfy((n: number) => n > 200 && n <= words)]);
  });

  test("quote words that a card of their language shows", () => {
    for (const { page, language } of guides) {
      expect(wrongQuotes(read(page), language), page).toEqual([]);
      expect(quotedIn(read(page)).length, page).toBeGreaterThan(5);
    }
    expect(wrongQuotes("Press *Send* or *Skicka*.", "en")).toEqual(["Skicka"]);
  });

  test("say what to write in words that Gnist understands in their language", () => {
    for (const { page, language } of guides) expect(wrongWritten(read(page), language), page).toEqual([]);
    expect(wrongWritten("Write `pause 2 weeks` or `pausa 2 veckor`, and run `npm start`.", "en")).toEqual(["pausa 2 veckor"]);
  });

  test("for staff say the same in every language: headings, pictures, buttons and commands follow each other as in English", () => {
    const outline = (text: string) => [...text.matchAll(/^(#+ |- |!\[)/gm)].map(([, sign]) => sign);
    const english = read("staff.en.md");
    for (const { page, language } of staff) {
      expect(outline(read(page)), page).toEqual(outline(english));
      const pairs = quotedIn(read(page)).map((words, at) => ({ words, other: quotedIn(english)[at] ?? "" }));
      expect(pairs.length, page).toBe(quotedIn(english).length);
      const others = pairs.filter(({ words, other }) => {
        const places = new Set(placesOf(other, "en"));
        return !placesOf(words, language).some((place) => places.has(place));
      });
      expect(others, page).toEqual([]);
      expect(
        writtenIn(read(page)).map((written) => commandIn(written, language)),
        page,
      ).toEqual(writtenIn(english).map((written) => commandIn(written, "en")));
    }
  });

  test("lead to pages and headings that exist, and staff find each other language", () => {
    const anchors = (text: string) =>
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, "")
          .replaceAll(" ", "-"),
      );
    const others = ["operator.md", "azure.md", "../what-to-watch.md", "../operations.md", "../../README.md", "../../CHANGELOG.md"];
    for (const page of [...guides.map(({ page }) => page), ...others]) {
      const wrong = linksIn(read(page)).filter((to) => {
        if (/^https:/.test(to)) return false;
        const [path = "", anchor] = to.split("#");
        const file = path === "" ? join(folder, page) : resolve(folder, dirname(page), path);
        return !existsSync(file) || (anchor !== undefined && !anchors(readFileSync(file, "utf8")).includes(anchor));
      });
      expect(wrong, page).toEqual([]);
    }
    for (const { page } of staff)
      expect(
        linksIn(read(page))
          .slice(0, staff.length - 1)
          .sort(),
      ).toEqual(
        staff
          .map((one) => one.page)
          .filter((one) => one !== page)
          .sort(),
      );
  });

  test("show pictures that are small, and say in words what each of them shows", () => {
    const shown = guides.flatMap(({ page }) => picturesIn(read(page)).map((picture) => ({ page, ...picture })));
    for (const { page, alt, to } of shown) {
      const file = resolve(folder, to);
      expect(existsSync(file), `${page}: ${to}`).toBe(true);
      expect(readFileSync(file).length, `${page}: ${to}`).toBeLessThanOrEqual(60_000);
      expect(alt.length, `${page}: ${alt}`).toBeGreaterThan(60);
      expect(alt, page).toMatch(/\.$/);
      expect(alt, page).not.toMatch(/^(?:image|picture|screenshot|bild|bilde|billede|kuva)\b/i);
    }
    expect(new Set(shown.map(({ alt }) => alt)).size).toBe(shown.length);
    const taken = readdirSync(join(root, "docs/pictures"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".png"));
    const readme = picturesIn(readFileSync(join(root, "README.md"), "utf8")).map(({ to }) => resolve(root, to));
    const used = new Set([...shown.map(({ to }) => resolve(folder, to)), ...readme]);
    expect(taken.filter((name) => !used.has(join(root, "docs/pictures", name)))).toEqual([]);
    expect(dirname(resolve(folder, shown[0]?.to ?? ""))).toContain("docs/pictures");
  });
});
