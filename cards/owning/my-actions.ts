import { z } from "zod";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { ageOf, titleRuns } from "../parts/idea.ts";
import { wholeNumber } from "../parts/shapes.ts";
import { capital, heading, line, run, small } from "../parts/text.ts";
import { countButton, ownerButtons, whyButton } from "./owner-buttons.ts";

/** Characters of the title, the test, and the team's name, which needs no more than 60; and whether there are buttons behind the three dots. */
type ActionDetail = { readonly longest: number; readonly hasDots?: true };
const details: readonly [ActionDetail, ...ActionDetail[]] = [
  { longest: 140, hasDots: true },
  { longest: 140 },
  { longest: 90 },
  { longest: 60 },
  { longest: 40 },
  { longest: 30 },
];

const action = ({ team, idea }: MessageOf<"my-actions">["actions"][number], { longest, hasDots }: ActionDetail, words: Words): Element => {
  const sent = { team: team.id, idea: idea.id };
  const facts = [
    ...(idea.reach === "new-ground" ? [words.reaches[idea.reach]] : []),
    ...ageOf(idea, words),
    ...(team.name ? [cut(team.name, Math.min(60, longest))] : []),
  ].join(" · ");
  return box(
    [
      line(titleRuns({ ...idea, title: cut(idea.title, longest) })),
      line(
        [
          ...(idea.owner?.due
            ? [
                run(capital(words.by(idea.owner.due, idea.owner.otherYear)), { size: "Small", weight: "Bolder" }),
                ...(facts ? [run(" · ", { size: "Small" })] : []),
              ]
            : []),
          ...(facts ? [run(facts, { size: "Small", isSubtle: true })] : []),
        ],
        { spacing: "None" },
      ),
      idea.owner?.test ? line(capital(words.firstTest(cut(idea.owner.test, longest))), { size: "Small", spacing: "None" }) : undefined,
      ...rowsOf([
        ...ownerButtons(team, idea, words),
        ...(hasDots ? [whyButton(sent, words, "secondary"), countButton(sent, words, "secondary")] : []),
      ]),
    ],
    { separator: true, spacing: "Medium" },
  );
};

export const render: Renderers<"my-actions"> = {
  "my-actions": ({ actions, page, pages }, words) => {
    const turn = (title: string, to: number) => button(title, { verb: "show-my-actions", page: to });
    return {
      summary: words.actions.title,
      card: fitting(details, (detail) =>
        card(
          [
            heading(words.actions.title),
            pages > 1 ? small(words.digest.page(page + 1, pages), { spacing: "None" }) : undefined,
            actions.length === 0 ? line(words.actions.none, { spacing: "Small" }) : undefined,
            ...actions.map((one) => action(one, detail, words)),
          ],
          [page > 0 ? turn(words.buttons.newer, page - 1) : undefined, page < pages - 1 ? turn(words.buttons.older, page + 1) : undefined],
        ),
      ),
    };
  },
};

export const read: Readers<"show-my-actions"> = {
  "show-my-actions": z.object({
    verb: z.literal("show-my-actions"),
    page: wholeNumber.refine((page) => page >= 0 && page <= 1000).exactOptional(),
  }),
};
