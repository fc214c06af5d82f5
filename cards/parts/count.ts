import type { ILineChart } from "@microsoft/teams.cards";
import { type Counting, type CountView, longestCounts } from "../../src/domain/idea/count.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { box, type Element } from "./card.ts";
import { harmless, line, small } from "./text.ts";

/** "7 6 8 │ 3 2 2": the numbers before the test, and those since then. */
const rowOf = ({ before, since }: CountView, words: Words): string =>
  [before, since]
    .filter(({ length }) => length > 0)
    .map((numbers) => numbers.map(({ value }) => words.format.decimal(value)).join(" "))
    .join(" │ ");

const mediansOf = ({ medianBefore, medianSince }: CountView, words: Words): string => {
  const [before, since] = [medianBefore, medianSince].map((median) => (median === undefined ? undefined : words.format.decimal(median)));
  return words.count.medians(before, since);
};

/**
 * A line chart of the numbers, in two parts. Clients that do not know charts leave it out: the row of numbers says as much.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
 */
const chartOf = ({ label, before, since }: CountView, words: Words): ILineChart => ({
  type: "Chart.Line",
  title: harmless(label),
  data: [
    { legend: words.count.before, numbers: before, color: "categoricalBlue" } as const,
    { legend: words.count.since, numbers: since, color: "categoricalGreen" } as const,
  ]
    .filter(({ numbers }) => numbers.length > 0)
    .map(({ legend, numbers, color }) => ({ legend, color, values: numbers.map(({ date, value }) => ({ x: date, y: value })) })),
  fallback: "drop",
});

/** The count of an idea, on a card for owner and leads. Without a count there is no box. */
export const countBox = ({ count }: Counting, words: Words): Element | undefined => {
  if (!count) return undefined;
  const length = count.before.length + count.since.length;
  return box(
    [
      small(cut(count.label, longestCounts)),
      length === 0
        ? small(words.count.none, { spacing: "None" })
        : line(rowOf(count, words), { spacing: "None", size: "Medium", weight: "Bolder" }),
      length === 0 ? undefined : line(mediansOf(count, words), { spacing: "None" }),
    ],
    { spacing: "Medium" },
  );
};

/** The numbers with a chart, where there are enough for one. */
export const countChart = ({ count }: Counting, words: Words): Element | undefined =>
  count && count.before.length + count.since.length >= 2 ? chartOf(count, words) : undefined;
