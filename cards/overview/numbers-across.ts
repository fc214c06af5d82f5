import { z } from "zod";
import { type AcrossNumbers, adoptionSteps, type TeamNumbers } from "../../src/domain/overview/measures.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import { box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { capital, heading, line, run, small, subheading } from "../parts/text.ts";
import { turnoutText } from "../parts/turnout.ts";
import { bar, howCounted, mainFigures, measureRows } from "./measures.ts";
import { pageOfTeams } from "./parts.ts";

const adoptionRows = ({ steps, teams }: AcrossNumbers, words: Words): readonly Element[] => {
  const own = words.numbers;
  return [
    subheading(own.stepsTitle, { size: "Default" }),
    ...adoptionSteps.map((step, at) => {
      const taken = steps[at] ?? 0;
      return line(
        [
          run(`${own.steps[step]}: `, { isSubtle: true }),
          taken > 0 ? run(`${bar(taken, teams)} `, { color: "Accent" }) : undefined,
          run(own.teamsOf(taken, teams), { weight: "Bolder" }),
        ],
        { spacing: "Small" },
      );
    }),
  ];
};

const teamRows = ({ name, sum, steps }: TeamNumbers, words: Words, longest: number): Element => {
  const own = words.numbers;
  const step = adoptionSteps[steps - 1];
  const answered = sum.turnout ? [`${own.labels.answered}: ${turnoutText(sum.turnout, words)}`] : [];
  const saved = sum.minutes > 0 ? [own.saves(sum.minutes)] : [];
  return box(
    [
      line(cut(name, longest) || words.dash, { weight: "Bolder" }),
      line(own.line(sum.ideas, sum.adopted, sum.stopped), { spacing: "None" }),
      small([...answered, ...saved, ...(step ? [own.steps[step]] : [])].join(" · "), { spacing: "None" }),
    ],
    { spacing: "Medium", separator: true },
  );
};

export const render: Renderers<"numbers-across" | "numbers-teams"> = {
  "numbers-across": (all, words) => {
    const own = words.numbers;
    const { sum, teams, small: joined, until, steps } = all;
    const isEmpty = steps.every((taken) => taken === 0);
    return {
      summary: own.allTitle,
      card: card(
        [
          small([capital(words.status.teams(teams)), own.until(words.week(until))].join(" · ")),
          heading(own.allTitle, { spacing: "None" }),
          ...(isEmpty
            ? [line(own.noneAcross, { spacing: "Small" })]
            : [
                mainFigures(sum, words),
                box(measureRows(sum, words, [own.fiveUp, own.stepsHow]), { spacing: "Medium" }),
                joined ? line(own.small(joined.teams, joined.ideas, joined.ended), { spacing: "Medium" }) : undefined,
                ...adoptionRows(all, words),
                buttons([howCounted(words)], { spacing: "Medium" }),
              ]),
        ],
        [isEmpty ? undefined : button(words.buttons.teamList, { verb: "numbers-teams", page: 0 })],
      ),
    };
  },

  "numbers-teams": ({ teams, unnamed, until, count, page, pages }, words) => {
    const own = words.numbers;
    return {
      summary: own.allTitle,
      card: fitting([60, 40, 24], (longest) =>
        card(
          [
            small(
              [
                capital(words.status.teams(count)),
                own.until(words.week(until)),
                ...(pages > 1 ? [words.digest.page(page + 1, pages)] : []),
              ].join(" · "),
            ),
            heading(own.allTitle, { spacing: "None" }),
            ...teams.map((team) => teamRows(team, words, longest)),
            unnamed > 0 ? small(own.unnamed(unnamed), { spacing: "Medium" }) : undefined,
          ],
          [
            page > 0 ? button(words.buttons.newer, { verb: "numbers-teams", page: page - 1 }) : undefined,
            page < pages - 1 ? button(words.buttons.older, { verb: "numbers-teams", page: page + 1 }) : undefined,
            button(words.buttons.back, { verb: "numbers-across" }),
          ],
        ),
      ),
    };
  },
};

export const read: Readers<"numbers-across" | "numbers-teams"> = {
  "numbers-across": z.object({ verb: z.literal("numbers-across") }),
  "numbers-teams": z.object({ verb: z.literal("numbers-teams"), page: pageOfTeams }),
};
