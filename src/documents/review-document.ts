import {
  AlignmentType,
  Document,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { isFinished } from "../domain/idea/idea.ts";
import type { IdeaView } from "../domain/idea/view.ts";
import { type Language, languageFacts } from "../domain/language.ts";
import type { AgendaPoint, AgendaView } from "../domain/review/agenda.ts";
import type { ReviewView } from "../domain/review/review.ts";
import { type Words, wordsOf } from "../language/index.ts";
import { cleanText } from "./text.ts";

type Block = ISectionOptions["children"][number];
type Look = { readonly bold?: boolean; readonly isQuiet?: boolean };

const quietColor = "595959";

/** Runs of one text, whose line ends break the line. */
const runsOf = (text: string, { bold = false, isQuiet = false }: Look = {}): TextRun[] =>
  cleanText(text)
    .split("\n")
    .map((line, at) => new TextRun({ text: line, bold, ...(isQuiet ? { color: quietColor } : {}), ...(at > 0 ? { break: 1 } : {}) }));

const paragraph = (text: string, look?: Look): Paragraph => new Paragraph({ children: runsOf(text, look) });

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({ heading: level, keepNext: true, children: runsOf(text) });

const item = (...parts: readonly (readonly TextRun[])[]): Paragraph => new Paragraph({ bullet: { level: 0 }, children: parts.flat() });

const nameOf = ({ number, title }: Pick<IdeaView, "number" | "title">): string => (number === undefined ? title : `#${number} ${title}`);

/** A title in bold, and more below it in the same item. */
const titledItem = (idea: Pick<IdeaView, "number" | "title">, more: readonly (string | undefined)[]): Paragraph => {
  const lines = more.filter((one) => one !== undefined && one !== "");
  return item(runsOf(nameOf(idea), { bold: true }), lines.length > 0 ? runsOf(`\n${lines.join("\n")}`) : []);
};

const titledPart = (title: string, blocks: readonly Block[], more = 0, words?: Words): readonly Block[] =>
  blocks.length === 0
    ? []
    : [
        heading(title, HeadingLevel.HEADING_2),
        ...blocks,
        ...(more > 0 && words ? [paragraph(words.andMore(more), { isQuiet: true })] : []),
      ];

const voicesOf = ({ voices, authorName }: IdeaView, words: Words): string =>
  [words.voices(voices), ...(authorName ? [words.from(authorName)] : [])].join(" · ");

const worked = (idea: IdeaView, words: Words): Block => {
  if (!isFinished(idea)) return titledItem(idea, [voicesOf(idea, words)]);
  const effect = [words.finish.effect(idea.minutes, idea.people), idea.owner?.name].filter(Boolean).join(" · ");
  return titledItem(idea, [idea.result, effect]);
};

const problem = ({ why, idea }: ReviewView["problems"][number], words: Words): Block => {
  const own = words.review.why;
  const { owner, passed, ageDays = 0 } = idea;
  const said =
    why &&
    {
      stopped: own.stopped,
      late: owner?.due && own.late(words.format.date(owner.due, owner.otherYear)),
      "answer-late": passed?.answerBy && own["answer-late"](words.format.date(passed.answerBy, passed.otherYear)),
      waits: own.waits(ageDays),
    }[why];
  return titledItem(idea, [said]);
};

/** Widths of the columns of actions, in twentieths of a point. */
const columnWidths = [4800, 2300, 1900];

const rowOf = (texts: readonly string[], isHead = false): TableRow =>
  new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: texts.map(
      (text, at) =>
        new TableCell({
          width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
          children: [new Paragraph({ alignment: AlignmentType.START, children: runsOf(text, { bold: isHead }) })],
        }),
    ),
  });

/** The actions as a table, whose first row is its head. */
const actionsTable = (actions: readonly IdeaView[], words: Words): Table => {
  const { columns, noDate } = words.review;
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    rows: [
      rowOf([columns.what, columns.who, columns.when], true),
      ...actions.map((idea) => {
        const { name = "", due, otherYear } = idea.owner ?? {};
        return rowOf([nameOf(idea), name || words.colleague, due === undefined ? noDate : words.format.date(due, otherYear)]);
      }),
    ],
  });
};

