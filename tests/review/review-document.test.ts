import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { reviewDocument } from "../../src/documents/review-document.ts";
import type { IdeaView } from "../../src/domain/idea/view.ts";
import { languageFacts, languages } from "../../src/domain/language.ts";
import { agendaOf } from "../../src/domain/review/agenda.ts";
import type { ReviewView } from "../../src/domain/review/review.ts";
import { wordsOf } from "../../src/language/index.ts";

const idea = (number: number, more: Partial<IdeaView> = {}): IdeaView => ({
  id: `idea-${number}`.padEnd(22, "-"),
  number,
  title: `Idea ${number}`,
  voices: number,
  stage: "new",
  ageDays: 21,
  ownerAsked: false,
  ...more,
});

const owned = idea(3, { stage: "testing", owner: { name: "Sara Lind", due: "2026-12-18", isPast: true } });

const review: ReviewView = {
  team: { id: "team1234", name: "North clinic", zone: "Europe/Stockholm" },
  month: "2026-11",
  worked: [idea(1, { stage: "adopted", result: "No queue\nany more", minutes: 30, people: 12 })],
  moreWorked: 0,
  improve: [idea(2), owned],
  moreImprove: 4,
  problems: [
    { why: "late", idea: owned },
    { why: "waits", idea: idea(2) },
  ],
  actions: [owned, idea(4, { stage: "planned", owner: { name: "" } })],
  moreActions: 0,
  learned: [idea(5, { stage: "stopped", lesson: "A note works better" })],
};

const partsOf = async (view: ReviewView = review, language: (typeof languages)[number] = "en") => {
  const agenda = agendaOf(view, { minutes: 30, served: [], open: view.improve, leader: "Omar Haddad", example: undefined });
  const files = unzipSync(await reviewDocument(view, agenda, language));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
};

/** The paragraphs of a style, as people read them. */
const styled = (xml: string, style: string): readonly string[] =>
  [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)]
    .map(([one]) => one)
    .filter((one) => one.includes(`<w:pStyle w:val="${style}"/>`))
    .map((one) => [...one.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""));

describe("the Word document of a review", () => {
  test("has headings of two levels, which a reader can jump to", async () => {
    const { "word/document.xml": xml = "", "word/styles.xml": styles = "" } = await partsOf();
    const words = wordsOf("en");
    expect(styled(xml, "Heading1")).toEqual(["Review of November 2026", "Agenda: November 2026"]);
    const { worked, improve, problems, actions, learned } = words.review;
    expect(styled(xml, "Heading2").slice(0, 5)).toEqual([worked, improve, problems, actions, learned]);
    expect(
      styled(xml, "Heading2")
        .slice(5)
        .map((text) => text.split(" · ")[0]),
    ).toEqual([
      words.agenda.points["check-in"],
      words.agenda.points.served,
      words.agenda.points.hard,
      words.agenda.points.hard,
      words.agenda.points.actions,
      words.agenda.points.example,
      words.agenda.points["check-out"],
    ]);
    for (const level of [0, 1]) expect(styles).toContain(`<w:outlineLvl w:val="${level}"/>`);
  });

  test("has its actions in a table with a marked head row: what, who and by when", async () => {
    const { "word/document.xml": xml = "" } = await partsOf();
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    expect(rows.map((row) => row.includes("<w:tblHeader/>"))).toEqual([true, false, false]);
    const cells = rows.map((row) => [...row.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text));
    expect(cells).toEqual([
      ["What", "Who", "By when"],
      ["#3 Idea 3", "Sara Lind", "Fri 18 Dec"],
      ["#4 Idea 4", "a colleague", "no date"],
    ]);
  });

  test.each(languages)("is marked as the language in which it is written: %s", async (language) => {
    const {
      "word/document.xml": xml = "",
      "word/styles.xml": styles = "",
      "docProps/core.xml": core = "",
    } = await partsOf(review, language);
    const words = wordsOf(language);
    expect(styles).toContain(`<w:lang w:val="${languageFacts[language].locale}"/>`);
    expect(styled(xml, "Heading1")[0]).toBe(words.review.heading(words.format.month("2026-11")));
    expect(core).toContain(`<dc:title>${words.review.summary("North clinic", words.format.month("2026-11"))}</dc:title>`);
  });

  test("names nobody as its author, and leaves out who wrote an idea unless they show their name", async () => {
    const parts = await partsOf();
    const { "docProps/core.xml": core = "" } = parts;
    expect(core).toContain("<dc:creator>Gnist</dc:creator>");
    expect(core).toContain("<cp:lastModifiedBy>Gnist</cp:lastModifiedBy>");
    for (const [name, xml] of Object.entries(parts)) if (name !== "word/document.xml") expect(xml, name).not.toMatch(/Sara|Omar/);
    const named = { ...review, improve: [idea(2, { authorName: "Pia Holm" })] };
    expect((await partsOf(named))["word/document.xml"]).toContain("from Pia Holm");
  });

  test("holds hostile texts as letters: no markup, no field, no turned direction and no character that XML refuses", async () => {
    const hostile =
      'a</w:t><w:r>&amp;"\' \u202Eback\u2066\u200F{ HYPERLINK "https://bad.example" } <!DOCTYPE x> \u0000\u0007\uFFFE\uD800 =cmd|1 ]]>';
    const view: ReviewView = {
      ...review,
      team: { ...review.team, name: hostile },
      words: `${hostile}\n${hostile}`,
      actions: [idea(3, { title: hostile, owner: { name: hostile } })],
      learned: [idea(5, { stage: "stopped", lesson: hostile })],
    };
    const parts = await partsOf(view);
    for (const [name, xml] of Object.entries(parts)) {
      expect(xml, name).not.toMatch(/(?![\n\r\t])[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u);
      expect(xml, name).not.toMatch(/<w:instrText|<w:hyperlink|<!DOCTYPE|<w:fldSimple/);
      expect(xml.toWellFormed(), name).toBe(xml);
    }
    const { "word/document.xml": xml = "", "word/_rels/document.xml.rels": links = "" } = parts;
    expect(xml).toContain("a&lt;/w:t&gt;&lt;w:r&gt;&amp;amp;");
    expect(links).not.toContain("bad.example");
    // Each element that is opened is closed: a text that broke out would leave one over.
    expect((xml.match(/<w:r>/g) ?? []).length).toBe((xml.match(/<\/w:r>/g) ?? []).length);
  });

  test("leaves out parts that have nothing to say", async () => {
    const empty: ReviewView = { ...review, worked: [], improve: [], moreImprove: 0, problems: [], actions: [], learned: [] };
    const { "word/document.xml": xml = "" } = await partsOf(empty);
    expect(styled(xml, "Heading2").map((text) => text.split(" · ")[0])).toEqual(["Check-in", "Voices of those we serve", "Check-out"]);
    expect(xml).not.toContain("<w:tbl>");
  });
});
