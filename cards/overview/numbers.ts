import type { IColumn, IVerticalBarChart } from "@microsoft/teams.cards";
import type { RoundNumbers } from "../../src/domain/overview/measures.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import { box, card, type Element, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { capital, heading, line, run } from "../parts/text.ts";
import { turnoutText } from "../parts/turnout.ts";
import { bar, howCounted, mainFigures, measureRows } from "./measures.ts";

/** "48", from `2026-W48`. */
const weekIn = (round: string): string => String(Number(round.slice(-2)));

type Cell = { readonly text: string; readonly bar?: string };

const column = ({ text, bar }: Cell, width: "48px" | "stretch", isHead: boolean): IColumn => ({
  type: "Column",
  width,
  items: [
    line(
      [
        bar ? run(`${bar} `, { size: "Small", color: "Accent" }) : undefined,
        run(text, { size: "Small", ...(isHead ? { isSubtle: true } : { weight: "Bolder" }) }),
      ],
      { spacing: "None" },
    ),
  ],
});

const rowOf = ([week, answered, ideas]: readonly [string, Cell, Cell], isHead = false): Element => ({
  type: "ColumnSet",
  spacing: isHead ? "Medium" : "None",
  columns: [column({ text: week }, "48px", isHead), column(answered, "stretch", isHead), column(ideas, "stretch", isHead)],
});

/** A row for each round: who answered, and the new ideas. A count of answers that is not exact has no bar. */
const roundRows = (rounds: readonly RoundNumbers[], words: Words): readonly Element[] => {
  const { labels, week } = words.numbers;
  const answered = (round: RoundNumbers) => (round.turnout?.is === "exactly" ? round.turnout.answered : 0);
  const most = (of: (round: RoundNumbers) => number) => Math.max(...rounds.map(of));
  const [mostAnswered, mostIdeas] = [most(answered), most(({ ideas }) => ideas)];
  return [
    rowOf([week, { text: labels.answered }, { text: labels.ideas }], true),
    ...rounds.map((round) =>
      rowOf([
        weekIn(round.week),
        { text: round.turnout ? turnoutText(round.turnout, words) : words.dash, bar: bar(answered(round), mostAnswered) },
        { text: words.format.number(round.ideas), bar: bar(round.ideas, mostIdeas) },
      ]),
    ),
  ];
};

/** A chart of the new ideas. Clients that do not know charts leave it out: the rows say as much. */
const chartOf = (rounds: readonly RoundNumbers[], words: Words): IVerticalBarChart => ({
  type: "Chart.VerticalBar",
  title: words.numbers.labels.ideas,
  showBarValues: true,
  color: "categoricalBlue",
  data: rounds.map(({ week, ideas }) => ({ x: weekIn(week), y: ideas })),
  fallback: "drop",
});

export const render: Renderers<"numbers"> = {
  numbers: ({ team, rounds, sum, mayLookAcross }, words) => {
    const own = words.numbers;
    const isEmpty = rounds.length === 0;
    return {
      summary: own.title,
      card: card(
        [
          kicker(team, ...(isEmpty ? [] : [own.rounds(rounds.length)])),
          heading(own.title, { spacing: "None" }),
          ...(isEmpty
            ? [line(own.none, { spacing: "Small" })]
            : [
                mainFigures(sum, words),
                ...roundRows(rounds, words),
                rounds.length > 1 ? chartOf(rounds, words) : undefined,
                box(measureRows(sum, words), { spacing: "Medium" }),
                buttons([howCounted(words)], { spacing: "Medium" }),
              ]),
        ],
        [mayLookAcross ? button(capital(words.buttons.allTeams), { verb: "numbers-across" }) : undefined],
      ),
    };
  },
};