const measures = ({ sum }: ReviewView, words: Words): readonly Block[] => {
  if (!sum) return [];
  const line = [words.numbers.line(sum.ideas, sum.adopted, sum.stopped), ...(sum.minutes > 0 ? [words.numbers.saves(sum.minutes)] : [])];
  return [paragraph(words.review.rounds(line.join(" · ")), { isQuiet: true })];
};

const reviewBlocks = (review: ReviewView, words: Words): readonly Block[] => {
  const own = words.review;
  return [
    heading(own.heading(words.format.month(review.month)), HeadingLevel.HEADING_1),
    ...(review.team.name ? [paragraph(review.team.name, { isQuiet: true })] : []),
    ...measures(review, words),
    ...(review.words ? [paragraph(review.words)] : []),
    ...titledPart(
      own.worked,
      review.worked.map((idea) => worked(idea, words)),
      review.moreWorked,
      words,
    ),
    ...titledPart(
      own.improve,
      review.improve.map((idea) => titledItem(idea, [voicesOf(idea, words)])),
      review.moreImprove,
      words,
    ),
    ...titledPart(
      own.problems,
      review.problems.map((one) => problem(one, words)),
    ),
    ...titledPart(own.actions, review.actions.length > 0 ? [actionsTable(review.actions, words)] : [], review.moreActions, words),
    ...titledPart(
      own.learned,
      review.learned.map((idea) => item(runsOf(idea.lesson ?? ""), runsOf(`\n${nameOf(idea)}`, { isQuiet: true }))),
    ),
  ];
};

const pointBlocks = (point: AgendaPoint, { question }: AgendaView, words: Words): readonly Block[] => {
  const own = words.agenda;
  switch (point.what) {
    case "check-in":
      return [paragraph(own.checkIn[question] ?? "")];
    case "check-out":
      return [paragraph(own.checkOut[question] ?? "")];
    case "served":
      return [...point.ideas.map((idea) => titledItem(idea, [])), paragraph(own.servedAsk)];
    case "hard":
      return [titledItem(point.idea, [point.idea.owner?.name]), paragraph(own.hardAsk)];
    case "actions":
      return [paragraph(own.actionsAsk(point.count))];
    case "worked":
      return [...point.ideas.map((idea) => titledItem(idea, [])), paragraph(own.workedAsk)];
    case "example":
      return [
        titledItem({ title: point.example.title }, [point.example.result]),
        paragraph(point.example.isOther ? own.other : own.own, { isQuiet: true }),
      ];
  }
};

const agendaBlocks = (agenda: AgendaView, words: Words): readonly Block[] => {
  const own = words.agenda;
  return [
    heading(own.heading(words.format.month(agenda.month)), HeadingLevel.HEADING_1),
    paragraph(words.review.buttons.minutes(agenda.minutes), { isQuiet: true }),
    ...(agenda.leader === undefined ? [] : [paragraph(own.leads(agenda.leader))]),
    ...agenda.points.flatMap((point) => [
      heading(`${own.points[point.what]} · ${own.minutes(point.minutes)}`, HeadingLevel.HEADING_2),
      ...pointBlocks(point, agenda, words),
    ]),
    ...(agenda.points.some(({ what }) => what === "hard") ? [paragraph(own.rule, { isQuiet: true })] : []),
  ];
};

const headingStyle = (size: number, outlineLevel: number) => ({
  run: { size, bold: true, color: "1F3864" },
  paragraph: { outlineLevel, spacing: { before: 280, after: 100 } },
});

/**
 * A review and its agenda as a Word document in one language: with headings, a table with a head row, and the language set, so that it can be read aloud. It names
 * nobody as its author.
 */
export const reviewDocument = async (review: ReviewView, agenda: AgendaView, language: Language): Promise<Uint8Array> => {
  const words = wordsOf(language);
  const title = words.review.summary(review.team.name || words.theTeam, words.format.month(review.month));
  const document = new Document({
    title: cleanText(title),
    creator: "Gnist",
    lastModifiedBy: "Gnist",
    styles: {
      default: {
        document: {
          run: { font: "Calibri", size: 22, language: { value: languageFacts[language].locale } },
          paragraph: { spacing: { after: 100 } },
        },
        heading1: headingStyle(36, 0),
        heading2: headingStyle(26, 1),
      },
    },
    sections: [{ children: [...reviewBlocks(review, words), ...agendaBlocks(agenda, words)] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
