import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

/* Each sentence for unions, data-protection officers and archivists names the test that shows it, or who answers for it, in English and in Swedish alike. */

const root = resolve(import.meta.dirname, "../..");
const gatekeepers = "docs/gatekeepers";
const markdownIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
const english = ["SECURITY.md", ...markdownIn(gatekeepers)];
const swedish = markdownIn(`${gatekeepers}/sv`);
const read = (page: string): string => readFileSync(join(root, page), "utf8");

type Link = { readonly text: string; readonly to: string; readonly title?: string };

const linksIn = (text: string): readonly Link[] =>
  [...text.matchAll(/\[([^\]]+)\]\(([^\s)]+)(?: "([^"]+)")?\)/g)].map(([, name = "", to = "", title]) => ({
    text: name,
    to,
    ...(title === undefined ? {} : { title }),
  }));

const isOutside = ({ to }: Link): boolean => /^https?:/.test(to);
/** A path from the root, without the anchor. */
const pathOf = (page: string, { to }: Link): string => relative(root, resolve(root, dirname(page), to.replace(/#.*$/, "")));
/** A file of tests, or one with tests that several files run. */
const isTest = (page: string, link: Link): boolean => /^tests\/.*\.ts$/.test(pathOf(page, link));

/** Names of tests and of groups of tests, as their file writes them. */
const testsIn = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/(?:\b(?:test|describe)(?:\.\w+)*|\))\(\s*"((?:[^"\\]|\\.)+)",/g)].map(
    ([, name = ""]) => name,
  );

const wrongLink = (page: string, link: Link): string | undefined => {
  if (isOutside(link)) return undefined;
  const path = pathOf(page, link);
  if (!existsSync(join(root, path))) return `${page} leads to ${path}, which does not exist`;
  if (!isTest(page, link)) return undefined;
  // A second test of one file has a number in place of the name.
  if (link.text !== `\`${basename(path).replace(/(?:\.test)?\.ts$/, "")}\`` && !/^`[2-9]`$/.test(link.text))
    return `${page} calls ${path} ${link.text}`;
  return link.title === undefined || testsIn(path).includes(link.title) ? undefined : `${page}: ${path} has no test "${link.title}"`;
};

/** Marks of sentences that no test can show, by who answers for them, and of places that the employer or the operator fills in. */
const answeredBy =
  /\(by the (?:operator|employer)\)|\(not shown by a test\)|\(ansvar: (?:driften|arbetsgivaren)\)|\(visas inte av något test\)|⟨[^⟩]+⟩/;

/** Paragraphs, entries of lists and rows of tables, without headings, heads of tables, drawings and the table of all data, which has a test of its own. */
const blocksIn = (document: string): readonly string[] =>
  document
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/^\| (?:kind \| content and purpose|slag \| innehåll och ändamål) \|[\s\S]*?\n\n/m, "")
    .replace(/^\|.*\n\|-.*$/gm, "")
    .split(/\n\s*\n|\n(?=\s*(?:[-*|]|\d+\.) )/)
    .map((block) => block.trim())
    .filter((block) => block !== "" && !block.startsWith("#"));

const isClaim = (block: string): boolean => /^(?:[-*|]|\d+\.) /.test(block) || /\bGnist/.test(block);

const unproven = (page: string, document: string): readonly string[] =>
  blocksIn(document).filter(
    (block) => isClaim(block) && !answeredBy.test(block) && !linksIn(block).some((link) => isOutside(link) || isTest(page, link)),
  );

/** The other page of a pair: the first link of a page leads to it. */
const otherOf = (page: string): string => {
  const [first] = linksIn(read(page));
  return first ? pathOf(page, first) : "";
};

/** Each heading's level, with the tests and the sources below it. */
const outlineOf = (page: string): readonly string[] =>
  read(page)
    .split(/^(?=#+ )/m)
    .map((part) => {
      const links = linksIn(part).flatMap((link) => {
        if (isOutside(link)) return [link.to];
        return isTest(page, link) ? [`${pathOf(page, link)} ${link.title ?? ""}`] : [];
      });
      return [/^#*/.exec(part)?.[0], ...[...new Set(links)].sort()].join("\n");
    });

/** Words that a reader reads, without the addresses of links and the marks of tables. */
const wordsIn = (text: string): number =>
  text
    .replace(/\(?\[`[^\]]+\]\([^)]+"\)(?:, )?\)?/g, "")
    .replace(/\]\([^)]+\)/g, "]")
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word)).length;

describe("the pages for unions, data-protection officers and archivists", () => {
  test("lead to tests that exist, by their names, and to pages that exist", () => {
    const found = [...english, ...swedish].flatMap((page) => linksIn(read(page)).map((link) => ({ page, link })));
    expect(found.filter(({ page, link }) => isTest(page, link)).length).toBeGreaterThan(100);
    expect(found.flatMap(({ page, link }) => wrongLink(page, link) ?? [])).toEqual([]);

    const to = "tests/store/register.test.ts";
    expect(wrongLink("SECURITY.md", { text: "`register`", to: "tests/store/gone.test.ts" })).toContain("does not exist");
    expect(wrongLink("SECURITY.md", { text: "`register`", to, title: "nothing is ever lost" })).toContain("no test");
  });

  test("say of each claim which test shows it, or who answers for it", () => {
    expect([...english, ...swedish].flatMap((page) => unproven(page, read(page)).map((claim) => `${page}: ${claim}`))).toEqual([]);
    expect(unproven("SECURITY.md", "# Claims\n\nGnist forgets nothing.\n\n- It is safe.\n- Ask IT (by the employer).\n")).toEqual([
      "Gnist forgets nothing.",
      "- It is safe.",
    ]);
  });

  test("are there in English and in Swedish, with equal headings, and with equal tests and sources below each", () => {
    expect(english.map(otherOf).sort()).toEqual([...swedish].sort());
    for (const page of english) {
      expect(otherOf(otherOf(page))).toBe(page);
      expect([page, outlineOf(otherOf(page))]).toEqual([page, outlineOf(page)]);
    }
  });

  test("are as short as their readers were promised: one page on threats, two for unions", () => {
    const wordsBefore = (page: string, heading: string) => wordsIn(read(page).split(heading)[0] ?? "");
    expect(wordsBefore("SECURITY.md", "## All data")).toBeLessThanOrEqual(600);
    expect(wordsBefore(`${gatekeepers}/sv/sakerhet.md`, "## Alla uppgifter")).toBeLessThanOrEqual(600);
    for (const page of [`${gatekeepers}/unions.md`, `${gatekeepers}/sv/fackliga-ombud.md`])
      expect(wordsIn(read(page))).toBeLessThanOrEqual(900);
  });
});
